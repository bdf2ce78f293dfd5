import { describe, expect, it } from '@jest/globals';
import { PHQ_2, PHQ_4, PHQ_9 } from '../src/instruments/phq.facts.js';
import type { ScoringFacts } from '../src/instruments/scoring.definition.js';
import { scorePublished } from '../src/instruments/scoring.rules.js';
import type { FormMeasure } from '../src/questionnaires/measure.js';
import type { BaselineStartDto } from '../src/scales/baselines.dto.js';
import { publishedFinding } from '../src/scales/published-finding.rules.js';
import {
  type Beside,
  type PublishedAnswer,
  publishedChange,
  publishedScores,
  type Reader,
  shownScore,
} from '../src/scales/published-scores.rules.js';
import { type Compared, readingOf } from '../src/scales/published.rules.js';

const RULE = PHQ_9.changeRules[0]!;
/** All answers are of this day's year. */
const TODAY = '2026-12-31';
const NOTHING: Beside = { today: TODAY, rule: RULE, starts: [], missed: [] };
/** Wednesdays, one after the other; the first is 7 January 2026. */
const day = (week: number): string => new Date(Date.UTC(2026, 0, 7 + 7 * week)).toISOString().slice(0, 10);
const monday = (week: number): string => new Date(Date.UTC(2026, 0, 5 + 7 * week)).toISOString().slice(0, 10);

/** Asked on one day alone. */
const asked = (on: string) => ({ on, until: on });

/** So many points on a scale; null leaves every item open. */
function answer(
  total: number | null,
  week: number,
  { first = null, facts = PHQ_9, open = 0 }: { first?: Compared | null; facts?: ScoringFacts; open?: number } = {},
): PublishedAnswer {
  const answers = Object.fromEntries(
    facts.items.map(({ key }, at) => [
      key,
      total === null || at < open ? null : Math.min(3, Math.max(0, total - 3 * (at - open))),
    ]),
  );
  const score = scorePublished(facts, answers);
  const risk = (answers['44260-8'] ?? 0) > 0 ? ['item-9'] : [];
  const notices = facts.code === 'phq-2' && (score.total ?? 0) >= 3 ? ['offer-phq-9'] : [];
  return {
    ...{ id: `a-${week}`, answeredAt: `${day(week)}T09:00:00.000Z`, answeredOn: day(week), instrumentVersion: 1 },
    ...{ source: 'self', score, reading: readingOf(facts, RULE, first, { score, risk, notices }) },
  };
}
const from = (total: number, week: number): Compared => ({ id: `a-${week}`, answeredOn: day(week), total });
const read = (
  answers: PublishedAnswer[],
  {
    beside = {},
    reader = 'care',
    facts = PHQ_9,
    query = {},
  }: {
    beside?: Partial<Beside>;
    reader?: Reader;
    facts?: ScoringFacts;
    query?: { from?: string; to?: string };
  } = {},
) => {
  const form = { id: 'form', title: 'Nine of ours', items: [] } as unknown as FormMeasure['form'];
  const measure = { kind: 'form' as const, id: 'scale', version: 2, title: 'Nine of ours', form, hash: '', facts };
  return publishedScores(measure, answers, query, { ...NOTHING, ...beside }, reader);
};
const start = (week: number): BaselineStartDto => ({
  ...{
    id: `s-${week}`,
    startsOn: day(week),
    reason: 'A new start.',
    setBy: 'Dr Ellis',
    setAt: `${day(week)}T10:00:00Z`,
  },
  ...{ clientId: 'c', instrumentId: 'scale' },
});

describe('a published scale as it leaves the house', () => {
  const answers = [answer(20, 0), answer(12, 2, { first: from(20, 0) })];

  it('tells the care team its bands, lines, rule and risk items', () => {
    const told = read(answers, { beside: { starts: [start(0)] } });
    expect(told).toMatchObject({ instrumentId: 'scale', code: 'phq-9', title: 'Nine of ours', min: 0, max: 27 });
    expect(told).toMatchObject({ validated: true, direction: 'lower_better', higherMeans: '', riskItems: ['item-9'] });
    expect(told.bands.map(({ code, lo, hi }) => [code, lo, hi])).toEqual(
      PHQ_9.bands.map(({ code, lo, hi }) => [code, lo, hi]),
    );
    expect(told.cutoffs.map(({ value, caseness }) => [value, caseness])).toEqual([
      [10, true],
      [5, false],
    ]);
    expect(told.changeRule).toMatchObject({ threshold: 6 });
    expect(told.changeBasis).toContain('6 points or more');
    expect(told.starts).toEqual([start(0)]);
    expect(told.series[0]).toMatchObject({
      finding: publishedFinding(PHQ_9, answers, 'care', TODAY),
      ownWords: publishedFinding(PHQ_9, answers, 'self', TODAY),
    });
  });

  it('tells whoever answered the numbers alone', () => {
    const told = read(answers, { reader: 'self', beside: { starts: [start(0)] } });
    expect(told).toMatchObject({
      bands: [],
      cutoffs: [],
      riskItems: [],
      starts: [],
      changeBasis: '',
      direction: 'none',
    });
    expect(told.changeRule.threshold).not.toBe(6);
    expect(
      told.points.map(({ score, change, risk, notices }) => [score.total, score.band, change, risk, notices]),
    ).toEqual([
      [12, null, null, [], []],
      [20, null, null, [], []],
    ]);
    expect(told.series[0]).toMatchObject({ change: null, baseline: { state: 'first', mean: null, limit: null } });
    expect(told.series[0]).toMatchObject({
      finding: told.series[0]!.ownWords,
      ownWords: publishedFinding(PHQ_9, answers, 'self', TODAY),
    });
  });

  it('has its points newest first, each with the verdict it was given', () => {
    const { points } = read(answers);
    expect(points.map(({ id, score, change }) => [id, score.band, change?.verdict])).toEqual([
      ['a-2', 'moderate', 'improved'],
      ['a-0', 'severe', undefined],
    ]);
    expect(points[0]).toMatchObject({ answeredOn: day(2), instrumentVersion: 1, source: 'self' });
    expect(points[0]).not.toHaveProperty('reading');
  });

  it('shows at most two hundred points, the newest', () => {
    const many = Array.from({ length: 205 }, (_, week) => answer(5, week));
    const { points } = read(many);
    expect([points.length, points[0]!.id, points.at(-1)!.id]).toEqual([200, 'a-204', 'a-5']);
  });

  it('shows the days asked for, both ends with them, and compares with what lies before them', () => {
    const all = [answer(20, 0), answer(15, 1, { first: from(20, 0) }), answer(9, 2, { first: from(20, 0) })];
    const told = read(all, { query: { from: day(1), to: day(1) } });
    expect(told.points.map(({ id }) => id)).toEqual(['a-1']);
    const since = read(all, { query: { from: monday(1) } });
    expect(since.series[0]!.weeks.map(({ week }) => week)).toEqual([monday(1), monday(2)]);
    expect(since.series[0]!.baseline).toMatchObject({ mean: 20, from: monday(0) });
    expect(read(all, { query: { to: monday(1) } }).series[0]!.weeks).toHaveLength(2);
    expect(read(all, { query: { from: day(3) } }).points).toEqual([]);
  });
});

describe('the line of a published scale', () => {
  it('has a week for each answer, and one for each asking without: nothing between', () => {
    const { weeks } = read([answer(20, 0), answer(12, 5)], { beside: { missed: [asked(day(2))] } }).series[0]!;
    expect(weeks.map(({ week, on, value, answered, missed }) => ({ week, on, value, answered, missed }))).toEqual([
      { week: monday(0), on: day(0), value: 20, answered: true, missed: false },
      { week: monday(2), on: day(2), value: null, answered: false, missed: true },
      { week: monday(5), on: day(5), value: 12, answered: true, missed: false },
    ]);
    expect(weeks[1]).toMatchObject({ prorated: false });
    expect(weeks[0]).toMatchObject({ inBaseline: false, beyond: null, run: 0, prorated: false });
  });

  it('counts an asking in a week with an answer as answered', () => {
    const { weeks } = read([answer(20, 0)], { beside: { missed: [asked(monday(0))] } }).series[0]!;
    expect(weeks).toMatchObject([{ on: day(0), answered: true, missed: false }]);
  });

  it('is in order however the days come, and ends with the newest hundred and four weeks', () => {
    const many = Array.from({ length: 110 }, (_, week) => answer(5, week));
    const { weeks } = read(many, { beside: { missed: [asked(day(111)), asked(day(110))] } }).series[0]!;
    expect([weeks.length, weeks[0]!.week, weeks.at(-1)!.week]).toEqual([104, monday(8), monday(111)]);
  });

  it('says what was worked out from fewer items, and leaves a gap where there was no total', () => {
    const { weeks } = read([answer(12, 0, { open: 1 }), answer(null, 1)]).series[0]!;
    expect(weeks.map(({ prorated, answered }) => [prorated, answered])).toEqual([
      [true, true],
      [false, true],
    ]);
    expect(weeks[1]!.value).toBeNull();
  });

  it('is followed by one for each part, which has no verdict and no sentence of its own', () => {
    const told = read([answer(7, 0, { facts: PHQ_4 })], { facts: PHQ_4 });
    expect(told.series.map(({ key, title, kind, weeks }) => [key, title, kind, weeks[0]!.value])).toEqual([
      ['total', 'PHQ-4', 'total', 7],
      ['phq-2', 'PHQ-2', 'construct', 6],
      ['gad-2', 'GAD-2', 'construct', 1],
    ]);
    const changed = [answer(9, 0, { facts: PHQ_4 }), answer(1, 1, { facts: PHQ_4, first: from(9, 0) })];
    expect(read(changed, { facts: PHQ_4 }).series.map(({ change }) => change !== null)).toEqual([true, false, false]);
    for (const part of told.series.slice(1))
      expect(part).toMatchObject({ finding: '', ownWords: '', change: null, baseline: { n: 0, mean: null } });
    const open = { ...answer(7, 0, { facts: PHQ_4 }) };
    const without = { ...open, score: { ...open.score, subscales: {} } };
    expect(read([without], { facts: PHQ_4 }).series[1]!.weeks[0]!.value).toBeNull();
  });
});

describe('what a published scale is compared with', () => {
  it('is its first answer with a total, and the first since a new start', () => {
    const answers = [answer(null, 0), answer(20, 1), answer(15, 3, { first: from(20, 1) })];
    expect(read(answers).series[0]!.baseline).toMatchObject({
      ...{ state: 'first', n: 1, mean: 20, limit: 6, from: monday(1), to: monday(1), low: null, high: null, sd: null },
    });
    expect(read(answers, { beside: { starts: [start(3), start(0)] } }).series[0]!.baseline).toMatchObject({ mean: 15 });
    expect(read(answers, { beside: { starts: [start(9)] } }).series[0]!.baseline).toMatchObject({ n: 0, mean: null });
  });

  it('is nothing without a rule', () => {
    const told = read([answer(20, 0)], { beside: { rule: null } });
    expect(told.series[0]!.baseline).toMatchObject({ state: 'first', n: 0, mean: null, limit: null, from: null });
  });

  it('is told with the last verdict that there is', () => {
    const answers = [answer(20, 0), answer(12, 1, { first: from(20, 0) }), answer(null, 2, { first: from(20, 0) })];
    expect(read(answers).series[0]!.change).toMatchObject({
      ...{ verdict: 'improved', delta: -8, threshold: 6, source: RULE.source, comparedWith: { id: 'a-0', total: 20 } },
    });
    expect(read([answer(20, 0)]).series[0]!.change).toBeNull();
    expect(read([answer(null, 0)]).series[0]!.change).toBeNull();
    expect(publishedChange(answers[0]!.reading)).toBeNull();
  });
});

describe('what an answer says beside its score', () => {
  it('is told to the care team with the scale to offer, and to nobody else', () => {
    const four = [answer(4, 0, { facts: PHQ_2 })];
    expect(read(four, { facts: PHQ_2 }).points[0]!.notices).toEqual([
      { code: 'offer-phq-9', words: 'From 3 on, offer the PHQ-9.', offers: 'phq-9' },
    ]);
    expect(read(four, { facts: PHQ_2, reader: 'self' }).points[0]!.notices).toEqual([]);
    expect(read([answer(2, 0, { facts: PHQ_2 })], { facts: PHQ_2 }).points[0]!.notices).toEqual([]);
  });

  it('is nothing on a scale without notices, on what was kept before there were any, and null where none is offered', () => {
    expect(read([answer(20, 0)]).points[0]!.notices).toEqual([]);
    const kept = answer(4, 0, { facts: PHQ_2 });
    const before = { ...kept.reading };
    delete before.notices;
    expect(read([{ ...kept, reading: before }], { facts: PHQ_2 }).points[0]!.notices).toEqual([]);
    const plain = { ...PHQ_2.notices![0]! };
    delete plain.offers;
    const told = read([kept], { facts: { ...PHQ_2, notices: [plain] } });
    expect(told.points[0]!.notices).toMatchObject([{ offers: null }]);
  });

  it('tells the items that may have to be looked at to the care team', () => {
    const grave = answer(27, 0);
    expect(read([grave]).points[0]!.risk).toEqual(['item-9']);
    expect(read([grave], { reader: 'self' }).points[0]!.risk).toEqual([]);
  });

  it('has a band for the care team, and the same score without for whoever answered', () => {
    const { score } = answer(20, 0);
    expect(shownScore(score, 'care')).toBe(score);
    expect(shownScore(score, 'self')).toEqual({ ...score, band: null });
  });
});

describe('the sentence above a published scale', () => {
  const first = answer(20, 0);
  const say = (reader: Reader, ...answers: PublishedAnswer[]): string =>
    publishedFinding(PHQ_9, answers, reader, TODAY);
  const RELIABLE = `6 points count as a reliable change (${RULE.source}).`;

  it.each<[string, PublishedAnswer[], string, string]>([
    ['no answer', [], 'No answers yet.', 'You have not answered this one yet.'],
    [
      'one without a total',
      [answer(null, 0)],
      '0 of 9 answered on 7 January: not scored.',
      'On 7 January you answered 0 of 9. That is too few for one number, and that is fine.',
    ],
    ['a first one', [first], '20 on 7 January, severe.', 'Your last answer, on 7 January, comes to 20 of 27.'],
    [
      'one from fewer items',
      [answer(8, 0, { open: 1 })],
      '9 on 7 January, mild, from 8 of 9 items.',
      'Your last answer, on 7 January, comes to 9 of 27.',
    ],
    [
      'one below the first',
      [first, answer(17, 1, { first: from(20, 0) })],
      `17 on 14 January, moderately severe. 3 below the first answer, 20 on 7 January: unchanged. ${RELIABLE}`,
      'Your last answer, on 14 January, comes to 17 of 27.',
    ],
    [
      'one above it',
      [answer(2, 0), answer(9, 1, { first: from(2, 0) })],
      `9 on 14 January, mild. 7 above the first answer, 2 on 7 January: deteriorated. ${RELIABLE}`,
      'Your last answer, on 14 January, comes to 9 of 27.',
    ],
    [
      'the same again after an answer without a total and a new start',
      [answer(null, 0), first, answer(9, 1), answer(9, 2, { first: from(9, 1) })],
      `9 on 21 January, mild. The same as the first answer after the new start, 9 on 14 January: unchanged. ${RELIABLE}`,
      'Your last answer, on 21 January, comes to 9 of 27.',
    ],
  ])('for %s', (_, answers, care, self) => {
    expect([say('care', ...answers), say('self', ...answers)]).toEqual([care, self]);
  });

  it('says the year of every day once the year is over', () => {
    const second = answer(17, 1, { first: from(20, 0) });
    expect(publishedFinding(PHQ_9, [first, second], 'care', '2027-01-01')).toContain(
      '17 on 14 January 2026, moderately severe. 3 below the first answer, 20 on 7 January 2026: unchanged.',
    );
    const told = read([first], { beside: { today: '2027-01-01' } }).series[0]!;
    expect([told.finding, told.ownWords]).toEqual([
      '20 on 7 January 2026, severe.',
      'Your last answer, on 7 January 2026, comes to 20 of 27.',
    ]);
  });

  it('leaves a level out where the scale has none', () => {
    const two = answer(4, 0, { facts: PHQ_2 });
    expect(publishedFinding(PHQ_2, [two], 'care', TODAY)).toBe('4 on 7 January.');
  });
});
