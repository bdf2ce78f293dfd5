import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { made } from './ended-work.js';
import { etag } from './acts.js';
import type { Agent } from './agent.js';
import { headingsOf, partsOf, structureOf, type Outline } from './pdf.structure.js';
import { goal, planText, scaled } from './plan.bodies.js';
import { world, type World } from './world.js';

/** Treatment plans on paper: each reader's own, and what of them lies in one person's record. */
let w: World;
let tracker: { id: string; title: string; items: { key: string }[] };
/** Maya's own, shown and answered; its first version is over. */
let before: Plan;
let mayas: Plan;
/** Of both, shown; Maya agreed, Tom did not. */
let joint: Plan;

interface Plan {
  id: string;
  version: number;
  content: { problems: unknown[] };
}

async function paper(agent: Agent, path: string): Promise<Outline> {
  const { status, headers, body } = await agent.get(path);
  expect([path, status, headers['content-type']]).toEqual([path, 200, 'application/pdf']);
  return structureOf(body as Buffer);
}
const wordsOf = ({ root }: Outline): string =>
  partsOf(root, /./)
    .map(({ words }) => words)
    .join('\n');
const inForce = async (whose: object, text: object): Promise<Plan> => {
  const { id, version } = await made<Plan>(w.therapist.post('/plans', whose));
  const saved = await made<Plan>(w.therapist.put(`/plans/${id}`, text, etag(version)));
  return made(w.therapist.post(`/plans/${id}/start`, {}, etag(saved.version)));
};
const answerScale = (points: number): Promise<unknown> =>
  made(
    w.therapist.post('/scale-responses', {
      ...{ instrumentId: tracker.id, clientId: w.maya.clientId },
      answers: Object.fromEntries(tracker.items.map(({ key }) => [key, points])),
    }),
  );

beforeAll(async () => {
  w = await world();
  const { items } = await made<{ items: (typeof tracker)[] }>(w.therapist.get('/instruments'));
  tracker = items[0]!;
  const clientId = w.maya.clientId;
  const walks = goal('Walks before breakfast');
  const sleeps = goal('Sleeps by eleven', scaled(tracker.id, 'at_least', 4));
  before = await inForce({ clientId }, planText([walks, sleeps]));
  await answerScale(5);
  const met = { ...walks, state: 'met', reason: 'Six weeks in a row.' };
  const goals = [met, { ...sleeps, state: 'paused', reason: 'Later.' }, goal('Rings a friend')];
  mayas = await inForce({ clientId }, planText(goals, { reviewWords: 'She is steadier.' }));
  await made(w.therapist.post(`/plans/${mayas.id}/show`));
  await made(w.maya.post(`/plans/${mayas.id}/answer`, { answer: 'agreed', comment: 'This is mine.' }));
  joint = await inForce({ coupleId: w.coupleId }, planText([goal('Ten minutes each evening')]));
  await made(w.therapist.post(`/plans/${joint.id}/show`));
  await made(w.maya.post(`/plans/${joint.id}/answer`, { answer: 'agreed', comment: 'Evenings suit me.' }));
  await made(w.tom.post(`/plans/${joint.id}/answer`, { answer: 'disagreed', comment: 'Ten is much.' }));
});
afterAll(() => w.close());

describe('a plan in force on paper', () => {
  it('has whose it is, which version, each goal with its target, and who agreed, as headings and paragraphs', async () => {
    const outline = await paper(w.therapist, `/plans/${mayas.id}/pdf`);
    const words = wordsOf(outline);
    expect(headingsOf(outline)).toEqual([
      ...['1 Treatment plan', '2 What was seen at this review', '2 The problem', '3 Goal 1, met'],
      ...['3 Goal 2, paused', '3 Goal 3'],
      ...['2 What we do', '2 The work is done when', '2 Agreement'],
    ]);
    for (const there of [
      ...['Maya Kovac', 'Version 2, in force since ', 'Put in force by Dr Ellis.', 'Next review on ', 'Rings a friend'],
      ...['Reached when: Six evenings of seven', 'At the start: Twice a week', 'Why it is met: Six weeks in a row.'],
      ...['She is steadier.', 'by their own act.', '“This is mine.”', 'Listening in turns, every session'],
    ])
      expect([there, words.includes(there)]).toEqual([there, true]);
    expect(outline.lang).toBe('en');
    expect(outline.beside.at(-1)).toMatch(/^Maya K\. · Treatment plan · Version 2, .* Page 2 of 2$/);
  });

  it('tells where a goal that is measured stands, and of one that is over only what was agreed', async () => {
    const words = wordsOf(await paper(w.therapist, `/plans/${before.id}/pdf`));
    expect(words).toContain(`Reached when: ${tracker.title}: at least 4 points`);
    expect(words).toContain('Version 1, in force from ');
    expect(words).not.toContain('Now: ');
    const fresh = await inForce(
      { clientId: w.dana.clientId },
      planText([goal('Sleeps by ten', scaled(tracker.id, 'at_least', 4))]),
    );
    expect(wordsOf(await paper(w.therapist, `/plans/${fresh.id}/pdf`))).toContain('Now: no answer since');
  });

  it('of two keeps what each said to it on a page of its own, for the care team', async () => {
    const outline = await paper(w.therapist, `/plans/${joint.id}/pdf`);
    expect(headingsOf(outline).slice(-1)).toEqual(['2 For the care team alone: agreement']);
    expect(outline.pages).toBe(2);
    expect(wordsOf(outline)).toContain('“Ten is much.”');
  });

  it('marks a draft on every page, and has no paper of one that was let go', async () => {
    const whose = { clientId: w.tom.clientId };
    const draft = await made<Plan>(w.therapist.post('/plans', whose));
    const outline = await paper(w.therapist, `/plans/${draft.id}/pdf`);
    expect(outline.beside.filter((one) => one === 'Draft, not in force')).toHaveLength(outline.pages);
    await w.therapist.post(`/plans/${draft.id}/discard`, {}, etag(draft.version));
    const gone = await w.therapist.get(`/plans/${draft.id}/pdf`);
    expect([gone.status, gone.body.code]).toEqual([409, 'not_of_the_record']);
  });
});

describe('a plan on paper for whom it concerns', () => {
  it('is what was shown: their own words to it, without a score or what the other said', async () => {
    const words = wordsOf(await paper(w.maya, `/plans/${joint.id}/pdf`));
    for (const there of ['What the two of us are working on', 'Ten minutes each evening', '“Evenings suit me.”'])
      expect([there, words.includes(there)]).toEqual([there, true]);
    for (const kept of ['Ten is much.', 'Tom', 'did not agree']) expect(words).not.toContain(kept);
    expect(wordsOf(await paper(w.maya, `/plans/${mayas.id}/pdf`))).toContain('Rings a friend');
  });

  it('is refused for a plan that is not theirs, or was not shown', async () => {
    expect((await w.tom.get(`/plans/${mayas.id}/pdf`)).status).toBe(404);
    expect((await w.maya.get(`/plans/${before.id}/pdf`)).status).toBe(404);
    expect((await w.dana.get(`/plans/${joint.id}/pdf`)).status).toBe(404);
  });
});

it('is refused to whoever of the staff may not read it on the screen', async () => {
  for (const plan of [mayas, joint])
    for (const [agent, status] of [
      [w.admin, 403],
      [w.therapist2, 404],
      [w.supervisor, 404],
      [w.other.therapist, 404],
    ] as const)
      expect((await agent.get(`/plans/${plan.id}/pdf`)).status).toBe(status);
});

describe('the record of one person', () => {
  const record = (who: Agent, query = ''): string => `/clients/${who.clientId}/record/pdf${query}`;

  it('holds every version of her own plan that was in force, and her own words to the joint one', async () => {
    const outline = await paper(w.therapist, record(w.maya));
    const words = wordsOf(outline);
    expect(headingsOf(outline)).toEqual(
      expect.arrayContaining([
        '2 Treatment plan, version 1',
        '2 Treatment plan, version 2',
        '2 Own words to the joint plan',
      ]),
    );
    for (const there of ['Rings a friend', 'This is mine.', 'Evenings suit me.']) expect(words).toContain(there);
  });

  it('holds no joint plan, and nothing that he said to it', async () => {
    const [hers, his] = [
      wordsOf(await paper(w.therapist, record(w.maya))),
      wordsOf(await paper(w.therapist, record(w.tom))),
    ];
    for (const kept of ['Ten minutes each evening', 'Ten is much.']) expect(hers).not.toContain(kept);
    expect(his).toContain('Ten is much.');
    for (const kept of ['Rings a friend', 'Evenings suit me.', 'Ten minutes each evening'])
      expect(his).not.toContain(kept);
  });

  it('of a time before the plan holds none of it', async () => {
    expect(wordsOf(await paper(w.therapist, record(w.maya, '?to=2020-01-01')))).not.toContain('Rings a friend');
  });
});

it('is in the log by each plan that is on it, and says nothing by its name', async () => {
  const answer = await w.therapist.get(`/plans/${mayas.id}/pdf`);
  expect(answer.headers['content-disposition']).toBe('attachment; filename="plan.pdf"');
  await w.therapist.get(`/clients/${w.maya.clientId}/record/pdf`);
  const { body } = await w.admin.get(`/audit-events?whose=${w.maya.clientId}&what=print`);
  const items = body.items as { act: string; target: string; rowIds: string[] }[];
  expect(items[0]).toMatchObject({ act: 'print', target: 'records' });
  expect(items[0]!.rowIds).toEqual(expect.arrayContaining([before.id, mayas.id]));
  expect(items[1]).toMatchObject({ act: 'print', target: 'plans', rowIds: [mayas.id] });
});
