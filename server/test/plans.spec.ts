import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DatabaseError } from 'pg';
import { verifyNotes } from '../src/cli/verify-notes.js';
import { draft, etag } from './acts.js';
import type { Agent } from './agent.js';
import { day } from './day.js';
import { made, rowsSeen } from './ended-work.js';
import { goal, planText, scaled, without } from './plan.bodies.js';
import { world, type World } from './world.js';

/** Treatment plans: who may read and write them, what is fixed, and what a goal is measured by. */
let w: World;
let tracker: { id: string; items: { key: string }[] };

interface Goal {
  id: string;
  number: number | null;
  behaviour: string;
  state: string;
  reason: string;
  measure: { begun: { total: number } | null; title: string };
}
interface Plan {
  id: string;
  version: number;
  number: number;
  status: string;
  reviewOn: string | null;
  review: string | null;
  content: { problems: { id: string; goals: Goal[] }[]; [field: string]: unknown };
  readings?: { goalId: string; state: string; last: { total: number } | null }[];
  changes: { number: number | null; what: string }[];
  answers: { clientId: string; answer: string; way: string; comment: string | null; answeredOn: string }[];
  sharedAt: string | null;
}

const begin = (by: Agent, whose: object): Promise<Plan> => made(by.post('/plans', whose));
const save = (by: Agent, plan: Plan, text: object): Promise<Plan> =>
  made(by.put(`/plans/${plan.id}`, text, etag(plan.version)));
const start = (by: Agent, plan: Plan): Promise<Plan> =>
  made(by.post(`/plans/${plan.id}/start`, {}, etag(plan.version)));
const goalsIn = (plan: Plan): Goal[] => plan.content.problems.flatMap(({ goals }) => goals);
/** What is written anew of a plan that was read: without what only the server says. */
const written = ({ content }: Plan, change: (goal: Goal) => object = (one) => one): Record<string, unknown> => ({
  ...content,
  problems: content.problems.map((problem) => ({
    ...problem,
    goals: problem.goals.map((one) => {
      const goal = without(change(one), 'number', 'since');
      return { ...goal, measure: without(goal['measure'] as object, 'title', 'begun') };
    }),
  })),
});
const inForce = async (by: Agent, whose: object, goals: object[]): Promise<Plan> => {
  const begun = await begin(by, whose);
  return start(by, await save(by, begun, planText(goals)));
};
const person = async (givenName: string): Promise<{ clientId: string }> => {
  const { id } = await made<{ id: string }>(w.therapist.post('/clients', { givenName, familyName: 'Ahlers' }));
  return { clientId: id };
};
const answerScale = (clientId: string, points: number, days: number): Promise<unknown> =>
  made(
    w.therapist.post('/scale-responses', {
      ...{ instrumentId: tracker.id, clientId },
      answers: Object.fromEntries(tracker.items.map(({ key }) => [key, points])),
      answeredAt: new Date(Date.now() - days * 86_400_000).toISOString(),
    }),
  );

beforeAll(async () => {
  w = await world();
  const { items } = await made<{ items: (typeof tracker)[] }>(w.therapist.get('/instruments'));
  tracker = items[0]!;
});
afterAll(() => w.close());

describe('a draft of a plan', () => {
  it('is one for each person, found again by whoever of the care team begins', async () => {
    const whose = await person('Alma');
    await made(w.therapist.post(`/clients/${whose.clientId}/care-team`, { staffId: w.therapist2.userId }));
    const [mine, theirs] = await Promise.all([begin(w.therapist, whose), begin(w.therapist2, whose)]);
    expect(theirs.id).toBe(mine.id);
    expect(mine).toMatchObject({ number: 1, status: 'draft', content: { problems: [] }, reviewDays: 90 });
  });

  it('refuses the second of two devices that wrote on the same version, and says which one there is', async () => {
    const plan = await begin(w.therapist, await person('Berit'));
    await save(w.therapist, plan, planText([goal('Says one thing a day')]));
    const late = await w.therapist.put(`/plans/${plan.id}`, planText([]), etag(plan.version));
    expect([late.status, (late.body as { code: string }).code]).toEqual([412, 'stale']);
    expect(goalsIn(await made(w.therapist.get(`/plans/${plan.id}`)))).toHaveLength(1);
  });

  it('may be empty anywhere, and says on starting every place where something is missing', async () => {
    const plan = await begin(w.therapist, await person('Clara'));
    const bare = { kind: 'scale', baseline: '', target: '', instrumentId: null, direction: 'at_most', points: null };
    const empty = goal('', { measure: bare, relevance: '', state: 'dropped' });
    const saved = await save(w.therapist, plan, planText([empty], { endingCriteria: '', reviewOn: day(-1) }));
    const { status, body } = await w.therapist.post(`/plans/${plan.id}/start`, {}, etag(saved.version));
    expect(status).toBe(400);
    const at = 'problems[0].goals[0]';
    expect((body as { errors: { path: string }[] }).errors.map(({ path }) => path)).toEqual([
      'problems',
      ...['behaviour', 'relevance', 'measure.instrumentId', 'measure.points', 'reason'].map(
        (field) => `${at}.${field}`,
      ),
      ...['endingCriteria', 'reviewOn'],
    ]);
  });

  it('can be let go, and the next one begins anew', async () => {
    const whose = await person('Doro');
    const plan = await save(w.therapist, await begin(w.therapist, whose), planText([goal('Walks')]));
    expect((await w.therapist.post(`/plans/${plan.id}/discard`, {}, etag(plan.version))).status).toBe(204);
    expect((await begin(w.therapist, whose)).content.problems).toEqual([]);
    const { items } = await made<{ items: Plan[] }>(w.therapist.get(`/plans?clientId=${whose.clientId}`));
    expect(items.map(({ status }) => status)).toEqual(['draft']);
  });
});

describe('a plan in force', () => {
  it('numbers its goals, names its next review by the clinic’s days, and is no draft any more', async () => {
    const settings = await made<{ version: number }>(w.admin.get('/clinic-settings'));
    await made(
      w.admin.put(
        '/clinic-settings',
        { ...without(settings, 'id', 'version', 'usualCrisisText', 'usualSecretsTexts'), planReviewDays: 30 },
        etag(settings.version),
      ),
    );
    const plan = await inForce(w.therapist, await person('Edda'), [goal('Asks once'), goal('Answers at once')]);
    expect(goalsIn(plan).map(({ number }) => number)).toEqual([1, 2]);
    expect(plan).toMatchObject({ status: 'in_force', review: 'later', number: 1 });
    expect(plan.reviewOn).toBe(day(30));
    const again = await w.therapist.put(`/plans/${plan.id}`, planText([]), etag(plan.version));
    expect([again.status, (again.body as { code: string }).code]).toEqual([409, 'plan_in_force']);
  });

  it('keeps its words whoever asks, also the owner of the tables', async () => {
    const plan = await inForce(w.therapist, await person('Fenna'), [goal('Stays')]);
    const change = (set: string): Promise<unknown> =>
      w.owner.query(`update treatment_plan set ${set} where id = $1`, [plan.id]).then(
        () => 'done',
        (thrown: DatabaseError) => thrown.code,
      );
    expect(await change(`content = content || '\\x00'`)).toBe('KE001');
    expect(await change('review_on = review_on + 1')).toBe('KE001');
    expect(await change(`status = 'draft', started_at = null, started_by = null`)).toBe('KE001');
    await expect(w.owner.query('delete from treatment_plan where id = $1', [plan.id])).rejects.toThrow('not deleted');
  });

  it('is due for review two weeks before its day, and overdue after it', async () => {
    const whose = await person('Gesa');
    const begun = await begin(w.therapist, whose);
    const soon = await start(
      w.therapist,
      await save(w.therapist, begun, planText([goal('Rests')], { reviewOn: day(5) })),
    );
    expect(soon.review).toBe('due');
    const { items } = await made<{ items: { id: string; displayName: string }[] }>(w.therapist.get('/plan-reviews'));
    expect(items.filter(({ id }) => id === soon.id)).toMatchObject([{ displayName: 'Gesa A.', review: 'due' }]);
    const others = await made<{ items: { id: string }[] }>(w.therapist2.get('/plan-reviews'));
    expect(others.items.map(({ id }) => id)).not.toContain(soon.id);
  });
});

describe('a goal that is measured by a scale', () => {
  it('begins from the last answer before it, and says "no answer since" until there is a new one', async () => {
    const whose = await person('Hanne');
    await answerScale(whose.clientId, 4, 20);
    const plan = await inForce(w.therapist, whose, [goal('Sleeps', scaled(tracker.id, 'at_least', 7))]);
    const [only] = goalsIn(plan);
    expect(only!.measure.begun?.total).toBeGreaterThan(0);
    expect(only!.measure.title).not.toBe('');
    expect(plan.readings).toMatchObject([{ state: 'no_answer_since', last: only!.measure.begun }]);
  });

  it('is reached or not yet by the score that was answered since, in the direction that was chosen', async () => {
    const whose = await person('Imke');
    const goals = [goal('Rises', scaled(tracker.id, 'at_least', 1)), goal('Falls', scaled(tracker.id, 'at_most', 1))];
    const before = await inForce(w.therapist, whose, goals);
    expect(before.readings!.map(({ state, last }) => [state, last])).toEqual([
      ['no_answer_since', null],
      ['no_answer_since', null],
    ]);
    await answerScale(whose.clientId, 6, 0);
    const { items } = await made<{ items: object[] }>(w.therapist.get(`/goals?clientId=${whose.clientId}`));
    expect(items).toMatchObject([
      { number: 1, behaviour: 'Rises', reading: { state: 'reached' } },
      { number: 2, behaviour: 'Falls', reading: { state: 'not_yet' } },
    ]);
    const after = await made<Plan>(w.therapist.get(`/plans/${before.id}`));
    expect(after.readings!.map(({ state }) => state)).toEqual(['reached', 'not_yet']);
  });

  it('takes nothing of what is measured from whoever writes', async () => {
    const plan = await begin(w.therapist, await person('Jette'));
    const told = goal('Tells', { number: 9 });
    expect((await w.therapist.put(`/plans/${plan.id}`, planText([told]), etag(plan.version))).status).toBe(400);
  });

  it('knows no scale that the clinic does not have', async () => {
    const plan = await begin(w.therapist, await person('Karla'));
    const saved = await save(w.therapist, plan, planText([goal('Reads', scaled(randomUUID(), 'at_most', 3))]));
    expect((await w.therapist.post(`/plans/${plan.id}/start`, {}, etag(saved.version))).status).toBe(400);
  });
});

describe('a review', () => {
  it('makes the next version from the last: what was met, changed, dropped and added, and the one before stays as it was', async () => {
    const whose = await person('Lotte');
    const first = await inForce(w.therapist, whose, [goal('One'), goal('Two'), goal('Three')]);
    const next = await begin(w.therapist, whose);
    expect(next).toMatchObject({ number: 2, baseId: first.id, changes: [] });
    const text = written(next, (one) => {
      if (one.number === 1) return { ...one, state: 'met', reason: 'Three weeks in a row' };
      return one.number === 2
        ? { ...one, state: 'dropped', reason: 'They moved apart' }
        : { ...one, behaviour: 'Three, daily' };
    }) as { problems: { goals: object[] }[] };
    text.problems[0]!.goals.push(goal('Four'));
    const second = await start(w.therapist, await save(w.therapist, next, { ...text, reviewWords: 'Calmer weeks.' }));
    expect(second.changes.map(({ number, what }) => [number, what])).toEqual([
      [1, 'met'],
      [2, 'dropped'],
      [3, 'changed'],
      [4, 'added'],
    ]);
    const old = await made<Plan>(w.therapist.get(`/plans/${first.id}`));
    expect(old.status).toBe('superseded');
    expect(old.content).toEqual(first.content);
    // what is over is not carried on, and its number never comes again
    const third = await begin(w.therapist, whose);
    expect(goalsIn(third).map(({ number }) => number)).toEqual([3, 4]);
  });

  it('lets no goal go without a word why, and says what was seen', async () => {
    const whose = await person('Mette');
    await inForce(w.therapist, whose, [goal('One'), goal('Two')]);
    const next = await begin(w.therapist, whose);
    const [first] = (written(next) as { problems: { goals: object[] }[] }).problems;
    const text = { ...written(next), problems: [{ ...first!, goals: first!.goals.slice(1) }] };
    const saved = await save(w.therapist, next, text);
    const { status, body } = await w.therapist.post(`/plans/${next.id}/start`, {}, etag(saved.version));
    expect(status).toBe(400);
    expect((body as { errors: { code: string }[] }).errors.map(({ code }) => code)).toEqual([
      'required',
      'goal_missing',
    ]);
  });

  it('ends with one plan in force when two put the same draft in force at once', async () => {
    const whose = await person('Nele');
    await inForce(w.therapist, whose, [goal('One')]);
    const next = await begin(w.therapist, whose);
    const saved = await save(w.therapist, next, { ...written(next), reviewWords: 'Goes on.' });
    const answers = await Promise.all(
      [1, 2].map(() => w.therapist.post(`/plans/${saved.id}/start`, {}, etag(saved.version))),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const { items } = await made<{ items: Plan[] }>(w.therapist.get(`/plans?clientId=${whose.clientId}`));
    expect(items.map(({ status }) => status)).toEqual(['in_force', 'superseded']);
  });
});

describe('whom it concerns', () => {
  it('reads nothing before it is shown, then agrees, or says what is not right, by her own act', async () => {
    const plan = await inForce(w.therapist, { clientId: w.dana.clientId }, [goal('Writes it down')]);
    const own = async (): Promise<{ id: string; mine: object | null }[]> =>
      (await made<{ items: { id: string; mine: object | null }[] }>(w.dana.get('/own-plans'))).items;
    expect(await own()).toEqual([]);
    expect((await w.dana.post(`/plans/${plan.id}/answer`, { answer: 'agreed' })).status).toBe(404);
    await made(w.therapist.post(`/plans/${plan.id}/show`));
    expect(await own()).toMatchObject([{ id: plan.id, joint: false, mine: null }]);
    await made(w.dana.post(`/plans/${plan.id}/answer`, { answer: 'disagreed', comment: 'Not every day.' }));
    await made(w.dana.post(`/plans/${plan.id}/answer`, { answer: 'agreed' }));
    expect(await own()).toMatchObject([{ mine: { answer: 'agreed', way: 'own' } }]);
    const { answers } = await made<Plan>(w.therapist.get(`/plans/${plan.id}`));
    expect(answers.map(({ answer, comment }) => [answer, comment])).toEqual([
      ['disagreed', 'Not every day.'],
      ['agreed', null],
    ]);
    expect((await w.dana.get(`/plans/${plan.id}`)).status).toBe(403);
    const inSession = { clientId: w.dana.clientId, answeredOn: day(0), comment: 'Nodded, and looked away.' };
    await made(w.therapist.post(`/plans/${plan.id}/agreed-in-session`, inSession));
    expect(await own()).toMatchObject([{ mine: { answer: 'agreed', way: 'in_session', comment: null } }]);
  });

  it('agrees in a session, as her therapist writes down with its day; not one still to come, nor for somebody else', async () => {
    const whose = await person('Oda');
    const plan = await inForce(w.therapist, whose, [goal('Calls')]);
    const say = (body: object) => w.therapist.post(`/plans/${plan.id}/agreed-in-session`, { ...whose, ...body });
    expect((await say({ answeredOn: day(2) })).status).toBe(400);
    expect((await say({ answeredOn: day(-1), clientId: w.dana.clientId })).status).toBe(400);
    const { answers } = await made<Plan>(say({ answeredOn: day(-1), comment: 'Said so, after a pause.' }));
    const said = { answer: 'agreed', way: 'in_session', comment: 'Said so, after a pause.' };
    expect(answers).toMatchObject([{ ...said, answeredOn: day(-1) }]);
  });

  it('takes no word to a plan that is over', async () => {
    const whose = await person('Pia');
    const plan = await inForce(w.therapist, whose, [goal('Ends')]);
    await made(w.therapist.post(`/plans/${plan.id}/end`, { reason: 'The work is done.' }));
    const late = await w.therapist.post(`/plans/${plan.id}/agreed-in-session`, { ...whose, answeredOn: day(0) });
    expect(late.status).toBe(409);
    expect((await w.therapist.post(`/plans/${plan.id}/show`)).status).toBe(409);
    expect((await begin(w.therapist, whose)).number).toBe(2);
  });
});

describe('a couple', () => {
  it('has a joint plan, which no scale measures, for scores are one person’s own', async () => {
    const plan = await begin(w.therapist, { coupleId: w.coupleId });
    const text = planText([goal('Together', scaled(tracker.id, 'at_least', 5))]);
    expect((await w.therapist.put(`/plans/${plan.id}`, text, etag(plan.version))).status).toBe(400);
    await start(w.therapist, await save(w.therapist, plan, planText([goal('Ten minutes each evening')])));
  });

  it('shows each partner the joint plan and her own, never the other’s, nor what the other answered', async () => {
    const own = await inForce(w.therapist, { clientId: w.maya.clientId }, [goal('Only Maya’s')]);
    await made(w.therapist.post(`/plans/${own.id}/show`));
    const { items } = await made<{ items: Plan[] }>(w.therapist.get(`/plans?coupleId=${w.coupleId}`));
    const joint = items.find(({ status }) => status === 'in_force')!;
    await made(w.therapist.post(`/plans/${joint.id}/show`));
    await made(w.maya.post(`/plans/${joint.id}/answer`, { answer: 'disagreed', comment: 'Not like this.' }));
    const read = async (who: Agent): Promise<{ id: string; mine: { answer: string } | null }[]> =>
      (await made<{ items: { id: string; mine: { answer: string } | null }[] }>(who.get('/own-plans'))).items;
    expect((await read(w.maya)).map(({ id }) => id).sort()).toEqual([own.id, joint.id].sort());
    const [tomSees, ...more] = await read(w.tom);
    expect(more).toEqual([]);
    expect(tomSees).toMatchObject({ id: joint.id, mine: null });
    expect((await w.tom.post(`/plans/${own.id}/answer`, { answer: 'agreed' })).status).toBe(404);
    // beneath every service the database shows him one plan and no answer
    expect(await rowsSeen(w, 'treatment_plan', 'tom')).toEqual([joint.id]);
    expect(await rowsSeen(w, 'plan_answer', 'tom')).toEqual([]);
    expect(await rowsSeen(w, 'plan_answer', 'maya')).toHaveLength(1);
  });

  it('is read by who supervises, written by who treats, and seen by nobody else of the staff', async () => {
    const { items } = await made<{ items: Plan[] }>(w.therapist.get(`/plans?coupleId=${w.coupleId}`));
    const { id } = items[0]!;
    expect((await w.admin.get(`/plans/${id}`)).status).toBe(403);
    expect((await w.therapist2.get(`/plans/${id}`)).status).toBe(404);
    expect((await w.other.therapist.get(`/plans/${id}`)).status).toBe(404);
    expect((await w.therapist2.post('/plans', { coupleId: w.coupleId })).status).toBe(404);
    expect((await w.therapist2.post('/plans', { clientId: w.dana.clientId })).status).toBe(404);
  });
});

describe('the goals touched in a session', () => {
  interface Facts {
    goals?: { number: number; behaviour: string }[];
  }
  const session = (about: object, hours: number): Promise<{ id: string }> =>
    made(
      w.therapist.post('/sessions', {
        ...about,
        startsAt: new Date(Date.now() - hours * 3_600_000).toISOString(),
        endsAt: new Date(Date.now() - (hours - 1) * 3_600_000).toISOString(),
      }),
    );
  const behaviours = (facts: Facts): string[] => (facts.goals ?? []).map(({ behaviour }) => behaviour);

  it('are ticked beside a note, frozen with its signature, and under its hash; a later review changes nothing there', async () => {
    const whose = await person('Runa');
    const plan = await inForce(w.therapist, whose, [goal('Breathes'), goal('Writes')]);
    const { id: sessionId } = await session(whose, 2);
    const note = await draft(w.therapist, { sessionId });
    const read = await made<{ facts: Facts; version: number }>(w.therapist.get(`/notes/${note.id}`));
    expect(behaviours(read.facts)).toEqual(['Breathes', 'Writes']);
    const touchedGoals = [goalsIn(plan)[1]!.id];
    const kept = await made<{ version: number; touchedGoals: string[] }>(
      w.therapist.put(`/notes/${note.id}`, { sections: note.sections, touchedGoals }, etag(read.version)),
    );
    expect(kept.touchedGoals).toEqual(touchedGoals);
    // words that are saved without a list leave the ticks alone
    const more = await made<{ version: number; touchedGoals: string[] }>(
      w.therapist.put(`/notes/${note.id}`, { sections: note.sections }, etag(kept.version)),
    );
    expect(more.touchedGoals).toEqual(touchedGoals);
    const signed = await made<{ facts: Facts }>(
      w.therapist.post(`/notes/${note.id}/sign`, undefined, etag(more.version)),
    );
    expect(signed.facts.goals).toMatchObject([{ number: 2, behaviour: 'Writes', planId: plan.id }]);
    await made(w.therapist.post(`/plans/${plan.id}/end`, { reason: 'Done.' }));
    expect(behaviours((await made<{ facts: Facts }>(w.therapist.get(`/notes/${note.id}`))).facts)).toEqual(['Writes']);
    expect((await verifyNotes(w.owner, w.config.verifyingKey)).wrong).toEqual([]);
  });

  it('are the joint ones in a joint note, and a private note has none', async () => {
    const { id: sessionId } = await session({ coupleId: w.coupleId }, 4);
    const joint = await draft(w.therapist, { sessionId });
    const { facts } = await made<{ facts: Facts }>(w.therapist.get(`/notes/${joint.id}`));
    expect(behaviours(facts)).toEqual(['Ten minutes each evening']);
    const own = { kind: 'psychotherapy', format: 'free', sections: { text: 'Mine.' } };
    const mine = await draft(w.therapist, { sessionId }, own);
    const saved = await made<{ touchedGoals: string[] }>(
      w.therapist.put(
        `/notes/${mine.id}`,
        { sections: { text: 'Mine.' }, touchedGoals: [randomUUID()] },
        etag(mine.version),
      ),
    );
    expect(saved.touchedGoals).toEqual([]);
  });
});
