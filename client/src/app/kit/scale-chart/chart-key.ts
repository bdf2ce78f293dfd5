import { Component, computed, input } from '@angular/core';
import type { ChartMark, NumberedMark } from '../../../../../server/src/charts/chart.definition';
import { outlineOf } from '../../../../../server/src/charts/drawing.rules';
import { longDayOfYear } from '../clock';

/** What the marks of a chart stand for, each with its shape. */
@Component({ selector: 'kept-chart-key', templateUrl: './chart-key.html' })
export class ChartKey {
  readonly numbered = input.required<readonly NumberedMark[]>();
  readonly sessions = input.required<readonly ChartMark[]>();

  protected readonly sessionWords = computed(() => {
    const [count, last] = [this.sessions().length, this.sessions().at(-1)];
    if (!last) return '';
    return count === 1
      ? $localize`A session, on ${longDayOfYear(last.on)}:day:`
      : $localize`${count}:count: sessions, the last on ${longDayOfYear(last.on)}:day:`;
  });
  protected readonly longDayOfYear = longDayOfYear;
  protected readonly outlineOf = outlineOf;
}
