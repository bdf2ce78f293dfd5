import { calls, rankOf, type Need } from '../../../../../server/src/dashboard/needs.rules';
import type { CaseloadRowDto } from '../../../api/types.gen';

/** Of the filter that asks for work: no status of anybody's care. */
export const NEEDS_ME = 'needs';
export const BY_NEED = 'need';

/** What a therapist chose to look at; empty texts leave everybody in. */
export interface Look {
  /** What is typed. */
  words: string;
  /** `needs`, or the status of somebody's care. */
  show: string;
  /** `coupled` or `alone`. */
  couple: string;
  /** `mine` or everybody the reader sees. */
  whose: string;
  /** As the API takes it. */
  sort: string;
}

/** A row of the list; `need` is undefined while it is not known. */
export interface Listed {
  person: CaseloadRowDto;
  need: Need | undefined;
}

/** What the server is asked for. */
export const askedFor = ({ words, show, couple, whose, sort }: Look, me: string): Record<string, string> => ({
  q: words,
  status: show === NEEDS_ME ? '' : show,
  needs: show === NEEDS_ME ? 'true' : '',
  couple,
  therapistId: whose === 'mine' ? me : '',
  sort,
});

/** The same look at the rows that are loaded, while nobody can be asked; whose they are is not known here. */
export function lookedThrough<R extends Listed>(rows: readonly R[], look: Look): R[] {
  const wanted = rows.filter((row) => isShown(row, look));
  const [field, way] = look.sort.startsWith('-') ? [look.sort.slice(1), -1] : [look.sort, 1];
  if (field === 'name')
    return wanted.toSorted((a, b) => way * a.person.displayName.localeCompare(b.person.displayName));
  if (field === BY_NEED) return wanted.toSorted((a, b) => way * (place(a) - place(b)));
  return wanted;
}

const place = ({ need }: Listed): number => (need ? rankOf(need) : Number.MAX_SAFE_INTEGER);

function isShown({ person, need }: Listed, { words, show, couple }: Look): boolean {
  if (show === NEEDS_ME ? !(need && calls(need)) : show !== '' && person.status !== show) return false;
  if (couple !== '' && (person.coupleId !== null) !== (couple === 'coupled')) return false;
  return person.displayName.toLocaleLowerCase().includes(words.trim().toLocaleLowerCase());
}

export const COLUMNS = ['seen', 'next', 'scale', 'homework'] as const;
export type Column = (typeof COLUMNS)[number];

const REMEMBERED = 'kept-caseload-columns';

/** Which columns this machine shows: how a therapist looks at things, nothing about anybody. */
export function rememberedColumns(stored: string | null): ReadonlySet<Column> {
  if (stored === null) return new Set(COLUMNS);
  const named = stored.split(',');
  return new Set(COLUMNS.filter((column) => named.includes(column)));
}

export const columnsKept = (): ReadonlySet<Column> => rememberedColumns(localStorage.getItem(REMEMBERED));
export const keepColumns = (columns: ReadonlySet<Column>): void =>
  localStorage.setItem(REMEMBERED, [...columns].join(','));

/** With or without one. */
export function toggled<T>(all: ReadonlySet<T>, one: T, on: boolean): ReadonlySet<T> {
  const next = new Set(all);
  if (on) next.add(one);
  else next.delete(one);
  return next;
}
