import { Component, computed, input, linkedSignal, signal } from '@angular/core';
import { AnswerForm } from '../../kit/answer-form/answer-form';
import type { Answers } from '../../kit/answer-form/field-definition';
import type { Placed, Sheet } from './sheet.rules';

/** One question as a client meets it on a phone. It can be tried out; nothing is kept. */
@Component({
  selector: 'kept-phone',
  imports: [AnswerForm],
  templateUrl: './phone.html',
  host: { class: 'stack' },
})
export class Phone {
  readonly sheet = input.required<Sheet>();
  readonly placed = input.required<Placed | null>();
  readonly of = input.required<number>();

  protected readonly dark = signal(true);
  /** Asked here whatever its rule, without the columns that are the therapist's. */
  protected readonly fields = computed(() => {
    const field = this.placed()?.field;
    if (!field) return [];
    const label = field.label || $localize`Not written yet`;
    return [{ ...field, label, showIf: null, columns: field.columns?.filter(({ by }) => by !== 'therapist') ?? null }];
  });
  /** Said once, above the first question of a part. */
  protected readonly intro = computed(() => {
    const placed = this.placed();
    return placed?.section.fields[0] === placed?.field ? placed?.section.intro : '';
  });
  protected readonly answers = linkedSignal<string | undefined, Answers>({
    source: () => this.placed()?.field.key,
    computation: () => ({}),
  });
}
