import type { ChartInput } from './chart.definition.js';

/** Where the drawing lies in its frame, and where a day and a value lie in it. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly edge: number;
  readonly top: number;
  readonly floor: number;
  /** Less than a hand wide: names stand within the drawing. */
  readonly narrow: boolean;
  readonly pair: boolean;
  /** Days that have a point, in order. */
  readonly days: readonly string[];
  readonly last: string;
  readonly withYear: boolean;
  readonly at: (day: string) => number;
  readonly level: (value: number) => number;
}

const NARROW = 520;
/** Room for one row of marks above the drawing. */
export const MARK_ROW = 22;

export function frameOf(input: ChartInput, markRows: number): Frame {
  const { width, series, marks, bands, min, max } = input;
  const pair = series.length > 1;
  const narrow = width < NARROW;
  const days = [...new Set(series.flatMap(({ points }) => points.map(({ on }) => on)))].sort();
  const first = days[0] ?? '1970-01-01';
  const last = [days.at(-1) ?? first, ...marks.map(({ on }) => on)].toSorted().at(-1)!;
  const [left, edge] = [LEFT, width - rightOf({ pair, narrow, hasBands: bands.length > 0 })];
  const height = (pair || narrow ? 270 : 320) + markRows * MARK_ROW;
  const top = TOP + markRows * MARK_ROW;
  const floor = height - BOTTOM - (marks.some(({ kind }) => kind === 'session') ? SESSION_LANE : 0);
  const span = Math.max(1, timeOf(last) - timeOf(first));
  return {
    ...{ width, height, left, edge, top, floor, narrow, pair, days, last },
    withYear: first.slice(0, 4) !== last.slice(0, 4),
    // A single day stands in the middle: at the edge it would look like a beginning.
    at: (day) =>
      first === last
        ? round((left + edge) / 2)
        : round(left + share(timeOf(day) - timeOf(first), span) * (edge - left)),
    level: (value) => round(floor - share(value - min, max - min || 1) * (floor - top)),
  };
}

const LEFT = 34;
const TOP = 14;
const BOTTOM = 28;
const SESSION_LANE = 14;

function rightOf({ pair, narrow, hasBands }: { pair: boolean; narrow: boolean; hasBands: boolean }): number {
  if (pair) return narrow ? 62 : 84;
  return hasBands && !narrow ? 136 : 26;
}

/** From 0 to 1, never beyond. */
const share = (part: number, whole: number): number => Math.min(1, Math.max(0, part / whole));

export const timeOf = (day: string): number => Date.parse(`${day.slice(0, 10)}T00:00:00Z`);

export const round = (value: number): number => Math.round(value * 10) / 10;

/** Values with a rule of their own: where bands begin, else round numbers; always the ends. */
export function rulesOf({ bands, min, max }: ChartInput): number[] {
  const values = bands.length ? [...bands.map(({ from }) => from), max] : [...evenly(min, max, 4), min, max];
  const sorted = [...new Set(values)].sort((a, b) => a - b);
  const room = (max - min) / 12;
  // The top rule gives way when it would sit on the one below it.
  return sorted.filter((value, at) => value === max || (sorted[at + 1] ?? Infinity) - value >= room);
}

/** Round numbers between two, about as many as asked for, 1, 2 or 5 times a power of ten apart. */
function evenly(min: number, max: number, count: number): number[] {
  const rough = (max - min) / count;
  if (!(rough > 0)) return [];
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * (rough / power >= 7 ? 10 : rough / power >= 3.5 ? 5 : rough / power >= 1.5 ? 2 : 1);
  const values: number[] = [];
  for (let value = Math.ceil(min / step) * step; value <= max; value += step)
    values.push(Math.round(value * 1e6) / 1e6);
  return values;
}

/** Days with a label, far enough apart that none lies on another; the last point always has one. */
export function spaced(days: readonly string[], { at, withYear }: Pick<Frame, 'at' | 'withYear'>): readonly string[] {
  const room = withYear ? 88 : 58;
  const kept: string[] = [];
  for (const day of days.toReversed()) {
    const next = kept.at(-1);
    if (next === undefined || at(next) - at(day) >= room) kept.push(day);
  }
  return kept.toReversed();
}

/** Whole numbers as they are, others with one decimal. */
export const figure = (value: number): string => (Number.isInteger(value) ? String(value) : value.toFixed(1));
