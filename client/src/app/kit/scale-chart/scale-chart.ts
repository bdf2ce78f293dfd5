import { booleanAttribute, Component, computed, input } from '@angular/core';
import { uniqueId } from '../unique-id';
import { Person } from '../person/person';
import { longDay, shortDay } from '../clock';
import { change, figure, type ChartBand, type ChartBaseline, type ChartEvent, type ChartSeries } from './chart-data';
import { chartFinding } from './chart-finding';
import { chartGeometry } from './chart-geometry';

/**
 * Values over time: a title, one sentence that says what it shows, the drawing, then every value in a real table.
 * Takes one line (mark `one`) or two partners (marks `a` and `b`).
 */
@Component({
  selector: 'kept-scale-chart',
  imports: [Person],
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
  readonly baseline = input<ChartBaseline | null>(null);
  readonly events = input<readonly ChartEvent[]>([]);
  /** Title of the table. */
  readonly tableHeading = input($localize`Every value`);
  /** What stands where no value was given, in the drawing and in the table. */
  readonly gapWord = input($localize`missed`);
  /** Table below the drawing also on a wide page. */
  readonly stacked = input(false, { transform: booleanAttribute });

  protected readonly titleId = uniqueId('chart');
  protected readonly words = computed(() => this.finding() ?? chartFinding(this.series(), this.better()));
  protected readonly any = computed(() => this.series().some((line) => line.points.length > 0));
  protected readonly drawing = computed(() =>
    chartGeometry({
      series: this.series(),
      min: this.min(),
      max: this.max(),
      bands: this.bands(),
      baseline: this.baseline(),
      events: this.events(),
    }),
  );
  protected readonly picture = computed(() => {
    const values = this.series().flatMap((line) => line.points.filter((point) => point.value !== null));
    return $localize`Line chart of ${values.length}:count: values. The table after it holds every value.`;
  });
  /** Newest day first; a cell for each line, null where that line has no point on that day. */
  protected readonly rows = computed(() => {
    const days = [...new Set(this.series().flatMap((line) => line.points.map((point) => point.on)))].sort().reverse();
    return days.map((on) => ({
      on,
      label: shortDay(on),
      cells: this.series().map((line) => cell(line, on)),
      notes: this.series().flatMap((line) => line.points.find((point) => point.on === on)?.note ?? []),
    }));
  });
  protected readonly hasNotes = computed(() => this.rows().some((row) => row.notes.length > 0));
  protected readonly longDay = longDay;
}

function cell(line: ChartSeries, on: string): { value: string; change: string; missed: boolean } | null {
  const index = line.points.findIndex((point) => point.on === on);
  const point = line.points[index];
  if (!point) return null;
  if (point.value === null) return { value: '', change: '', missed: true };
  const before = line.points.slice(0, index).findLast((each) => each.value !== null)?.value;
  return {
    value: figure(point.value),
    change: before === null || before === undefined ? '' : change(before, point.value),
    missed: false,
  };
}
