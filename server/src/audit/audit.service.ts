import { Injectable } from '@nestjs/common';
import { User } from '../auth/user.entity.js';
import { Client } from '../clients/client.entity.js';
import { displayName } from '../clients/clients.rules.js';
import { repo, reveal, sql } from '../platform/database.js';
import { NotFound } from '../platform/errors.js';
import { decodeCursor, keyset, type Page, type PageQuery } from '../platform/paging.js';
import type { AuditEventDto, AuditQuery, OwnAccessDto, VerificationDto, WhoSeesDto } from './audit.dto.js';
import { KINDS, OF_COUPLES, WHO_SEES } from './who-sees.rules.js';

interface EventRow {
  event: string;
  at: Date;
  actor_id: string | null;
  act: string;
  target: string;
  row_ids: string[];
  client_id: string | null;
  couple_id: string | null;
  columns: string[];
  display_name: string | Buffer | null;
  actor_client_id: string | null;
  given_name: string | Buffer | null;
  family_name: string | Buffer | null;
  preferred_name: string | Buffer | null;
}

const EVENTS = `select e.id as event, e.at, e.actor_id, e.act, e.target, e.row_ids, e.client_id, e.couple_id, e.columns,
    u.display_name, u.client_id as actor_client_id, c.given_name, c.family_name, c.preferred_name
  from audit_read($1, $2, $3, $4, $5, $6, $7) e
  left join app_user u on u.id = e.actor_id left join client c on c.id = e.client_id order by e.id desc`;

interface OwnRow {
  event: string;
  day: string;
  target: OwnAccessDto['target'];
  id: string;
  display_name: string;
}

const OWN = `select o.event, o.day::text, o.target, u.id, u.display_name
  from audit_own($1, $2) o join app_user u on u.id = o.actor_id order by o.event desc`;

const idOfLast = (cursor: string | undefined): string | number | null => decodeCursor(cursor, 1)?.[0] ?? null;

/** The log of who did what, read as an admin of the clinic; and what a person in care may know about her own record. */
@Injectable()
export class AuditService {
  async events(query: AuditQuery): Promise<Page<AuditEventDto>> {
    const { who, whose, what, from, to, limit } = query;
    const rows = await sql<EventRow & Record<string, unknown>>('audit-events', EVENTS, [
      who ?? null,
      whose ?? null,
      what ?? null,
      from ?? null,
      to ?? null,
      idOfLast(query.cursor),
      limit + 1,
    ]);
    const page = keyset(rows, limit, (row) => [row.event]);
    return { items: await eventDtos(page.items), next: page.next };
  }

  /** Everything that was done with one person's record. Throws `NotFound`. */
  async accessReport(clientId: string, query: PageQuery): Promise<Page<AuditEventDto>> {
    if (!(await repo(Client).existsBy({ id: clientId }))) throw new NotFound('client');
    return this.events({
      limit: query.limit,
      whose: clientId,
      ...(query.cursor === undefined ? {} : { cursor: query.cursor }),
    });
  }

  /** Seals nothing and changes nothing: recomputes the chain as it stands. Entries of the last second may be unsealed. */
  async verification(now = new Date()): Promise<VerificationDto> {
    const [row] = await sql<{ events: string; head: Buffer | null; defect: string | null }>(
      'audit-verify',
      'select * from audit_verify_own()',
    );
    if (!row) throw new NotFound('audit');
    return {
      events: Number(row.events),
      head: row.head?.toString('hex') ?? null,
      holds: row.defect === null,
      defect: row.defect,
      checkedAt: now.toISOString(),
    };
  }

  async whoSees(): Promise<WhoSeesDto[]> {
    const [own] = await sql<{ paired: boolean }>(
      'who sees paired',
      'select cardinality((select visible_couples())::uuid[]) > 0 as paired',
    );
    const paired = own?.paired ?? false;
    return KINDS.filter((kind) => paired || !OF_COUPLES.includes(kind)).map((kind) => ({
      ...{ kind, ...WHO_SEES[kind] },
      partner: paired ? WHO_SEES[kind].partner : null,
    }));
  }

  async ownAccessReport({ limit, cursor }: PageQuery): Promise<Page<OwnAccessDto>> {
    const rows = await sql<OwnRow & Record<string, unknown>>('audit-own', OWN, [idOfLast(cursor), limit + 1]);
    const page = keyset(rows, limit, (row) => [row.event]);
    await reveal(User, page.items);
    return {
      items: page.items.map((row) => ({
        id: row.event,
        day: row.day,
        staffName: row.display_name,
        target: row.target,
      })),
      next: page.next,
    };
  }
}

/** Opens the names: an actor's under the key of the clinic (or of the person it is), a client's under her own. */
async function eventDtos(rows: EventRow[]): Promise<AuditEventDto[]> {
  const actors = rows.map((row) => ({
    id: row.actor_id,
    client_id: row.actor_client_id,
    display_name: row.display_name,
  }));
  const people = rows.map(({ client_id, given_name, family_name, preferred_name }) => ({
    id: client_id,
    given_name,
    family_name,
    preferred_name,
  }));
  await reveal(User, actors);
  await reveal(Client, people);
  return rows.map((row, i) => {
    const { given_name, family_name, preferred_name } = people[i]! as Record<string, string | null>;
    return {
      id: row.event,
      at: row.at.toISOString(),
      actorId: row.actor_id,
      actorName: actors[i]!.display_name as string | null,
      act: row.act,
      target: row.target,
      rowIds: row.row_ids,
      clientId: row.client_id,
      clientName:
        given_name && family_name
          ? displayName({ givenName: given_name, familyName: family_name, preferredName: preferred_name ?? null })
          : null,
      coupleId: row.couple_id,
      columns: row.columns,
    };
  });
}
