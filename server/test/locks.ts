import type { Client } from 'pg';

const OURS = `select pid from pg_locks where database = (select oid from pg_database where datname = current_database())`;

/** How many requests wait for a lock; other tests have databases of their own on the same Postgres. */
async function waiting(owner: Client): Promise<number> {
  const { rows } = await owner.query(`select 1 from pg_locks where not granted and pid in (${OURS})`);
  return rows.length;
}

/** Waits until `act` is held up with so many in all. Throws when it ends instead: then it looked at nobody's lock. */
export async function heldUp(owner: Client, act: Promise<unknown>, inAll: number): Promise<void> {
  const ended = { is: false };
  void act.finally(() => (ended.is = true)).catch(() => undefined);
  while ((await waiting(owner)) < inAll) {
    if (ended.is) throw new Error('it waited for nobody');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
