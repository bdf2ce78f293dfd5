import { Injectable } from '@nestjs/common';
import { now } from '../platform/clock.js';
import { insertRow, repo, sql } from '../platform/database.js';
import { NotFound } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { actor } from '../platform/scope.js';
import { CoupleStage } from './couple.entity.js';
import type { CoupleStageDto } from './couples.dto.js';
import type { Stage } from './couples.rules.js';
import { staffNames } from '../clients/people-names.js';

/** A couple moves a handful of times; more than this nobody reads. */
const MOST = 100;

/** The way of a couple through the stages. Going back is as plain an entry as going on. */
@Injectable()
export class CoupleStagesService {
  async keep(coupleId: string, stage: Stage | null, reason: string | null): Promise<void> {
    const changedAt = now();
    await insertRow(CoupleStage, { id: newId(), coupleId, stage, reason, changedBy: actor().id, changedAt });
  }

  /** The newest first. Throws `NotFound` for a couple that the actor neither treats nor supervises the care of. */
  async of(coupleId: string): Promise<CoupleStageDto[]> {
    const [treated] = await sql(
      'stages of couple',
      'select id from couple where id = $1 and id = any ((select visible_couples())::uuid[])',
      [coupleId],
    );
    if (!treated) throw new NotFound('couple');
    const rows = await repo(CoupleStage).find({
      where: { coupleId },
      order: { changedAt: 'DESC', id: 'DESC' },
      take: MOST,
    });
    const names = await staffNames(rows.map(({ changedBy }) => changedBy));
    return rows.map(({ changedAt, ...row }) => ({
      ...row,
      changedByName: names.get(row.changedBy) ?? '',
      changedAt: changedAt.toISOString(),
    }));
  }
}
