import { LiveAnnouncer } from '@angular/cdk/a11y';
import {
  afterNextRender,
  Component,
  computed,
  ElementRef,
  inject,
  Injector,
  input,
  linkedSignal,
  output,
} from '@angular/core';
import { FieldLabel } from '../field/field-label';
import { AnswerField } from './answer-field';
import { rowsOf, type AnswerRow, type Answers, type FieldDefinition } from './field-definition';
import { moved, withBack, withCell, withNew, without } from './rows.rules';
import { shownColumns } from './show-if';

/** A list that the reader makes: rows are added, removed, put back and moved by buttons. */
@Component({
  selector: 'kept-answer-rows',
  imports: [AnswerField, FieldLabel],
  templateUrl: './answer-rows.html',
})
export class AnswerRows {
  readonly field = input.required<FieldDefinition>();
  readonly value = input<unknown>();
  /** All answers of the form, for columns that hang on a field outside the row. */
  readonly answers = input<Answers>({});
  readonly heading = input(false);
  readonly error = input<string>();
  /** `field.rowId.column` to what is wrong with that cell. */
  readonly cellErrors = input<Readonly<Record<string, string>>>({});
  readonly fieldId = input.required<string>();
  /** Shows this row alone, for one row a page. */
  readonly onlyRow = input<string>();
  /** The rows after the change. */
  readonly changed = output<readonly AnswerRow[]>();

  protected readonly item = computed(() => this.field().itemLabel || $localize`Entry`);
  protected readonly rows = computed(() => rowsOf(this.value()));
  protected readonly shown = computed(() => {
    const only = this.onlyRow();
    return only ? this.rows().filter((row) => row.rowId === only) : this.rows();
  });
  /** The row last taken away, until the next change of field. */
  protected readonly removed = linkedSignal<FieldDefinition, { row: AnswerRow; index: number } | null>({
    source: this.field,
    computation: () => null,
  });

  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly announcer = inject(LiveAnnouncer);
  private readonly injector = inject(Injector);

  protected name(row: AnswerRow): string {
    const rows = this.rows();
    return $localize`${this.item()}:item: ${rows.indexOf(row) + 1}:position: of ${rows.length}:count:`;
  }

  protected columns(row: AnswerRow): readonly FieldDefinition[] {
    return shownColumns(this.field().columns ?? [], row, this.answers());
  }

  protected write(row: AnswerRow, column: string, value: unknown): void {
    this.changed.emit(withCell(this.rows(), row.rowId, column, value));
  }

  protected add(): void {
    const rowId = crypto.randomUUID();
    this.changed.emit(withNew(this.rows(), rowId));
    this.focusAfterRender(`[data-row="${rowId}"] :is(input, textarea, select)`);
  }

  protected remove(row: AnswerRow): void {
    this.removed.set({ row, index: this.rows().indexOf(row) });
    this.changed.emit(without(this.rows(), row.rowId));
    this.focusAfterRender('[data-put-back]');
  }

  protected putBack(): void {
    const gone = this.removed();
    if (!gone) return;
    this.removed.set(null);
    this.changed.emit(withBack(this.rows(), gone.row, gone.index));
    this.focusAfterRender(`[data-row="${gone.row.rowId}"] :is(input, textarea, select)`);
  }

  protected move(row: AnswerRow, by: 1 | -1): void {
    const rows = moved(this.rows(), row.rowId, by);
    if (rows === this.rows()) return;
    const to = rows.findIndex(({ rowId }) => rowId === row.rowId);
    this.changed.emit(rows);
    void this.announcer.announce(
      $localize`${this.item()}:item:, now ${to + 1}:position: of ${rows.length}:count:`,
      'polite',
    );
    // The row moved away under its buttons: the focus goes along with it.
    this.focusAfterRender(`[data-row="${row.rowId}"] [data-move="${by}"]`);
  }

  private focusAfterRender(selector: string): void {
    afterNextRender(() => this.host.querySelector<HTMLElement>(selector)?.focus(), { injector: this.injector });
  }
}
