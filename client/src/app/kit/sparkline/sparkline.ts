import { Component, computed, input } from '@angular/core';
import { figure } from '../../../../../server/src/charts/axes.rules';

const WIDTH = 56;
const HEIGHT = 16;
const INSET = 2;

/** A small line within a sentence or a cell. Its words are the value; the drawing only repeats them. */
@Component({
  selector: 'kept-sparkline',
  template: `<span [class.visually-hidden]="!wordy()">{{ words() }}</span>
    @if (last(); as end) {
      <svg class="sparkline" viewBox="0 0 56 16" aria-hidden="true" focusable="false">
        <polyline [attr.points]="line()" />
        <circle [attr.cx]="end.x" [attr.cy]="end.y" r="2.5" />
      </svg>
    }`,
})
export class Sparkline {
  /** Oldest first; at least two are needed for a drawing. */
  readonly values = input.required<readonly number[]>();
  /** Shows the words too, not only to screen readers. */
  readonly wordy = input(false);

  protected readonly words = computed(() => {
    const values = this.values();
    const first = values[0];
    const last = values.at(-1);
    if (first === undefined || last === undefined) return $localize`no values`;
    const [from, to, count] = [figure(first), figure(last), values.length];
    if (last < first) return $localize`fell from ${from}:from: to ${to}:to: over ${count}:count:`;
    if (last > first) return $localize`rose from ${from}:from: to ${to}:to: over ${count}:count:`;
    return $localize`${to}:value:, no change`;
  });
  private readonly dots = computed(() => {
    const values = this.values();
    const low = Math.min(...values);
    const span = Math.max(...values) - low || 1;
    const step = (WIDTH - 2 * INSET) / Math.max(1, values.length - 1);
    return values.map((value, index) => ({
      x: Math.round((INSET + index * step) * 10) / 10,
      y: Math.round((HEIGHT - INSET - ((value - low) / span) * (HEIGHT - 2 * INSET)) * 10) / 10,
    }));
  });
  protected readonly line = computed(() =>
    this.dots()
      .map((dot) => `${dot.x},${dot.y}`)
      .join(' '),
  );
  protected readonly last = computed(() => (this.dots().length > 1 ? this.dots().at(-1) : undefined));
}
