import { dayAfter } from '../platform/days.js';
import { Injectable } from '@nestjs/common';
import { now } from '../platform/clock.js';
import { changeRow, insertRow, repo, sql } from '../platform/database.js';
import { NotFound, RuleBroken } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import type { Page } from '../platform/paging.js';
import { actor } from '../platform/scope.js';
import { clinicToday } from './assignment.rows.js';
import { HomeworkPause } from './assignments.entity.js';
import type { PauseDto } from './sequences.dto.js';

/** Days without homework: hers to take, and her therapist's to give. Nothing is reset, all days move by as many. */
@Injectable()
export class PausesService {
  async list(clientId: string): Promise<Page<PauseDto>> {
    await assertSeen(clientId);
    const rows = await repo(HomeworkPause).find({ where: { clientId }, order: { setAt: 'DESC' }, take: 20 });
    return { items: rows.map((row) => dtoOf(row)), next: null };
  }

  /** From today for so many days. Throws `RuleBroken('already_paused')`, `NotFound` for whom the actor does not see. */
  async take(clientId: string, days: number): Promise<PauseDto> {
    await assertSeen(clientId);
    const today = await clinicToday();
    const open = (await repo(HomeworkPause).findBy({ clientId })).some(
      ({ endedOn, untilOn }) => endedOn === null && untilOn > today,
    );
    if (open) throw new RuleBroken('already_paused', 'There is a pause already.');
    const row = await insertRow(HomeworkPause, {
      id: newId(),
      clientId,
      fromOn: today,
      untilOn: dayAfter(today, days),
      endedOn: null,
      setBy: actor().id,
      setAt: now(),
    });
    return dtoOf(row);
  }

  async end(id: string): Promise<PauseDto> {
    const row = await repo(HomeworkPause).findOneBy({ id });
    if (!row) throw new NotFound('pause');
    const today = await clinicToday();
    if (row.endedOn !== null || row.untilOn <= today) throw new RuleBroken('invalid_transition', 'This pause is over.');
    await changeRow(HomeworkPause, row, { endedOn: today });
    return dtoOf(row);
  }
}

/** A client sees herself, staff whom they treat. */
async function assertSeen(clientId: string): Promise<void> {
  const [seen] = await sql('pause client', 'select 1 from client where id = $1', [clientId]);
  if (!seen) throw new NotFound('client');
}

const dtoOf = ({ id, clientId, fromOn, untilOn, endedOn }: HomeworkPause): PauseDto => ({
  ...{ id, clientId, fromOn, untilOn, endedOn },
});
