import { Injectable } from '@nestjs/common';
import { namesInCare } from '../clients/people-names.js';
import { assertClientSeen } from '../clients/seen.js';
import { now } from '../platform/clock.js';
import { changeRow, insertRow, repo, sql } from '../platform/database.js';
import { dayAfter } from '../platform/days.js';
import { NotFound, RuleBroken } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import type { Page } from '../platform/paging.js';
import { actor } from '../platform/scope.js';
import { clinicToday } from './assignment.rows.js';
import { HomeworkPause, type PausedWork } from './assignments.entity.js';
import type { PauseDto, RunningPauseDto } from './sequences.dto.js';

interface PauseRow {
  id: string;
  client_id: string;
  what: PausedWork;
  from_on: string;
  until_on: string;
  ended_on: string | null;
  by_client: boolean;
}

const PAUSE = `select p.id, p.client_id, p.what, p.from_on::text, p.until_on::text, p.ended_on::text,
  exists (select from app_user u where u.id = p.set_by and u.client_id = p.client_id) as by_client from homework_pause p`;

/** Days without homework, or without check-ins: hers to take, and her therapist's to give. Nothing is reset by it. */
@Injectable()
export class PausesService {
  async list(clientId: string): Promise<Page<PauseDto>> {
    await assertClientSeen(clientId);
    const rows = await sql<PauseRow & Record<string, unknown>>(
      'pauses of one',
      `${PAUSE} where p.client_id = $1 order by p.set_at desc, p.id desc limit 20`,
      [clientId],
    );
    return { items: rows.map(dtoOf), next: null };
  }

  /** What holds today for people in the actor's own care, and in that of couples. */
  async running(): Promise<Page<RunningPauseDto>> {
    const rows = await sql<PauseRow & Record<string, unknown>>(
      'pauses running',
      `${PAUSE} cross join clinic_day d where p.ended_on is null and p.from_on <= d.today and p.until_on > d.today
        and p.client_id = any ((select care_people())::uuid[]) order by p.until_on, p.id limit 50`,
    );
    const nameOf = await namesInCare(rows.map((row) => ({ clientId: row.client_id, coupleId: null })));
    return {
      items: rows.map((row) => ({ ...dtoOf(row), displayName: nameOf({ clientId: row.client_id, coupleId: null }) })),
      next: null,
    };
  }

  /** From today for so many days. Throws `RuleBroken('already_paused')`, `NotFound` for whom the actor does not see. */
  async take(clientId: string, days: number, what: PausedWork = 'homework'): Promise<PauseDto> {
    await assertClientSeen(clientId);
    const today = await clinicToday();
    const open = (await repo(HomeworkPause).findBy({ clientId, what })).some(
      ({ endedOn, untilOn }) => endedOn === null && untilOn > today,
    );
    if (open) throw new RuleBroken('already_paused', 'There is a pause already.');
    const { id } = await insertRow(HomeworkPause, {
      id: newId(),
      clientId,
      what,
      fromOn: today,
      untilOn: dayAfter(today, days),
      endedOn: null,
      setBy: actor().id,
      setAt: now(),
    });
    return pauseOf(id);
  }

  async end(id: string): Promise<PauseDto> {
    const row = await repo(HomeworkPause).findOneBy({ id });
    if (!row) throw new NotFound('pause');
    const today = await clinicToday();
    if (row.endedOn !== null || row.untilOn <= today) throw new RuleBroken('invalid_transition', 'This pause is over.');
    await changeRow(HomeworkPause, row, { endedOn: today });
    return pauseOf(id);
  }
}

async function pauseOf(id: string): Promise<PauseDto> {
  const [row] = await sql<PauseRow & Record<string, unknown>>('pause', `${PAUSE} where p.id = $1`, [id]);
  if (!row) throw new NotFound('pause');
  return dtoOf(row);
}

const dtoOf = (row: PauseRow): PauseDto => ({
  ...{ id: row.id, clientId: row.client_id, what: row.what, byClient: row.by_client },
  ...{ fromOn: row.from_on, untilOn: row.until_on, endedOn: row.ended_on },
});
