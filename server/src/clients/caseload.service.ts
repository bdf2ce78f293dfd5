import { Injectable } from '@nestjs/common';
import { sql } from '../platform/database.js';
import { clinicIndex, normaliseEmail } from '../platform/blind.index.js';
import { Invalid } from '../platform/errors.js';
import { isId } from '../platform/ids.js';
import { decodeCursor, encodeCursor, keyset, type Page } from '../platform/paging.js';
import { CASELOAD_COLUMNS, CASELOAD_JOINS, caseloadDto, revealClients, type CaseloadRow } from './client.rows.js';
import type { CaseloadRowDto, ClientQuery } from './clients.dto.js';
import { CLIENT_STATUSES } from './clients.rules.js';
import { NamesService } from './names.service.js';
import { byName, nameMatcher } from './name-match.rules.js';

/** Of a longer caseload only this many, the most recently changed, are searched and sorted by name. */
const MOST_NAMES = 20_000;

/** The two ways through a caseload by time of change: where it starts, what comes after a place, in which order. */
const LATEST_FIRST = {
  name: 'caseload-latest',
  start: ['infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff'],
  after: '<',
  order: 'desc',
} as const;
const OLDEST_FIRST = {
  name: 'caseload-oldest',
  start: ['-infinity', '00000000-0000-0000-0000-000000000000'],
  after: '>',
  order: 'asc',
} as const;

/** `$2` null = whoever treats them; else only clients this staff member treats now. */
const TREATED_BY = `($2::uuid is null or c.id in (select t.client_id from care_team t
  where t.staff_id = $2 and t.from_at <= now() and (t.to_at is null or t.to_at > now())))`;

interface Found {
  id: string;
  version: number;
  updated_at: Date;
}

/**
 * The clients the actor may see, a page at a time. Who they are is decided by the row policies. Names are sealed and
 * have no index, so finding and sorting by name opens the names of all visible clients in memory.
 */
@Injectable()
export class CaseloadService {
  constructor(private readonly names: NamesService) {}

  async page(query: ClientQuery): Promise<Page<CaseloadRowDto>> {
    if (query.q?.includes('@')) return this.atAddress(query, query.q);
    if (query.q !== undefined || query.sort === 'name' || query.sort === '-name') return this.byNames(query);
    return this.latest(query);
  }

  private async latest(query: ClientQuery): Promise<Page<CaseloadRowDto>> {
    const way = query.sort === 'updatedAt' ? OLDEST_FIRST : LATEST_FIRST;
    const [place, id] = placeOf(query.cursor) ?? way.start;
    const rows = await sql<CaseloadRow>(
      way.name,
      `select ${CASELOAD_COLUMNS} from client c ${CASELOAD_JOINS}
       where c.status = any ($1) and ${TREATED_BY} and (c.updated_at, c.id) ${way.after} ($3::timestamptz, $4::uuid)
       order by c.updated_at ${way.order}, c.id ${way.order} limit $5`,
      [statusesOf(query), query.therapistId ?? null, place, id, query.limit + 1],
    );
    const { items, next } = keyset(rows, query.limit, (row) => [row.place, row.id]);
    return { items: (await revealClients(items)).map(caseloadDto), next };
  }

  /** The one thing a whole address finds: it is compared by its blind index. */
  private async atAddress(query: ClientQuery, address: string): Promise<Page<CaseloadRowDto>> {
    const rows = await sql<CaseloadRow>(
      'caseload-address',
      `select ${CASELOAD_COLUMNS} from client c ${CASELOAD_JOINS}
       where c.status = any ($1) and ${TREATED_BY} and c.email_index = $3 order by c.updated_at desc, c.id desc limit $4`,
      [statusesOf(query), query.therapistId ?? null, clinicIndex('client-email', normaliseEmail(address)), query.limit],
    );
    return { items: (await revealClients(rows)).map(caseloadDto), next: null };
  }

  private async byNames(query: ClientQuery): Promise<Page<CaseloadRowDto>> {
    const everyone = await sql<Found>(
      'caseload-everyone',
      `select c.id, c.version, c.updated_at from client c
       where c.status = any ($1) and ${TREATED_BY} order by c.updated_at desc, c.id desc limit ${MOST_NAMES}`,
      [statusesOf(query), query.therapistId ?? null],
    );
    const names = await this.names.of(everyone);
    const matches = query.q === undefined ? () => true : nameMatcher(query.q);
    const found = everyone
      .map((one) => ({ id: one.id, name: names.get(one.id)! }))
      .filter((one) => matches(one.name.words));
    if (query.sort === 'name') found.sort((a, b) => byName(a.name, b.name) || order(a.id, b.id));
    if (query.sort === '-name') found.sort((a, b) => byName(b.name, a.name) || order(b.id, a.id));
    return this.slice(
      found.map(({ id }) => id),
      query,
    );
  }

  /** The page after the client whose id the cursor holds: a name never stands in an address. */
  private async slice(found: readonly string[], query: ClientQuery): Promise<Page<CaseloadRowDto>> {
    const after = idOf(query.cursor);
    const last = after === null ? -1 : found.indexOf(after);
    if (after !== null && last === -1)
      throw new Invalid([{ path: 'cursor', code: 'gone', message: 'The list has changed. Start it again.' }]);
    const ids = found.slice(last + 1, last + 1 + query.limit);
    const rows = await sql<CaseloadRow>(
      'caseload-chosen',
      `select ${CASELOAD_COLUMNS} from client c ${CASELOAD_JOINS} where c.id = any ($1::uuid[]) order by array_position($1::uuid[], c.id)`,
      [ids],
    );
    const lastId = ids.at(-1);
    return {
      items: (await revealClients(rows)).map(caseloadDto),
      next: lastId !== undefined && found.length > last + 1 + query.limit ? encodeCursor([lastId]) : null,
    };
  }
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const statusesOf = (query: ClientQuery): readonly string[] => (query.status ? [query.status] : CLIENT_STATUSES);

const notAPlace = () => new Invalid([{ path: 'cursor', code: 'format', message: 'This is not a place in the list.' }]);

function placeOf(cursor: string | undefined): [string, string] | null {
  const key = decodeCursor(cursor, 2);
  if (key === null) return null;
  const [place, id] = key;
  if (typeof place !== 'string' || Number.isNaN(Date.parse(place)) || !isId(id)) throw notAPlace();
  return [place, id];
}

function idOf(cursor: string | undefined): string | null {
  const key = decodeCursor(cursor, 1);
  if (key === null) return null;
  const [id] = key;
  if (!isId(id)) throw notAPlace();
  return id;
}
