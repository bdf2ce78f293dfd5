import type { Pool } from 'pg';
import { nextAt, stepAt, toldTo, type RiskReach, type RiskStep } from './risk.rules.js';

interface DueRow {
  clinic_id: string;
  id: string;
  reach: RiskReach;
  reminded: boolean;
  asked_at: Date;
  due_at: Date;
  told_at: Date;
}

/** Where nobody of a kind is there to look at it, the next ones are told at once. */
const BEYOND: Record<RiskStep, readonly RiskStep[]> = {
  owner: ['owner', 'supervisors', 'admins'],
  supervisors: ['supervisors', 'admins'],
  admins: ['admins'],
};

/** Tells, of every alert that nobody took in its time, whoever is next. Returns of how many. */
export async function watchRisk(pool: Pool, at: Date, most: number): Promise<number> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const { rows } = await client.query<DueRow>('select * from risk_due($1, $2)', [at, most]);
    for (const { clinic_id, id, reach, reminded, asked_at, due_at, told_at } of rows) {
      const before = { reach, reminded, askedAt: asked_at, dueAt: due_at, toldAt: told_at };
      const first = stepAt(before, at);
      if (!first) continue;
      let after = before;
      for (const step of BEYOND[first]) {
        after = toldTo(before, step, at);
        const told = await client.query<{ n: number }>('select risk_tell($1, $2, $3) as n', [clinic_id, id, step]);
        if (told.rows[0]!.n > 0) break;
      }
      await client.query('select risk_step($1, $2, $3, $4, $5)', [clinic_id, id, after.reach, at, nextAt(after)]);
    }
    await client.query('commit');
    return rows.length;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}
