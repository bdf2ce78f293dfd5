import { sql } from '../platform/database.js';
import { NotFound } from '../platform/errors.js';

/**
 * Throws `NotFound` for a person the actor may not know of: a client sees herself, staff whom they treat or supervise, also
 * as half of a couple. What of her record they read, its rows decide.
 */
export async function assertClientSeen(clientId: string): Promise<void> {
  const [seen] = await sql('client seen', 'select id from client where id = $1', [clientId]);
  if (!seen) throw new NotFound('client');
}

/** Throws `NotFound` for a couple that the actor neither treats nor supervises, nor once treated. */
export async function assertCoupleSeen(coupleId: string): Promise<void> {
  const [seen] = await sql(
    'couple seen',
    'select id from couple where id = $1 and id = any ((select visible_couples())::uuid[])',
    [coupleId],
  );
  if (!seen) throw new NotFound('couple');
}
