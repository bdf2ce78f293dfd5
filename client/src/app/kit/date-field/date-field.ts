import { booleanAttribute, Component, input, model } from '@angular/core';
import { FieldLabel } from '../field/field-label';
import { FieldNotes } from '../field/field-notes';
import { LabelledField } from '../field/labelled-field';

/** A calendar day, or a day and a time on the wall clock, in the browser's own picker. */
@Component({
  selector: 'kept-date-field',
  imports: [FieldLabel, FieldNotes],
  templateUrl: './date-field.html',
  host: { class: 'field' },
})
export class DateField extends LabelledField {
  /** `YYYY-MM-DD`, or `YYYY-MM-DDTHH:mm` with a time; null when empty or not yet whole. */
  readonly value = model<string | null>(null);
  readonly withTime = input(false, { transform: booleanAttribute });
  /** Earliest value, in the same form. */
  readonly min = input<string>();
  /** Latest value, in the same form. */
  readonly max = input<string>();
}
