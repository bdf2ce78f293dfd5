import { figure } from '../../../../../server/src/charts/axes.rules';
import type { ChartCutoff, ChartSeries } from '../../../../../server/src/charts/chart.definition';
import { cutoffOf, lineOf } from '../../../../../server/src/charts/scores-chart.rules';
import type { InstrumentScoresDto, PartnerScoresDto } from '../../../api/types.gen';
import { longDay } from '../../kit/clock';
import { chartFinding } from '../../kit/scale-chart/chart-finding';

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

const WORDS = {
  notScored: $localize`not scored`,
  cutoff: (value: number, side: ChartCutoff['side']): string =>
    side === 'above'
      ? $localize`above the cut-off of ${figure(value)}:value:`
      : $localize`below the cut-off of ${figure(value)}:value:`,
};

/** Only what both have answered: one line alone belongs on that person's own chart. Two people never become one number. */
export function pairCharts(
  [a, b]: readonly [PartnerScoresDto | undefined, PartnerScoresDto | undefined],
  [nameA, nameB]: readonly [string, string],
): PairChart[] {
  return (a?.instruments ?? []).flatMap((first) => {
    const second = b?.instruments.find((each) => isSameScale(first, each));
    if (!second) return [];
    const together = isComparable(first, second);
    const [lineA, lineB] = [pairLine(first, 'a', nameA), pairLine(second, 'b', nameB)];
    const { instrumentId: key, title, label, higherMeans } = first;
    const panels = together
      ? [panelOf(first, title, [lineA, lineB])]
      : [panelOf(first, `${nameA}: ${first.title}`, [lineA]), panelOf(second, `${nameB}: ${second.title}`, [lineB])];
    return [{ ...{ key, title, label, higherMeans, together }, panels }];
  });
}

/** The same form, or two forms of one published scale, such as in two languages. */
const isSameScale = (one: InstrumentScoresDto, other: InstrumentScoresDto): boolean =>
  one.instrumentId === other.instrumentId || (one.validated && other.validated && one.code === other.code);

/** One axis needs one form, one range, and answers to the same versions of it. */
function isComparable(one: InstrumentScoresDto, other: InstrumentScoresDto): boolean {
  const versions = ({ points }: InstrumentScoresDto): string =>
    [...new Set(points.map(({ instrumentVersion }) => instrumentVersion))].sort((a, b) => a - b).join();
  return (
    one.instrumentId === other.instrumentId &&
    one.min === other.min &&
    one.max === other.max &&
    versions(one) === versions(other)
  );
}

/** By week, so that two people who answer on different days stand in one row. */
function pairLine({ series }: InstrumentScoresDto, mark: 'a' | 'b', name: string): ChartSeries {
  const total = series.find(({ kind }) => kind === 'total');
  return total ? lineOf(total, { name, mark }, WORDS, 'week') : { name, mark, points: [] };
}

function panelOf(scores: InstrumentScoresDto, heading: string, lines: readonly ChartSeries[]): PairPanel {
  const cutoff = cutoffOf(scores, WORDS);
  const better = { lower_better: 'lower', higher_better: 'higher', none: undefined } as const;
  const said = chartFinding(lines, better[scores.direction]);
  const line = cutoff ? ' ' + $localize`The cut-off is ${figure(cutoff.value)}:value:.` : '';
  return { heading, finding: said + line + nearest(lines), lines, min: scores.min, max: scores.max, cutoff };
}

/** How far apart they stood the last time both answered; a distance, not a verdict on either. */
function nearest([a, b]: readonly ChartSeries[]): string {
  if (!a || !b) return '';
  const other = new Map(b.points.map(({ on, value }) => [on, value]));
  const both = a.points.findLast(({ on, value }) => value !== null && (other.get(on) ?? null) !== null);
  if (!both || both.value === null) return ' ' + $localize`They have not yet answered in the same week.`;
  const apart = figure(Math.round(Math.abs(both.value - (other.get(both.on) ?? 0)) * 10) / 10);
  return ' ' + $localize`In the week of ${longDay(both.on)}:day: they stood ${apart}:points: apart.`;
}
