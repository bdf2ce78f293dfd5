import { Injectable } from '@nestjs/common';
import { now } from '../platform/clock.js';
import { insertRow, repo } from '../platform/database.js';
import { newId } from '../platform/ids.js';
import { actor } from '../platform/scope.js';
import { CoupleChanged, type ChangeContent, type ChangeKind } from './couple.entity.js';
import type { CoupleChangeDto } from './couple-events.dto.js';
import { assertCoupleSeen } from '../clients/seen.js';
import { staffNames } from '../clients/people-names.js';

/** A couple's frame changes a handful of times; more than this nobody reads. */
const MOST = 100;

/** Who changed what of a couple's frame, and why: roles, what happened, the end. For staff alone. */
@Injectable()
export class CoupleChangesService {
  async keep(coupleId: string, what: ChangeKind, content: ChangeContent, eventId: string | null = null): Promise<void> {
    const changedAt = now();
    await insertRow(CoupleChanged, {
      ...{ id: newId(), coupleId, eventId, what, content },
      ...{ changedBy: actor().id, changedAt },
    });
  }

  /** The newest first. Throws `NotFound` for a couple that is not the actor's to see. */
  async of(coupleId: string): Promise<CoupleChangeDto[]> {
    await assertCoupleSeen(coupleId);
    const rows = await repo(CoupleChanged).find({
      where: { coupleId },
      order: { changedAt: 'DESC', id: 'DESC' },
      take: MOST,
    });
    const names = await staffNames(rows.map(({ changedBy }) => changedBy));
    return rows.map(({ id, eventId, what, content, changedBy, changedAt }) => ({
      ...{ id, coupleId, eventId, what, changedBy },
      clientId: content.clientId ?? null,
      from: content.from ?? null,
      to: content.to ?? null,
      reason: content.reason,
      changedByName: names.get(changedBy) ?? '',
      changedAt: changedAt.toISOString(),
    }));
  }
}
