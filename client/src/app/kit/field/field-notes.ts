import { Component, input } from '@angular/core';

/** Hint and error of a field, with the ids that its control is described by. */
@Component({
  selector: 'kept-field-notes',
  template: `
    @if (hint()) {
      <p class="field-hint" [id]="fieldId() + '-hint'">{{ hint() }}</p>
    }
    @if (error()) {
      <p class="field-error" [id]="fieldId() + '-error'">
        <span class="visually-hidden" i18n>Error:</span> {{ error() }}
      </p>
    }
  `,
})
export class FieldNotes {
  readonly fieldId = input.required<string>();
  readonly hint = input<string | null>();
  readonly error = input<string | null>();
}
