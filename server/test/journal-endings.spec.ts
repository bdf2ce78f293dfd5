import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AloneAgain0029 } from '../../migrations/0029-alone-again.js';
import { etag } from './acts.js';
import { endWork, made, type Reader, seenBy, seenByAll, statementsOf, treatedApart } from './ended-work.js';
import { world, type World } from './world.js';

/** Maya's journal over the end of her work with Tom. */
let w: World;
beforeAll(async () => {
  w = await world();
  await treatedApart(w);
}, 60_000);
afterAll(() => w.close());

interface Entry {
  id: string;
  version: number;
}
const write = (text: string): Promise<Entry> =>
  made<Entry>(w.maya.post(`/clients/${w.maya.clientId}/journal`, { win: { text } }));
const change = (entry: Entry, text: string): Promise<Entry> =>
  made<Entry>(w.maya.patch(`/journal/${entry.id}`, { win: { text } }, etag(entry.version)));

const entries: Record<string, Entry> = {};
const ids = (): Record<string, string> =>
  Object.fromEntries(Object.entries(entries).map(([name, { id }]) => [name, id]));
const table = (): Promise<Record<Reader, string[]>> => seenByAll(w, 'journal_entry', ids());
const seen = (reader: Reader): Promise<string[]> => seenBy(w, 'journal_entry', ids(), reader);

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
    await endWork(w);
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
    expect(await seen('therapist')).toEqual(['left as it was', 'written again']);
  });
});

it('entries that were gone on with before this was so are hers alone as well', async () => {
  // As they were kept until then, dated since the end.
  await endWork(w);
  const hers = [entries['left as it was']!.id, entries['written again']!.id];
  await w.owner.query('begin');
  await w.owner.query('alter table journal_entry disable trigger leave_ended_work');
  await w.owner.query(`update journal_entry set changed_at = now() + interval '1 minute' where id = $1`, [hers[0]]);
  await w.owner.query('alter table journal_entry enable trigger leave_ended_work');
  await w.owner.query('commit');
  expect(await seen('therapist')).toEqual(['left as it was', 'written again']);
  const [, earlier] = await statementsOf(new AloneAgain0029());
  await w.owner.query(earlier!);
  expect(await seen('therapist')).toEqual(['written again']);
});
