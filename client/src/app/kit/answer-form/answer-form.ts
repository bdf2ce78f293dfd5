import { Component, computed, input, model, output } from '@angular/core';
import { uniqueId } from '../unique-id';
import { AnswerField } from './answer-field';
import { AnswerRows } from './answer-rows';
import type { Answers, FieldDefinition } from './field-definition';
import { shownFields } from './show-if';

/**
 * Draws worksheets and scales alike from their definition. With `only` it draws one question, whose label is the
 * h1 of the page; without, the whole form. Step through a form with `shownFields` (show-if.ts), send `askedAnswers`.
 */
@Component({
  selector: 'kept-answer-form',
  imports: [AnswerField, AnswerRows],
  templateUrl: './answer-form.html',
  host: { class: 'answer-form' },
})
export class AnswerForm {
  readonly fields = input.required<readonly FieldDefinition[]>();
  /** Field key to value. A new object after every change. */
  readonly value = model<Answers>({});
  /** Key of the one question to draw. */
  readonly only = input<string>();
  /** In a `rows` question drawn alone: id of the one row to draw. */
  readonly onlyRow = input<string>();
  /** Field key, or `field.rowId.column` for a cell of a list, to what is wrong with it. */
  readonly errors = input<Readonly<Record<string, string>>>({});
  /** Which answer changed, after `value` has it. */
  readonly changed = output<{ key: string; value: unknown }>();

  protected readonly shown = computed(() => {
    const only = this.only();
    return only === undefined
      ? shownFields(this.fields(), this.value())
      : this.fields().filter((field) => field.key === only);
  });
  private readonly base = uniqueId('answers');

  /** Id of the first control of a field, for an error summary to link to. */
  fieldId(key: string): string {
    return `${this.base}-${key}`;
  }

  protected write(key: string, value: unknown): void {
    this.value.update((answers) => ({ ...answers, [key]: value }));
    this.changed.emit({ key, value });
  }
}
