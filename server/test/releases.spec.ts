import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Agent } from './agent.js';
import { world, type World } from './world.js';

/**
 * What one partner lets the other read. Each case gives both partners a sheet of their own within the couple's work;
 * Maya answers hers, and Tom is asked what he can read.
 */
let w: World;
let sheets: Record<string, string>;
interface Given {
  id: string;
  clientId: string;
}
let mayas: Given;
let toms: Given;

const match = (version: number) => ({ 'If-Match': `"${version}"` });
const today = new Date().toISOString().slice(0, 10);
const ROW = '0190a000-0000-7000-8000-00000000000a';

async function made<T = Record<string, unknown>>(asked: Promise<{ status: number; body: unknown }>): Promise<T> {
  const { status, body } = await asked;
  if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body as T;
}

const check = (person: Agent, result: 'clear' | 'concern' | 'not_done', screenedOn = today): Promise<unknown> =>
  made(
    w.therapist.post(`/couples/${w.coupleId}/safety-checks`, {
      clientId: person.clientId,
      result,
      screenedAlone: true,
      screenedOn,
    }),
  );

async function give(key: string): Promise<void> {
  const { items } = await made<{ items: Given[] }>(
    w.therapist.post('/assignments', { worksheetId: sheets[key], coupleId: w.coupleId, mode: 'each' }),
  );
  mayas = items.find(({ clientId }) => clientId === w.maya.clientId)!;
  toms = items.find(({ clientId }) => clientId === w.tom.clientId)!;
}

const versionOf = async (agent: Agent, { id }: Given): Promise<number> =>
  (await made<{ version: number }>(agent.get(`/assignments/${id}`))).version;

async function send(agent: Agent, given: Given, answers: object, visibility: object = {}): Promise<void> {
  const version = await versionOf(agent, given);
  await made(agent.put(`/assignments/${given.id}/response`, { answers, visibility }, match(version)));
  await made(agent.post(`/assignments/${given.id}/submit`, undefined, match(version + 1)));
}

async function review(given: Given, decision: 'accept' | 'return' = 'accept'): Promise<void> {
  const version = await versionOf(w.therapist, given);
  await made(w.therapist.post(`/assignments/${given.id}/review`, { decision }, match(version)));
}

const share = (agent: Agent, { id }: Given, fieldKeys: string[]) =>
  agent.post(`/assignments/${id}/releases`, { fieldKeys });

interface Shared {
  id: string;
  from: string;
  title: string;
  answers: Record<string, unknown>;
  fields: { key: string; columns: { key: string }[] | null }[];
}
const read = async (agent: Agent, query = ''): Promise<Shared[]> =>
  (await made<{ items: Shared[] }>(agent.get(`/couples/${w.coupleId}/shared${query}`))).items;
const words = async (agent: Agent, query = ''): Promise<string> => JSON.stringify(await read(agent, query));
/** What differs in Tom's page because of `act`. */
async function changesForTom(act: () => Promise<unknown>): Promise<boolean> {
  const before = await w.tom.get(`/couples/${w.coupleId}/shared`);
  await act();
  const after = await w.tom.get(`/couples/${w.coupleId}/shared`);
  return JSON.stringify(before.body) !== JSON.stringify(after.body);
}

beforeAll(async () => {
  w = await world();
  const { items } = await made<{ items: { key: string; id: string }[] }>(w.therapist.get('/worksheets?limit=100'));
  sheets = Object.fromEntries(items.map(({ key, id }) => [key, id]));
});
afterAll(() => w.close());

let n = 0;
/** Words that occur nowhere else. */
const fresh = (): string => `tawny${++n}`;

describe('Maya shares answers that her therapist has read', () => {
  beforeEach(async () => {
    await check(w.maya, 'clear');
    await check(w.tom, 'clear');
  });

  it('and Tom reads those, and nothing else of it', async () => {
    await give('boundary-list');
    const [limit, why, own] = [fresh(), fresh(), fresh()];
    await send(w.maya, mayas, { boundaries: [{ rowId: ROW, limit, why }], ready: 2, 'in-the-way': own });
    await review(mayas);
    expect(await words(w.tom)).not.toContain(limit);
    await made(share(w.maya, mayas, ['boundaries']));
    const [item] = await read(w.tom);
    expect(item).toMatchObject({
      from: 'Maya',
      answers: { boundaries: [{ rowId: ROW, limit }] },
      fields: [{ key: 'boundaries' }],
    });
    // a cell that stays between her and her therapist is not copied, nor is its heading
    expect(item!.fields[0]!.columns!.map(({ key }) => key)).not.toContain('why');
    const all = await words(w.tom);
    expect([why, own, mayas.id, w.maya.clientId].filter((secret) => all.includes(secret))).toEqual([]);
  });

  it('as they were: what she writes later stays hers', async () => {
    await give('boundary-list');
    const [first, second] = [fresh(), fresh()];
    await send(w.maya, mayas, { boundaries: [{ rowId: ROW, limit: first }] });
    await review(mayas, 'accept');
    await made(share(w.maya, mayas, ['boundaries']));
    await give('boundary-list');
    await send(w.maya, mayas, { boundaries: [{ rowId: ROW, limit: second }] });
    const all = await words(w.tom);
    expect([all.includes(first), all.includes(second)]).toEqual([true, false]);
  });

  it('and takes them back: from then on they are gone; whether he had read them is told to their therapist alone', async () => {
    await give('boundary-list');
    const limit = fresh();
    await send(w.maya, mayas, { boundaries: [{ rowId: ROW, limit }] });
    await review(mayas);
    const { id } = await made<{ id: string }>(share(w.maya, mayas, ['boundaries']));
    const before = await made(w.maya.get(`/assignments/${mayas.id}/sharing`));
    expect(await words(w.tom)).toContain(limit);
    expect(await made(w.maya.get(`/assignments/${mayas.id}/sharing`))).toEqual(before);
    const taken = await made(w.maya.post(`/releases/${id}/withdraw`));
    expect(taken).toMatchObject({ state: 'withdrawn', seen: null });
    expect(await made(w.therapist.get(`/assignments/${mayas.id}/sharing`))).toMatchObject({
      releases: [{ id, state: 'withdrawn', seen: true }],
    });
    expect(await words(w.tom)).not.toContain(limit);
    expect(await words(w.maya, '?reader=partner')).not.toContain(limit);
    // again is the same; somebody else's is unknown
    expect((await w.maya.post(`/releases/${id}/withdraw`)).status).toBe(200);
    expect((await w.tom.post(`/releases/${id}/withdraw`)).status).toBe(404);
    expect((await w.therapist.post(`/releases/${id}/withdraw`)).status).toBe(403);
  });

  it('again, in newer words: the earlier copy goes', async () => {
    await give('boundary-list');
    await send(w.maya, mayas, { boundaries: [{ rowId: ROW, limit: fresh() }] });
    await review(mayas);
    await made(share(w.maya, mayas, ['boundaries']));
    const count = (await read(w.tom)).length;
    await made(share(w.maya, mayas, ['boundaries']));
    expect((await read(w.tom)).length).toBe(count);
  });
});

describe('when an answer can be shared', () => {
  beforeEach(async () => {
    await check(w.maya, 'clear');
    await check(w.tom, 'clear');
  });

  const early = { status: 409, body: { code: 'not_reviewed_yet' } };

  it.each([
    ['boundary-list', 'in-the-way', 'therapist', early],
    ['boundary-list', 'in-the-way', 'after_review', early],
    // a gated sheet is read by the therapist first, whatever its author wished
    ['boundary-list', 'in-the-way', 'shared', early],
    ['boundary-list', 'in-the-way', 'both_done', early],
  ])('%s, “%s” as %s, before the therapist has answered', async (key, field, visibility, expected) => {
    await give(key);
    await send(w.maya, mayas, { ready: 2, [field]: fresh() }, { [field]: visibility });
    expect(await share(w.maya, mayas, [field])).toMatchObject(expected);
    await review(mayas);
    expect((await share(w.maya, mayas, [field])).status).toBe(201);
  });

  it('not from a draft, and not what was left blank', async () => {
    await give('boundary-list');
    expect(await share(w.maya, mayas, ['in-the-way'])).toMatchObject({ status: 400 });
    await send(w.maya, mayas, { ready: 2, 'in-the-way': fresh() });
    await review(mayas);
    expect(await share(w.maya, mayas, ['boundaries'])).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'fieldKeys[0]', code: 'not_answered' }] },
    });
  });

  it('never what is said to stay with her and her therapist', async () => {
    await give('boundary-list');
    await send(w.maya, mayas, { ready: 2, afraid: 'yes' });
    await review(mayas);
    expect((await share(w.maya, mayas, ['afraid'])).status).toBe(400);
    expect((await share(w.maya, mayas, ['ready', 'afraid'])).status).toBe(400);
    const { fields, asked, answers } = await made<{ fields: object[]; asked: object[]; answers: object }>(
      w.maya.get(`/assignments/${mayas.id}/sharing`),
    );
    expect({ fields, asked, answers }).toMatchObject({
      ...{ fields: [{ key: 'ready' }], asked: [{ key: 'ready' }], answers: { ready: 2 } },
    });
    expect(answers).not.toHaveProperty('afraid');
  });

  it('by nobody but its author', async () => {
    await give('boundary-list');
    await send(w.maya, mayas, { ready: 2, 'in-the-way': fresh() });
    await review(mayas);
    expect((await share(w.tom, mayas, ['in-the-way'])).status).toBe(404);
    expect((await share(w.dana, mayas, ['in-the-way'])).status).toBe(404);
    for (const staff of [w.therapist, w.supervisor, w.admin])
      expect((await share(staff, mayas, ['in-the-way'])).status).toBe(403);
  });

  it('not from her own care, which has no partner', async () => {
    const { items } = await made<{ items: Given[] }>(
      w.therapist.post('/assignments', { worksheetId: sheets['feelings-journal'], clientIds: [w.maya.clientId] }),
    );
    const own = items[0]!;
    await send(w.maya, own, { entries: [{ rowId: ROW, note: fresh(), share: true }] });
    await review(own);
    expect((await share(w.maya, own, ['entries'])).status).toBe(400);
    expect(await made(w.maya.get(`/assignments/${own.id}/sharing`))).toMatchObject({ fields: [] });
  });
});

describe('when both are done', () => {
  beforeEach(async () => {
    await check(w.maya, 'clear');
    await check(w.tom, 'clear');
  });
  const both = { 'in-the-way': 'both_done' };

  it('neither reads the other until both have let theirs go, then both do', async () => {
    await give('boundary-list');
    const [hers, his] = [fresh(), fresh()];
    await send(w.maya, mayas, { ready: 2, 'in-the-way': hers }, both);
    await send(w.tom, toms, { ready: 2, 'in-the-way': his }, both);
    await review(mayas);
    await review(toms);
    const first = await made<{ items: object[] }>(share(w.maya, mayas, ['in-the-way']));
    expect(first.items).toMatchObject([{ state: 'waiting' }]);
    expect(await words(w.tom)).not.toContain(hers);
    const second = await made<{ items: object[] }>(share(w.tom, toms, ['in-the-way']));
    expect(second.items).toMatchObject([{ state: 'shared' }]);
    expect(await words(w.tom)).toContain(hers);
    expect(await words(w.maya)).toContain(his);
  });

  it('one of another round does not count', async () => {
    await give('boundary-list');
    const [earlier, hers] = [toms, fresh()];
    await send(w.tom, earlier, { ready: 2, 'in-the-way': fresh() }, both);
    await review(earlier);
    await made(share(w.tom, earlier, ['in-the-way']));
    await give('boundary-list');
    await send(w.maya, mayas, { ready: 2, 'in-the-way': hers }, both);
    await review(mayas);
    await made(share(w.maya, mayas, ['in-the-way']));
    expect(await words(w.tom)).not.toContain(hers);
  });

  it('what was taken back does not open the other', async () => {
    await give('boundary-list');
    const his = fresh();
    await send(w.maya, mayas, { ready: 2, 'in-the-way': fresh() }, both);
    await send(w.tom, toms, { ready: 2, 'in-the-way': his }, both);
    await review(mayas);
    await review(toms);
    const { id } = await made<{ id: string }>(share(w.maya, mayas, ['in-the-way']));
    await made(w.maya.post(`/releases/${id}/withdraw`));
    await made(share(w.tom, toms, ['in-the-way']));
    expect(await words(w.maya)).not.toContain(his);
  });
});

describe('a concern that one of them told in confidence', () => {
  it('holds back what is shared from then on, and neither of them can tell', async () => {
    await check(w.maya, 'clear');
    await check(w.tom, 'clear');
    await give('boundary-list');
    const his = fresh();
    await send(w.tom, toms, { ready: 2, 'in-the-way': his });
    await review(toms);
    const clear = await made<{ items: object[] }>(share(w.tom, toms, ['in-the-way']));
    await give('boundary-list');
    const held = fresh();
    await send(w.tom, toms, { ready: 2, 'in-the-way': held });
    await review(toms);
    expect(await changesForTom(() => check(w.maya, 'concern'))).toBe(false);
    const concerned = await made<{ items: object[] }>(share(w.tom, toms, ['in-the-way']));
    const shape = (items: object[]): object[] =>
      items.map((item) => ({ ...item, id: '', assignmentId: '', answers: '', releasedAt: '' }));
    expect(shape(concerned.items)).toEqual(shape(clear.items));
    // what was open stays: its going would tell
    const all = await words(w.maya);
    expect([all.includes(his), all.includes(held)]).toEqual([true, false]);
    // nor by looking at what the other sees: by his own list it is there, as if nothing held it
    expect(await words(w.tom, '?reader=partner')).toContain(held);
    expect(await words(w.therapist, `?reader=${w.maya.clientId}`)).not.toContain(held);
    expect(await words(w.maya, '?reader=partner')).not.toContain(held);
  });

  it('until a clinician lets it go, and says why', async () => {
    const { releases } = await made<{ releases: { id: string; held: boolean }[] }>(
      w.therapist.get(`/assignments/${toms.id}/sharing`),
    );
    expect(releases).toMatchObject([{ held: true }]);
    const { id } = releases[0]!;
    expect((await w.therapist.post(`/releases/${id}/open`, { reason: 'short' })).status).toBe(400);
    expect((await w.tom.post(`/releases/${id}/open`, { reason: 'I would like it to go.' })).status).toBe(403);
    expect((await w.therapist2.post(`/releases/${id}/open`, { reason: 'I am not of the care team.' })).status).toBe(
      404,
    );
    const before = (await read(w.maya)).length;
    const preview = await words(w.tom, '?reader=partner');
    await made(w.therapist.post(`/releases/${id}/open`, { reason: 'Talked over with Maya alone.' }));
    expect((await read(w.maya)).length).toBe(before + 1);
    expect(await words(w.tom, '?reader=partner')).toBe(preview);
    expect((await w.therapist.post(`/releases/${id}/open`, { reason: 'Once more, the same.' })).status).toBe(409);
  });

  it.each(['not_done', 'clear, but four months ago'])(
    'a gated sheet waits as well while a check is %s',
    async (state) => {
      await check(w.tom, 'clear');
      await check(w.maya, 'clear');
      await give('boundary-list');
      const hers = fresh();
      await send(w.maya, mayas, { ready: 2, 'in-the-way': hers });
      await review(mayas);
      const longAgo = new Date(Date.now() - 120 * 86_400_000).toISOString().slice(0, 10);
      if (state === 'not_done') await check(w.tom, 'not_done');
      else await check(w.tom, 'clear', longAgo);
      await made(share(w.maya, mayas, ['in-the-way']));
      expect(await words(w.tom)).not.toContain(hers);
    },
  );
});

describe('who may look', () => {
  it('is the couple and its care team; to everyone else there is no such couple', async () => {
    for (const agent of [w.dana, w.therapist2, w.other.therapist, w.other.luis])
      expect((await agent.get(`/couples/${w.coupleId}/shared`)).status).toBe(404);
    expect((await w.admin.get(`/couples/${w.coupleId}/shared`)).status).toBe(403);
    expect((await w.therapist.get(`/couples/${w.coupleId}/shared?reader=${w.dana.clientId}`)).status).toBe(400);
    // whom a client may name is settled: guessing at ids teaches nothing
    for (const id of [w.tom.clientId, w.dana.clientId])
      expect((await w.maya.get(`/couples/${w.coupleId}/shared?reader=${id}`)).status).toBe(400);
  });

  it('and Maya and her therapist can see what Tom sees, with his own rights, without counting as his reading', async () => {
    await check(w.maya, 'clear');
    await check(w.tom, 'clear');
    await give('boundary-list');
    const [hers, his] = [fresh(), fresh()];
    await send(w.maya, mayas, { ready: 2, 'in-the-way': hers });
    await send(w.tom, toms, { ready: 2, 'in-the-way': his });
    await review(mayas);
    await review(toms);
    await made(share(w.maya, mayas, ['in-the-way']));
    const asTom = `?reader=${w.tom.clientId}`;
    const seen = [await words(w.maya, '?reader=partner'), await words(w.therapist, asTom)];
    expect(await made(w.maya.get(`/assignments/${mayas.id}/sharing`))).toMatchObject({ releases: [{ seen: null }] });
    expect(seen[1]).toBe(await words(w.tom));
    // Maya's has what a check in the cases above holds back as well, and nothing less
    for (const { id } of await read(w.tom)) expect(seen[0]).toContain(id);
    expect(seen[0]).toContain(hers);
    expect(seen[0]).not.toContain(his);
    // and afterwards everybody is who they were
    expect((await made<{ clientId: string }>(w.maya.get('/auth/me'))).clientId).toBe(w.maya.clientId);
    const { rows } = await w.owner.query(
      `select 1 from audit_event where actor_id = $1 and target = 'releases' and act = 'read'`,
      [w.therapist.userId],
    );
    expect(rows.length).toBeGreaterThan(0);
  });
});

describe('a therapist who thinks that it could be shared', () => {
  it('only proposes; Maya shares or does not', async () => {
    await check(w.maya, 'clear');
    await check(w.tom, 'clear');
    await give('boundary-list');
    const hers = fresh();
    await send(w.maya, mayas, { ready: 2, 'in-the-way': hers });
    await review(mayas);
    const propose = () =>
      w.therapist.post(`/assignments/${mayas.id}/share-proposals`, {
        fieldKeys: ['in-the-way'],
        message: 'What do you think?',
      });
    expect(await changesForTom(propose)).toBe(false);
    const asked = await made<{ proposal: { id: string; answer: string } }>(
      w.maya.get(`/assignments/${mayas.id}/sharing`),
    );
    expect(asked.proposal).toMatchObject({ answer: 'open', message: 'What do you think?' });
    const home = async (agent: Agent) => (await made<{ askedToShare: object[] }>(agent.get('/home'))).askedToShare;
    expect(await home(w.maya)).toMatchObject([{ assignmentId: mayas.id }]);
    expect(await home(w.tom)).toEqual([]);
    expect((await w.tom.post(`/share-proposals/${asked.proposal.id}/decline`)).status).toBe(404);
    await made(w.maya.post(`/share-proposals/${asked.proposal.id}/decline`));
    expect(await home(w.maya)).toEqual([]);
    expect((await w.maya.post(`/share-proposals/${asked.proposal.id}/decline`)).status).toBe(409);
    expect(await words(w.tom)).not.toContain(hers);
    await made(propose());
    await made(share(w.maya, mayas, ['in-the-way']));
    const after = await made<{ proposal: { answer: string } }>(w.therapist.get(`/assignments/${mayas.id}/sharing`));
    expect(after.proposal.answer).toBe('shared');
    expect(await words(w.tom)).toContain(hers);
  });
});
