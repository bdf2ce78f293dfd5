import { Component, computed, inject, input, signal, viewChild } from '@angular/core';
import type { ClientDto, ClientScoresDto, InstrumentDto, ScheduleDto } from '../../../../api/types.gen';
import { Api, read } from '../../../core/api';
import { ProblemNotice } from '../../../core/problem/problem-notice';
import { problemOf } from '../../../core/problems';
import { Login } from '../../../core/login';
import { ScaleChart } from '../../../kit/scale-chart/scale-chart';
import { Skeleton } from '../../../kit/skeleton/skeleton';
import { Sparkline } from '../../../kit/sparkline/sparkline';
import { Toasts } from '../../../kit/toast/toasts';
import { ScaleAnswers } from './answers/scale-answers';
import { baselineWords, chartBaseline, chartSeries, newestFirst, rhythmWords, stateWords } from './scale-lines';
import { Screenings } from '../screenings/screenings';
import { ScheduleDialog } from './schedule-dialog';

/** The scales of one person: what is asked and when, and a chart for each instrument with that person's usual range. */
@Component({
  selector: 'kept-client-scales',
  imports: [ProblemNotice, ScaleAnswers, ScaleChart, ScheduleDialog, Screenings, Skeleton, Sparkline],
  templateUrl: './scales.html',
})
export class ClientScales {
  /** Client id, from the address. */
  readonly id = input.required<string>();

  private readonly api = inject(Api);
  private readonly login = inject(Login);
  private readonly toasts = inject(Toasts);
  private readonly dialog = viewChild.required(ScheduleDialog);

  protected readonly client = read<ClientDto>(() => `/clients/${this.id()}`);
  protected readonly scores = read<ClientScoresDto>(() => `/clients/${this.id()}/scores`);
  protected readonly instruments = read<{ items: InstrumentDto[] }>(() => '/instruments');
  protected readonly schedules = read<{ items: ScheduleDto[] }>(
    () => `/scale-schedules?clientId=${this.id()}&limit=100`,
  );
  protected readonly mayPlan = computed(() => this.login.can('scales:schedule'));
  /** Their own words, no ranges and no limits: for the moment when the screen is turned round. */
  protected readonly clientView = signal(false);

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
  protected readonly asked = computed(() =>
    this.schedules
      .value()
      ?.items.filter(({ state }) => state !== 'ended')
      .map((schedule) => ({ schedule, rhythm: rhythmWords(schedule), state: stateWords(schedule) })),
  );
  protected readonly problem = computed(() => this.scores.problem() ?? this.schedules.problem());

  protected plan(): void {
    this.dialog().open();
  }

  protected retry(): void {
    this.scores.reload();
    this.schedules.reload();
  }

  protected async end(schedule: ScheduleDto): Promise<void> {
    try {
      await this.api.delete(`/scale-schedules/${schedule.id}`, { ifMatch: schedule.version });
      this.toasts.say($localize`${schedule.instrumentTitle}:title: is no longer asked.`);
    } catch (thrown) {
      const { failed, next } = problemOf(thrown).words;
      this.toasts.fail(`${failed} ${next}`);
    }
    this.schedules.reload();
  }
}
