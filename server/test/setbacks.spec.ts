import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { etag } from './acts.js';
import type { Agent } from './agent.js';
import { day } from './day.js';
import { world, type World } from './world.js';

/** Hard days: a plan made on a calm one, and the word that there was a setback. Nothing else changes by either. */
let w: World;
beforeAll(async () => {
  w = await world();
});
afterAll(() => w.close());

const PLAN = {
  steps: ['Walk around the block', 'Call Ana'],
  people: [{ name: 'Ana', phone: '555 0188' }],
  signs: ['I stop eating lunch'],
  stopWord: 'Lighthouse',
  notToday: 'Moving out',
  safetySteps: ['Go to my sister'],
};
interface Told {
  id: string;
  urgent: boolean;
  seenAt: string | null;
}
async function made<T>(asked: Promise<{ status: number; body: unknown }>): Promise<T> {
  const { status, body } = await asked;
  if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body as T;
}
const planOf = (who: Agent): string => `/clients/${who.clientId}/setback-plan`;
const tell = (who: Agent, body: object = {}): Promise<Told> =>
  made<Told>(who.post(`/clients/${who.clientId}/setbacks`, body));
const waiting = async (who: Agent): Promise<{ id: string; displayName: string; urgent: boolean }[]> =>
  (await made<{ items: { id: string; displayName: string; urgent: boolean }[] }>(who.get('/setbacks'))).items;

describe('who may do what with a plan and a setback of Maya’s', () => {
  let setback: string;
  beforeAll(async () => {
    await made(w.maya.put(planOf(w.maya), PLAN, etag(0)));
    setback = (await tell(w.maya, { note: 'It came up again at dinner.' })).id;
  });

  const acts: Record<string, (who: Agent) => Promise<{ status: number }>> = {
    'read the plan': (who) => who.get(planOf(w.maya)),
    'write the plan': (who) => who.put(planOf(w.maya), PLAN, etag(99)),
    'read setbacks': (who) => who.get(`/clients/${w.maya.clientId}/setbacks`),
    'tell one': (who) => who.post(`/clients/${w.maya.clientId}/setbacks`, { note: 5 }),
    'list what waits': (who) => who.get('/setbacks'),
  };
  // 412 and 400: it is hers to do, and what was sent is refused for what it is
  it.each<[string, Record<string, number>]>([
    [
      'maya',
      { 'read the plan': 200, 'write the plan': 412, 'read setbacks': 200, 'tell one': 400, 'list what waits': 403 },
    ],
    [
      'tom',
      { 'read the plan': 404, 'write the plan': 404, 'read setbacks': 404, 'tell one': 400, 'list what waits': 403 },
    ],
    [
      'dana',
      { 'read the plan': 404, 'write the plan': 404, 'read setbacks': 404, 'tell one': 400, 'list what waits': 403 },
    ],
    [
      'therapist',
      { 'read the plan': 200, 'write the plan': 403, 'read setbacks': 200, 'tell one': 403, 'list what waits': 200 },
    ],
    [
      'therapist2',
      { 'read the plan': 404, 'write the plan': 403, 'read setbacks': 404, 'tell one': 403, 'list what waits': 200 },
    ],
    [
      'supervisor',
      { 'read the plan': 404, 'write the plan': 403, 'read setbacks': 404, 'tell one': 403, 'list what waits': 200 },
    ],
    [
      'admin',
      { 'read the plan': 403, 'write the plan': 403, 'read setbacks': 403, 'tell one': 403, 'list what waits': 403 },
    ],
  ])('%s', async (role, expected) => {
    const agent = w[role as 'maya'];
    const found: Record<string, number> = {};
    for (const [act, ask] of Object.entries(acts)) found[act] = (await ask(agent)).status;
    expect(found).toEqual(expected);
  });

  it('Tom cannot tell a setback in Maya’s name', async () => {
    expect((await w.tom.post(`/clients/${w.maya.clientId}/setbacks`, {})).status).toBe(404);
  });

  it('waits for whoever treats her until one of them takes note, once', async () => {
    expect(await waiting(w.therapist)).toMatchObject([{ id: setback, displayName: 'Maya K.', urgent: false }]);
    expect(await waiting(w.therapist2)).toEqual([]);
    expect((await w.therapist2.post(`/setbacks/${setback}/seen`)).status).toBe(404);
    expect((await w.tom.post(`/setbacks/${setback}/seen`)).status).toBe(403);
    const seen = await made<Told>(w.therapist.post(`/setbacks/${setback}/seen`));
    expect(seen.seenAt).not.toBeNull();
    expect(await waiting(w.therapist)).toEqual([]);
    expect(await w.therapist.post(`/setbacks/${setback}/seen`)).toMatchObject({
      status: 409,
      body: { code: 'invalid_transition' },
    });
    const own = await made<{ items: Told[] }>(w.maya.get(`/clients/${w.maya.clientId}/setbacks`));
    expect(own.items[0]?.seenAt).toBe(seen.seenAt);
  });
});

describe('a plan', () => {
  it('can be written by somebody without a partner, is saved in versions, and never overwrites a newer one', async () => {
    expect(await made(w.dana.get(planOf(w.dana)))).toMatchObject({
      source: 'none',
      version: 0,
      content: { steps: [] },
    });
    expect((await w.dana.put(planOf(w.dana), PLAN)).status).toBe(428);
    await made(w.dana.put(planOf(w.dana), PLAN, etag(0)));
    const second = await made(w.dana.put(planOf(w.dana), { ...PLAN, steps: ['Sit down'] }, etag(1)));
    expect(second).toMatchObject({ version: 2, source: 'own', content: { ...PLAN, steps: ['Sit down'] } });
    expect((await w.dana.put(planOf(w.dana), PLAN, etag(1))).status).toBe(412);
    expect(await made(w.therapist.get(planOf(w.dana)))).toMatchObject({ version: 2 });
  });

  it('is what she sent on the worksheet, as long as she has none of her own', async () => {
    const sheets = await made<{ items: { id: string; key: string }[] }>(w.therapist.get('/worksheets?limit=100'));
    const worksheetId = sheets.items.find(({ key }) => key === 'setback-plan')!.id;
    const body = { worksheetId, clientIds: [w.tom.clientId] };
    const { id } = (await made<{ items: { id: string }[] }>(w.therapist.post('/assignments', body))).items[0]!;
    const answers = { steps: [{ rowId: '01900000-0000-7000-8000-000000000001', who: '', step: 'Leave the room' }] };
    await made(w.tom.put(`/assignments/${id}/response`, { answers }, etag(1)));
    expect(await made(w.tom.get(planOf(w.tom)))).toMatchObject({ source: 'none' });
    await made(w.tom.post(`/assignments/${id}/submit`, undefined, etag(2)));
    const plan = { source: 'worksheet', version: 0, content: { steps: ['Leave the room'] } };
    expect(await made(w.tom.get(planOf(w.tom)))).toMatchObject(plan);
    await made(w.tom.put(planOf(w.tom), PLAN, etag(0)));
    expect(await made(w.tom.get(planOf(w.tom)))).toMatchObject({ source: 'own', content: PLAN });
  });
});

describe('a setback', () => {
  it('changes nothing but a day on the chart: scores, answers and versions stay as they were', async () => {
    const { items } = await made<{ items: { id: string; items: { key: string }[] }[] }>(w.dana.get('/instruments'));
    const { id: instrumentId, items: asked } = items[0]!;
    const answers = Object.fromEntries(asked.map(({ key }) => [key, 3]));
    await made(w.dana.post('/scale-responses', { instrumentId, answers, clientId: w.dana.clientId }));
    const scores = `/clients/${w.dana.clientId}/scores?instrumentId=${instrumentId}`;
    const before = await made(w.therapist.get(scores));
    await tell(w.dana, { note: 'A hard night.' });
    expect(await made(w.therapist.get(scores))).toEqual(before);
    const { items: events } = await made<{ items: { kind: string }[] }>(
      w.therapist.get(`/clients/${w.dana.clientId}/timeline`),
    );
    expect(events[0]).toMatchObject({ kind: 'setback', title: null, detail: null });
  });

  it('lets homework rest when she asks for it: days shift, come back when she goes on, and an earlier pause stays', async () => {
    const sheets = await made<{ items: { id: string; key: string }[] }>(w.therapist.get('/worksheets?limit=100'));
    const worksheetId = sheets.items.find(({ key }) => key === 'feelings-journal')!.id;
    const given = { worksheetId, clientIds: [w.dana.clientId], dueOn: day(5) };
    const { id } = (await made<{ items: { id: string }[] }>(w.therapist.post('/assignments', given))).items[0]!;
    const due = async (): Promise<string> => (await made<{ dueOn: string }>(w.dana.get(`/assignments/${id}`))).dueOn;
    await tell(w.dana, { pauseDays: 3 });
    expect(await due()).toBe(day(8));
    await tell(w.dana, { pauseDays: 7 });
    const home = await made<{ pause: { id: string; untilOn: string } }>(w.dana.get('/home'));
    expect(home.pause.untilOn).toBe(day(3));
    await made(w.dana.post(`/pauses/${home.pause.id}/end`));
    expect(await due()).toBe(day(5));
  });

  it('says so where its words may speak of danger', async () => {
    const { id, urgent } = await tell(w.dana, { note: 'I do not want to be here any more' });
    expect(urgent).toBe(true);
    expect((await waiting(w.therapist)).find((each) => each.id === id)?.urgent).toBe(true);
  });

  it('of one partner stays when the work of two ends: hers to read, and her own therapist’s', async () => {
    const { id } = await tell(w.maya, {});
    await made(w.therapist.post(`/couples/${w.coupleId}/end`, { reason: 'They go on each alone.' }));
    const { items } = await made<{ items: Told[] }>(w.maya.get(`/clients/${w.maya.clientId}/setbacks`));
    expect(items.map((each) => each.id)).toContain(id);
    await made(w.therapist.post(`/setbacks/${id}/seen`));
    await made(w.maya.put(planOf(w.maya), PLAN, etag(1)));
    expect(await made(w.therapist.get(planOf(w.maya)))).toMatchObject({ version: 2 });
  });
});
