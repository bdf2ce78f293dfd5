import { describe, expect, it } from '@jest/globals';
import { EMPTY_CONTENT, type Goal, type PlanContent } from '../src/plans/plan.content.js';
import {
  afterReview,
  changesSince,
  inForce,
  movePlan,
  readingOf,
  reviewStanding,
  withKnown,
  type LastAnswers,
} from '../src/plans/plans.rules.js';

const goal = (id: string, more: Partial<Goal> = {}): Goal => ({
  ...{ id, number: null, since: null, behaviour: id, achievable: '', relevance: 'It matters', reviewOn: null },
  measure: {
    ...{ kind: 'words', baseline: '', target: 'Seen', instrumentId: null, title: '' },
    ...{ direction: 'at_least', points: null, begun: null },
  },
  ...{ state: 'active', reason: '', ...more },
});
const byScale = (points: number, more: Partial<Goal['measure']> = {}): Pick<Goal, 'measure'> => ({
  measure: { ...goal('').measure, kind: 'scale', instrumentId: 'scale', direction: 'at_most', points, ...more },
});
const plan = (...goals: Goal[]): PlanContent => ({
  ...EMPTY_CONTENT,
  problems: [{ id: 'p', words: 'Silence', longGoal: 'Talk', goals }],
});
const answered = (total: number, answeredOn: string): LastAnswers =>
  new Map([['scale', { total, answeredOn, title: 'Sleep', min: 0, max: 10 }]]);
const goals = ({ problems }: PlanContent): Goal[] => problems.flatMap((problem) => problem.goals);
const beginning = (last: LastAnswers = new Map()) => ({
  ...{ last, titles: new Map([['scale', 'Sleep']]), today: '2026-03-02', reviewOn: '2026-06-01' },
});

describe('a plan that comes into force', () => {
  it('gives each new goal the next number, and none that was given before', () => {
    const content = { ...plan(goal('a', { number: 3, since: '2026-01-01' }), goal('b')), lastNumber: 5 };
    const begun = inForce(content, beginning());
    expect(goals(begun).map(({ number, since }) => [number, since])).toEqual([
      [3, '2026-01-01'],
      [6, '2026-03-02'],
    ]);
    expect([begun.lastNumber, begun.reviewOn]).toEqual([6, '2026-06-01']);
  });

  it('keeps what a goal began from, and takes the last answer for a measure that is new', () => {
    const old = goal('a', {
      number: 1,
      since: '2026-01-01',
      ...byScale(4, { title: 'Sleep', begun: { total: 9, answeredOn: '2025-12-30' } }),
    });
    const begun = inForce(plan(old, goal('b', byScale(4))), beginning(answered(7, '2026-02-27')));
    expect(goals(begun).map(({ measure }) => measure.begun)).toEqual([
      { total: 9, answeredOn: '2025-12-30' },
      { total: 7, answeredOn: '2026-02-27' },
    ]);
  });
});

describe('where a goal stands', () => {
  const since = { since: '2026-03-02' };
  const begun = { total: 7, answeredOn: '2026-03-02' };

  it.each([
    ['no_answer_since', 4, begun, answered(3, '2026-03-02')],
    ['reached', 4, begun, answered(4, '2026-03-03')],
    ['not_yet', 4, begun, answered(5, '2026-03-03')],
    ['reached', 4, null, answered(4, '2026-03-02')],
    ['no_answer_since', 4, null, answered(4, '2026-03-01')],
    ['no_answer_since', 4, null, new Map() as LastAnswers],
  ])('is %s', (state, points, start, last) => {
    expect(readingOf(goal('a', { ...since, ...byScale(points, { begun: start }) }), last)?.state).toBe(state);
  });

  it('is not read of a goal in words', () => {
    expect(readingOf(goal('a', since), answered(3, '2026-04-01'))).toBeNull();
  });
});

describe('a review', () => {
  it('begins without what was met or dropped, and without a problem that is over', () => {
    const base = {
      ...plan(goal('a', { state: 'met' }), goal('b', { state: 'paused', reason: 'Away' }), goal('c', { reason: 'x' })),
      reviewWords: 'Then',
      reviewOn: '2026-01-01',
    };
    base.problems.push({ id: 'q', words: 'Over', longGoal: 'Over', goals: [goal('d', { state: 'dropped' })] });
    const next = afterReview(base);
    expect(next.problems.map(({ id }) => id)).toEqual(['p']);
    expect(goals(next).map(({ id, state, reason }) => [id, state, reason])).toEqual([
      ['b', 'paused', 'Away'],
      ['c', 'active', ''],
    ]);
    expect([next.reviewOn, next.reviewWords]).toEqual([null, '']);
  });

  it('tells what became of each goal and passes over what goes on as it was', () => {
    const base = plan(goal('a'), goal('b', { state: 'paused' }), goal('c'), goal('d'));
    const next = plan(goal('a', { state: 'met' }), goal('b'), goal('c', { relevance: 'More' }), goal('d'), goal('e'));
    expect(changesSince(base, next).map(({ goalId, what }) => `${goalId} ${what}`)).toEqual([
      'a met',
      'b resumed',
      'c changed',
      'e added',
    ]);
  });

  it('keeps what is known of a goal, but not what another scale measured', () => {
    const known = plan(goal('a', { number: 2, since: '2026-01-01', ...byScale(4, { title: 'Sleep' }) }));
    const same = goals(withKnown(known, known))[0]!;
    expect([same.number, same.measure.title]).toEqual([2, 'Sleep']);
    const other = plan(goal('a', byScale(4, { instrumentId: 'other' })));
    expect(goals(withKnown(other, known))[0]!.measure).toMatchObject({ title: '', begun: null });
  });

  it('is due from its first day of notice, and overdue after its day', () => {
    const on = (today: string): string => reviewStanding('2026-06-15', '2026-06-01', today);
    expect(['2026-05-31', '2026-06-01', '2026-06-15', '2026-06-16'].map(on)).toEqual([
      ...['later', 'due', 'due', 'overdue'],
    ]);
  });
});

describe('a plan', () => {
  it('never goes back to being a draft', () => {
    expect(movePlan('draft', 'in_force')).toBe('in_force');
    expect(() => movePlan('in_force', 'discarded')).toThrow('no draft any more');
    expect(() => movePlan('superseded', 'ended')).toThrow('cannot become');
  });
});
