import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { now } from '../platform/clock.js';
import { changeRow, insertRow, repo, saveVersion, sql } from '../platform/database.js';
import { dayIn } from '../platform/days.js';
import { NotFound, Refused, RuleBroken } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { emit } from '../platform/outbox.js';
import { decodeCursor, keyset, type Page } from '../platform/paging.js';
import { actor } from '../platform/scope.js';
import { InstrumentsService } from '../questionnaires/instruments.service.js';
import type { Measure } from '../questionnaires/measure.js';
import { ScaleSchedule } from './scales.entity.js';
import { ScaleScheduled } from './scales.events.js';
import { factsOf } from './scales.service.js';
import { type ListedPlan, PLANS, scheduleDto } from './schedule.rows.js';
import { asksTooOften } from './schedule.rules.js';
import { changed, checkNew, checkTerms, termsOf, type Terms } from './terms.rules.js';
import type { NewSchedule, NewScheduleDto, ScheduleChange, ScheduleDto, ScheduleQuery } from './schedules.dto.js';

@Injectable()
export class SchedulesService {
  constructor(private readonly instruments: InstrumentsService) {}

  /** Asks one person, or each partner, from a day on. An earlier asking of the same scale ends: nobody is asked twice. */
  async schedule(wanted: NewSchedule): Promise<NewScheduleDto> {
    checkNew(wanted);
    const instrument = await this.instruments.measure(wanted.instrumentId);
    if (instrument.kind === 'form') factsOf(instrument);
    const terms = termsOf(wanted, minIntervalOf(instrument));
    assertAllowed(terms, instrument.title);
    const { people, today } = await this.peopleOf(wanted);
    const ids: string[] = [];
    for (const clientId of people) {
      await this.endOpen({ clientId, instrumentId: instrument.id }, today);
      const row = await insertRow(ScaleSchedule, {
        ...{ id: newId(), version: 1, clientId, coupleId: wanted.coupleId ?? null, instrumentId: instrument.id },
        ...{ ...terms, endedOn: null, createdBy: actor().id, createdAt: now() },
      });
      ids.push(row.id);
      // What begins later and is told of then needs no word today.
      if (terms.startsOn <= today || !terms.remind) await emit(new ScaleScheduled({ scheduleId: row.id, clientId }));
    }
    return { id: ids[0]!, items: await Promise.all(ids.map((id) => this.one(id))) };
  }

  async list(query: ScheduleQuery): Promise<Page<ScheduleDto>> {
    const key = decodeCursor(query.cursor, 2);
    const rows = await sql<ListedPlan & Record<string, unknown>>(
      'scale schedules',
      `${PLANS}
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
    const { items, next } = keyset(rows, query.limit, (row) => [row.created_at, row.id]);
    const known = await this.instruments.measures(items.map((row) => row.instrument_id));
    const at = now();
    return {
      items: items.map((row) => scheduleDto(row, known.get(row.instrument_id)?.title ?? '', dayIn(row.time_zone, at))),
      next,
    };
  }

  /**
   * Other terms for a plan that runs. Throws `RuleBroken('already_begun')` for what only a plan that has not begun may change: a
   * new plan takes its place then, and what was asked stays as it was.
   */
  async change(id: string, wanted: ScheduleChange, version: number): Promise<ScheduleDto> {
    const row = await this.running(id);
    const today = await this.today();
    const instrument = await this.instruments.measure(row.instrumentId);
    const partner = wanted.both ? await this.sameOfPartner(row) : null;
    const patches = [row, partner].map((one) => one && changed(one, wanted, today));
    for (const terms of patches) {
      if (!terms) continue;
      checkTerms(terms);
      assertAllowed(terms, instrument.title);
    }
    await saveVersion(ScaleSchedule, row, patches[0]!, version);
    if (partner) await changeRow(ScaleSchedule, partner, { ...patches[1], version: partner.version + 1 });
    return this.one(id);
  }

  /** Stops the asking from today on, of the partner too where that is wished. What was answered stays. */
  async end(id: string, version: number, both = false): Promise<void> {
    const row = await this.running(id);
    const today = await this.today();
    await saveVersion(ScaleSchedule, row, { endedOn: today }, version);
    const partner = both ? await this.sameOfPartner(row) : null;
    if (partner) await changeRow(ScaleSchedule, partner, { endedOn: today, version: partner.version + 1 });
  }

  private async one(id: string): Promise<ScheduleDto> {
    const [row] = await sql<ListedPlan & Record<string, unknown>>('scale schedule', `${PLANS} where s.id = $1`, [id]);
    if (!row) throw new NotFound('scale schedule');
    const { title } = await this.instruments.measure(row.instrument_id);
    return scheduleDto(row, title, dayIn(row.time_zone, now()));
  }

  private async running(id: string): Promise<ScaleSchedule> {
    const row = await repo(ScaleSchedule).findOneBy({ id });
    if (!row) throw new NotFound('scale schedule');
    if (row.endedOn !== null) throw new RuleBroken('already_ended', 'This scale is no longer asked.');
    return row;
  }

  /** The same scale, asked of the partner in the work of the two. */
  private async sameOfPartner({ id, coupleId, instrumentId }: ScaleSchedule): Promise<ScaleSchedule | null> {
    if (coupleId === null) return null;
    const both = await repo(ScaleSchedule).findBy({ coupleId, instrumentId, endedOn: IsNull() });
    return both.find((one) => one.id !== id) ?? null;
  }

  private async endOpen(of: { clientId: string; instrumentId: string }, today: string): Promise<void> {
    for (const earlier of await repo(ScaleSchedule).findBy({ ...of, endedOn: IsNull() })) {
      await changeRow(ScaleSchedule, earlier, { endedOn: today, version: earlier.version + 1 });
    }
  }

  private async today(): Promise<string> {
    const [clinic] = await sql<{ time_zone: string }>('scales clinic zone', 'select time_zone from clinic');
    return dayIn(clinic?.time_zone ?? 'UTC', now());
  }

  /** The people to ask. Throws NotFound for a person or couple the actor does not see. */
  private async peopleOf({ clientId, coupleId, onlyFor }: NewSchedule): Promise<{ people: string[]; today: string }> {
    const rows = coupleId
      ? await sql<{ client_id: string }>(
          'schedule couple',
          `select p.client_id from couple c join couple_partner p on p.couple_id = c.id and p.to_at is null
            where c.id = $1 and ($2::uuid is null or p.client_id = $2) order by p.place`,
          [coupleId, onlyFor ?? null],
        )
      : await sql<{ client_id: string }>('schedule client', 'select c.id as client_id from client c where c.id = $1', [
          clientId,
        ]);
    if (rows.length === 0) throw new NotFound(coupleId ? 'couple' : 'client');
    return { people: rows.map((row) => row.client_id), today: await this.today() };
  }
}

/** Trackers ask about a week and may be answered on any day of it. */
const minIntervalOf = (measure: Measure): number | null =>
  measure.kind === 'form' ? (measure.facts?.minIntervalDays ?? null) : null;

function assertAllowed(terms: Terms, title: string): void {
  if (!asksTooOften({ ...terms, endedOn: null })) return;
  const message = `${title} is asked every ${terms.minIntervalDays} days at most: more often, its answers could not be compared.`;
  throw new Refused('asked_too_often', message, [{ path: 'everyDays', code: 'asked_too_often', message }]);
}
