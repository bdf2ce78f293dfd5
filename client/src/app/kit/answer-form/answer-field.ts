import { Component, computed, input, output } from '@angular/core';
import { Checkbox } from '../checkbox/checkbox';
import { CheckboxGroup } from '../checkbox-group/checkbox-group';
import { DateField } from '../date-field/date-field';
import { NumberField } from '../number-field/number-field';
import { RadioGroup } from '../radio-group/radio-group';
import { ScaleField } from '../scale-field/scale-field';
import { TextArea } from '../text-area/text-area';
import { TextField } from '../text-field/text-field';
import { uniqueId } from '../unique-id';
import { scaleEnds } from './answer-words';
import type { FieldDefinition } from './field-definition';

/** One question of any type but `rows`. */
@Component({
  selector: 'kept-answer-field',
  imports: [Checkbox, CheckboxGroup, DateField, NumberField, RadioGroup, ScaleField, TextArea, TextField],
  templateUrl: './answer-field.html',
})
export class AnswerField {
  readonly field = input.required<FieldDefinition>();
  readonly value = input<unknown>();
  /** The label is the h1 of the page. */
  readonly heading = input(false);
  readonly error = input<string>();
  readonly fieldId = input(uniqueId('answer'));
  /** The new value of this field. */
  readonly changed = output<unknown>();

  protected readonly yes = $localize`Yes`;
  protected readonly options = computed(() => this.field().options ?? []);
  protected readonly ends = computed(() => scaleEnds(this.field()));
  protected readonly text = computed(() => asText(this.value()) ?? '');
  protected readonly key = computed(() => asText(this.value()));
  protected readonly number = computed(() => {
    const value = this.value();
    return typeof value === 'number' ? value : null;
  });
  protected readonly keys = computed(() => {
    const value = this.value();
    return Array.isArray(value) ? value.filter((key) => typeof key === 'string') : [];
  });
}

function asText(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
