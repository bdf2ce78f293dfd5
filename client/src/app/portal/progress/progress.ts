import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ClientScoresDto, WeekDto } from '../../../api/types.gen';
import { read } from '../../core/api';
import { Login } from '../../core/login';
import { ProblemNotice } from '../../core/problem/problem-notice';
import type { ChartSeries } from '../../../../../server/src/charts/chart.definition';
import { ScaleChart } from '../../kit/scale-chart/scale-chart';
import { Skeleton } from '../../kit/skeleton/skeleton';
import { Visibility } from '../../kit/visibility/visibility';

/** A person's own check-ins over time, in plain words: no ranges, no marks, nothing about anyone else. */
@Component({
  selector: 'kept-progress',
  imports: [ProblemNotice, RouterLink, ScaleChart, Skeleton, Visibility],
  templateUrl: './progress.html',
})
export class Progress {
  private readonly login = inject(Login);
  protected readonly scores = read<ClientScoresDto>(() => {
    const clientId = this.login.me()?.clientId;
    return clientId ? `/clients/${clientId}/scores` : undefined;
  });
  protected readonly seenBy = $localize`you and your care team. Not your partner.`;
  protected readonly charts = computed(() =>
    this.scores.value()?.instruments.flatMap(({ code, title, min, max, series }) => {
      const total = series.find(({ kind }) => kind === 'total');
      return total ? [{ code, title, min, max, words: total.ownWords, lines: [lineOf(total.weeks)] }] : [];
    }),
  );
}

/** One decimal: finer steps would claim more than a week's answers can tell. */
function lineOf(weeks: readonly Pick<WeekDto, 'on' | 'value' | 'missed'>[]): ChartSeries {
  const points = weeks.map(({ on, value, missed }) => ({
    ...{ on, value: value === null ? null : Math.round(value * 10) / 10 },
    ...(value === null && !missed ? { gap: '' } : {}),
  }));
  return { name: $localize`Your answers`, mark: 'one', points };
}
