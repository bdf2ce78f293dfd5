import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Agent } from './agent.js';
import { day } from './day.js';
import { type World, world } from './world.js';

let w: World;
beforeAll(async () => {
  w = await world();
});
afterAll(() => w.close());

interface Item {
  key: string;
}
interface Instrument {
  id: string;
  code: string;
  items: Item[];
}

const DAY = 86_400_000;

async function instrument(code: string): Promise<Instrument> {
  const { body } = await w.therapist.get('/instruments');
  return (body as { items: Instrument[] }).items.find((each) => each.code === code)!;
}

async function answersOf(
  code: string,
  value: number | null,
): Promise<{ instrumentId: string; answers: Record<string, number | null> }> {
  const { id, items } = await instrument(code);
  return { instrumentId: id, answers: Object.fromEntries(items.map(({ key }) => [key, value])) };
}

/** One answer a week, the last one today. */
async function weeks(who: Agent, code: string, values: (number | undefined)[]): Promise<void> {
  for (const [index, value] of values.entries()) {
    if (value === undefined) continue;
    const ago = 7 * (values.length - 1 - index);
    // at noon, since the hour of now may be another day before the clocks were changed
    const answeredAt = ago === 0 ? new Date().toISOString() : `${day(-ago)}T17:00:00Z`;
    const sent = await who.post('/scale-responses', {
      ...(await answersOf(code, value)),
      clientId: who.clientId,
      answeredAt,
    });
    expect(sent.status).toBe(201);
  }
}

describe('instruments', () => {
  it('are the four trackers, with words for both ends and the middle, and no levels', async () => {
    const { body, status } = await w.maya.get('/instruments');
    expect(status).toBe(200);
    const codes = (body as { items: Instrument[] }).items.map(({ code }) => code);
    expect(codes).toEqual(
      expect.arrayContaining(['trust-check-in', 'accountability', 'after-shock', 'repair-climate']),
    );
    const { id } = await instrument('trust-check-in');
    const one = await w.maya.get(`/instruments/${id}`);
    expect(one.body).toMatchObject({ validated: false, bands: [], changeRule: { kind: 'own_baseline' } });
    expect(one.body.label).toContain('Not a validated test');
    expect(one.body.items[0].options).toHaveLength(11);
    expect(one.body.items[0].options[0]).toMatchObject({ key: '0', value: 0 });
  });

  it('answer 404 for an id that is none', async () => {
    expect((await w.maya.get('/instruments/00000000-0000-7000-8000-000000000000')).status).toBe(404);
    expect((await w.maya.get('/instruments/nonsense')).status).toBe(404);
  });
});

describe('a client', () => {
  it('answers, and gets the score back', async () => {
    const sent = await w.dana.post('/scale-responses', {
      ...(await answersOf('after-shock', 4)),
      clientId: w.dana.clientId,
    });
    expect(sent.status).toBe(201);
    expect(sent.headers['location']).toBe(`/api/v1/scale-responses/${sent.body.id}`);
    // seven items at 4 and the reversed one at 10 - 4
    expect(sent.body.score).toMatchObject({ total: 4.25, complete: true, prorated: false, band: null });
    expect(sent.body).toMatchObject({ change: null, risk: [], clientId: w.dana.clientId });
  });

  it('may leave questions out: too few of them give no total, never a zero', async () => {
    const { instrumentId, answers } = await answersOf('after-shock', null);
    const few = await w.dana.post('/scale-responses', {
      instrumentId,
      clientId: w.dana.clientId,
      answers: { ...answers, 'body-alert': '3' },
    });
    expect(few.status).toBe(201);
    expect(few.body.score).toMatchObject({ total: null, answered: 1, of: 8 });
  });

  it.each([
    [{ answers: { 'body-alert': 11 } }, 'answers.body-alert'],
    [{ answers: { 'body-alert': 'often' } }, 'answers.body-alert'],
    [{ answers: { nonsense: 3 } }, 'answers.nonsense'],
    [{ answers: {} }, 'answers'],
    [{ answers: 'none' }, 'answers'],
    [{ answers: { 'body-alert': 3 }, answeredAt: new Date(Date.now() + DAY).toISOString() }, 'answeredAt'],
    [{ answers: { 'body-alert': 3 }, score: 10 }, 'score'],
  ])('is told the path of what cannot be accepted: %j', async (wrong, path) => {
    const { id } = await instrument('after-shock');
    const sent = await w.dana.post('/scale-responses', { instrumentId: id, clientId: w.dana.clientId, ...wrong });
    expect(sent.status).toBe(400);
    expect((sent.body.errors as { path: string }[]).map((error) => error.path)).toContain(path);
  });

  it('cannot answer for somebody else, not even for a partner', async () => {
    const body = await answersOf('trust-check-in', 5);
    for (const clientId of [w.maya.clientId, w.dana.clientId, w.other.luis.clientId]) {
      expect((await w.tom.post('/scale-responses', { ...body, clientId })).status).toBe(404);
    }
  });

  it('sees the own scores only', async () => {
    expect((await w.dana.get(`/clients/${w.dana.clientId}/scores`)).status).toBe(200);
    expect((await w.dana.get(`/clients/${w.maya.clientId}/scores`)).status).toBe(404);
  });

  it('sends the same answers twice by accident and has answered once', async () => {
    const body = { ...(await answersOf('repair-climate', 6)), clientId: w.dana.clientId };
    const key = { 'Idempotency-Key': 'one-check-in' };
    const [first, second] = [
      await w.dana.post('/scale-responses', body, key),
      await w.dana.post('/scale-responses', body, key),
    ];
    expect(second.body.id).toBe(first.body.id);
    const scores = await w.dana.get(`/clients/${w.dana.clientId}/scores?instrumentId=${body.instrumentId}`);
    expect(scores.body.instruments[0].points).toHaveLength(1);
  });
});

describe("Maya's weekly check-ins", () => {
  it('are there for her therapist at once, beside the baseline of her own first weeks', async () => {
    await weeks(w.maya, 'trust-check-in', [3, 4, 3, 4, 3, 4, 4, undefined, 4, 8, 8]);
    const { body } = await w.therapist.get(`/clients/${w.maya.clientId}/scores`);
    const trust = body.instruments.find((each: { code: string }) => each.code === 'trust-check-in');
    const total = trust.series[0];
    expect(total).toMatchObject({ key: 'total', baseline: { state: 'set', n: 6, mean: 3.5, sd: 0.55 } });
    expect(total.change).toMatchObject({ verdict: 'above_usual', delta: 4.5, threshold: 1.52 });
    expect(total.finding).toMatch(/outside the usual range of 2 to 5 for two weeks/);
    expect(total.weeks.map((week: { value: number | null }) => week.value)).toEqual([
      3,
      4,
      3,
      4,
      3,
      4,
      4,
      null,
      4,
      8,
      8,
    ]);
    expect(trust.series.map((line: { key: string }) => line.key)).toContain('self-trust');
    expect(trust.points).toHaveLength(10);
    expect(trust.bands).toEqual([]);
  });

  it('tell the change with the answer itself', async () => {
    const sent = await w.maya.post('/scale-responses', {
      ...(await answersOf('trust-check-in', 8)),
      clientId: w.maya.clientId,
    });
    expect(sent.body.change).toMatchObject({ verdict: 'above_usual', threshold: 1.52 });
  });

  it('speak to her in plain words', async () => {
    const { body } = await w.maya.get(`/clients/${w.maya.clientId}/scores`);
    expect(body.instruments[0].series[0].finding).toMatch(/^Your last answer, on .+, comes to 8 of 10\./);
  });

  it('can be cut to the days asked for, which moves no baseline', async () => {
    const from = day(-20);
    const { body } = await w.therapist.get(`/clients/${w.maya.clientId}/scores?from=${from}`);
    expect(body.instruments[0].series[0].baseline.mean).toBe(3.5);
    expect(body.instruments[0].points.length).toBeLessThan(6);
    expect((await w.therapist.get(`/clients/${w.maya.clientId}/scores?from=yesterday`)).status).toBe(400);
  });

  it('are nothing her partner can see', async () => {
    expect((await w.tom.get(`/clients/${w.maya.clientId}/scores`)).status).toBe(404);
    expect((await w.tom.get(`/couples/${w.coupleId}/scores`)).status).toBe(403);
    const own = await w.tom.get(`/clients/${w.tom.clientId}/scores`);
    expect(own.body.instruments).toEqual([]);
  });

  it('are nothing an admin, an uninvolved therapist or another clinic can see', async () => {
    const path = `/clients/${w.maya.clientId}/scores`;
    expect((await w.admin.get(path)).status).toBe(403);
    expect((await w.therapist2.get(path)).status).toBe(404);
    expect((await w.other.therapist.get(path)).status).toBe(404);
    expect((await w.other.therapist.get(`/couples/${w.coupleId}/scores`)).status).toBe(404);
  });

  it('lie sealed in the database', async () => {
    const { rows } = await w.owner.query<{ text: string }>('select scale_response::text as text from scale_response');
    expect(rows.length).toBeGreaterThan(0);
    for (const { text } of rows) expect(text).not.toMatch(/limits-respected|total|subscales/);
  });
});

describe('a couple', () => {
  it('is scheduled in one act: each partner is asked, and each only sees the own asking', async () => {
    const { id } = await instrument('repair-climate');
    const startsOn = day(-1);
    const made = await w.therapist.post('/scale-schedules', {
      instrumentId: id,
      coupleId: w.coupleId,
      everyDays: 7,
      startsOn,
    });
    expect(made.status).toBe(201);
    expect(made.body.items.map((item: { clientId: string }) => item.clientId).sort()).toEqual(
      [w.maya.clientId, w.tom.clientId].sort(),
    );
    const { body } = await w.tom.get('/scale-schedules');
    expect(body.items).toMatchObject([
      { clientId: w.tom.clientId, state: 'due', instrumentTitle: 'Repair climate and direction' },
    ]);
  });

  it('is shown side by side to its therapist, never as one number', async () => {
    await weeks(w.maya, 'repair-climate', [2]);
    await weeks(w.tom, 'repair-climate', [8]);
    const { body, status } = await w.therapist.get(`/couples/${w.coupleId}/scores`);
    expect(status).toBe(200);
    expect(body.partners.map((partner: { role: string }) => partner.role)).toEqual(['injured', 'involved']);
    const totals = body.partners.map(
      (partner: { instruments: { code: string; points: { score: { total: number } }[] }[] }) =>
        partner.instruments.find(({ code }) => code === 'repair-climate')?.points[0]?.score.total,
    );
    expect(totals).toEqual([2, 8]);
  });

  it('is no longer asked once each has answered, until the next round', async () => {
    const { body } = await w.tom.get('/scale-schedules');
    expect(body.items[0]).toMatchObject({ state: 'answered' });
  });
});

describe('a schedule', () => {
  it('is made by staff who care for the person, and by nobody else', async () => {
    const { id } = await instrument('after-shock');
    const wanted = { instrumentId: id, clientId: w.dana.clientId, everyDays: 7, startsOn: '2026-01-05' };
    expect((await w.dana.post('/scale-schedules', wanted)).status).toBe(403);
    expect((await w.admin.post('/scale-schedules', wanted)).status).toBe(403);
    expect((await w.therapist2.post('/scale-schedules', wanted)).status).toBe(404);
    expect((await w.other.therapist.post('/scale-schedules', wanted)).status).toBe(404);
    expect((await w.therapist.post('/scale-schedules', wanted)).status).toBe(201);
  });

  it.each([
    [{ everyDays: 7, beforeEachSession: true }, 'everyDays'],
    [{}, 'everyDays'],
    [{ everyDays: 0 }, 'everyDays'],
    [{ everyDays: 7, startsOn: '2026-02-30' }, 'startsOn'],
  ])('needs one rhythm and a real day: %j', async (part, path) => {
    const { id } = await instrument('after-shock');
    const wanted = { instrumentId: id, clientId: w.dana.clientId, startsOn: '2026-01-05', ...part };
    const made = await w.therapist.post('/scale-schedules', wanted);
    expect(made.status).toBe(400);
    expect((made.body.errors as { path: string }[]).map((error) => error.path)).toContain(path);
  });

  it('takes the place of the one before: nobody is asked twice', async () => {
    const { id } = await instrument('accountability');
    const wanted = { instrumentId: id, clientId: w.tom.clientId, everyDays: 7, startsOn: '2026-01-05' };
    await w.therapist.post('/scale-schedules', wanted);
    await w.therapist.post('/scale-schedules', { ...wanted, everyDays: 14 });
    const { body } = await w.tom.get(`/scale-schedules?instrumentId=${id}`);
    expect(body.items.map((item: { state: string; everyDays: number }) => [item.everyDays, item.state])).toEqual([
      [14, 'due'],
      [7, 'ended'],
    ]);
  });

  it('is ended by its version, once', async () => {
    const { id } = await instrument('trust-check-in');
    const wanted = { instrumentId: id, clientId: w.maya.clientId, beforeEachSession: true, startsOn: '2026-01-05' };
    const made = await w.therapist.post('/scale-schedules', wanted);
    const path = `/scale-schedules/${made.body.id}`;
    expect((await w.therapist.delete(path)).status).toBe(428);
    expect((await w.therapist.delete(path, { 'If-Match': '"9"' })).status).toBe(412);
    expect((await w.maya.delete(path, { 'If-Match': '"1"' })).status).toBe(403);
    expect((await w.other.therapist.delete(path, { 'If-Match': '"1"' })).status).toBe(404);
    expect((await w.therapist.delete(path, { 'If-Match': '"1"' })).status).toBe(204);
    expect((await w.therapist.delete(path, { 'If-Match': '"2"' })).status).toBe(409);
  });
});

describe('a therapist of the couple alone', () => {
  beforeAll(() =>
    w.owner.query('insert into care_team (clinic_id, id, staff_id, couple_id) values ($1, gen_random_uuid(), $2, $3)', [
      w.clinicId,
      w.therapist2.userId,
      w.coupleId,
    ]),
  );

  it('sees what a partner answered within the work of the couple, and nothing of their own care', async () => {
    await weeks(w.tom, 'after-shock', [6]);
    const path = `/clients/${w.tom.clientId}/scores`;
    const codes = async (who: Agent): Promise<string[]> =>
      ((await who.get(path)).body.instruments as Instrument[]).map(({ code }) => code);
    expect(await codes(w.therapist2)).toEqual(['repair-climate']);
    expect(await codes(w.therapist)).toEqual(['after-shock', 'repair-climate']);
  });

  it('may write down answers given aloud to what is asked of the couple, and to nothing else', async () => {
    const asked = { ...(await answersOf('repair-climate', 7)), clientId: w.tom.clientId };
    expect((await w.therapist2.post('/scale-responses', asked)).status).toBe(201);
    const other = { ...(await answersOf('after-shock', 7)), clientId: w.tom.clientId };
    expect((await w.therapist2.post('/scale-responses', other)).status).toBeGreaterThanOrEqual(403);
  });
});
