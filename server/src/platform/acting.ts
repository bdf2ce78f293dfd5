import type { DataSource } from 'typeorm';
import { giveBackConnection, takeConnection } from './database.js';
import { isId } from './ids.js';
import { newScope, runInScope, scope, type Actor } from './scope.js';

/**
 * Runs `work` in a transaction of its own as somebody of a clinic, without a request: for seeds and tests. The row
 * policies hold as for that person's own requests; there is no way here to act as nobody in particular. `at` = the moment it tells of.
 */
export async function actingAs<T>(
  dataSource: DataSource,
  who: Pick<Actor, 'id' | 'clinicId' | 'roles' | 'clientId'>,
  work: () => Promise<T>,
  at: Date | null = null,
): Promise<T> {
  if (!isId(who.id) || !isId(who.clinicId)) throw new Error('acting needs somebody');
  return runInScope(newScope(), async () => {
    const client = await takeConnection(dataSource);
    try {
      await client.query('begin');
      await client.query(
        `select set_config('kept.clinic', $1, true), set_config('kept.actor', $2, true), set_config('kept.roles', $3, true),
           set_config('kept.client', $4, true), set_config('kept.request', $5, true)`,
        [who.clinicId, who.id, who.roles.join(','), who.clientId ?? '', scope().requestId],
      );
      scope().at = at;
      scope().actor = { ...who, loginId: '', idleExpiresAt: new Date(0), expiresAt: new Date(0) };
      const result = await work();
      await client.query('commit');
      await giveBackConnection();
      return result;
    } catch (error) {
      await giveBackConnection({ broken: true });
      throw error;
    }
  });
}
