import type { Pool } from 'pg';
import { openQuarters } from './quarters.rules.js';

/** Counts the askings of this quarter and of the one before anew, of every clinic. Returns of how many people it changed. */
export async function tallyAskings(pool: Pool, at: Date): Promise<number> {
  const { from, to } = openQuarters(at.toISOString().slice(0, 10));
  const today = at.toISOString().slice(0, 10);
  const { rows } = await pool.query<{ n: number }>('select asking_refresh($1, $2) as n', [
    from,
    today < to ? today : to,
  ]);
  return rows[0]?.n ?? 0;
}
