import type { Person } from './clinic.rows.js';

/** What a statement's values are made from: the person who asks and, for a save, the version she read. */
export type Known = Omit<Person, 'token'> & { version: number };

/** A value of a statement as it is filled in for each request. */
export type Value = { known: keyof Known } | { fresh: 'id' | 'now' } | { bytes: string } | { constant: unknown };

export interface Statement {
  /** null = unnamed, as the app sends it; without values the text is filled in. */
  name: string | null;
  text: string;
  values: Value[];
}

/** Who may ask: each is a list of people who are signed in. */
export const KINDS = ['therapists', 'clients', 'partners', 'readers', 'admins'] as const;

export interface Measured {
  key: string;
  title: string;
  as: (typeof KINDS)[number];
  method: 'GET' | 'POST' | 'PUT';
  /** Below /api/v1; `{x}` is filled in from what is known. */
  path: string;
  body: 'none' | 'answers' | 'list' | 'scale' | 'release' | 'note' | 'new words';
  /** One row at most: what the second yardstick answers is an object, else a list. */
  single: boolean;
  /**
   * What the second yardstick runs: the route's data, clinic named in the statement, by a role that no policy holds. Null
   * where a yardstick would write what the real server then reads and cannot open: there it is measured by itself.
   */
  alone: Statement | null;
}

export const known = (...names: (keyof Known)[]): Value[] => names.map((name) => ({ known: name }));
export const alone = (text: string, values: Value[]): Statement => ({ name: 'alone', text, values });
