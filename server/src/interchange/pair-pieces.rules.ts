import { figure } from '../charts/axes.rules.js';
import type { ChartSeries } from '../charts/chart.definition.js';
import { drawChart } from '../charts/drawing.rules.js';
import { courseOf } from '../charts/line-course.rules.js';
import type { PairChart, PairPanel, PairWords } from '../charts/pair-chart.rules.js';
import { altOf, CHART_WIDTH, dated, longDay, shortDay } from './chart-words.js';
import type { Piece } from '../paper/paper.definition.js';
import type { PaperTable } from '../paper/paper-table.js';

/** What the screen says in its own tongue of two lines, for paper. */
export const PAIR_WORDS: PairWords = {
  notScored: 'not scored',
  cutoff: (value, side) => `${side} the cut-off of ${figure(value)}`,
  courses: (lines, better) =>
    [...lines.flatMap(courseWords), ...(better ? [`${better === 'lower' ? 'Lower' : 'Higher'} is better.`] : [])].join(
      ' ',
    ),
  cutoffAt: (value) => `The cut-off is ${figure(value)}.`,
  apart: (week, points) => `In the week of ${longDay(week)} they stood ${figure(points)} apart.`,
  neverTogether: 'They have not yet answered in the same week.',
};

function courseWords(line: ChartSeries): string[] {
  const course = courseOf(line);
  if (!course) return [];
  const { name, way, missed } = course;
  const [from, to] = [figure(course.from), figure(course.to)];
  const left =
    missed.length === 0
      ? ''
      : missed.length === 1
        ? ` and missed ${longDay(missed[0]!)}`
        : ` and missed ${missed.length} times`;
  const words = {
    one: `has one value so far, ${from}`,
    fell: `fell from ${from} to ${to}`,
    rose: `rose from ${from} to ${to}`,
    same: `began and ended at ${to}`,
  };
  return [`${name} ${words[way]}${left}.`];
}

/** One scale of two people on paper: for each axis the sentence, the drawing and every week in a table. */
export function pairPieces(chart: PairChart, onNewPage: boolean): Piece[] {
  const quiet = (words: string): Piece[] => (words ? [{ kind: 'words', words, quiet: true }] : []);
  return [
    ...chart.panels.flatMap((panel, at) => panelPieces(panel, onNewPage && at === 0)),
    ...quiet(
      chart.together ? '' : 'Two charts: they answered different versions, so their numbers do not share an axis.',
    ),
    ...quiet('Two people, two lines: neither is measured against the other.'),
    ...quiet(chart.together ? 'The grey between them is their distance in weeks that both answered.' : ''),
    ...quiet(chart.label),
    ...quiet(chart.higherMeans ? `Higher means ${chart.higherMeans}.` : ''),
  ];
}

function panelPieces({ heading, finding, lines, min, max, cutoff }: PairPanel, onNewPage: boolean): Piece[] {
  const content = { series: lines, min, max, cutoff, bands: [], ribbon: null, marks: [] };
  const drawing = drawChart({ ...content, width: CHART_WIDTH, gapWord: 'missed', dayWords: shortDay });
  return [
    { kind: 'part', title: heading, onNewPage },
    { kind: 'words', words: finding },
    { kind: 'drawing', drawing, alt: altOf(finding) },
    { kind: 'table', table: weeksOf(lines) },
  ];
}

/** Newest week first; a dash where somebody was not asked in it. */
function weeksOf(lines: readonly ChartSeries[]): PaperTable {
  const weeks = [...new Set(lines.flatMap(({ points }) => points.map(({ on }) => on)))].sort().reverse();
  return {
    title: 'Week by week',
    head: ['Week of', ...lines.map(({ name }) => name)],
    shares: [1],
    rows: weeks.map((week) => [dated(week), ...lines.map((line) => cellOf(line, week))]),
  };
}

function cellOf({ points }: ChartSeries, week: string): string {
  const point = points.find(({ on }) => on === week);
  if (!point) return '–';
  return point.value === null ? (point.gap ?? 'missed') || '–' : figure(point.value);
}
