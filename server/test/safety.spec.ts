import type { Agent } from './agent.js';
import { routesOf, type Contract } from './contract.samples.js';
import { wordsOfPdf } from './pdf.reader.js';
import { world, type World } from './world.js';

let w: World;
let gated: string;

const day = (more: number): string => new Date(Date.now() + more * 86_400_000).toISOString().slice(0, 10);
const REASON = 'Both are seen alone each week; the joint sheet is filled in here.';

async function made<T = Record<string, unknown>>(asked: Promise<{ status: number; body: unknown }>): Promise<T> {
  const { status, body } = await asked;
  if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body as T;
}

const check = (person: Agent, result: 'clear' | 'concern' | 'not_done', screenedOn = day(0)): Promise<unknown> =>
  made(
    w.therapist.post(`/couples/${w.coupleId}/safety-checks`, {
      ...{ clientId: person.clientId, result, screenedAlone: true, screenedOn },
    }),
  );
const override = (until = day(30), reason = REASON) =>
  w.therapist.post(`/couples/${w.coupleId}/safety-overrides`, { reason, until });
const assign = () =>
  w.therapist.post('/assignments', {
    ...{ worksheetId: gated, coupleId: w.coupleId, mode: 'together', earlyReason: 'They asked for it.' },
  });
interface Safety {
  waits: boolean;
  partners: { clientId: string; result: string | null; due: string | null; askAgainOn: string | null }[];
  overrides: { id: string; state: string; signedByName: string; reason: string }[];
}
const safety = (): Promise<Safety> => made(w.therapist.get(`/couples/${w.coupleId}/safety`));

beforeAll(async () => {
  w = await world();
  const { items } = await made<{ items: { id: string; gated: boolean; audience: string }[] }>(
    w.therapist.get('/worksheets?limit=100'),
  );
  gated = items.find((each) => each.gated && each.audience === 'joint')!.id;
});
afterAll(() => w.close());

describe('the therapist asks each partner alone', () => {
  it('and is told of whom it is still to be done, until both were clear', async () => {
    const due = async (): Promise<unknown> =>
      (await made<{ items: unknown[] }>(w.therapist.get('/safety-checks/due'))).items;
    expect(await due()).toEqual([{ coupleId: w.coupleId, displayName: 'Maya & Tom K.', due: 'never' }]);
    expect(await safety()).toMatchObject({ waits: true, partners: [{ due: 'never' }, { due: 'never' }] });
    await check(w.maya, 'clear');
    await check(w.tom, 'not_done');
    expect(await due()).toEqual([expect.objectContaining({ due: 'not_done' })]);
    expect((await assign()).status).toBe(409);
    await check(w.tom, 'clear');
    expect(await due()).toEqual([]);
    expect(await safety()).toMatchObject({
      waits: false,
      partners: [{ clientId: w.maya.clientId, result: 'clear', due: null, askAgainOn: day(91) }, { result: 'clear' }],
    });
    expect((await assign()).status).toBe(201);
  });

  it('and asks both again once one of them told of a concern', async () => {
    await check(w.maya, 'concern');
    expect((await safety()).partners.map(({ due }) => due)).toEqual(['flag', 'flag']);
    await check(w.maya, 'clear');
    expect((await safety()).partners.map(({ due }) => due)).toEqual([null, 'flag']);
    await check(w.tom, 'clear');
  });

  it('and again after ninety days', async () => {
    await check(w.tom, 'clear', day(-91));
    expect(await safety()).toMatchObject({ waits: true, partners: [{ due: null }, { due: 'old' }] });
    await check(w.tom, 'clear', day(-90));
    expect(await safety()).toMatchObject({ waits: false, partners: [{ due: null }, { due: null }] });
  });
});

describe('an override', () => {
  beforeEach(async () => {
    for (const { id, state } of (await safety()).overrides)
      if (state === 'stands') await made(w.therapist.post(`/safety-overrides/${id}/end`));
    await check(w.maya, 'clear');
    await check(w.tom, 'clear');
  });

  it('is refused while nothing is held back', async () => {
    expect((await override()).body).toMatchObject({ status: 409, code: 'override_not_needed' });
  });

  it.each([
    ['without a reason', () => override(day(30), 'Because.')],
    ['with a reason of nothing but blanks', () => override(day(30), ' '.repeat(40))],
    ['for a day gone by', () => override(day(-2))],
    ['for more than ninety days', () => override(day(91))],
  ])('is refused %s', async (_, sign) => {
    await check(w.maya, 'concern');
    expect((await sign()).status).toBe(400);
    expect((await safety()).waits).toBe(true);
  });

  it('lets gated homework be given, and stands in the signer’s name with its reason until it is ended', async () => {
    await check(w.maya, 'concern');
    expect((await assign()).body).toMatchObject({ code: 'safety_check_missing' });
    const { id } = await made<{ id: string }>(override());
    expect((await assign()).status).toBe(201);
    expect(await safety()).toMatchObject({
      waits: false,
      overrides: expect.arrayContaining([
        expect.objectContaining({ id, state: 'stands', signedByName: 'Dr Ellis', reason: REASON }),
      ]),
    });
    await made(w.therapist.post(`/safety-overrides/${id}/end`));
    expect((await assign()).body).toMatchObject({ code: 'safety_check_missing' });
    expect((await w.therapist.post(`/safety-overrides/${id}/end`)).body).toMatchObject({ code: 'invalid_transition' });
  });

  it('ends with the next concern', async () => {
    await check(w.maya, 'not_done');
    await made(override());
    expect((await safety()).waits).toBe(false);
    await check(w.tom, 'concern');
    const { waits, overrides } = await safety();
    expect([waits, overrides[0]!.state]).toEqual([true, 'ended']);
  });

  it('counts to its last day and no longer', async () => {
    await check(w.maya, 'concern');
    const { id } = await made<{ id: string }>(override(day(0)));
    expect((await safety()).waits).toBe(false);
    await w.owner.query(`update safety_override set until = current_date - 1 where id = $1`, [id]);
    const { waits, overrides } = await safety();
    expect([waits, overrides.find((each) => each.id === id)!.state]).toEqual([true, 'over']);
  });

  it('is read and signed by nobody outside of the couple’s care', async () => {
    await check(w.maya, 'concern');
    const { id } = await made<{ id: string }>(override());
    const table: [Agent, number, number][] = [
      [w.therapist2, 404, 404],
      [w.supervisor, 404, 404],
      [w.admin, 403, 403],
      [w.maya, 403, 403],
      [w.tom, 403, 403],
      [w.other.therapist, 404, 404],
    ];
    for (const [agent, read, act] of table) {
      expect((await agent.get(`/couples/${w.coupleId}/safety`)).status).toBe(read);
      expect(
        (await agent.post(`/couples/${w.coupleId}/safety-overrides`, { reason: REASON, until: day(3) })).status,
      ).toBe(act);
      expect((await agent.post(`/safety-overrides/${id}/end`)).status).toBe(act);
    }
    expect(await made(w.therapist2.get('/safety-checks/due'))).toEqual({ items: [], next: null });
  });

  it('is kept in the log, by name of its columns and never by its words', async () => {
    const { items } = await made<{ items: { target: string; act: string }[] }>(
      w.admin.get('/audit-events?what=safety_override'),
    );
    expect(items.map(({ act }) => act)).toEqual(expect.arrayContaining(['insert', 'update']));
    expect(JSON.stringify(items)).not.toContain('seen alone');
  });
});

describe('what either partner can read', () => {
  const VOLATILE = /"(?:requestId|idleExpiresAt|expiresAt|seenAt|checkedAt)":"[^"]*"/g;
  const PRINTED = /Printed on [^.]*\./g;
  /** Every address a portal may ask, byte for byte; of a paper, its words. */
  async function portal(agent: Agent): Promise<string[]> {
    const contract = (await w.stranger().get('/api/openapi.json')).body as Contract;
    const { items } = await made<{ items: { id: string }[] }>(w.therapist.get(`/assignments?coupleId=${w.coupleId}`));
    const ids = [w.coupleId, w.maya.clientId, w.tom.clientId, ...items.slice(0, 3).map(({ id }) => id)];
    const read: string[] = [];
    for (const { method, path } of routesOf(contract)) {
      if (method !== 'get' || path.startsWith('/health')) continue;
      for (const id of path.includes('{') ? ids : ['']) {
        const { status, text, body, headers } = await agent.get(path.replaceAll(/\{\w+\}/g, id));
        const told = Buffer.isBuffer(body)
          ? wordsOfPdf(body).words.replaceAll(PRINTED, '')
          : text.replaceAll(VOLATILE, '');
        read.push(`${path} ${id} ${status} ${headers['etag'] as string} ${told}`);
      }
    }
    return read;
  }

  it('is the same, byte for byte, with and without a concern, and with and without an override', async () => {
    for (const { id, state } of (await safety()).overrides)
      if (state === 'stands') await made(w.therapist.post(`/safety-overrides/${id}/end`));
    await check(w.maya, 'clear');
    await check(w.tom, 'clear');
    const both = async (): Promise<string[][]> => [await portal(w.maya), await portal(w.tom)];
    const before = await both();
    expect(before[0]!.length).toBeGreaterThan(60);
    await check(w.maya, 'concern');
    expect(await both()).toEqual(before);
    await made(override());
    expect(await both()).toEqual(before);
  });
});
