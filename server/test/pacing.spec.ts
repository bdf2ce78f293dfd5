import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Agent } from './agent.js';
import { day } from './day.js';
import { dataFolder, openMailbox, type Mailbox } from './mailbox.js';
import { world, type World } from './world.js';

/** How fast homework comes: by the next session, one sheet after the other, not for a while, and one word before. */
let w: World;
let post: Mailbox;
let sheets: Record<string, string>;

interface Given {
  id: string;
  version: number;
  dueOn: string | null;
  sequenceId: string | null;
  opensOn: string | null;
  worksheetKey: string;
}
const match = (version: number) => ({ 'If-Match': `"${version}"` });
async function made<T>(asked: Promise<{ status: number; body: unknown }>): Promise<T> {
  const { status, body } = await asked;
  if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body as T;
}
async function give(who: Agent, key: string, more: object = {}): Promise<Given> {
  const body = { worksheetId: sheets[key], clientIds: [who.clientId], ...more };
  return (await made<{ items: Given[] }>(w.therapist.post('/assignments', body))).items[0]!;
}
async function answerAndAccept(who: Agent, { id }: Given): Promise<void> {
  await made(who.put(`/assignments/${id}/response`, { answers: {} }, match(1)));
  await made(who.post(`/assignments/${id}/submit`, undefined, match(2)));
  await made(w.therapist.post(`/assignments/${id}/review`, { decision: 'accept' }, match(3)));
}
const open = async (who: Agent): Promise<Given[]> =>
  (await made<{ items: Given[] }>(who.get('/assignments?status=open'))).items;
const plan = async (who: Agent) =>
  (
    await made<{ items: { id: string; version: number; status: string; steps: { given: boolean }[] }[] }>(
      w.therapist.get(`/sequences?clientId=${who.clientId}`),
    )
  ).items[0]!;

beforeAll(async () => {
  w = await world({ KEPT_DATA_DIR: dataFolder() });
  post = await openMailbox(w);
  const { items } = await made<{ items: { key: string; id: string }[] }>(w.therapist.get('/worksheets?limit=100'));
  sheets = Object.fromEntries(items.map(({ key, id }) => [key, id]));
});
afterAll(async () => {
  await w.close();
  await post.close();
});

describe('homework for the next session', () => {
  it('has no day until one is planned, then that one, and moves with it', async () => {
    const { id } = await give(w.dana, 'feelings-journal', { dueNextSession: true });
    const dueOn = async (who: Agent): Promise<string | null> =>
      (await made<Given>(who.get(`/assignments/${id}`))).dueOn;
    expect(await dueOn(w.dana)).toBeNull();
    const at = (days: number) => ({ startsAt: `${day(days)}T17:00:00Z`, endsAt: `${day(days)}T18:00:00Z` });
    const session = await made<{ id: string; version: number }>(
      w.therapist.post('/sessions', { clientId: w.dana.clientId, ...at(9) }),
    );
    expect([await dueOn(w.dana), await dueOn(w.therapist)]).toEqual([day(9), day(9)]);
    await made(w.therapist.patch(`/sessions/${session.id}`, at(12), match(session.version)));
    expect(await dueOn(w.dana)).toBe(day(12));
    const home = await made<{ next: { dueOn: string }; alsoOpen: { dueOn: string }[] }>(w.dana.get('/home'));
    expect([home.next, ...home.alsoOpen].map((each) => each.dueOn)).toContain(day(12));
  });

  it('is not wished for twice', async () => {
    const body = { worksheetId: sheets['feelings-journal'], clientIds: [w.dana.clientId] };
    const both = await w.therapist.post('/assignments', { ...body, dueNextSession: true, dueOn: day(3) });
    expect(both).toMatchObject({ status: 400, body: { errors: [{ path: 'dueNextSession' }] } });
  });
});

describe('a sequence', () => {
  const then = [
    { worksheetId: '', afterDays: 0 },
    { worksheetId: '', afterDays: 3 },
  ];
  beforeAll(() => {
    then[0]!.worksheetId = sheets['trigger-map']!;
    then[1]!.worksheetId = sheets['self-care-plan']!;
  });

  it('gives the next sheet once the one before was accepted, and the one after that some days later', async () => {
    const first = await give(w.maya, 'feelings-journal', { then });
    expect((await open(w.maya)).map(({ worksheetKey }) => worksheetKey)).toEqual(['feelings-journal']);
    await answerAndAccept(w.maya, first);
    const [second] = await open(w.maya);
    expect(second).toMatchObject({ worksheetKey: 'trigger-map' });
    await answerAndAccept(w.maya, second!);
    // not there before its day, for her; planned, for her therapist
    expect(await open(w.maya)).toEqual([]);
    const all = await made<{ items: Given[] }>(w.therapist.get(`/assignments?clientId=${w.maya.clientId}&status=open`));
    expect(all.items).toMatchObject([{ worksheetKey: 'self-care-plan', opensOn: day(3) }]);
    expect((await w.maya.get(`/assignments/${all.items[0]!.id}`)).status).toBe(404);
    expect((await plan(w.maya)).steps.map(({ given }) => given)).toEqual([true, true, true]);
  });

  it('can be paused: then nothing follows until it goes on', async () => {
    const first = await give(w.tom, 'feelings-journal', { then });
    const { id, version } = await plan(w.tom);
    await made(w.therapist.post(`/sequences/${id}/change`, { act: 'pause' }, match(version)));
    await answerAndAccept(w.tom, first);
    expect(await open(w.tom)).toEqual([]);
    await made(w.therapist.post(`/sequences/${id}/change`, { act: 'resume' }, match(version + 1)));
    expect(await open(w.tom)).toMatchObject([{ worksheetKey: 'trigger-map' }]);
    const now = await plan(w.tom);
    await made(w.therapist.post(`/sequences/${id}/change`, { act: 'end' }, match(now.version)));
    const again = await w.therapist.post(`/sequences/${id}/change`, { act: 'resume' }, match(now.version + 1));
    expect(again).toMatchObject({ status: 409, body: { code: 'invalid_transition' } });
  });

  it('is the therapist’s plan: no portal and no colleague knows of it', async () => {
    expect((await w.maya.get('/sequences')).status).toBe(403);
    const [mine] = await open(w.tom);
    expect(mine!.sequenceId).toBeNull();
    const { items } = await made<{ items: object[] }>(w.therapist2.get(`/sequences?clientId=${w.maya.clientId}`));
    expect(items).toEqual([]);
    const { id, version } = await plan(w.maya);
    expect((await w.therapist2.post(`/sequences/${id}/change`, { act: 'pause' }, match(version))).status).toBe(404);
  });

  it.each<[string, () => object, string]>([
    ['for two, each alone', () => ({ coupleId: w.coupleId, mode: 'each', clientIds: undefined }), 'then'],
    ['and repeated as well', () => ({ repeat: { everyDays: 7 } }), 'repeat'],
  ])('is refused %s', async (_, more, path) => {
    const body = { worksheetId: sheets['feelings-journal'], clientIds: [w.dana.clientId], then, ...more() };
    const answer = await w.therapist.post('/assignments', body);
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ path }] } });
  });
});

describe('a pause', () => {
  it('is hers to take and to end; every day that was wished for moves by as many days, and back', async () => {
    const { id } = await give(w.dana, 'feelings-journal', { dueOn: day(5) });
    const dueOn = async () => (await made<Given>(w.dana.get(`/assignments/${id}`))).dueOn;
    const pause = await made<{ id: string; untilOn: string }>(
      w.dana.post(`/clients/${w.dana.clientId}/pauses`, { days: 3 }),
    );
    expect([pause.untilOn, await dueOn()]).toEqual([day(3), day(8)]);
    const home = await made<{ pause: object }>(w.dana.get('/home'));
    expect(home.pause).toEqual({ id: pause.id, untilOn: day(3) });
    expect(await w.dana.post(`/clients/${w.dana.clientId}/pauses`, { days: 3 })).toMatchObject({ status: 409 });
    await made(w.dana.post(`/pauses/${pause.id}/end`));
    expect(await dueOn()).toBe(day(5));
    expect(await w.dana.post(`/pauses/${pause.id}/end`)).toMatchObject({ status: 409 });
    expect(await dueOn()).toBe(day(5));
  });

  it('of hers her therapist sees; nobody else can see it, take it or end it', async () => {
    const { items } = await made<{ items: { id: string }[] }>(w.therapist.get(`/clients/${w.dana.clientId}/pauses`));
    expect(items).toHaveLength(1);
    for (const agent of [w.maya, w.tom, w.other.luis]) {
      expect((await agent.post(`/clients/${w.dana.clientId}/pauses`, { days: 3 })).status).toBe(404);
      expect((await agent.get(`/clients/${w.dana.clientId}/pauses`)).status).toBe(404);
      expect((await agent.post(`/pauses/${items[0]!.id}/end`)).status).toBe(404);
    }
    expect((await w.therapist2.post(`/clients/${w.dana.clientId}/pauses`, { days: 3 })).status).toBe(404);
  });
});

describe('a reminder', () => {
  it('goes out once, the day before, in neutral words, and not into a pause', async () => {
    await give(w.dana, 'trigger-map', { dueOn: day(1) });
    await give(w.maya, 'trigger-map', { dueOn: day(1) });
    await give(w.tom, 'trigger-map', { dueOn: day(4) });
    await made(w.therapist.post(`/clients/${w.maya.clientId}/pauses`, { days: 2 }));
    // hers moved with the pause; what counts is the day she was given
    await post.settled();
    const before = post.all().length;
    expect(await post.worker.remind()).toBe(1);
    expect(await post.worker.remind()).toBe(0);
    await post.settled();
    const letters = post.all().slice(before);
    expect(letters.map(({ to }) => to)).toEqual(['dana@harbour.example']);
    const letter = JSON.stringify(letters);
    for (const word of ['trigger', 'Trigger', 'worksheet', 'homework', 'Ellis']) expect(letter).not.toContain(word);
  });

  it('does not go to whoever wants none, from the moment she says so, and to nobody else less', async () => {
    const choose = (wanted: boolean, version: number) =>
      w.dana.put('/reminders', { wanted }, { 'If-Match': `"${version}"` });
    expect(await made(w.dana.get('/reminders'))).toMatchObject({ wanted: true, version: 0 });
    const count = (address: string) => post.all().filter(({ to }) => to === address).length;
    await post.settled();
    const [danas, toms] = [count('dana@harbour.example'), count('tom@harbour.example')];
    await give(w.dana, 'self-care-plan', { dueOn: day(1) });
    await give(w.tom, 'self-care-plan', { dueOn: day(1) });
    // chosen after the reminder was on its way, and before the mail is written
    await w.owner.query('begin');
    expect((await w.owner.query('select homework_remind(100) as n')).rows).toEqual([{ n: 2 }]);
    expect(await made(choose(false, 0))).toMatchObject({ wanted: false, version: 1 });
    expect((await choose(true, 0)).status).toBe(412);
    await w.owner.query('commit');
    await post.settled();
    // that a sheet is there, and for Tom that it is wished for
    expect([count('dana@harbour.example'), count('tom@harbour.example')]).toEqual([danas + 1, toms + 2]);
    for (const agent of [w.therapist, w.admin])
      expect((await agent.put('/reminders', { wanted: false })).status).toBe(403);
    expect(await made(choose(true, 1))).toMatchObject({ wanted: true });
  });
});
