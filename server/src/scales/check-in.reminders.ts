import type { Pool } from 'pg';
import { aroundOf, planOf, type PlanRow } from './schedule.rows.js';
import { askingState, currentAsking, type Asking } from './schedule.rules.js';
import { dayIn } from '../platform/days.js';

/** Puts one neutral word into the outbox for each asking that is open and of which nobody was told. Returns of how many. */
export async function remindOfCheckIns(pool: Pool, at: Date, most: number): Promise<number> {
  let told = 0;
  let after: readonly (string | null)[] = [null, null];
  for (let page = most; page === most;) {
    const rows = await candidates(pool, after, most);
    for (const row of rows) {
      const asking = openAsking(row, at);
      if (asking && !knows(row, asking) && (await tell(pool, row, asking))) told += 1;
    }
    page = rows.length;
    after = [rows.at(-1)?.clinic_id ?? null, rows.at(-1)?.id ?? null];
  }
  return told;
}

async function candidates(pool: Pool, after: readonly (string | null)[], most: number): Promise<PlanRow[]> {
  const { rows } = await pool.query<PlanRow>('select * from check_ins_to_tell($1, $2, $3)', [...after, most]);
  return rows;
}

/** Whether a plan still asks at this moment: it may have been answered, paused or ended while a mail waited for a safe hour. */
export async function stillAsked(pool: Pool, clinicId: string, scheduleId: string, at: Date): Promise<boolean> {
  const { rows } = await pool.query<PlanRow>('select * from check_in_of($1, $2)', [clinicId, scheduleId]);
  return rows[0] !== undefined && openAsking(rows[0], at) !== null;
}

function openAsking(row: PlanRow, at: Date): Asking | null {
  const [plan, around, today] = [planOf(row), aroundOf(row), dayIn(row.time_zone, at)];
  const asking = currentAsking(plan, around, today);
  return asking && askingState(asking, around, today) === 'open' ? asking : null;
}

/** Told of it before, or on the very day it was scheduled, when a word went out about that. */
const knows = (row: PlanRow, { on }: Asking): boolean =>
  (row.reminded_on !== null && row.reminded_on >= on) || on === dayIn(row.time_zone, row.created_at);

async function tell(pool: Pool, { clinic_id, id }: PlanRow, { on }: Asking): Promise<boolean> {
  const { rows } = await pool.query<{ told: boolean }>('select check_in_tell($1, $2, $3) as told', [clinic_id, id, on]);
  return rows[0]?.told ?? false;
}
