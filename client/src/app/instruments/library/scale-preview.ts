import { Component, computed, input, linkedSignal } from '@angular/core';
import type { InstrumentDto } from '../../../api/types.gen';
import { type Chosen, linesOf, ScaleQuestion } from '../../kit/scale-question/scale-question';

/** The questions as they stand on a phone, one a page, to leaf through. What is ticked here goes nowhere. */
@Component({
  selector: 'kept-scale-preview',
  imports: [ScaleQuestion],
  templateUrl: './scale-preview.html',
})
export class ScalePreview {
  readonly scale = input.required<InstrumentDto>();
  protected readonly place = linkedSignal({ source: this.scale, computation: () => 0 });
  protected readonly item = computed(() => this.scale().items[this.place()]);
  protected readonly count = computed(() => this.scale().items.length);
  protected readonly chosen = linkedSignal<unknown, Chosen>({ source: this.item, computation: () => null });

  /** What stands after the last question. */
  protected readonly closing = computed(() => (this.place() + 1 === this.count() ? linesOf(this.scale().closing) : []));

  protected turn(by: 1 | -1): void {
    this.place.update((place) => Math.min(this.count() - 1, Math.max(0, place + by)));
  }
}
