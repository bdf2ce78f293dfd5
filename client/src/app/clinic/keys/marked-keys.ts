/** What takes the focus in a row of a list; in the queue of notes to sign, what picks one. */
const ROWS = '[data-row], .pick';
const ROW_OF = 'li, tr';
const ANYWHERE = ['main', '.toasts'];

const isShown = (element: HTMLElement): boolean => element.checkVisibility();

/** The rows of all lists on the page, in the order in which they are read. */
export const rowsOf = (page: ParentNode): HTMLElement[] =>
  [...page.querySelectorAll<HTMLElement>(ROWS)].filter((row) => row.closest('main') !== null && isShown(row));

/** The row of a list that `element` stands in. */
function rowAround(element: Element | null): Element | null {
  const row = element?.closest(ROW_OF) ?? null;
  return row?.querySelector(ROWS) ? row : null;
}

/** The control that a key presses: one of the row that has the focus, else one of the page that stands in no row. */
export function controlFor(key: string, page: Document): HTMLElement | null {
  const marked = `[data-key="${CSS.escape(key)}"]`;
  const row = rowAround(page.activeElement);
  const within = [...(row?.querySelectorAll<HTMLElement>(marked) ?? [])].find(isShown);
  if (within) return within;
  const all = ANYWHERE.flatMap((place) => [...page.querySelectorAll<HTMLElement>(`${place} ${marked}`)]);
  return all.find((control) => rowAround(control) === null && isShown(control)) ?? null;
}

/** Where `j` (1) or `k` (-1) goes: from row to row and on into the next list; from elsewhere to where the list was left. */
export function rowAfter(step: 1 | -1, page: Document): HTMLElement | null {
  const rows = rowsOf(page);
  const at = rows.findIndex((row) => row === page.activeElement);
  if (at !== -1) return rows[at + step] ?? null;
  return rows.find((row) => row.tabIndex === 0) ?? rows[0] ?? null;
}

const CHART_OF = /^\/(clients|couples)\/([0-9a-f-]{36})/;

/** Where a key leads from a row of a table of people that has no such control: to a note about them, or their homework. */
export function addressFor(key: string, page: Document): string | null {
  const row = page.activeElement?.closest('tr');
  const link = row?.querySelector(ROWS)?.getAttribute('href') ?? '';
  const [, whose, id] = CHART_OF.exec(link) ?? [];
  if (key === 'n' && id) return `/notes/new?${whose === 'clients' ? 'clientId' : 'coupleId'}=${id}`;
  if (key === 'a' && whose === 'clients') return `/clients/${id}/homework?assign=true`;
  return null;
}
