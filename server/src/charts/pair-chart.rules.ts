import type { ChartCutoff, ChartSeries } from './chart.definition.js';
import { type ChartWords, cutoffOf, lineOf, type PointToDraw, type ScoresToDraw } from './scores-chart.rules.js';

/** One scale of one of two people, as it leaves the server. */
export interface PartnerScores extends ScoresToDraw {
  readonly instrumentId: string;
  readonly code: string;
  readonly title: string;
  readonly label: string;
  readonly higherMeans: string;
  readonly validated: boolean;
  readonly direction: 'higher_better' | 'lower_better' | 'none';
  readonly points: readonly (PointToDraw & { readonly instrumentVersion: number })[];
}

/** One scale of two people: on one axis, or on two where their numbers cannot be held beside each other. */
export interface PairChart {
  readonly key: string;
  readonly title: string;
  readonly label: string;
  readonly higherMeans: string;
  readonly together: boolean;
  readonly panels: readonly PairPanel[];
}

export interface PairPanel {
  readonly heading: string;
  readonly finding: string;
  readonly lines: readonly ChartSeries[];
  readonly min: number;
  readonly max: number;
  readonly cutoff: ChartCutoff | null;
}

/** What is said about two lines, by whoever shows them. */
export interface PairWords extends Pick<ChartWords, 'notScored' | 'cutoff'> {
  readonly courses: (lines: readonly ChartSeries[], better?: 'lower' | 'higher') => string;
  readonly cutoffAt: (value: number) => string;
  readonly apart: (week: string, points: number) => string;
  readonly neverTogether: string;
}

/** Only what both have answered: one line alone belongs on that person's own chart. Two people never become one number. */
export function pairCharts(
  [first, second]: readonly [readonly PartnerScores[], readonly PartnerScores[]],
  [nameA, nameB]: readonly [string, string],
  words: PairWords,
): PairChart[] {
  return first.flatMap((a) => {
    const b = second.find((each) => isSameScale(a, each));
    if (!b) return [];
    const together = isComparable(a, b);
    const [lineA, lineB] = [pairLine(a, 'a', nameA, words), pairLine(b, 'b', nameB, words)];
    const { instrumentId: key, title, label, higherMeans } = a;
    const panels = together
      ? [panelOf(a, title, [lineA, lineB], words)]
      : [panelOf(a, `${nameA}: ${a.title}`, [lineA], words), panelOf(b, `${nameB}: ${b.title}`, [lineB], words)];
    return [{ ...{ key, title, label, higherMeans, together }, panels }];
  });
}

/** The same form, or two forms of one published scale, such as in two languages. */
const isSameScale = (one: PartnerScores, other: PartnerScores): boolean =>
  one.instrumentId === other.instrumentId || (one.validated && other.validated && one.code === other.code);

/** One axis needs one form, one range, and answers to the same versions of it. */
function isComparable(one: PartnerScores, other: PartnerScores): boolean {
  const versions = ({ points }: PartnerScores): string =>
    [...new Set(points.map(({ instrumentVersion }) => instrumentVersion))].sort((a, b) => a - b).join();
  return (
    one.instrumentId === other.instrumentId &&
    one.min === other.min &&
    one.max === other.max &&
    versions(one) === versions(other)
  );
}

/** By week, so that two people who answer on different days stand in one row. */
function pairLine({ series }: PartnerScores, mark: 'a' | 'b', name: string, words: PairWords): ChartSeries {
  const total = series.find(({ kind }) => kind === 'total');
  return total ? lineOf(total, { name, mark }, words, 'week') : { name, mark, points: [] };
}

const BETTER = { lower_better: 'lower', higher_better: 'higher', none: undefined } as const;

function panelOf(scores: PartnerScores, heading: string, lines: readonly ChartSeries[], words: PairWords): PairPanel {
  const cutoff = cutoffOf(scores, words);
  const sentences = [
    words.courses(lines, BETTER[scores.direction]),
    ...(cutoff ? [words.cutoffAt(cutoff.value)] : []),
    ...nearest(lines, words),
  ];
  return { heading, finding: sentences.join(' '), lines, min: scores.min, max: scores.max, cutoff };
}

/** How far apart they stood the last time both answered; a distance, not a verdict on either. */
function nearest([a, b]: readonly ChartSeries[], words: PairWords): string[] {
  if (!a || !b) return [];
  const other = new Map(b.points.map(({ on, value }) => [on, value]));
  const both = a.points.findLast(({ on, value }) => value !== null && (other.get(on) ?? null) !== null);
  if (!both || both.value === null) return [words.neverTogether];
  return [words.apart(both.on, Math.round(Math.abs(both.value - (other.get(both.on) ?? 0)) * 10) / 10)];
}
