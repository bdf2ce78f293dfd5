import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { OwnSheets0036 } from '../../migrations/0036-own-sheets.js';
import { etag } from './acts.js';
import { endWork, made, type Reader, rowsSeen, seenBy, seenByAll, statementsOf, treatedApart } from './ended-work.js';
import { world, type World } from './world.js';

/** Maya's own sheets, given within her work with Tom, over the end of that work. */
let w: World;
let journal: string;
const sheets: Record<string, string> = {};
const ROW = '0190a000-0000-7000-8000-00000000000a';
const BOTH = ['gone on with', 'sent before', 'untouched'];

beforeAll(async () => {
  w = await world();
  const { items } = await made<{ items: { key: string; id: string }[] }>(w.therapist.get('/worksheets?limit=100'));
  journal = items.find(({ key }) => key === 'feelings-journal')!.id;
  for (const name of BOTH) sheets[name] = await give();
  await treatedApart(w);
}, 60_000);
afterAll(() => w.close());

async function give(): Promise<string> {
  const wanted = { worksheetId: journal, coupleId: w.coupleId, clientIds: [w.maya.clientId] };
  return (await made<{ items: { id: string }[] }>(w.therapist.post('/assignments', wanted))).items[0]!.id;
}
const version = async (id: string): Promise<Record<string, string>> =>
  etag((await made<{ version: number }>(w.maya.get(`/assignments/${id}`))).version);
async function write(name: string, note: string): Promise<void> {
  const answers = { entries: [{ rowId: ROW, note, share: true }] };
  const path = `/assignments/${sheets[name]}`;
  await made(w.maya.put(`${path}/response`, { answers }, await version(sheets[name]!)));
}
async function send(name: string, note: string): Promise<void> {
  await write(name, note);
  await made(w.maya.post(`/assignments/${sheets[name]}/submit`, undefined, await version(sheets[name]!)));
}
async function review(name: string, decision: string): Promise<void> {
  const said = { decision, comment: 'Thank you for this.' };
  await made(w.therapist2.post(`/assignments/${sheets[name]}/review`, said, await version(sheets[name]!)));
}
const table = (): Promise<Record<Reader, string[]>> => seenByAll(w, 'assignment', sheets);
const read = async (who: Reader, name: string): Promise<string> =>
  JSON.stringify((await w[who].get(`/assignments/${sheets[name]}/submissions`)).body);

describe('while the work of two lasts', () => {
  it('those who treat the couple or her see her sheets', async () => {
    await send('sent before', 'A hard week, said while it lasted');
    const all = { maya: BOTH, tom: [], therapist: BOTH, therapist2: BOTH, supervisor: BOTH, admin: [] };
    expect(await table()).toEqual(all);
    expect(await read('therapist', 'sent before')).toContain('said while it lasted');
  });
});

describe('after it has ended', () => {
  const left = ['sent before', 'untouched'];

  it('a sheet she goes on with is hers and her own care’s alone, from the first word', async () => {
    await endWork(w);
    await write('gone on with', 'I sleep again');
    const all = { maya: BOTH, tom: [], therapist: left, therapist2: BOTH, supervisor: left, admin: [] };
    expect(await table()).toEqual(all);
    await send('gone on with', 'I sleep again, alone');
    expect(await rowsSeen(w, 'submission', 'therapist')).toHaveLength(1);
    expect(await rowsSeen(w, 'submission', 'therapist2')).toHaveLength(2);
    expect((await w.therapist.get(`/assignments/${sheets['gone on with']}`)).status).toBe(404);
    expect(await read('therapist2', 'gone on with')).toContain('I sleep again, alone');
  });

  it('her own therapist answers what she sent before; those who treated the couple do not read the answer', async () => {
    await review('sent before', 'return');
    expect(await rowsSeen(w, 'review', 'therapist')).toEqual([]);
    expect(await rowsSeen(w, 'review', 'therapist2')).toHaveLength(1);
    await send('sent before', 'And what came after it');
    await review('sent before', 'accept');
    // what was sent while the work lasted stays of its record, and nothing that followed
    expect(await rowsSeen(w, 'submission', 'therapist')).toHaveLength(1);
    expect(await rowsSeen(w, 'review', 'therapist')).toEqual([]);
    expect(await rowsSeen(w, 'assignment', 'therapist')).toEqual([sheets['untouched']]);
    expect(await made(w.maya.get(`/assignments/${sheets['sent before']}`))).toMatchObject({ status: 'reviewed' });
  });

  it('a partner meets none of it', async () => {
    for (const kind of ['assignment', 'response', 'submission', 'review'])
      expect([kind, await rowsSeen(w, kind, 'tom')]).toEqual([kind, []]);
  });

  it('what she went on with stays hers when the two begin again', async () => {
    await made(w.therapist.post(`/couples/${w.coupleId}/reopen-request`));
    await made(w.admin.post(`/couples/${w.coupleId}/reopen`));
    expect(await seenBy(w, 'assignment', sheets, 'therapist')).toEqual(['untouched']);
    await write('untouched', 'Together again');
    expect(await seenBy(w, 'assignment', sheets, 'therapist')).toEqual(['untouched']);
  });
});

it('sheets that were gone on with before this was so are hers alone as well', async () => {
  await send('untouched', 'Sent since');
  await endWork(w);
  // as they were kept until then: changed since the end, and still of the couple's work
  await w.owner.query(`update assignment set updated_at = now() + interval '1 minute' where id = $1`, [
    sheets['untouched'],
  ]);
  await w.owner.query(`update submission set sent_at = now() + interval '1 minute' where assignment_id = $1`, [
    sheets['untouched'],
  ]);
  expect(await seenBy(w, 'assignment', sheets, 'therapist')).toEqual(['untouched']);
  expect(await rowsSeen(w, 'submission', 'therapist')).toHaveLength(2);
  const [, , ...earlier] = await statementsOf(new OwnSheets0036());
  for (const step of earlier) await w.owner.query(step);
  expect(await seenBy(w, 'assignment', sheets, 'therapist')).toEqual([]);
  expect(await rowsSeen(w, 'submission', 'therapist')).toHaveLength(1);
});
