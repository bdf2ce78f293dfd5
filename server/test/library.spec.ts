import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { world, type World } from './world.js';

let w: World;
let sheets: Record<string, string>;
beforeAll(async () => {
  w = await world();
  const { items } = (await w.therapist.get('/worksheets?limit=100')).body as { items: { key: string; id: string }[] };
  sheets = Object.fromEntries(items.map(({ key, id }) => [key, id]));
});
afterAll(() => w.close());

interface Listed {
  key: string;
  offer: { because: string | null; fit: string | null } | null;
}
interface Given {
  id: string;
  version: number;
  worksheet: { sections: { fields: { key: string; columns: { key: string }[] | null }[] }[] };
  early: { stage: string; reason: string } | null;
}
const match = (version: number) => ({ 'If-Match': `"${version}"` });
const listed = async (query: string): Promise<Listed[]> =>
  (await w.therapist.get(`/worksheets?limit=100&${query}`)).body.items as Listed[];
const keys = async (query: string): Promise<string[]> => (await listed(query)).map(({ key }) => key);

async function moveTo(stage: string, stageReason?: string): Promise<void> {
  const { version } = (await w.therapist.get(`/couples/${w.coupleId}`)).body as { version: number };
  const answer = await w.therapist.patch(`/couples/${w.coupleId}`, { stage, stageReason }, match(version));
  expect(answer.status).toBe(200);
}
async function clear(): Promise<void> {
  const screenedOn = new Date().toISOString().slice(0, 10);
  for (const { clientId } of [w.maya, w.tom])
    await w.therapist.post(`/couples/${w.coupleId}/safety-checks`, {
      ...{ clientId, result: 'clear', screenedAlone: true, screenedOn },
    });
}
const questions = (given: Given): string[] =>
  given.worksheet.sections.flatMap(({ fields }) => fields).map(({ key }) => key);

describe('what the library offers first', () => {
  it('is what steadies, for Maya and Tom in their first stage, with the reason beside it', async () => {
    const items = await listed(`coupleId=${w.coupleId}`);
    expect(items).toHaveLength(18);
    expect(items[0]).toMatchObject({ key: 'self-care-plan', offer: { because: 'often_first', fit: 'fits' } });
    expect(items.find(({ key }) => key === 'apology')).toMatchObject({ offer: { because: null, fit: 'early' } });
  });

  it('follows the role: what is for Tom stands before what is for Maya, and the other way round', async () => {
    const [tom, maya] = [await keys(`clientId=${w.tom.clientId}`), await keys(`clientId=${w.maya.clientId}`)];
    expect(tom.indexOf('listening-log')).toBeLessThan(tom.indexOf('self-trust-journal'));
    expect(maya.indexOf('self-trust-journal')).toBeLessThan(maya.indexOf('listening-log'));
    expect([...tom].sort()).toEqual([...maya].sort());
  });

  it('keeps what takes two to the end, for somebody who is in no couple', async () => {
    const items = await listed(`clientId=${w.dana.clientId}`);
    expect(items.at(-1)!.offer).toEqual({ because: null, fit: null });
    expect(items.findIndex(({ key }) => key === 'weekly-check-in')).toBeGreaterThan(10);
  });

  it('is cut into pages without losing or repeating any', async () => {
    const all = await keys(`coupleId=${w.coupleId}`);
    const first = (await w.therapist.get(`/worksheets?limit=7&coupleId=${w.coupleId}`)).body;
    const second = (await w.therapist.get(`/worksheets?limit=11&coupleId=${w.coupleId}&cursor=${first.next}`)).body;
    expect([...first.items, ...second.items].map(({ key }: Listed) => key)).toEqual(all);
    expect(second.next).toBeNull();
  });

  it('is told to nobody who does not treat them, and tells a client nothing', async () => {
    for (const query of [`clientId=${w.maya.clientId}`, `coupleId=${w.coupleId}`]) {
      expect((await w.other.therapist.get(`/worksheets?${query}`)).status).toBe(404);
      expect((await w.therapist2.get(`/worksheets?${query}`)).status).toBe(404);
      const plain = (await w.tom.get('/worksheets')).body;
      expect((await w.tom.get(`/worksheets?${query}`)).body).toEqual(plain);
      expect(plain.items[0].offer).toBeNull();
    }
  });
});

describe('what comes early for the stage', () => {
  const toTom = (more: object = {}) =>
    w.therapist.post('/assignments', { worksheetId: sheets['apology'], clientIds: [w.tom.clientId], ...more });

  it('asks for a reason, kept for staff and audited, never shown to the client', async () => {
    expect(await toTom()).toMatchObject({ status: 409, body: { code: 'stage_reason_needed' } });
    expect((await toTom({ earlyReason: 'too short' })).status).toBe(400);
    expect((await toTom({ earlyReason: '             ' })).status).toBe(409);
    const reason = 'He asked for it, and we read it alone first.';
    const answer = await toTom({ earlyReason: reason });
    expect(answer.status).toBe(201);
    const { id } = (answer.body as { items: Given[] }).items[0]!;
    expect((await w.therapist.get(`/assignments/${id}`)).body.early).toEqual({ stage: 'stabilise', reason });
    const seen = await w.tom.get(`/assignments/${id}`);
    expect(seen.body.early).toBeNull();
    expect(seen.text).not.toContain(reason);
    await w.owner.query('set role kept_audit');
    const { rows } = await w.owner
      .query(`select 1 from audit_event where target = 'early_assignment'`)
      .finally(() => w.owner.query('reset role'));
    expect(rows.length).toBeGreaterThan(0);
  });

  it('asks for none where it fits, where nothing is known of a stage, and for who is in no couple', async () => {
    const plain = await w.therapist.post('/assignments', {
      worksheetId: sheets['apology'],
      clientIds: [w.dana.clientId],
    });
    expect(plain.status).toBe(201);
    await moveTo('repair');
    const { body } = await toTom({ earlyReason: 'Not needed any more, as it turns out.' });
    expect((await w.therapist.get(`/assignments/${body.items[0].id}`)).body.early).toBeNull();
    await moveTo('stabilise');
  });

  it('counts for the couple as one, after safety was asked', async () => {
    const body = { worksheetId: sheets['shared-experiences'], coupleId: w.coupleId, mode: 'together' };
    expect((await w.therapist.post('/assignments', body)).body.code).toBe('safety_check_missing');
    await clear();
    expect((await w.therapist.post('/assignments', body)).body.code).toBe('stage_reason_needed');
    const earlyReason = 'They asked for one calm walk together.';
    expect((await w.therapist.post('/assignments', { ...body, earlyReason })).status).toBe(201);
  });
});

describe('the stages of a couple', () => {
  it('are kept with who, when and why, the newest first', async () => {
    await moveTo('understand', 'The crisis has settled.');
    await moveTo('stabilise', 'A new message came to light.');
    const { items } = (await w.therapist.get(`/couples/${w.coupleId}/stages`)).body;
    expect(items[0]).toMatchObject({
      ...{ stage: 'stabilise', reason: 'A new message came to light.' },
      ...{ changedBy: w.therapist.userId, changedByName: 'Dr Ellis' },
    });
    expect(items[1]).toMatchObject({ stage: 'understand', reason: 'The crisis has settled.' });
    expect(items.at(-1).stage).toBe('stabilise');
  });

  it('are for those who treat them', async () => {
    const path = `/couples/${w.coupleId}/stages`;
    for (const agent of [w.maya, w.tom, w.admin]) expect((await agent.get(path)).status).toBe(403);
    for (const agent of [w.therapist2, w.other.therapist]) expect((await agent.get(path)).status).toBe(404);
  });
});

describe('a sheet asks each their own side', () => {
  const give = async (key: string, body: object): Promise<Given[]> => {
    const answer = await w.therapist.post('/assignments', { worksheetId: sheets[key], ...body });
    if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
    return (answer.body as { items: Given[] }).items;
  };

  it('Maya what she wants to know, Tom what there is to tell; neither what the therapist notes', async () => {
    await clear();
    const given = await give('disclosure-pacing', { coupleId: w.coupleId, mode: 'each' });
    const sheetOf = async (agent: typeof w.maya): Promise<Given> => {
      const own = (await agent.get('/assignments')).body.items as { id: string; worksheetKey: string }[];
      return (await agent.get(`/assignments/${own.find((one) => one.worksheetKey === 'disclosure-pacing')!.id}`))
        .body as Given;
    };
    expect(given).toHaveLength(2);
    const [maya, tom] = [await sheetOf(w.maya), await sheetOf(w.tom)];
    expect(questions(maya)).toEqual(expect.arrayContaining(['questions', 'limits', 'supports']));
    expect(questions(maya)).not.toEqual(expect.arrayContaining(['topics']));
    expect(questions(tom)).toContain('topics');
    expect(questions(tom)).not.toContain('questions');
    for (const sheet of [maya, tom]) expect(questions(sheet)).not.toContain('session-on');
    const answers = { topics: [] };
    const refused = await w.maya.put(`/assignments/${maya.id}/response`, { answers }, match(maya.version));
    expect(refused).toMatchObject({ status: 400, body: { errors: [{ path: 'answers.topics' }] } });
  });

  it('and what must never be shared is given to each alone, and kept from every release', async () => {
    const body = { worksheetId: sheets['discernment'], coupleId: w.coupleId, mode: 'together' };
    expect(await w.therapist.post('/assignments', body)).toMatchObject({ status: 409, body: { code: 'alone_only' } });
    const [one] = await give('discernment', { clientIds: [w.maya.clientId] });
    const save = (visibility: object) =>
      w.maya.put(`/assignments/${one!.id}/response`, { answers: { fears: 'Both.' }, visibility }, match(one!.version));
    const refused = await save({ fears: 'after_review' });
    expect(refused).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'visibility.fears', code: 'never_shared' }] },
    });
    expect((await save({ fears: 'therapist' })).status).toBe(200);
  });

  it('and a password is refused by name, while what was saved before stays', async () => {
    await moveTo('repair');
    const [one] = await give('transparency-agreement', { clientIds: [w.tom.clientId] });
    const path = `/assignments/${one!.id}/response`;
    const ways = { ways: ['screen'], 'step-down': 'Less often.' };
    const saved = (await w.tom.put(path, { answers: ways }, match(one!.version))).body as { version: number };
    const rowId = '0190a000-0000-7000-8000-00000000000b';
    const answers = { ...ways, items: [{ rowId, topic: 'Phone. The password is Hunter2!' }] };
    const refused = await w.tom.put(path, { answers }, match(saved.version));
    expect(refused).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'answers.items[0].topic', code: 'looks_like_password' }] },
    });
    expect(refused.text).not.toContain('Hunter2');
    expect((await w.tom.get(path)).body).toMatchObject({ version: saved.version, answers: ways });
    const without = { ...ways, items: [{ rowId, topic: 'Who writes to me at night.' }] };
    expect((await w.tom.put(path, { answers: without }, match(saved.version))).status).toBe(200);
  });
});
