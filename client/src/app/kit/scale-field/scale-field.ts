import { booleanAttribute, Component, computed, input, model } from '@angular/core';
import { FieldLabel } from '../field/field-label';
import { FieldNotes } from '../field/field-notes';
import { LabelledField } from '../field/labelled-field';
import { uniqueId } from '../unique-id';

/** A segmented scale: whole points from `min` to `max` as radios, in two rows on a narrow phone. Never a slider. */
@Component({
  selector: 'kept-scale-field',
  imports: [FieldLabel, FieldNotes],
  templateUrl: './scale-field.html',
})
export class ScaleField extends LabelledField {
  readonly min = input(0);
  readonly max = input(10);
  /** What the lowest point means, such as "not safe at all". */
  readonly minLabel = input('');
  /** What the point in the middle means, where it has words of its own. */
  readonly middleLabel = input('');
  /** What the highest point means. */
  readonly maxLabel = input('');
  /** The chosen point, null when there is none. */
  readonly value = model<number | null>(null);
  readonly clearable = input(false, { transform: booleanAttribute });
  protected readonly group = uniqueId('scale');
  protected readonly middle = computed(() => (this.min() + this.max()) / 2);
  protected readonly points = computed(() =>
    Array.from({ length: this.max() - this.min() + 1 }, (_, step) => this.min() + step),
  );

  /** The words a screen reader adds to the first, the middle and the last point. */
  protected anchor(point: number): string {
    if (point === this.min()) return this.minLabel();
    if (point === this.middle()) return this.middleLabel();
    return point === this.max() ? this.maxLabel() : '';
  }
}
