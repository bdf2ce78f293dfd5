import { sql } from '../platform/database.js';

/** The partners of a couple the actor may see, in their own order; none when it is not hers to see. */
export async function partnersOf(coupleId: string | null): Promise<string[]> {
  const rows = await sql<{ client_id: string }>(
    'couple partners',
    'select client_id from couple_partner where couple_id = $1 and to_at is null order by place',
    [coupleId],
  );
  return rows.map((row) => row.client_id);
}
