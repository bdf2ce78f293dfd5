import { booleanAttribute, Component, computed, input } from '@angular/core';
import { uniqueId } from '../unique-id';
import { Person } from '../person/person';
import { dated, shortDay } from '../clock';
import { figure } from '../../../../../server/src/charts/axes.rules';
import type {
  ChartBand,
  ChartCutoff,
  ChartMark,
  ChartRibbon,
  ChartSeries,
} from '../../../../../server/src/charts/chart.definition';
import { drawChart } from '../../../../../server/src/charts/drawing.rules';
import { change } from './chart-data';
import { ChartDrawing, type ChartContent } from './chart-drawing';
import { chartFinding } from './chart-finding';
import { ChartKey } from './chart-key';

/**
 * Values over time: a title, one sentence that says what it shows, the drawing, then every value in a real table.
 * Takes one line (mark `one`) or two partners (marks `a` and `b`).
 */
@Component({
  selector: 'kept-scale-chart',
  imports: [ChartDrawing, ChartKey, Person],
  templateUrl: './scale-chart.html',
  host: { '[class]': "stacked() ? 'stack' : 'chart-and-table'" },
})
export class ScaleChart {
  readonly heading = input.required<string>();
  readonly series = input.required<readonly ChartSeries[]>();
  /** Lowest possible value. */
  readonly min = input(0);
  /** Highest possible value. */
  readonly max = input.required<number>();
  /** The sentence; made from the values when left out. */
  readonly finding = input<string>();
  /** Adds which way is better to the sentence made from the values. */
  readonly better = input<'lower' | 'higher'>();
  readonly bands = input<readonly ChartBand[]>([]);
  readonly cutoff = input<ChartCutoff | null>(null);
  readonly ribbon = input<ChartRibbon | null>(null);
  readonly marks = input<readonly ChartMark[]>([]);
  /** The page brings a table of its own, `[notes]` and all. */
  readonly ownTable = input(false, { transform: booleanAttribute });
  /** Title of the table. */
  readonly tableHeading = input($localize`Every value`);
  /** What stands where no value was given, in the drawing and in the table. */
  readonly gapWord = input($localize`missed`);
  /** Table below the drawing also on a wide page. */
  readonly stacked = input(false, { transform: booleanAttribute });

  protected readonly titleId = uniqueId('chart');
  protected readonly words = computed(() => this.finding() ?? chartFinding(this.series(), this.better()));
  protected readonly any = computed(() => this.series().some((line) => line.points.length > 0));
  protected readonly content = computed((): ChartContent => ({
    series: this.series(),
    min: this.min(),
    max: this.max(),
    bands: this.bands(),
    cutoff: this.cutoff(),
    ribbon: this.ribbon(),
    marks: this.marks(),
    gapWord: this.gapWord(),
    dayWords: (day, withYear) => (withYear ? dated(day) : shortDay(day)),
  }));
  /** Which marks are on the chart does not hang on its width. */
  protected readonly key = computed(() => {
    const { numbered, sessions } = drawChart({ ...this.content(), width: 700 });
    return numbered.length + sessions.length > 0 ? { numbered, sessions } : null;
  });
  /** Newest day first; a cell for each line, null where that line has no point on that day. */
  protected readonly rows = computed(() => {
    const days = [...new Set(this.series().flatMap((line) => line.points.map((point) => point.on)))].sort().reverse();
    return days.map((on) => ({
      on,
      label: shortDay(on),
      cells: this.series().map((line) => cell(line, on, this.gapWord())),
      notes: this.series().flatMap((line) => line.points.find((point) => point.on === on)?.note ?? []),
    }));
  });
  protected readonly hasNotes = computed(() => this.rows().some((row) => row.notes.length > 0));
}

function cell(line: ChartSeries, on: string, gapWord: string): { value: string; change: string; gap: string } | null {
  const index = line.points.findIndex((point) => point.on === on);
  const point = line.points[index];
  if (!point) return null;
  if (point.value === null) return { value: '', change: '', gap: (point.gap ?? gapWord) || '–' };
  const before = line.points.slice(0, index).findLast((each) => each.value !== null)?.value;
  return {
    value: figure(point.value),
    change: before === null || before === undefined ? '' : change(before, point.value),
    gap: '',
  };
}
