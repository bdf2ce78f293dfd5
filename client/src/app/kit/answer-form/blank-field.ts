import { Component, computed, input } from '@angular/core';
import { scaleEnds } from './answer-words';
import type { FieldDefinition } from './field-definition';

/** Lines to write on: for a few words, and for more. */
const LINES = { short: 1, long: 5 } as const;
/** Rows of a list on paper. */
const ROWS = [1, 2, 3];

/** One question on paper: room to write, boxes to tick, steps to circle. */
@Component({
  selector: 'kept-blank-field',
  templateUrl: './blank-field.html',
  host: { class: 'blank-field' },
})
export class BlankField {
  readonly field = input.required<FieldDefinition>();
  protected readonly rows = ROWS;
  protected readonly lines = computed(() =>
    Array.from({ length: this.field().type === 'long' ? LINES.long : LINES.short }),
  );
  protected readonly ends = computed(() => scaleEnds(this.field()));
  protected readonly steps = computed(() => {
    const { min, max } = this.ends();
    return Array.from({ length: max - min + 1 }, (_, index) => min + index);
  });
}
