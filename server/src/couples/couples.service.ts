import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { now } from '../platform/clock.js';
import { changeRow, insertRow, repo, reveal, saveVersion, sql } from '../platform/database.js';
import { Forbidden, Invalid, NotFound, RuleBroken, Stale } from '../platform/errors.js';
import { isId, newId } from '../platform/ids.js';
import { decodeCursor, keyset, type Page } from '../platform/paging.js';
import { actor } from '../platform/scope.js';
import { assertCareOf, takeIntoCare } from '../clients/care.js';
import { CoupleChangesService } from './couple-changes.service.js';
import { CoupleStagesService } from './couple-stages.service.js';
import { Client } from '../clients/client.entity.js';
import { nameOf } from '../clients/client.rows.js';
import { Couple, CoupleEnding, CouplePartner, type Betrayal } from './couple.entity.js';
import type { CoupleChange, CoupleDto, CoupleQuery, NewCouple, Partner } from './couples.dto.js';
import { coupleName } from '../clients/couple-name.rules.js';
import { assertTwoPeople, type PartnerRole } from './couples.rules.js';
import { callName, displayName } from '../clients/clients.rules.js';

interface CoupleRow {
  id: string;
  version: number;
  stage: CoupleDto['stage'];
  status: CoupleDto['status'];
  betrayal: Betrayal | null;
  /** In the reader's care, or that of whom she supervises; an admin sees who the others are and no more. */
  treated: boolean;
  created_at: Date;
  updated_at: Date;
  place: string;
}

/** What happened and how far they have come does not even leave the database for whoever only runs the front desk. */
const COUPLE = `c.id, c.version, c.status, c.created_at, c.updated_at, v.treated, case when v.treated then c.stage end as stage,
  case when v.treated then c.betrayal end as betrayal
  from couple c cross join lateral (select c.id = any ((select visible_couples())::uuid[]) as treated) v`;

interface PartnerRow {
  couple_id: string;
  partner_id: string;
  role: PartnerRole;
  /** Null where the actor may know that there is a partner but not who. */
  id: string | null;
  given_name: string;
  family_name: string;
  preferred_name: string | null;
}

@Injectable()
export class CouplesService {
  constructor(
    private readonly stages: CoupleStagesService,
    private readonly changes: CoupleChangesService,
  ) {}

  async page(query: CoupleQuery): Promise<Page<CoupleDto>> {
    const [place, id] = placeOf(query.cursor);
    const rows = await sql<CoupleRow>(
      'couples-latest',
      `select c.updated_at::text as place, ${COUPLE}
       where ($1::uuid is null or c.id in (select p.couple_id from couple_partner p where p.client_id = $1))
         and ($2::text is null or (c.stage = $2 and v.treated)) and ($6::text is null or c.status = $6)
         and (c.updated_at, c.id) < ($3::timestamptz, $4::uuid)
       order by c.updated_at desc, c.id desc limit $5`,
      [query.clientId ?? null, query.stage ?? null, place, id, query.limit + 1, query.status ?? null],
    );
    const { items, next } = keyset(rows, query.limit, (row) => [row.place, row.id]);
    return { items: await this.dtos(items), next };
  }

  async one(id: string): Promise<CoupleDto> {
    const rows = await sql<CoupleRow>('couple-one', `select '' as place, ${COUPLE} where c.id = $1`, [id]);
    const [dto] = await this.dtos(rows);
    if (!dto) throw new NotFound('couple');
    return dto;
  }

  async some(ids: readonly string[]): Promise<CoupleDto[]> {
    return this.dtos(
      await sql<CoupleRow>('couples-some', `select '' as place, ${COUPLE} where c.id = any ($1::uuid[])`, [ids]),
    );
  }

  /** Only whoever treats both may link them. The link itself shows neither anything of the other. */
  async create(input: NewCouple): Promise<CoupleDto> {
    const [first, second] = input.partners as [Partner, Partner];
    assertTwoPeople([first, second]);
    await assertCareOfBoth([first.clientId, second.clientId]);
    const coupleId = newId();
    const at = now();
    const { id: staffId } = actor();
    await insertRow(Couple, {
      id: coupleId,
      stage: input.stage ?? null,
      betrayal: { types: input.betrayalTypes ?? [], discoveredOn: input.discoveredOn ?? null },
      status: 'active',
      createdAt: at,
      updatedAt: at,
      version: 1,
    });
    for (const [index, { clientId, role }] of [first, second].entries()) {
      await sql(
        'couple-partner-new',
        'insert into couple_partner (id, couple_id, client_id, place, role, from_at) values ($1, $2, $3, $4, $5, least(now(), $6))',
        [newId(), coupleId, clientId, index + 1, role, at],
      );
    }
    await takeIntoCare({ staffId, of: { coupleId }, addedBy: staffId });
    if (input.stage) await this.stages.keep(coupleId, input.stage, null);
    return this.one(coupleId);
  }

  async change(id: string, version: number, input: CoupleChange): Promise<CoupleDto> {
    const couple = await repo(Couple).findOneBy({ id });
    if (!couple) throw new NotFound('couple');
    await assertCareOf(id);
    if (couple.version !== version) throw new Stale(couple.version);
    for (const { clientId, role } of input.partners ?? []) {
      const [row] = await repo(CouplePartner).findBy({ coupleId: id, clientId });
      if (!row || row.toAt !== null) throw new NotFound('client');
      if (row.role === role) continue;
      await this.changes.keep(id, 'role', { reason: input.reason?.trim() || null, clientId, from: row.role, to: role });
      await changeRow(CouplePartner, row, { role });
    }
    const { stage, stageReason, betrayalTypes, discoveredOn } = input;
    if (stage !== undefined && stage !== couple.stage) await this.stages.keep(id, stage, stageReason?.trim() || null);
    const known = couple.betrayal ?? { types: [], discoveredOn: null };
    const betrayal = {
      types: betrayalTypes === undefined ? known.types : (betrayalTypes ?? []),
      discoveredOn: discoveredOn === undefined ? known.discoveredOn : discoveredOn,
    };
    await saveVersion(
      Couple,
      couple,
      { ...(stage === undefined ? {} : { stage }), betrayal, updatedAt: now() },
      version,
    );
    return this.one(id);
  }

  private async dtos(rows: CoupleRow[]): Promise<CoupleDto[]> {
    if (rows.length === 0) return [];
    const partners = await sql<PartnerRow>(
      'couples-partners',
      `select p.couple_id, p.client_id as partner_id, p.role, c.id, c.given_name, c.family_name, c.preferred_name
       from couple_partner p left join client c on c.id = p.client_id where p.couple_id = any ($1::uuid[]) order by p.couple_id, p.place`,
      [rows.map((row) => row.id)],
    );
    await reveal(
      Client,
      partners.filter((partner) => partner.id !== null),
    );
    await reveal(Couple, rows);
    const ended = rows.filter(({ status }) => status === 'ended').map(({ id }) => id);
    const endings = ended.length === 0 ? [] : await repo(CoupleEnding).find({ where: { coupleId: In(ended) } });
    return rows.map((row) => {
      const own = partners.filter((partner) => partner.couple_id === row.id);
      const ending = endings.find(({ coupleId, reopenedAt }) => coupleId === row.id && reopenedAt === null);
      return { ...dtoOf(row, own), ...(ending ? asTheyWere(ending) : {}) };
    });
  }
}

function dtoOf(row: CoupleRow, partners: PartnerRow[]): CoupleDto {
  const names = partners.map((partner) => (partner.id === null ? null : nameOf(partner)));
  return {
    id: row.id,
    version: row.version,
    displayName: coupleName(names),
    partners: partners.map((partner, i) => {
      const name = names[i] ?? null;
      return {
        clientId: partner.partner_id,
        role: partner.role,
        displayName: name && displayName(name),
        callName: name && callName(name),
      };
    }),
    status: row.status,
    ...(row.treated
      ? {
          betrayalTypes: row.betrayal?.types ?? [],
          discoveredOn: row.betrayal?.discoveredOn ?? null,
          stage: row.stage ?? null,
        }
      : {}),
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  };
}

/** What they were called when their work ended: who they have become is shown to nobody by way of it. */
const asTheyWere = ({ content: { displayName, partners } }: CoupleEnding) => ({ displayName, partners });

function placeOf(cursor: string | undefined): [string, string] {
  const key = decodeCursor(cursor, 2);
  if (key === null) return ['infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff'];
  const [place, id] = key;
  if (typeof place !== 'string' || Number.isNaN(Date.parse(place)) || !isId(id)) {
    throw new Invalid([{ path: 'cursor', code: 'format', message: 'This is not a place in the list.' }]);
  }
  return [place, id];
}

/** Throws `NotFound` for whom the actor cannot see, `Forbidden` for whom she does not treat, `RuleBroken` for who is linked. */
async function assertCareOfBoth(clientIds: [string, string]): Promise<void> {
  const rows = await sql<{ treated: boolean; linked: boolean }>(
    'couple-may-link',
    `select c.id = any ((select care_clients())::uuid[]) as treated,
       exists (select from couple_partner p where p.client_id = c.id and p.to_at is null) as linked
     from client c where c.id = any ($1::uuid[])`,
    [clientIds],
  );
  if (rows.length < 2) throw new NotFound('client');
  if (!rows.every((row) => row.treated))
    throw new Forbidden('not_in_your_care', 'Only whoever treats both may link them.');
  if (rows.some((row) => row.linked))
    throw new RuleBroken('already_in_couple', 'One of them is already linked to a partner.');
}
