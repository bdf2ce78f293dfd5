import { Injectable } from '@nestjs/common';
import { assertCoupleSeen } from '../clients/seen.js';
import { now } from '../platform/clock.js';
import { insertRow, repo, saveVersion } from '../platform/database.js';
import { Invalid, NotFound, RuleBroken } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { actor } from '../platform/scope.js';
import { assertCareOf } from '../clients/care.js';
import { CoupleChangesService } from './couple-changes.service.js';
import type { BetrayalChange, BetrayalDto, NewBetrayal } from './couple-events.dto.js';
import { BetrayalEvent, type BetrayalContent } from './couple.entity.js';
import { bothOf } from './couple.partners.js';
import { staffNames } from '../clients/people-names.js';

/** A couple has a few; more than this nobody reads. */
const MOST = 50;

/** What happened between two people, each thing with its own roles. Staff only: no portal meets any of it. */
@Injectable()
export class BetrayalsService {
  constructor(private readonly changes: CoupleChangesService) {}

  /** In the order they were entered. */
  async of(coupleId: string): Promise<BetrayalDto[]> {
    await assertCoupleSeen(coupleId);
    return dtosOf(await repo(BetrayalEvent).find({ where: { coupleId }, order: { createdAt: 'ASC' }, take: MOST }));
  }

  async add(coupleId: string, input: NewBetrayal): Promise<BetrayalDto> {
    await assertCoupleSeen(coupleId);
    await assertCareOf(coupleId);
    const content = await contentOf(coupleId, input);
    const at = now();
    const row = await insertRow(BetrayalEvent, {
      ...{ id: newId(), version: 1, coupleId, content, createdBy: actor().id },
      ...{ createdAt: at, updatedAt: at, closedAt: null },
    });
    await this.changes.keep(coupleId, 'event_added', { reason: null }, row.id);
    return one(row);
  }

  async change(id: string, { reason, ...input }: BetrayalChange, version: number): Promise<BetrayalDto> {
    const row = await this.open(id);
    const content = await contentOf(row.coupleId, input);
    await saveVersion(BetrayalEvent, row, { content, updatedAt: now() }, version);
    await this.changes.keep(row.coupleId, 'event_changed', { reason }, id);
    return one(row);
  }

  /** It stays in the record; nothing new hangs on it. */
  async close(id: string, reason: string, version: number): Promise<BetrayalDto> {
    const row = await this.open(id);
    const at = now();
    await saveVersion(BetrayalEvent, row, { closedAt: at, updatedAt: at }, version);
    await this.changes.keep(row.coupleId, 'event_closed', { reason }, id);
    return one(row);
  }

  private async open(id: string): Promise<BetrayalEvent> {
    const row = await repo(BetrayalEvent).findOneBy({ id });
    if (!row) throw new NotFound('betrayal');
    await assertCareOf(row.coupleId);
    if (row.closedAt !== null) throw new RuleBroken('invalid_transition', 'This has been closed.');
    return row;
  }
}

/** Throws `Invalid` unless each partner of the couple, and nobody else, is given a part. */
async function contentOf(coupleId: string, input: NewBetrayal): Promise<BetrayalContent> {
  const both = await bothOf(coupleId);
  const named = input.roles.map(({ clientId }) => clientId);
  if (!both.every((id) => named.includes(id)) || named.some((id) => !both.includes(id)))
    throw new Invalid([{ path: 'roles', code: 'not_a_partner', message: 'Give each of the two partners a role.' }]);
  return {
    types: input.types,
    known: input.known?.trim() || null,
    discoveredOn: input.discoveredOn ?? null,
    roles: both.map((clientId) => ({
      clientId,
      role: input.roles.find((each) => each.clientId === clientId)?.role ?? 'unspecified',
    })),
  };
}

const one = async (row: BetrayalEvent): Promise<BetrayalDto> => (await dtosOf([row]))[0]!;

async function dtosOf(rows: readonly BetrayalEvent[]): Promise<BetrayalDto[]> {
  const names = await staffNames(rows.map(({ createdBy }) => createdBy));
  return rows.map(({ id, version, coupleId, content, createdBy, createdAt, updatedAt, closedAt }) => ({
    ...{ id, version, coupleId, ...content },
    createdByName: names.get(createdBy) ?? '',
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
    closedAt: closedAt?.toISOString() ?? null,
  }));
}
