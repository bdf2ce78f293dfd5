import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { etag } from './acts.js';
import type { Agent } from './agent.js';
import { dataFolder, openMailbox, type Mailbox } from './mailbox.js';
import { world, type World } from './world.js';

/** What could tell without a word: a state, a version, an order, an id, a moment, a mark of reading, a mail. */
let w: World;
let post: Mailbox;
let sheets: Record<string, string>;

interface Body {
  id: string;
  state: string;
  version: number;
  moves: string[];
  dueOn: string | null;
  items: Body[];
  releases: { state: string; seen: boolean }[];
}
async function made(asked: Promise<{ status: number; body: unknown }>): Promise<Body> {
  const { status, body } = await asked;
  if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body as Body;
}
const check = (person: Agent, result: 'clear' | 'concern'): Promise<Body> =>
  made(
    w.therapist.post(`/couples/${w.coupleId}/safety-checks`, {
      ...{ clientId: person.clientId, result, screenedAlone: true },
      screenedOn: new Date().toISOString().slice(0, 10),
    }),
  );
const REASON = { reason: 'Talked over with Maya alone.' };
const hour = (hours: number): string => new Date(Date.now() + hours * 3_600_000).toISOString();
let n = 0;
const fresh = (): string => `Medlar${++n} before ten`;

const give = async (key: string, more: object): Promise<string> =>
  (await made(w.therapist.post('/assignments', { worksheetId: sheets[key], ...more }))).items[0]!.id;
async function proposed(agent: Agent): Promise<Body> {
  const draft = { area: 'third-party', limit: fresh(), kind: 'request', negotiable: true };
  const { id } = await made(agent.post(`/couples/${w.coupleId}/boundaries`, draft));
  return made(agent.post(`/boundaries/${id}/transitions`, { to: 'proposed' }));
}
async function answered(agent: Agent, id: string, visibility: object = {}): Promise<string> {
  const answers = { ready: 2, 'in-the-way': fresh() };
  await made(agent.put(`/assignments/${id}/response`, { answers, visibility }, etag(1)));
  await made(agent.post(`/assignments/${id}/submit`, undefined, etag(2)));
  await made(w.therapist.post(`/assignments/${id}/review`, { decision: 'accept' }, etag(3)));
  return id;
}
const ofHis = async (agent: Agent): Promise<string> =>
  answered(agent, await give('boundary-list', { coupleId: w.coupleId, clientIds: [agent.clientId] }));
const share = (agent: Agent, id: string): Promise<Body> =>
  made(agent.post(`/assignments/${id}/releases`, { fieldKeys: ['in-the-way'] }));
const sharing = async (agent: Agent, id: string) => (await made(agent.get(`/assignments/${id}/sharing`))).releases[0]!;

beforeAll(async () => {
  w = await world({ KEPT_DATA_DIR: dataFolder() });
  post = await openMailbox(w);
  const { items } = (await w.therapist.get('/worksheets?limit=100')).body as { items: { key: string; id: string }[] };
  sheets = Object.fromEntries(items.map(({ key, id }) => [key, id]));
});
afterAll(async () => {
  await w.close();
  await post.close();
});
beforeEach(async () => {
  await check(w.maya, 'clear');
  await check(w.tom, 'clear');
});

describe('what is held back', () => {
  it('can be reworded with the same outcome as what is not', async () => {
    const reworded = async () => {
      const { id } = await proposed(w.tom);
      const { state, version, moves } = await made(w.tom.post(`/boundaries/${id}/wordings`, { limit: fresh() }));
      return { state, version, moves };
    };
    const open = await reworded();
    await check(w.maya, 'concern');
    expect(await reworded()).toEqual(open);
  });

  it('stands before its writer in his last words, whatever becomes of it', async () => {
    const fixed = { area: 'conflict', kind: 'limit', negotiable: false };
    const ends = async (by: Agent, to: string, more: object, concern: boolean) => {
      const draft = { area: 'third-party', kind: 'request', negotiable: true, limit: fresh(), ...more };
      const { id } = await made(w.maya.post(`/couples/${w.coupleId}/boundaries`, draft));
      await made(w.maya.post(`/boundaries/${id}/transitions`, { to: 'proposed' }));
      if (concern) await check(w.tom, 'concern');
      await made(w.maya.post(`/boundaries/${id}/wordings`, { limit: 'Her last words' }));
      await made(by.post(`/boundaries/${id}/transitions`, { to }));
      await check(w.tom, 'clear');
      const { state, version, moves, ...rest } = await made(w.maya.get(`/boundaries/${id}`));
      const { limit, authorAgrees } = rest as unknown as { limit: string; authorAgrees: boolean };
      return { state, version, moves, limit, authorAgrees };
    };
    for (const [by, to, more] of [
      [w.tom, 'declined', {}],
      [w.maya, 'retired', {}],
      [w.maya, 'active', fixed],
    ] as const)
      expect(await ends(by, to, more, true)).toEqual(await ends(by, to, more, false));
  });

  it('lets whoever agrees to the words before them go on as if there were no others, and tells their writer nothing', async () => {
    const his = async (id: string) => [
      (await w.tom.get(`/boundaries/${id}`)).body,
      (await w.tom.get(`/couples/${w.coupleId}/boundaries?limit=100`)).body,
    ];
    const lived = async (end: string[], concern: boolean) => {
      const { id } = await proposed(w.tom);
      if (concern) {
        await check(w.maya, 'concern');
        await made(w.tom.post(`/boundaries/${id}/wordings`, { limit: 'His newer words' }));
      }
      await post.settled();
      const before = [await his(id), post.all().filter(({ to }) => to === 'tom@harbour.example').length];
      const met: unknown[] = [];
      for (const to of ['discussing', 'agreed', 'active', 'under_review', ...end]) {
        const moved = await w.maya.post(`/boundaries/${id}/transitions`, { to });
        const marked = await w.maya.post(`/boundaries/${id}/events`, { kind: 'kept' });
        const said = await w.maya.post(`/boundaries/${id}/comments`, { text: 'I wonder.' });
        const { state, version, moves, ...rest } = await made(w.maya.get(`/boundaries/${id}`));
        const { authorAgrees, otherAgrees, activeFrom, agreedAt, history } = rest as unknown as Record<string, unknown>;
        met.push({
          ...{ to, answers: [moved.status, marked.status, said.status], state, version, moves, authorAgrees },
          ...{ otherAgrees, activeFrom, agreed: agreedAt !== null, history: (history as unknown[]).length },
        });
      }
      await post.settled();
      const after = [await his(id), post.all().filter(({ to }) => to === 'tom@harbour.example').length];
      await check(w.maya, 'clear');
      return { met, isQuiet: JSON.stringify(before) === JSON.stringify(after) };
    };
    for (const end of [
      ['renewed', 'retired'],
      ['changed', 'agreed', 'active'],
    ]) {
      const open = await lived(end, false);
      const held = await lived(end, true);
      expect(held.met).toEqual(open.met);
      expect([open.isQuiet, held.isQuiet]).toEqual([false, true]);
    }
  }, 60_000);

  it('changes nothing for its author when a clinician lets it go: no version, no order', async () => {
    await check(w.maya, 'concern');
    const { id } = await proposed(w.tom);
    await proposed(w.tom);
    const his = async () => [
      (await w.tom.get(`/boundaries/${id}`)).body,
      (await w.tom.get(`/couples/${w.coupleId}/boundaries?limit=100`)).body,
    ];
    const before = await his();
    await made(w.therapist.post(`/boundaries/${id}/open`, REASON));
    expect(await his()).toEqual(before);
  });

  it('tells the other of no time before it opened, by moment or by id', async () => {
    await check(w.maya, 'concern');
    const { id } = await proposed(w.tom);
    await made(w.tom.post(`/boundaries/${id}/comments`, { text: 'I mean it well.' }));
    const promise = await made(w.tom.post('/promises', { coupleId: w.coupleId, text: fresh(), dueAt: hour(2) }));
    const opening = Date.now();
    await made(w.therapist.post(`/boundaries/${id}/open`, REASON));
    await made(w.therapist.post(`/promises/${promise.id}/open`, REASON));
    const seen = JSON.stringify([
      (await w.maya.get(`/boundaries/${id}`)).body,
      (await w.maya.get(`/promises/${promise.id}`)).body,
    ]).replaceAll(w.coupleId, '');
    const moments = [...seen.matchAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g)].map(([text]) => Date.parse(text));
    expect(moments.filter((moment) => moment < opening)).toEqual([]);
    // a sorted id holds the moment it was made
    expect(seen.match(/"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-/g)).toBe(null);
  });

  it('in words about what has ended, or is in force, is not to be let go either', async () => {
    const fixed = { area: 'conflict', kind: 'limit', negotiable: false, limit: fresh() };
    for (const [by, to, draft] of [
      [w.tom, 'declined', { ...fixed, kind: 'request' }],
      [w.maya, 'retired', { ...fixed, limit: fresh() }],
      [w.maya, 'active', fixed],
    ] as const) {
      const { id } = await made(w.maya.post(`/couples/${w.coupleId}/boundaries`, draft));
      await made(w.maya.post(`/boundaries/${id}/transitions`, { to: 'proposed' }));
      await check(w.tom, 'concern');
      await made(w.maya.post(`/boundaries/${id}/wordings`, { limit: 'Her last words' }));
      const talkHeld = async () =>
        (await made(w.therapist.get(`/boundaries/${id}`))) as unknown as { talkHeld: boolean };
      expect(await talkHeld()).toMatchObject({ talkHeld: true });
      await made(by.post(`/boundaries/${id}/transitions`, { to }));
      const before = (await w.maya.get(`/boundaries/${id}`)).body;
      expect(await talkHeld()).toMatchObject({ talkHeld: false });
      expect((await w.therapist.post(`/boundaries/${id}/open`, REASON)).status).toBe(409);
      expect((await w.maya.get(`/boundaries/${id}`)).body).toEqual(before);
      await check(w.tom, 'clear');
    }
  });

  it('is not to be let go once its author has ended it', async () => {
    await check(w.maya, 'concern');
    const { id } = await proposed(w.tom);
    await made(w.tom.post(`/boundaries/${id}/transitions`, { to: 'retired' }));
    expect((await w.therapist.post(`/boundaries/${id}/open`, REASON)).status).toBe(409);
    expect((await w.maya.get(`/boundaries/${id}`)).status).toBe(404);
  });

  it('looks to its author, read or not, like what is not held; staff are told when it was read', async () => {
    const [open, held] = [await ofHis(w.tom), await ofHis(w.tom)];
    await share(w.tom, open);
    await check(w.maya, 'concern');
    const { id } = await share(w.tom, held);
    const met = () => w.maya.get(`/couples/${w.coupleId}/shared`);
    const before = [await sharing(w.tom, open), await sharing(w.tom, held)];
    await met();
    expect([await sharing(w.tom, open), await sharing(w.tom, held)]).toEqual(before);
    expect(before).toMatchObject([{ seen: null }, { seen: null }]);
    expect(await sharing(w.therapist, open)).toMatchObject({ seen: true });
    expect(await sharing(w.therapist, held)).toMatchObject({ seen: false });
    await made(w.therapist.post(`/releases/${id}/open`, REASON));
    expect(await sharing(w.therapist, held)).toMatchObject({ seen: false });
    await met();
    expect(await sharing(w.therapist, held)).toMatchObject({ seen: true });
  });
});

describe('what is shared', () => {
  it('brings no mail once it was taken back', async () => {
    const hers = () => post.all().filter(({ to }) => to === 'maya@harbour.example').length;
    const id = await ofHis(w.tom);
    for (const { id: earlier } of (await made(w.maya.get(`/couples/${w.coupleId}/shared`))).items)
      await made(w.tom.post(`/releases/${earlier}/withdraw`));
    await post.settled();
    const before = hers();
    const release = await share(w.tom, id);
    await made(w.tom.post(`/releases/${release.id}/withdraw`));
    await post.settled();
    expect(hers()).toBe(before);
  });

  it('by both at the same moment is open to both', async () => {
    for (let i = 0; i < 3; i++) {
      const worksheetId = sheets['boundary-list'];
      const { items } = await made(
        w.therapist.post('/assignments', { worksheetId, coupleId: w.coupleId, mode: 'each' }),
      );
      const both = { 'in-the-way': 'both_done' };
      for (const [at, person] of [w.maya, w.tom].entries()) await answered(person, items[at]!.id, both);
      await Promise.all([share(w.maya, items[0]!.id), share(w.tom, items[1]!.id)]);
      expect(await sharing(w.maya, items[0]!.id)).toMatchObject({ state: 'shared' });
    }
  });

  it('with a therapist about a letter of two stays with the therapist', async () => {
    const id = await give('apology', { coupleId: w.coupleId, mode: 'together', earlyReason: 'They asked for it now.' });
    await made(w.tom.put(`/assignments/${id}/response`, { answers: {} }, etag(1)));
    const hints = [{ field: 'letter', rule: 'conditional', quote: 'zebra if' }];
    await made(w.tom.post(`/assignments/${id}/submit`, { hints }, etag(2)));
    const sent = async (agent: Agent) => JSON.stringify((await agent.get(`/assignments/${id}/submissions`)).body);
    expect(await sent(w.therapist)).toContain('zebra');
    expect(await sent(w.maya)).not.toContain('zebra');
  });
});

it('a session that the other has alone sets no day and brings no reminder', async () => {
  const more = { coupleId: w.coupleId, clientIds: [w.maya.clientId], dueNextSession: true };
  const id = await give('feelings-journal', more);
  const session = { coupleId: w.coupleId, attendeeIds: [w.tom.clientId], modality: 'video' };
  await made(w.therapist.post('/sessions', { ...session, startsAt: hour(2), endsAt: hour(3) }));
  // Looked at before anybody else can: the worker would have carried it off.
  await w.owner.query('begin; select homework_remind(100)');
  const { rows } = await w.owner.query<{ id: string }>(
    `select payload ->> 'assignmentId' as id from outbox where kind = 'worksheet.reminder'`,
  );
  await w.owner.query('commit');
  expect(rows.map((row) => row.id)).not.toContain(id);
  expect(await made(w.therapist.get(`/assignments/${id}`))).toMatchObject({ dueOn: null });
});
