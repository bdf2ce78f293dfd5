/** Something that happened, to be set beside scores: a calendar day at the clinic, what kind of thing, and how it is called. */
export class ChartMarkDto {
  id: string;
  kind: 'session' | 'setback' | 'disclosure';
  on: string;
  label: string;
}
