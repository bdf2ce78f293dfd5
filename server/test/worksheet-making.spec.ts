import type { Agent } from './agent.js';
import { world, type World } from './world.js';

let w: World;
beforeAll(async () => {
  w = await world();
});
afterAll(() => w.close());

const match = (version: number) => ({ 'If-Match': `"${version}"` });
const question = (label: string, more: object = {}) => ({ type: 'long', label, ...more });
const keyOf = (label: string) =>
  label
    .toLowerCase()
    .replaceAll(/[^a-z]+/g, '-')
    .replace(/-$/, '');
const sections = (...labels: string[]) => [
  { key: 'the-day', title: 'The day', fields: labels.map((label) => question(label, { key: keyOf(label) })) },
];

interface Sheet {
  id: string;
  version: number;
  status: string;
  published: number | null;
  title: string;
  sections: { key: string; fields: { key: string; label: string }[] }[];
}

async function make(agent: Agent, body: object = {}): Promise<Sheet> {
  const made = await agent.post('/worksheets', {
    title: 'Impact letter',
    sections: sections('What was lost?'),
    ...body,
  });
  if (made.status !== 201) throw new Error(`${made.status} ${JSON.stringify(made.body)}`);
  return made.body as Sheet;
}
async function published(agent: Agent, body: object = {}): Promise<Sheet> {
  const { id, version } = await make(agent, body);
  const done = await agent.post(`/worksheets/${id}/publish`, { confirmed: true }, match(version));
  if (done.status !== 200) throw new Error(`${done.status} ${JSON.stringify(done.body)}`);
  return done.body as Sheet;
}
const idsIn = async (agent: Agent, query = ''): Promise<string[]> => {
  const { body } = await agent.get(`/worksheets?limit=100${query}`);
  return (body.items as Sheet[]).map(({ id }) => id);
};
const give = (worksheetId: string, clientId: string, agent = w.therapist) =>
  agent.post('/assignments', { worksheetId, clientIds: [clientId] });
const builtIn = async (key: string): Promise<Sheet & { key: string }> => {
  const { body } = await w.therapist.get('/worksheets?limit=100');
  return (body.items as (Sheet & { key: string })[]).find((each) => each.key === key)!;
};
/** What is sent back to be saved, from what was read. */
const inputOf = ({ title, sections: parts, ...rest }: Sheet & Record<string, unknown>) => ({
  ...{ title, gated: rest['gated'], neverShared: rest['neverShared'] },
  sections: parts.map((part) => ({ key: part.key, title: 'Part', fields: part.fields.map(fieldInput) })),
});
const fieldInput = (field: object) => {
  const { columns, ...rest } = field as { columns: object[] | null };
  return { ...rest, columns: columns?.map(({ ...column }) => column) ?? null };
};

describe('making a worksheet', () => {
  it('starts as a draft of one’s own, with a key for each question', async () => {
    const made = await make(w.therapist, { sections: [{ title: 'The day', fields: [question('What was lost?')] }] });
    expect(made).toMatchObject({
      ...{ status: 'draft', version: 1, published: null, source: 'own', shared: false, madeBy: 'Dr Ellis' },
      sections: [{ fields: [{ key: expect.stringMatching(/^q-/) as string, type: 'long' }] }],
    });
  });

  it('is for staff who treat', async () => {
    for (const agent of [w.maya, w.admin]) expect((await agent.post('/worksheets', { title: 'x' })).status).toBe(403);
    expect((await w.supervisor.post('/worksheets', { title: 'Of the supervisor' })).status).toBe(201);
  });

  it('says which place is wrong', async () => {
    const paths = async (body: object): Promise<string[]> => {
      const answer = await w.therapist.post('/worksheets', body);
      expect(answer.status).toBe(400);
      return (answer.body.errors as { path: string }[]).map(({ path }) => path);
    };
    expect(await paths({})).toEqual(['title']);
    expect(await paths({ title: 'x', sections: [{ title: 'a', fields: [{ type: 'essay', label: 'b' }] }] })).toEqual([
      'sections[0].fields[0].type',
    ]);
    const showIf = { field: 'later', op: 'answered' };
    const late = [{ title: 'a', fields: [question('b', { showIf }), question('c', { key: 'later' })] }];
    expect(await paths({ title: 'x', sections: late })).toEqual(['sections[0].fields[0].showIf']);
    const twice = [{ title: 'a', fields: [question('b', { key: 'k' }), question('c', { key: 'k' })] }];
    expect(await paths({ title: 'x', sections: twice })).toEqual(['sections[0].fields[1].key']);
    const within = [{ title: 'a', fields: [{ type: 'rows', label: 'b', columns: [{ type: 'rows', label: 'c' }] }] }];
    expect(await paths({ title: 'x', sections: within })).toEqual(['sections[0].fields[0].columns[0].type']);
    expect(await paths({ title: 'x', colour: 'red' })).toEqual(['colour']);
    const many = Array.from({ length: 61 }, () => question('b'));
    expect((await paths({ title: 'x', sections: [{ title: 'a', fields: many }] }))[0]).toBe('sections[0].fields');
  });

  it('refuses what asks for passwords, follows somebody or forbids help', async () => {
    const answer = await w.therapist.post('/worksheets', {
      title: 'Open phones',
      sections: sections('What is your password?', 'Share your live location', 'Promise not to talk to your family'),
    });
    expect(answer).toMatchObject({ status: 422, body: { code: 'unsafe_worksheet' } });
    expect((answer.body.errors as { path: string; code: string }[]).map(({ path, code }) => [path, code])).toEqual([
      ['sections[0].fields[0].label', 'asks_for_secrets'],
      ['sections[0].fields[1].label', 'asks_to_be_followed'],
      ['sections[0].fields[2].label', 'forbids_help'],
    ]);
  });

  it('is saved whole, by whoever has read the latest of it', async () => {
    const { id, version } = await make(w.therapist);
    const body = { title: 'Letter', sections: sections('What was lost?', 'What helps?') };
    expect((await w.therapist.put(`/worksheets/${id}`, body)).status).toBe(428);
    const saved = await w.therapist.put(`/worksheets/${id}`, body, match(version));
    expect(saved).toMatchObject({ status: 200, body: { title: 'Letter', version: 2, questions: 2 } });
    expect((await w.therapist.put(`/worksheets/${id}`, body, match(version))).status).toBe(412);
  });
});

describe('a copy', () => {
  it('asks what the other asks, and never shows more of it', async () => {
    const source = await builtIn('boundary-list');
    const copy = await make(w.therapist, { title: undefined, sections: undefined, copyOf: source.id });
    expect(copy).toMatchObject({ title: 'Boundary list (copy)', gated: true, status: 'draft' });
    expect(copy.sections.map(({ key }) => key)).toEqual(source.sections.map(({ key }) => key));
    const input = inputOf(copy as Sheet & Record<string, unknown>);
    expect((await w.therapist.put(`/worksheets/${copy.id}`, input, match(1))).status).toBe(200);
    const loose = async (change: (field: { key: string }) => object, more: object = {}) => {
      const parts = input.sections.map((part) => ({
        ...part,
        fields: part.fields.map((one) => ({ ...one, ...change(one as unknown as { key: string }) })),
      }));
      return w.therapist.put(`/worksheets/${copy.id}`, { ...input, sections: parts, ...more }, match(2));
    };
    const afraid = ({ key }: { key: string }) => (key === 'afraid' ? { neverShared: false } : {});
    const refused = { status: 422, body: { code: 'loosened' } };
    expect(await loose(afraid)).toMatchObject(refused);
    expect(await loose(() => ({}), { gated: false })).toMatchObject(refused);
    expect(await loose(({ key }) => (key === 'ready' ? { visibility: 'shared' } : {}))).toMatchObject(refused);
  });

  it('can be made of each that we bring, and of what a colleague shares', async () => {
    const { body } = await w.therapist2.get('/worksheets?limit=100');
    for (const { id } of (body.items as (Sheet & { source: string })[]).filter(({ source }) => source === 'built_in'))
      expect((await w.therapist2.post('/worksheets', { copyOf: id })).status).toBe(201);
    const theirs = await published(w.therapist, { shared: true });
    expect(await w.therapist2.post('/worksheets', { copyOf: theirs.id })).toMatchObject({
      status: 201,
      body: { source: 'own', madeBy: 'Sam Okoro', title: 'Impact letter (copy)' },
    });
  });
});

describe('who meets it', () => {
  it('is its owner alone while it is private: no colleague, supervisor or admin', async () => {
    const { id } = await published(w.therapist);
    expect(await idsIn(w.therapist)).toContain(id);
    for (const agent of [w.therapist2, w.supervisor, w.other.therapist, w.maya]) {
      expect((await agent.get(`/worksheets/${id}`)).status).toBe(404);
      expect(await idsIn(agent)).not.toContain(id);
    }
    expect((await give(id, w.dana.clientId, w.therapist2)).status).toBe(404);
  });

  it('is every colleague once it is shared, who reads what is published and writes nothing', async () => {
    const sheet = await published(w.therapist, { shared: true });
    const draft = { title: 'Not yet told', sections: sections('What was lost?') };
    expect((await w.therapist.put(`/worksheets/${sheet.id}`, draft, match(sheet.version))).status).toBe(200);
    expect((await w.therapist.get(`/worksheets/${sheet.id}`)).body).toMatchObject({
      title: 'Not yet told',
      changed: true,
    });
    const seen = await w.therapist2.get(`/worksheets/${sheet.id}`);
    expect(seen.body).toMatchObject({ title: 'Impact letter', source: 'shared', madeBy: 'Dr Ellis', changed: false });
    expect(await idsIn(w.therapist2)).toContain(sheet.id);
    for (const change of ['publish', 'retire'])
      expect((await w.therapist2.post(`/worksheets/${sheet.id}/${change}`, {}, match(3))).status).toBe(403);
    expect((await w.therapist2.put(`/worksheets/${sheet.id}`, draft, match(3))).status).toBe(403);
    expect((await w.therapist2.get(`/worksheets/${sheet.id}/diff`)).status).toBe(403);
    expect((await w.other.therapist.get(`/worksheets/${sheet.id}`)).status).toBe(404);
    expect((await w.maya.get(`/worksheets/${sheet.id}`)).status).toBe(404);
  });

  it('is nobody else before it is published, shared or not', async () => {
    const { id } = await make(w.therapist, { shared: true });
    expect((await w.therapist2.get(`/worksheets/${id}`)).status).toBe(404);
    expect(await idsIn(w.therapist2)).not.toContain(id);
    expect((await give(id, w.dana.clientId, w.therapist2)).status).toBe(404);
  });
});

describe('publishing', () => {
  it('stops at problems, asks about hints, and does it once', async () => {
    const { id } = await make(w.therapist, { sections: [{ title: 'a', fields: [question('')] }] });
    const publish = (version: number, body: object = {}) =>
      w.therapist.post(`/worksheets/${id}/publish`, body, match(version));
    expect(await publish(1)).toMatchObject({ status: 422, body: { code: 'worksheet_problems' } });
    const hurried = { title: 'Impact letter', sections: sections('Are you over it yet?') };
    await w.therapist.put(`/worksheets/${id}`, hurried, match(1));
    const { items } = (await w.therapist.get(`/worksheets/${id}/lint`)).body;
    expect(items[0]).toMatchObject({ severity: 'hint', path: 'sections[0].fields[0].label', code: 'pressure_hurry' });
    expect(await publish(2)).toMatchObject({ status: 409, body: { code: 'hints_unconfirmed' } });
    expect(await publish(1, { confirmed: true })).toMatchObject({ status: 412 });
    expect(await publish(2, { confirmed: true })).toMatchObject({
      status: 200,
      body: { status: 'published', published: 1, changed: false },
    });
    expect(await publish(3, { confirmed: true })).toMatchObject({ status: 409, body: { code: 'nothing_changed' } });
  });

  it('tells what would change, in words', async () => {
    const sheet = await published(w.therapist);
    await w.therapist.put(
      `/worksheets/${sheet.id}`,
      { title: 'Impact letter', sections: sections('What was lost?', 'What helps?') },
      match(sheet.version),
    );
    const { items } = (await w.therapist.get(`/worksheets/${sheet.id}/diff`)).body;
    expect(items).toEqual([{ change: 'added', what: 'question', name: 'What helps?', details: ['In “The day”'] }]);
  });

  it('leaves a running sheet on the version it was given in', async () => {
    const sheet = await published(w.therapist);
    const first = (await give(sheet.id, w.maya.clientId)).body.items[0];
    expect(first).toMatchObject({ title: 'Impact letter', worksheetVersion: 1 });
    const next = { title: 'Impact letter, shorter', sections: sections('What is left?') };
    await w.therapist.put(`/worksheets/${sheet.id}`, next, match(sheet.version));
    await w.therapist.post(`/worksheets/${sheet.id}/publish`, {}, match(sheet.version + 1));
    const hers = (await w.maya.get(`/assignments/${first.id}`)).body;
    expect(hers).toMatchObject({ worksheetVersion: 1, title: 'Impact letter' });
    expect(hers.worksheet.sections[0].fields[0]).toMatchObject({ key: 'what-was-lost', label: 'What was lost?' });
    const answers = { 'what-was-lost': 'The summer' };
    expect((await w.maya.put(`/assignments/${first.id}/response`, { answers }, match(1))).status).toBe(200);
    const second = (await give(sheet.id, w.maya.clientId)).body.items[0];
    expect(second).toMatchObject({ title: 'Impact letter, shorter', worksheetVersion: 2 });
    expect((await w.therapist.get(`/worksheets/${first.worksheetId}`)).body).toMatchObject({ title: 'Impact letter' });
  });

  it('is written once: not even the database lets a version change', async () => {
    const { rows } = await w.owner.query<{ may: boolean }>(
      `select has_any_column_privilege('kept_app', 'worksheet_version', 'update') as may`,
    );
    expect(rows[0]!.may).toBe(false);
  });
});

describe('giving it', () => {
  it('waits until it is published', async () => {
    const { id } = await make(w.therapist);
    expect(await give(id, w.maya.clientId)).toMatchObject({ status: 409, body: { code: 'not_published' } });
  });

  it('lets its addressee read that version, and nobody else’s client', async () => {
    const sheet = await published(w.therapist);
    const given = (await give(sheet.id, w.maya.clientId)).body.items[0];
    expect((await w.maya.get(`/worksheets/${given.worksheetId}`)).body).toMatchObject({ guidance: null });
    for (const agent of [w.tom, w.dana, w.other.luis, w.therapist2])
      expect((await agent.get(`/worksheets/${given.worksheetId}`)).status).toBe(404);
    const home = (await w.maya.get('/home')).body;
    const titles = [home.next, ...home.alsoOpen].map(({ title }: { title: string }) => title);
    expect(titles).toContain('Impact letter');
    const { items } = (await w.therapist.get(`/clients/${w.maya.clientId}/timeline`)).body;
    expect(items.map(({ title }: { title: string }) => title)).toContain('Impact letter');
  });

  it('asks about safety where it is for two', async () => {
    const sheet = await published(w.therapist, { audience: 'joint' });
    const body = { worksheetId: sheet.id, coupleId: w.coupleId, mode: 'together' };
    expect(await w.therapist.post('/assignments', body)).toMatchObject({
      status: 409,
      body: { code: 'safety_check_missing' },
    });
  });

  it('ends when it is retired, and what was given goes on', async () => {
    const sheet = await published(w.therapist, { shared: true });
    const given = (await give(sheet.id, w.dana.clientId)).body.items[0];
    const retired = await w.therapist.post(`/worksheets/${sheet.id}/retire`, undefined, match(sheet.version));
    expect(retired.body).toMatchObject({ status: 'retired' });
    expect(await give(sheet.id, w.dana.clientId)).toMatchObject({ status: 409, body: { code: 'retired' } });
    expect(await idsIn(w.therapist)).not.toContain(sheet.id);
    expect(await idsIn(w.therapist, '&status=retired')).toContain(sheet.id);
    const late = { title: 'x', sections: sections('Late?') };
    expect((await w.therapist.put(`/worksheets/${sheet.id}`, late, match(sheet.version + 1))).status).toBe(409);
    expect((await w.dana.get(`/assignments/${given.id}`)).body).toMatchObject({ title: 'Impact letter' });
  });
});
