import type {
  BoundaryDto,
  ConsistencyDto,
  PartnerDto,
  PromiseReportDto,
  ReportDto,
  SaidDto,
} from '../../../api/types.gen';
import { dated, shortDay } from '../../kit/clock';
import type { ChartSeries } from '../../../../../server/src/charts/chart.definition';

export const STATES: Record<BoundaryDto['state'], string> = {
  draft: $localize`Draft`,
  proposed: $localize`Put forward`,
  discussing: $localize`Being talked about`,
  agreed: $localize`Agreed, not started`,
  active: $localize`In force`,
  under_review: $localize`Being looked at again`,
  renewed: $localize`In force, agreed again`,
  changed: $localize`To be put in other words`,
  retired: $localize`Ended`,
  declined: $localize`Answered with no`,
};

export const MARKS: Record<SaidDto['mark'], string> = {
  kept: $localize`kept`,
  bent: $localize`bent`,
  crossed: $localize`crossed`,
  not_saying: $localize`rather not say`,
};

const KINDS: Record<BoundaryDto['kind'], string> = {
  limit: $localize`limit`,
  request: $localize`request`,
  condition: $localize`condition of repair`,
};

/** Nothing more comes of it. */
export const isOver = ({ state }: BoundaryDto): boolean => state === 'retired' || state === 'declined';

export const isInForce = ({ state }: BoundaryDto): boolean => state === 'active' || state === 'renewed';

/** "Maya’s condition of repair. In force since 3 September." */
export function standingWords(it: BoundaryDto): string {
  const kind = it.fixed ? $localize`limit of her or his own` : KINDS[it.kind];
  const state = STATES[it.state];
  return $localize`${it.from}:name:’s ${kind}:kind:. ${state}:state: since ${dated(it.stateAt)}:day:.`;
}

/** What the clinic knows people by: A and B in their own order. */
export interface Two {
  nameOf(clientId: string): string;
  orderOf(clientId: string): 'a' | 'b';
}

export const twoOf = (partners: readonly PartnerDto[]): Two => ({
  nameOf: (id) => partners.find(({ clientId }) => clientId === id)?.callName ?? $localize`Partner`,
  orderOf: (id) => (partners[0]?.clientId === id ? 'a' : 'b'),
});

const percent = (rate: number | null): number | null => (rate === null ? null : Math.round(rate * 100));

const byOrder = <T extends { clientId: string }>(reports: readonly T[], two: Two): T[] =>
  [...reports].sort((a, b) => two.orderOf(a.clientId).localeCompare(two.orderOf(b.clientId)));

/** A line for each of the two; a week of which somebody said nothing is a gap in that line. */
export function boundaryLines(it: ConsistencyDto, two: Two): ChartSeries[] {
  const since = it.activeFrom ?? '';
  return byOrder(it.reports, two).map((report) => ({
    name: two.nameOf(report.clientId),
    mark: two.orderOf(report.clientId),
    points: report.weeks
      .filter(({ week, occasions }) => weekEnd(week) >= since || occasions > 0)
      .map(({ week, rate, occasions, kept, notSaying }) => ({
        on: week,
        value: percent(rate),
        note: noteOf(two.nameOf(report.clientId), kept, occasions, notSaying),
      })),
  }));
}

const weekEnd = (monday: string): string =>
  new Date(Date.parse(`${monday}T00:00:00Z`) + 518_400_000).toISOString().slice(0, 10);

function noteOf(name: string, kept: number, occasions: number, notSaying: number): string {
  if (occasions > 0) return $localize`${name}:name: ${kept}:kept: of ${occasions}:occasions:.`;
  return notSaying > 0 ? $localize`${name}:name: would rather not say.` : $localize`${name}:name: said nothing.`;
}

/** What the chart shows, in a sentence or three. Says nothing about why. */
export function boundaryFinding(it: ConsistencyDto, two: Two): string {
  const sentences = byOrder(it.reports, two).map((report) => keptWords(report, two));
  const disputed = it.disputed.length;
  if (disputed === 1) sentences.push($localize`Of one week they tell differently.`);
  if (disputed > 1) sentences.push($localize`Of ${disputed}:count: weeks they tell differently.`);
  return sentences.join(' ');
}

function keptWords({ clientId, kept, occasions }: ReportDto, two: Two): string {
  const name = two.nameOf(clientId);
  return occasions === 0
    ? $localize`${name}:name: has said nothing.`
    : $localize`${name}:name: says kept ${kept}:kept: of ${occasions}:occasions: times.`;
}

/** "Week of 14 Sep: Maya says crossed, Tom says kept." */
export const disputeWords = ({ week, said }: ConsistencyDto['disputed'][number], two: Two): string => {
  const day = shortDay(week);
  const words = said.map(({ clientId, mark }) => $localize`${two.nameOf(clientId)}:name: says ${MARKS[mark]}:mark:`);
  return $localize`Week of ${day}:day:: ${words.join(', ')}:said:.`;
};

/** What its maker says came of them, and what the other saw. */
export function promiseLines({ clientId, weeks }: PromiseReportDto, partners: readonly PartnerDto[]): ChartSeries[] {
  const two = twoOf(partners);
  const other = partners.find((partner) => partner.clientId !== clientId);
  const maker: ChartSeries = {
    name: $localize`${two.nameOf(clientId)}:name:: done`,
    mark: two.orderOf(clientId),
    points: weeks.map(({ week, rate, due, done, late, missed, unknown }) => ({
      on: week,
      value: percent(rate),
      note: $localize`${due}:due: due: ${done}:done: done, ${late}:late: late, ${missed}:missed: missed, ${unknown}:unknown: unknown.`,
    })),
  };
  const partner: ChartSeries = {
    name: $localize`${two.nameOf(other?.clientId ?? '')}:name:: seen`,
    mark: maker.mark === 'a' ? 'b' : 'a',
    points: weeks.map(({ week, seenRate, saw, didNot, silent }) => ({
      on: week,
      value: percent(seenRate),
      note: $localize`Seen ${saw}:saw:, not seen ${didNot}:not:, nothing said ${silent}:silent:.`,
    })),
  };
  return maker.mark === 'a' ? [maker, partner] : [partner, maker];
}

export function promiseFinding({ clientId, weeks }: PromiseReportDto, two: Two): string {
  const sum = (of: (week: PromiseReportDto['weeks'][number]) => number): number =>
    weeks.reduce((total, week) => total + of(week), 0);
  const [due, done, late, missed] = [sum((w) => w.due), sum((w) => w.done), sum((w) => w.late), sum((w) => w.missed)];
  const disputed = sum((w) => w.disputed);
  const name = two.nameOf(clientId);
  const words = $localize`${due}:due: came due. ${name}:name: says ${done}:done: done, ${late}:late: late, ${missed}:missed: missed.`;
  return disputed === 0 ? words : `${words} ${$localize`Of ${disputed}:count: the two tell differently.`}`;
}
