import { Injectable } from '@nestjs/common';
import { now } from '../platform/clock.js';
import { sql } from '../platform/database.js';
import { dayAfter, dayIn, daysBetween } from '../platform/days.js';
import { Invalid, NotFound } from '../platform/errors.js';
import { InstrumentsService } from '../questionnaires/instruments.service.js';
import { aroundOf, planOf, type PlanRow } from './schedule.rows.js';
import { askings, askingState, type Rest } from './schedule.rules.js';
import type { CalendarAskingDto, CalendarPersonDto, CalendarQuery, ScaleCalendarDto } from './schedules.dto.js';

interface AnswerRow {
  client_id: string;
  instrument_id: string;
  on: string;
}

interface SessionRow {
  client_id: string;
  on: string;
  starts_at: Date;
  status: 'planned' | 'held' | 'missed';
}

interface RestRow extends Rest {
  client_id: string;
}

/** Of a couple only what belongs to the work of the two: the care of one alone stays out of it. */
const PLANS = `select * from check_in_plan where client_id = any ($1::uuid[]) and ($2::uuid is null or couple_id = $2)
  and starts_on <= $3 order by created_at, id limit 200`;
const ANSWERS = `select distinct r.client_id, r.instrument_id, r.answered_on::text as on from scale_response r
  where r.client_id = any ($1::uuid[]) and ($2::uuid is null or r.couple_id = $2) and r.answered_on between $3 and $4 order by 3, 2`;
const SESSIONS = `select client_id, on_day::text as on, starts_at, status from session_day
  where client_id = any ($1::uuid[]) and ($2::uuid is null or couple_id = $2) and on_day between $3 and $4 order by starts_at`;
const RESTS = `select client_id, from_on::text as from, until_on::text as until from check_in_rest
  where client_id = any ($1::uuid[]) and from_on <= $3 and until_on > $2 order by from_on`;

const LONGEST_DAYS = 100;

/** What is, was and will be asked of one person or two, day by day, for whoever treats them. */
@Injectable()
export class CalendarService {
  constructor(private readonly instruments: InstrumentsService) {}

  /** Throws `Invalid` for a span that is none, or too long; `NotFound` for whom the actor does not see. */
  async of(query: CalendarQuery): Promise<ScaleCalendarDto> {
    check(query);
    const { from, to } = query;
    const { people, timeZone } = await peopleOf(query);
    const couple = query.coupleId ?? null;
    const plans = await sql<PlanRow & Record<string, unknown>>('calendar plans', PLANS, [people, couple, to]);
    const answers = await sql<AnswerRow & Record<string, unknown>>('calendar answers', ANSWERS, [
      people,
      couple,
      from,
      to,
    ]);
    const sessions = await sql<SessionRow & Record<string, unknown>>('calendar sessions', SESSIONS, [
      people,
      couple,
      from,
      to,
    ]);
    const rests = await sql<RestRow & Record<string, unknown>>('calendar rests', RESTS, [people, from, to]);
    const known = await this.instruments.measures([...plans, ...answers].map((row) => row.instrument_id));
    const titleOf = (id: string): string => known.get(id)?.title ?? '';
    const today = dayIn(timeZone, now());
    const personOf = (clientId: string): CalendarPersonDto => ({
      clientId,
      askings: plans
        .filter((row) => row.client_id === clientId)
        .flatMap((row) => askingsOf(row, titleOf(row.instrument_id), query, today))
        .sort((a, b) => a.on.localeCompare(b.on) || a.title.localeCompare(b.title)),
      answers: answers
        .filter((row) => row.client_id === clientId)
        .map(({ instrument_id, on }) => ({ instrumentId: instrument_id, title: titleOf(instrument_id), on })),
      sessions: sessions
        .filter((row) => row.client_id === clientId)
        .map(({ on, starts_at, status }) => ({ on, startsAt: starts_at.toISOString(), status })),
      rests: rests.filter((row) => row.client_id === clientId).map((row) => ({ from: row.from, until: row.until })),
    });
    return { from, to, today, people: people.map(personOf) };
  }
}

function askingsOf(row: PlanRow, title: string, { from, to }: CalendarQuery, today: string): CalendarAskingDto[] {
  const around = aroundOf(row);
  return askings(planOf(row), around, from, to).map((asking) => ({
    ...{ scheduleId: row.id, instrumentId: row.instrument_id, title, on: asking.on },
    until: asking.until > dayAfter(asking.on, 366) ? null : asking.until,
    ...{ sessionOn: asking.sessionOn, answeredOn: asking.answeredOn, state: askingState(asking, around, today) },
  }));
}

async function peopleOf({ clientId, coupleId }: CalendarQuery): Promise<{ people: string[]; timeZone: string }> {
  const rows = await sql<{ client_id: string; time_zone: string }>(
    'calendar people',
    `select c.id as client_id, k.time_zone from client c join clinic k on k.id = c.clinic_id
      left join couple_partner p on p.client_id = c.id and p.couple_id = $2 and p.to_at is null
      where c.id = $1 or p.couple_id = $2 order by p.place`,
    [clientId ?? null, coupleId ?? null],
  );
  if (!rows[0]) throw new NotFound(coupleId ? 'couple' : 'client');
  return { people: rows.map((row) => row.client_id), timeZone: rows[0].time_zone };
}

function check({ clientId, coupleId, from, to }: CalendarQuery): void {
  const days = daysBetween(from, to);
  const faults = [];
  if (Boolean(clientId) === Boolean(coupleId))
    faults.push({ path: 'clientId', code: 'one_of', message: 'Name a client or a couple, and only one of them.' });
  if (days < 0 || days >= LONGEST_DAYS)
    faults.push({ path: 'to', code: 'span', message: `From the first to the last day are 1 to ${LONGEST_DAYS} days.` });
  if (faults.length > 0) throw new Invalid(faults);
}
