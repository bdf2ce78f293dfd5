import { sql } from '../platform/database.js';
import type { Need } from './needs.rules.js';

/**
 * What each person the actor sees needs of them, by person. Asked of everybody at once and without a value, since Postgres
 * would plan anew for every value, and the plan costs more than the answer.
 */
export async function needsOfAll(): Promise<Map<string, Need>> {
  const rows = await sql<{ id: string; need: Need }>('needs', 'select id, need from need');
  return new Map(rows.map(({ id, need }) => [id, need]));
}
