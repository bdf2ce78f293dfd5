import type { ChartBand, ChartCutoff, ChartMark, ChartRibbon, ChartSeries } from './chart.definition.js';

/** Scores as they leave the server, as far as a chart needs them. */
export interface ScoresToDraw {
  readonly min: number;
  readonly max: number;
  readonly bands: readonly { readonly code: string; readonly lo: number }[];
  readonly cutoffs: readonly { readonly op: string; readonly value: number; readonly caseness: boolean }[];
  readonly starts: readonly { readonly startsOn: string; readonly reason: string }[];
  readonly series: readonly SeriesToDraw[];
  readonly points: readonly PointToDraw[];
}

export interface SeriesToDraw {
  readonly kind: 'total' | 'construct';
  readonly weeks: readonly {
    readonly week: string;
    readonly on: string;
    readonly value: number | null;
    readonly answered: boolean;
    readonly missed: boolean;
    readonly prorated: boolean;
  }[];
  readonly baseline: {
    readonly state: string;
    readonly low: number | null;
    readonly high: number | null;
    readonly mean: number | null;
    readonly limit: number | null;
    readonly from: string | null;
  };
}

export interface PointToDraw {
  readonly id: string;
  readonly answeredOn: string;
  readonly score: {
    readonly total: number | null;
    readonly band: string | null;
    readonly answered: number;
    readonly of: number;
    readonly prorated: boolean;
  };
  readonly risk: readonly string[];
}

/** Words of a chart, said by whoever shows it. */
export interface ChartWords {
  readonly notScored: string;
  readonly cutoff: (value: number, side: ChartCutoff['side']) => string;
  readonly start: (reason: string) => string;
}

/** To the care team with everything that is known; to the person who answered, the line and the sessions alone. */
export type ChartView = 'care' | 'client';

/** What is drawn of one scale beside its line. A practice tracker has neither bands nor a cut-off, whatever is asked. */
export function chartOfScores(scores: ScoresToDraw, marks: readonly ChartMark[], view: ChartView, words: ChartWords) {
  const total = scores.series.find(({ kind }) => kind === 'total');
  const care = view === 'care';
  return {
    bands: care ? bandsOf(scores) : [],
    cutoff: care ? cutoffOf(scores, words) : null,
    ribbon: care && total ? ribbonOf(total) : null,
    marks: care ? [...marks, ...startsOf(scores, words)] : marks.filter(({ kind }) => kind === 'session'),
  };
}

/** Each band goes up to where the next begins, the last one to the end of the scale. */
export const bandsOf = ({ bands, max }: Pick<ScoresToDraw, 'bands' | 'max'>): ChartBand[] =>
  bands.map(({ code, lo }, at) => ({ from: lo, to: bands[at + 1]?.lo ?? max, label: bandWords(code) }));

export const bandWords = (code: string): string => code.replaceAll('-', ' ');

/** The one line between a case and none. */
export function cutoffOf(
  { cutoffs }: Pick<ScoresToDraw, 'cutoffs'>,
  words: Pick<ChartWords, 'cutoff'>,
): ChartCutoff | null {
  const line = cutoffs.find(({ caseness }) => caseness);
  if (!line) return null;
  const side = line.op.startsWith('>') ? 'above' : 'below';
  return { value: line.value, side, label: words.cutoff(line.value, side) };
}

/** A usual range as it stands, or as far to both sides of the first answer as change is not read. */
export function ribbonOf({ baseline, weeks }: SeriesToDraw): ChartRibbon | null {
  const { state, low, high, mean, limit, from } = baseline;
  const begins = weeks.find(({ week }) => from !== null && week >= from)?.on;
  if (begins === undefined) return null;
  if (state === 'first' && mean !== null && limit !== null)
    return { low: tenths(mean - limit), high: tenths(mean + limit), from: begins };
  return low === null || high === null ? null : { low, high, from: begins };
}

const startsOf = ({ starts }: ScoresToDraw, words: ChartWords): ChartMark[] =>
  starts.map(({ startsOn, reason }) => ({ on: startsOn, kind: 'start', label: words.start(reason) }));

/** `by` week where two people who answer on different days stand in one row. One decimal: finer steps would claim too much. */
export function lineOf(
  series: SeriesToDraw,
  { name, mark }: Pick<ChartSeries, 'name' | 'mark'>,
  words: Pick<ChartWords, 'notScored'>,
  by: 'on' | 'week' = 'on',
): ChartSeries {
  const points = series.weeks.map((week) => ({
    on: week[by],
    value: week.value === null ? null : tenths(week.value),
    ...(week.prorated ? { prorated: true } : {}),
    ...(week.value === null && !week.missed ? { gap: week.answered ? words.notScored : '' } : {}),
  }));
  return { name, mark, points };
}

const tenths = (value: number): number => Math.round(value * 10) / 10;

/** A line of the table after a chart: an answer, or an asking that got none. */
export type ScoreRow<Point extends PointToDraw = PointToDraw> =
  | { readonly on: string; readonly missed: true; readonly point: null; readonly delta: null }
  | { readonly on: string; readonly missed: false; readonly point: Point; readonly delta: number | null };

/** Newest first. `delta`: points since the answer with a score before it; null on the first of those shown. */
export function scoreRows<Point extends PointToDraw>(
  points: readonly Point[],
  series: SeriesToDraw | undefined,
): ScoreRow<Point>[] {
  const given = points.map((point, at): ScoreRow<Point> => {
    const before = points.slice(at + 1).find(({ score }) => score.total !== null)?.score.total ?? null;
    const { total } = point.score;
    const delta = total === null || before === null ? null : Math.round((total - before) * 100) / 100;
    return { on: point.answeredOn, missed: false, point, delta };
  });
  const unanswered = (series?.weeks ?? []).flatMap(({ on, missed }): ScoreRow<Point>[] =>
    missed ? [{ on, missed, point: null, delta: null }] : [],
  );
  return [...given, ...unanswered].toSorted((a, b) => b.on.localeCompare(a.on));
}

/** Points of an item that an answer to may have to be looked at: above zero, zero, or not to be told from the score alone. */
export function riskOf({ score, risk }: PointToDraw, item: string): 'above' | 'none' | 'unknown' {
  if (risk.includes(item)) return 'above';
  // A total needs an answer to it.
  return score.total === null ? 'unknown' : 'none';
}
