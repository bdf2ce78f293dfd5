import { sql } from '../platform/database.js';

/**
 * What comes before a partner waits while this is true: somebody told of a concern; `strict`: also where a clear safety
 * check of the last ninety days is missing. The database's own answer, which its policies ask for as well.
 */
export async function isHeld(coupleId: string, strict: boolean): Promise<boolean> {
  const [gate] = await sql<{ held: boolean }>('safety gate', 'select release_held($1, $2) as held', [coupleId, strict]);
  return gate?.held ?? true;
}
