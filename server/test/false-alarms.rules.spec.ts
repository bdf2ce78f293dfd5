import { describe, expect, it } from '@jest/globals';
import { baselineOf, readWeeks, type WeekValue } from '../src/scales/baseline.rules.js';

/**
 * Repeated looks inflate false alarms, so the published rate of the rule is simulated and not believed: steady people
 * (no true change), answers hanging together by rho from week to week, twelve weeks watched after the baseline.
 */
describe('a steady person watched for twelve weeks', () => {
  const RUNS = 20_000;
  const WATCHED = 12;

  it.each([
    { n: 6, rho: 0, single: 30, twice: 5 },
    { n: 6, rho: 0.3, single: 38, twice: 12 },
    { n: 6, rho: 0.6, single: 49, twice: 26 },
    { n: 8, rho: 0, single: 34, twice: 4 },
    { n: 8, rho: 0.3, single: 40, twice: 11 },
  ])('baseline of $n weeks, rho $rho: $twice % are told of two weeks in a row', ({ n, rho, single, twice }) => {
    const normal = normals(n * 1000 + rho * 10);
    let anySingle = 0;
    let anyTwice = 0;
    for (let run = 0; run < RUNS; run++) {
      let level = normal();
      const series: WeekValue[] = [];
      for (let week = 0; week < n + WATCHED; week++) {
        series.push({ week, value: level });
        level = rho * level + Math.sqrt(1 - rho * rho) * normal();
      }
      const longest = Math.max(...readWeeks(series, baselineOf(series, 0, n)).map((week) => week.run));
      if (longest >= 1) anySingle++;
      if (longest >= 2) anyTwice++;
    }
    expect(Math.abs((100 * anyTwice) / RUNS - twice)).toBeLessThanOrEqual(2);
    expect(Math.abs((100 * anySingle) / RUNS - single)).toBeLessThanOrEqual(2);
  });
});

/** Standard normal numbers from a seed (mulberry32 and Box–Muller), the same on every machine. */
function normals(seed: number): () => number {
  let state = seed;
  const uniform = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  return () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
}
