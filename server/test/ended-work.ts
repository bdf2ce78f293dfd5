import pg from 'pg';
import type { Agent } from './agent.js';
import type { World } from './world.js';

/** The body of an answer that is no refusal. */
export async function made<T>(asked: Promise<{ status: number; body: unknown }>): Promise<T> {
  const { status, body } = await asked;
  if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body as T;
}

/** Dr Ellis treats the couple and not Maya, Sam Okoro treats her alone, a supervisor reads with Dr Ellis. */
export async function treatedApart(w: World): Promise<void> {
  await made(w.therapist.post(`/clients/${w.maya.clientId}/care-team`, { staffId: w.therapist2.userId }));
  const { items } = await made<{ items: { id: string; staffId: string }[] }>(
    w.therapist.get(`/clients/${w.maya.clientId}/care-team`),
  );
  const own = items.find(({ staffId }) => staffId === w.therapist.userId)!;
  await made(w.admin.delete(`/clients/${w.maya.clientId}/care-team/${own.id}`));
  // in the world she supervises him, who treats Maya now
  await w.owner.query('update supervision set to_at = now() where therapist_id = $1', [w.therapist2.userId]);
  await made(
    w.admin.post(`/staff/${w.therapist.userId}/supervisions`, { supervisorId: w.supervisor.userId, cosign: true }),
  );
}

export const endWork = (w: World): Promise<unknown> =>
  made(w.therapist.post(`/couples/${w.coupleId}/end`, { reason: 'Each goes on alone.' }));

const READERS = {
  ...{ maya: 'client', tom: 'client', therapist: 'therapist', therapist2: 'therapist' },
  ...{ supervisor: 'supervisor', admin: 'admin' },
} as const;
export type Reader = keyof typeof READERS;

/** The ids of a table's rows that the database itself lets somebody see, past every service. */
export async function rowsSeen(w: World, table: string, reader: Reader): Promise<string[]> {
  const who: Agent = w[reader];
  const app = new pg.Client({ connectionString: w.database.app });
  await app.connect();
  try {
    await app.query('begin');
    await app.query(
      `select set_config('kept.clinic', $1, true), set_config('kept.actor', $2, true), set_config('kept.roles', $3, true), set_config('kept.client', $4, true)`,
      [w.clinicId, who.userId, READERS[reader], who.clientId ?? ''],
    );
    const { rows } = await app.query<{ id: string }>(`select id from ${table}`);
    return rows.map(({ id }) => id);
  } finally {
    await app.end();
  }
}

/** For each reader, by name, which of these rows she sees. */
export async function seenByAll(
  w: World,
  table: string,
  named: Record<string, string>,
): Promise<Record<Reader, string[]>> {
  const found = {} as Record<Reader, string[]>;
  for (const reader of Object.keys(READERS) as Reader[]) found[reader] = await seenBy(w, table, named, reader);
  return found;
}

export async function seenBy(
  w: World,
  table: string,
  named: Record<string, string>,
  reader: Reader,
): Promise<string[]> {
  const seen = await rowsSeen(w, table, reader);
  return seen.map((id) => Object.keys(named).find((name) => named[name] === id) ?? 'another').sort();
}

/** What a migration asks of the database, in its order. */
export async function statementsOf(migration: { up(runner: never): Promise<void> }): Promise<string[]> {
  const asked: string[] = [];
  const runner = { query: (text: string) => Promise.resolve(void asked.push(text)) };
  await migration.up(runner as never);
  return asked;
}
