import { Component, computed, input } from '@angular/core';
import { answerWords } from './answer-words';
import { rowsOf, type AnswerRow, type FieldDefinition } from './field-definition';

/** An answer to read: in words, rows as a list of labelled pairs, "Not answered" when there is none. */
@Component({
  selector: 'kept-answer-view',
  templateUrl: './answer-view.html',
})
export class AnswerView {
  readonly field = input.required<FieldDefinition>();
  readonly value = input<unknown>();

  protected readonly rows = computed(() => (this.field().type === 'rows' ? rowsOf(this.value()) : []));
  protected readonly words = computed(() => answerWords(this.field(), this.value()));

  protected cells(row: AnswerRow): { key: string; label: string; words: string }[] {
    return (this.field().columns ?? []).flatMap((column) => {
      const words = answerWords(column, row[column.key]);
      return words === null ? [] : [{ key: column.key, label: column.label, words }];
    });
  }
}
