import { Component, computed, input, output, signal } from '@angular/core';
import { answerWords } from '../../kit/answer-form/answer-words';
import { rowsOf, type AnswerRow } from '../../kit/answer-form/field-definition';
import type { Asked } from './runner.rules';

/** A question that is a list: what is in it so far, each with a page of its own. */
@Component({
  selector: 'kept-row-list',
  templateUrl: './row-list.html',
})
export class RowList {
  readonly field = input.required<Asked>();
  readonly value = input<unknown>();
  readonly error = input<string>();
  readonly add = output();
  readonly open = output<string>();
  readonly remove = output<string>();
  /** The row whose taking away waits for a yes. */
  protected readonly asking = signal<string | null>(null);

  protected readonly item = computed(() => this.field().itemLabel || $localize`Entry`);
  protected readonly rows = computed(() => {
    const rows = rowsOf(this.value());
    return rows.map((row, index) => ({
      rowId: row.rowId,
      name: $localize`${this.item()}:item: ${index + 1}:position: of ${rows.length}:count:`,
      words: this.firstWords(row),
      kept: this.isKept(row),
    }));
  });

  /** The first two answers of a row, enough to know it by. */
  private firstWords(row: AnswerRow): string {
    const words = (this.field().columns ?? [])
      .filter(({ type }) => type !== 'checkbox')
      .map((column) => answerWords(column, row[column.key]))
      .filter((each) => each !== null);
    return words.slice(0, 2).join(' · ') || $localize`Nothing in it yet`;
  }

  private isKept(row: AnswerRow): boolean {
    const tick = this.field().sendRowsWhere;
    return Boolean(tick) && row[tick ?? ''] !== true;
  }

  protected confirmRemoval(rowId: string): void {
    this.asking.set(null);
    this.remove.emit(rowId);
  }
}
