import type { ScheduleDto, SeriesDto } from '../../../../api/types.gen';
import { baselineWords, chartBaseline, chartSeries, rhythmWords, stateWords } from './scale-lines';

const week = (on: string, value: number | null, more: object = {}) => ({
  ...{ week: on, on, value, answered: value !== null, prorated: false, inBaseline: false, beyond: null, run: 0 },
  ...more,
});
const series = {
  weeks: [week('2026-10-05', 6.43), week('2026-10-12', null), week('2026-10-19', 3, { beyond: 'below', run: 1 })],
  baseline: { state: 'set', n: 6, mean: 6.2, sd: 0.5, limit: 1.39, low: 4.8, high: 7.6, from: '2026-08-03', to: null },
} as unknown as SeriesDto;
const schedule = (more: Partial<ScheduleDto>) =>
  ({
    everyDays: 7,
    beforeEachSession: false,
    startsOn: '2026-10-05',
    lastAnsweredOn: null,
    nextOn: null,
    ...more,
  }) as ScheduleDto;

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

it.each([
  [{ state: 'due' as const }, 'every week', 'open now, not answered yet'],
  [
    { state: 'answered' as const, lastAnsweredOn: '2026-10-06', nextOn: '2026-10-12' },
    'every week',
    'answered 6 October, next 12 October',
  ],
  [{ state: 'upcoming' as const, everyDays: 14 }, 'every 2 weeks', 'from 5 October'],
  [
    { state: 'with_session' as const, everyDays: null, beforeEachSession: true },
    'before each session',
    'not answered yet',
  ],
])('says how an asking stands: %j', (more, rhythm, state) => {
  expect([rhythmWords(schedule(more)), stateWords(schedule(more))]).toEqual([rhythm, state]);
});
