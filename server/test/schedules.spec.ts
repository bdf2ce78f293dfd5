import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Agent } from './agent.js';
import { day } from './day.js';
import { phq9 } from './forms.js';
import { dataFolder, openMailbox, type Mailbox } from './mailbox.js';
import { world, type World } from './world.js';

/** When scales are asked: how a plan is made, changed and ended, how a client rests from it, who is told, who sees what. */
let w: World;
let post: Mailbox;
let trackers: Record<string, string>;

interface Plan {
  id: string;
  version: number;
  clientId: string;
  state: string;
  endsOn: string | null;
  endedOn: string | null;
  askedOn: string | null;
  pausedUntil: string | null;
  nextOn: string | null;
  everyDays: number | null;
  withPartner: boolean;
}
interface Person {
  clientId: string;
  askings: { on: string; state: string; sessionOn: string | null; answeredOn: string | null; title: string }[];
  answers: { on: string }[];
  sessions: { on: string }[];
  rests: { from: string; until: string }[];
}

const match = (version: number) => ({ 'If-Match': `"${version}"` });
async function made<T>(asked: Promise<{ status: number; body: unknown }>): Promise<T> {
  const { status, body } = await asked;
  if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body as T;
}
const schedule = async (whom: object, terms: object, code = 'trust-check-in'): Promise<Plan[]> =>
  (
    await made<{ items: Plan[] }>(
      w.therapist.post('/scale-schedules', { instrumentId: trackers[code], startsOn: day(0), ...whom, ...terms }),
    )
  ).items;
const plansOf = async (reader: Agent, query = ''): Promise<Plan[]> =>
  (await made<{ items: Plan[] }>(reader.get(`/scale-schedules${query}`))).items;
const running = async (reader: Agent, query = ''): Promise<Plan[]> =>
  (await plansOf(reader, query)).filter(({ state }) => state !== 'ended');
const answer = async (who: Agent, code = 'trust-check-in'): Promise<void> => {
  const { items } = await made<{ items: { key: string }[] }>(who.get(`/instruments/${trackers[code]}`));
  const answers = Object.fromEntries(items.map(({ key }) => [key, 5]));
  await made(who.post('/scale-responses', { instrumentId: trackers[code], clientId: who.clientId, answers }));
};
const meet = async (whom: object, days: number): Promise<{ id: string; version: number }> =>
  made(
    w.therapist.post('/sessions', { ...whom, startsAt: `${day(days)}T16:00:00Z`, endsAt: `${day(days)}T16:50:00Z` }),
  );
const rest = (who: Agent, days: number): Promise<{ id: string; untilOn: string }> =>
  made(who.post(`/clients/${who.clientId}/pauses`, { days, what: 'check_ins' }));
const calendar = async (reader: Agent, whom: string, from = day(-30), to = day(30)): Promise<Person[]> =>
  (await made<{ people: Person[] }>(reader.get(`/scale-calendar?${whom}&from=${from}&to=${to}`))).people;
const letters = (to: string): number => post.all().filter((letter) => letter.to === to).length;

beforeAll(async () => {
  w = await world({ KEPT_DATA_DIR: dataFolder() });
  post = await openMailbox(w);
  const { items } = await made<{ items: { id: string; code: string }[] }>(w.therapist.get('/instruments'));
  trackers = Object.fromEntries(items.map(({ code, id }) => [code, id]));
});
afterAll(async () => {
  await w.close();
  await post.close();
});

describe('a therapist', () => {
  it('asks once, and it is asked until it is answered', async () => {
    const dana = { clientId: w.dana.clientId };
    const [plan] = await schedule(dana, { once: true }, 'accountability');
    expect(plan).toMatchObject({ once: true, everyDays: null, state: 'due', askedOn: day(0), nextOn: null });
    await answer(w.dana, 'accountability');
    const [after] = await plansOf(w.dana, `?instrumentId=${trackers['accountability']}`);
    expect(after).toMatchObject({ state: 'answered', nextOn: null });
  });

  it.each<[object, string]>([
    [{ once: true, everyDays: 7 }, 'everyDays'],
    [{ everyDays: 7, endsOn: '2020-01-01' }, 'endsOn'],
    [{ everyDays: 7, remind: 'yes' }, 'remind'],
  ])('is told what is wrong with a plan: %j', async (terms, path) => {
    const body = { instrumentId: trackers['after-shock'], clientId: w.dana.clientId, startsOn: day(0), ...terms };
    expect(await w.therapist.post('/scale-schedules', body)).toMatchObject({
      status: 400,
      body: { errors: [{ path }] },
    });
  });

  it('cannot ask a published scale more often than it may be asked', async () => {
    const file = JSON.stringify(phq9());
    const fhir = { 'Content-Type': 'application/fhir+json' };
    const { id } = await made<{ id: string }>(w.therapist.post('/instruments/import', file, fhir));
    expect(await made(w.therapist.get(`/instruments/${id}`))).toMatchObject({ minIntervalDays: 7, recallDays: 14 });
    const body = { instrumentId: id, clientId: w.dana.clientId, startsOn: day(0), everyDays: 3 };
    const refused = await w.therapist.post('/scale-schedules', body);
    expect(refused).toMatchObject({ status: 422, body: { code: 'asked_too_often', errors: [{ path: 'everyDays' }] } });
    expect(refused.body.detail).toContain('every 7 days');
    await made(w.therapist.post('/scale-schedules', { ...body, everyDays: 7 }));
  });

  it('changes a plan that has not begun, by its version', async () => {
    const [plan] = await schedule({ clientId: w.dana.clientId }, { everyDays: 7, startsOn: day(3) }, 'after-shock');
    const path = `/scale-schedules/${plan!.id}`;
    expect((await w.therapist.patch(path, { everyDays: 14 })).status).toBe(428);
    expect((await w.therapist.patch(path, { everyDays: 14 }, match(7))).status).toBe(412);
    expect((await w.dana.patch(path, { everyDays: 14 }, match(1))).status).toBe(403);
    expect((await w.therapist2.patch(path, { everyDays: 14 }, match(1))).status).toBe(404);
    const changed = await made<Plan>(w.therapist.patch(path, { beforeEachSession: true, startsOn: day(5) }, match(1)));
    expect(changed).toMatchObject({ version: 2, everyDays: null, beforeEachSession: true, startsOn: day(5) });
    expect(await w.therapist.patch(path, { endsOn: day(1) }, match(2))).toMatchObject({ status: 400 });
  });

  it('of a plan that has begun changes the end and the reminder; what was asked keeps its rhythm', async () => {
    const [plan] = await schedule({ clientId: w.dana.clientId }, { everyDays: 7, startsOn: day(-7) }, 'after-shock');
    const path = `/scale-schedules/${plan!.id}`;
    expect(await w.therapist.patch(path, { everyDays: 14 }, match(1))).toMatchObject({
      ...{ status: 409, body: { code: 'already_begun' } },
    });
    expect(await w.therapist.patch(path, { endsOn: day(-1) }, match(1))).toMatchObject({ status: 400 });
    const changed = await made<Plan>(w.therapist.patch(path, { endsOn: day(0), remind: true }, match(1)));
    expect(changed).toMatchObject({ endsOn: day(0), remind: true, everyDays: 7, state: 'due', nextOn: null });
    expect(await made(w.therapist.patch(path, { endsOn: null }, match(2)))).toMatchObject({
      endsOn: null,
      nextOn: day(7),
    });
  });
});

describe('before each session', () => {
  it('it is asked from two days before, goes where the session goes, and away with it', async () => {
    const whom = { clientId: w.dana.clientId };
    await schedule(whom, { beforeEachSession: true, startsOn: day(-1) });
    const state = async () => (await running(w.dana, `?instrumentId=${trackers['trust-check-in']}`))[0];
    const asks = async () => (await made<{ checkIns: { title: string }[] }>(w.dana.get('/home'))).checkIns.length;
    const others = await asks();
    expect(await state()).toMatchObject({ state: 'with_session', nextOn: null });
    const { id, version } = await meet(whom, 5);
    expect(await state()).toMatchObject({ state: 'with_session', nextOn: day(3) });
    const at = { startsAt: `${day(1)}T16:00:00Z`, endsAt: `${day(1)}T16:50:00Z` };
    const moved = await made<{ version: number }>(w.therapist.patch(`/sessions/${id}`, at, match(version)));
    expect(await state()).toMatchObject({ state: 'due', askedUntil: day(1) });
    expect(await asks()).toBe(others + 1);
    await answer(w.dana);
    expect(await state()).toMatchObject({ state: 'answered' });
    expect(await asks()).toBe(others);
    // a day later than planned, it is not asked again
    const later = { startsAt: `${day(4)}T16:00:00Z`, endsAt: `${day(4)}T16:50:00Z` };
    const again = await made<{ version: number }>(w.therapist.patch(`/sessions/${id}`, later, match(moved.version)));
    expect(await state()).toMatchObject({ nextOn: null });
    await made(w.therapist.patch(`/sessions/${id}`, { status: 'cancelled' }, match(again.version)));
    expect(await state()).toMatchObject({ state: 'with_session', nextOn: null });
  });

  it('a session that the partner has alone asks nothing of the other', async () => {
    await schedule({ coupleId: w.coupleId }, { beforeEachSession: true, startsOn: day(-1) });
    await meet({ coupleId: w.coupleId, attendeeIds: [w.maya.clientId] }, 2);
    expect((await running(w.maya))[0]).toMatchObject({ state: 'due' });
    expect((await running(w.tom))[0]).toMatchObject({ state: 'with_session', nextOn: null });
  });
});

describe('both partners', () => {
  it('are asked in one act, and each sees the own asking', async () => {
    const plans = await schedule({ coupleId: w.coupleId }, { everyDays: 7, endsOn: day(60) });
    expect(plans.map(({ clientId }) => clientId).sort()).toEqual([w.maya.clientId, w.tom.clientId].sort());
    for (const one of [w.maya, w.tom])
      expect((await running(one)).map(({ clientId }) => clientId)).toEqual([one.clientId]);
  });

  it('are given other terms, and let go, in one act, or one of them alone', async () => {
    const [mayas] = await running(w.therapist, `?clientId=${w.maya.clientId}`);
    const path = `/scale-schedules/${mayas!.id}`;
    await made(w.therapist.patch(path, { endsOn: day(40), both: true }, match(1)));
    const ends = async () => (await running(w.therapist, `?coupleId=${w.coupleId}`)).map(({ endsOn }) => endsOn);
    expect(await ends()).toEqual([day(40), day(40)]);
    await made(w.therapist.patch(path, { endsOn: day(20) }, match(2)));
    expect((await ends()).sort()).toEqual([day(20), day(40)]);
    await made(w.therapist.delete(`${path}?both=true`, match(3)));
    expect(await ends()).toEqual([]);
    const [first] = await schedule({ coupleId: w.coupleId }, { everyDays: 7 });
    await made(w.therapist.delete(`/scale-schedules/${first!.id}`, match(1)));
    expect(await ends()).toHaveLength(1);
  });

  it('are asked in another rhythm, or one of them alone is, in the work of the two', async () => {
    await schedule({ coupleId: w.coupleId }, { everyDays: 7 });
    const rhythms = async (reader = w.therapist) =>
      (await running(reader, `?coupleId=${w.coupleId}`)).map(({ clientId, everyDays, withPartner }) => [
        clientId === w.maya.clientId ? 'Maya' : 'Tom',
        ...[everyDays, withPartner],
      ]);
    const [alone] = await schedule({ coupleId: w.coupleId, onlyFor: w.tom.clientId }, { everyDays: 14 });
    expect(alone!.clientId).toBe(w.tom.clientId);
    expect((await rhythms()).sort()).toEqual([
      ['Maya', 7, true],
      ['Tom', 14, true],
    ]);
    expect(await rhythms(w.tom)).toEqual([['Tom', 14, false]]);
    await made(w.therapist.delete(`/scale-schedules/${alone!.id}`, match(1)));
    expect(await rhythms()).toEqual([['Maya', 7, false]]);
    const body = { instrumentId: trackers['trust-check-in'], startsOn: day(0), everyDays: 7 };
    const nobody = { ...body, coupleId: w.coupleId, onlyFor: w.dana.clientId };
    expect((await w.therapist.post('/scale-schedules', nobody)).status).toBe(404);
    const single = { ...body, clientId: w.tom.clientId, onlyFor: w.tom.clientId };
    expect((await w.therapist.post('/scale-schedules', single)).body.errors).toMatchObject([{ path: 'onlyFor' }]);
  });
});

describe('a client', () => {
  it('pauses the check-ins: nothing is asked, her therapist is told, her homework goes on', async () => {
    await schedule({ coupleId: w.coupleId }, { everyDays: 7, startsOn: day(-1) });
    const { id, untilOn } = await rest(w.maya, 5);
    expect(untilOn).toBe(day(5));
    expect((await running(w.maya))[0]).toMatchObject({ state: 'paused', pausedUntil: day(5), nextOn: day(6) });
    expect(await made(w.maya.get('/home'))).toMatchObject({
      ...{ checkIns: [], pause: null, checkInPause: { id, untilOn } },
    });
    expect(await w.maya.post(`/clients/${w.maya.clientId}/pauses`, { days: 2, what: 'check_ins' })).toMatchObject({
      ...{ status: 409, body: { code: 'already_paused' } },
    });
    const told = await made<{ items: object[] }>(w.therapist.get('/pauses'));
    expect(told.items).toMatchObject([{ id, displayName: 'Maya K.', what: 'check_ins', byClient: true, untilOn }]);
    expect((await running(w.therapist, `?clientId=${w.maya.clientId}`))[0]).toMatchObject({ pausedUntil: day(5) });
  });

  it('has paused, and her partner learns nothing of it', async () => {
    expect((await running(w.tom))[0]).toMatchObject({ state: 'due', pausedUntil: null });
    expect((await w.tom.get(`/clients/${w.maya.clientId}/pauses`)).status).toBe(404);
    expect((await w.tom.get('/pauses')).status).toBe(403);
    expect((await w.therapist2.get('/pauses')).body.items).toEqual([]);
    expect((await w.other.therapist.get('/pauses')).body.items).toEqual([]);
  });

  it('goes on early, and is asked again for what is still open', async () => {
    const { items } = await made<{ items: { id: string; endedOn: string | null }[] }>(
      w.maya.get(`/clients/${w.maya.clientId}/pauses`),
    );
    await made(w.maya.post(`/pauses/${items.find(({ endedOn }) => endedOn === null)!.id}/end`));
    expect((await running(w.maya))[0]).toMatchObject({ state: 'due', pausedUntil: null });
    expect((await made<{ checkIns: object[] }>(w.maya.get('/home'))).checkIns).toHaveLength(1);
    expect((await made<{ items: object[] }>(w.therapist.get('/pauses'))).items).toEqual([]);
  });

  it('may rest from homework and from check-ins at once, each for itself, and for 60 days at most', async () => {
    const path = `/clients/${w.dana.clientId}/pauses`;
    expect((await w.dana.post(path, { days: 61, what: 'check_ins' })).status).toBe(400);
    await made(w.dana.post(path, { days: 3 }));
    const plan = async () => (await plansOf(w.dana)).find(({ state }) => state === 'due');
    expect(await plan()).toBeDefined();
    await rest(w.dana, 4);
    expect(await plan()).toBeUndefined();
    const { items } = await made<{ items: { id: string; what: string }[] }>(w.therapist.get('/pauses'));
    expect(items.map(({ what }) => what).sort()).toEqual(['check_ins', 'homework']);
    for (const { id } of items) await made(w.dana.post(`/pauses/${id}/end`));
  });
});

describe('the calendar', () => {
  it('shows a therapist what was asked, answered and rested, and the sessions', async () => {
    await schedule({ clientId: w.tom.clientId }, { everyDays: 7, startsOn: day(-14) }, 'after-shock');
    await answer(w.tom, 'after-shock');
    await rest(w.tom, 8);
    const [tom] = await calendar(w.therapist, `clientId=${w.tom.clientId}`, day(-14), day(21));
    const asked = tom!.askings
      .filter(({ title }) => title.startsWith('After'))
      .map(({ on, state }) => `${on} ${state}`);
    expect(asked).toEqual([
      ...[`${day(-14)} lapsed`, `${day(-7)} lapsed`, `${day(0)} answered`],
      ...[`${day(7)} paused`, `${day(14)} to_come`, `${day(21)} to_come`],
    ]);
    expect(tom!.answers).toContainEqual(expect.objectContaining({ on: day(0) }));
    expect(tom!.rests).toEqual([{ from: day(0), until: day(8) }]);
  });

  it('of two holds what belongs to their work, and nothing of the care of one alone', async () => {
    const people = await calendar(w.therapist, `coupleId=${w.coupleId}`);
    expect(people.map(({ clientId }) => clientId)).toEqual([w.maya.clientId, w.tom.clientId]);
    expect(people.flatMap(({ askings }) => askings).some(({ title }) => title.startsWith('After'))).toBe(false);
    expect(people[0]!.sessions).toHaveLength(1);
    expect(people[1]!.sessions).toEqual([]);
  });

  it('is for those who treat the person, and no longer than 100 days', async () => {
    const path = (whom: string, to = day(30)) => `/scale-calendar?${whom}&from=${day(0)}&to=${to}`;
    for (const agent of [w.maya, w.tom, w.admin])
      expect((await agent.get(path(`clientId=${w.maya.clientId}`))).status).toBe(403);
    for (const agent of [w.therapist2, w.other.therapist]) {
      expect((await agent.get(path(`clientId=${w.maya.clientId}`))).status).toBe(404);
      expect((await agent.get(path(`coupleId=${w.coupleId}`))).status).toBe(404);
    }
    expect((await w.therapist.get(path(`clientId=${w.maya.clientId}`, day(100)))).status).toBe(400);
    expect((await w.therapist.get(path(`clientId=${w.maya.clientId}`, day(-1)))).status).toBe(400);
    expect((await w.therapist.get(path(''))).status).toBe(400);
  });
});

describe('a therapist of the couple alone', () => {
  it('is told that a partner rests from check-ins, and of nothing else of that partner', async () => {
    const care = 'insert into care_team (clinic_id, id, staff_id, couple_id) values ($1, gen_random_uuid(), $2, $3)';
    await w.owner.query(care, [w.clinicId, w.therapist2.userId, w.coupleId]);
    await made(w.tom.post(`/clients/${w.tom.clientId}/pauses`, { days: 3 }));
    const { items } = await made<{ items: object[] }>(w.therapist2.get('/pauses'));
    expect(items).toMatchObject([{ clientId: w.tom.clientId, what: 'check_ins' }]);
    const people = await calendar(w.therapist2, `coupleId=${w.coupleId}`);
    expect(people.map(({ rests }) => rests.length)).toEqual([0, 1]);
  });
});

describe('a reminder', () => {
  const soon = (days: number): Date => new Date(Date.now() + days * 86_400_000);
  const remind = (days: number): Promise<number> => post.worker.remindOfCheckIns(soon(days));
  const mayas = 'maya@harbour.example';

  it('goes out once an asking, in neutral words, to whoever is asked that day', async () => {
    await post.settled();
    const before = letters(mayas);
    // hers begin yesterday, so that today's asking is one nobody was told of; Tom rests
    await schedule({ coupleId: w.coupleId }, { everyDays: 7, startsOn: day(-1), remind: true });
    await post.settled();
    expect(letters(mayas)).toBe(before + 1);
    expect([await remind(0), await remind(0)]).toEqual([1, 0]);
    await post.settled();
    expect(letters(mayas)).toBe(before + 2);
    const letter = JSON.stringify(post.all().at(-1));
    expect(letter).not.toMatch(/trust|check-in|scale|Ellis|Harbour Practice|session/i);
  });

  it('is not sent on the day of which the plan itself was told, nor for what begins later', async () => {
    await post.settled();
    const before = letters(mayas);
    await schedule({ clientId: w.maya.clientId }, { everyDays: 7, startsOn: day(2), remind: true }, 'after-shock');
    await schedule({ clientId: w.maya.clientId }, { once: true, remind: true }, 'accountability');
    await post.settled();
    expect([letters(mayas) - before, await remind(0)]).toEqual([1, 0]);
  });

  it('does not go out after she has answered or paused while it waited, nor to whoever wants none', async () => {
    await schedule({ clientId: w.dana.clientId }, { everyDays: 7, startsOn: day(-1), remind: true }, 'repair-climate');
    await post.settled();
    const before = letters('dana@harbour.example');
    const held = async (meanwhile: () => Promise<unknown>): Promise<number> => {
      await w.owner.query('begin');
      await w.owner.query(
        `select check_in_tell(clinic_id, id, $2) from scale_schedule where client_id = $1 and instrument_id = $3 and ended_on is null`,
        [w.dana.clientId, day(0), trackers['repair-climate']],
      );
      await meanwhile();
      await w.owner.query('commit');
      await w.owner.query('update scale_schedule set reminded_on = null where client_id = $1', [w.dana.clientId]);
      await post.settled();
      return letters('dana@harbour.example') - before;
    };
    const { id } = await rest(w.dana, 2);
    expect(await held(() => Promise.resolve())).toBe(0);
    await made(w.dana.post(`/pauses/${id}/end`));
    expect(await held(() => made(w.dana.put('/reminders', { wanted: false }, match(0))))).toBe(0);
    await made(w.dana.put('/reminders', { wanted: true }, match(1)));
    expect(await held(() => answer(w.dana, 'repair-climate'))).toBe(0);
    expect(await remind(0)).toBe(0);
  });
});
