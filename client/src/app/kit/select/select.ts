import { booleanAttribute, Component, input, model } from '@angular/core';
import type { Choice } from '../choice';
import { FieldLabel } from '../field/field-label';
import { FieldNotes } from '../field/field-notes';
import { LabelledField } from '../field/labelled-field';

/** A native select, for filters and for more than about seven options. */
@Component({
  selector: 'kept-select',
  imports: [FieldLabel, FieldNotes],
  templateUrl: './select.html',
  host: { '[class]': "inLine() ? 'field-in-line' : 'field'" },
})
export class Select extends LabelledField {
  readonly options = input.required<readonly Choice[]>();
  /** Key of the chosen option; an empty string stands for `emptyLabel`. */
  readonly value = model('');
  /** First option, for "nothing chosen", such as "Choose one" or "Everyone". Left out when there is none. */
  readonly emptyLabel = input<string>();
  /** Label beside the control, for filter bars. */
  readonly inLine = input(false, { transform: booleanAttribute });
}
