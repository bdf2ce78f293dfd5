/** One of several answers. `key` is what is stored, `label` what is read, `note` a quieter line below it. */
export interface Choice {
  readonly key: string;
  readonly label: string;
  readonly note?: string;
}
