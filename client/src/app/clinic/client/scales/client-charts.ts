import { Component, computed, inject, input, model, output } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';
import type { ChartMarkDto, ClientScoresDto, InstrumentDto } from '../../../../api/types.gen';
import { query, read } from '../../../core/api';
import { Login } from '../../../core/login';
import { ProblemNotice } from '../../../core/problem/problem-notice';
import { dated, stamp } from '../../../kit/clock';
import { Select } from '../../../kit/select/select';
import { Skeleton } from '../../../kit/skeleton/skeleton';
import { beginOf, PERIODS } from './chart-words';
import { newestFirst } from './scale-lines';
import { ScalePanel } from './scale-panel';

/** A chart for each scale of one person, over a time that stands in the address; for the team, or as it can be shown to her. */
@Component({
  selector: 'kept-client-charts',
  imports: [ProblemNotice, ScalePanel, Select, Skeleton],
  templateUrl: './client-charts.html',
  host: { class: 'stack' },
})
export class ClientCharts {
  readonly clientId = input.required<string>();
  /** Her own words, no ranges and no limits: for the moment when the screen is turned round. */
  readonly clientView = model(false);
  /** What the clinic can ask. */
  readonly instruments = input<readonly InstrumentDto[]>([]);
  /** An answer asks for another scale: its instrument. */
  readonly offered = output<string>();

  private readonly login = inject(Login);
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly address = toSignal(this.route.queryParamMap);

  protected readonly periods = PERIODS.map(({ key, label }) => ({ key, label }));
  protected readonly period = computed(() => {
    const asked = this.address()?.get('period');
    return PERIODS.find(({ key }) => key === asked)?.key ?? PERIODS[0].key;
  });
  protected readonly from = computed(() => beginOf(this.period(), new Date()));
  /** Of the time shown. */
  readonly scores = read<ClientScoresDto>(() => `/clients/${this.clientId()}/scores${query({ from: this.from() })}`);
  /** A chart without its marks is still a chart. */
  protected readonly marks = read<{ items: ChartMarkDto[] }>(() =>
    this.login.can('scales:marks') ? `/clients/${this.clientId()}/chart-marks` : undefined,
  );
  protected readonly charts = computed(() => this.scores.value()?.instruments.toSorted(newestFirst));
  protected readonly paper = computed(
    () =>
      `/api/v1/clients/${this.clientId()}/scores/pdf` +
      query({ from: this.from(), view: this.clientView() ? 'client' : 'care' }),
  );

  /** On paper the buttons that say it are left out. */
  protected printed(): string {
    const from = this.from();
    const since = from ? $localize`From ${dated(from, 'long')}:day: on.` : $localize`All answers.`;
    const today = $localize`Printed on ${stamp(new Date())}:moment:.`;
    return [since, today, ...(this.clientView() ? [] : [$localize`For the care team.`])].join(' ');
  }

  /** Something was answered elsewhere on the page, on a day that may lie before the time shown. */
  reload(on: string): void {
    const from = this.from();
    if (from && on < from) this.show('all');
    this.scores.reload();
    this.marks.reload();
  }

  protected show(period: string): void {
    const queryParams = { period: period === PERIODS[0].key ? null : period };
    void this.router.navigate([], {
      relativeTo: this.route,
      queryParams,
      queryParamsHandling: 'merge',
      replaceUrl: true,
    });
  }

  protected print(): void {
    window.print();
  }
}
