import { figure } from '../../../../../server/src/charts/axes.rules';
import {
  type PairChart,
  pairCharts as chartsOf,
  type PairWords,
} from '../../../../../server/src/charts/pair-chart.rules';
import type { PartnerScoresDto } from '../../../api/types.gen';
import { longDayOfYear } from '../../kit/clock';
import { chartFinding } from '../../kit/scale-chart/chart-finding';

const WORDS: PairWords = {
  notScored: $localize`not scored`,
  cutoff: (value, side) =>
    side === 'above'
      ? $localize`above the cut-off of ${figure(value)}:value:`
      : $localize`below the cut-off of ${figure(value)}:value:`,
  courses: chartFinding,
  cutoffAt: (value) => $localize`The cut-off is ${figure(value)}:value:.`,
  apart: (week, points) =>
    $localize`In the week of ${longDayOfYear(week)}:day: they stood ${figure(points)}:points: apart.`,
  neverTogether: $localize`They have not yet answered in the same week.`,
};

/** What both have answered, as the screen says it. */
export const pairCharts = (
  [a, b]: readonly [PartnerScoresDto | undefined, PartnerScoresDto | undefined],
  names: readonly [string, string],
): PairChart[] => chartsOf([a?.instruments ?? [], b?.instruments ?? []], names, WORDS);
