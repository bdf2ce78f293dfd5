import { Component, input } from '@angular/core';
import { AnswerView } from '../answer-form/answer-view';
import type { Answers, FieldDefinition } from '../answer-form/field-definition';

/** Answers as a partner reads them, each under its question: the same before they are shared, while, and for whoever looks on. */
@Component({
  selector: 'kept-shared-answers',
  imports: [AnswerView],
  template: `
    <dl class="shared-answers">
      @for (field of fields(); track field.key) {
        <div>
          <dt>{{ field.label }}</dt>
          <dd><kept-answer-view [field]="field" [value]="answers()[field.key]" /></dd>
        </div>
      }
    </dl>
  `,
})
export class SharedAnswers {
  readonly fields = input.required<readonly FieldDefinition[]>();
  readonly answers = input.required<Answers>();
}
