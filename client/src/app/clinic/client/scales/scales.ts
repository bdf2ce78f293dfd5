import { Component, computed, input, signal } from '@angular/core';
import type { ClientDto, ClientScoresDto, InstrumentDto } from '../../../../api/types.gen';
import { read } from '../../../core/api';
import { ProblemNotice } from '../../../core/problem/problem-notice';
import { ScaleChart } from '../../../kit/scale-chart/scale-chart';
import { Skeleton } from '../../../kit/skeleton/skeleton';
import { Sparkline } from '../../../kit/sparkline/sparkline';
import { PlannedScales } from '../../check-ins/planned-scales';
import { ScaleAnswers } from './answers/scale-answers';
import { Screenings } from '../screenings/screenings';
import { baselineWords, chartBaseline, chartSeries, newestFirst } from './scale-lines';

/** The scales of one person: what is asked and when, and a chart for each instrument with that person's usual range. */
@Component({
  selector: 'kept-client-scales',
  imports: [PlannedScales, ProblemNotice, ScaleAnswers, ScaleChart, Screenings, Skeleton, Sparkline],
  templateUrl: './scales.html',
})
export class ClientScales {
  /** Client id, from the address. */
  readonly id = input.required<string>();

  protected readonly client = read<ClientDto>(() => `/clients/${this.id()}`);
  protected readonly scores = read<ClientScoresDto>(() => `/clients/${this.id()}/scores`);
  protected readonly instruments = read<{ items: InstrumentDto[] }>(() => '/instruments');
  /** Their own words, no ranges and no limits: for the moment when the screen is turned round. */
  protected readonly clientView = signal(false);
  /** Whose plans are shown; nobody's while the screen is turned. */
  protected readonly asked = computed(() => {
    const client = this.client.value();
    return client && !this.clientView() ? [{ clientId: client.id, name: client.displayName }] : null;
  });

  protected readonly charts = computed(() =>
    this.scores
      .value()
      ?.instruments.toSorted(newestFirst)
      .map((scores) => {
        const [total, ...constructs] = scores.series;
        return {
          scores,
          total,
          lines: total ? [chartSeries(total, this.clientView())] : [],
          baseline: total ? chartBaseline(total) : null,
          basis: total ? baselineWords(total) : '',
          constructs: constructs.map((series) => ({
            series,
            values: series.weeks.flatMap(({ value }) => value ?? []),
          })),
        };
      }),
  );
  protected readonly problem = computed(() => this.scores.problem() ?? this.client.problem());

  protected retry(): void {
    this.scores.reload();
    this.client.reload();
  }
}
