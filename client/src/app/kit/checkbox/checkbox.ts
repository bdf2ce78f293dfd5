import { booleanAttribute, Component, computed, input, model } from '@angular/core';
import { FieldNotes } from '../field/field-notes';
import { uniqueId } from '../unique-id';

/** A single yes that may also stay open. */
@Component({
  selector: 'kept-checkbox',
  imports: [FieldNotes],
  template: `
    <kept-field-notes [fieldId]="fieldId()" [hint]="hint()" [error]="error()" />
    <label class="choice">
      <input
        #control
        type="checkbox"
        [id]="fieldId()"
        [checked]="value()"
        [disabled]="disabled()"
        [attr.aria-describedby]="describedBy()"
        [attr.aria-invalid]="error() ? 'true' : null"
        (change)="value.set(control.checked)"
      />
      <span>{{ label() }}</span>
    </label>
  `,
  host: { class: 'field' },
})
export class Checkbox {
  readonly label = input.required<string>();
  readonly hint = input<string | null>();
  readonly error = input<string | null>();
  readonly value = model(false);
  readonly disabled = input(false, { transform: booleanAttribute });
  readonly fieldId = input(uniqueId('field'));
  protected readonly describedBy = computed(() => {
    const ids = [this.hint() && `${this.fieldId()}-hint`, this.error() && `${this.fieldId()}-error`].filter(Boolean);
    return ids.length ? ids.join(' ') : null;
  });
}
