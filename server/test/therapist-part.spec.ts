import type { Agent } from './agent.js';
import { etag } from './acts.js';
import { world, type World } from './world.js';

/** Questions of a sheet that its therapist answers herself, about a list that her client made. */
let w: World;
let path: string;
const ROW = '0190a000-0000-7000-8000-00000000000a';
const OTHER_ROW = '0190a000-0000-7000-8000-00000000000b';

interface Part {
  id: string;
  version: number;
  fields: { key: string; columns: { key: string }[] | null }[];
  answers: Record<string, unknown>;
}
async function made<T>(asked: Promise<{ status: number; body: unknown }>): Promise<T> {
  const { status, body } = await asked;
  expect([status, body]).toEqual([status < 300 ? status : 200, expect.anything()]);
  return body as T;
}
const save = (agent: Agent, answers: object, version: number) =>
  agent.put(`${path}/therapist-part`, { answers }, etag(version));

beforeAll(async () => {
  w = await world();
  const { items } = await made<{ items: { id: string; key: string }[] }>(w.therapist.get('/worksheets?limit=100'));
  const worksheetId = items.find(({ key }) => key === 'disclosure-pacing')!.id;
  const given = await made<{ id: string }>(
    w.therapist.post('/assignments', { worksheetId, clientIds: [w.tom.clientId] }),
  );
  path = `/assignments/${given.id}`;
  const answers = {
    topics: [
      { rowId: ROW, topic: 'The loan' },
      { rowId: OTHER_ROW, topic: 'The letters' },
    ],
  };
  await made(w.tom.put(`${path}/response`, { answers }, etag(1)));
  await made(w.tom.post(`${path}/submit`, undefined, etag(2)));
});
afterAll(() => w.close());

it('asks her what is hers: her own questions, and her columns of his lists', async () => {
  const part = await made<Part>(w.therapist.get(`${path}/therapist-part`));
  expect(part).toMatchObject({ version: 0, answers: {}, savedAt: null });
  expect(part.fields.map(({ key, columns }) => [key, columns?.map((column) => column.key)])).toEqual([
    ['topics', ['read']],
    ['session-on', undefined],
  ]);
});

it('is saved version by version, and moves nothing of the sheet that its author could notice', async () => {
  const before = await made(w.tom.get(path));
  const answers = { topics: [{ rowId: ROW, read: true }], 'session-on': '2026-12-01' };
  expect(await made(save(w.therapist, answers, 0))).toMatchObject({ version: 1, answers, savedByName: 'Dr Ellis' });
  expect((await save(w.therapist, answers, 0)).status).toBe(412);
  expect((await save(w.therapist, {}, 7)).status).toBe(412);
  expect(await made(save(w.therapist, { 'session-on': null }, 1))).toMatchObject({ version: 2 });
  expect(await made(w.therapist.get(`${path}/therapist-part`))).toMatchObject({ answers: { 'session-on': null } });
  const both = await Promise.all([save(w.therapist, answers, 2), save(w.therapist, answers, 2)]);
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 412]);
  expect(await made(w.tom.get(path))).toEqual(before);
});

it('takes no answer that is her client’s to give', async () => {
  const answers = { topics: [{ rowId: ROW, topic: 'x' }], 'holding-back': 'x' };
  expect((await save(w.therapist, answers, 3)).body).toMatchObject({
    ...{ status: 400, errors: [{ path: 'answers.topics[0].topic' }, { path: 'answers.holding-back' }] },
  });
});

it('is read by the care team alone', async () => {
  const table: [Agent, number][] = [
    [w.tom, 403],
    [w.maya, 403],
    [w.admin, 403],
    [w.therapist2, 404],
    [w.supervisor, 404],
    [w.other.therapist, 404],
  ];
  for (const [agent, status] of table) {
    expect((await agent.get(`${path}/therapist-part`)).status).toBe(status);
    expect((await save(agent, {}, 3)).status).toBe(agent === w.supervisor ? 404 : status);
  }
});

it('has its sight and its reading in the log', async () => {
  await made(w.therapist.get(`${path}/therapist-part`));
  const { items } = await made<{ items: { act: string; target: string }[] }>(
    w.admin.get(`/audit-events?whose=${w.tom.clientId}&limit=20`),
  );
  expect(items.map(({ target }) => target).join(' ')).toMatch(/therapist.part/);
});
