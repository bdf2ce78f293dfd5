import { Component, computed, input } from '@angular/core';
import type { CoupleScoresDto, PartnerDto } from '../../../api/types.gen';
import { query, read } from '../../core/api';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { ScaleChart } from '../../kit/scale-chart/scale-chart';
import { Skeleton } from '../../kit/skeleton/skeleton';
import { pairCharts } from './couple-charts';

/** What both partners answer, on one time axis for their therapist: two lines or two panels, never an average. */
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

  protected readonly paper = computed(() => `/api/v1/couples/${this.coupleId()}/scores/pdf`);
  protected readonly charts = computed(() => {
    const [a, b] = this.partners();
    const of = (partner: PartnerDto | undefined) =>
      this.scores.value()?.partners.find(({ clientId }) => clientId === partner?.clientId);
    return pairCharts([of(a), of(b)], [nameOf(a), nameOf(b)]);
  });
  /** Who has answered something while the other has not, in words. */
  protected readonly empty = computed(() => {
    const answered = this.partners().filter(({ clientId }) =>
      this.scores.value()?.partners.some((each) => each.clientId === clientId && each.instruments.length > 0),
    );
    const [only] = answered;
    return only && answered.length === 1
      ? $localize`Only ${nameOf(only)}:name: has answered. A chart of both stands here once both have answered the same scale.`
      : $localize`A chart of both stands here once both have answered the same scale.`;
  });

  protected paperOf(instrumentId: string): string {
    return this.paper() + query({ instrumentId });
  }
}

const nameOf = (partner: PartnerDto | undefined): string => partner?.callName ?? $localize`Partner`;
