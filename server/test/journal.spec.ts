import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { etag } from './acts.js';
import type { Agent } from './agent.js';
import { world, type World } from './world.js';

/** What a person writes of her own accord: small wins, gut checks, where she leans and what she weighs. */
let w: World;
beforeAll(async () => {
  w = await world();
});
afterAll(() => w.close());

interface Entry {
  id: string;
  version: number;
  kind: string;
  happenedOn: string;
  alone: boolean;
  sharedAs: string | null;
  win: { text: string } | null;
  gutCheck: { later: string | null } | null;
  leaning: { lean: number | null } | null;
}
interface Shared {
  id: string;
  text: string;
  from: string;
  mine: boolean;
  held: boolean | null;
}
async function made<T>(asked: Promise<{ status: number; body: unknown }>): Promise<T> {
  const { status, body } = await asked;
  if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body as T;
}
const at = (who: Agent): string => `/clients/${who.clientId}/journal`;
const write = (who: Agent, body: object): Promise<Entry> => made<Entry>(who.post(at(who), body));
const list = async (reader: Agent, of: Agent, query = ''): Promise<Entry[]> =>
  (await made<{ items: Entry[] }>(reader.get(at(of) + query))).items;
const win = (text: string, more: object = {}): object => ({ win: { text }, ...more });
const shared = async (reader: Agent): Promise<Shared[]> =>
  (await made<{ items: Shared[] }>(reader.get(`/couples/${w.coupleId}/shared-wins`))).items;

const SAMPLES = {
  win: { win: { text: 'We laughed at the bus stop' } },
  'gut check': { gutCheck: { noticed: 'A knot when the phone rang', thought: 'Something is off', did: 'I asked' } },
  leaning: { leaning: { lean: 4, note: 'More out than in tonight' } },
  'not knowing': { leaning: {} },
  crossroads: {
    crossroads: { path: 'repair', repairUntil: '2027-03-01', decideOn: '2027-03-08', values: ['Honesty'] },
  },
};

describe('who may do what with an entry of Maya’s', () => {
  const entries: Record<string, Entry> = {};
  beforeAll(async () => {
    for (const [name, body] of Object.entries(SAMPLES)) entries[name] = await write(w.maya, body);
    entries['kept alone'] = await write(w.maya, win('Slept through', { alone: true }));
  });

  it.each<[string, Record<string, number>]>([
    ['maya', { read: 200, write: 400, change: 412, remove: 412, share: 409 }],
    ['tom', { read: 404, write: 404, change: 404, remove: 404, share: 404 }],
    ['dana', { read: 404, write: 404, change: 404, remove: 404, share: 404 }],
    ['therapist', { read: 200, write: 403, change: 403, remove: 403, share: 403 }],
    ['therapist2', { read: 404, write: 403, change: 403, remove: 403, share: 403 }],
    ['supervisor', { read: 404, write: 403, change: 403, remove: 403, share: 403 }],
    ['admin', { read: 403, write: 403, change: 403, remove: 403, share: 403 }],
  ])('%s', async (role, expected) => {
    const agent = w[role as 'maya'];
    for (const name of Object.keys(SAMPLES).filter((each) => each !== 'win')) {
      const { id } = entries[name]!;
      const found = {
        read: (await agent.get(at(w.maya))).status,
        write: (await agent.post(at(w.maya), role === 'maya' ? {} : SAMPLES.leaning)).status,
        change: (await agent.patch(`/journal/${id}`, { happenedOn: '2026-01-05' }, etag(9))).status,
        remove: (await agent.delete(`/journal/${id}`, etag(9))).status,
        share: (await agent.post(`/journal/${id}/share`)).status,
      };
      expect([name, found]).toEqual([name, expected]);
    }
  });

  it('her care team reads all of it but what she keeps to herself', async () => {
    const hers = (await list(w.maya, w.maya)).map(({ id }) => id);
    const theirs = (await list(w.therapist, w.maya)).map(({ id }) => id);
    expect(hers).toHaveLength(6);
    expect(hers.filter((id) => !theirs.includes(id))).toEqual([entries['kept alone']!.id]);
    await made(w.maya.patch(`/journal/${entries['kept alone']!.id}`, { alone: false }, etag(1)));
    expect(await list(w.therapist, w.maya)).toHaveLength(6);
    await made(w.maya.patch(`/journal/${entries['kept alone']!.id}`, { alone: true }, etag(2)));
    expect(await list(w.therapist, w.maya)).toHaveLength(5);
  });

  it('where she stands is never kept from her care team, and never shown to a partner', async () => {
    const alone = await w.maya.post(at(w.maya), { ...SAMPLES.leaning, alone: true });
    expect(alone).toMatchObject({ status: 400, body: { errors: [{ path: 'alone' }] } });
    for (const name of ['leaning', 'crossroads', 'gut check'])
      expect(await w.maya.post(`/journal/${entries[name]!.id}/share`)).toMatchObject({
        status: 409,
        body: { code: 'not_a_win' },
      });
  });
});

describe('an entry', () => {
  it('is of exactly one kind and of a day that has come', async () => {
    for (const body of [{}, { ...SAMPLES.win, ...SAMPLES.leaning }, { win: { text: 'two\nlines' } }])
      expect((await w.dana.post(at(w.dana), body)).status).toBe(400);
    expect(await w.dana.post(at(w.dana), win('x', { happenedOn: '2099-01-01' }))).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'happenedOn' }] },
    });
    const until = { crossroads: { path: 'separate', repairUntil: '2027-03-01', values: [] } };
    expect(await w.dana.post(at(w.dana), until)).toMatchObject({ status: 400 });
  });

  it('leans from 0 (out) to 10 (in), or does not know, which is an answer', async () => {
    for (const lean of [0, 10]) expect((await write(w.dana, { leaning: { lean } })).leaning).toMatchObject({ lean });
    expect((await write(w.dana, { leaning: {} })).leaning).toEqual({ lean: null, note: null });
    for (const lean of [-1, 11, 4.5]) expect((await w.dana.post(at(w.dana), { leaning: { lean } })).status).toBe(400);
  });

  it('of a gut check gets its “later” when it is known, without a partner and without losing a word', async () => {
    const { id, version } = await write(w.dana, SAMPLES['gut check']);
    const later = { gutCheck: { ...SAMPLES['gut check'].gutCheck, later: 'It was her mother' } };
    const changed = await made<Entry>(w.dana.patch(`/journal/${id}`, later, etag(version)));
    expect(changed).toMatchObject({ version: 2, gutCheck: later.gutCheck });
    expect((await w.dana.patch(`/journal/${id}`, later, etag(version))).status).toBe(412);
    expect(await w.dana.patch(`/journal/${id}`, SAMPLES.win, etag(2))).toMatchObject({ status: 400 });
    expect((await list(w.therapist, w.dana, '?kind=gut_check')).map((each) => each.id)).toContain(id);
  });

  it('is looked back on by month, and read in pages', async () => {
    for (const day of ['2026-03-01', '2026-03-31', '2026-04-01'])
      await write(w.dana, win(`Of ${day}`, { happenedOn: day }));
    const march = await list(w.dana, w.dana, '?kind=win&month=2026-03');
    expect(march.map(({ happenedOn }) => happenedOn)).toEqual(['2026-03-31', '2026-03-01']);
    const seen: string[] = [];
    let cursor = '';
    do {
      const page = await made<{ items: Entry[]; next: string | null }>(
        w.dana.get(`${at(w.dana)}?limit=2${cursor && `&cursor=${cursor}`}`),
      );
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.next ?? '';
    } while (cursor);
    expect(seen).toEqual((await list(w.dana, w.dana, '?limit=100')).map(({ id }) => id));
  });

  it('is taken out with its words', async () => {
    const { id, version } = await write(w.dana, win('Not for here'));
    await made(w.dana.delete(`/journal/${id}`, etag(version)));
    expect((await list(w.dana, w.dana, '?limit=100')).some((each) => each.id === id)).toBe(false);
    expect((await w.dana.patch(`/journal/${id}`, { alone: true }, etag(version + 1))).status).toBe(404);
  });
});

describe('a shared win', () => {
  it('is a copy of one line by its author’s act, and ends at her word', async () => {
    const { id } = await write(w.maya, win('Coffee on the balcony'));
    expect(await shared(w.tom)).toEqual([]);
    const copy = await made<Shared>(w.maya.post(`/journal/${id}/share`));
    expect(await w.maya.post(`/journal/${id}/share`)).toMatchObject({ status: 409, body: { code: 'already_shared' } });
    expect(await shared(w.tom)).toMatchObject([
      { text: 'Coffee on the balcony', from: 'Maya', mine: false, held: null },
    ]);
    await made(w.maya.patch(`/journal/${id}`, win('Something else'), etag(1)));
    expect(await shared(w.tom)).toMatchObject([{ text: 'Coffee on the balcony' }]);
    expect((await w.tom.post(`/shared-wins/${copy.id}/withdraw`)).status).toBe(404);
    await made(w.maya.post(`/shared-wins/${copy.id}/withdraw`));
    expect(await shared(w.tom)).toEqual([]);
    expect((await list(w.maya, w.maya, '?kind=win')).find((each) => each.id === id)?.sharedAs).toBeNull();
  });

  it('goes with the entry when that is taken out', async () => {
    const { id } = await write(w.tom, win('Home early'));
    await made(w.tom.post(`/journal/${id}/share`));
    expect(await shared(w.maya)).toHaveLength(1);
    await made(w.tom.delete(`/journal/${id}`, etag(1)));
    expect(await shared(w.maya)).toEqual([]);
  });

  it('is not left behind when it is shared and taken out at the same moment', async () => {
    for (let i = 0; i < 6; i++) {
      const { id } = await write(w.maya, win('At one moment'));
      await Promise.all([
        w.maya.post(`/journal/${id}/share`),
        w.maya.post(`/journal/${id}/share`),
        w.maya.delete(`/journal/${id}`, etag(1)),
      ]);
      await w.maya.delete(`/journal/${id}`, etag(1));
    }
    expect((await shared(w.tom)).map(({ text }) => text)).not.toContain('At one moment');
  });

  it('waits in silence while somebody told of a concern, until a clinician lets it go', async () => {
    const check = { clientId: w.tom.clientId, screenedAlone: true, screenedOn: new Date().toISOString().slice(0, 10) };
    await made(w.therapist.post(`/couples/${w.coupleId}/safety-checks`, { ...check, result: 'concern' }));
    const { id } = await write(w.maya, win('A walk in the rain'));
    const copy = await made<Shared>(w.maya.post(`/journal/${id}/share`));
    expect(copy).toMatchObject({ mine: true, held: null });
    expect(await shared(w.tom)).toEqual([]);
    expect(await shared(w.therapist)).toMatchObject([{ id: copy.id, held: true }]);
    expect((await w.tom.post(`/shared-wins/${copy.id}/withdraw`)).status).toBe(404);
    await made(w.therapist.post(`/shared-wins/${copy.id}/open`, { reason: 'Both were seen alone.' }));
    expect(await shared(w.tom)).toMatchObject([{ text: 'A walk in the rain' }]);
  });

  it('cannot be put before the other past the services either, while there is a concern', async () => {
    const { id } = await write(w.tom, win('Past the services'));
    await made(
      w.therapist.post(`/couples/${w.coupleId}/safety-checks`, {
        ...{ clientId: w.maya.clientId, result: 'concern', screenedAlone: true, screenedOn: '2026-01-05' },
      }),
    );
    const app = new pg.Client({ connectionString: w.database.app });
    await app.connect();
    await app.query('begin');
    await app.query(
      `select set_config('kept.clinic', $1, true), set_config('kept.actor', $2, true), set_config('kept.roles', 'client', true), set_config('kept.client', $3, true)`,
      [w.clinicId, w.tom.userId, w.tom.clientId],
    );
    await expect(
      app.query(
        `insert into shared_win (id, couple_id, shared_by, entry_id, content, happened_on, shared_at, held, open_from)
         values (gen_random_uuid(), $1, $2, $3, 'x', current_date, now(), false, now())`,
        [w.coupleId, w.tom.clientId, id],
      ),
    ).rejects.toThrow(/row-level security/);
    await app.end();
  });

  it('needs a partner', async () => {
    const { id } = await write(w.dana, win('Sang in the car'));
    expect(await w.dana.post(`/journal/${id}/share`)).toMatchObject({ status: 409, body: { code: 'no_partner' } });
  });
});

describe('how care came to a close', () => {
  const outcome = { outcome: 'apart_with_clarity', note: 'Each knows why.' };
  it.each<[string, Record<string, number>]>([
    ['therapist', { record: 201, read: 200, 'record for two': 201, 'read for two': 200, count: 403 }],
    ['therapist2', { record: 404, read: 404, 'record for two': 404, 'read for two': 404, count: 403 }],
    ['supervisor', { record: 404, read: 404, 'record for two': 404, 'read for two': 404, count: 403 }],
    ['admin', { record: 403, read: 403, 'record for two': 403, 'read for two': 403, count: 200 }],
    ['maya', { record: 403, read: 403, 'record for two': 403, 'read for two': 403, count: 403 }],
  ])('%s', async (role, expected) => {
    const agent = w[role as 'maya'];
    expect({
      record: (await agent.post(`/clients/${w.dana.clientId}/outcomes`, outcome)).status,
      read: (await agent.get(`/clients/${w.dana.clientId}/outcomes`)).status,
      'record for two': (await agent.post(`/couples/${w.coupleId}/outcomes`, outcome)).status,
      'read for two': (await agent.get(`/couples/${w.coupleId}/outcomes`)).status,
      count: (await agent.get('/outcomes')).status,
    }).toEqual(expected);
  });

  it('counts all four alike as completed care, by the last word on each, and tells no small number', async () => {
    interface Counts {
      items: { outcome: string; people: number | null }[];
      completed: number | null;
    }
    const four = ['together', 'apart_with_clarity', 'still_deciding', 'individual_work'];
    for (const [index, each] of four.entries())
      for (let person = 0; person < 5 + index; person++) {
        const { id } = await made<{ id: string }>(
          w.therapist.post('/clients', { givenName: `P${index}${person}`, familyName: 'Count' }),
        );
        await made(w.therapist.post(`/clients/${id}/outcomes`, { outcome: 'still_deciding' }));
        await made(w.therapist.post(`/clients/${id}/outcomes`, { outcome: each }));
      }
    // Dana and the couple above count as apart with clarity
    expect(await made<Counts>(w.admin.get('/outcomes'))).toEqual({
      items: [5, 8, 7, 8].map((people, index) => ({ outcome: four[index], people })),
      completed: 28,
    });
    expect((await made<Counts>(w.other.admin.get('/outcomes'))).completed).toBe(0);
  });

  it('is recorded with the end of the work of two; what was shared ends, what is each one’s own goes on', async () => {
    const { id } = await write(w.maya, SAMPLES['gut check']);
    const end = { reason: 'They go on each alone.', outcome: 'individual_work' };
    await made(w.therapist.post(`/couples/${w.coupleId}/end`, end));
    const { items } = await made<{ items: { outcome: string }[] }>(w.therapist.get(`/couples/${w.coupleId}/outcomes`));
    expect(items[0]?.outcome).toBe('individual_work');
    expect((await w.tom.get(`/couples/${w.coupleId}/shared-wins`)).status).toBe(404);
    expect(await shared(w.therapist)).toEqual([]);
    const later = { gutCheck: { noticed: 'The same knot', later: 'It was right' } };
    await made(w.maya.patch(`/journal/${id}`, later, etag(1)));
    await write(w.maya, SAMPLES['gut check']);
    const kinds = (await list(w.therapist, w.maya, '?kind=gut_check')).length;
    expect(kinds).toBe((await list(w.maya, w.maya, '?kind=gut_check')).length);
  });
});
