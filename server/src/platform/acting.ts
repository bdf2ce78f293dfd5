import type { DataSource } from 'typeorm';
import { giveBackConnection, sql, takeConnection } from './database.js';
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

/**
 * What a person in care would be shown, decided by the row policies with her rights, inside this request's transaction
 * and written down as the actor's. Whoever calls has made sure that the actor may know it; `read` changes nothing.
 */
export async function withSightOf<T>(clientId: string, read: () => Promise<T>): Promise<T> {
  const [before] = await sql<Record<'actor' | 'roles' | 'client', string>>(
    'whose sight',
    `select current_setting('kept.actor') as actor, current_setting('kept.roles') as roles, current_setting('kept.client') as client`,
  );
  await become('', 'client', clientId);
  const found = await read();
  await become(before!.actor, before!.roles, before!.client);
  return found;
}

const become = (actor: string, roles: string, client: string): Promise<unknown> =>
  sql(
    'become',
    `select set_config('kept.actor', $1, true), set_config('kept.roles', $2, true), set_config('kept.client', $3, true)`,
    [actor, roles, client],
  );
