import type { CaseloadRowDto } from '../../../api/types.gen';
import type { Reason } from './standing-words';

/** Of the filter that asks for work: no status of the server's, since what somebody needs is known here. */
export const NEEDS_ME = 'needs';

/** What a therapist chose to look at; empty texts leave everybody in. */
export interface Look {
  /** `needs`, or the status of somebody's care. */
  show: string;
  /** `coupled` or `alone`. */
  couple: string;
  /** What is typed, where the server cannot be asked. */
  words: string;
}

/** Whoever has something that waits for the therapist: it is what is marked. */
export const needsMe = ({ tag }: Reason): boolean => tag !== null;

export function isShown(person: CaseloadRowDto, reason: Reason, { show, couple, words }: Look): boolean {
  if (show === NEEDS_ME && !needsMe(reason)) return false;
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
