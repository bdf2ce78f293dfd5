import { etag } from './acts.js';
import type { Agent } from './agent.js';
import { day } from './day.js';
import { rowsSeen } from './ended-work.js';
import { dataFolder, openMailbox, type Mailbox } from './mailbox.js';
import { world, type World } from './world.js';

/** Agreements to be open for a while, between Maya (injured) and Tom (involved), with everybody else looking. */
let w: World;
let post: Mailbox;

interface Terms {
  id: string;
  [field: string]: unknown;
}
interface Agreement {
  id: string;
  version: number;
  standing: string;
  acts: string[];
  terms: Terms | null;
  asked: Terms | null;
  held: boolean | null;
  [field: string]: unknown;
}
type Answer = { status: number; body: unknown };

async function made<T = Agreement>(asked: Promise<Answer>): Promise<T> {
  const { status, body } = await asked;
  if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body as T;
}
const code = async (asked: Promise<Answer>): Promise<[number, string]> => {
  const { status, body } = await asked;
  return [status, (body as { code: string }).code];
};
const BAD = [409, 'invalid_transition'];

const check = (person: Agent, result: 'clear' | 'concern'): Promise<unknown> =>
  made(
    w.therapist.post(`/couples/${w.coupleId}/safety-checks`, {
      ...{ clientId: person.clientId, result, screenedAlone: true, screenedOn: day(0) },
    }),
  );

let n = 0;
const terms = (more: object = {}): object => ({
  ...{ who: 'me', what: `Mulberry${++n}: the bank statements`, why: 'So that you need not wonder', way: 'weekly' },
  ...{ stepDown: 'From week six every second Sunday', untilOn: day(42), ...more },
});
const propose = (agent: Agent, more: object = {}): Promise<Agreement> =>
  made(agent.post(`/couples/${w.coupleId}/agreements`, terms(more)));
const act = (agent: Agent, { id }: { id: string }, step: string, termsId?: string) =>
  agent.post(`/agreements/${id}/steps`, { step, termsId });
const take = (agent: Agent, it: { id: string }, step: string): Promise<Agreement> => made(act(agent, it, step));
const one = (agent: Agent, { id }: { id: string }): Promise<Agreement> => made(agent.get(`/agreements/${id}`));
const offer = (agent: Agent, { id }: { id: string }, more: object = {}): Promise<Agreement> =>
  made(agent.post(`/agreements/${id}/terms`, terms(more)));
const seenBy = async (agent: Agent): Promise<string> =>
  JSON.stringify((await agent.get(`/couples/${w.coupleId}/agreements?limit=100`)).body);

/** Tom's, agreed by both and started by their therapist. */
async function active(more: object = {}): Promise<Agreement> {
  const it = await propose(w.tom, more);
  await take(w.maya, it, 'agree');
  await take(w.therapist, it, 'start');
  return one(w.tom, it);
}

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

describe('an agreement to be open', () => {
  it('brings the other a line without words, and none of what waits', async () => {
    const letters = (): number => post.all().filter(({ to }) => to === 'maya@harbour.example').length;
    await post.settled();
    const before = letters();
    await check(w.maya, 'concern');
    await propose(w.tom);
    await check(w.maya, 'clear');
    await propose(w.tom);
    await post.settled();
    const got = await post.lettersTo('maya@harbour.example', before + 1);
    expect(got.at(-1)).toMatchObject({ subject: 'You have an update' });
    expect(got.map(({ text }) => text).join()).not.toMatch(/mulberry|bank|open about|agree/i);
    expect(letters()).toBe(before + 1);
  });

  it('says what, why and until when to both, and begins by both people’s act and their therapist’s look', async () => {
    const it = await propose(w.tom, { what: 'I show the phone bill' });
    expect(it).toMatchObject({ standing: 'proposed', mine: true, terms: null, acts: ['end', 'offer'], held: null });
    const hers = await one(w.maya, it);
    expect(hers).toMatchObject({ mine: false, madeBy: null, acts: ['agree', 'decline', 'offer'] });
    expect(hers.asked).toMatchObject({
      ...{ who: 'partner', what: 'I show the phone bill', why: 'So that you need not wonder', way: 'weekly' },
      ...{ untilOn: day(42), iAgree: false, partnerAgrees: true, bothAgree: false, held: null },
    });
    expect(await code(act(w.therapist, it, 'start'))).toEqual(BAD);
    expect(await take(w.maya, it, 'agree')).toMatchObject({ standing: 'agreed', terms: null });
    expect(await one(w.tom, it)).toMatchObject({ standing: 'agreed', acts: ['end', 'offer'] });
    expect(await take(w.therapist, it, 'start')).toMatchObject({ standing: 'active', untilOn: day(42), asked: null });
    expect(await one(w.maya, it)).toMatchObject({ standing: 'active', terms: { what: 'I show the phone bill' } });
  });

  it('is agreed to in the words that were read', async () => {
    const it = await propose(w.tom);
    const first = (await one(w.maya, it)).asked!.id;
    const other = await offer(w.tom, it, { what: 'Other words' });
    expect(await code(act(w.maya, it, 'agree', first))).toEqual([409, 'other_wording']);
    expect((await act(w.maya, it, 'agree', other.asked!.id)).status).toBe(200);
  });

  it('asks both anew for other terms, and hers can be put beside his', async () => {
    const it = await propose(w.tom);
    const after = await offer(w.maya, it, { who: 'both', what: 'We both show it' });
    expect(after).toMatchObject({ standing: 'proposed', asked: { mine: true, iAgree: true, partnerAgrees: false } });
    expect(await one(w.tom, it)).toMatchObject({ acts: ['agree', 'end', 'offer'], asked: { who: 'both' } });
  });

  it('rests at once when either wants to look at it again, in one act, and is started anew by both', async () => {
    for (const agent of [w.maya, w.tom, w.therapist]) {
      const it = await active();
      expect(await take(agent, it, 'revisit')).toMatchObject({ standing: 'revisiting' });
      expect(await code(act(w.therapist, it, 'start'))).toEqual(BAD);
      await offer(w.maya, it);
      await take(w.tom, it, 'agree');
      expect(await take(w.therapist, it, 'start')).toMatchObject({ standing: 'active' });
    }
  });

  it('is ended by either alone, and that is for good', async () => {
    for (const agent of [w.maya, w.tom]) {
      const it = await active();
      expect(await take(agent, it, 'end')).toMatchObject({ standing: 'ended', acts: [] });
      for (const step of ['agree', 'revisit', 'end']) expect(await code(act(w.maya, it, step))).toEqual(BAD);
      expect(await code(act(w.therapist, it, 'start'))).toEqual(BAD);
      expect((await agent.post(`/agreements/${it.id}/terms`, terms())).status).toBe(409);
    }
  });

  it('may be answered with no', async () => {
    const it = await propose(w.maya);
    expect(await code(act(w.maya, it, 'decline'))).toEqual(BAD);
    expect(await take(w.tom, it, 'decline')).toMatchObject({ standing: 'declined', acts: [] });
  });

  it('lasts ninety days at most', async () => {
    for (const untilOn of [day(0), day(92)])
      expect(await w.tom.post(`/couples/${w.coupleId}/agreements`, terms({ untilOn }))).toMatchObject({
        status: 400,
        body: { errors: [{ path: 'untilOn' }] },
      });
    expect(await propose(w.tom, { untilOn: day(89) })).toMatchObject({ asked: { untilOn: day(89) } });
  });

  it('lapses by itself unless both agree again before its day', async () => {
    const [alone, both] = [await active(), await active()];
    for (const it of [alone, both]) await offer(w.tom, it, { untilOn: day(60) });
    expect(await one(w.maya, both)).toMatchObject({
      standing: 'active',
      untilOn: day(42),
      asked: { untilOn: day(60) },
    });
    await take(w.maya, both, 'agree');
    await take(w.therapist, both, 'start');
    // six weeks later
    for (const it of [alone, both])
      await w.owner.query(
        `set role kept_owner; alter table agreement no force row level security;
         update agreement set until_on = case when until_on = '${day(42)}' then date '${day(-2)}' else until_on end where id = '${it.id}';
         alter table agreement force row level security; reset role`,
      );
    expect(await one(w.maya, alone)).toMatchObject({ standing: 'lapsed', acts: [] });
    expect(await code(act(w.maya, alone, 'agree'))).toEqual(BAD);
    expect(await one(w.tom, both)).toMatchObject({ standing: 'active', untilOn: day(60), asked: null });
  });

  it.each([
    ['what', 'My password is Hunter22!'],
    ['what', 'You get all my passwords.'],
    ['why', 'The PIN is 4921'],
    ['stepDown', 'You share your live location with me until June'],
    ['what', 'I am at 52.520008, 13.404954 now'],
  ])('keeps no secrets and follows nobody: %s = %s', async (field, words) => {
    const before = await seenBy(w.tom);
    const refused = await w.tom.post(`/couples/${w.coupleId}/agreements`, terms({ [field]: words }));
    expect(refused).toMatchObject({ status: 422, body: { code: 'unsafe_text', errors: [{ path: field }] } });
    expect(await seenBy(w.tom)).toBe(before);
  });

  it('has no field for a secret', async () => {
    for (const field of ['password', 'pin', 'login', 'location', 'link', 'secret'])
      expect((await w.tom.post(`/couples/${w.coupleId}/agreements`, terms({ [field]: 'x' }))).status).toBe(400);
    const { rows } = await w.owner.query<{ column_name: string }>(
      `select column_name from information_schema.columns where table_name like 'agreement%'`,
    );
    for (const { column_name } of rows) expect(column_name).not.toMatch(/pass|pin|secret|login|location|token|key|url/);
  });
});

describe('an agreement to be open, for each role', () => {
  it('is there for the two and their care team, and for nobody else', async () => {
    const it = await propose(w.tom);
    for (const agent of [w.maya, w.tom, w.therapist])
      expect((await agent.get(`/agreements/${it.id}`)).status).toBe(200);
    for (const agent of [w.dana, w.therapist2, w.other.therapist, w.other.luis]) {
      expect((await agent.get(`/agreements/${it.id}`)).status).toBe(404);
      expect((await agent.get(`/couples/${w.coupleId}/agreements`)).status).toBe(404);
    }
    expect((await w.admin.get(`/agreements/${it.id}`)).status).toBe(403);
  });

  /** To a standing by way of the routes. */
  const ways: Record<string, () => Promise<Agreement>> = {
    proposed: () => propose(w.tom),
    agreed: async () => {
      const it = await propose(w.tom);
      return take(w.maya, it, 'agree');
    },
    active: () => active(),
    revisiting: async () => take(w.maya, await active(), 'revisit'),
    declined: async () => take(w.maya, await propose(w.tom), 'decline'),
    ended: async () => take(w.tom, await active(), 'end'),
  };
  // step: who may, as author (Tom), other (Maya), therapist
  const table: [string, Record<string, string>][] = [
    ['proposed', { agree: 'maya', decline: 'maya', revisit: '', end: 'tom', start: '' }],
    ['agreed', { agree: '', decline: 'maya', revisit: '', end: 'tom', start: 'therapist' }],
    ['active', { agree: '', decline: '', revisit: 'tom maya therapist', end: 'tom maya', start: '' }],
    ['revisiting', { agree: '', decline: '', revisit: '', end: 'tom maya', start: '' }],
    ['declined', { agree: '', decline: '', revisit: '', end: '', start: '' }],
    ['ended', { agree: '', decline: '', revisit: '', end: '', start: '' }],
  ];

  it.each(table)(
    '%s takes these steps by these people over HTTP: %j',
    async (standing, steps) => {
      for (const [step, who] of Object.entries(steps))
        for (const name of ['tom', 'maya', 'therapist', 'supervisor', 'dana', 'admin'] as const) {
          const it = await ways[standing]!();
          const { status } = await act(w[name], it, step);
          const wanted = who.split(' ').includes(name)
            ? 200
            : name === 'dana' || name === 'supervisor'
              ? 404
              : name === 'admin'
                ? 403
                : 409;
          expect([standing, step, name, status]).toEqual([standing, step, name, wanted]);
        }
    },
    60_000,
  );

  it('is offered by the two alone, and put forward by the two alone', async () => {
    const it = await propose(w.tom);
    for (const staff of [w.therapist, w.supervisor, w.admin]) {
      expect((await staff.post(`/couples/${w.coupleId}/agreements`, terms())).status).toBe(403);
      expect((await staff.post(`/agreements/${it.id}/terms`, terms())).status).toBe(403);
    }
    expect((await w.dana.post(`/couples/${w.coupleId}/agreements`, terms())).status).toBe(404);
    expect((await w.dana.post(`/agreements/${it.id}/terms`, terms())).status).toBe(404);
    expect((await w.tom.post(`/agreements/${it.id}/open`, { reason: 'It is time to open it.' })).status).toBe(403);
  });
});

describe('a concern that one of them told in confidence', () => {
  const RANDOM = /"(?:id|proposedAt|startedAt|writtenAt|cursor|next)":"[^"]*"|Mulberry\d+/g;
  const plain = (body: unknown): string => JSON.stringify(body).replaceAll(RANDOM, '');

  it('lets what is put forward wait, and neither can tell', async () => {
    const open = await propose(w.tom);
    const before = await seenBy(w.maya);
    for (const person of [w.maya, w.tom]) {
      await check(w.maya, 'clear');
      await check(person, 'concern');
      const held = await propose(w.tom);
      expect(plain(await one(w.tom, held))).toBe(plain(await one(w.tom, open)));
      expect((await w.maya.get(`/agreements/${held.id}`)).status).toBe(404);
      expect(await seenBy(w.maya)).toBe(before);
      expect(await one(w.therapist, held)).toMatchObject({ held: true, asked: { held: true } });
      await check(person, 'clear');
    }
    await post.settled();
  });

  it('lets other terms for one that is open wait as well, and the other goes on reading what she read', async () => {
    const [calm, it] = [await active(), await active()];
    const wanted = { what: 'Only once a month' };
    const usual = await offer(w.tom, calm, wanted);
    const before = await one(w.maya, it);
    await check(w.maya, 'concern');
    const held = await offer(w.tom, it, wanted);
    expect(plain(held)).toBe(plain(usual));
    expect(await one(w.maya, it)).toEqual(before);
    expect(await one(w.therapist, it)).toMatchObject({ held: true, asked: { held: true } });
    // let go with a reason that staff read; he finds it as it was, she reads it from now
    const his = await one(w.tom, it);
    const opened = await w.therapist.post(`/agreements/${it.id}/open`, { reason: 'Talked over with each alone.' });
    expect(opened).toMatchObject({ status: 200, body: { held: false } });
    expect(await one(w.tom, it)).toEqual(his);
    expect(await one(w.maya, it)).toMatchObject({ acts: ['agree', 'revisit', 'end', 'offer'], asked: wanted });
    expect((await w.therapist.post(`/agreements/${it.id}/open`, { reason: 'Once is enough.' })).status).toBe(409);
  });

  it('never brings the words that its author replaced while it waited', async () => {
    await check(w.maya, 'concern');
    for (let i = 0; i < 5; i++) {
      const it = await propose(w.tom, { what: 'Words he thought better of' });
      await offer(w.tom, it, { what: 'His last words' });
      await made(w.therapist.post(`/agreements/${it.id}/open`, { reason: 'Talked over with each alone.' }));
      for (const agent of [w.maya, w.tom, w.therapist])
        expect((await one(agent, it)).asked).toMatchObject({ what: 'His last words' });
    }
  });

  it('stops what both agreed to from beginning, and nothing tells either of them', async () => {
    const [calm, it] = [await propose(w.tom), await propose(w.tom)];
    await take(w.maya, calm, 'agree');
    await check(w.tom, 'concern');
    await take(w.maya, it, 'agree');
    for (const agent of [w.maya, w.tom]) expect(plain(await one(agent, it))).toBe(plain(await one(agent, calm)));
    expect(await code(act(w.therapist, it, 'start'))).toEqual([409, 'safety_check_missing']);
    // beneath the service as well
    await check(w.tom, 'clear');
    expect(await take(w.therapist, it, 'start')).toMatchObject({ standing: 'active' });
  });

  it('lets each end it, or let it rest, all the same', async () => {
    const [first, second] = [await active(), await active()];
    await check(w.maya, 'concern');
    expect(await take(w.maya, first, 'revisit')).toMatchObject({ standing: 'revisiting' });
    expect(await take(w.maya, second, 'end')).toMatchObject({ standing: 'ended' });
    expect(await one(w.tom, second)).toMatchObject({ standing: 'ended' });
  });
});

describe('the list of agreements', () => {
  it('comes page by page, latest first, each once', async () => {
    const all: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const path: string = `/couples/${w.coupleId}/agreements?limit=7${next ? `&cursor=${next}` : ''}`;
      const page = await made<{ items: Agreement[]; next: string | null }>(w.maya.get(path));
      all.push(...page.items.map(({ id }) => id));
      next = page.next;
    }
    const whole = await made<{ items: Agreement[] }>(w.maya.get(`/couples/${w.coupleId}/agreements?limit=100`));
    expect(all.slice(0, 100)).toEqual(whole.items.map(({ id }) => id));
    expect(new Set(all).size).toBe(all.length);
  });
});

describe('terms that are being written', () => {
  const path = (coupleId = w.coupleId): string => `/couples/${coupleId}/agreement-drafts`;
  interface Sheet {
    id: string;
    version: number;
    what: string;
  }
  const words = { who: 'me', what: 'I show the sheet of my hours', why: 'So that it rests.', way: 'told' };

  it('are there on another device as they were left, apart for each agreement and for a new one', async () => {
    const sheet = await made<Sheet>(w.tom.post(path(), {}));
    expect(sheet).toMatchObject({ version: 1, who: null, what: '', way: null, untilOn: null });
    const left = await made<Sheet>(w.tom.put(`/agreement-drafts/${sheet.id}`, { ...words, stepDown: '' }, etag(1)));
    expect(left).toMatchObject({ ...words, version: 2, stepDown: '', untilOn: null });
    expect(await made(w.tom.post(path(), {}))).toEqual(left);
    expect(await made(w.tom.get(`/agreement-drafts/${sheet.id}`))).toEqual(left);
    expect(await code(w.tom.put(`/agreement-drafts/${sheet.id}`, { ...words, stepDown: '' }, etag(1)))).toEqual([
      412,
      'stale',
    ]);
    const { id: agreementId } = await made(w.tom.post(`/couples/${w.coupleId}/agreements`, terms()));
    const beside = await made<Sheet>(w.tom.post(path(), { agreementId }));
    expect(beside).toMatchObject({ what: '' });
    expect(beside.id).not.toBe(sheet.id);
  });

  it('are one sheet where two devices begin at once', async () => {
    const begun = await Promise.all([1, 2, 3].map(() => made<Sheet>(w.maya.post(path(), {}))));
    expect(new Set(begun.map(({ id }) => id)).size).toBe(1);
  });

  it('are their writer’s alone: neither the partner nor anybody of the staff reads them', async () => {
    const { id } = await made<Sheet>(w.tom.post(path(), {}));
    for (const who of [w.maya, w.dana, w.other.luis]) {
      expect((await who.get(`/agreement-drafts/${id}`)).status).toBe(404);
      expect((await who.put(`/agreement-drafts/${id}`, { ...words, stepDown: '' }, etag(2))).status).toBe(404);
    }
    for (const who of [w.therapist, w.supervisor, w.admin])
      expect((await who.get(`/agreement-drafts/${id}`)).status).toBe(403);
    for (const reader of ['maya', 'therapist', 'supervisor', 'admin'] as const)
      expect([reader, (await rowsSeen(w, 'agreement_draft', reader)).includes(id)]).toEqual([reader, false]);
    expect(await rowsSeen(w, 'agreement_draft', 'tom')).toContain(id);
    // beside an agreement that is not there for her she begins nothing
    expect((await w.maya.post(path(), { agreementId: '01900000-0000-7000-8000-00000000dead' })).status).toBe(404);
  });

  it('hold no secret either, and are gone from the sheet once they were put forward', async () => {
    const sheet = await made<Sheet>(w.tom.post(path(), {}));
    const written = w.tom.put(`/agreement-drafts/${sheet.id}`, { ...words, stepDown: '' }, etag(sheet.version));
    const { id, version } = await made<Sheet>(written);
    const secret = { ...words, what: 'My password is Hunter22!', stepDown: '' };
    expect(await code(w.tom.put(`/agreement-drafts/${id}`, secret, etag(version)))).toEqual([422, 'unsafe_text']);
    expect(await made(w.tom.get(`/agreement-drafts/${id}`))).toMatchObject(words);
    await made(w.tom.post(`/couples/${w.coupleId}/agreements`, terms()));
    expect(await made(w.tom.get(`/agreement-drafts/${id}`))).toMatchObject({ what: '', why: '', version: version + 1 });
    // what another device still had is not put over it unseen
    expect((await w.tom.put(`/agreement-drafts/${id}`, { ...words, stepDown: '' }, etag(version))).status).toBe(412);
  });
});
