import { DataSource } from 'typeorm';
import type { Agent } from './agent.js';
import { phq9, POINTS } from './forms.js';
import { dataFolder, openMailbox, type Mailbox } from './mailbox.js';
import { PHQ_9 } from '../src/instruments/phq.facts.js';
import { quarterOf, usualSpan } from '../src/outcomes/quarters.rules.js';
import { actingAs } from '../src/platform/acting.js';
import { keepQuarter } from '../src/scales/quarter.readings.js';
import { world, type World } from './world.js';

interface Share {
  count: number;
  of: number;
  percent: number;
}
interface Told {
  staffId: string | null;
  name: string | null;
  people: number | null;
  better: Share | null;
  verdicts: { verdict: string; people: number | null }[];
  casesAtStart: Share | null;
  recovered: Share | null;
}
interface Report {
  from: string;
  to: string;
  fewest: number;
  ownOnly: boolean;
  askings: { all: { people: number | null; answered: Share | null } | null; therapists: Told[] };
  closed: { items: { outcome: string; people: number | null }[]; completed: number | null };
  measured: { code: string; rules: { rule: string }[]; all: Told | null; therapists: Told[] }[];
}

let w: World;
let post: Mailbox;
let instrumentId: string;
const today = new Date().toISOString().slice(0, 10);
const span = usualSpan(today);

async function made<T>(asked: Promise<{ status: number; body: unknown }>): Promise<T> {
  const { status, body } = await asked;
  if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body as T;
}
const reported = (who: Agent, query = ''): Promise<Report> => made<Report>(who.get(`/outcomes/report${query}`));
const daysAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T15:00:00Z`) + days * 86_400_000).toISOString();

/** Points spread over the first eight items, so that no answer is a risk answer. */
const answersWorth = (total: number): Record<string, string> =>
  Object.fromEntries(
    PHQ_9.items.map(({ key }, at) => [key, POINTS[at === 8 ? 0 : Math.min(3, Math.max(0, total - at * 3))]!]),
  );
const answer = (who: Agent, clientId: string, total: number, answeredAt: string) =>
  made(who.post('/scale-responses', { instrumentId, clientId, answers: answersWorth(total), answeredAt }));

let entered = 0;
/** Somebody who answered twice in the last quarter that is over, or as often as there are totals. */
async function measured(therapist: Agent, ...totals: number[]): Promise<string> {
  const { id } = await made<{ id: string }>(
    therapist.post('/clients', { givenName: `Person ${++entered}`, familyName: 'Planted' }),
  );
  const from = quarterOf(span.to);
  for (const [at, total] of totals.entries()) await answer(therapist, id, total, daysAfter(from, 7 + at * 14));
  return id;
}
async function many(times: number, therapist: Agent, ...totals: number[]): Promise<string[]> {
  const ids: string[] = [];
  for (let left = times; left > 0; left--) ids.push(await measured(therapist, ...totals));
  return ids;
}

beforeAll(async () => {
  w = await world({ KEPT_DATA_DIR: dataFolder() });
  post = await openMailbox(w);
  const brought = await made<{ id: string }>(
    w.therapist.post('/instruments/import', JSON.stringify(phq9()), { 'Content-Type': 'application/fhir+json' }),
  );
  instrumentId = brought.id;
  // of Dr Ellis six recovered, seven stayed, and one was asked once; of Sam Okoro two got better
  await many(6, w.therapist, 16, 12, 4);
  await many(7, w.therapist, 14, 13);
  await measured(w.therapist, 9);
  await many(2, w.therapist2, 20, 10);
});
afterAll(async () => {
  await post.close();
  await w.close();
});

describe('an admin', () => {
  it('reads how care goes, by its change rule, and no number of so few people, nor what would give it away', async () => {
    const report = await reported(w.admin);
    expect(report).toMatchObject({ ...span, fewest: 5, ownOnly: false });
    const [phq] = report.measured;
    expect(phq).toMatchObject({ code: 'phq-9', rules: [{ rule: 'nhs' }], caseLine: { op: '>=', value: 10 } });
    // eight better, of whom two only improved: the two kinds stay together
    expect(phq!.all).toMatchObject({ people: 15, better: { count: 8, of: 15, percent: 53 } });
    expect(phq!.all!.verdicts).toEqual([
      { verdict: 'recovered', people: null },
      { verdict: 'improved', people: null },
      { verdict: 'unchanged', people: 7 },
      { verdict: 'deteriorated', people: 0 },
    ]);
    // told alone, Dr Ellis' line would tell Sam Okoro's two people: both are hidden
    expect(phq!.therapists.map(({ name, people, better }) => [name, people, better])).toEqual([
      ['Dr Ellis', null, null],
      ['Sam Okoro', null, null],
    ]);
  });

  it('reads each therapist once nobody’s people are few, by name and not by number', async () => {
    await many(6, w.therapist2, 20, 10);
    await many(5, w.therapist2, 12, 12);
    const { measured: scales } = await reported(w.admin);
    expect(scales[0]!.therapists.map(({ name, people, better }) => [name, people, better?.percent])).toEqual([
      ['Dr Ellis', 13, 46],
      ['Sam Okoro', 13, 62],
    ]);
    expect(scales[0]!.therapists[1]!.casesAtStart).toMatchObject({ count: 13, of: 13, percent: 100 });
  });

  it('meets no person, no name of one and no score in it', async () => {
    const text = JSON.stringify(await reported(w.admin));
    expect(text).not.toMatch(/Person|Planted|clientId|total/);
    expect((await w.admin.get(`/clients/${w.dana.clientId}/scores`)).status).toBe(403);
  });

  it('asks for whole quarters that are over, so that no day’s difference tells what one person answered', async () => {
    for (const [query, code] of [
      [`?from=${span.from}&to=${today}`, 'not_a_quarter'],
      [`?from=2026-02-01&to=${span.to}`, 'not_a_quarter'],
      ['?from=2020-01-01&to=2025-12-31', 'too_long'],
      ['?from=2025-07-01&to=2025-03-31', 'order'],
    ])
      expect((await w.admin.get(`/outcomes/report${query!}`)).body).toMatchObject({ status: 400, errors: [{ code }] });
    expect((await w.admin.get('/outcomes/report?from=yesterday')).status).toBe(400);
    const before = await reported(w.admin, '?from=2024-01-01&to=2024-12-31');
    expect(before.measured).toEqual([]);
    const other = await reported(w.admin, '?instrument=gad-7');
    expect(other.measured).toEqual([]);
  });

  it('of another clinic reads nothing of this one', async () => {
    const { measured: scales, askings, closed } = await reported(w.other.admin);
    expect([scales, askings.therapists, closed.completed]).toEqual([[], [], 0]);
  });
});

describe('a therapist', () => {
  it('reads her own people whole, and nobody else’s', async () => {
    const report = await reported(w.therapist);
    expect(report.ownOnly).toBe(true);
    const [phq] = report.measured;
    expect(phq!.all).toBeNull();
    expect(phq!.therapists).toHaveLength(1);
    expect(phq!.therapists[0]).toMatchObject({ name: 'Dr Ellis', people: 13, recovered: { count: 6, of: 13 } });
    expect(phq!.therapists[0]!.verdicts.map(({ people }) => people)).toEqual([6, 0, 7, 0]);
  });

  it('who supervises reads those of whom she supervises', async () => {
    const { measured: scales } = await reported(w.supervisor);
    expect(scales[0]!.therapists.map(({ name }) => name)).toEqual(['Sam Okoro']);
  });

  it('counts only those whom she leads; a person in care counts nobody', async () => {
    expect((await w.maya.get('/outcomes/report')).status).toBe(403);
  });
});

describe('the summary', () => {
  it('is read by nobody: it holds a verdict and no points, and the log of changes names no column of it', async () => {
    const held = await w.owner.query<{ can: boolean }>(
      `select has_table_privilege('kept_app', 'quarter_reading', 'select') or has_table_privilege('kept_worker', 'quarter_reading', 'select') as can`,
    );
    expect(held.rows).toEqual([{ can: false }]);
    const { items } = await made<{ items: { columns: string[] }[] }>(
      w.admin.get('/audit-events?what=quarter_reading&limit=100'),
    );
    expect(items.length).toBeGreaterThan(10);
    expect(items.flatMap(({ columns }) => columns)).toEqual([]);
    const log = await made<{ items: { target: string }[] }>(w.admin.get('/audit-events?limit=100'));
    expect(log.items.map(({ target }) => target)).not.toContain('quarter_reading');
  });

  it('keeps the last answer of a quarter, whichever came in last', async () => {
    const clientId = await measured(w.therapist, 20, 20);
    const better = async () => (await reported(w.therapist)).measured[0]!.therapists[0]!.better!.count;
    const before = await better();
    await answer(w.therapist, clientId, 4, daysAfter(quarterOf(span.to), 40));
    expect(await better()).toBe(before + 1);
    await answer(w.therapist, clientId, 20, daysAfter(quarterOf(span.to), 30));
    expect(await better()).toBe(before + 1);
  });

  it('is written by whoever answers for herself, and by nobody for somebody else', async () => {
    const { userId: id, clientId } = w.maya;
    const keepFor = (whom: string) =>
      actingAs(w.app.get(DataSource), { id, clinicId: w.clinicId, roles: ['client'], clientId }, () =>
        keepQuarter(PHQ_9, null, { clientId: whom, answeredAt: new Date(), answeredOn: today, first: null, total: 4 }),
      );
    await keepFor(clientId);
    await expect(keepFor(w.tom.clientId)).rejects.toThrow('not in care');
  });

  it('of trackers is not made', async () => {
    const { items } = await made<{ items: { id: string; origin: string; items: { key: string }[] }[] }>(
      w.therapist.get('/instruments'),
    );
    const tracker = items.find(({ origin }) => origin === 'built_in')!;
    const answers = Object.fromEntries(tracker.items.map(({ key }) => [key, 5]));
    for (const days of [10, 20])
      await made(
        w.therapist.post('/scale-responses', {
          ...{ instrumentId: tracker.id, clientId: w.dana.clientId, answers },
          answeredAt: daysAfter(quarterOf(span.to), days),
        }),
      );
    expect((await reported(w.admin)).measured.map(({ code }) => code)).toEqual(['phq-9']);
  });
});

describe('askings', () => {
  it('that were met are counted by the worker, without those of a pause', async () => {
    const from = quarterOf(span.to);
    const { items } = await made<{ items: { id: string }[] }>(w.therapist.get('/instruments'));
    const scheduled = await made<{ id: string }>(
      w.therapist.post('/scale-schedules', {
        ...{ instrumentId: items[0]!.id, clientId: w.dana.clientId, everyDays: 7, startsOn: from },
      }),
    );
    await w.owner.query(
      `insert into homework_pause (clinic_id, id, client_id, from_on, until_on, set_by, set_at, what)
       values ($1, gen_random_uuid(), $2, $3::date + 50, $3::date + 64, $4, now(), 'check_ins'),
         ($1, gen_random_uuid(), $2, $3::date, $3::date + 40, $4, now(), 'homework')`,
      [w.clinicId, w.dana.clientId, from, w.therapist.userId],
    );
    await w.owner.query(`update scale_schedule set ended_on = $2::date + 70 where id = $1`, [scheduled.id, from]);
    await post.worker.tally(new Date());
    // ten weeks before it ended, two of them paused; answered twice, in different weeks
    const { askings } = await reported(w.therapist);
    expect(askings.therapists[0]).toMatchObject({ people: 1, answered: { count: 2, of: 8 } });
    const { askings: told } = await reported(w.admin);
    expect([told.all!.people, told.therapists[0]!.people]).toEqual([null, null]);
  });
});

describe('care that came to a close', () => {
  it('“apart with clarity” is completed care like any other, once its quarter is over', async () => {
    const ids = await many(5, w.therapist, 12);
    for (const id of ids) await made(w.therapist.post(`/clients/${id}/outcomes`, { outcome: 'apart_with_clarity' }));
    expect((await reported(w.admin)).closed.completed).toBe(0);
    await w.owner.query(`update care_outcome set recorded_at = $1`, [daysAfter(quarterOf(span.to), 20)]);
    const { closed } = await reported(w.admin);
    expect(closed.items.find(({ outcome }) => outcome === 'apart_with_clarity')!.people).toBe(5);
    expect(closed.completed).toBe(5);
    expect((await reported(w.therapist)).closed.completed).toBe(5);
    expect((await reported(w.therapist2)).closed.completed).toBe(0);
  });
});
