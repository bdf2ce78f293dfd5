import { Component, computed, input } from '@angular/core';
import { figure } from '../../../../../../server/src/charts/axes.rules';
import { bandWords, riskOf, type ScoreRow } from '../../../../../../server/src/charts/scores-chart.rules';
import type { InstrumentScoresDto, PointDto } from '../../../../api/types.gen';
import { dated } from '../../../kit/clock';
import { signed } from '../../../kit/scale-chart/chart-data';
import { ruleWords, VERDICTS } from './chart-words';

/** Every answer in a real table, newest first: what the drawing shows, and what it cannot. */
@Component({ selector: 'kept-score-table', templateUrl: './score-table.html' })
export class ScoreTable {
  readonly scores = input.required<InstrumentScoresDto>();
  readonly rows = input.required<readonly ScoreRow<PointDto>[]>();
  readonly clientView = input(false);

  protected readonly care = computed(() => !this.clientView());
  protected readonly withBands = computed(() => this.care() && this.scores().bands.length > 0);
  protected readonly risks = computed(() => (this.care() ? this.scores().riskItems : []));
  protected readonly withVerdict = computed(
    () => this.care() && this.scores().points.some(({ change }) => change !== null),
  );
  protected readonly title = computed(() => $localize`Every answer to ${this.scores().title}:title:`);
  /** A verdict keeps the rule it was made by; each is named once. */
  protected readonly rules = computed(() => {
    const made = this.scores().points.flatMap(({ change }) => change?.rule ?? []);
    return this.withVerdict() ? [...new Set(made.map(ruleWords))] : [];
  });
  protected readonly notes = computed(() => this.rows().map((row) => this.noteOf(row)));
  protected readonly hasNotes = computed(() => this.notes().some((note) => note !== ''));

  protected readonly figure = figure;
  protected readonly signed = signed;
  protected readonly bandWords = bandWords;
  protected readonly dated = dated;
  protected readonly verdicts = VERDICTS;

  protected riskTitle(item: string): string {
    return item.startsWith('item-') ? $localize`Item ${item.slice(5)}:number:` : item;
  }

  protected riskWords(point: PointDto, item: string): string {
    return { above: $localize`above 0`, none: '0', unknown: $localize`open` }[riskOf(point, item)];
  }

  private noteOf(row: ScoreRow<PointDto>): string {
    if (row.missed) return '';
    const { score, notices } = row.point;
    const { answered, of } = score;
    const told = this.care() && notices.length > 0 ? notices.map(({ words }) => words).join(' ') : '';
    if (score.total === null) return $localize`${answered}:answered: of ${of}:of:, not scored` + (told && ` ${told}`);
    const basis = score.prorated ? $localize`worked out from ${answered}:answered: of ${of}:of:` : '';
    const week = this.care() ? this.weekNote(row.on) : '';
    return [basis, week, told].filter(Boolean).join('. ');
  }

  /** Of a tracker: whether its week lies outside the usual range. */
  private weekNote(on: string): string {
    const week = this.scores()
      .series.find(({ kind }) => kind === 'total')
      ?.weeks.find((each) => each.on === on);
    if (!week?.beyond) return '';
    return week.run > 1 ? $localize`outside for ${week.run}:weeks: weeks` : $localize`outside this week`;
  }
}
