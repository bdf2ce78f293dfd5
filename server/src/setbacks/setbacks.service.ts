import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { PausesService } from '../assignments/pauses.service.js';
import { namesInCare } from '../clients/people-names.js';
import { now } from '../platform/clock.js';
import { changeRow, insertRow, repo, sql } from '../platform/database.js';
import { NotFound, RuleBroken } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import type { Page } from '../platform/paging.js';
import { actor } from '../platform/scope.js';
import { speaksOfDanger } from './danger.rules.js';
import { assertClientSeen } from '../clients/seen.js';
import { assertSelf, coupleNow } from './plans.service.js';
import { Setback } from './setback.entity.js';
import type { NewSetback, SetbackDto, WaitingSetbackDto } from './setbacks.dto.js';

/** Those of people in the actor's own care, oldest first; those of a former couple no longer wait for its therapist. */
const WAITING = `select id from setback_unseen order by told_at, id limit 50`;

@Injectable()
export class SetbacksService {
  constructor(private readonly pauses: PausesService) {}

  /** Nothing is reset by it. Throws `NotFound` for anybody but the person herself. */
  async tell(clientId: string, { note, pauseDays }: NewSetback): Promise<SetbackDto> {
    await assertSelf(clientId);
    const row = await insertRow(Setback, {
      ...{ id: newId(), clientId, coupleId: await coupleNow(clientId) },
      content: { note: note ?? null, urgent: speaksOfDanger(note ?? '') },
      ...{ toldAt: now(), seenBy: null, seenAt: null },
    });
    if (pauseDays) await this.pause(clientId, pauseDays);
    return dtoOf(row);
  }

  /** Newest first. */
  async of(clientId: string): Promise<Page<SetbackDto>> {
    await assertClientSeen(clientId);
    const rows = await repo(Setback).find({ where: { clientId }, order: { toldAt: 'DESC', id: 'DESC' }, take: 50 });
    return { items: rows.map(dtoOf), next: null };
  }

  async waiting(): Promise<Page<WaitingSetbackDto>> {
    const found = await sql<{ id: string }>('setbacks waiting', WAITING);
    const rows = await repo(Setback).find({
      where: { id: In(found.map(({ id }) => id)), seenAt: IsNull() },
      order: { toldAt: 'ASC', id: 'ASC' },
    });
    const nameOf = await namesInCare(rows.map(({ clientId }) => ({ clientId, coupleId: null })));
    return {
      items: rows.map(({ id, clientId, content, toldAt }) => ({
        ...{ id, clientId, displayName: nameOf({ clientId, coupleId: null }) },
        ...{ urgent: content.urgent, toldAt: toldAt.toISOString() },
      })),
      next: null,
    };
  }

  /** A therapist has taken note. Throws `RuleBroken('invalid_transition')` when somebody has already. */
  async takeNote(id: string): Promise<SetbackDto> {
    const row = await repo(Setback).findOneBy({ id });
    if (!row) throw new NotFound('setback');
    if (row.seenAt) throw new RuleBroken('invalid_transition', 'Somebody has taken note of this already.');
    return dtoOf(await changeRow(Setback, row, { seenBy: actor().id, seenAt: now() }));
  }

  /** Whoever has paused already keeps the pause she has. */
  private async pause(clientId: string, days: number): Promise<void> {
    try {
      await this.pauses.take(clientId, days);
    } catch (fault) {
      if (!(fault instanceof RuleBroken)) throw fault;
    }
  }
}

const dtoOf = ({ id, clientId, content, toldAt, seenAt }: Setback): SetbackDto => ({
  ...{ id, clientId, note: content.note, urgent: content.urgent },
  ...{ toldAt: toldAt.toISOString(), seenAt: seenAt?.toISOString() ?? null },
});
