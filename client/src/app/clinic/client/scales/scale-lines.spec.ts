import type { SeriesDto } from '../../../../api/types.gen';
import { baselineWords, chartBaseline, chartSeries } from './scale-lines';

const week = (on: string, value: number | null, more: object = {}) => ({
  ...{ week: on, on, value, answered: value !== null, prorated: false, inBaseline: false, beyond: null, run: 0 },
  ...more,
});
const series = {
  weeks: [week('2026-10-05', 6.43), week('2026-10-12', null), week('2026-10-19', 3, { beyond: 'below', run: 1 })],
  baseline: { state: 'set', n: 6, mean: 6.2, sd: 0.5, limit: 1.39, low: 4.8, high: 7.6, from: '2026-08-03', to: null },
} as unknown as SeriesDto;

it('draws a missing week as a gap and one decimal at most', () => {
  expect(chartSeries(series, false).points).toEqual([
    { on: '2026-10-05', value: 6.4 },
    { on: '2026-10-12', value: null },
    { on: '2026-10-19', value: 3, note: 'outside this week' },
  ]);
});

it('says nothing of ranges when the screen is turned round', () => {
  expect(chartSeries(series, true).points.every(({ note }) => note === undefined)).toBe(true);
});

it('draws the usual range only where there is one, and says what it rests on', () => {
  expect(chartBaseline(series)).toEqual({ low: 4.8, high: 7.6, from: '2026-08-03' });
  expect(baselineWords(series)).toContain('the first 6 weeks, give or take 1.39');
  const forming = {
    ...series,
    baseline: { ...series.baseline, state: 'forming', n: 4, low: null, high: null },
  } as SeriesDto;
  expect(chartBaseline(forming)).toBeNull();
  expect(baselineWords(forming)).toBe('No usual range yet: it needs 6 weekly answers and has 4.');
});
