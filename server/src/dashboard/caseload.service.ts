import { Injectable } from '@nestjs/common';
import {
  CASELOAD_COLUMNS,
  CASELOAD_JOINS,
  caseloadDto,
  revealClients,
  type CaseloadRow,
} from '../clients/client.rows.js';
import type { CaseloadRowDto } from '../clients/clients.dto.js';
import { CLIENT_STATUSES } from '../clients/clients.rules.js';
import { nameMatcher } from '../clients/name-match.rules.js';
import { NamesService, type KnownName } from '../clients/names.service.js';
import { sql } from '../platform/database.js';
import { clinicIndex, normaliseEmail } from '../platform/blind.index.js';
import { isId } from '../platform/ids.js';
import { decodeCursor, keyset, type Page } from '../platform/paging.js';
import type { ClientQuery } from './caseload.dto.js';
import { after, inOrder, isByName, isByNeed, isByTime, notAPlace, placeIn, type Found } from './caseload.order.js';
import { needsOfAll } from './needs.js';
import { calls } from './needs.rules.js';

/** Of a longer caseload only this many, the most recently changed, are searched, or put in order by name or need. */
const MOST = 20_000;

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

/** `$2` null = whoever treats them, else only clients this staff member treats now; `$3` null = one of two or not. */
const WANTED = `c.status = any ($1)
  and ($2::uuid is null or c.id in (select t.client_id from care_team t
    where t.staff_id = $2 and t.from_at <= now() and (t.to_at is null or t.to_at > now())))
  and ($3::boolean is null or $3 = exists (select from couple_partner p where p.client_id = c.id and p.to_at is null))`;

/**
 * The clients the actor may see, a page at a time. Who they are is decided by the row policies. Names are sealed and
 * have no index, so finding and sorting by name opens the names of all visible clients in memory; a need is no column
 * either, and is asked of all of them.
 */
@Injectable()
export class CaseloadService {
  constructor(private readonly names: NamesService) {}

  async page(query: ClientQuery): Promise<Page<CaseloadRowDto>> {
    if (query.q?.includes('@')) return this.atAddress(query, query.q);
    if (query.q !== undefined || query.needs === 'true' || !isByTime(query.sort)) return this.chosen(query);
    return this.latest(query);
  }

  private async latest(query: ClientQuery): Promise<Page<CaseloadRowDto>> {
    const way = query.sort === 'updatedAt' ? OLDEST_FIRST : LATEST_FIRST;
    const [place, id] = placeOf(query.cursor) ?? way.start;
    const rows = await sql<CaseloadRow>(
      way.name,
      `select ${CASELOAD_COLUMNS} from client c ${CASELOAD_JOINS}
       where ${WANTED} and (c.updated_at, c.id) ${way.after} ($4::timestamptz, $5::uuid)
       order by c.updated_at ${way.order}, c.id ${way.order} limit $6`,
      [...wantedOf(query), place, id, query.limit + 1],
    );
    const { items, next } = keyset(rows, query.limit, (row) => [row.place, row.id]);
    return { items: (await revealClients(items)).map(caseloadDto), next };
  }

  /** The one thing a whole address finds: it is compared by its blind index. */
  private async atAddress(query: ClientQuery, address: string): Promise<Page<CaseloadRowDto>> {
    const rows = await sql<CaseloadRow>(
      'caseload-address',
      `select ${CASELOAD_COLUMNS} from client c ${CASELOAD_JOINS}
       where ${WANTED} and c.email_index = $4 order by c.updated_at desc, c.id desc limit $5`,
      [...wantedOf(query), clinicIndex('client-email', normaliseEmail(address)), query.limit],
    );
    const needs = query.needs === 'true' ? await needsOfAll() : null;
    const wanted = rows.filter(({ id }) => !needs || calls(needs.get(id)!));
    return { items: (await revealClients(wanted)).map(caseloadDto), next: null };
  }

  /** What no index knows, a name or a need, is asked of everybody, and the page is cut from those who are left. */
  private async chosen(query: ClientQuery): Promise<Page<CaseloadRowDto>> {
    const everyone = await this.everyone(query);
    const names = isByName(query) ? await this.names.of(everyone) : new Map<string, KnownName>();
    const matches = query.q === undefined ? () => true : nameMatcher(query.q);
    const found = everyone.filter(({ id }) => query.q === undefined || matches(names.get(id)!.words));
    const rest = after(query, inOrder(found, names, query.sort));
    const wanted = rest.filter(({ need }) => query.needs !== 'true' || calls(need!));
    const { items, next } = keyset(wanted.slice(0, query.limit + 1), query.limit, placeIn(query));
    const rows = await sql<CaseloadRow>(
      'caseload-chosen',
      `select ${CASELOAD_COLUMNS} from client c ${CASELOAD_JOINS} where c.id = any ($1::uuid[]) order by array_position($1::uuid[], c.id)`,
      [items.map(({ id }) => id)],
    );
    return { items: (await revealClients(rows)).map(caseloadDto), next };
  }

  /** The most recently changed first. */
  private async everyone(query: ClientQuery): Promise<Found[]> {
    const everyone = await sql<Found & Record<string, unknown>>(
      'caseload-everyone',
      `select c.id, c.version, (extract(epoch from c.updated_at) * 1000000)::float8 as at, null as need from client c
       where ${WANTED} order by c.updated_at desc, c.id desc limit ${MOST}`,
      wantedOf(query),
    );
    if (query.needs !== 'true' && !isByNeed(query.sort)) return everyone;
    const needs = await needsOfAll();
    return everyone.map((one) => ({ ...one, need: needs.get(one.id)! }));
  }
}

/** The values of `WANTED`. */
const wantedOf = ({ status, therapistId, couple }: ClientQuery): unknown[] => [
  status ? [status] : CLIENT_STATUSES,
  therapistId ?? null,
  couple ? couple === 'coupled' : null,
];

function placeOf(cursor: string | undefined): [string, string] | null {
  const key = decodeCursor(cursor, 2);
  if (key === null) return null;
  const [place, id] = key;
  if (typeof place !== 'string' || Number.isNaN(Date.parse(place)) || !isId(id)) throw notAPlace();
  return [place, id];
}
