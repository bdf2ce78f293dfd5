import type { Agent } from './agent.js';
import { draft, etag, pastSession, SECTIONS, signed, type NoteBody } from './acts.js';
import { day } from './day.js';
import { world, type World } from './world.js';

/** Two people whose work together ends, with all that was going on between them. Each case lives in a world of its own. */
let w: World;
let sheets: Record<string, string>;

async function made<T = Record<string, unknown>>(asked: Promise<{ status: number; body: unknown }>): Promise<T> {
  const { status, body } = await asked;
  if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body as T;
}
interface Given {
  id: string;
  clientId: string | null;
  version: number;
  status: string;
}
const REASON = 'They separate, and each goes on alone.';
const ROW = '0190a000-0000-7000-8000-00000000000a';
const couple = (): string => `/couples/${w.coupleId}`;
const end = (agent: Agent = w.therapist, body: object = { reason: REASON }) => agent.post(`${couple()}/end`, body);
const give = async (key: string, more: object): Promise<Given[]> =>
  (await made<{ items: Given[] }>(w.therapist.post('/assignments', { worksheetId: sheets[key], ...more }))).items;
const one = (agent: Agent, id: string): Promise<Given> => made(agent.get(`/assignments/${id}`));

beforeEach(async () => {
  w = await world();
  const { items } = await made<{ items: { key: string; id: string }[] }>(w.therapist.get('/worksheets?limit=100'));
  sheets = Object.fromEntries(items.map(({ key, id }) => [key, id]));
});
afterEach(() => w.close());

it('lets neither of them read anything of the other, from that moment on', async () => {
  for (const person of [w.maya, w.tom])
    await made(
      w.therapist.post(`${couple()}/safety-checks`, {
        ...{ clientId: person.clientId, result: 'clear', screenedAlone: true },
        screenedOn: new Date().toISOString().slice(0, 10),
      }),
    );
  const [mayas] = await give('boundary-list', { coupleId: w.coupleId, clientIds: [w.maya.clientId] });
  const answers = { boundaries: [{ rowId: ROW, limit: 'No secrets about money.' }] };
  await made(w.maya.put(`/assignments/${mayas!.id}/response`, { answers }, etag(1)));
  await made(w.maya.post(`/assignments/${mayas!.id}/submit`, undefined, etag(2)));
  await made(w.therapist.post(`/assignments/${mayas!.id}/review`, { decision: 'accept' }, etag(3)));
  await made(w.maya.post(`/assignments/${mayas!.id}/releases`, { fieldKeys: ['boundaries'] }));
  expect(JSON.stringify((await w.tom.get(`${couple()}/shared`)).body)).toContain('about money');
  expect(await made(w.tom.get('/home'))).toMatchObject({ coupleId: w.coupleId });

  expect(await made(end())).toMatchObject({ status: 'ended', displayName: 'Maya & Tom K.' });
  for (const person of [w.maya, w.tom]) {
    expect((await person.get(`${couple()}/shared`)).status).toBe(404);
    expect(await made(person.get('/home'))).toMatchObject({ coupleId: null, askedToShare: [] });
  }
  expect((await w.tom.get(`/assignments/${mayas!.id}`)).status).toBe(404);
  // her own stays hers
  expect(await one(w.maya, mayas!.id)).toMatchObject({ status: 'reviewed' });
  expect((await w.maya.post(`/assignments/${mayas!.id}/releases`, { fieldKeys: ['boundaries'] })).status).toBe(400);
});

it('lets each finish what is her own: saved, sent, read and answered', async () => {
  const [own] = await give('feelings-journal', {
    ...{ coupleId: w.coupleId, clientIds: [w.maya.clientId], repeat: { everyDays: 7 }, dueOn: '2026-12-01' },
  });
  const [together] = await give('self-care-plan', { coupleId: w.coupleId, mode: 'together' });
  await made(w.maya.put(`/assignments/${own!.id}/response`, { answers: {} }, etag(1)));
  await made(end());
  expect(await made<{ next: object }>(w.maya.get('/home'))).toMatchObject({ next: { id: own!.id }, alsoOpen: [] });
  const answers = { entries: [{ rowId: ROW, note: 'Quieter today.' }] };
  await made(w.maya.put(`/assignments/${own!.id}/response`, { answers }, etag(2)));
  await made(w.maya.post(`/assignments/${own!.id}/submit`, undefined, etag(3)));
  expect((await one(w.therapist, own!.id)).status).toBe('submitted');
  await made(w.therapist.post(`/assignments/${own!.id}/review`, { decision: 'accept' }, etag(4)));
  // what repeats goes on as her own
  const { items } = await made<{ items: { coupleId: string | null; status: string }[] }>(
    w.maya.get('/assignments?status=open'),
  );
  expect(items).toMatchObject([{ coupleId: null, status: 'assigned' }]);
  // what both would have filled in is withdrawn, and gone for either
  expect(await one(w.therapist, together!.id)).toMatchObject({ status: 'withdrawn' });
  expect((await w.maya.get(`/assignments/${together!.id}`)).status).toBe(404);
});

it('withdraws the own sheets of whom nobody treats alone: nobody could answer', async () => {
  const [own] = await give('feelings-journal', { coupleId: w.coupleId, clientIds: [w.tom.clientId] });
  const team = await made<{ items: { id: string }[] }>(w.therapist.get(`/clients/${w.tom.clientId}/care-team`));
  await made(w.admin.delete(`/clients/${w.tom.clientId}/care-team/${team.items[0]!.id}`));
  await made(end());
  expect(await one(w.tom, own!.id)).toMatchObject({ status: 'withdrawn' });
  expect((await w.tom.put(`/assignments/${own!.id}/response`, { answers: {} }, etag(2))).body).toMatchObject({
    ...{ status: 409, code: 'invalid_transition' },
  });
});

it('leaves the check-ins of each as they are', async () => {
  const instruments = await made<{ items: { id: string }[] }>(w.maya.get('/instruments'));
  const instrumentId = instruments.items[0]!.id;
  const rhythm = { everyDays: 7, startsOn: day(0) };
  await made(w.therapist.post('/scale-schedules', { instrumentId, coupleId: w.coupleId, ...rhythm }));
  await made(end());
  const { checkIns } = await made<{ checkIns: object[] }>(w.maya.get('/home'));
  expect(checkIns).toHaveLength(1);
  const { items } = await made<{ items: { key: string; options: { key: string }[] }[] }>(
    w.maya.get(`/instruments/${instrumentId}`),
  );
  const answers = Object.fromEntries(items.map(({ key, options }) => [key, options[0]?.key ?? 1]));
  await made(w.maya.post('/scale-responses', { instrumentId, clientId: w.maya.clientId, answers }));
  expect((await w.therapist.get(`/clients/${w.maya.clientId}/scores`)).status).toBe(200);
});

it('is closed for whoever treated them: read, and written no more', async () => {
  const note = await signed(w.therapist, { coupleId: w.coupleId });
  const when = { startsAt: `${day(2)}T10:00:00Z`, endsAt: `${day(2)}T10:50:00Z` };
  const session = await made<{ id: string }>(w.therapist.post('/sessions', { coupleId: w.coupleId, ...when }));
  const safety = { clientId: w.tom.clientId, result: 'clear', screenedAlone: true, screenedOn: '2026-01-05' };
  const limit = { area: 'third-party', limit: 'No lunches alone', kind: 'request', negotiable: true };
  const boundary = await made<{ id: string }>(w.maya.post(`${couple()}/boundaries`, limit));
  await made(w.maya.post(`/boundaries/${boundary.id}/transitions`, { to: 'proposed' }));
  await made(end());
  expect((await w.therapist.get(`/notes/${note.id}`)).status).toBe(200);
  expect(await made(w.therapist.get(`${couple()}/boundaries`))).toMatchObject({
    items: [{ limit: 'No lunches alone' }],
  });
  for (const list of ['boundaries', 'agreements', 'listening', 'commitments', 'scores']) {
    expect([list, (await w.therapist.get(`${couple()}/${list}`)).status]).toEqual([list, 200]);
    for (const agent of [w.maya, w.tom, w.therapist2, w.other.therapist])
      expect([list, [403, 404].includes((await agent.get(`${couple()}/${list}`)).status)]).toEqual([list, true]);
  }
  expect((await w.therapist.get(`/promises?coupleId=${w.coupleId}`)).status).toBe(200);
  expect(await made(w.therapist.get(couple()))).toMatchObject({
    partners: [{ callName: 'Maya' }, { callName: 'Tom' }],
  });
  const { items } = await made<{ items: { id: string; status: string }[] }>(
    w.therapist.get(`/sessions?coupleId=${w.coupleId}`),
  );
  expect(items).toMatchObject([{ id: session.id, status: 'cancelled' }]);
  expect(await made(w.therapist.get('/couples?status=active'))).toMatchObject({ items: [] });
  expect(await made(w.therapist.get('/couples?status=ended'))).toMatchObject({ items: [{ id: w.coupleId }] });
  const refused = [
    w.therapist.patch(couple(), { stage: 'part' }, etag(2)),
    w.therapist.post('/notes', { coupleId: w.coupleId, kind: 'progress', format: 'free', sections: { text: 'x' } }),
    w.therapist.post('/sessions', { coupleId: w.coupleId, ...when }),
    w.therapist.post('/assignments', { worksheetId: sheets['self-care-plan'], coupleId: w.coupleId }),
    w.therapist.post(`${couple()}/safety-checks`, safety),
    w.therapist.post(`/boundaries/${boundary.id}/open`, { reason: REASON }),
    w.therapist.post(`${couple()}/betrayals`, {
      types: ['online'],
      roles: [w.maya, w.tom].map(({ clientId }) => ({ clientId, role: 'both' })),
    }),
    end(),
  ];
  for (const answer of refused) expect([403, 404, 409]).toContain((await answer).status);
  expect(await made(w.therapist.get('/safety-checks/due'))).toMatchObject({ items: [] });
  expect((await w.therapist.get('/today')).status).toBe(200);
  expect(JSON.stringify(await made(w.therapist.get('/clients')))).not.toContain('"partner":{');
});

it('is done by whoever treats the two, with a reason and not for a day to come', async () => {
  const table: [Agent, number][] = [
    [w.maya, 403],
    [w.admin, 403],
    [w.therapist2, 404],
    [w.supervisor, 404],
    [w.other.therapist, 404],
  ];
  for (const [agent, status] of table) expect((await end(agent)).status).toBe(status);
  expect((await end(w.therapist, { reason: 'No.' })).status).toBe(400);
  expect((await end(w.therapist, { reason: REASON, endedOn: '2199-01-01' })).status).toBe(400);
  expect((await end(w.therapist, { reason: REASON, endedOn: '2026-01-31' })).status).toBe(200);
  expect(await made(w.therapist.get(`${couple()}/ending`))).toMatchObject({
    ...{ endedOn: '2026-01-31', endedByName: 'Dr Ellis', reason: REASON, askedBy: null },
  });
  expect((await end(w.therapist)).status).toBe(409);
  expect((await w.therapist.get(`${couple()}/changes`)).body).toMatchObject({
    items: [{ what: 'ended', reason: REASON }],
  });
});

describe('can be undone', () => {
  it('by two of the staff within thirty days; what was shared stays ended', async () => {
    await made(end());
    expect((await w.admin.post(`${couple()}/reopen`)).body).toMatchObject({ code: 'not_asked' });
    expect((await w.therapist2.post(`${couple()}/reopen-request`)).status).toBe(404);
    await made(w.therapist.post(`${couple()}/reopen-request`));
    const toDecide = async (agent: Agent) => (await made<{ items: object[] }>(agent.get('/couples/reopenings'))).items;
    expect(await toDecide(w.admin)).toMatchObject([
      { id: w.coupleId, displayName: 'Maya & Tom K.', askedByName: 'Dr Ellis' },
    ]);
    expect(JSON.stringify(await toDecide(w.admin))).not.toContain('separate');
    for (const agent of [w.therapist, w.therapist2, w.supervisor, w.other.admin])
      expect(await toDecide(agent)).toEqual([]);
    expect((await w.therapist.post(`${couple()}/reopen`)).body).toMatchObject({ code: 'second_person_needed' });
    expect((await w.therapist2.post(`${couple()}/reopen`)).status).toBe(404);
    expect((await w.other.admin.post(`${couple()}/reopen`)).status).toBe(404);
    expect((await w.maya.post(`${couple()}/reopen`)).status).toBe(403);
    expect(await made(w.admin.post(`${couple()}/reopen`))).toMatchObject({ status: 'active' });
    expect(await toDecide(w.admin)).toEqual([]);
    expect(await made(w.tom.get('/home'))).toMatchObject({ coupleId: w.coupleId });
    const { version } = await made<{ version: number }>(w.therapist.get(couple()));
    expect((await w.therapist.patch(couple(), { stage: 'repair' }, etag(version))).status).toBe(200);
    expect((await w.therapist.get(`${couple()}/ending`)).status).toBe(404);
    // and ended again
    await made(end());
  });

  it('no later, and not when one of them has another partner by now', async () => {
    await made(end());
    await made(w.therapist.post(`${couple()}/reopen-request`));
    const second = await made<{ id: string }>(
      w.therapist.post('/clients', { givenName: 'Noor', familyName: 'Haddad' }),
    );
    const pair = [w.tom.clientId, second.id].map((clientId) => ({ clientId, role: 'unspecified' }));
    const next = await made<{ id: string }>(w.therapist.post('/couples', { partners: pair }));
    expect((await w.admin.post(`${couple()}/reopen`)).body).toMatchObject({ code: 'already_in_couple' });
    await made(w.therapist.post(`/couples/${next.id}/end`, { reason: REASON }));
    await w.owner.query(`update couple_ending set ended_at = ended_at - interval '30 days' where couple_id = $1`, [
      w.coupleId,
    ]);
    expect((await w.admin.post(`${couple()}/reopen`)).body).toMatchObject({ code: 'not_asked' });
  });
});

describe('leaves nobody with an unfinished note', () => {
  const words = (plan: string) => ({ sections: { ...SECTIONS, plan } });

  it('saved, signed and added to by its author: joint or of one of them, in the record or her own', async () => {
    const team = await made<{ items: { id: string }[] }>(w.therapist.get(`/clients/${w.tom.clientId}/care-team`));
    const begun: NoteBody[] = [];
    for (const kind of ['progress', 'psychotherapy'])
      for (const whose of [{}, { clientId: w.tom.clientId }])
        begun.push(await draft(w.therapist, { coupleId: w.coupleId, ...whose }, { kind }));
    // she treats him within the work of two alone
    await made(w.admin.delete(`/clients/${w.tom.clientId}/care-team/${team.items[0]!.id}`));
    await made(end());
    for (const { id } of begun) {
      const { version } = await made<NoteBody>(w.therapist.put(`/notes/${id}`, words('Each alone.'), etag(1)));
      await made(w.therapist.post(`/notes/${id}/sign`, undefined, etag(version)));
      const added = await made<NoteBody>(w.therapist.post(`/notes/${id}/addenda`, { text: 'Both were told.' }));
      expect(added).toMatchObject({ status: 'signed', addenda: [{ text: 'Both were told.' }] });
      expect(added.sections['plan']).toBe('Each alone.');
    }
    await made(w.therapist.post(`/notes/${begun[0]!.id}/entered-in-error`, { reason: 'The wrong chart.' }));
  });

  it('also one that a supervisor sends back; but nobody else writes, and nothing new is begun', async () => {
    await made(
      w.admin.post(`/staff/${w.therapist.userId}/supervisions`, { supervisorId: w.supervisor.userId, cosign: true }),
    );
    const note = await draft(w.therapist, { coupleId: w.coupleId });
    await made(end());
    for (const agent of [w.therapist2, w.supervisor, w.admin, w.maya])
      expect([403, 404]).toContain((await agent.put(`/notes/${note.id}`, words('x'), etag(1))).status);
    const fresh = { coupleId: w.coupleId, kind: 'progress', format: 'dap', sections: SECTIONS };
    expect([403, 404, 409]).toContain((await w.therapist.post('/notes', fresh)).status);
    expect(await made(w.therapist.get('/sign-off'))).toMatchObject({ items: [{ noteId: note.id }] });
    await made(w.therapist.post(`/notes/${note.id}/sign`, undefined, etag(1)));
    const { version } = await made<NoteBody>(
      w.supervisor.post(`/notes/${note.id}/return`, { comment: 'Say who was there.' }),
    );
    await made(w.therapist.put(`/notes/${note.id}`, words('Both were there.'), etag(version)));
    await made(w.therapist.post(`/notes/${note.id}/sign`, undefined, etag(version + 1)));
    expect(await made(w.supervisor.post(`/notes/${note.id}/cosign`))).toMatchObject({ status: 'signed' });
    expect((await w.supervisor.post(`/notes/${note.id}/addenda`, { text: 'x' })).status).not.toBe(200);
  });

  it('of a session that took place before it; of nothing else, and by nobody else', async () => {
    const held = await pastSession(w.therapist, { coupleId: w.coupleId });
    await made(end());
    const late = { sessionId: held.id, kind: 'progress', format: 'dap', sections: SECTIONS };
    for (const agent of [w.therapist2, w.supervisor]) expect((await agent.post('/notes', late)).status).toBe(404);
    for (const kind of ['progress', 'psychotherapy'])
      expect(await signed(w.therapist, { sessionId: held.id }, { kind })).toMatchObject({ coupleId: w.coupleId });
    expect(await made(w.therapist.get(`/sessions/${held.id}`))).toMatchObject({ status: 'held' });
    const [startsAt, endsAt] = [24, 25].map((hours) => new Date(Date.now() + hours * 3_600_000).toISOString());
    const moving = await w.therapist.patch(`/sessions/${held.id}`, { startsAt, endsAt }, etag(2));
    expect([403, 404, 409]).toContain(moving.status);
  });
});
