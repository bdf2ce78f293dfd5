import { sql } from '../platform/database.js';

/**
 * What is answered in session is what stood there: whoever is asked cannot take back a word, or one of the two the
 * readiness for a session, between the look at it and the giving. `what`: a question, or a session.
 */
export const oneAtATime = (what: string): Promise<unknown> =>
  sql('answering', 'select pg_advisory_xact_lock(hashtextextended($1, 0))', [what]);
