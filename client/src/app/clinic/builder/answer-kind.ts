import { booleanAttribute, Component, computed, input, output } from '@angular/core';
import type { ColumnDto } from '../../../api/types.gen';
import { NumberField } from '../../kit/number-field/number-field';
import { Select } from '../../kit/select/select';
import { TextField } from '../../kit/text-field/text-field';
import { TYPE_CHOICES } from './builder-words';
import { choice, retyped, type Type } from './sheet.rules';

/** What is answered with: the kind, and the choices, ends or limits that kind has. */
@Component({
  selector: 'kept-answer-kind',
  imports: [NumberField, Select, TextField],
  templateUrl: './answer-kind.html',
})
export class AnswerKind<T extends ColumnDto> {
  readonly field = input.required<T>();
  /** Of a column: a list has no list within it. */
  readonly column = input(false, { transform: booleanAttribute });
  readonly changed = output<T>();

  protected readonly types = computed(() => TYPE_CHOICES.filter(({ key }) => !this.column() || key !== 'rows'));
  protected readonly options = computed(() => this.field().options ?? []);

  protected readonly lowest = $localize`What 0 means`;
  protected readonly highest = $localize`What 10 means`;

  protected choiceName(index: number): string {
    return $localize`Choice ${index + 1}:position:`;
  }

  protected retype(type: string): void {
    if (type !== this.field().type) this.changed.emit(retyped(this.field(), type as Type));
  }

  protected name(key: string, label: string): void {
    const options = this.options().map((option) => (option.key === key ? { ...option, label } : option));
    this.changed.emit({ ...this.field(), options });
  }

  protected add(): void {
    this.changed.emit({ ...this.field(), options: [...this.options(), choice()] });
  }

  protected remove(key: string): void {
    this.changed.emit({ ...this.field(), options: this.options().filter((option) => option.key !== key) });
  }

  protected limit(which: 'min' | 'max', value: number | null): void {
    if (value !== null) this.changed.emit({ ...this.field(), [which]: value });
  }
}
