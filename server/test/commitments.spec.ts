import type { Agent } from './agent.js';
import { etag } from './acts.js';
import { day } from './day.js';
import { openMailbox, dataFolder, type Mailbox } from './mailbox.js';
import { world, type World } from './world.js';

/** Boundaries and promises between Maya (injured) and Tom (involved), with everybody else looking. */
let w: World;
let post: Mailbox;

const later = (hours: number): string => new Date(Date.now() + hours * 3_600_000).toISOString();

interface Boundary {
  id: string;
  version: number;
  state: string;
  textId: string;
  limit: string;
  moves: string[];
  authorAgrees: boolean;
  otherAgrees: boolean;
  [field: string]: unknown;
}
type Answer = { status: number; body: unknown };

async function made<T = Boundary>(asked: Promise<Answer>): Promise<T> {
  const { status, body } = await asked;
  if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body as T;
}

let n = 0;
/** Words that occur nowhere else. */
const fresh = (): string => `Quince${++n} before ten`;

const check = (person: Agent, result: 'clear' | 'concern' | 'not_done', screenedOn = day(0)): Promise<unknown> =>
  made(
    w.therapist.post(`/couples/${w.coupleId}/safety-checks`, {
      ...{ clientId: person.clientId, result, screenedAlone: true, screenedOn },
    }),
  );

const draft = (agent: Agent, more: object = {}): Promise<Boundary> =>
  made(
    agent.post(`/couples/${w.coupleId}/boundaries`, {
      ...{ area: 'third-party', limit: fresh(), kind: 'request', negotiable: true, ...more },
    }),
  );
const move = (agent: Agent, { id }: { id: string }, to: string, more: object = {}) =>
  agent.post(`/boundaries/${id}/transitions`, { to, ...more });
const take = (agent: Agent, it: { id: string }, to: string, more: object = {}): Promise<Boundary> =>
  made(move(agent, it, to, more));
const one = (agent: Agent, { id }: { id: string }): Promise<Boundary> => made(agent.get(`/boundaries/${id}`));

async function proposed(agent: Agent, more: object = {}): Promise<Boundary> {
  const it = await draft(agent, more);
  return take(agent, it, 'proposed');
}
/** Maya's, agreed by both and in force. */
async function active(more: object = {}): Promise<Boundary> {
  const it = await proposed(w.maya, more);
  await take(w.tom, it, 'agreed');
  return take(w.maya, it, 'active');
}
const listOf = async (agent: Agent): Promise<Boundary[]> =>
  (await made<{ items: Boundary[] }>(agent.get(`/couples/${w.coupleId}/boundaries?limit=100`))).items;
const knows = async (agent: Agent, { id }: { id: string }): Promise<boolean> =>
  (await listOf(agent)).some((each) => each.id === id);
const code = async (asked: Promise<Answer>): Promise<[number, string]> => {
  const { status, body } = await asked;
  return [status, (body as { code: string }).code];
};
const BAD = [409, 'invalid_transition'];

/** All that Tom can read of the couple's commitments. */
const seenBy = async (agent: Agent): Promise<string> =>
  JSON.stringify([
    (await agent.get(`/couples/${w.coupleId}/boundaries?limit=100`)).body,
    (await agent.get(`/promises?coupleId=${w.coupleId}&limit=100`)).body,
  ]);

beforeAll(async () => {
  w = await world({ KEPT_DATA_DIR: dataFolder() });
  post = await openMailbox(w);
});
afterAll(async () => {
  await w.close();
  await post.close();
});
beforeEach(async () => {
  await check(w.maya, 'clear');
  await check(w.tom, 'clear');
});

describe('a draft', () => {
  it('is its author’s alone: neither the partner nor the therapist knows of it', async () => {
    const before = await seenBy(w.tom);
    const it = await draft(w.maya, { why: fresh(), ifNotKept: 'I sleep at my sister’s' });
    expect(it).toMatchObject({
      state: 'draft',
      version: 1,
      mine: true,
      textId: null,
      reviewOn: day(28),
      proposedAt: null,
    });
    await made(w.maya.patch(`/boundaries/${it.id}`, { limit: fresh() }, etag(1)));
    expect(await knows(w.maya, it)).toBe(true);
    for (const agent of [w.tom, w.therapist, w.therapist2, w.dana, w.other.therapist])
      expect((await agent.get(`/boundaries/${it.id}`)).status).toBe(404);
    expect(await seenBy(w.tom)).toBe(before);
    expect(await knows(w.therapist, it)).toBe(false);
  });

  it('is changed at the version that was read, until it is proposed', async () => {
    const it = await draft(w.maya);
    expect((await w.maya.patch(`/boundaries/${it.id}`, { limit: fresh() })).status).toBe(428);
    const changed = await made(w.maya.patch(`/boundaries/${it.id}`, { limit: 'Other words' }, etag(1)));
    expect(changed).toMatchObject({ version: 2, limit: 'Other words', area: 'third-party' });
    expect((await w.maya.patch(`/boundaries/${it.id}`, { limit: fresh() }, etag(1))).status).toBe(412);
    await take(w.maya, it, 'proposed');
    expect(await code(w.maya.patch(`/boundaries/${it.id}`, { limit: fresh() }, etag(2)))).toEqual(BAD);
    expect((await w.tom.patch(`/boundaries/${it.id}`, { limit: fresh() }, etag(1))).status).toBe(409);
  });

  it('is saved as it is being written, whole or not, at the version that was read', async () => {
    const begun = await made(w.maya.post(`/couples/${w.coupleId}/boundary-drafts`));
    const path = `/boundaries/${begun.id}/draft`;
    expect(begun).toMatchObject({ version: 1, area: '', limit: '', kind: null, negotiable: true, reviewOn: day(28) });
    const text = {
      area: 'conflict',
      limit: '',
      why: 'I',
      ifNotKept: '',
      kind: null,
      negotiable: false,
      reviewOn: null,
    };
    expect(await made(w.maya.put(path, text, etag(1)))).toMatchObject({ ...text, version: 2, reviewOn: day(28) });
    expect((await w.maya.put(path, text, etag(1))).status).toBe(412);
    expect((await w.maya.put(path, text)).status).toBe(428);
    expect(await code(move(w.maya, begun, 'proposed'))).toEqual([409, 'not_finished']);
    for (const agent of [w.tom, w.dana, w.other.luis]) {
      expect((await agent.get(path)).status).toBe(404);
      expect((await agent.put(path, text, etag(2))).status).toBe(404);
    }
    for (const staff of [w.therapist, w.supervisor, w.admin]) expect((await staff.get(path)).status).toBe(403);
    expect((await w.tom.put(path, { ...text, kind: 'condition' }, etag(2))).status).toBe(404);
    const refused = await w.maya.put(path, { ...text, limit: 'You give me all your passwords.' }, etag(2));
    expect(refused).toMatchObject({ status: 422, body: { code: 'unsafe_text' } });
    const limit = fresh();
    await made(w.maya.put(path, { ...text, limit, kind: 'limit', reviewOn: day(200) }, etag(2)));
    expect(await made(w.maya.get(path))).toMatchObject({ version: 3, limit, kind: 'limit', reviewOn: day(28) });
    expect(await take(w.maya, begun, 'proposed')).toMatchObject({ limit, kind: 'limit', fixed: true });
    expect(await code(w.maya.put(path, { ...text, limit }, etag(3)))).toEqual(BAD);
  });

  it('is looked at again within ninety days', async () => {
    for (const reviewOn of [day(-1), day(92)])
      expect(
        await w.maya.post(`/couples/${w.coupleId}/boundaries`, {
          ...{ area: 'conflict', limit: fresh(), kind: 'request', negotiable: true, reviewOn },
        }),
      ).toMatchObject({ status: 400, body: { errors: [{ path: 'reviewOn' }] } });
    expect(await draft(w.maya, { reviewOn: day(60) })).toMatchObject({ reviewOn: day(60) });
  });

  it('is written by one of the two, for the two', async () => {
    const body = { area: 'conflict', limit: fresh(), kind: 'request', negotiable: true };
    for (const agent of [w.dana, w.other.luis])
      expect((await agent.post(`/couples/${w.coupleId}/boundaries`, body)).status).toBe(404);
    for (const staff of [w.therapist, w.supervisor, w.admin])
      expect((await staff.post(`/couples/${w.coupleId}/boundaries`, body)).status).toBe(403);
  });

  it.each([
    'You share your live location with me.',
    'You give me all your passwords.',
    'You never talk to your family about us.',
    'Your salary goes into my account.',
    'You do not wear short skirts.',
  ])('is refused, kindly and with nothing stored: %s', async (limit) => {
    const count = (await listOf(w.maya)).length;
    const body = { area: 'other', limit, kind: 'request', negotiable: true };
    const answer = await w.maya.post(`/couples/${w.coupleId}/boundaries`, body);
    expect(answer).toMatchObject({ status: 422, body: { code: 'unsafe_text', errors: [{ path: 'limit' }] } });
    const detail = (answer.body as { detail: string }).detail;
    expect(detail).toMatch(/^This .*\./u);
    expect(detail).not.toContain(limit);
    expect((await listOf(w.maya)).length).toBe(count);
    const it = await proposed(w.maya);
    for (const [path, words] of [
      ['wordings', { limit }],
      ['comments', { text: limit }],
    ] as const)
      expect(await code(w.tom.post(`/boundaries/${it.id}/${path}`, words))).toEqual([422, 'unsafe_text']);
  });
});

describe('from a proposal to an agreement', () => {
  it('the other reads the exact words, and why stays with the author and her therapist', async () => {
    const [limit, why] = [fresh(), fresh()];
    const it = await proposed(w.maya, { limit, why, ifNotKept: 'I sleep at my sister’s' });
    expect(it).toMatchObject({ state: 'proposed', authorAgrees: true, otherAgrees: false, why });
    const his = await one(w.tom, it);
    expect(his).toMatchObject({
      ...{ limit, from: 'Maya', mine: false, why: null, madeBy: null, held: null, ifNotKept: 'I sleep at my sister’s' },
      ...{ moves: ['discussing', 'agreed', 'declined'], wordings: [{ limit, byAuthor: true, from: 'Maya' }] },
    });
    expect(JSON.stringify(his)).not.toContain(why);
    expect(JSON.stringify(his)).not.toContain(w.maya.clientId);
    expect(await one(w.therapist, it)).toMatchObject({ why, madeBy: w.maya.clientId, held: false });
    await post.settled();
    expect((await post.lettersTo('tom@harbour.example', 1)).at(-1)).toMatchObject({ subject: 'You have an update' });
  });

  it('takes each one’s own act: the author’s proposing, and the other’s agreeing', async () => {
    const it = await proposed(w.maya);
    expect(await code(move(w.maya, it, 'agreed'))).toEqual(BAD);
    expect((await one(w.maya, it)).moves).not.toContain('agreed');
    expect(await code(move(w.therapist, it, 'agreed'))).toEqual(BAD);
    for (const stranger of [w.dana, w.other.luis, w.therapist2])
      expect((await move(stranger, it, 'agreed')).status).toBe(404);
    const agreed = await take(w.tom, it, 'agreed');
    expect(agreed).toMatchObject({ state: 'agreed', authorAgrees: true, otherAgrees: true });
    expect(agreed['agreedAt']).not.toBeNull();
    expect(await take(w.maya, it, 'active')).toMatchObject({ state: 'active', activeFrom: expect.any(String) });
  });

  it('takes it to the same words: new ones ask both anew', async () => {
    const it = await proposed(w.maya);
    await take(w.tom, it, 'discussing');
    const words = fresh();
    const his = await made(w.tom.post(`/boundaries/${it.id}/wordings`, { limit: words }));
    expect(his).toMatchObject({ state: 'discussing', limit: words, authorAgrees: false, otherAgrees: true });
    // he wrote these: his act is done, hers is not, and hers to the first does not count
    expect(await code(move(w.tom, it, 'agreed'))).toEqual(BAD);
    // she answers to what she read
    expect(await code(move(w.maya, it, 'agreed', { textId: it.textId }))).toEqual([409, 'other_wording']);
    const hers = await one(w.maya, it);
    expect(hers['wordings']).toMatchObject([
      { limit: it.limit, mine: true, from: 'Maya' },
      { limit: words, mine: false, from: 'Tom' },
    ]);
    expect(await take(w.maya, it, 'agreed', { textId: hers.textId })).toMatchObject({ state: 'agreed' });
    // and what is agreed is not edited
    expect(await code(w.tom.post(`/boundaries/${it.id}/wordings`, { limit: fresh() }))).toEqual(BAD);
  });

  it('both can say a word about it meanwhile', async () => {
    const it = await proposed(w.maya);
    await made(w.tom.post(`/boundaries/${it.id}/comments`, { text: 'Could it be eleven?' }));
    expect((await one(w.maya, it))['comments']).toMatchObject([
      { from: 'Tom', text: 'Could it be eleven?', mine: false },
    ]);
    await take(w.tom, it, 'declined');
    expect(await code(w.maya.post(`/boundaries/${it.id}/comments`, { text: 'All right.' }))).toEqual(BAD);
  });

  it('words that are not open to change can be declined, not reworded, and what she will do is hers to say', async () => {
    const it = await proposed(w.maya, { negotiable: false, ifNotKept: 'I stay with my sister' });
    expect(it).toMatchObject({ fixed: false });
    expect(await code(w.tom.post(`/boundaries/${it.id}/wordings`, { limit: fresh() }))).toEqual([
      409,
      'not_negotiable',
    ]);
    const open = await proposed(w.maya, { ifNotKept: 'I stay with my sister' });
    const both = { limit: fresh(), ifNotKept: 'Nothing' };
    expect(await code(w.tom.post(`/boundaries/${open.id}/wordings`, both))).toEqual([403, 'not_your_part']);
    expect(await take(w.tom, it, 'declined', { reason: 'I cannot yet.' })).toMatchObject({ state: 'declined' });
    expect(await code(move(w.tom, it, 'agreed'))).toEqual(BAD);
  });

  it('a condition of repair is set by whoever was hurt', async () => {
    const body = { area: 'conflict', limit: fresh(), kind: 'condition', negotiable: true };
    expect(await code(w.tom.post(`/couples/${w.coupleId}/boundaries`, body))).toEqual([403, 'not_your_part']);
    expect((await w.maya.post(`/couples/${w.coupleId}/boundaries`, body)).status).toBe(201);
  });
});

describe('a limit on one’s own body, contact or safety', () => {
  it('stands without the other’s consent, and he cannot end it', async () => {
    const own = { kind: 'limit', negotiable: false, area: 'intimacy' };
    const it = await proposed(w.maya, own);
    expect(it).toMatchObject({ fixed: true });
    expect((await one(w.tom, it)).moves).toEqual(['discussing', 'agreed']);
    expect(await code(move(w.tom, it, 'declined'))).toEqual(BAD);
    expect(await take(w.maya, it, 'active')).toMatchObject({ state: 'active', otherAgrees: false });
    for (const to of ['under_review', 'retired']) expect(await code(move(w.tom, it, to))).toEqual(BAD);
    await take(w.maya, it, 'under_review');
    expect(await take(w.maya, it, 'renewed')).toMatchObject({ state: 'renewed', reviewOn: day(28) });
  });

  it('is his as well as hers, and does not reach into the other’s life', async () => {
    const his = await proposed(w.tom, { kind: 'limit', negotiable: false, area: 'privacy' });
    expect(await take(w.tom, his, 'active')).toMatchObject({ state: 'active' });
    const hers = await proposed(w.maya, { kind: 'limit', negotiable: false, area: 'money' });
    expect(hers).toMatchObject({ fixed: false });
    expect(await code(move(w.maya, hers, 'active'))).toEqual(BAD);
  });
});

describe('what is in force', () => {
  it('ends at either’s word, at once; its reason is read by the care team', async () => {
    const it = await active();
    const reason = fresh();
    expect(await take(w.tom, it, 'under_review', { reason })).toMatchObject({
      state: 'under_review',
      otherAgrees: false,
    });
    const hers = await one(w.maya, it);
    expect(hers).toMatchObject({ state: 'under_review', authorAgrees: false });
    expect(JSON.stringify(hers)).not.toContain(reason);
    expect(JSON.stringify(await one(w.therapist, it))).toContain(reason);
    expect(JSON.stringify(await one(w.tom, it))).toContain(reason);
  });

  it('goes on for four more weeks by both people’s act, or is worded anew', async () => {
    const it = await active({ reviewOn: day(7) });
    await take(w.therapist, it, 'under_review');
    expect(await take(w.maya, it, 'renewed')).toMatchObject({ state: 'under_review', authorAgrees: true });
    expect(await code(move(w.maya, it, 'renewed'))).toEqual(BAD);
    expect(await take(w.tom, it, 'renewed')).toMatchObject({ state: 'renewed', reviewOn: day(28) });
    await take(w.maya, it, 'under_review');
    await take(w.tom, it, 'changed');
    const words = fresh();
    await made(w.maya.post(`/boundaries/${it.id}/wordings`, { limit: words }));
    expect(await take(w.tom, it, 'agreed')).toMatchObject({ state: 'agreed', limit: words });
  });

  it('is not moved by staff, but for asking both to look at it again', async () => {
    const it = await active();
    for (const to of ['renewed', 'retired', 'active', 'changed'])
      expect(await code(move(w.therapist, it, to))).toEqual(BAD);
    expect((await move(w.supervisor, it, 'under_review')).status).toBe(404);
    expect((await move(w.admin, it, 'under_review')).status).toBe(403);
    expect(await take(w.therapist, it, 'under_review')).toMatchObject({ state: 'under_review' });
  });
});

describe('a concern that one of them told in confidence', () => {
  it('lets a proposal wait, and neither of them can tell', async () => {
    const shape = (it: object): object => ({
      ...it,
      id: '',
      textId: '',
      limit: '',
      stateAt: '',
      proposedAt: '',
      wordings: '',
      history: '',
    });
    const clear = await proposed(w.tom);
    await check(w.maya, 'concern');
    const before = await seenBy(w.maya);
    const held = await proposed(w.tom);
    expect(shape(held)).toEqual(shape(clear));
    expect(await seenBy(w.maya)).toBe(before);
    for (const to of ['agreed', 'discussing']) expect((await move(w.maya, held, to)).status).toBe(404);
    await made(w.tom.post(`/boundaries/${held.id}/comments`, { text: 'I mean it well.' }));
    const words = await made(w.tom.post(`/boundaries/${held.id}/wordings`, { limit: fresh() }));
    expect(await seenBy(w.maya)).toBe(before);

    expect(await one(w.therapist, held)).toMatchObject({ held: true });
    expect((await w.tom.post(`/boundaries/${held.id}/open`, { reason: 'I would like it to go.' })).status).toBe(403);
    expect((await w.therapist2.post(`/boundaries/${held.id}/open`, { reason: 'Not of the team.' })).status).toBe(404);
    await made(w.therapist.post(`/boundaries/${held.id}/open`, { reason: 'Talked over with Maya alone.' }));
    const hers = await one(w.maya, held);
    // she meets what stood when it opened
    expect(hers).toMatchObject({ limit: words.limit, wordings: [{ limit: words.limit }] });
    expect((await w.therapist.post(`/boundaries/${held.id}/open`, { reason: 'Once more, the same.' })).status).toBe(
      409,
    );
  });

  it.each(['not_done', 'clear, but four months ago'])('so does a check that is %s', async (state) => {
    if (state === 'not_done') await check(w.tom, 'not_done');
    else await check(w.tom, 'clear', day(-120));
    expect(await knows(w.tom, await proposed(w.maya))).toBe(false);
  });

  it('lets a promise wait as well', async () => {
    await check(w.maya, 'concern');
    const before = await seenBy(w.maya);
    const text = fresh();
    const { id } = await made<{ id: string }>(w.tom.post('/promises', { coupleId: w.coupleId, text, dueAt: later(2) }));
    expect(await seenBy(w.maya)).toBe(before);
    expect((await w.maya.post(`/promises/${id}/marks`, { mark: 'saw_it' })).status).toBe(404);
    await made(w.therapist.post(`/promises/${id}/open`, { reason: 'Talked over with Maya alone.' }));
    expect(await seenBy(w.maya)).toContain(text);
  });
});

describe('a concern that came after a boundary was open', () => {
  const TIMES = /"(?:id|textId|stateAt|writtenAt|proposedAt|listedAt|movedAt)":"[^"]*"|Quince\d+ before ten/g;
  const plain = (body: unknown): string => JSON.stringify(body).replaceAll(TIMES, '');
  const all = async (agent: Agent, it: { id: string }): Promise<string> =>
    plain([await one(agent, it), (await listOf(agent)).find(({ id }) => id === it.id)]);
  const say = (agent: Agent, { id }: { id: string }, text: string) =>
    agent.post(`/boundaries/${id}/comments`, { text });
  const reword = (agent: Agent, { id }: { id: string }, limit = fresh(), more: object = {}): Promise<Boundary> =>
    made(agent.post(`/boundaries/${id}/wordings`, { limit, ...more }));
  const open = (it: { id: string }, reason = 'Talked over with each of them alone.') =>
    w.therapist.post(`/boundaries/${it.id}/open`, { reason });

  // who writes × whose boundary × who told of a concern × what is written
  const table: ['maya' | 'tom', 'maya' | 'tom', 'maya' | 'tom'][] = (['maya', 'tom'] as const).flatMap((writer) =>
    (['maya', 'tom'] as const).flatMap((author) =>
      (['maya', 'tom'] as const).map((told): ['maya' | 'tom', 'maya' | 'tom', 'maya' | 'tom'] => [
        writer,
        author,
        told,
      ]),
    ),
  );

  it.each(table)(
    'lets the words of %s on a boundary of %s wait when %s told of it, and neither can tell',
    async (...who) => {
      const [writer, author, told] = who.map((name) => w[name]) as [Agent, Agent, Agent];
      const other = writer === w.maya ? w.tom : w.maya;
      const text = 'A word about it';
      const [calm, it] = [await proposed(author), await proposed(author)];
      const usual = [
        plain((await say(writer, calm, text)).body),
        plain(await reword(writer, calm)),
        plain((await say(writer, calm, text)).body),
        plain(await reword(writer, calm, fresh(), { reviewOn: day(50) })),
      ];
      await check(told, 'concern');
      const before = await one(other, it);
      const held = [
        plain((await say(writer, it, text)).body),
        plain(await reword(writer, it)),
        plain((await say(writer, it, text)).body),
        plain(await reword(writer, it, fresh(), { reviewOn: day(50) })),
      ];
      expect(held).toEqual(usual);
      expect(await all(writer, it)).toBe(await all(writer, calm));
      expect(await one(other, it)).toEqual(before);
      await check(told, 'clear');
      // that it is clear again opens nothing by itself
      expect(await one(other, it)).toEqual(before);
      expect(await all(writer, it)).toBe(await all(writer, calm));
    },
  );

  it('leaves the list of the other as it was, byte for byte', async () => {
    const it = await proposed(w.tom);
    await check(w.maya, 'concern');
    const before = await seenBy(w.maya);
    await made(say(w.tom, it, 'Please'));
    await reword(w.tom, it);
    expect(await seenBy(w.maya)).toBe(before);
    for (const agent of [w.maya, w.tom]) expect(await one(agent, it)).toMatchObject({ held: null, talkHeld: null });
    expect(await one(w.therapist, it)).toMatchObject({ held: false, talkHeld: true, comments: [{ held: true }] });
  });

  it('lets a clinician let it go: the other reads it from then on, its writer finds nothing changed', async () => {
    const it = await proposed(w.tom);
    await check(w.maya, 'concern');
    await made(say(w.tom, it, 'Please'));
    const { limit } = await reword(w.tom, it);
    const his = await one(w.tom, it);
    const from = new Date().toISOString();
    expect(await code(w.tom.post(`/boundaries/${it.id}/open`, { reason: 'I want it read.' }))).toEqual([
      403,
      expect.any(String),
    ]);
    expect((await open(it)).status).toBe(200);
    expect(await one(w.tom, it)).toEqual(his);
    const hers = await one(w.maya, it);
    expect(hers).toMatchObject({ limit, state: 'discussing', comments: [{ text: 'Please' }], otherAgrees: false });
    for (const at of [hers['stateAt'], (hers['comments'] as { writtenAt: string }[])[0]!.writtenAt])
      expect(String(at) >= from).toBe(true);
    expect((await open(it)).status).toBe(409);
    // and the two can agree to it
    await take(w.maya, it, 'agreed', { textId: hers.textId });
    expect(await one(w.tom, it)).toMatchObject({ state: 'agreed', limit });
  });

  it('never makes an agreement of words that one of them has put aside', async () => {
    const it = await proposed(w.tom);
    await check(w.tom, 'concern');
    await reword(w.tom, it);
    const hers = await one(w.maya, it);
    // she is told what she would be told were there no other words; what is kept is no agreement
    expect(await take(w.maya, it, 'agreed', { textId: hers.textId })).toMatchObject({ state: 'agreed' });
    expect(await one(w.therapist, it)).toMatchObject({ state: 'proposed', talkHeld: true });
    expect(await one(w.tom, it)).toMatchObject({ state: 'discussing', otherAgrees: false });
    expect((await open(it)).status).toBe(200);
    expect(await one(w.maya, it)).toMatchObject({ state: 'discussing', otherAgrees: false, authorAgrees: true });
  });

  it('keeps both people’s words apart, and in their order', async () => {
    const it = await proposed(w.tom);
    await check(w.tom, 'concern');
    const his = await reword(w.tom, it);
    const hers = await reword(w.maya, it);
    expect(await one(w.tom, it)).toMatchObject({ limit: his.limit });
    expect(await one(w.maya, it)).toMatchObject({ limit: hers.limit });
    expect((await open(it)).status).toBe(200);
    for (const agent of [w.tom, w.maya]) expect(await one(agent, it)).toMatchObject({ limit: hers.limit });
  });

  it('lets each go on ending it, and saying no', async () => {
    const [first, second] = [await proposed(w.tom), await proposed(w.tom)];
    await check(w.maya, 'concern');
    await reword(w.tom, first);
    expect(await take(w.tom, first, 'retired')).toMatchObject({ state: 'retired' });
    await reword(w.tom, second);
    expect(await take(w.maya, second, 'declined')).toMatchObject({ state: 'declined' });
    expect(await one(w.tom, second)).toMatchObject({ state: 'declined' });
  });
});

describe('what became of it', () => {
  const mark = (agent: Agent, { id }: { id: string }, kind: string, occurredOn = day(0), note?: string) =>
    agent.post(`/boundaries/${id}/events`, { kind, occurredOn, note });
  const consistency = (agent: Agent, { id }: { id: string }, query = '?weeks=4') =>
    agent.get(`/boundaries/${id}/consistency${query}`);

  it('is said by each of the two for themselves, and nothing of it reaches the other', async () => {
    const it = await active();
    const before = [await seenBy(w.tom), JSON.stringify((await w.tom.get(`/boundaries/${it.id}`)).body)];
    const note = fresh();
    const said = await made<{ id: string }>(mark(w.maya, it, 'crossed', day(-1), note));
    expect([await seenBy(w.tom), JSON.stringify((await w.tom.get(`/boundaries/${it.id}`)).body)]).toEqual(before);
    const events = `/boundaries/${it.id}/events`;
    expect((await w.tom.get(events)).body).toEqual({ items: [], next: null });
    expect((await w.maya.get(events)).body).toMatchObject({ items: [{ id: said.id, note, clientId: null }] });
    expect((await w.therapist.get(events)).body).toMatchObject({ items: [{ id: said.id, clientId: w.maya.clientId }] });
    expect((await mark(w.therapist, it, 'kept')).status).toBe(403);
    expect((await mark(w.dana, it, 'kept')).status).toBe(404);
  });

  it('is said of a day that has been, once it is in force; the last word of a day stands', async () => {
    const it = await proposed(w.maya);
    expect(await code(mark(w.maya, it, 'kept'))).toEqual(BAD);
    await take(w.tom, it, 'agreed');
    await take(w.maya, it, 'active');
    expect((await mark(w.maya, it, 'kept', day(2))).status).toBe(400);
    await made(mark(w.maya, it, 'kept'));
    await made(mark(w.maya, it, 'bent'));
    expect(await one(w.maya, it)).toMatchObject({ thisWeek: { kind: 'bent' } });
    expect(await one(w.tom, it)).toMatchObject({ thisWeek: null });
    const { reports } = (await made(consistency(w.therapist, it))) as unknown as { reports: { weeks: object[] }[] };
    expect(reports[0]!.weeks.at(-1)).toMatchObject({ kept: 0, bent: 1, occasions: 1, rate: 0 });
  });

  it('comes to the care team week by week: gaps as gaps, and where the two differ', async () => {
    const it = await active();
    await made(mark(w.maya, it, 'kept', day(-21)));
    await made(mark(w.tom, it, 'kept', day(-14)));
    await made(mark(w.maya, it, 'crossed', day(-14)));
    await made(mark(w.maya, it, 'not_saying', day(-7)));
    const found = (await made(consistency(w.therapist, it))) as unknown as {
      reports: { clientId: string; isAuthor: boolean; weeks: { rate: number | null; occasions: number }[] }[];
      disputed: object[];
    };
    expect(
      found.reports.map(({ clientId, isAuthor, weeks }) => [clientId, isAuthor, weeks.map(({ rate }) => rate)]),
    ).toEqual([
      [w.maya.clientId, true, [1, 0, null, null]],
      [w.tom.clientId, false, [null, 1, null, null]],
    ]);
    expect(found.disputed).toMatchObject([
      {
        said: [
          { clientId: w.maya.clientId, mark: 'crossed' },
          { clientId: w.tom.clientId, mark: 'kept' },
        ],
      },
    ]);
    for (const agent of [w.maya, w.tom]) {
      expect((await consistency(agent, it)).status).toBe(403);
      expect((await agent.get(`/couples/${w.coupleId}/commitments`)).status).toBe(403);
    }
    expect((await consistency(w.therapist2, it)).status).toBe(404);
    expect((await w.therapist2.get(`/couples/${w.coupleId}/commitments`)).status).toBe(404);
    expect((await consistency(w.therapist, it, '?weeks=53')).status).toBe(400);
  });
});

describe('a promise', () => {
  const make = (agent: Agent, more: object = {}) =>
    agent.post('/promises', { coupleId: w.coupleId, text: fresh(), dueAt: later(3), ...more });
  const say = (agent: Agent, { id }: { id: string }, mark: string) => agent.post(`/promises/${id}/marks`, { mark });
  const pass = (id: string): Promise<unknown> =>
    w.owner.query(
      `update promise set made_at = now() - interval '2 days', due_at = now() - interval '1 day', due_on = $2 where id = $1`,
      [id, day(-1)],
    );

  it('is made beforehand, by whoever has to be believed again, for the two', async () => {
    expect(await made(make(w.tom))).toMatchObject({
      mine: true,
      from: 'Tom',
      isPast: false,
      canSay: ['done'],
      myMark: null,
    });
    for (const dueAt of [later(-1), later(24 * 400)])
      expect(await make(w.tom, { dueAt })).toMatchObject({ status: 400, body: { errors: [{ path: 'dueAt' }] } });
    expect((await make(w.tom, { dueAt: '2027-01-05T18:30:00' })).status).toBe(400);
    expect((await make(w.tom, { dueAt: undefined })).status).toBe(400);
    expect(await code(make(w.maya))).toEqual([403, 'not_your_part']);
    expect((await make(w.dana)).status).toBe(404);
    expect((await make(w.therapist)).status).toBe(403);
    expect(await code(make(w.tom, { text: 'I share my location with you all day.' }))).toEqual([422, 'unsafe_text']);
  });

  it('comes due by the clock where its maker lives', async () => {
    const on = day(40);
    const { dueAt, dueOn } = await made<{ dueAt: string; dueOn: string }>(
      make(w.tom, { dueAt: undefined, due: { on, at: '18:30' } }),
    );
    const clock = new Intl.DateTimeFormat('en-GB', {
      timeZone: 'America/New_York',
      hour: '2-digit',
      minute: '2-digit',
    });
    expect([clock.format(new Date(dueAt)), dueOn]).toEqual(['18:30', on]);
  });

  it('is never confirmed by its maker, and may be seen by the other, who sees nothing of his word', async () => {
    const it = await made<{ id: string }>(make(w.tom));
    expect(await code(say(w.tom, it, 'missed'))).toEqual([409, 'not_due_yet']);
    await pass(it.id);
    for (const mark of ['saw_it', 'did_not', 'not_saying'])
      expect(await code(say(w.tom, it, mark))).toEqual([403, 'not_your_part']);
    for (const mark of ['done', 'late', 'missed'])
      expect(await code(say(w.maya, it, mark))).toEqual([403, 'not_your_part']);
    const before = await seenBy(w.maya);
    await made(say(w.tom, it, 'done'));
    expect(await seenBy(w.maya)).toBe(before);
    const his = await seenBy(w.tom);
    await made(say(w.maya, it, 'did_not'));
    expect(await seenBy(w.tom)).toBe(his);
    expect(await made(w.therapist.get(`/promises/${it.id}`))).toMatchObject({ disputed: true, marks: [{}, {}] });
    expect(await made(w.tom.get(`/promises/${it.id}`))).toMatchObject({
      disputed: null,
      marks: null,
      myMark: { mark: 'done' },
    });
    await made(say(w.maya, it, 'not_saying'));
    expect(await made(w.therapist.get(`/promises/${it.id}`))).toMatchObject({ disputed: false });
    expect((await say(w.dana, it, 'saw_it')).status).toBe(404);
    expect((await say(w.therapist, it, 'saw_it')).status).toBe(403);
  });

  it('is counted for the care team alone, and silence is unknown', async () => {
    const found = await made<{ promises: { clientId: string; weeks: Record<string, number | null>[] }[] }>(
      w.therapist.get(`/couples/${w.coupleId}/commitments?weeks=2`),
    );
    expect(found.promises.map(({ clientId }) => clientId)).toEqual([w.tom.clientId]);
    for (const week of found.promises[0]!.weeks)
      if (week['saw'] === 0 && week['didNot'] === 0) expect(week['seenRate']).toBeNull();
    expect((await w.maya.get(`/promises?coupleId=${w.coupleId}`)).status).toBe(200);
    for (const agent of [w.dana, w.other.luis, w.therapist2])
      expect((await agent.get(`/promises?coupleId=${w.coupleId}`)).status).toBe(404);
  });

  it('is listed page by page, latest first, each once', async () => {
    const ids: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const page: { items: { id: string; dueAt: string }[]; next: string | null } = await made(
        w.tom.get(`/promises?coupleId=${w.coupleId}&limit=2${next && `&cursor=${next}`}`),
      );
      ids.push(...page.items.map(({ id }) => id));
      next = page.next;
    }
    expect(new Set(ids).size).toBe(ids.length);
    const whole = await made<{ items: { id: string; dueAt: string }[] }>(
      w.tom.get(`/promises?coupleId=${w.coupleId}&limit=100`),
    );
    expect(ids).toEqual(whole.items.map(({ id }) => id));
    const due = whole.items.map(({ dueAt }) => dueAt);
    expect([...due].sort().reverse()).toEqual(due);
  });
});
