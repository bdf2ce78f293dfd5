import { Component, computed, input, output } from '@angular/core';
import type { ColumnDto } from '../../../api/types.gen';
import type { Choice } from '../../kit/choice';
import type { ShowIf } from '../../kit/answer-form/field-definition';
import { CheckboxGroup } from '../../kit/checkbox-group/checkbox-group';
import { NumberField } from '../../kit/number-field/number-field';
import { Select } from '../../kit/select/select';
import { conditionsOf } from './builder-words';

/** A question or column that a rule can hang on. */
export interface Source {
  readonly field: ColumnDto;
  readonly name: string;
}

/** When a question is asked, as a sentence: "Ask only if … is at most 3". */
@Component({
  selector: 'kept-show-if-editor',
  imports: [CheckboxGroup, NumberField, Select],
  templateUrl: './show-if-editor.html',
})
export class ShowIfEditor {
  readonly rule = input.required<ShowIf | null>();
  /** What stands before it, under the name a reader knows it by. */
  readonly before = input.required<readonly Source[]>();
  readonly changed = output<ShowIf | null>();

  protected readonly sources = computed((): Choice[] =>
    this.before().map(({ field, name }) => ({ key: field.key, label: name })),
  );
  protected readonly source = computed(
    () => this.before().findLast(({ field }) => field.key === this.rule()?.field)?.field ?? null,
  );
  protected readonly conditions = computed((): readonly Choice[] => {
    const source = this.source();
    return source ? conditionsOf(source) : [];
  });
  protected readonly condition = computed(() => {
    const rule = this.rule();
    if (!rule) return '';
    if (rule.op === 'answered') return rule.value === false ? 'blank' : 'answered';
    if (this.source()?.type !== 'checkbox') return rule.op;
    return (rule.op === 'eq') === (rule.value === true) ? 'ticked' : 'unticked';
  });
  protected readonly choices = computed(() =>
    (this.source()?.options ?? []).map(({ key, label }, i) => ({ key, label: label || $localize`Choice ${i + 1}:n:` })),
  );
  protected readonly takesChoice = computed(
    () => ['eq', 'ne'].includes(this.condition()) && ['one', 'multi'].includes(this.source()?.type ?? ''),
  );
  protected readonly takesNumber = computed(() => ['gte', 'lte'].includes(this.condition()));
  protected readonly choice = computed(() => {
    const value = this.rule()?.value;
    return typeof value === 'string' ? value : '';
  });
  protected readonly number = computed(() => Number(this.rule()?.value ?? 0));
  /** What "is one of" waits for, none while nothing is ticked; null for another rule. */
  protected readonly oneOf = computed(() => {
    const { op, value } = this.rule() ?? {};
    return op === 'in' ? (Array.isArray(value) ? (value as readonly string[]) : []) : null;
  });
  protected readonly noneTicked = $localize`Tick at least one.`;

  protected hangOn(key: string): void {
    const source = this.before().find(({ field }) => field.key === key)?.field;
    if (!source) return this.changed.emit(null);
    this.pick(conditionsOf(source)[0]?.key ?? 'answered', source);
  }

  protected pick(condition: string, source = this.source()): void {
    if (!source) return;
    const field = source.key;
    switch (condition) {
      case 'answered':
        return this.changed.emit({ field, op: 'answered' });
      case 'blank':
        return this.changed.emit({ field, op: 'answered', value: false });
      case 'ticked':
        return this.changed.emit({ field, op: 'eq', value: true });
      case 'unticked':
        return this.changed.emit({ field, op: 'ne', value: true });
      case 'gte':
      case 'lte':
        return this.changed.emit({ field, op: condition, value: source.type === 'scale' ? 5 : (source.min ?? 0) });
      case 'in':
        return this.changed.emit({ field, op: 'in', value: this.chosenIn(source).slice(0, 1) });
      case 'eq':
      case 'ne': {
        const first = this.chosenIn(source)[0];
        return this.changed.emit(
          first === undefined ? { field, op: 'answered' } : { field, op: condition, value: first },
        );
      }
    }
  }

  /** What the rule waits for already, so that another wording of it starts from there; else the first choice. */
  private chosenIn({ key, options }: ColumnDto): string[] {
    const rule = this.rule();
    const keys = (options ?? []).map((option) => option.key);
    const waited: readonly unknown[] = rule?.field === key ? [rule.value].flat() : [];
    const chosen = keys.filter((each) => waited.includes(each));
    return chosen.length > 0 ? chosen : keys.slice(0, 1);
  }

  protected wait(value: string | number | readonly string[] | null): void {
    const rule = this.rule();
    if (rule && value !== null && value !== '') this.changed.emit({ ...rule, value });
  }
}
