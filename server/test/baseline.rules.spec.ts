import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  BASELINE_WEEKS,
  FLOOR,
  baselineOf,
  multiplier,
  readSeries,
  type WeekValue,
} from '../src/scales/baseline.rules.js';

/** Consecutive weeks from week 100 on; null is a week with an answer but no score, undefined a week without an answer. */
function weeks(...values: (number | null | undefined)[]): WeekValue[] {
  return values.flatMap((value, index) => (value === undefined ? [] : [{ week: 100 + index, value }]));
}

const steady = [4, 5, 4, 5, 4, 5];

describe('a baseline', () => {
  it.each([
    [0, 'empty'],
    [1, 'starting'],
    [3, 'starting'],
    [4, 'forming'],
    [5, 'forming'],
    [6, 'set'],
    [9, 'set'],
  ])('of %i weekly answers is %s', (count, state) => {
    const values = [...steady, ...steady].slice(0, count);
    expect(baselineOf(weeks(...values), FLOOR.mean).state).toBe(state);
  });

  it('rests on the first six weeks and on no later one', () => {
    const early = baselineOf(weeks(...steady), FLOOR.mean);
    expect(baselineOf(weeks(...steady, 9, 10, 0), FLOOR.mean)).toEqual(early);
    expect(early).toMatchObject({ n: 6, mean: 4.5, from: 100, to: 105 });
  });

  it('passes over missing and unscored weeks instead of counting them as zero', () => {
    const { n, mean, to } = baselineOf(weeks(4, undefined, 5, null, 4, 5, 4, 5), FLOOR.mean);
    expect({ n, mean, to }).toEqual({ n: 6, mean: 4.5, to: 107 });
  });

  it('never takes a flat row for zero noise', () => {
    const flat = weeks(5, 5, 5, 5, 5, 5);
    expect(baselineOf(flat, FLOOR.mean).sd).toBe(0.5);
    expect(baselineOf(flat, FLOOR.single).sd).toBe(1);
  });

  it('that climbs by more than its spread says it was already moving', () => {
    expect(baselineOf(weeks(2, 3, 4, 5, 6, 7), FLOOR.mean).state).toBe('moving');
    expect(readSeries(weeks(2, 3, 4, 5, 6, 7, 10, 10), FLOOR.mean).change?.verdict).toBe('baseline_moving');
  });

  it('starts anew where a new start is recorded', () => {
    const { mean, from } = baselineOf(weeks(...steady, 8, 9, 8, 9, 8, 9), FLOOR.mean, BASELINE_WEEKS.least, 106);
    expect({ mean, from }).toEqual({ mean: 8.5, from: 106 });
  });

  it.each([
    [6, 2.78],
    [8, 2.51],
    [10, 2.37],
    [12, 2.29],
  ])('of %i weeks has the limit %f standard deviations', (n, times) => {
    expect(Math.round(multiplier(n) * 100) / 100).toBe(times);
  });

  it('refuses lengths that have no limit', () => {
    expect(() => multiplier(5)).toThrow(RangeError);
    expect(() => multiplier(13)).toThrow(RangeError);
  });
});

describe('change', () => {
  it('is not read while the baseline is forming, nor from the baseline itself', () => {
    expect(readSeries(weeks(4, 5, 4, 5, 10), FLOOR.mean).change).toBeNull();
    expect(readSeries(weeks(...steady), FLOOR.mean).change).toBeNull();
  });

  it('needs two weeks in a row on the same side', () => {
    expect(readSeries(weeks(...steady, 9), FLOOR.mean).change?.verdict).toBe('usual');
    expect(readSeries(weeks(...steady, 9, 9), FLOOR.mean).change?.verdict).toBe('above_usual');
    expect(readSeries(weeks(...steady, 0, 0), FLOOR.mean).change?.verdict).toBe('below_usual');
    expect(readSeries(weeks(...steady, 9, 0), FLOOR.mean).change?.verdict).toBe('usual');
  });

  it('is broken by a missing week and by an unscored one', () => {
    expect(readSeries(weeks(...steady, 9, undefined, 9), FLOOR.mean).change?.verdict).toBe('usual');
    expect(readSeries(weeks(...steady, 9, null, 9), FLOOR.mean).change?.verdict).toBe('usual');
  });

  it('ends when a week is back inside', () => {
    expect(readSeries(weeks(...steady, 9, 9, 5), FLOOR.mean).change?.verdict).toBe('usual');
  });

  it('is the distance from the baseline mean, beside its limit', () => {
    const change = readSeries(weeks(...steady, 6), FLOOR.mean).change;
    expect(change?.delta).toBeCloseTo(1.5);
    expect(change?.limit).toBeCloseTo(2.7765 * 0.5477, 3);
  });
});

describe('for any series', () => {
  const value = fc.option(
    fc.integer({ min: 0, max: 100 }).map((tenths) => tenths / 10),
    { nil: null, freq: 5 },
  );
  const series = fc
    .uniqueArray(fc.tuple(fc.integer({ min: 0, max: 60 }), value), { selector: ([week]) => week, maxLength: 40 })
    .map((pairs) => pairs.map(([week, v]) => ({ week, value: v })).sort((a, b) => a.week - b.week));

  it('a verdict of change always stands on two neighbouring weeks beyond the limit', () => {
    fc.assert(
      fc.property(series, (given) => {
        const { change, weeks: read, baseline } = readSeries(given, FLOOR.mean);
        if (change?.verdict !== 'above_usual' && change?.verdict !== 'below_usual') return;
        const scored = read.filter((week) => week.value !== null);
        const [before, last] = scored.slice(-2);
        const side = change.verdict === 'above_usual' ? 1 : -1;
        expect(last!.week - before!.week).toBe(1);
        for (const week of [before!, last!]) {
          expect(side * (week.value! - baseline.mean!)).toBeGreaterThan(baseline.limit!);
        }
      }),
    );
  });

  it('moving every answer by the same amount moves the mean and nothing else', () => {
    fc.assert(
      fc.property(series, fc.integer({ min: -5, max: 5 }), (given, shift) => {
        const moved = given.map(({ week, value: v }) => ({ week, value: v === null ? null : v + shift }));
        const [plain, shifted] = [readSeries(given, FLOOR.mean), readSeries(moved, FLOOR.mean)];
        expect(shifted.baseline.n).toBe(plain.baseline.n);
        if (plain.baseline.sd !== null) expect(shifted.baseline.sd).toBeCloseTo(plain.baseline.sd, 6);
      }),
    );
  });

  it('later answers never rewrite what the baseline was', () => {
    fc.assert(
      fc.property(series, (given) => {
        const whole = baselineOf(given, FLOOR.mean);
        if (whole.to === null || whole.n < BASELINE_WEEKS.least) return;
        expect(
          baselineOf(
            given.filter(({ week }) => week <= whole.to!),
            FLOOR.mean,
          ),
        ).toEqual(whole);
      }),
    );
  });
});
