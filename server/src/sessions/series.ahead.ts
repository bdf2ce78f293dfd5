import type { Pool } from 'pg';
import { dayAfter, dayIn } from '../platform/days.js';
import { daysOf, isOver, madeUntil, timesOn, type Rule } from './series.rules.js';

/** A week's worth at a time: a series is not touched every day. */
const MADE_AT_ONCE_DAYS = 7;
/** A series that has had all its sessions is not looked at again. */
const FOR_GOOD = '9999-12-31';

interface SeriesRow {
  clinic_id: string;
  id: string;
  rhythm: Rule['rhythm'];
  every: number;
  starts_on: string;
  at_time: string;
  minutes: number;
  until_on: string | null;
  times: number | null;
  ended_on: string | null;
  made_until: string;
  time_zone: string;
}

/**
 * Makes the sessions of every series whose time has come near, as if it were `at`; returns how many. After a time away
 * it begins with today: what was not in the calendar did not take place.
 */
export async function makeSessionsAhead(pool: Pool, at: Date, most: number): Promise<number> {
  let made = 0;
  for (let page = most; page === most;) {
    const { rows } = await pool.query<SeriesRow>('select * from series_to_make($1, $2)', [
      dayAfter(madeUntil(dayIn('UTC', at)), -MADE_AT_ONCE_DAYS),
      most,
    ]);
    for (const row of rows) made += await makeAhead(pool, row, at);
    page = rows.length;
  }
  return made;
}

async function makeAhead(pool: Pool, row: SeriesRow, at: Date): Promise<number> {
  const today = dayIn(row.time_zone, at);
  const rule = ruleOf(row);
  const until = madeUntil(dayIn('UTC', at));
  const from = [dayAfter(row.made_until, 1), today].sort()[1]!;
  const days = daysOf(rule, from, until);
  const times = days.map((day) => timesOn(rule, day, row.time_zone));
  const { rows } = await pool.query<{ n: number }>('select series_make($1, $2, $3, $4, $5, $6, $7) as n', [
    ...[row.clinic_id, row.id, row.made_until, isOver(rule, until) ? FOR_GOOD : until, days],
    times.map(({ startsAt }) => startsAt),
    times.map(({ endsAt }) => endsAt),
  ]);
  return rows[0]?.n ?? 0;
}

const ruleOf = (row: SeriesRow): Rule => ({
  rhythm: row.rhythm,
  every: row.every,
  startsOn: row.starts_on,
  atTime: row.at_time,
  minutes: row.minutes,
  untilOn: row.until_on,
  times: row.times,
  endedOn: row.ended_on,
});
