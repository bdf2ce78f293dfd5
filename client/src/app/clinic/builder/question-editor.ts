import { Component, computed, input, output } from '@angular/core';
import type { ColumnDto, FieldDto, ShowIfDto } from '../../../api/types.gen';
import type { ShowIf } from '../../kit/answer-form/field-definition';
import { Checkbox } from '../../kit/checkbox/checkbox';
import { Select } from '../../kit/select/select';
import { TextArea } from '../../kit/text-area/text-area';
import { TextField } from '../../kit/text-field/text-field';
import { AnswerKind } from './answer-kind';
import { ASKED_CHOICES, READER_CHOICES } from './builder-words';
import { newColumn, type Placed } from './sheet.rules';
import { ShowIfEditor, type Source } from './show-if-editor';

/** One question: its words, what it is answered with, when and of whom it is asked, and who may read it. */
@Component({
  selector: 'kept-question-editor',
  imports: [AnswerKind, Checkbox, Select, ShowIfEditor, TextArea, TextField],
  templateUrl: './question-editor.html',
  host: { class: 'stack' },
})
export class QuestionEditor {
  readonly placed = input.required<Placed>();
  /** The questions before it. */
  readonly before = input.required<readonly Placed[]>();
  readonly changed = output<Partial<FieldDto>>();

  protected readonly readers = READER_CHOICES;
  protected readonly asked = ASKED_CHOICES;
  protected readonly field = computed(() => this.placed().field);
  protected readonly askedOf = computed((): string => (this.field().by as string | null) ?? '');
  protected readonly columns = computed(() => this.field().columns ?? []);

  protected readonly sources = computed((): readonly Source[] =>
    this.before().map(({ field, number }) => ({ field, name: `${number} ${field.label}`.trim() })),
  );

  /** A column can wait for what is answered before it on the same line, too. */
  protected sourcesOf(index: number): readonly Source[] {
    const onLine = this.columns().slice(0, index);
    return [...this.sources(), ...onLine.map((field, i) => ({ field, name: `${this.columnName(i)}: ${field.label}` }))];
  }

  protected hang(showIf: ShowIf | null): void {
    this.changed.emit({ showIf: showIf as ShowIfDto });
  }

  protected read(visibility: string): void {
    this.changed.emit({ visibility: visibility as FieldDto['visibility'] });
  }

  protected ask(by: string): void {
    this.changed.emit({ by: (by || null) as FieldDto['by'] });
  }

  protected columnName(index: number): string {
    return $localize`Column ${index + 1}:position:`;
  }

  protected changeColumn(key: string, to: Partial<ColumnDto>): void {
    this.changed.emit({ columns: this.columns().map((each) => (each.key === key ? { ...each, ...to } : each)) });
  }

  protected hangColumn(key: string, showIf: ShowIf | null): void {
    this.changeColumn(key, { showIf: showIf as ShowIfDto });
  }

  protected addColumn(): void {
    this.changed.emit({ columns: [...this.columns(), newColumn()] });
  }

  protected removeColumn(key: string): void {
    this.changed.emit({ columns: this.columns().filter((each) => each.key !== key) });
  }

  protected moveColumn(index: number, by: 1 | -1): void {
    const column = this.columns()[index];
    if (!column || !this.columns()[index + by]) return;
    this.changed.emit({
      columns: this.columns()
        .toSpliced(index, 1)
        .toSpliced(index + by, 0, column),
    });
  }
}
