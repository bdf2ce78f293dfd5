import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client as Connection } from 'pg';
import type { Agent } from './agent.js';
import { world, type World } from './world.js';

let w: World;
let sheets: Record<string, string>;
beforeAll(async () => {
  w = await world();
  const { items } = (await w.therapist.get('/worksheets?limit=100')).body as { items: { key: string; id: string }[] };
  sheets = Object.fromEntries(items.map(({ key, id }) => [key, id]));
});
afterAll(() => w.close());

interface Assignment {
  id: string;
  version: number;
  status: string;
  openedByTherapistAt: string | null;
  draftsSent: number;
  dueOn: string | null;
}
const match = (version: number) => ({ 'If-Match': `"${version}"` });
const ROW = '0190a000-0000-7000-8000-00000000000a';

/** Gives a worksheet and returns what was made for the first person. */
async function assign(body: object): Promise<Assignment> {
  const answer = await w.therapist.post('/assignments', body);
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return (answer.body as { items: Assignment[] }).items[0]!;
}
const toMaya = (key = 'boundary-list') => assign({ worksheetId: sheets[key], clientIds: [w.maya.clientId] });

async function save(
  agent: Agent,
  { id, version }: Assignment,
  answers: object,
  more: object = {},
): Promise<Assignment> {
  const answer = await agent.put(`/assignments/${id}/response`, { answers, ...more }, match(version));
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return (await agent.get(`/assignments/${id}`)).body as Assignment;
}
async function send(agent: Agent, { id, version }: Assignment): Promise<Assignment> {
  const answer = await agent.post(`/assignments/${id}/submit`, undefined, match(version));
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return answer.body as Assignment;
}
const read = async (agent: Agent, { id }: Assignment) =>
  (await agent.get(`/assignments/${id}/response`)).body as Record<string, unknown>;

describe('the library', () => {
  it('shows the therapist eighteen worksheets with guidance for reading them', async () => {
    expect(Object.keys(sheets)).toHaveLength(18);
    const { body } = await w.therapist.get(`/worksheets/${sheets['apology']}`);
    expect(body).toMatchObject({ key: 'apology', version: 1, status: 'published', audience: 'involved', gated: true });
    expect(body.guidance.reviewPrompts.length).toBeGreaterThan(0);
  });

  it('keeps the guidance from clients, and answers an unknown id like any other', async () => {
    expect((await w.maya.get(`/worksheets/${sheets['apology']}`)).body.guidance).toBeNull();
    expect((await w.therapist.get(`/worksheets/${ROW}`)).status).toBe(404);
  });

  it('is searched by words, role and stage, page by page', async () => {
    const keys = async (query: string) =>
      ((await w.therapist.get(`/worksheets?${query}`)).body.items as { key: string }[]).map(({ key }) => key);
    expect(await keys('q=one%20limit%20at')).toEqual(['boundary-list']);
    expect(await keys('role=injured')).not.toContain('apology');
    expect(await keys('stage=stabilise')).not.toContain('apology');
    const first = (await w.therapist.get('/worksheets?limit=17')).body;
    expect(await keys(`limit=17&cursor=${first.next}`)).toEqual(['weekly-check-in']);
  });
});

describe('a therapist gives a worksheet to Maya', () => {
  let given: Assignment;
  beforeAll(async () => {
    given = await assign({
      worksheetId: sheets['boundary-list'],
      clientIds: [w.maya.clientId],
      dueOn: '2026-12-01',
      message: 'Start with one.',
    });
  });

  it('who finds it in her list, with the word that came with it', async () => {
    const { body } = await w.maya.get('/assignments?status=open');
    expect(body.items.map(({ id }: Assignment) => id)).toContain(given.id);
    expect((await w.maya.get(`/assignments/${given.id}`)).body).toMatchObject({
      status: 'assigned',
      assignedByName: 'Dr Ellis',
      dueOn: '2026-12-01',
      message: 'Start with one.',
      worksheet: { key: 'boundary-list', guidance: null },
    });
  });

  it('and nobody else does: not Tom, not another client, not a colleague, not the admin, not the other clinic', async () => {
    for (const agent of [w.tom, w.dana, w.therapist2, w.other.therapist, w.other.luis]) {
      for (const path of ['', '/response', '/submissions'])
        expect((await agent.get(`/assignments/${given.id}${path}`)).status).toBe(404);
      const list = await agent.get(`/assignments?clientId=${w.maya.clientId}`);
      expect(list.body).toEqual({ items: [], next: null });
      expect((await agent.get('/assignments')).body).toEqual({ items: [], next: null });
    }
    expect((await w.admin.get(`/assignments/${given.id}`)).status).toBe(403);
    expect((await w.admin.get('/assignments')).status).toBe(403);
    expect((await w.tom.put(`/assignments/${given.id}/response`, { answers: {} }, match(1))).status).toBe(404);
    expect((await w.tom.post(`/assignments/${given.id}/submit`, undefined, match(1))).status).toBe(404);
    expect((await w.tom.post(`/assignments/${given.id}/recall`)).status).toBe(404);
  });

  it('and it is hers alone to answer', async () => {
    expect((await w.therapist.put(`/assignments/${given.id}/response`, { answers: {} }, match(1))).status).toBe(403);
    expect((await w.therapist.post(`/assignments/${given.id}/submit`, undefined, match(1))).status).toBe(403);
    expect((await w.maya.post(`/assignments/${given.id}/review`, { decision: 'accept' }, match(1))).status).toBe(403);
  });

  it('tells the worker with ids only, so that a neutral mail goes out', async () => {
    const { rows } = await w.owner.query<{ payload: object }>(
      `select payload from outbox where kind = 'worksheet.assigned' and payload ->> 'assignmentId' = $1`,
      [given.id],
    );
    expect(rows.map(({ payload }) => payload)).toEqual([{ assignmentId: given.id, clientId: w.maya.clientId }]);
  });

  it('and can take it back while it is open', async () => {
    const other = await toMaya();
    expect((await w.maya.post(`/assignments/${other.id}/withdraw`, undefined, match(1))).status).toBe(403);
    const answer = await w.therapist.post(`/assignments/${other.id}/withdraw`, undefined, match(other.version));
    expect(answer.body).toMatchObject({ status: 'withdrawn' });
    const late = await w.maya.put(`/assignments/${other.id}/response`, { answers: {} }, match(2));
    expect(late).toMatchObject({ status: 409, body: { code: 'invalid_transition' } });
  });
});

describe('who can be given what', () => {
  it.each<[string, (w: World) => object, number]>([
    ['nobody', () => ({}), 400],
    ['somebody of the other clinic', (w) => ({ clientIds: [w.other.luis.clientId] }), 404],
    ['somebody unknown', () => ({ clientIds: [ROW] }), 404],
    ['two people on one sheet who are no couple', (w) => ({ clientIds: [w.maya.clientId], mode: 'together' }), 400],
    ['somebody outside of the couple', (w) => ({ clientIds: [w.dana.clientId], coupleId: w.coupleId }), 400],
    ['a couple unknown', () => ({ coupleId: ROW }), 404],
  ])('%s', async (_, body, status) => {
    const answer = await w.therapist.post('/assignments', { worksheetId: sheets['feelings-journal'], ...body(w) });
    expect(answer.status).toBe(status);
  });

  it('refuses a colleague, a client and an unknown worksheet', async () => {
    const body = { worksheetId: sheets['feelings-journal'], clientIds: [w.maya.clientId] };
    expect((await w.therapist2.post('/assignments', body)).status).toBe(404);
    expect((await w.maya.post('/assignments', body)).status).toBe(403);
    expect((await w.therapist.post('/assignments', { ...body, worksheetId: ROW })).status).toBe(404);
  });

  it('makes one assignment however often the same request comes', async () => {
    const body = { worksheetId: sheets['feelings-journal'], clientIds: [w.dana.clientId] };
    const key = { 'Idempotency-Key': 'assign-once' };
    const [first, second] = [
      await w.therapist.post('/assignments', body, key),
      await w.therapist.post('/assignments', body, key),
    ];
    expect(second.body).toEqual(first.body);
    expect(first.headers['location']).toBe(`/api/v1/assignments/${first.body.id}`);
  });
});

describe('a draft', () => {
  it('comes back as it was left, to the very field, with its version as ETag', async () => {
    const given = await toMaya();
    const empty = await w.maya.get(`/assignments/${given.id}/response`);
    expect(empty.body).toMatchObject({ version: 1, answers: {}, savedAt: null });
    const answers = { boundaries: [{ rowId: ROW, limit: 'No calls after ten', area: 'online' }], ready: 3 };
    const saved = await w.maya.put(
      `/assignments/${given.id}/response`,
      { answers, visibility: { ready: 'therapist' }, forSession: ['afraid'], at: 'ready' },
      match(1),
    );
    expect(saved.headers['etag']).toBe('"2"');
    expect(saved.body).toMatchObject({ version: 2, answers, forSession: ['afraid'], at: 'ready' });
    expect((await w.maya.get(`/assignments/${given.id}/response`)).body).toEqual(saved.body);
  });

  it('is its author’s alone: the therapist and the supervisor find no response, nor does SQL', async () => {
    const draft = await save(w.maya, await toMaya(), { ready: 7 });
    expect(draft.status).toBe('draft');
    for (const agent of [w.therapist, w.supervisor, w.tom]) {
      expect((await agent.get(`/assignments/${draft.id}/response`)).status).toBe(404);
    }
    expect((await w.therapist.get(`/assignments/${draft.id}/submissions`)).body.items).toEqual([]);
    const asTherapist = new Connection({ connectionString: w.database.app });
    await asTherapist.connect();
    await asTherapist.query(
      `select set_config('kept.clinic', $1, false), set_config('kept.actor', $2, false), set_config('kept.roles', 'therapist', false)`,
      [w.clinicId, w.therapist.userId],
    );
    const seen = await asTherapist.query('select 1 from response');
    const stillSeen = await asTherapist.query('select 1 from assignment where id = $1', [draft.id]);
    await asTherapist.end();
    expect([seen.rowCount, stillSeen.rowCount]).toEqual([0, 1]);
  });

  it('lies sealed in the database', async () => {
    const draft = await save(w.maya, await toMaya(), { 'in-the-way': 'a sentence nobody else may read', ready: 1 });
    const { rows } = await w.owner.query<{ content: Buffer }>('select content from response where assignment_id = $1', [
      draft.id,
    ]);
    expect(rows[0]!.content.toString('latin1')).not.toContain('sentence');
  });

  it('loses no update: of two devices with one version, one is told', async () => {
    const given = await toMaya();
    const put = (ready: number) => w.maya.put(`/assignments/${given.id}/response`, { answers: { ready } }, match(1));
    const answers = await Promise.all([put(1), put(2), put(3)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412]);
    const won = answers.find(({ status }) => status === 200)!.body as { answers: object };
    expect(await read(w.maya, given)).toMatchObject({ version: 2, answers: won.answers });
    expect((await w.maya.put(`/assignments/${given.id}/response`, { answers: {} })).status).toBe(428);
  });

  it('takes only what the worksheet asks, and names each path that does not fit', async () => {
    const given = await toMaya();
    const wrong = await w.maya.put(
      `/assignments/${given.id}/response`,
      {
        answers: { ready: 11, nope: 1, boundaries: [{ rowId: 'x', area: 'moon' }] },
        visibility: { ready: 'everyone', nope: 'shared' },
        forSession: ['nope'],
      },
      match(1),
    );
    expect(wrong.status).toBe(400);
    expect((wrong.body.errors as { path: string }[]).map(({ path }) => path)).toEqual([
      'answers.ready',
      'answers.nope',
      'answers.boundaries[0].rowId',
      'answers.boundaries[0].area',
      'visibility.ready',
      'visibility.nope',
      'forSession[0]',
    ]);
    expect((await w.maya.put(`/assignments/${given.id}/response`, { answers: {}, mood: 1 }, match(1))).status).toBe(
      400,
    );
  });

  it('cannot be sent before anything was written', async () => {
    const given = await toMaya();
    expect((await w.maya.post(`/assignments/${given.id}/submit`, undefined, match(1))).status).toBe(409);
  });
});

describe('sending', () => {
  it('hands over what is asked and leaves the rest with its author', async () => {
    const given = await toMaya('feelings-journal');
    const [mine, shared] = [
      { rowId: ROW, note: 'for nobody', share: false },
      { rowId: ROW.replace(/a$/, 'b'), note: 'for both of us', share: true, strength: 4 },
    ];
    await send(w.maya, await save(w.maya, given, { entries: [mine, shared] }));
    expect((await read(w.therapist, given))['answers']).toEqual({
      entries: [{ rowId: shared.rowId, note: 'for both of us', share: true }],
    });
    expect((await read(w.maya, given))['answers']).toEqual({ entries: [mine, shared] });
  });

  it('drops the answer to a question that is no longer asked, and what is kept for the session', async () => {
    const given = await toMaya();
    const draft = await save(
      w.maya,
      given,
      { ready: 9, 'in-the-way': 'hidden now', afraid: 'no' },
      { forSession: ['afraid'] },
    );
    await send(w.maya, draft);
    expect(await read(w.therapist, given)).toMatchObject({ answers: { ready: 9 }, forSession: ['afraid'] });
  });

  it('needs the version that was read', async () => {
    const draft = await save(w.maya, await toMaya(), { ready: 5 });
    expect((await w.maya.post(`/assignments/${draft.id}/submit`, undefined, match(1))).status).toBe(412);
    expect((await w.maya.post(`/assignments/${draft.id}/submit`)).status).toBe(428);
  });

  it('is known to nobody but the care team', async () => {
    const sent = await send(w.maya, await save(w.maya, await toMaya(), { ready: 5 }));
    for (const agent of [w.tom, w.therapist2, w.other.therapist])
      for (const path of ['', '/response', '/submissions'])
        expect((await agent.get(`/assignments/${sent.id}${path}`)).status).toBe(404);
    expect((await w.tom.get(`/assignments?coupleId=${w.coupleId}`)).body.items).toEqual([]);
  });
});

describe('taking back', () => {
  it('works until the therapist has opened it', async () => {
    const sent = await send(w.maya, await save(w.maya, await toMaya(), { ready: 5 }));
    const back = await w.maya.post(`/assignments/${sent.id}/recall`);
    expect(back.body).toMatchObject({ status: 'draft', draftsSent: 0, sentAt: null });
    expect((await w.therapist.get(`/assignments/${sent.id}/response`)).status).toBe(404);
    expect((await w.therapist.get(`/assignments/${sent.id}/submissions`)).body.items).toEqual([]);

    const again = await send(w.maya, back.body as Assignment);
    await w.therapist.get(`/assignments/${again.id}/response`);
    const late = await w.maya.post(`/assignments/${again.id}/recall`);
    expect(late).toMatchObject({ status: 409, body: { code: 'already_opened' } });
    const seen = (await w.maya.get(`/assignments/${again.id}`)).body as Assignment;
    expect(seen.openedByTherapistAt).not.toBeNull();
    expect(seen.version).toBe(again.version);
  });

  it('is not ended by a glance at the list or at the assignment', async () => {
    const sent = await send(w.maya, await save(w.maya, await toMaya(), { ready: 5 }));
    await w.therapist.get(`/assignments?clientId=${w.maya.clientId}`);
    await w.therapist.get(`/assignments/${sent.id}`);
    expect((await w.maya.post(`/assignments/${sent.id}/recall`)).status).toBe(200);
  });
});

it('lists homework by what is still to be done with it', async () => {
  const begun = await save(w.maya, await toMaya(), { ready: 1 });
  const sent = await send(w.maya, await save(w.maya, await toMaya(), { ready: 5 }));
  const given = await toMaya();
  const back = await toMaya();
  await w.therapist.post(`/assignments/${back.id}/withdraw`, undefined, match(back.version));
  const these = [begun, sent, given, back].map(({ id }) => id);
  const listed = async (status: string): Promise<string[]> => {
    const { body } = await w.therapist.get(`/assignments?clientId=${w.maya.clientId}&status=${status}`);
    return (body.items as Assignment[]).map(({ id }) => id).filter((id) => these.includes(id));
  };
  expect(await listed('open')).toEqual([given.id, begun.id]);
  expect(await listed('pending')).toEqual([given.id, sent.id, begun.id]);
  expect(await listed('done')).toEqual([back.id]);
  expect(await listed('begun')).toEqual([back.id, sent.id, begun.id]);
  expect((await w.therapist.get('/assignments?status=gone')).status).toBe(400);
});

describe('reviewing', () => {
  it('returns with comments, takes a second draft beside the first, and accepts it', async () => {
    const given = await toMaya();
    const first = await send(w.maya, await save(w.maya, given, { ready: 2, 'in-the-way': 'I do not know' }));
    const returned = await w.therapist.post(
      `/assignments/${given.id}/review`,
      { decision: 'return', comment: 'Take your time.', fieldComments: { 'in-the-way': 'What comes first?' } },
      match(first.version),
    );
    expect(returned).toMatchObject({ status: 200, body: { status: 'returned' } });
    const [sent] = (await w.maya.get(`/assignments/${given.id}/submissions`)).body.items;
    expect(sent.review).toMatchObject({
      decision: 'return',
      comment: 'Take your time.',
      fieldComments: { 'in-the-way': 'What comes first?' },
    });

    const redrafted = await save(w.maya, returned.body as Assignment, { ready: 4, 'in-the-way': 'I do not know' });
    expect(redrafted.status).toBe('returned');
    expect((await read(w.therapist, given))['answers']).toMatchObject({ ready: 2 });
    const second = await send(w.maya, redrafted);
    const drafts = (await w.therapist.get(`/assignments/${given.id}/submissions`)).body.items;
    expect(drafts.map(({ draftNumber }: { draftNumber: number }) => draftNumber)).toEqual([2, 1]);
    expect(drafts[0].changes).toEqual(
      expect.arrayContaining([
        { key: 'ready', change: 'changed', rows: [] },
        { key: 'in-the-way', change: 'same', rows: [] },
      ]),
    );
    expect(drafts[1].changes).toBeNull();

    const accepted = await w.therapist.post(
      `/assignments/${given.id}/review`,
      { decision: 'accept' },
      match(second.version),
    );
    expect(accepted.body).toMatchObject({ status: 'reviewed', draftsSent: 2 });
    expect((await w.tom.get(`/assignments/${given.id}/submissions`)).status).toBe(404);
  });

  it('needs the version, something sent, and a question that exists', async () => {
    const given = await toMaya();
    const review = (body: object, headers = {}) => w.therapist.post(`/assignments/${given.id}/review`, body, headers);
    expect((await review({ decision: 'accept' }, match(1))).status).toBe(409);
    const sent = await send(w.maya, await save(w.maya, given, { ready: 2 }));
    expect((await review({ decision: 'accept' })).status).toBe(428);
    expect((await review({ decision: 'accept' }, match(1))).status).toBe(412);
    expect((await review({ decision: 'shrug' }, match(sent.version))).status).toBe(400);
    expect((await review({ decision: 'return', fieldComments: { nope: 'x' } }, match(sent.version))).status).toBe(400);
    expect((await review({ decision: 'accept' }, match(sent.version))).status).toBe(200);
    expect((await review({ decision: 'accept' }, match(sent.version + 1))).status).toBe(409);
  });

  it('gives it again when it was to be repeated', async () => {
    const given = await assign({
      worksheetId: sheets['feelings-journal'],
      clientIds: [w.dana.clientId],
      dueOn: '2026-12-01',
      repeat: { everyDays: 7, until: '2026-12-10' },
    });
    const round = async (assignment: Assignment) => {
      const sent = await send(w.dana, await save(w.dana, assignment, { entries: [] }));
      await w.therapist.post(`/assignments/${sent.id}/review`, { decision: 'accept' }, match(sent.version));
      const { items } = (await w.dana.get('/assignments?status=assigned')).body as { items: Assignment[] };
      return items.filter(({ dueOn }) => dueOn !== null);
    };
    const [next] = await round(given);
    expect(next).toMatchObject({ dueOn: '2026-12-08', status: 'assigned' });
    expect(await round(next!)).toEqual([]);
  });
});

describe('homework of a couple', () => {
  const check = (agent: Agent, clientId: string, result = 'clear') =>
    agent.post(`/couples/${w.coupleId}/safety-checks`, {
      clientId,
      result,
      screenedAlone: true,
      screenedOn: new Date().toISOString().slice(0, 10),
    });

  it('waits for a clear safety check of each partner where the worksheet is gated', async () => {
    const body = { worksheetId: sheets['weekly-check-in'], coupleId: w.coupleId, mode: 'together' };
    const missing = { status: 409, body: { code: 'safety_check_missing' } };
    expect(await w.therapist.post('/assignments', body)).toMatchObject(missing);
    expect((await check(w.therapist, w.maya.clientId)).status).toBe(201);
    expect(await w.therapist.post('/assignments', body)).toMatchObject(missing);
    expect((await check(w.therapist, w.tom.clientId, 'concern')).status).toBe(201);
    expect(await w.therapist.post('/assignments', body)).toMatchObject(missing);
    expect((await check(w.therapist, w.tom.clientId)).status).toBe(201);
    expect((await w.therapist.post('/assignments', body)).status).toBe(201);
  });

  it('lets clinicians in charge alone record it', async () => {
    for (const agent of [w.maya, w.tom, w.admin]) expect((await check(agent, w.tom.clientId)).status).toBe(403);
    expect((await check(w.therapist2, w.tom.clientId)).status).toBe(404);
    expect((await check(w.other.therapist, w.tom.clientId)).status).toBe(404);
    expect((await check(w.therapist, w.dana.clientId)).status).toBe(400);
  });

  it('gives each partner a sheet of their own, of which the other has no sign', async () => {
    const answer = await w.therapist.post('/assignments', {
      worksheetId: sheets['feelings-journal'],
      coupleId: w.coupleId,
      mode: 'each',
    });
    const items = answer.body.items as (Assignment & { clientId: string; coupleId: string })[];
    expect(items.map(({ clientId, coupleId }) => [clientId, coupleId])).toEqual([
      [w.maya.clientId, w.coupleId],
      [w.tom.clientId, w.coupleId],
    ]);
    const [hers, his] = items;
    const ids = async (agent: Agent) =>
      ((await agent.get(`/assignments?coupleId=${w.coupleId}`)).body.items as Assignment[]).map(({ id }) => id);
    expect(await ids(w.tom)).toContain(his!.id);
    expect(await ids(w.tom)).not.toContain(hers!.id);
    expect(await ids(w.maya)).not.toContain(his!.id);
    expect((await w.tom.get(`/assignments/${hers!.id}`)).status).toBe(404);
    expect(await ids(w.therapist)).toEqual(expect.arrayContaining([hers!.id, his!.id]));
  });

  it('is one sheet when both fill it in together, without what each would answer alone', async () => {
    const joint = await assign({ worksheetId: sheets['weekly-check-in'], coupleId: w.coupleId, mode: 'together' });
    const saved = await save(w.maya, joint, { appreciation: 'The soup' });
    expect(await read(w.tom, joint)).toMatchObject({ answers: { appreciation: 'The soup' } });
    const alone = await w.tom.put(
      `/assignments/${joint.id}/response`,
      { answers: { steady: 3 } },
      match(saved.version),
    );
    expect(alone.status).toBe(400);
    const sent = await send(w.tom, saved);
    expect(await read(w.therapist, sent)).toMatchObject({ answers: { appreciation: 'The soup' } });
    expect((await w.dana.get(`/assignments/${joint.id}`)).status).toBe(404);
  });
});

describe('the list', () => {
  it('goes on from page to page without losing or repeating one', async () => {
    const all: string[] = [];
    let cursor = '';
    do {
      const { body } = await w.maya.get(`/assignments?limit=2${cursor}`);
      all.push(...(body.items as Assignment[]).map(({ id }) => id));
      cursor = body.next ? `&cursor=${body.next}` : '';
    } while (cursor);
    const { items } = (await w.maya.get('/assignments?limit=100')).body as { items: Assignment[] };
    expect(all).toEqual(items.map(({ id }) => id));
    expect(new Set(all).size).toBe(all.length);
    expect((await w.maya.get('/assignments?cursor=nonsense')).status).toBe(400);
    expect((await w.maya.get('/assignments?status=overdue')).status).toBe(400);
  });
});
