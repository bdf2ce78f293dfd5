/**
 * Honest change: a person's weekly answers against that same person's own first weeks, and nothing else.
 *
 * Two weeks in a row beyond the limit on the same side are called "outside your usual range for two weeks", never
 * significant, reliable or recovered. Weekly answers hang together from week to week, so even this rule speaks up for
 * about one steady person in eight within twelve weeks; the simulation in baseline.rules.spec.ts keeps that figure true.
 */

/** Answers in one calendar week; `value` is null in a week that has an answer but no score. Weeks as from `weekOf`. */
export interface WeekValue {
  week: number;
  value: number | null;
}

export type Side = 'above' | 'below';

export interface Baseline {
  /** `empty` no scored answer, `starting` 1–3, `forming` 4–5, `moving` a trend of its own, `set` ready to compare with. */
  state: 'empty' | 'starting' | 'forming' | 'moving' | 'set';
  /** Scored weeks it rests on, at most the number asked for. */
  n: number;
  mean: number | null;
  /** Standard deviation in scale points, never below the floor. */
  sd: number | null;
  /** How far one new week may lie from the mean; null unless moving or set. */
  limit: number | null;
  /** First and last week it rests on. */
  from: number | null;
  to: number | null;
}

export type Verdict = 'usual' | 'above_usual' | 'below_usual' | 'baseline_moving';

export interface WeekReading extends WeekValue {
  inBaseline: boolean;
  /** Beyond the limit in this week alone: not yet a reading of change. */
  beyond: Side | null;
  /** How many weeks in a row, this one included, lie beyond on that side. */
  run: number;
}

export interface Reading {
  baseline: Baseline;
  weeks: WeekReading[];
  /** About the last scored week; null while the baseline is not ready or nothing came after it. */
  change: { verdict: Verdict; delta: number; limit: number } | null;
}

/** Fewest and most weekly answers a baseline may rest on. */
export const BASELINE_WEEKS = { least: 6, most: 12 } as const;

/** Smallest spread assumed: a row of equal answers is not proof of zero noise. Scale points of a 0–10 answer. */
export const FLOOR = { mean: 0.5, single: 1 } as const;

/** 97.5 % quantile of Student's t by degrees of freedom, 5 to 11: one for each allowed length of a baseline. */
const T_975: Readonly<Record<number, number>> = {
  5: 2.5706,
  6: 2.4469,
  7: 2.3646,
  8: 2.306,
  9: 2.2622,
  10: 2.2281,
  11: 2.201,
};

/**
 * By how many standard deviations one new week may differ from the mean of `n` baseline weeks: the half width of a 95 %
 * prediction interval, t(.975, n-1)·√(1+1/n). Throws RangeError outside 6–12.
 */
export function multiplier(n: number): number {
  const t = T_975[n - 1];
  if (t === undefined) throw new RangeError(`a baseline rests on 6 to 12 weeks, not on ${n}`);
  return t * Math.sqrt(1 + 1 / n);
}

/**
 * The baseline of a series in rising order of week: its first `length` scored weeks, counted from `from` on where a
 * therapist has recorded a new start. Weeks without a score are passed over, they are not zeros.
 */
export function baselineOf(
  series: readonly WeekValue[],
  floor: number,
  length: number = BASELINE_WEEKS.least,
  from: number = -Infinity,
): Baseline {
  const scored: { week: number; value: number }[] = [];
  for (const { week, value } of series) {
    if (scored.length === length) break;
    if (value !== null && week >= from) scored.push({ week, value });
  }
  const n = scored.length;
  const first = scored[0];
  const last = scored[n - 1];
  if (!first || !last) return { state: 'empty', n: 0, mean: null, sd: null, limit: null, from: null, to: null };
  let mean = 0;
  for (const { value } of scored) mean += value / n;
  const bare = { n, mean, sd: null, limit: null, from: first.week, to: last.week };
  if (n < 4) return { ...bare, state: 'starting' };
  if (n < length) return { ...bare, state: 'forming' };

  let squares = 0;
  for (const { value } of scored) squares += (value - mean) ** 2;
  const sd = Math.max(Math.sqrt(squares / (n - 1)), floor);
  const state = Math.abs(drift(scored, mean)) > sd ? 'moving' : 'set';
  return { ...bare, state, sd, limit: multiplier(n) * sd };
}

/** Marks the weeks beyond the limit and counts those in a row. A missing week, or one without a score, breaks the row. */
export function readWeeks(series: readonly WeekValue[], baseline: Baseline): WeekReading[] {
  const { mean, limit, to, from } = baseline;
  let before: WeekReading | undefined;
  return series.map(({ week, value }) => {
    const inBaseline = from !== null && to !== null && week >= from && week <= to;
    let beyond: Side | null = null;
    if (value !== null && mean !== null && limit !== null && to !== null && week > to) {
      if (value - mean > limit) beyond = 'above';
      else if (mean - value > limit) beyond = 'below';
    }
    const follows = before !== undefined && before.week === week - 1 && before.beyond === beyond;
    const run = beyond === null ? 0 : follows && before ? before.run + 1 : 1;
    before = { week, value, inBaseline, beyond, run };
    return before;
  });
}

/** The whole reading of a weekly series in rising order of week. `floor`: see FLOOR. */
export function readSeries(series: readonly WeekValue[], floor: number, length?: number, from?: number): Reading {
  const baseline = baselineOf(series, floor, length, from);
  const weeks = readWeeks(series, baseline);
  const last = weeks.findLast(({ value }) => value !== null);
  const { mean, limit, to, state } = baseline;
  if (!last || last.value === null || mean === null || limit === null || to === null || last.week <= to) {
    return { baseline, weeks, change: null };
  }
  const outside = last.run >= 2 ? last.beyond : null;
  const verdict = state === 'moving' ? 'baseline_moving' : outside ? (`${outside}_usual` as const) : 'usual';
  return { baseline, weeks, change: { verdict, delta: last.value - mean, limit } };
}

/** How far the least-squares line through the baseline rises from its first week to its last, in scale points. */
function drift(points: readonly { week: number; value: number }[], mean: number): number {
  const first = points[0]?.week ?? 0;
  const last = points.at(-1)?.week ?? 0;
  let middle = 0;
  for (const { week } of points) middle += week / points.length;
  let together = 0;
  let spread = 0;
  for (const { week, value } of points) {
    together += (week - middle) * (value - mean);
    spread += (week - middle) ** 2;
  }
  return spread === 0 ? 0 : (together / spread) * (last - first);
}
