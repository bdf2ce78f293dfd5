import type { Agent } from './agent.js';
import { etag } from './acts.js';
import { wordsOfPdf } from './pdf.reader.js';
import { world, type World } from './world.js';

/** Worksheets on paper: for each reader what she could read on the screen, and nothing else. */
let w: World;
const ROW = '0190a000-0000-7000-8000-00000000000a';
const ids: Record<string, string> = {};

async function made<T = Record<string, unknown>>(asked: Promise<{ status: number; body: unknown }>): Promise<T> {
  const { status, body } = await asked;
  if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body as T;
}
async function paper(agent: Agent, path: string): Promise<{ words: string; raw: string }> {
  const { status, headers, body } = await agent.get(path);
  expect([status, headers['content-type']]).toEqual([200, 'application/pdf']);
  const bytes = body as Buffer;
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
  return wordsOfPdf(bytes);
}
const give = async (key: string, more: object): Promise<string> =>
  (await made<{ id: string }>(w.therapist.post('/assignments', { worksheetId: ids[key], ...more }))).id;

let limits: string;
let pacing: string;
beforeAll(async () => {
  w = await world();
  const { items } = await made<{ items: { key: string; id: string }[] }>(w.therapist.get('/worksheets?limit=100'));
  for (const { key, id } of items) ids[key] = id;
  const screenedOn = new Date().toISOString().slice(0, 10);
  for (const { clientId } of [w.maya, w.tom])
    await made(
      w.therapist.post(`/couples/${w.coupleId}/safety-checks`, {
        ...{ clientId, result: 'clear', screenedAlone: true, screenedOn },
      }),
    );
  limits = await give('boundary-list', { coupleId: w.coupleId, clientIds: [w.maya.clientId] });
  const boundaries = [{ rowId: ROW, area: 'work-travel', limit: 'No trips with Łukasz Żółć.', negotiable: 'open' }];
  const answers = { boundaries, ready: 3, 'in-the-way': 'I am afraid of the quarrel.' };
  await made(w.maya.put(`/assignments/${limits}/response`, { answers }, etag(1)));
  await made(w.maya.post(`/assignments/${limits}/submit`, undefined, etag(2)));
  const fieldComments = { 'in-the-way': 'What comes first?' };
  const review = { decision: 'accept', comment: 'This is a clear list.', fieldComments };
  await made(w.therapist.post(`/assignments/${limits}/review`, review, etag(3)));
  await made(w.maya.post(`/assignments/${limits}/releases`, { fieldKeys: ['boundaries'] }));
  pacing = await give('disclosure-pacing', { clientIds: [w.tom.clientId] });
  const topics = [{ rowId: ROW, topic: 'The loan' }];
  await made(w.tom.put(`/assignments/${pacing}/response`, { answers: { topics } }, etag(1)));
  await made(w.tom.post(`/assignments/${pacing}/submit`, undefined, etag(2)));
  const own = { 'session-on': '2026-12-01', topics: [{ rowId: ROW, read: true }] };
  await made(w.therapist.put(`/assignments/${pacing}/therapist-part`, { answers: own }, etag(0)));
});
afterAll(() => w.close());

it('has names, words, labels instead of keys, what was said to it, and numbered pages', async () => {
  for (const agent of [w.maya, w.therapist]) {
    const { words } = await paper(agent, `/assignments/${limits}/pdf`);
    for (const there of ['Maya K.', 'Boundary list', 'Draft 1, sent on', 'No trips with Łukasz Żółć.', '3 of 10'])
      expect([there, words.includes(there)]).toEqual([there, true]);
    for (const there of ['This is a clear list.', 'Dr Ellis', 'What comes first?', 'Page 1 of'])
      expect([there, words.includes(there)]).toEqual([there, true]);
    expect(words).not.toContain('work-travel');
  }
});

it('is tagged, so that it can be read aloud: a title, a language, headings, and a foot that is none of them', async () => {
  const { raw } = await paper(w.therapist, `/assignments/${limits}/pdf`);
  for (const there of [
    '/StructTreeRoot',
    '/Lang (en)',
    '/S /H1',
    '/S /H2',
    '/S /P',
    '/Artifact',
    '/DisplayDocTitle true',
  ])
    expect([there, raw.includes(there)]).toEqual([there, true]);
});

it('holds the therapist’s own part for the care team, and never for her client', async () => {
  const hers = (await paper(w.therapist, `/assignments/${pacing}/pdf`)).words;
  for (const there of ['1 December 2026', 'Topic 1 “The loan”', 'I have read this with the client: Yes'])
    expect([there, hers.includes(there)]).toEqual([there, true]);
  const { words } = await paper(w.tom, `/assignments/${pacing}/pdf`);
  expect(words).toContain('The loan');
  for (const kept of ['1 December 2026', 'care team', 'I have read this', 'In which session'])
    expect(words).not.toContain(kept);
});

it('gives a partner what was released, and no paper of anything else', async () => {
  const { words } = await paper(w.tom, `/couples/${w.coupleId}/shared/pdf`);
  expect(words).toContain('No trips with');
  for (const own of ['afraid of the quarrel', '3 of 10', 'clear list']) expect(words).not.toContain(own);
  expect((await w.tom.get(`/assignments/${limits}/pdf`)).status).toBe(404);
  expect((await paper(w.maya, `/couples/${w.coupleId}/shared/pdf`)).words).toContain('Nothing is shared.');
});

it('is its author’s while she writes, and nobody else’s before it was sent', async () => {
  const draft = await give('feelings-journal', { clientIds: [w.dana.clientId] });
  const entries = [{ rowId: ROW, note: 'Quieter today.', share: true }];
  await made(w.dana.put(`/assignments/${draft}/response`, { answers: { entries } }, etag(1)));
  const { words } = await paper(w.dana, `/assignments/${draft}/pdf`);
  expect(words).toContain('Quieter today.');
  expect(words).toContain('Not sent yet.');
  expect((await paper(w.therapist, `/assignments/${draft}/pdf`)).words).not.toContain('Quieter today.');
});

it('is refused like the sheet itself, and is in the log like reading it', async () => {
  for (const [agent, status] of [
    [w.therapist2, 404],
    [w.supervisor, 404],
    [w.admin, 403],
    [w.dana, 404],
    [w.other.therapist, 404],
  ] as const)
    expect((await agent.get(`/assignments/${limits}/pdf`)).status).toBe(status);
  await paper(w.therapist, `/assignments/${limits}/pdf`);
  const { items } = await made<{ items: { act: string; target: string; rowIds: string[] }[] }>(
    w.admin.get(`/audit-events?whose=${w.maya.clientId}&what=print`),
  );
  expect(items[0]).toMatchObject({ act: 'print', target: 'assignments', rowIds: [limits] });
});

it('says nothing by its name', async () => {
  const { headers } = await w.maya.get(`/assignments/${limits}/pdf`);
  expect(headers['content-disposition']).toBe('attachment; filename="sheet.pdf"');
});
