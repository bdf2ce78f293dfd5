import { Component, computed, input, linkedSignal, model } from '@angular/core';
import { FieldLabel } from '../field/field-label';
import { FieldNotes } from '../field/field-notes';
import { LabelledField } from '../field/labelled-field';

const NUMBER = /^[+-]?\d+(?:[.,]\d+)?$/;

/** A number typed as text: no spinner that a scroll wheel could turn. A comma is read as the decimal point. */
@Component({
  selector: 'kept-number-field',
  imports: [FieldLabel, FieldNotes],
  templateUrl: './number-field.html',
  host: { class: 'field' },
})
export class NumberField extends LabelledField {
  /** The number, null when empty or not a number. */
  readonly value = model<number | null>(null);
  /** Word after the control, such as "minutes". */
  readonly unit = input<string>();

  /** What is in the box. Follows the value, but leaves half a number alone while it is being typed. */
  protected readonly text = linkedSignal<number | null, string>({
    source: this.value,
    computation: (value, previous) =>
      previous && read(previous.value) === value ? previous.value : value === null ? '' : String(value),
  });
  protected readonly problem = computed(() => {
    if (this.error()) return this.error();
    return this.text().trim() !== '' && read(this.text()) === null ? $localize`Write it in digits, such as 20` : null;
  });
  protected override readonly describedBy = computed(() => {
    const ids = [this.hint() && `${this.fieldId()}-hint`, this.problem() && `${this.fieldId()}-error`].filter(Boolean);
    return ids.length ? ids.join(' ') : null;
  });

  protected write(text: string): void {
    this.text.set(text);
    this.value.set(read(text));
  }
}

function read(text: string): number | null {
  const trimmed = text.trim();
  return NUMBER.test(trimmed) ? Number(trimmed.replace(',', '.')) : null;
}
