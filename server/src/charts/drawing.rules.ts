import { figure, type Frame, frameOf, MARK_ROW, round, rulesOf, spaced, timeOf } from './axes.rules.js';
import type { ChartInput, ChartMark, Drawing, NumberedMark, Shape } from './chart.definition.js';
import { distanceOf, tracesOf } from './traces.rules.js';

/** Two marks this near each other stand in different rows; more rows than these are not made. */
const MARK_ROOM = 21;
const MOST_ROWS = 4;

/** Everything that stands on a chart, back to front. The same numbers for a screen and for paper. */
export function drawChart(input: ChartInput): Drawing {
  const drawn = { ...input, marks: marksWithin(input) };
  // How many rows the marks need hangs on where they stand, which does not hang on the rows.
  const rows = rowsOf(drawn.marks, frameOf(drawn, 0));
  const frame = frameOf(drawn, Math.max(0, ...rows.values()) + (rows.size > 0 ? 1 : 0));
  const numbered = drawn.marks.filter(isNumbered).map((mark, at): NumberedMark => ({ ...mark, number: at + 1 }));
  const sessions = drawn.marks.filter((mark) => !isNumbered(mark));
  return {
    ...{ width: frame.width, height: frame.height, numbered, sessions },
    shapes: [
      ...bandsOf(drawn, frame),
      ...ribbonOf(drawn, frame),
      ...gridOf(drawn, frame),
      ...distanceOf(drawn.series, frame),
      ...cutoffOf(drawn, frame),
      ...numbered.flatMap((mark, at) => markOf(mark, rows.get(drawn.marks.filter(isNumbered)[at]!) ?? 0, frame)),
      ...sessions.map(({ on }): Shape => ({
        is: 'circle',
        ink: 'chart-session',
        x: frame.at(on),
        y: frame.floor + 8,
        r: 3,
      })),
      ...tracesOf(drawn, frame),
      ...bandNames(drawn, frame),
    ],
  };
}

const isNumbered = ({ kind }: ChartMark): boolean => kind !== 'session';

/** What happened before the first value has no place on the axis. */
function marksWithin({ series, marks }: ChartInput): ChartMark[] {
  const first = series.flatMap(({ points }) => points.map(({ on }) => on)).toSorted()[0];
  return first === undefined
    ? []
    : marks.filter(({ on }) => timeOf(on) >= timeOf(first)).toSorted((a, b) => a.on.localeCompare(b.on));
}

function rowsOf(marks: readonly ChartMark[], { at }: Frame): Map<ChartMark, number> {
  const ends: number[] = [];
  return new Map(
    marks.filter(isNumbered).map((mark) => {
      const x = at(mark.on);
      const free = ends.findIndex((end) => x - end >= MARK_ROOM);
      const row = free >= 0 ? free : Math.min(ends.length, MOST_ROWS - 1);
      ends[row] = x;
      return [mark, row] as const;
    }),
  );
}

/** A shape for each kind, with its number in it, and a dotted line down to the axis. */
function markOf({ on, kind, number }: NumberedMark, row: number, { at, floor }: Frame): Shape[] {
  const x = at(on);
  const y = 12 + row * MARK_ROW;
  const shape: Shape =
    kind === 'event'
      ? { is: 'circle', ink: 'chart-event-mark', x, y, r: 9 }
      : { is: 'path', ink: 'chart-event-mark', d: outlineOf(kind, x, y) };
  return [
    { is: 'line', ink: 'chart-event', x1: x, x2: x, y1: y + 10, y2: floor },
    shape,
    { is: 'text', ink: 'chart-event-number', x, y: y + 4, words: String(number), anchor: 'middle' },
  ];
}

/** Setback: a triangle; disclosure: a diamond; a new start: a square. */
export function outlineOf(kind: ChartMark['kind'], x: number, y: number): string {
  const corners: [number, number][] =
    kind === 'setback'
      ? [
          [x, y - 12],
          [x + 12, y + 9],
          [x - 12, y + 9],
        ]
      : kind === 'disclosure'
        ? [
            [x, y - 12],
            [x + 12, y],
            [x, y + 12],
            [x - 12, y],
          ]
        : [
            [x - 9, y - 9],
            [x + 9, y - 9],
            [x + 9, y + 9],
            [x - 9, y + 9],
          ];
  return `M${corners.map(([left, down]) => `${round(left)},${round(down)}`).join('L')}Z`;
}

function bandsOf({ bands, cutoff, max, min }: ChartInput, { left, edge, level, pair }: Frame): Shape[] {
  const area = (from: number, to: number, ink: 'chart-band' | 'chart-band-raised'): Shape => ({
    ...{ is: 'rect', ink, x: left, y: level(to), width: round(edge - left), height: round(level(from) - level(to)) },
  });
  const raised =
    pair && cutoff
      ? [
          cutoff.side === 'above'
            ? area(cutoff.value, max, 'chart-band-raised')
            : area(min, cutoff.value, 'chart-band-raised'),
        ]
      : [];
  return [...bands.filter((_, at) => at % 2 === 1).map(({ from, to }) => area(from, to, 'chart-band')), ...raised];
}

/** Beside the drawing, or within it where there is no room beside. */
function bandNames({ bands }: ChartInput, { narrow, edge, left, level }: Frame): Shape[] {
  return bands.flatMap(({ from, to, label }): Shape[] => {
    const height = level(from) - level(to);
    if (height < 13) return [];
    const y = round((level(from) + level(to)) / 2 + 4);
    return [
      narrow
        ? { is: 'text', ink: 'chart-word-quiet', x: left + 6, y: round(level(to) + 13), words: label, anchor: 'start' }
        : { is: 'text', ink: 'chart-word', x: edge + 14, y, words: label, anchor: 'start' },
    ];
  });
}

function gridOf(input: ChartInput, frame: Frame): Shape[] {
  const { left, edge, height, level, at, days } = frame;
  return [
    ...rulesOf(input).flatMap((value): Shape[] => [
      {
        is: 'line',
        ink: value === input.min ? 'chart-axis' : 'chart-grid',
        x1: left,
        x2: edge,
        y1: level(value),
        y2: level(value),
      },
      { is: 'text', ink: 'chart-word', x: left - 8, y: round(level(value) + 4), words: figure(value), anchor: 'end' },
    ]),
    ...spaced(days, frame).map((day): Shape => {
      const words = input.dayWords(day, frame.withYear);
      return { is: 'text', ink: 'chart-word', x: at(day), y: height - 8, words, anchor: 'middle' };
    }),
  ];
}

function ribbonOf({ ribbon, max, min }: ChartInput, { at, level, last }: Frame): Shape[] {
  if (!ribbon) return [];
  const [x, y] = [at(ribbon.from), level(Math.min(max, ribbon.high))];
  const width = round(at(ribbon.to ?? last) - x);
  return width > 0
    ? [{ is: 'rect', ink: 'chart-ribbon', x, y, width, height: round(level(Math.max(min, ribbon.low)) - y) }]
    : [];
}

function cutoffOf({ cutoff }: ChartInput, { left, edge, level, top, pair }: Frame): Shape[] {
  if (!cutoff) return [];
  const y = level(cutoff.value);
  // In the corner of what is shaded; else on its line, and beneath it where there is no room above.
  const words = pair && cutoff.side === 'above' ? top + 14 : y - 16 < top ? y + 14 : y - 5;
  return [
    { is: 'line', ink: 'chart-cutoff', x1: left, x2: edge, y1: y, y2: y },
    { is: 'text', ink: 'chart-word-quiet', x: left + 8, y: round(words), words: cutoff.label, anchor: 'start' },
  ];
}
