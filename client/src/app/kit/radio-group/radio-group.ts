import { booleanAttribute, Component, input, model } from '@angular/core';
import type { Choice } from '../choice';
import { FieldLabel } from '../field/field-label';
import { FieldNotes } from '../field/field-notes';
import { LabelledField } from '../field/labelled-field';
import { uniqueId } from '../unique-id';

/** One of several. Nothing is ticked beforehand; `clearable` offers a way back to no answer. */
@Component({
  selector: 'kept-radio-group',
  imports: [FieldLabel, FieldNotes],
  templateUrl: './radio-group.html',
})
export class RadioGroup extends LabelledField {
  readonly options = input.required<readonly Choice[]>();
  /** Key of the chosen option, null when there is none. */
  readonly value = model<string | null>(null);
  /** Side by side, for two or three short options. */
  readonly inLine = input(false, { transform: booleanAttribute });
  readonly clearable = input(false, { transform: booleanAttribute });
  protected readonly group = uniqueId('radio');
}
