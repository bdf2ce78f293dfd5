import type { AssignmentDto, WorksheetDto } from '../../../api/types.gen';

/** So many of the latest are looked through for what was used lately. */
export const LATEST = 50;

/** Keys of what was given lately, the latest first. */
export const usedLately = (given: readonly Pick<AssignmentDto, 'worksheetKey'>[]): readonly string[] => [
  ...new Set(given.map(({ worksheetKey }) => worksheetKey)),
];

export interface Shelf {
  readonly key: 'first' | 'suits' | 'rest' | 'all';
  readonly sheets: readonly WorksheetDto[];
}

/** Reached for before anything else: often first in the stage, or made for the role. */
export const isOfferedFirst = ({ offer }: Pick<WorksheetDto, 'offer'>): boolean =>
  offer?.because === 'often_first' || offer?.because === 'for_role';

/** What is offered first on a shelf of its own, then what suits, then the rest; one shelf when nothing stands out. */
export function shelvesOf(sheets: readonly WorksheetDto[]): readonly Shelf[] {
  const first = sheets.filter((sheet) => isOfferedFirst(sheet));
  const suits = sheets.filter((sheet) => sheet.offer?.because === 'fits_stage');
  const rest = sheets.filter((sheet) => !first.includes(sheet) && !suits.includes(sheet));
  const shelves: Shelf[] = [
    { key: 'first', sheets: first },
    { key: 'suits', sheets: suits },
    { key: 'rest', sheets: rest },
  ];
  const filled = shelves.filter((shelf) => shelf.sheets.length > 0);
  return filled.length === 1 ? [{ key: 'all', sheets }] : filled;
}

/** Whether the words stand in what a worksheet is called or is for. */
export function isAbout({ title, summary }: Pick<WorksheetDto, 'title' | 'summary'>, words: string): boolean {
  const text = `${title} ${summary}`.toLocaleLowerCase();
  return words
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
