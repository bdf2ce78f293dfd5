import { Component, computed, inject, input, output, signal, viewChild } from '@angular/core';
import { bandWords, chartOfScores, lineOf, scoreRows } from '../../../../../../server/src/charts/scores-chart.rules';
import type { ChartMarkDto, InstrumentDto, InstrumentScoresDto, NoticeDto } from '../../../../api/types.gen';
import { query } from '../../../core/api';
import { Login } from '../../../core/login';
import { dated, longDayOfYear } from '../../../kit/clock';
import { ScaleChart } from '../../../kit/scale-chart/scale-chart';
import { Sparkline } from '../../../kit/sparkline/sparkline';
import { CHART_WORDS } from './chart-words';
import { ItemTable } from './item-table';
import { NewStart } from './new-start';
import { ScoreTable } from './score-table';

/** One scale of one person: the chart with what is published about it, every value, and what stands behind them. */
@Component({
  selector: 'kept-scale-panel',
  imports: [ItemTable, NewStart, ScaleChart, ScoreTable, Sparkline],
  templateUrl: './scale-panel.html',
})
export class ScalePanel {
  readonly clientId = input.required<string>();
  readonly scores = input.required<InstrumentScoresDto>();
  readonly marks = input<readonly ChartMarkDto[]>([]);
  readonly clientView = input(false);
  /** First day shown. */
  readonly from = input<string>();
  /** What the clinic can ask. */
  readonly instruments = input<readonly InstrumentDto[]>([]);
  /** An answer asks for another scale: its instrument. */
  readonly offered = output<string>();
  /** The comparison began anew. */
  readonly begun = output();

  private readonly login = inject(Login);
  private readonly starting = viewChild(NewStart);
  protected readonly mayStart = computed(() => this.login.can('scales:rebaseline') && !this.clientView());
  protected readonly mayOpen = computed(() => this.login.can('scales:items') && !this.clientView());
  protected readonly showsItems = signal(false);

  protected readonly view = computed(() => (this.clientView() ? 'client' : 'care'));
  protected readonly total = computed(() => this.scores().series.find(({ kind }) => kind === 'total'));
  protected readonly finding = computed(() => {
    const total = this.total();
    return (this.clientView() ? total?.ownWords : total?.finding) ?? '';
  });
  protected readonly lines = computed(() => {
    const total = this.total();
    return total ? [lineOf(total, { name: $localize`Total`, mark: 'one' }, CHART_WORDS)] : [];
  });
  protected readonly content = computed(() => chartOfScores(this.scores(), this.marks(), this.view(), CHART_WORDS));
  protected readonly rows = computed(() => scoreRows(this.scores().points, this.total()));
  protected readonly parts = computed(() =>
    this.scores()
      .series.filter(({ kind }) => kind === 'construct')
      .map((series) => ({ series, values: series.weeks.flatMap(({ value }) => value ?? []) })),
  );
  protected readonly partsLabel = computed(() => $localize`Parts of ${this.scores().title}:title:`);
  protected readonly hasPartWords = computed(() => this.parts().some(({ series }) => series.finding !== ''));
  protected readonly bandLine = computed(() => {
    const { bands } = this.scores();
    return this.clientView() ? '' : bands.map(({ code, lo, hi }) => `${bandWords(code)} ${lo}–${hi}`).join(', ');
  });
  protected readonly newest = computed(() => this.scores().points[0]);
  protected readonly paper = computed(
    () =>
      `/api/v1/clients/${this.clientId()}/scores/pdf` +
      query({ instrumentId: this.scores().instrumentId, from: this.from(), view: this.view() }),
  );
  protected readonly longDayOfYear = longDayOfYear;
  protected readonly dated = dated;

  /** Where the clinic has that scale and may ask it; the words stand alone otherwise. */
  protected offerOf({ offers }: NoticeDto): InstrumentDto | undefined {
    if (offers === null || !this.login.can('scales:schedule')) return undefined;
    return this.instruments().find(({ recognisedAs, needsMapping }) => recognisedAs === offers && !needsMapping);
  }

  protected beginAnew(): void {
    this.starting()?.open();
  }
}
