import { dayIn } from '../platform/days.js';
import { Injectable } from '@nestjs/common';
import { now } from '../platform/clock.js';
import { changeRow, insertRow, repo, saveVersion, sql } from '../platform/database.js';
import { Invalid, NotFound, RuleBroken } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { emit } from '../platform/outbox.js';
import { decodeCursor, keyset, type Page } from '../platform/paging.js';
import { actor } from '../platform/scope.js';
import { ScaleSchedule } from './scales.entity.js';
import { ScaleScheduled } from './scales.events.js';
import { InstrumentsService } from '../questionnaires/instruments.service.js';
import { factsOf } from './scales.service.js';
import { dueState, nextAskedOn, type SchedulePlan } from './schedule.rules.js';
import type { NewSchedule, NewScheduleDto, ScheduleDto, ScheduleQuery } from './schedules.dto.js';

interface Listed {
  id: string;
  version: number;
  client_id: string;
  couple_id: string | null;
  instrument_id: string;
  every_days: number | null;
  before_each_session: boolean;
  starts_on: string;
  expires_after_days: number | null;
  ended_on: string | null;
  created_at: Date;
  last_answered_on: string | null;
  time_zone: string;
}

@Injectable()
export class SchedulesService {
  constructor(private readonly instruments: InstrumentsService) {}

  /** Asks one person, or each partner, from a day on. An earlier asking of the same scale ends: nobody is asked twice. */
  async schedule(wanted: NewSchedule): Promise<NewScheduleDto> {
    check(wanted);
    const instrument = await this.instruments.measure(wanted.instrumentId);
    if (instrument.kind === 'form') factsOf(instrument);
    const { people, timeZone } = await this.peopleOf(wanted);
    const at = now();
    const today = dayIn(timeZone, at);
    const items: ScheduleDto[] = [];
    for (const clientId of people) {
      const open = await repo(ScaleSchedule).find({ where: { clientId, instrumentId: instrument.id } });
      for (const earlier of open.filter(({ endedOn }) => endedOn === null)) {
        await changeRow(ScaleSchedule, earlier, { endedOn: today, version: earlier.version + 1 });
      }
      const row: ScaleSchedule = {
        id: newId(),
        version: 1,
        clientId,
        coupleId: wanted.coupleId ?? null,
        instrumentId: instrument.id,
        everyDays: wanted.everyDays ?? null,
        beforeEachSession: wanted.beforeEachSession ?? false,
        startsOn: wanted.startsOn,
        expiresAfterDays: wanted.expiresAfterDays ?? null,
        endedOn: null,
        createdBy: actor().id,
        createdAt: at,
      };
      await insertRow(ScaleSchedule, row);
      await emit(new ScaleScheduled({ scheduleId: row.id, clientId }));
      items.push(dtoOf(row, instrument.title, null, today));
    }
    return { id: items[0]!.id, items };
  }

  async list(query: ScheduleQuery): Promise<Page<ScheduleDto>> {
    const key = decodeCursor(query.cursor, 2);
    const rows = await sql<Listed>(
      'scale schedules',
      `select s.*, k.time_zone, (select max(r.answered_on) from scale_response r
          where r.client_id = s.client_id and r.instrument_id = s.instrument_id) as last_answered_on
        from scale_schedule s join clinic k on k.id = s.clinic_id
        where ($1::uuid is null or s.client_id = $1) and ($2::uuid is null or s.couple_id = $2) and ($3::uuid is null or s.instrument_id = $3)
          and ($4::timestamptz is null or (s.created_at, s.id) < ($4, $5::uuid)) order by s.created_at desc, s.id desc limit $6`,
      [
        query.clientId ?? null,
        query.coupleId ?? null,
        query.instrumentId ?? null,
        key?.[0] ?? null,
        key?.[1] ?? null,
        query.limit + 1,
      ],
    );
    const at = now();
    const { items, next } = keyset(rows, query.limit, (row) => [row.created_at, row.id]);
    const known = await this.instruments.measures(items.map((row) => row.instrument_id));
    const titleOf = ({ instrument_id: id }: Listed): string => known.get(id)?.title ?? '';
    return {
      items: items.map((row) => dtoOf(planOf(row), titleOf(row), row.last_answered_on, dayIn(row.time_zone, at))),
      next,
    };
  }

  /** Stops the asking from today on. What was answered stays. */
  async end(id: string, version: number): Promise<void> {
    const row = await repo(ScaleSchedule).findOneBy({ id });
    if (!row) throw new NotFound('scale schedule');
    if (row.endedOn !== null) throw new RuleBroken('already_ended', 'This scale is no longer asked.');
    await saveVersion(ScaleSchedule, row, { endedOn: await this.today() }, version);
  }

  private async today(): Promise<string> {
    const [clinic] = await sql<{ time_zone: string }>('scales clinic zone', 'select time_zone from clinic');
    return dayIn(clinic?.time_zone ?? 'UTC', now());
  }

  /** The people to ask. Throws NotFound for a person or couple the actor does not see. */
  private async peopleOf({ clientId, coupleId }: NewSchedule): Promise<{ people: string[]; timeZone: string }> {
    const rows = coupleId
      ? await sql<{ client_id: string; time_zone: string }>(
          'schedule couple',
          `select p.client_id, k.time_zone from couple c join couple_partner p on p.couple_id = c.id and p.to_at is null
            join clinic k on k.id = c.clinic_id where c.id = $1 order by p.place`,
          [coupleId],
        )
      : await sql<{ client_id: string; time_zone: string }>(
          'schedule client',
          'select c.id as client_id, k.time_zone from client c join clinic k on k.id = c.clinic_id where c.id = $1',
          [clientId],
        );
    const first = rows[0];
    if (!first) throw new NotFound(coupleId ? 'couple' : 'client');
    return { people: rows.map((row) => row.client_id), timeZone: first.time_zone };
  }
}

function dtoOf(
  row: SchedulePlan & Omit<ScaleSchedule, 'createdBy' | 'createdAt'>,
  instrumentTitle: string,
  lastAnsweredOn: string | null,
  today: string,
): ScheduleDto {
  return {
    id: row.id,
    version: row.version,
    instrumentId: row.instrumentId,
    instrumentTitle,
    clientId: row.clientId,
    coupleId: row.coupleId,
    everyDays: row.everyDays,
    beforeEachSession: row.beforeEachSession,
    startsOn: row.startsOn,
    expiresAfterDays: row.expiresAfterDays,
    endedOn: row.endedOn,
    state: dueState(row, lastAnsweredOn, today),
    lastAnsweredOn,
    nextOn: nextAskedOn(row, today),
  };
}

function planOf(row: Listed): Omit<ScaleSchedule, 'createdBy' | 'createdAt'> {
  return {
    id: row.id,
    version: row.version,
    clientId: row.client_id,
    coupleId: row.couple_id,
    instrumentId: row.instrument_id,
    everyDays: row.every_days,
    beforeEachSession: row.before_each_session,
    startsOn: row.starts_on,
    expiresAfterDays: row.expires_after_days,
    endedOn: row.ended_on,
  };
}

/** Exactly one addressee, and exactly one rhythm. */
function check({ clientId, coupleId, everyDays, beforeEachSession }: NewSchedule): void {
  const faults = [];
  if (Boolean(clientId) === Boolean(coupleId)) {
    faults.push({ path: 'clientId', code: 'one_of', message: 'Name a client or a couple, and only one of them.' });
  }
  if (Boolean(everyDays) === Boolean(beforeEachSession)) {
    faults.push({
      path: 'everyDays',
      code: 'one_of',
      message: 'Choose a number of days or "before each session", and only one of them.',
    });
  }
  if (faults.length > 0) throw new Invalid(faults);
}
