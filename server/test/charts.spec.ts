import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PHQ_9 } from '../src/instruments/phq.facts.js';
import type { Agent } from './agent.js';
import { type Json, phq9, POINTS } from './forms.js';
import { wordsOfPdf } from './pdf.reader.js';
import { day as dayFromNow } from './day.js';
import { type World, world } from './world.js';

let w: World;
let scale: string;
const DAY = 86_400_000;
/** So many days ago where the clinic is; about noon, since an hour of the night may fall on two days. */
const day = (days: number): string => dayFromNow(-days);
const daysAgo = (days: number): string =>
  days > 0 ? `${day(days)}T16:30:00.000Z` : new Date(Date.now() - days * DAY).toISOString();

interface Scores {
  instrumentId: string;
  changeBasis: string;
  starts: { startsOn: string; reason: string; setBy: string }[];
  series: { kind: string; baseline: Json; finding: string; weeks: { on: string; value: number | null }[] }[];
  points: { answeredOn: string; score: { total: number | null }; change: Json | null; notices: Json[] }[];
}

/** Nine answers that come to this total. */
const comesTo = (total: number): Json =>
  Object.fromEntries(
    PHQ_9.items.map(({ key }, place) => [key, POINTS[Math.min(3, Math.max(0, total - 3 * place))] ?? null]),
  );
async function give(total: number | Json, days: number, who: Agent = w.dana): Promise<Json> {
  const answers = typeof total === 'number' ? comesTo(total) : total;
  const body = { instrumentId: scale, clientId: who.clientId, answers, answeredAt: daysAgo(days) };
  const sent = await w.therapist.post('/scale-responses', body);
  expect([sent.status, sent.body]).toEqual([201, expect.anything()]);
  return sent.body as Json;
}
async function scores(who: Agent, person: Agent, query = ''): Promise<Scores> {
  const { status, body } = await who.get(`/clients/${person.clientId}/scores?instrumentId=${scale}${query}`);
  expect(status).toBe(200);
  return (body as { instruments: Scores[] }).instruments[0]!;
}
const start = (who: Agent, person: Agent, more: Json = {}) =>
  who.post(`/clients/${person.clientId}/baselines`, {
    ...{ instrumentId: scale, startsOn: day(30), reason: 'She moved out on that day.', ...more },
  });
async function paper(who: Agent, query = ''): Promise<{ words: string; raw: string }> {
  const { status, headers, body } = await who.get(`/clients/${w.dana.clientId}/scores/pdf${query}`);
  expect([status, headers['content-type']]).toEqual([200, 'application/pdf']);
  return wordsOfPdf(body as Buffer);
}

beforeAll(async () => {
  w = await world();
  const brought = await w.therapist.post('/instruments/import', JSON.stringify(phq9()), {
    'Content-Type': 'application/fhir+json',
  });
  scale = (brought.body as { id: string }).id;
  await give(20, 90);
  await give(21, 60);
  await give({ ...comesTo(12), [PHQ_9.items[0]!.key]: null, [PHQ_9.items[1]!.key]: null }, 45);
  await give(14, 30);
  await give({ [PHQ_9.items[0]!.key]: POINTS[3], [PHQ_9.items[8]!.key]: POINTS[1] }, 12);
});
afterAll(() => w.close());

describe('a comparison that begins anew', () => {
  it('is an act of a therapist, with a day that has been, a reason, and something to compare', async () => {
    for (const [who, status] of [
      [w.dana, 403],
      [w.admin, 403],
      [w.supervisor, 404],
      [w.therapist2, 404],
      [w.other.therapist, 404],
    ] as const)
      expect((await start(who, w.dana)).status).toBe(status);
    expect((await start(w.therapist, w.dana, { startsOn: day(-2) })).status).toBe(400);
    expect((await start(w.therapist, w.dana, { reason: '  ' })).status).toBe(400);
    const early = await start(w.therapist, w.maya);
    expect([early.status, (early.body as Json)['code']]).toEqual([409, 'nothing_answered']);
  });

  it('reads what follows against the first answer since then, and leaves every earlier verdict as it was', async () => {
    const before = await scores(w.therapist, w.dana);
    expect(before.series[0]!.baseline).toMatchObject({ mean: 20, limit: 6 });
    const made = await start(w.therapist, w.dana);
    expect([made.status, made.body]).toEqual([201, expect.objectContaining({ setBy: 'Dr Ellis', startsOn: day(30) })]);
    const next = await give(8, 2);
    expect(next['change']).toMatchObject({ verdict: 'recovered', delta: -6, comparedWith: { total: 14 } });

    const after = await scores(w.therapist, w.dana);
    expect(after.starts).toMatchObject([
      { startsOn: day(30), reason: 'She moved out on that day.', setBy: 'Dr Ellis' },
    ]);
    expect(after.series[0]!.baseline).toMatchObject({ state: 'first', mean: 14 });
    expect(after.series[0]!.finding).toContain('the first answer after the new start, 14 on');
    const verdicts = ({ points }: Scores): unknown[] => points.map(({ change }) => change);
    expect(verdicts(after).slice(1)).toEqual(verdicts(before));
    expect((await give(13, 40))['change']).toMatchObject({ comparedWith: { total: 20 } });
  });

  it('keeps the acts before it, the newest counting, and tells whoever answers no reason', async () => {
    expect((await start(w.therapist, w.dana, { startsOn: day(60), reason: 'Back to the first weeks.' })).status).toBe(
      201,
    );
    const { starts, series } = await scores(w.therapist, w.dana);
    expect(starts.map(({ startsOn }) => startsOn)).toEqual([day(60), day(30)]);
    expect(series[0]!.baseline).toMatchObject({ mean: 21 });
    const own = await w.dana.get(`/clients/${w.dana.clientId}/scores`);
    expect(JSON.stringify(own.body)).not.toMatch(/moved out|first weeks|Dr Ellis|"startsOn"/);
    const { rows } = await w.owner.query<{ n: string }>('select count(*) as n from scale_baseline');
    expect(rows[0]!.n).toBe('2');
    const rewrite = w.owner.query(`set role kept_app; update scale_baseline set starts_on = current_date`);
    await expect(rewrite).rejects.toThrow(/permission denied/);
    await w.owner.query('reset role');
  });

  it('moves the first weeks a tracker is compared with', async () => {
    const { items } = (await w.therapist.get('/instruments')).body as {
      items: { id: string; code: string; items: { key: string }[] }[];
    };
    const tracker = items.find(({ code }) => code === 'T3') ?? items[0]!;
    const values = [3, 4, 3, 3, 4, 3, 8, 8, 8, 7, 8, 8, 8];
    for (const [at, value] of values.entries()) {
      const answers = Object.fromEntries(tracker.items.map(({ key }) => [key, value]));
      const answeredAt = daysAgo(7 * (values.length - 1 - at));
      await w.therapist.post('/scale-responses', {
        ...{ instrumentId: tracker.id, clientId: w.tom.clientId, answers, answeredAt },
      });
    }
    const read = async (): Promise<Json> => {
      const { body } = await w.therapist.get(`/clients/${w.tom.clientId}/scores?instrumentId=${tracker.id}`);
      return (body as { instruments: Scores[] }).instruments[0]!.series[0]!;
    };
    expect(await read()).toMatchObject({ change: { verdict: expect.stringMatching(/(above|below)_usual/) } });
    const anew = await start(w.therapist, w.tom, { instrumentId: tracker.id, startsOn: day(7 * 6) });
    expect(anew.status).toBe(201);
    expect(await read()).toMatchObject({ baseline: { state: 'set', n: 6 }, change: { verdict: 'usual' } });
  });
});

it('calls a week missed where it was asked, and neither while she rested nor after the last day', async () => {
  const { items } = (await w.therapist.get('/instruments')).body as {
    items: { id: string; code: string; items: { key: string }[] }[];
  };
  const tracker = items.find(({ code }) => code === 'repair-climate')!;
  const plan = {
    instrumentId: tracker.id,
    clientId: w.maya.clientId,
    everyDays: 7,
    startsOn: day(42),
    endsOn: day(15),
  };
  expect((await w.therapist.post('/scale-schedules', plan)).status).toBe(201);
  await w.owner.query(
    `insert into homework_pause (clinic_id, id, client_id, from_on, until_on, set_by, set_at, what)
     select clinic_id, gen_random_uuid(), id, $2::date, $3::date, primary_therapist_id, now(), 'check_ins' from client where id = $1`,
    [w.maya.clientId, day(29), day(26)],
  );
  const answers = Object.fromEntries(tracker.items.map(({ key }) => [key, 5]));
  for (const days of [42, 0]) {
    const body = { instrumentId: tracker.id, clientId: w.maya.clientId, answers, answeredAt: daysAgo(days) };
    expect((await w.therapist.post('/scale-responses', body)).status).toBe(201);
  }
  const { body } = await w.maya.get(`/clients/${w.maya.clientId}/scores?instrumentId=${tracker.id}`);
  const { weeks } = (body as { instruments: { series: { weeks: Json[] }[] }[] }).instruments[0]!.series[0]!;
  expect(weeks.map(({ answered, missed }) => (answered ? 'answered' : missed ? 'missed' : 'not asked'))).toEqual([
    ...['answered', 'missed', 'not asked', 'missed', 'not asked', 'not asked', 'answered'],
  ]);
});

describe('what stands beside scores', () => {
  it('is each thing with its day, for who may see it', async () => {
    const at = new Date(Math.floor((Date.now() - 5 * DAY) / 60_000) * 60_000);
    const session = { startsAt: at.toISOString(), endsAt: new Date(at.getTime() + 50 * 60_000).toISOString() };
    expect((await w.therapist.post('/sessions', { coupleId: w.coupleId, ...session })).status).toBe(201);
    expect((await w.maya.post(`/clients/${w.maya.clientId}/setbacks`, { note: 'planted words' })).status).toBe(201);
    const of = async (who: Agent, person: Agent): Promise<{ status: number; kinds: string[]; text: string }> => {
      const { status, body, text } = await who.get(`/clients/${person.clientId}/chart-marks`);
      return { status, text, kinds: ((body as { items?: { kind: string }[] }).items ?? []).map(({ kind }) => kind) };
    };
    const hers = await of(w.therapist, w.maya);
    expect(hers.kinds).toEqual(expect.arrayContaining(['session', 'setback']));
    expect(hers.text).not.toContain('planted words');
    expect((await of(w.therapist, w.tom)).kinds).not.toContain('setback');
    for (const [who, status] of [
      [w.maya, 403],
      [w.tom, 403],
      [w.admin, 403],
      [w.therapist2, 404],
      [w.other.therapist, 404],
    ] as const)
      expect((await of(who, w.maya)).status).toBe(status);
  });

  it('is every answer item by item for the care team, an open one as open', async () => {
    const { body } = await w.therapist.get(`/clients/${w.dana.clientId}/item-answers?instrumentId=${scale}`);
    const all = body as { items: { key: string; text: string; risk: boolean }[]; answers: { points: Json }[] };
    expect(all.items.filter(({ risk }) => risk).map(({ key }) => key)).toEqual(['44260-8']);
    const few = all.answers[1]!.points;
    expect([few['44250-9'], few['44260-8'], few['44255-8']]).toEqual([3, 1, null]);
    expect((await w.dana.get(`/clients/${w.dana.clientId}/item-answers`)).status).toBe(403);
    expect((await w.therapist2.get(`/clients/${w.dana.clientId}/item-answers`)).status).toBe(404);
  });

  it('names how change is read, with its source and what is known of its reliability', async () => {
    expect((await scores(w.therapist, w.dana)).changeBasis).toBe(
      'A change of 6 points or more is read as change (reliable). Source: NHS Talking Therapies (NCT05134103): 5.20 rounded up; reliability not named there.',
    );
    expect((await scores(w.dana, w.dana)).changeBasis).toBe('');
  });
});

describe('scores on paper', () => {
  it('are drawn and listed for the care team, with names and numbered pages', async () => {
    const { words, raw } = await paper(w.therapist, `?instrumentId=${scale}`);
    for (const there of [
      'Dana R.',
      'Nine statements',
      'moderately severe',
      'cut-off 10',
      'NHS Talking Therapies',
      'Page 1 of',
    ])
      expect([there, words.includes(there)]).toEqual([there, true]);
    for (const there of [
      'Item 9',
      'above 0',
      '2 of 9',
      'not scored',
      '(worked',
      'recovered',
      'compared anew from here',
    ])
      expect([there, words.includes(there)]).toEqual([there, true]);
    for (const tag of ['/S /Figure', '/S /Table', '/S /TR', '/S /TH', '/Alt'])
      expect([tag, raw.includes(tag)]).toEqual([tag, true]);
    expect(raw).not.toMatch(/\/Subtype \/Image/);
  });

  it('hold no band, line, verdict or reason when they are handed over, or are fetched by whoever answered', async () => {
    for (const { words } of [
      await paper(w.therapist, '?view=client'),
      await paper(w.dana),
      await paper(w.dana, '?view=care'),
    ]) {
      expect(words).toContain('Your last answer');
      expect(words).not.toMatch(/severe|mild|cut-off|recovered|NHS|Item 9|above 0|moved out|For the care team/);
    }
  });

  it('are refused like the scores themselves, and are in the log like reading them', async () => {
    for (const [who, status] of [
      [w.maya, 404],
      [w.therapist2, 404],
      [w.admin, 403],
      [w.other.therapist, 404],
    ] as const)
      expect((await who.get(`/clients/${w.dana.clientId}/scores/pdf`)).status).toBe(status);
    const { body } = await w.admin.get(`/audit-events?whose=${w.dana.clientId}&what=print`);
    expect((body as { items: Json[] }).items[0]).toMatchObject({ act: 'print' });
    const { headers } = await w.dana.get(`/clients/${w.dana.clientId}/scores/pdf`);
    expect(headers['content-disposition']).toBe('attachment; filename="scores.pdf"');
  });
});

describe('scores of two on paper', () => {
  const ofBoth = (who: Agent, query = '') => who.get(`/couples/${w.coupleId}/scores/pdf${query}`);
  let shared: string;
  beforeAll(async () => {
    const { items } = (await w.therapist.get('/instruments')).body as {
      items: { id: string; code: string; items: { key: string }[] }[];
    };
    const tracker = items.find(({ code }) => code === 'accountability')!;
    shared = tracker.id;
    for (const [who, values] of [
      [w.maya, [4, 6, 7]],
      [w.tom, [5, 5, 3]],
    ] as const)
      for (const [at, value] of values.entries()) {
        const answers = Object.fromEntries(tracker.items.map(({ key }) => [key, value]));
        const body = { instrumentId: shared, clientId: who.clientId, answers, answeredAt: daysAgo(7 * (2 - at)) };
        expect((await w.therapist.post('/scale-responses', body)).status).toBe(201);
      }
  });

  it('are two lines with a sentence and a table, by name, and never one number for both', async () => {
    const { status, headers, body } = await ofBoth(w.therapist);
    expect([status, headers['content-type']]).toEqual([200, 'application/pdf']);
    expect(headers['content-disposition']).toBe('attachment; filename="scores.pdf"');
    const { words, raw } = wordsOfPdf(body as Buffer);
    for (const there of ['Maya & Tom', 'Accountability', 'Week of', 'For the care team of both'])
      expect([there, words.includes(there)]).toEqual([there, true]);
    expect(words).toMatch(/Maya (fell|rose) from [\d.]+ to [\d.]+\. Tom (fell|rose) from [\d.]+ to [\d.]+\./);
    expect(words).toMatch(/they\s+stood\s+[\d.]+\s+apart/);
    expect(words).not.toMatch(/average|Nine statements/);
    for (const there of ['/Figure', '/StructTreeRoot', '/S /TH'])
      expect([there, raw.includes(there)]).toEqual([there, true]);
  });

  it('are of one scale where one is asked for, and say so where both answered none', async () => {
    const one = wordsOfPdf((await ofBoth(w.therapist, `?instrumentId=${shared}`)).body as Buffer);
    expect(one.words).toContain('Accountability log-in');
    const none = wordsOfPdf((await ofBoth(w.therapist, `?instrumentId=${scale}`)).body as Buffer);
    expect(none.words).toContain('There is no scale that both have answered.');
  });

  it('are for whoever treats both, never for the two, and are in the log as printed', async () => {
    for (const [who, status] of [
      [w.maya, 403],
      [w.tom, 403],
      [w.dana, 403],
      [w.admin, 403],
      [w.supervisor, 404],
      [w.therapist2, 404],
      [w.other.therapist, 404],
      [w.other.luis, 403],
    ] as const)
      expect([status, (await ofBoth(who)).status]).toEqual([status, status]);
    await ofBoth(w.therapist);
    const { items } = (await w.admin.get('/audit-events?what=print')).body as { items: Json[] };
    expect(items[0]).toMatchObject({ act: 'print', coupleId: w.coupleId, rowIds: [w.coupleId] });
  });
});
