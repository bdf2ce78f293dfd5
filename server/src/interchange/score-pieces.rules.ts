import { figure } from '../charts/axes.rules.js';
import type { ChartInput, ChartMark, Drawing } from '../charts/chart.definition.js';
import { drawChart } from '../charts/drawing.rules.js';
import {
  bandWords,
  chartOfScores,
  type ChartView,
  type ChartWords,
  lineOf,
  riskOf,
  type ScoreRow,
  scoreRows,
} from '../charts/scores-chart.rules.js';
import type { InstrumentScoresDto, PointDto } from '../scales/scales.dto.js';
import { altOf, CHART_WIDTH, dated, longDay, shortDay } from './chart-words.js';
import type { Piece } from '../paper/paper.definition.js';
import type { PaperTable } from '../paper/paper-table.js';

const WORDS: ChartWords = {
  notScored: 'not scored',
  cutoff: (value) => `cut-off ${figure(value)}`,
  start: (reason) => `compared anew from here: ${reason}`,
};

/** One scale on paper: what it shows in a sentence, the chart, what its marks are, how change is read, and every value. */
export function scorePieces(
  scores: InstrumentScoresDto,
  marks: readonly ChartMark[],
  view: ChartView,
  onNewPage: boolean,
): Piece[] {
  const total = scores.series.find(({ kind }) => kind === 'total');
  const care = view === 'care';
  const sentence = care ? total?.finding : total?.ownWords;
  const drawing = total && drawChart(inputOf(scores, marks, view));
  const quiet = (words: string): Piece[] => (words ? [{ kind: 'words', words, quiet: true }] : []);
  return [
    { kind: 'part', title: scores.title, onNewPage },
    ...(sentence ? [{ kind: 'words' as const, words: sentence }] : []),
    ...(drawing && total.weeks.length > 0 ? [{ kind: 'drawing' as const, drawing, alt: altOf(sentence ?? '') }] : []),
    ...(drawing ? keyOf(drawing).flatMap(quiet) : []),
    ...(care ? quiet(bandLine(scores)) : []),
    ...(care ? quiet(scores.changeBasis) : []),
    ...quiet(scores.label),
    { kind: 'table', table: tableOf(scores, scoreRows(scores.points, total), care) },
    ...(care ? noticesOf(scores).flatMap(quiet) : []),
  ];
}

function inputOf(scores: InstrumentScoresDto, marks: readonly ChartMark[], view: ChartView): ChartInput {
  const total = scores.series.find(({ kind }) => kind === 'total')!;
  return {
    ...{ width: CHART_WIDTH, min: scores.min, max: scores.max, gapWord: 'missed' },
    ...chartOfScores(scores, marks, view, WORDS),
    series: [lineOf(total, { name: scores.title, mark: 'one' }, WORDS)],
    dayWords: shortDay,
  };
}

const SHAPES = { setback: 'triangle', disclosure: 'diamond', start: 'square', event: 'circle', session: 'dot' };

function keyOf({ numbered, sessions }: Drawing): string[] {
  const last = sessions.at(-1);
  return [
    ...numbered.map(({ number, kind, on, label }) => `${number} (${SHAPES[kind]}): ${longDay(on)}, ${label}`),
    ...(last ? [`Dots on the axis: ${sessions.length} sessions, the last on ${longDay(last.on)}.`] : []),
  ];
}

function bandLine({ bands }: InstrumentScoresDto): string {
  if (bands.length === 0) return '';
  return `Bands are the published ones: ${bands.map(({ code, lo, hi }) => `${bandWords(code)} ${lo}–${hi}`).join(', ')}.`;
}

function tableOf(scores: InstrumentScoresDto, rows: readonly ScoreRow<PointDto>[], care: boolean): PaperTable {
  const withBands = care && scores.bands.length > 0;
  const risks = care ? scores.riskItems : [];
  const withVerdict = care && scores.points.some(({ change }) => change !== null);
  return {
    title: 'Every answer',
    head: [
      ...['Date', 'Total'],
      ...(withBands ? ['Band'] : []),
      ...['Since the last', 'Answered'],
      ...risks.map(bandTitle),
      ...(withVerdict ? ['Read as'] : []),
    ],
    shares: [1.1, 0.9],
    rows: rows.map((row) => {
      if (row.missed)
        return [
          dated(row.on),
          'missed',
          ...(withBands ? ['–'] : []),
          '–',
          '–',
          ...risks.map(() => '–'),
          ...(withVerdict ? ['–'] : []),
        ];
      const { score, change } = row.point;
      return [
        dated(row.on),
        score.total === null ? 'not scored' : `${figure(score.total)}${score.prorated ? ' (worked out)' : ''}`,
        ...(withBands ? [score.band === null ? '–' : bandWords(score.band)] : []),
        row.delta === null ? '–' : signed(row.delta),
        `${score.answered} of ${score.of}`,
        ...risks.map((item) => ({ above: 'above 0', none: '0', unknown: 'open' })[riskOf(row.point, item)]),
        ...(withVerdict ? [change?.verdict.replaceAll('_', ' ') ?? '–'] : []),
      ];
    }),
  };
}

const bandTitle = (item: string): string => item.replace(/^item-/, 'Item ');

const noticesOf = ({ points }: InstrumentScoresDto): string[] =>
  points
    .flatMap(({ answeredOn, notices }) => notices.map(({ words }) => `${longDay(answeredOn)}: ${words}`))
    .slice(0, 10);

const signed = (by: number): string => (by === 0 ? 'same' : (by > 0 ? '+' : '−') + figure(Math.abs(by)));
