import type { InstrumentScoresDto, SeriesDto } from '../../../../api/types.gen';
import type { ChartBaseline, ChartSeries } from '../../../kit/scale-chart/chart-data';

/**
 * A series as the chart takes it: a week without an answer is a gap, and what was left open is said in the table.
 * One decimal: finer steps would claim more than a week's answers can tell.
 */
export function chartSeries(series: SeriesDto, clientView: boolean): ChartSeries {
  const points = series.weeks.map((week) => {
    const note = clientView ? '' : noteOf(week);
    return { on: week.on, value: tenths(week.value), ...(note ? { note } : {}) };
  });
  return { name: $localize`Mean`, mark: 'one', points };
}

const tenths = (value: number | null): number | null => (value === null ? null : Math.round(value * 10) / 10);

/** The person's usual range, drawn over the whole time, so that each later week can be held against it. */
export function chartBaseline({ baseline }: SeriesDto): ChartBaseline | null {
  const { low, high, from } = baseline;
  return low === null || high === null || from === null ? null : { low, high, from };
}

/** What the numbers of the usual range rest on, in one line. */
export function baselineWords({ baseline }: SeriesDto): string {
  const { state, n, sd, limit, mean } = baseline;
  // A published scale is compared with its first answer, not with a usual range.
  if (state === 'first') return '';
  if (state === 'set' && mean !== null && sd !== null && limit !== null) {
    return $localize`Usual range: mean ${mean}:mean: of the first ${n}:weeks: weeks, give or take ${limit}:limit: (standard deviation ${sd}:sd:). About 1 in 8 steady people leave it for two weeks within 12 weeks.`;
  }
  if (state === 'moving')
    return $localize`The first ${n}:weeks: weeks were already moving, so there is no usual range.`;
  return $localize`No usual range yet: it needs 6 weekly answers and has ${n}:weeks:.`;
}

/** Newest answer of an instrument, for ordering charts: what moved last stands first. */
export const newestFirst = (a: InstrumentScoresDto, b: InstrumentScoresDto): number =>
  (b.points[0]?.answeredAt ?? '').localeCompare(a.points[0]?.answeredAt ?? '');

function noteOf(week: SeriesDto['weeks'][number]): string {
  if (!week.answered) return '';
  if (week.value === null) return $localize`too few answers`;
  if (week.run > 1) return $localize`outside for ${week.run}:weeks: weeks`;
  if (week.beyond !== null) return $localize`outside this week`;
  return week.prorated ? $localize`some left open` : '';
}
