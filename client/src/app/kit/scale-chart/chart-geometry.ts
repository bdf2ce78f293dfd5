import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { dayTime, shortDay } from '../clock';
import { figure, type ChartBand, type ChartBaseline, type ChartEvent, type ChartSeries } from './chart-data';

/** The drawing's own units; CSS scales it to the page. */
const WIDTH = 700;
const LEFT = 32;
const BOTTOM = 28;
/** Least distance between two day labels, and between two names at line ends, so that none overlap. */
const DAY_GAP = 92;
const NAME_GAP = 18;

export interface ChartInput {
  readonly series: readonly ChartSeries[];
  readonly min: number;
  readonly max: number;
  readonly bands: readonly ChartBand[];
  readonly baseline: ChartBaseline | null;
  readonly events: readonly ChartEvent[];
}

/** Everything the template draws, in the drawing's units. */
export function chartGeometry(input: ChartInput) {
  const pair = input.series.length > 1;
  const height = pair ? 270 : 330;
  const top = input.events.length ? 30 : 12;
  const floor = height - BOTTOM;
  const right = pair ? 80 : input.bands.length ? 132 : 24;
  const edge = WIDTH - right;

  const days = [...new Set(input.series.flatMap((each) => each.points.map((point) => point.on)))].sort();
  const first = days[0] ?? '1970-01-01';
  const last = days.at(-1) ?? first;
  const x = scaleLinear()
    .domain([dayTime(first), first === last ? dayTime(first) + 1 : dayTime(last)])
    .range([LEFT, edge])
    .clamp(true);
  const y = scaleLinear().domain([input.min, input.max]).range([floor, top]).clamp(true);
  const at = (day: string): number => round(x(dayTime(day)));
  const level = (value: number): number => round(y(value));

  return {
    width: WIDTH,
    height,
    left: LEFT,
    edge,
    top,
    floor,
    pair,
    rules: yRules(input).map((value) => ({ y: level(value), label: figure(value), axis: value === input.min })),
    days: spaced(days, at).map((day) => ({ x: at(day), label: shortDay(day) })),
    bands: input.bands.map((band, index) => ({
      y: level(band.to),
      height: round(level(band.from) - level(band.to)),
      middle: round((level(band.from) + level(band.to)) / 2 + 4),
      label: band.label,
      raised: band.raised === true,
      shaded: band.raised === true || index % 2 === 1,
    })),
    baseline: input.baseline && ribbon(input.baseline, at, level, last),
    events: input.events.map((event, index) => ({
      x: at(event.on),
      number: index + 1,
      label: event.label,
      on: event.on,
    })),
    lines: apart(input.series.map((each) => trace(each, at, level))),
  };
}

function trace(series: ChartSeries, at: (day: string) => number, level: (value: number) => number) {
  const path = line<{ on: string; value: number | null }>()
    .defined((point) => point.value !== null)
    .x((point) => at(point.on))
    .y((point) => level(point.value ?? 0));
  const dots = series.points.flatMap((point) =>
    point.value === null ? [] : [{ x: at(point.on), y: level(point.value), value: figure(point.value) }],
  );
  return {
    name: series.name,
    mark: series.mark,
    // A point with a gap on both sides is a marker without a line.
    path: path([...series.points]) ?? '',
    dots,
    missed: series.points.flatMap((point, index) =>
      point.value === null ? [{ x: at(point.on), y: missedLevel(series, index, level) }] : [],
    ),
    end: dots.at(-1) ?? null,
    nameY: (dots.at(-1)?.y ?? 0) + 4,
  };
}

/** "missed" stands where the line would have been: between its neighbours. */
function missedLevel(series: ChartSeries, index: number, level: (value: number) => number): number {
  const before = series.points.slice(0, index).findLast((point) => point.value !== null)?.value;
  const after = series.points.slice(index + 1).find((point) => point.value !== null)?.value;
  const values = [before, after].filter((value) => value !== null && value !== undefined);
  return values.length ? round(values.reduce((sum, value) => sum + level(value), 0) / values.length + 4) : level(0) - 8;
}

/** Pushes the names at the line ends apart when the lines end close to each other. */
function apart<T extends { nameY: number }>(lines: readonly T[]): readonly T[] {
  const [one, two] = lines;
  if (!one || !two || Math.abs(one.nameY - two.nameY) >= NAME_GAP) return lines;
  const middle = (one.nameY + two.nameY) / 2;
  const up = one.nameY <= two.nameY ? one : two;
  return lines.map((each) => ({ ...each, nameY: each === up ? middle - NAME_GAP / 2 : middle + NAME_GAP / 2 }));
}

function yRules(input: ChartInput): number[] {
  const published = input.bands.filter((band) => !band.raised);
  const values = published.length
    ? [...published.map((band) => band.from), input.max]
    : [...scaleLinear().domain([input.min, input.max]).ticks(4), input.min, input.max];
  const sorted = [...new Set(values)].sort((a, b) => a - b);
  const room = (input.max - input.min) / 12;
  // The top rule gives way when it would sit on the one below it.
  return sorted.filter((value, index) => value === input.max || (sorted[index + 1] ?? Infinity) - value >= room);
}

function spaced(days: readonly string[], at: (day: string) => number): readonly string[] {
  const kept: string[] = [];
  for (const day of days.toReversed()) {
    const next = kept.at(-1);
    if (next === undefined || at(next) - at(day) >= DAY_GAP) kept.push(day);
  }
  return kept.toReversed();
}

function ribbon(
  baseline: ChartBaseline,
  at: (day: string) => number,
  level: (value: number) => number,
  last: string,
): { x: number; y: number; width: number; height: number } {
  const x = at(baseline.from);
  const y = level(baseline.high);
  return { x, y, width: round(at(baseline.to ?? last) - x), height: round(level(baseline.low) - y) };
}

const round = (value: number): number => Math.round(value * 10) / 10;
