import type { ChartWords } from '../../../../../../server/src/charts/scores-chart.rules';
import { figure } from '../../../../../../server/src/charts/axes.rules';
import type { ChangeDto, ChangeRuleDto } from '../../../../api/types.gen';

/** What a chart of scores says in words within its drawing. */
export const CHART_WORDS: ChartWords = {
  notScored: $localize`not scored`,
  cutoff: (value) => $localize`cut-off ${figure(value)}:value:`,
  start: (reason) => $localize`compared anew from here: ${reason}:reason:`,
};

export const VERDICTS: Record<ChangeDto['verdict'], string> = {
  recovered: $localize`recovered`,
  improved: $localize`improved`,
  unchanged: $localize`unchanged`,
  deteriorated: $localize`deteriorated`,
  usual: $localize`usual`,
  above_usual: $localize`above usual`,
  below_usual: $localize`below usual`,
  baseline_moving: $localize`not read`,
};

/** "improved (−6)"; empty where nothing is read of it. */
export const readWords = ({
  verdict,
  delta,
}: {
  verdict: ChangeDto['verdict'] | null;
  delta: number | null;
}): string => (verdict === null ? '' : `${VERDICTS[verdict]}${delta ? ` (${signed(delta)})` : ''}`);

const signed = (delta: number): string => `${delta > 0 ? '+' : '−'}${figure(Math.abs(delta))}`;

/** How a rule is named beside the verdicts it made. */
export function ruleWords({ threshold, source, reliability, reliabilityKind, ruleVersion }: ChangeRuleDto): string {
  const known =
    reliability === null
      ? $localize`reliability not named there`
      : reliabilityKind === 'alpha'
        ? $localize`reliability ${reliability}:value: (alpha)`
        : $localize`reliability ${reliability}:value: (retest)`;
  return $localize`${threshold}:points: points: ${source}:source:, version ${ruleVersion}:version:; ${known}:reliability:`;
}

/** Months shown, by what stands in the address; the first is what is shown where nothing does. */
export const PERIODS = [
  { key: '6m', months: 6, label: $localize`6 months` },
  { key: '3m', months: 3, label: $localize`3 months` },
  { key: '12m', months: 12, label: $localize`12 months` },
  { key: 'all', months: null, label: $localize`All` },
] as const;

/** The first calendar day of a period that ends today; undefined for all. */
export function beginOf(period: string, now: Date): string | undefined {
  const { months } = PERIODS.find(({ key }) => key === period) ?? PERIODS[0];
  if (months === null) return undefined;
  const [year, month, day] = [now.getFullYear(), now.getMonth() - months, now.getDate()];
  // From the 31st back into a shorter month: its last day, not the first of the one after.
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month, Math.min(day, last))).toISOString().slice(0, 10);
}
