import { Component, computed, input } from '@angular/core';
import type { CoupleScoresDto, PartnerDto } from '../../../api/types.gen';
import { read } from '../../core/api';
import { ProblemNotice } from '../../core/problem/problem-notice';
import type { ChartSeries } from '../../kit/scale-chart/chart-data';
import { ScaleChart } from '../../kit/scale-chart/scale-chart';
import { Skeleton } from '../../kit/skeleton/skeleton';

/** What both partners answer, on one time axis for their therapist: two lines, never an average, never one number. */
@Component({
  selector: 'kept-couple-scales',
  imports: [ProblemNotice, ScaleChart, Skeleton],
  templateUrl: './couple-scales.html',
})
export class CoupleScales {
  readonly coupleId = input.required<string>();
  /** The first is A, the second B. */
  readonly partners = input.required<readonly PartnerDto[]>();
  protected readonly scores = read<CoupleScoresDto>(() => `/couples/${this.coupleId()}/scores`);

  /** Only what both have been asked: one line alone belongs on that person's own chart. */
  protected readonly charts = computed(() => {
    const [a, b] = this.partners();
    const of = (partner: PartnerDto | undefined) =>
      this.scores.value()?.partners.find(({ clientId }) => clientId === partner?.clientId)?.instruments ?? [];
    return of(a).flatMap((first) => {
      const second = of(b).find(({ instrumentId }) => instrumentId === first.instrumentId);
      if (!second) return [];
      const lines = [lineOf(first.series, 'a', nameOf(a)), lineOf(second.series, 'b', nameOf(b))];
      return [{ ...first, lines }];
    });
  });
}

const nameOf = (partner: PartnerDto | undefined): string => partner?.callName ?? $localize`Partner`;

/** By week, so that two people who answer on different days stand in one row. */
function lineOf(
  series: CoupleScoresDto['partners'][number]['instruments'][number]['series'],
  mark: 'a' | 'b',
  name: string,
): ChartSeries {
  const total = series.find(({ kind }) => kind === 'total');
  const points = (total?.weeks ?? []).map(({ week, value }) => ({
    on: week,
    value: value === null ? null : Math.round(value * 10) / 10,
  }));
  return { name, mark, points };
}
