import { booleanAttribute, Component, input, model } from '@angular/core';
import type { Choice } from '../choice';
import { FieldLabel } from '../field/field-label';
import { FieldNotes } from '../field/field-notes';
import { LabelledField } from '../field/labelled-field';

/** Any number of several. The value keeps the order of the options, not of the clicks. */
@Component({
  selector: 'kept-checkbox-group',
  imports: [FieldLabel, FieldNotes],
  templateUrl: './checkbox-group.html',
})
export class CheckboxGroup extends LabelledField {
  readonly options = input.required<readonly Choice[]>();
  readonly value = model<readonly string[]>([]);
  readonly inLine = input(false, { transform: booleanAttribute });

  protected toggle(key: string, on: boolean): void {
    const keys = this.value();
    this.value.set(
      this.options()
        .map((option) => option.key)
        .filter((each) => (each === key ? on : keys.includes(each))),
    );
  }
}
