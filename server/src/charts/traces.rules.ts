import { figure, type Frame, round } from './axes.rules.js';
import type { ChartInput, ChartPoint, ChartSeries, Shape } from './chart.definition.js';

/** Least distance between two names at line ends, and between two words in gaps, so that none overlap. */
const NAME_GAP = 18;
const WORD_GAP = 62;
/** How far the longest name of a band reaches into a narrow drawing. */
const BAND_NAME = 110;

interface Given {
  on: string;
  value: number;
  prorated: boolean;
}

const givenOf = ({ points }: ChartSeries): Given[] =>
  points.flatMap(({ on, value, prorated }) => (value === null ? [] : [{ on, value, prorated: prorated === true }]));

/** The lines, their markers, the words in their gaps, and what stands at their ends. */
export function tracesOf(input: ChartInput, frame: Frame): Shape[] {
  return [
    ...input.series.map((series): Shape => ({ is: 'path', ink: `line-${series.mark}`, d: pathOf(series, frame) })),
    ...input.series.flatMap((series) => [...gapWords(series, input, frame), ...dotsOf(series, frame)]),
    ...(frame.pair ? namesOf(input.series, frame) : input.series.flatMap((series) => endOf(series, frame))),
  ];
}

/** No line lies across a gap: after one the pen is set down anew. */
export function pathOf({ points }: ChartSeries, { at, level }: Frame): string {
  let open = false;
  return points
    .flatMap(({ on, value }) => {
      if (value === null) {
        open = false;
        return [];
      }
      const to = `${open ? 'L' : 'M'}${at(on)},${level(value)}`;
      open = true;
      return [to];
    })
    .join('');
}

const dotsOf = (series: ChartSeries, { at, level }: Frame): Shape[] =>
  givenOf(series).map(({ on, value, prorated }): Shape => {
    const [x, y] = [at(on), level(value)];
    const ink = `dot-${series.mark}${prorated ? '-open' : ''}` as const;
    return series.mark === 'b'
      ? { is: 'rect', ink, x: round(x - 4), y: round(y - 4), width: 8, height: 8 }
      : { is: 'circle', ink, x, y, r: 4.5 };
  });

/** A word stands where the line would have been, where there is room for one; the table says the rest. */
function gapWords(series: ChartSeries, { gapWord, bands }: ChartInput, frame: Frame): Shape[] {
  // on a narrow drawing the bands bear their names within it, from the left
  const from = frame.left + (frame.narrow && bands.length > 0 ? BAND_NAME : 0);
  let free = -Infinity;
  return series.points.flatMap((point, index): Shape[] => {
    const words = point.gap ?? gapWord;
    if (point.value !== null || words === '') return [];
    const x = frame.at(point.on);
    if (x < free || !hasRoom(series.points, index, { ...frame, left: from })) return [];
    free = x + WORD_GAP;
    const y = gapLevel(series.points, index, frame);
    return [{ is: 'text', ink: 'chart-word-quiet', x, y, words, anchor: 'middle' }];
  });
}

function hasRoom(points: readonly ChartPoint[], index: number, { at, edge, left }: Frame): boolean {
  const x = at(points[index]!.on);
  const near = [points[index - 1], points[index + 1]].flatMap((point) => (point ? [Math.abs(at(point.on) - x)] : []));
  return near.every((distance) => distance >= WORD_GAP / 2) && x - left >= WORD_GAP / 2 && edge - x >= WORD_GAP / 4;
}

function gapLevel(points: readonly ChartPoint[], index: number, { level, floor }: Frame): number {
  const before = points.slice(0, index).findLast(({ value }) => value !== null)?.value;
  const after = points.slice(index + 1).find(({ value }) => value !== null)?.value;
  const known = [before, after].flatMap((value) => value ?? []);
  return known.length ? round(known.reduce((sum, value) => sum + level(value), 0) / known.length + 4) : floor - 8;
}

/** The last value, above its marker, or below it where the line comes from above. */
function endOf(series: ChartSeries, { at, level, top, floor }: Frame): Shape[] {
  const [before, last] =
    givenOf(series).slice(-2).length === 2 ? givenOf(series).slice(-2) : [null, givenOf(series)[0]];
  if (!last) return [];
  const y = level(last.value);
  const fell = before ? level(before.value) < y - 6 : false;
  const below = (fell || y - 12 < top) && y + 20 < floor;
  return [
    {
      ...{ is: 'text', ink: `name-${series.mark}`, x: at(last.on) + 8, y: round(below ? y + 19 : y - 9) },
      ...{ words: figure(last.value), anchor: 'end' },
    } as const,
  ];
}

/** The names at the ends of two lines, pushed apart where the lines end close to each other. */
function namesOf(series: readonly ChartSeries[], { at, level, edge }: Frame): Shape[] {
  const ends = series.flatMap((each) => {
    const last = givenOf(each).at(-1);
    return last ? [{ each, x: at(last.on), y: level(last.value) + 4 }] : [];
  });
  const [one, two] = ends;
  const close = one && two && Math.abs(one.y - two.y) < NAME_GAP;
  const middle = one && two ? (one.y + two.y) / 2 : 0;
  const upper = one && two && one.y <= two.y ? one : two;
  return ends.map(
    (end) =>
      ({
        ...{ is: 'text', ink: `name-${end.each.mark}`, x: round(Math.max(end.x, Math.min(edge, end.x)) + 10) },
        y: round(close ? middle + (end === upper ? -NAME_GAP / 2 : NAME_GAP / 2) : end.y),
        ...{ words: end.each.name, anchor: 'start' },
      }) as const,
  );
}

/** Between two lines, over the days on which both gave a value; nothing is made of the two but the room between them. */
export function distanceOf([one, two]: readonly ChartSeries[], { at, level }: Frame): Shape[] {
  if (!one || !two) return [];
  const other = new Map(two.points.map(({ on, value }) => [on, value]));
  const runs: { on: string; a: number; b: number }[][] = [[]];
  for (const { on, value } of one.points) {
    const b = other.get(on) ?? null;
    if (value === null || b === null) runs.push([]);
    else runs.at(-1)!.push({ on, a: value, b });
  }
  return runs.flatMap((run): Shape[] => {
    const [first] = run;
    if (!first) return [];
    const there = run.map(({ on, a }) => `${at(on)},${level(a)}`);
    const back = run.toReversed().map(({ on, b }) => `${at(on)},${level(b)}`);
    return [{ is: 'path', ink: 'chart-gap', d: `M${[...there, ...back].join('L')}Z` }];
  });
}
