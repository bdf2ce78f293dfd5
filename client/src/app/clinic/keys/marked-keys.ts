import type { RowActs } from '../../kit/row-nav/row-nav';

/** What takes the focus in a row of a list. */
const ROWS = '[data-row]';
const ROW_OF = 'li, tr';
const ANYWHERE = ['main', '.toasts'];

const isShown = (element: HTMLElement): boolean => element.checkVisibility();
const shownIn = (place: ParentNode | null, selector: string): HTMLElement[] =>
  [...(place?.querySelectorAll<HTMLElement>(selector) ?? [])].filter(isShown);

/** The rows of all lists on the page, in the order in which they are read. */
export const rowsOf = (page: ParentNode): HTMLElement[] =>
  shownIn(page, ROWS).filter((row) => row.closest('main') !== null);

/** The row of a list that `element` stands in. */
function rowAround(element: Element | null): Element | null {
  const row = element?.closest(ROW_OF) ?? null;
  return row?.querySelector(ROWS) ? row : null;
}

/** The controls outside of rows that a key presses. */
export const controlsOf = (page: Document, marked = '[data-key]'): HTMLElement[] =>
  ANYWHERE.flatMap((place) => shownIn(page, `${place} ${marked}`)).filter((control) => rowAround(control) === null);

/** The control that a key presses: one of the row that has the focus, else one of the page that stands in no row. */
export function controlFor(key: string, page: Document): HTMLElement | null {
  const marked = `[data-key="${CSS.escape(key)}"]`;
  return shownIn(rowAround(page.activeElement), marked)[0] ?? controlsOf(page, marked)[0] ?? null;
}

/** Where `j` (1) or `k` (-1) goes: from row to row and on into the next list; from elsewhere to where the list was left. */
export function rowAfter(step: 1 | -1, page: Document): HTMLElement | null {
  const rows = rowsOf(page);
  const at = rows.findIndex((row) => row === page.activeElement);
  if (at !== -1) return rows[at + step] ?? null;
  return rows.find((row) => row.tabIndex === 0) ?? rows[0] ?? null;
}

/** What the row declares. */
function actsOf(row: Element | null): RowActs {
  const declared = row?.querySelector<HTMLElement>('[data-acts]')?.dataset['acts'];
  return declared ? (JSON.parse(declared) as RowActs) : {};
}

/** Where a key leads from the row that has the focus. */
export const addressFor = (key: string, page: Document): string | null =>
  actsOf(rowAround(page.activeElement))[key] ?? null;

/** The letters that do something in any of these rows. */
export function lettersOf(rows: readonly HTMLElement[]): ReadonlySet<string> {
  const letters = rows.flatMap((element) => {
    const row = rowAround(element);
    return [...shownIn(row, '[data-key]').map(({ dataset }) => dataset['key'] ?? ''), ...Object.keys(actsOf(row))];
  });
  return new Set(letters);
}
