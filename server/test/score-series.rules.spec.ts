import { describe, expect, it } from '@jest/globals';
import { score, type Score } from '../src/instruments/scoring.rules.js';
import { AFTER_SHOCK } from '../src/instruments/tracker.content.js';
import type { Reader } from '../src/scales/finding.rules.js';
import type { Missed } from '../src/scales/schedule.rules.js';
import { type Around, linesOf, rangeOf, readTotal, type Scored } from '../src/scales/series.rules.js';

/** Mondays, one after the other. */
const MONDAYS = Array.from({ length: 120 }, (_, week) =>
  new Date(Date.UTC(2025, 0, 6 + 7 * week)).toISOString().slice(0, 10),
);
const all = (value: number | null): Score =>
  score(
    AFTER_SHOCK,
    Object.fromEntries(
      AFTER_SHOCK.items.map(({ key, reverse }) => [key, value === null || !reverse ? value : 10 - value]),
    ),
  );
/** An answer on the Wednesday of each week; undefined is a week without one. */
const answers = (...values: (number | null | undefined)[]): Scored[] =>
  values.flatMap((value, week) => (value === undefined ? [] : [{ answeredOn: wednesday(week), score: all(value) }]));
const later = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
const wednesday = (week: number): string => later(MONDAYS[week]!, 2);
/** Asked from Wednesday to Sunday of a week. */
const asked = (week: number): Missed => ({ on: wednesday(week), until: later(wednesday(week), 4) });
const AROUND: Around = { today: '2025-12-31' };
const totalOf = (given: readonly Scored[], reader: Reader, around: Partial<Around> = {}) =>
  linesOf(AFTER_SHOCK, given, reader, { ...AROUND, ...around })[0]!;

describe('the lines of a tracker', () => {
  it('are the total and then each construct, in the order of the instrument', () => {
    const lines = linesOf(AFTER_SHOCK, answers(4), 'care', AROUND);
    expect(lines.map(({ kind }) => kind)).toEqual(['total', ...AFTER_SHOCK.constructs.map(() => 'construct')]);
    expect(lines.map(({ key, title }) => ({ key, title })).slice(1)).toEqual(
      AFTER_SHOCK.constructs.map(({ key, title }) => ({ key, title })),
    );
    expect(lines[0]).toMatchObject({ key: 'total', title: AFTER_SHOCK.total.title });
  });

  it('take each construct from its own part of the score, and a part that is not there as a gap', () => {
    const first = AFTER_SHOCK.constructs[0]!.key;
    const one = { ...all(4), subscales: { [first]: 7 } };
    const [, line, other] = linesOf(AFTER_SHOCK, [{ answeredOn: wednesday(0), score: one }], 'care', AROUND);
    expect(line!.weeks.map(({ value }) => value)).toEqual([7]);
    expect(other!.weeks).toMatchObject([{ value: null, answered: true, missed: false }]);
  });

  it('are empty before the first answer, also where something was asked', () => {
    expect(totalOf([], 'care', { missed: [asked(1)] }).weeks).toEqual([]);
    expect(totalOf([], 'care').finding).toBe('No answers yet.');
  });

  it('speak to whoever reads them, and always keep the words of whoever answered', () => {
    const [care, self] = [totalOf(answers(4), 'care'), totalOf(answers(4), 'self')];
    expect(care.finding).toContain('A baseline starts to form');
    expect([self.finding, care.ownWords]).toEqual([self.ownWords, self.ownWords]);
    expect(self.ownWords).toContain('Your last answer');
  });

  it('tell in the sentence what was answered last, and how much of it', () => {
    const few = { ...all(null), answered: 3, of: 8 };
    const given = [...answers(4), { answeredOn: wednesday(1), score: few }];
    expect(totalOf(given, 'care').finding).toMatch(/^3 of 8 answered on 15 January: not scored\.$/);
    const { finding, ownWords } = totalOf(answers(4), 'care', { today: '2026-01-01' });
    expect([finding, ownWords].map((words) => words.includes('on 8 January 2025'))).toEqual([true, true]);
  });
});

describe('a week of a line', () => {
  it('holds the day and the value of its answer, the last one where there were two', () => {
    const twice = [...answers(4), { answeredOn: '2025-01-10', score: all(6) }];
    expect(totalOf(twice, 'care').weeks).toMatchObject([
      { week: MONDAYS[0], on: '2025-01-10', value: 6, answered: true, missed: false, prorated: false },
    ]);
  });

  it('that nobody asked about is a gap, and none that was missed', () => {
    expect(totalOf(answers(4, undefined, 5), 'care').weeks).toMatchObject([
      { value: 4, answered: true },
      { week: MONDAYS[1], on: MONDAYS[1], value: null, answered: false, missed: false, beyond: null, run: 0 },
      { value: 5, answered: true },
    ]);
  });

  it('is missed only where it was asked and holds no answer, and stands on the day of the asking', () => {
    const missed = [asked(1), asked(2)];
    expect(totalOf(answers(4, undefined, 5), 'care', { missed }).weeks.map(({ on, missed }) => [on, missed])).toEqual([
      [wednesday(0), false],
      [wednesday(1), true],
      [wednesday(2), false],
    ]);
  });

  it('is missed in the week after, where the asking ran over the weekend and the answer was to the one before', () => {
    const missed = [{ on: later(MONDAYS[1]!, 6), until: later(MONDAYS[1]!, 12) }];
    const { weeks } = totalOf(answers(4, 4, undefined, 5), 'care', { missed });
    expect(weeks.map((week) => week.missed)).toEqual([false, false, true, false]);
    expect(weeks[2]!.on).toBe(MONDAYS[2]);
    const short = [{ on: later(MONDAYS[1]!, 6), until: later(MONDAYS[1]!, 6) }];
    expect(totalOf(answers(4, 4, undefined, 5), 'care', { missed: short }).weeks.some((week) => week.missed)).toBe(
      false,
    );
  });

  it('may come after the last answer', () => {
    const { weeks } = totalOf(answers(4), 'care', { missed: [asked(2)] });
    expect(weeks.map(({ answered, missed }) => [answered, missed])).toEqual([
      [true, false],
      [false, false],
      [false, true],
    ]);
  });

  it('is one of the newest hundred and four', () => {
    const { weeks } = totalOf(answers(...MONDAYS.map(() => 4)), 'care');
    expect([weeks.length, weeks[0]!.week, weeks.at(-1)!.week]).toEqual([104, MONDAYS[16], MONDAYS[119]]);
  });

  it('is drawn hollow in the total where it was worked out from fewer answers, and only there', () => {
    const prorated = { ...all(4), prorated: true };
    const lines = linesOf(
      AFTER_SHOCK,
      [{ answeredOn: wednesday(0), score: prorated }, ...answers(undefined, 5)],
      'care',
      AROUND,
    );
    expect(lines[0]!.weeks.map((week) => week.prorated)).toEqual([true, false]);
    expect(
      lines
        .slice(1)
        .flatMap(({ weeks }) => weeks)
        .some((week) => week.prorated),
    ).toBe(false);
  });

  it('knows whether it lies in the baseline, and on which side of it for how long', () => {
    const { weeks } = totalOf(answers(4, 5, 4, 5, 4, 5, 9, 9), 'care');
    expect(weeks.map(({ inBaseline }) => inBaseline)).toEqual([true, true, true, true, true, true, false, false]);
    expect(weeks.slice(-2)).toMatchObject([
      { beyond: 'above', run: 1 },
      { beyond: 'above', run: 2 },
    ]);
  });
});

describe('what a line is compared with', () => {
  const moved = answers(4, 5, 4, 5, 4, 5, 8, 9, 8, 9, 8, 9, 8, 8);
  it('is the first weeks, and from a new start on the weeks since', () => {
    expect(readTotal(moved).change).toMatchObject({ verdict: 'above_usual' });
    const since = Math.floor((Date.parse(MONDAYS[6]!) / 86_400_000 + 3) / 7);
    expect(readTotal(moved, since)).toMatchObject({ change: { verdict: 'usual' }, baseline: { mean: 8.5 } });
    expect(totalOf(moved, 'care', { since }).reading).toEqual(readTotal(moved, since));
  });

  it('has a floor for a mean of items, and a wider one for a single item', () => {
    const flat = answers(4, 4, 4, 4, 4, 4, 4);
    const single = AFTER_SHOCK.constructs.find(({ items }) => items.length === 1)!.key;
    const lines = linesOf(AFTER_SHOCK, flat, 'care', AROUND);
    const limitOf = (key: string): number => lines.find((line) => line.key === key)!.reading.baseline.limit!;
    expect(limitOf(single) / limitOf('total')).toBeCloseTo(2);
    expect(readTotal(flat).baseline.limit).toBe(limitOf('total'));
  });
});

it('has the range of its items', () => {
  expect(rangeOf(AFTER_SHOCK)).toEqual({ min: 0, max: 10 });
  const [first, ...others] = AFTER_SHOCK.items;
  const items = [
    { ...first!, min: 2 },
    { ...others[0]!, min: 1, max: 12 },
  ];
  expect(rangeOf({ ...AFTER_SHOCK, items })).toEqual({ min: 1, max: 12 });
});
