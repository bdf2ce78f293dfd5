import { byName } from '../clients/name-match.rules.js';
import type { KnownName } from '../clients/names.service.js';
import { Invalid } from '../platform/errors.js';
import { isId } from '../platform/ids.js';
import { decodeCursor } from '../platform/paging.js';
import type { ClientQuery, ClientSort } from './caseload.dto.js';
import { rankOf, type Need } from './needs.rules.js';

/** `at`: the last change in microseconds of the epoch. `need` is null where neither the order nor the choice is made by it. */
export interface Found {
  id: string;
  version: number;
  at: number;
  need: Need | null;
}

export const isByTime = (sort: ClientSort | undefined): boolean =>
  sort === undefined || sort === '-updatedAt' || sort === 'updatedAt';
export const isByNeed = (sort: ClientSort | undefined): boolean => sort === 'need' || sort === '-need';
export const isByName = ({ q, sort }: ClientQuery): boolean => q !== undefined || sort === 'name' || sort === '-name';

const order = (a: string | number, b: string | number): number => (a < b ? -1 : a > b ? 1 : 0);
const latestFirst = (a: Ranked, b: Ranked): number => order(b.at, a.at) || order(b.id, a.id);

/** What the place of somebody in an order by need hangs on. */
type Ranked = Pick<Found, 'id' | 'at'> & { rank: number };
const ranked = ({ id, at, need }: Found): Ranked => ({ id, at, rank: rankOf(need!) });
const byRank = (a: Ranked, b: Ranked): number => order(a.rank, b.rank) || latestFirst(a, b);

/** `found` comes latest first. */
export function inOrder(found: Found[], names: ReadonlyMap<string, KnownName>, sort: ClientSort | undefined): Found[] {
  const name = ({ id }: Found): KnownName => names.get(id)!;
  if (sort === 'name') return found.sort((a, b) => byName(name(a), name(b)) || order(a.id, b.id));
  if (sort === '-name') return found.sort((a, b) => byName(name(b), name(a)) || order(b.id, a.id));
  if (sort === 'need') return found.sort((a, b) => byRank(ranked(a), ranked(b)));
  if (sort === '-need') return found.sort((a, b) => byRank(ranked(b), ranked(a)));
  return sort === 'updatedAt' ? found.reverse() : found;
}

/**
 * What a cursor holds. By need it is what the place hangs on, since whoever stood there may need nothing any more; else an
 * id alone: a name never stands in an address.
 */
export const placeIn =
  ({ sort }: ClientQuery) =>
  (one: Found): (string | number)[] =>
    isByNeed(sort) ? [rankOf(one.need!), one.at, one.id] : [one.id];

/** Those after the cursor. Throws `Invalid` when whoever stood there is no longer in the list. */
export function after({ sort, cursor }: ClientQuery, found: readonly Found[]): readonly Found[] {
  if (isByNeed(sort)) {
    const key = decodeCursor(cursor, 3);
    if (key === null) return found;
    const [rank, at, id] = key;
    if (typeof rank !== 'number' || typeof at !== 'number' || !isId(id)) throw notAPlace();
    const way = sort === 'need' ? 1 : -1;
    return found.filter((one) => way * byRank(ranked(one), { rank, at, id }) > 0);
  }
  const id = idOf(cursor);
  if (id === null) return found;
  const last = found.findIndex((one) => one.id === id);
  if (last === -1)
    throw new Invalid([{ path: 'cursor', code: 'gone', message: 'The list has changed. Start it again.' }]);
  return found.slice(last + 1);
}

export const notAPlace = () =>
  new Invalid([{ path: 'cursor', code: 'format', message: 'This is not a place in the list.' }]);

function idOf(cursor: string | undefined): string | null {
  const key = decodeCursor(cursor, 1);
  if (key === null) return null;
  const [id] = key;
  if (!isId(id)) throw notAPlace();
  return id;
}
