import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import { PHQ_9 } from '../src/instruments/phq.facts.js';
import { etag, signed } from './acts.js';
import type { Agent } from './agent.js';
import { day } from './day.js';
import { endWork, made, treatedApart } from './ended-work.js';
import { phq9, POINTS } from './forms.js';
import { goal, planText } from './plan.bodies.js';
import { world, type World } from './world.js';

/** What Dr Ellis knows before she sees Maya and Tom, one of them, or somebody else. */
let w: World;
let scale: string;
let sheets: Record<string, string>;
const DAY = 86_400_000;
const at = (days: number, minutes = 0): string => new Date(Date.now() - days * DAY + minutes * 60_000).toISOString();

interface Line {
  id: string;
  side: string;
  clientId: string | null;
  kind: string;
  isNew: boolean;
  title: string;
  detail: string | null;
  knownTo: string;
  aloud: boolean;
  draft: number | null;
  score: { total: number; delta: number | null; verdict: string | null } | null;
}
interface Brief {
  displayName: string;
  people: { callName: string }[];
  stage: string | null;
  session: { id: string; number: number; noteId: string | null } | null;
  lastSeenAt: string | null;
  following: { displayName: string; sessionId: string } | null;
  lines: Line[];
}

const brief = (who: Agent, path: string): Promise<Brief> => made(who.get(`${path}/brief`));
const ofCouple = (who = w.therapist): Promise<Brief> => brief(who, `/couples/${w.coupleId}`);
const ofClient = (person: Agent, who = w.therapist): Promise<Brief> => brief(who, `/clients/${person.clientId}`);
const of = ({ lines }: Brief, kind: string): Line[] => lines.filter((line) => line.kind === kind);

const session = (about: object, days: number, minutes = 0): Promise<{ id: string; startsAt: string }> =>
  made(w.therapist.post('/sessions', { ...about, startsAt: at(days, minutes), endsAt: at(days, minutes + 40) }));

async function score(who: Agent, total: number, days: number): Promise<void> {
  const answers = Object.fromEntries(
    PHQ_9.items.map(({ key }, place) => [key, POINTS[Math.min(3, Math.max(0, total - 3 * place))]]),
  );
  const about = { instrumentId: scale, clientId: who.clientId, answers, answeredAt: at(days) };
  await made(w.therapist.post('/scale-responses', about));
}

async function given(key: string, whose: object): Promise<{ id: string; title: string }> {
  const body = { worksheetId: sheets[key], ...whose, earlyReason: 'Asked for it.' };
  return (await made<{ items: { id: string; title: string }[] }>(w.therapist.post('/assignments', body))).items[0]!;
}

async function sent(key: string, by: Agent, whose: object): Promise<string> {
  const { id } = await given(key, whose);
  const { version } = await made<{ version: number }>(by.get(`/assignments/${id}/response`));
  const kept = await made<{ version: number }>(by.put(`/assignments/${id}/response`, { answers: {} }, etag(version)));
  await made(by.post(`/assignments/${id}/submit`, undefined, etag(kept.version)));
  return id;
}

/** Maya's, agreed by Tom and in force. */
async function boundary(limit: string): Promise<string> {
  const more = { area: 'third-party', limit, kind: 'request', negotiable: true };
  const { id } = await made<{ id: string }>(w.maya.post(`/couples/${w.coupleId}/boundaries`, more));
  for (const [who, to] of [
    [w.maya, 'proposed'],
    [w.tom, 'agreed'],
    [w.maya, 'active'],
  ] as const)
    await made(who.post(`/boundaries/${id}/transitions`, { to }));
  return id;
}
/** A plan with one goal that is worked on. */
async function inForce(whose: object, behaviour: string): Promise<{ id: string; version: number }> {
  const begun = await made<{ id: string; version: number }>(w.therapist.post('/plans', whose));
  const text = planText([goal(behaviour)]);
  const kept = await made<typeof begun>(w.therapist.put(`/plans/${begun.id}`, text, etag(begun.version)));
  return made(w.therapist.post(`/plans/${begun.id}/start`, {}, etag(kept.version)));
}

const mark = (who: Agent, id: string, kind: string): Promise<unknown> =>
  made(who.post(`/boundaries/${id}/events`, { kind, occurredOn: day(0) }));

const check = (person: Agent, result: string): Promise<unknown> =>
  made(
    w.therapist.post(`/couples/${w.coupleId}/safety-checks`, {
      ...{ clientId: person.clientId, result, screenedAlone: true, screenedOn: day(0) },
    }),
  );

beforeAll(async () => {
  w = await world();
  const file = JSON.stringify(phq9());
  const brought = w.therapist.post('/instruments/import', file, { 'Content-Type': 'application/fhir+json' });
  scale = (await made<{ id: string }>(brought)).id;
  const { items } = await made<{ items: { key: string; id: string }[] }>(w.therapist.get('/worksheets?limit=100'));
  sheets = Object.fromEntries(items.map(({ key, id }) => [key, id]));
  for (const person of [w.maya, w.tom]) await check(person, 'clear');
});
afterAll(() => w.close());

describe('before the first session', () => {
  it('there is no last one, nothing was agreed, and nothing is invented', async () => {
    const first = await ofClient(w.dana);
    expect(first).toMatchObject({
      displayName: 'Dana R.',
      session: null,
      lastSeenAt: null,
      following: null,
      lines: [],
    });
    expect((await ofCouple()).people.map(({ callName }) => callName)).toEqual(['Maya', 'Tom']);
  });
});

describe('before a session with both', () => {
  let limit: string;
  let boundaryId: string;
  let joint: string;

  beforeAll(async () => {
    await score(w.maya, 20, 60);
    await score(w.tom, 12, 60);
    const last = await session({ coupleId: w.coupleId }, 7);
    joint = (await signed(w.therapist, { sessionId: last.id }, { sections: { plan: 'Ten minutes each evening.' } })).id;
    await signed(w.therapist, { clientId: w.tom.clientId }, { sections: { plan: 'Only Tom knows this plan.' } });
    limit = 'Tell me before you see them';
    boundaryId = await boundary(limit);
    await mark(w.maya, boundaryId, 'bent');
    await mark(w.tom, boundaryId, 'kept');
    await sent('feelings-journal', w.maya, { clientIds: [w.maya.clientId] });
    await score(w.maya, 8, 1);
    for (const text of ['Who else knew?', 'Since when?'])
      await made(w.maya.post(`/couples/${w.coupleId}/questions`, { text }));
    await made(w.tom.post(`/clients/${w.tom.clientId}/setbacks`, {}));
    await made(w.therapist.post(`/clients/${w.tom.clientId}/risk-alerts`, { danger: 'soon', note: 'Seen.' }));
  });

  it('says who comes when, how often so far, when they were seen last, and who comes next', async () => {
    const now = await session({ coupleId: w.coupleId }, 0, 1);
    const found = await ofCouple();
    expect(found).toMatchObject({ displayName: 'Maya & Tom K.', session: { id: now.id, number: 2, noteId: null } });
    expect(found.lastSeenAt).not.toBeNull();
  });

  it('holds apart what is Maya’s, both’s and Tom’s, each line once', async () => {
    const found = await ofCouple();
    const where = found.lines.map(({ kind, side, clientId, detail }) => [kind, side, clientId, detail].join());
    expect(new Set(where).size).toBe(found.lines.length - 1); // two questions of hers
    expect(of(found, 'boundary_mark').map(({ side, detail }) => [side, detail])).toEqual(
      expect.arrayContaining([
        ['a', 'bent'],
        ['b', 'kept'],
      ]),
    );
    expect(of(found, 'homework_sent')).toMatchObject([{ side: 'a', draft: 1, isNew: true, knownTo: 'own' }]);
    expect(of(found, 'setback')).toMatchObject([{ side: 'b' }]);
    expect(of(found, 'risk')).toMatchObject([{ side: 'b', clientId: w.tom.clientId }]);
    expect(found.lines[0]!.kind).toBe('risk');
  });

  it('tells what was agreed by both for both, and what was agreed with one in that one’s column', async () => {
    expect(of(await ofCouple(), 'agreed').map(({ id, side, title, aloud }) => ({ id, side, title, aloud }))).toEqual(
      expect.arrayContaining([
        { id: joint, side: 'us', title: 'Ten minutes each evening.', aloud: true },
        { id: expect.any(String), side: 'b', title: 'Only Tom knows this plan.', aloud: false },
      ]),
    );
  });

  it('reads a score that came since then, with its verdict, and says nothing of one that did not', async () => {
    expect(of(await ofCouple(), 'score')).toMatchObject([
      { side: 'a', isNew: true, score: { total: 8, delta: -12, verdict: 'recovered' } },
    ]);
  });

  it('says that the marks differ, which neither of them knows', async () => {
    expect(of(await ofCouple(), 'marks_differ')).toMatchObject([
      { side: 'us', id: boundaryId, title: limit, knownTo: 'staff', aloud: false },
    ]);
  });

  it('marks as sayable only what both of them know', async () => {
    const found = await ofCouple();
    const aloud = found.lines.filter((line) => line.aloud);
    expect(new Set(aloud.map(({ kind }) => kind))).toEqual(new Set(['agreed', 'boundary']));
    expect(aloud.every(({ knownTo }) => knownTo === 'both')).toBe(true);
  });

  it('lets a question be said aloud once it was passed on, and not before', async () => {
    const first = of(await ofCouple(), 'question').find(({ title }) => title === 'Who else knew?')!;
    expect(first).toMatchObject({ side: 'a', aloud: false });
    await made(w.therapist.post(`/questions/${first.id}/pass-on`));
    expect(of(await ofCouple(), 'question').map(({ title, aloud }) => [title, aloud])).toEqual(
      expect.arrayContaining([
        ['Who else knew?', true],
        ['Since when?', false],
      ]),
    );
  });

  it('keeps what one put forward in silence with that one, while a concern is told', async () => {
    await check(w.maya, 'concern');
    const more = { area: 'time-alone', limit: 'An hour for me', kind: 'request', negotiable: true };
    const { id } = await made<{ id: string }>(w.maya.post(`/couples/${w.coupleId}/boundaries`, more));
    await made(w.maya.post(`/boundaries/${id}/transitions`, { to: 'proposed' }));
    const dueAt = at(-2);
    await made(w.tom.post('/promises', { coupleId: w.coupleId, text: 'Home by seven', dueAt }));
    const found = await ofCouple();
    expect(of(found, 'boundary').find((line) => line.id === id)).toMatchObject({ side: 'a', aloud: false });
    expect(of(found, 'promise')).toMatchObject([{ side: 'b', title: 'Home by seven', aloud: false }]);
    expect(of(found, 'ask_alone').every(({ aloud }) => !aloud)).toBe(true);
    for (const person of [w.maya, w.tom]) await check(person, 'clear');
  });

  it('says what they work on, aloud once both can read it, and a goal of one alone in that one’s column', async () => {
    const joint = await inForce({ coupleId: w.coupleId }, 'Ten minutes each evening, phones away');
    await inForce({ clientId: w.tom.clientId }, 'Rings his brother');
    const goals = async () => of(await ofCouple(), 'goal').map(({ side, title, aloud }) => [side, title, aloud]);
    expect(await goals()).toEqual(
      expect.arrayContaining([
        ['us', 'Ten minutes each evening, phones away', false],
        ['b', 'Rings his brother', false],
      ]),
    );
    await made(w.therapist.post(`/plans/${joint.id}/show`, {}, etag(joint.version)));
    expect(await goals()).toContainEqual(['us', 'Ten minutes each evening, phones away', true]);
    expect(of(await ofClient(w.maya), 'goal')).toEqual([]);
  });

  it('says nothing aloud of a boundary while newer words for it wait', async () => {
    const more = { area: 'time-alone', limit: 'Sunday mornings', kind: 'request', negotiable: true };
    const { id } = await made<{ id: string }>(w.maya.post(`/couples/${w.coupleId}/boundaries`, more));
    await made(w.maya.post(`/boundaries/${id}/transitions`, { to: 'proposed' }));
    await made(w.tom.post(`/boundaries/${id}/transitions`, { to: 'discussing' }));
    const now = async (): Promise<Line> => of(await ofCouple(), 'boundary').find((line) => line.id === id)!;
    expect(await now()).toMatchObject({ aloud: true, knownTo: 'both' });
    await check(w.tom, 'concern');
    await made(w.tom.post(`/boundaries/${id}/wordings`, { limit: 'Only what Tom would say' }));
    expect(await now()).toMatchObject({ aloud: false, knownTo: 'staff', side: 'us' });
    for (const person of [w.maya, w.tom]) await check(person, 'clear');
  });
});

describe('before a session with one of them', () => {
  it('there is what is her own and nothing of both or of him', async () => {
    const text = JSON.stringify((await ofClient(w.maya)).lines);
    expect(text).toContain('Since when?');
    expect(text).not.toContain('Ten minutes each evening.');
    expect(text).not.toContain('Home by seven');
    expect(text).not.toContain(w.tom.clientId);
    expect(text).not.toContain('Tom');
    const his = await ofClient(w.tom);
    expect(his.lines.every(({ side, clientId }) => side === 'a' && clientId === w.tom.clientId)).toBe(true);
    expect(JSON.stringify(his)).not.toContain('Since when?');
    expect(JSON.stringify(his)).toContain('Only Tom knows this plan.');
  });

  it('whatever she told may be said to her, save that somebody worries', async () => {
    const his = await ofClient(w.tom);
    expect(of(his, 'boundary_mark')).toMatchObject([{ aloud: true }]);
    expect(of(his, 'risk')).toMatchObject([{ aloud: false }]);
  });
});

describe('a brief', () => {
  it('is there for those who treat them and whoever supervises that, and for nobody else', async () => {
    const paths = [`/couples/${w.coupleId}/brief`, `/clients/${w.maya.clientId}/brief`];
    for (const path of paths) {
      for (const agent of [w.therapist2, w.supervisor, w.other.therapist])
        expect((await agent.get(path)).status).toBe(404);
      for (const agent of [w.admin, w.maya, w.tom, w.dana]) expect((await agent.get(path)).status).toBe(403);
      expect((await w.stranger().get(path)).status).toBe(401);
    }
  });

  it('is written down as read, for the couple and for the person', async () => {
    await ofCouple();
    await ofClient(w.dana);
    const { rows } = await w.owner.query<{ couple_id: string | null; client_id: string | null }>(
      `select couple_id, client_id from audit_event where target = 'briefs' order by at desc limit 2`,
    );
    expect(rows.some((row) => row.couple_id === w.coupleId)).toBe(true);
    expect(rows.some((row) => row.client_id === w.dana.clientId)).toBe(true);
  });

  it('asks the database as often for twenty lines as for two', async () => {
    const before = (await ofCouple()).lines.length;
    const asked = await statements(() => ofCouple());
    for (let n = 0; n < 8; n++) await made(w.maya.post(`/couples/${w.coupleId}/questions`, { text: `And ${n}?` }));
    expect(await statements(() => ofCouple())).toBe(asked);
    expect((await ofCouple()).lines).toHaveLength(before + 8);
  });

  it('tells each of two therapists only what is theirs to read', async () => {
    await treatedApart(w);
    const ofBoth = JSON.stringify(await ofCouple());
    await signed(w.therapist2, { clientId: w.maya.clientId }, { sections: { plan: 'Between her and Sam.' } });
    expect(JSON.stringify(await ofCouple())).not.toContain('Between her and Sam.');
    expect(JSON.stringify(await ofClient(w.maya, w.therapist2))).toContain('Between her and Sam.');
    expect(JSON.stringify(await ofClient(w.maya, w.therapist2))).not.toContain('Since when?');
    expect(ofBoth).toContain('Since when?');
    expect((await w.therapist2.get(`/couples/${w.coupleId}/brief`)).status).toBe(404);
  });

  it('of work that has ended says what was agreed and asks nobody alone', async () => {
    await endWork(w);
    const ended = await ofCouple();
    expect(of(ended, 'ask_alone')).toEqual([]);
    expect(JSON.stringify(ended)).toContain('Ten minutes each evening.');
  });
});

/** How many statements are sent meanwhile. */
async function statements(act: () => Promise<unknown>): Promise<number> {
  const sent = jest.spyOn(pg.Client.prototype, 'query');
  await act();
  const { length } = sent.mock.calls;
  sent.mockRestore();
  return length;
}
