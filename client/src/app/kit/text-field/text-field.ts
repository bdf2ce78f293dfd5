import { booleanAttribute, Component, input, model } from '@angular/core';
import { FieldLabel } from '../field/field-label';
import { FieldNotes } from '../field/field-notes';
import { LabelledField } from '../field/labelled-field';

/** One line of text in a native input. */
@Component({
  selector: 'kept-text-field',
  imports: [FieldLabel, FieldNotes],
  templateUrl: './text-field.html',
  host: { class: 'field' },
})
export class TextField extends LabelledField {
  readonly value = model('');
  readonly type = input<'text' | 'email' | 'password' | 'search' | 'tel' | 'url' | 'time'>('text');
  /** A token of the HTML standard, such as `username webauthn` or `one-time-code`. */
  readonly autocomplete = input<string>();
  readonly inputmode = input<'text' | 'numeric' | 'decimal' | 'tel' | 'email' | 'search'>();
  readonly maxlength = input<number>();
  readonly name = input<string>();
  readonly readonly = input(false, { transform: booleanAttribute });
  /** For names, codes and anything a spell checker should leave alone or send nowhere. */
  readonly spellcheck = input(true);
}
