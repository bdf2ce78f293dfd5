import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { AloneAgain0029 } from '../../migrations/0029-alone-again.js';
import { etag } from './acts.js';
import type { Agent } from './agent.js';
import { world, type World } from './world.js';

/**
 * Maya's journal over the end of her work with Tom. Dr Ellis treats the couple and not her, Sam Okoro treats her alone, a
 * supervisor reads with Dr Ellis.
 */
let w: World;
beforeAll(async () => {
  w = await world();
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
}, 60_000);
afterAll(() => w.close());

interface Entry {
  id: string;
  version: number;
}
async function made<T>(asked: Promise<{ status: number; body: unknown }>): Promise<T> {
  const { status, body } = await asked;
  if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body as T;
}
const write = (text: string): Promise<Entry> =>
  made<Entry>(w.maya.post(`/clients/${w.maya.clientId}/journal`, { win: { text } }));
const change = (entry: Entry, text: string): Promise<Entry> =>
  made<Entry>(w.maya.patch(`/journal/${entry.id}`, { win: { text } }, etag(entry.version)));

/** Which of the entries the rows themselves let somebody see, past every service. */
async function seenBy(who: Agent, role: string): Promise<string[]> {
  const app = new pg.Client({ connectionString: w.database.app });
  await app.connect();
  await app.query('begin');
  await app.query(
    `select set_config('kept.clinic', $1, true), set_config('kept.actor', $2, true), set_config('kept.roles', $3, true), set_config('kept.client', $4, true)`,
    [w.clinicId, who.userId, role, who.clientId ?? ''],
  );
  const { rows } = await app.query<{ id: string }>('select id from journal_entry');
  await app.end();
  return rows.map(({ id }) => Object.entries(entries).find(([, entry]) => entry.id === id)?.[0] ?? 'another').sort();
}
const entries: Record<string, Entry> = {};
const READERS: [string, string][] = [
  ['maya', 'client'],
  ['tom', 'client'],
  ['therapist', 'therapist'],
  ['therapist2', 'therapist'],
  ['supervisor', 'supervisor'],
  ['admin', 'admin'],
];
const table = async (): Promise<Record<string, string[]>> => {
  const found: Record<string, string[]> = {};
  for (const [name, role] of READERS) found[name] = await seenBy(w[name as 'maya'], role);
  return found;
};
const end = (): Promise<unknown> =>
  made(w.therapist.post(`/couples/${w.coupleId}/end`, { reason: 'Each goes on alone.' }));

describe('while the work of two lasts', () => {
  it('those who treat the couple or her read what she writes', async () => {
    entries['left as it was'] = await write('A quiet day');
    entries['gone on with'] = await write('We laughed');
    const both = ['gone on with', 'left as it was'];
    expect(await table()).toEqual({
      ...{ maya: both, tom: [], therapist: both, therapist2: both, supervisor: both, admin: [] },
    });
  });
});

describe('after it has ended', () => {
  it('those who treated the couple read on what was written before, and nothing that is written since', async () => {
    await end();
    entries['gone on with'] = await change(entries['gone on with']!, 'We laughed, and it was the last time');
    entries['begun since'] = await write('Alone at the lake');
    const all = ['begun since', 'gone on with', 'left as it was'];
    const before = ['left as it was'];
    expect(await table()).toEqual({
      ...{ maya: all, tom: [], therapist: before, therapist2: all, supervisor: before, admin: [] },
    });
    const { items } = await made<{ items: { win: { text: string } }[] }>(
      w.therapist2.get(`/clients/${w.maya.clientId}/journal`),
    );
    expect(items.map(({ win }) => win.text)).toContain('We laughed, and it was the last time');
    expect((await w.therapist.get(`/clients/${w.maya.clientId}/journal`)).status).toBe(404);
  });

  it('she goes on with it as before, and takes it out', async () => {
    const entry = await write('Not for here');
    const changed = await change(entry, 'Nor this');
    await made(w.maya.delete(`/journal/${entry.id}`, etag(changed.version)));
  });

  it('what she wrote meanwhile stays hers when the two begin again; what she writes then is of their work', async () => {
    await made(w.therapist.post(`/couples/${w.coupleId}/reopen-request`));
    await made(w.admin.post(`/couples/${w.coupleId}/reopen`));
    entries['written again'] = await write('Back in the room');
    expect(await seenBy(w.therapist, 'therapist')).toEqual(['left as it was', 'written again']);
  });
});

it('entries that were gone on with before this was so are hers alone as well', async () => {
  // As they were kept until then, dated since the end.
  await end();
  const hers = [entries['left as it was']!.id, entries['written again']!.id];
  await w.owner.query('begin');
  await w.owner.query('alter table journal_entry disable trigger leave_ended_work');
  await w.owner.query(`update journal_entry set changed_at = now() + interval '1 minute' where id = $1`, [hers[0]]);
  await w.owner.query('alter table journal_entry enable trigger leave_ended_work');
  await w.owner.query('commit');
  expect(await seenBy(w.therapist, 'therapist')).toEqual(['left as it was', 'written again']);
  const [, earlier] = await statements();
  await w.owner.query(earlier!);
  expect(await seenBy(w.therapist, 'therapist')).toEqual(['written again']);
});

/** What the migration asks of the database, in its order. */
async function statements(): Promise<string[]> {
  const asked: string[] = [];
  const runner = { query: (text: string) => Promise.resolve(void asked.push(text)) };
  await new AloneAgain0029().up(runner as never);
  return asked;
}
