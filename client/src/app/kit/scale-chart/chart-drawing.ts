import {
  Component,
  computed,
  DestroyRef,
  type ElementRef,
  afterNextRender,
  inject,
  input,
  signal,
  viewChild,
} from '@angular/core';
import type { ChartInput } from '../../../../../server/src/charts/chart.definition';
import { drawChart } from '../../../../../server/src/charts/drawing.rules';

/** What a chart is drawn from, but for the width: that is the page's to give. */
export type ChartContent = Omit<ChartInput, 'width'>;

const USUAL_WIDTH = 700;
const LEAST_WIDTH = 240;

/**
 * The drawing of a chart in the page's own pixels, so that its letters have the size of letters however narrow the page is:
 * drawn anew when the page gets another width. On paper it keeps the width it had and is scaled.
 */
@Component({ selector: 'kept-chart-drawing', templateUrl: './chart-drawing.html' })
export class ChartDrawing {
  readonly content = input.required<ChartContent>();

  private readonly paper = viewChild.required<ElementRef<SVGElement>>('paper');
  private readonly width = signal(USUAL_WIDTH);
  protected readonly drawing = computed(() => drawChart({ ...this.content(), width: this.width() }));
  protected readonly picture = computed(() => {
    const values = this.content().series.flatMap(({ points }) => points.filter(({ value }) => value !== null));
    return $localize`Line chart of ${values.length}:count: values. The table after it holds every value.`;
  });

  constructor() {
    const destroy = inject(DestroyRef);
    afterNextRender(() => {
      const frame = this.paper().nativeElement.parentElement;
      if (!frame || !('ResizeObserver' in globalThis)) return;
      const observer = new ResizeObserver(([entry]) => this.fit(entry?.contentRect.width ?? 0));
      observer.observe(frame);
      destroy.onDestroy(() => observer.disconnect());
    });
  }

  private fit(width: number): void {
    if (width > 0 && !matchMedia('print').matches) this.width.set(Math.max(LEAST_WIDTH, Math.round(width)));
  }
}
