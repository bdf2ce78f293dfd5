import type { QueryResultRow } from 'pg';
import type { DataSource } from 'typeorm';
import { giveBackConnection, takeConnection } from './database.js';
import type { Role } from './permissions.js';
import { scope, scopeOrNone, type Actor } from './scope.js';

interface OpenedRow {
  user_id: string;
  clinic_id: string;
  roles: Role[];
  client_id: string | null;
  login_id: string;
  idle_expires_at: Date;
  expires_at: Date;
}

/**
 * Opens the transaction of a request and, in the same trip, finds out who makes it: `open_request` looks the login
 * up, puts clinic, actor, roles and client into the transaction's settings and returns them. Null = not signed in.
 */
export async function openRequest(
  dataSource: DataSource,
  tokenHash: Buffer,
  extendIdle: boolean,
): Promise<Actor | null> {
  const current = scope();
  const client = await takeConnection(dataSource);
  const hash = tokenHash.toString('hex');
  // One message; everything in it is hexadecimal or made here, so it can be text.
  const opening = `begin; select * from open_request('\\x${hash}'::bytea, '${current.requestId}'::uuid, ${extendIdle})`;
  current.opening = opening;
  try {
    const results = (await client.query(opening)) as unknown as { rows: OpenedRow[] }[];
    const row = results[1]?.rows[0];
    if (!row) return null;
    current.actor = {
      id: row.user_id,
      clinicId: row.clinic_id,
      roles: row.roles,
      clientId: row.client_id,
      loginId: row.login_id,
      idleExpiresAt: row.idle_expires_at,
      expiresAt: row.expires_at,
    };
    return current.actor;
  } catch (error) {
    await giveBackConnection({ broken: true });
    throw error;
  }
}

/**
 * Opens the transaction of a request that shows a secret of its own instead of a login. `door` is one function of the
 * door, called with the secret's hash and the request: it puts whose it is into the settings. Null = there is none such.
 */
export async function openByHash<R extends QueryResultRow>(
  dataSource: DataSource,
  door: string,
  hash: Buffer,
): Promise<R | null> {
  const client = await takeConnection(dataSource);
  await client.query('begin');
  const text = `select * from ${door}($1, $2)`;
  const { rows } = await client.query<R>({ name: door, text, values: [hash, scope().requestId] });
  return rows[0] ?? null;
}

export interface Access {
  act: string;
  target: string;
  rowIds: string[];
  clientId: string | null;
  coupleId: string | null;
}

/** Writes the access row and commits, in one trip. No audit row, no data: either both happen or neither. */
export async function commitRequest(access: Access): Promise<void> {
  const { client } = scope();
  if (!client) return;
  const literal = (value: string | null): string => (value === null ? 'null' : `'${value.replaceAll("'", "''")}'`);
  const ids = access.rowIds.length === 0 ? `'{}'` : `'{${access.rowIds.join(',')}}'`;
  await client.query(
    `select audit_access(${literal(access.act)}, ${literal(access.target)}, ${ids}::uuid[], ${literal(access.clientId)}::uuid, ${literal(access.coupleId)}::uuid); commit`,
  );
  await giveBackConnection();
}

/** Commits without an access row: sign-in and the like, which write their own. */
export async function commitSilently(): Promise<void> {
  const { client } = scope();
  if (!client) return;
  await client.query('commit');
  await giveBackConnection();
}

/** After a failure: nothing of the request remains but, for a refusal, the audit of it. */
export async function closeRefused(status: number, target: string): Promise<void> {
  const current = scopeOrNone();
  if (!current?.client) return;
  const { client, actor, opening } = current;
  try {
    if (actor && opening && (status === 403 || status === 404)) {
      await client.query(`rollback; ${opening}`);
      await client.query({
        name: 'audit-refusal',
        text: `select audit_access($1, $2, '{}')`,
        values: [`refused ${status}`, target.slice(0, 200)],
      });
      await client.query('commit');
    } else await client.query('rollback');
    await giveBackConnection();
  } catch {
    await giveBackConnection({ broken: true });
  }
}
