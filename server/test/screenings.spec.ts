import type { Agent } from './agent.js';
import { world, type World } from './world.js';

interface Screening {
  id: string;
  level: string;
  action: string;
  note: string | null;
  recordedByName: string;
  answers: { number: string; answer: string }[];
  enteredInError: { reason: string; byName: string; at: string } | null;
}
interface Alert {
  id: string;
  severity: string;
  status: string;
  entries: { source: string; instrument: string; level: string; items: string[]; enteredInError: object | null }[];
}

let w: World;
beforeAll(async () => {
  w = await world();
});
afterAll(() => w.close());

async function made<T>(asked: Promise<{ status: number; body: unknown }>): Promise<T> {
  const { status, body } = await asked;
  if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body as T;
}
const CALM = { 'asq-1': 'no', 'asq-2': 'no', 'asq-3': 'no', 'asq-4': 'no' };
const record = (who: Agent, body: object, person: Agent = w.dana) =>
  who.post(`/clients/${person.clientId}/screenings`, {
    instrument: 'asq',
    answers: CALM,
    action: 'none_needed',
    ...body,
  });
const alertsOf = async (who: Agent): Promise<Alert[]> =>
  (await made<{ items: Alert[] }>(who.get(`/risk-alerts?clientId=${w.dana.clientId}`))).items;

describe('a screener', () => {
  it('is known by its questions’ numbers and order, without a word of them', async () => {
    const { items } = await made<{ items: { code: string; items: object[] }[] }>(w.therapist.get('/screeners'));
    expect(items.map(({ code, items: questions }) => [code, questions.length])).toEqual([
      ['asq', 5],
      ['c-ssrs', 7],
    ]);
    expect(Object.keys(items[0]!.items[0]!).sort()).toEqual(['after', 'key', 'number', 'span']);
  });

  it('that comes to nothing is kept and raises nothing', async () => {
    const kept = await made<Screening>(record(w.therapist, {}));
    expect(kept).toMatchObject({ level: 'none', action: 'none_needed', recordedByName: 'Dr Ellis' });
    expect(await alertsOf(w.therapist)).toEqual([]);
  });

  it('that comes to something needs an act, and raises an alert that the act does not close', async () => {
    const answers = { ...CALM, 'asq-3': 'yes', 'asq-acuity': 'yes' };
    expect((await record(w.therapist, { answers })).body).toMatchObject({
      ...{ status: 400, errors: [{ path: 'action', code: 'action_needed' }] },
    });
    expect(await alertsOf(w.therapist)).toEqual([]);
    const kept = await made<Screening>(
      record(w.therapist, { answers, action: 'stayed_with', note: 'Her sister came; we rang the night service.' }),
    );
    expect(kept).toMatchObject({ level: 'imminent', note: 'Her sister came; we rang the night service.' });
    expect(kept.answers.map(({ number, answer }) => `${number} ${answer}`)).toEqual([
      '1 no',
      '2 no',
      '3 yes',
      '4 no',
      '5 yes',
    ]);
    const [alert] = await alertsOf(w.therapist);
    expect(alert).toMatchObject({
      severity: 'urgent',
      entries: [{ source: 'screener', instrument: 'asq', level: 'imminent', items: [] }],
    });
    // asked again, all calm: nothing is cleared by it
    await made(record(w.therapist, {}));
    expect(await alertsOf(w.therapist)).toHaveLength(1);
    const list = await made<{ items: Screening[] }>(w.therapist.get(`/clients/${w.dana.clientId}/screenings`));
    expect(list.items.map(({ level }) => level)).toEqual(['none', 'imminent', 'none']);
  });

  it('is refused with an open answer, one that was not asked, one it does not know, and a time to come', async () => {
    const code = async (body: object): Promise<unknown> =>
      ((await record(w.therapist, body)).body as { errors: { path: string; code: string }[] }).errors.map(
        (one) => `${one.path} ${one.code}`,
      );
    expect(await code({ answers: { ...CALM, 'asq-2': 'yes' }, action: 'referred' })).toEqual([
      'answers.asq-acuity required',
    ]);
    expect(await code({ answers: { ...CALM, 'asq-acuity': 'no' } })).toEqual(['answers.asq-acuity not_asked']);
    expect(await code({ answers: { ...CALM, 'asq-1': 'perhaps' } })).toEqual(['answers.asq-1 unknown_option']);
    expect(await code({ askedAt: new Date(Date.now() + 3_600_000).toISOString() })).toEqual(['askedAt future']);
  });

  describe('entered for the wrong person', () => {
    const mark = (who: Agent, id: string, reason: unknown = 'It was her sister who was asked.') =>
      who.post(`/screenings/${id}/entered-in-error`, { reason });
    const listed = async (): Promise<Screening[]> =>
      (await made<{ items: Screening[] }>(w.therapist.get(`/clients/${w.dana.clientId}/screenings`))).items;
    let wrong: Screening;
    beforeAll(async () => {
      wrong = (await listed()).find(({ level }) => level === 'imminent')!;
    });

    it('is marked by whoever treats her and nobody else, and needs a reason', async () => {
      for (const [who, status] of [
        [w.dana, 403],
        [w.admin, 403],
        [w.supervisor, 404],
        [w.therapist2, 404],
        [w.other.therapist, 404],
      ] as const)
        expect((await mark(who, wrong.id)).status).toBe(status);
      for (const reason of ['', '  ', null]) expect((await mark(w.therapist, wrong.id, reason)).status).toBe(400);
      expect((await listed()).every(({ enteredInError }) => enteredInError === null)).toBe(true);
    });

    it('stays readable with the reason, and its alert stays open and says so', async () => {
      const { enteredInError, ...marked } = await made<Screening>(mark(w.therapist, wrong.id));
      expect({ ...marked, enteredInError: null }).toEqual(wrong);
      expect(enteredInError).toMatchObject({ reason: 'It was her sister who was asked.', byName: 'Dr Ellis' });
      expect((await listed()).filter((one) => one.enteredInError !== null).map(({ id }) => id)).toEqual([wrong.id]);
      const [alert] = await alertsOf(w.therapist);
      expect(alert).toMatchObject({ status: 'open', severity: 'urgent' });
      expect(alert!.entries).toMatchObject([{ level: 'imminent', enteredInError: { byName: 'Dr Ellis' } }]);
    });

    it('is marked once, for good, and the log tells that it was', async () => {
      expect(await mark(w.therapist, wrong.id, 'Or was it not?')).toMatchObject({
        ...{ status: 409, body: { code: 'entered_in_error' } },
      });
      const { items } = await made<{ items: { act: string; target: string; rowIds: string[] }[] }>(
        w.admin.get(`/audit-events?whose=${w.dana.clientId}&what=screening`),
      );
      expect(items).toContainEqual(expect.objectContaining({ act: 'update', rowIds: [wrong.id] }));
      const unmark = w.owner.query(`set role kept_app; update screening set content = ''`);
      await expect(unmark).rejects.toThrow(/permission denied/);
      await w.owner.query('reset role');
    });

    it('leaves what else raised the alert as it was', async () => {
      const right = await made<Screening>(
        record(w.therapist, { answers: { ...CALM, 'asq-1': 'yes', 'asq-acuity': 'no' }, action: 'plan_made' }),
      );
      const [alert] = await alertsOf(w.therapist);
      expect(alert!.entries.map(({ enteredInError }) => enteredInError === null)).toEqual([false, true]);
      expect(right.enteredInError).toBeNull();
    });
  });

  it('is for whoever treats her: not for her, her partner, the front desk, colleagues or another clinic', async () => {
    for (const who of [w.dana, w.maya, w.admin])
      for (const asked of [who.get(`/clients/${w.dana.clientId}/screenings`), record(who, {}), who.get('/screeners')])
        expect((await asked).status).toBe(403);
    for (const who of [w.therapist2, w.other.therapist])
      for (const asked of [who.get(`/clients/${w.dana.clientId}/screenings`), record(who, {})])
        expect((await asked).status).toBe(404);
  });
});
