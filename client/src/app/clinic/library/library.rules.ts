import type { AssignmentDto, WorksheetDto } from '../../../api/types.gen';

/** So many of the latest are looked through for what was used lately. */
export const LATEST = 50;

/** Keys of what was given lately, the latest first. */
export const usedLately = (given: readonly Pick<AssignmentDto, 'worksheetKey'>[]): readonly string[] => [
  ...new Set(given.map(({ worksheetKey }) => worksheetKey)),
];

export interface Shelf {
  readonly key: 'first' | 'rest' | 'all';
  readonly sheets: readonly WorksheetDto[];
}

/** What is offered first on a shelf of its own, the rest below; one shelf when nothing is offered before the rest. */
export function shelvesOf(sheets: readonly WorksheetDto[]): readonly Shelf[] {
  const first = sheets.filter(({ offer }) => offer?.because);
  if (first.length === 0 || first.length === sheets.length) return sheets.length ? [{ key: 'all', sheets }] : [];
  return [
    { key: 'first', sheets: first },
    { key: 'rest', sheets: sheets.filter((sheet) => !first.includes(sheet)) },
  ];
}

/** Whether the words stand in what a worksheet is called or is for. */
export function isAbout({ title, summary }: Pick<WorksheetDto, 'title' | 'summary'>, words: string): boolean {
  const text = `${title} ${summary}`.toLocaleLowerCase();
  return words
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
