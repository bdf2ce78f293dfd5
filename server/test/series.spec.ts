import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { makeSessionsAhead } from '../src/sessions/series.ahead.js';
import { etag } from './acts.js';
import { world, type World } from './world.js';

interface Listed {
  id: string;
  version: number;
  startsAt: string;
  endsAt: string;
  status: string;
  modality: string;
  seriesId: string | null;
}

let w: World;
let pool: pg.Pool;
beforeAll(async () => {
  w = await world();
  pool = new pg.Pool({ connectionString: w.database.worker, max: 2 });
});
afterAll(async () => {
  await pool.end();
  await w.close();
});

const DAY = 86_400_000;
let weeks = 0;
/** An hour of the practice's that no other test plans in: a half of an hour of its own, from some days ahead. */
function first(): { startsAt: string; endsAt: string } {
  const tomorrow = new Date(Date.now() + 2 * DAY).toISOString().slice(0, 10);
  const start = Date.parse(`${tomorrow}T00:00:00Z`) + weeks++ * 3_600_000;
  return { startsAt: new Date(start).toISOString(), endsAt: new Date(start + 1_800_000).toISOString() };
}

const plan = async (repeat: object, more: object = {}): Promise<Listed> => {
  const made = await w.therapist.post('/sessions', { clientId: w.dana.clientId, ...first(), repeat, ...more });
  expect([made.status, made.body]).toEqual([201, expect.anything()]);
  return made.body as Listed;
};

const ofSeries = async (of: Listed): Promise<Listed[]> => {
  const items: Listed[] = [];
  for (let next: string | null = ''; next !== null;) {
    const { body } = await w.therapist.get(
      `/sessions?from=${new Date(Date.parse(of.startsAt) - 10 * DAY).toISOString()}&clientId=${w.dana.clientId}&limit=100${next && `&cursor=${next}`}`,
    );
    const page = body as { items: Listed[]; next: string | null };
    items.push(...page.items);
    next = page.next;
  }
  return items.filter(({ seriesId }) => seriesId === of.seriesId);
};
const change = (session: Listed, body: object): Promise<{ status: number; body: Listed & { code?: string } }> =>
  w.therapist.patch(`/sessions/${session.id}`, body, etag(session.version));
const wallOf = (at: string): string =>
  new Date(at).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'America/New_York' });
const plus = (at: string, minutes: number): string => new Date(Date.parse(at) + minutes * 60_000).toISOString();

describe('a session planned to come again', () => {
  it('stands twelve weeks ahead, each at the same time on the practice’s wall', async () => {
    const session = await plan({ rhythm: 'weekly', every: 1 });
    const made = await ofSeries(session);
    expect(made.length).toBeGreaterThanOrEqual(12);
    expect(made.length).toBeLessThanOrEqual(13);
    expect(new Set(made.map(({ startsAt }) => wallOf(startsAt))).size).toBe(1);
    const read = await w.therapist.get(`/sessions/${session.id}/series`);
    expect(read.body).toMatchObject({ rhythm: 'weekly', every: 1, minutes: 30, endedOn: null, leftOut: [] });
    expect((read.body as { toCome: number }).toCome).toBe(made.length);
  });

  it('that begins in half a year stands for twelve weeks from there', async () => {
    const { startsAt, endsAt } = first();
    const far = { startsAt: plus(startsAt, 180 * 1440), endsAt: plus(endsAt, 180 * 1440) };
    const three = await plan({ rhythm: 'weekly', every: 1, times: 3 }, far);
    expect(await ofSeries(three)).toHaveLength(3);
    await makeSessionsAhead(pool, new Date(), 50);
    expect(await ofSeries(three)).toHaveLength(3);
  });

  it('ends with its number or its last day, and takes one of the two', async () => {
    const three = await plan({ rhythm: 'weekly', every: 2, times: 3 });
    expect(await ofSeries(three)).toHaveLength(3);
    const untilOn = new Date(Date.now() + 20 * DAY).toISOString().slice(0, 10);
    expect(await ofSeries(await plan({ rhythm: 'weekly', every: 1, untilOn }))).toHaveLength(3);
    const both = { rhythm: 'weekly', every: 1, times: 3, untilOn };
    const refused = await w.therapist.post('/sessions', { clientId: w.dana.clientId, ...first(), repeat: both });
    expect([refused.status, refused.body.errors[0].path]).toEqual([400, 'repeat.times']);
  });

  it('is refused whole where one of them meets another session, naming it, until that one is left out', async () => {
    const when = first();
    const [startsAt, endsAt] = [plus(when.startsAt, 14 * 1440 + 10), plus(when.endsAt, 14 * 1440 + 10)];
    const other = await w.therapist.post('/sessions', { coupleId: w.coupleId, startsAt, endsAt });
    expect(other.status).toBe(201);
    const asked = { clientId: w.dana.clientId, ...when, repeat: { rhythm: 'weekly', every: 1, times: 4 } };
    const refused = await w.therapist.post('/sessions', asked);
    expect([refused.status, refused.body.code]).toEqual([409, 'double_booked']);
    expect(refused.body.detail).toContain(`${wallOf(startsAt)}–${wallOf(endsAt)}`);
    const made = await w.therapist.post('/sessions', { ...asked, leaveOutClashes: true });
    expect(made.status).toBe(201);
    expect(await ofSeries(made.body as Listed)).toHaveLength(3);
    const { body } = await w.therapist.get(`/sessions/${made.body.id}/series`);
    expect((body as { leftOut: string[] }).leftOut).toHaveLength(1);
  });

  it('is one session among others to the person, and its rule is for those who treat her', async () => {
    const session = await plan({ rhythm: 'weekly', every: 1, times: 2 });
    expect((await w.dana.get(`/sessions/${session.id}`)).body).toMatchObject({ seriesId: null });
    expect((await w.dana.get(`/sessions/${session.id}/series`)).status).toBe(403);
    expect((await w.therapist2.get(`/sessions/${session.id}/series`)).status).toBe(404);
  });
});

describe('changing sessions that come again', () => {
  it('moves one alone; it is still the one of its week', async () => {
    const session = await plan({ rhythm: 'weekly', every: 1, times: 3 });
    const [, second] = await ofSeries(session);
    const moved = await change(second!, { startsAt: plus(second!.startsAt, 30), endsAt: plus(second!.endsAt, 30) });
    expect(moved.status).toBe(200);
    expect((await ofSeries(session)).map(({ startsAt }) => wallOf(startsAt) === wallOf(session.startsAt))).toEqual([
      ...[true, false, true],
    ]);
  });

  it('moves this and those after it, by day and time; what was moved by hand and what was called off stay', async () => {
    const session = await plan({ rhythm: 'weekly', every: 1, times: 6 });
    const all = await ofSeries(session);
    const byHand = { startsAt: plus(all[3]!.startsAt, 30), endsAt: plus(all[3]!.endsAt, 30) };
    await change(all[3]!, byHand);
    await change(all[4]!, { status: 'cancelled' });
    const to = { startsAt: plus(all[1]!.startsAt, 3 * 1440 + 5), endsAt: plus(all[1]!.endsAt, 3 * 1440 + 20) };
    const moved = await change(all[1]!, { ...to, scope: 'following' });
    expect([moved.status, moved.body.startsAt, moved.body.endsAt]).toEqual([200, to.startsAt, to.endsAt]);
    expect(await ofSeries(session)).toHaveLength(2);
    const after = await ofSeries(moved.body);
    expect(after.map(({ id }) => id)).toEqual([all[1]!.id, all[2]!.id, all[3]!.id, all[5]!.id]);
    expect(after[2]).toMatchObject(byHand);
    expect(new Set([after[0]!, after[1]!, after[3]!].map(({ startsAt }) => wallOf(startsAt)))).toEqual(
      new Set([wallOf(to.startsAt)]),
    );
    expect((await w.therapist.get(`/sessions/${all[4]!.id}`)).body).toMatchObject({ status: 'cancelled' });
  });

  it('moves all of them, also where each takes the place that the one before had', async () => {
    const session = await plan({ rhythm: 'weekly', every: 1, times: 4 });
    const all = await ofSeries(session);
    const to = { startsAt: plus(all[2]!.startsAt, 15), endsAt: plus(all[2]!.endsAt, 15) };
    const moved = await change(all[2]!, { ...to, modality: 'video', scope: 'all' });
    expect(moved.status).toBe(200);
    const after = await ofSeries({ ...moved.body, startsAt: all[0]!.startsAt });
    expect(after.map(({ id }) => id)).toEqual(all.map(({ id }) => id));
    expect(
      after.every(({ modality, startsAt }) => modality === 'video' && wallOf(startsAt) === wallOf(to.startsAt)),
    ).toBe(true);
  });

  it('refuses a move that meets another session, and then nothing has moved', async () => {
    const session = await plan({ rhythm: 'weekly', every: 1, times: 3 });
    const all = await ofSeries(session);
    const taken = { startsAt: plus(all[2]!.startsAt, 30), endsAt: plus(all[2]!.endsAt, 30) };
    expect((await w.therapist.post('/sessions', { coupleId: w.coupleId, ...taken })).status).toBe(201);
    const to = { startsAt: plus(all[0]!.startsAt, 20), endsAt: plus(all[0]!.endsAt, 20) };
    const refused = await change(all[0]!, { ...to, scope: 'all' });
    expect([refused.status, refused.body.code]).toEqual([409, 'double_booked']);
    expect(await ofSeries(session)).toEqual(all);
  });

  it('calls off this and those after it, and the series makes no more', async () => {
    const session = await plan({ rhythm: 'weekly', every: 1 });
    const all = await ofSeries(session);
    const cancellation = { by: 'client', reason: 'travel' };
    const off = await change(all[2]!, { status: 'cancelled', cancellation, scope: 'following' });
    expect(off.body).toMatchObject({ status: 'cancelled', cancellation: { ...cancellation, late: false } });
    const after = await ofSeries(session);
    expect(after.map(({ status }) => status === 'cancelled')).toEqual(all.map((_, i) => i >= 2));
    await makeSessionsAhead(pool, new Date(Date.now() + 60 * DAY), 100);
    expect(await ofSeries(session)).toHaveLength(all.length);
  });

  it('needs the version that was read, a session still to come, and one that comes again', async () => {
    const session = await plan({ rhythm: 'weekly', every: 1, times: 2 });
    await change(session, { modality: 'phone' });
    expect((await change(session, { modality: 'video', scope: 'all' })).status).toBe(412);
    const alone = (await w.therapist.post('/sessions', { clientId: w.dana.clientId, ...first() })).body as Listed;
    expect((await change(alone, { modality: 'video', scope: 'all' })).body.code).toBe('not_a_series');
  });
});

describe('time going by', () => {
  it('makes the next ones, once, though two workers do it at the same moment', async () => {
    const session = await plan({ rhythm: 'weekly', every: 1 });
    const before = await ofSeries(session);
    const later = new Date(Date.now() + 28 * DAY);
    await Promise.all([makeSessionsAhead(pool, later, 100), makeSessionsAhead(pool, later, 100)]);
    const after = await ofSeries(session);
    // It stood for twelve weeks from its first one; now it does so from the later day.
    expect(before).toHaveLength(13);
    expect(after).toHaveLength(16);
    expect(new Set(after.map(({ startsAt }) => wallOf(startsAt))).size).toBe(1);
    expect(await makeSessionsAhead(pool, later, 100)).toBe(0);
  });

  it('leaves out an hour that was taken meanwhile, and says so', async () => {
    const session = await plan({ rhythm: 'weekly', every: 1 });
    const last = (await ofSeries(session)).at(-1)!;
    const when = { startsAt: plus(last.startsAt, 7 * 1440), endsAt: plus(last.endsAt, 7 * 1440) };
    expect((await w.therapist.post('/sessions', { coupleId: w.coupleId, ...when })).status).toBe(201);
    await makeSessionsAhead(pool, new Date(Date.now() + 56 * DAY), 100);
    const { body } = await w.therapist.get(`/sessions/${session.id}/series`);
    expect((body as { leftOut: string[] }).leftOut).toHaveLength(1);
  });

  it('makes nothing for the weeks in which nobody was there to make it', async () => {
    const session = await plan({ rhythm: 'weekly', every: 1 });
    const later = new Date(Date.now() + 400 * DAY);
    await makeSessionsAhead(pool, later, 100);
    const made = (await ofSeries(session)).map(({ startsAt }) => Date.parse(startsAt));
    expect(made.filter((at) => at > Date.now() + 120 * DAY && at < later.getTime() - DAY)).toEqual([]);
    expect(made.some((at) => at > later.getTime())).toBe(true);
  });
});
