import { sql } from '../platform/database.js';
import { actor } from '../platform/scope.js';

/** The partners of a couple the actor may see, in their own order; none when it is not hers to see. */
export async function partnersOf(coupleId: string | null): Promise<string[]> {
  const rows = await sql<{ client_id: string }>(
    'couple partners',
    'select client_id from couple_partner where couple_id = $1 and to_at is null order by place',
    [coupleId],
  );
  return rows.map((row) => row.client_id);
}

/** Both of a couple that the actor is of, or treats, whoever she is; none when it is neither. Not to be shown to a partner. */
export async function bothOf(coupleId: string): Promise<string[]> {
  const [row] = await sql<{ ids: string[] }>('couple both', 'select both_of($1) as ids', [coupleId]);
  return row?.ids ?? [];
}

/** The same for reading: staff who read the record of two whose work has ended find both, the two themselves do not. */
export async function pairOf(coupleId: string): Promise<string[]> {
  if (actor().clientId !== null) return bothOf(coupleId);
  const rows = await sql<{ client_id: string }>(
    'couple pair',
    `select client_id from couple_partner where couple_id = $1 and couple_id = any ((select visible_couples())::uuid[]) order by place`,
    [coupleId],
  );
  return rows.map((row) => row.client_id);
}
