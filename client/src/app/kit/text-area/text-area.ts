import { booleanAttribute, Component, input, model } from '@angular/core';
import { FieldLabel } from '../field/field-label';
import { FieldNotes } from '../field/field-notes';
import { LabelledField } from '../field/labelled-field';
import { Grow } from './grow';

/** Text of any length. Grows with what is written; shows no counter. */
@Component({
  selector: 'kept-text-area',
  imports: [FieldLabel, FieldNotes, Grow],
  templateUrl: './text-area.html',
  host: { class: 'field' },
})
export class TextArea extends LabelledField {
  readonly value = model('');
  readonly maxlength = input<number>();
  readonly readonly = input(false, { transform: booleanAttribute });
}
