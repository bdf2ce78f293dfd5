import { booleanAttribute, Component, computed, input, model } from '@angular/core';
import { RadioGroup } from '../radio-group/radio-group';
import { ScaleField } from '../scale-field/scale-field';
import { uniqueId } from '../unique-id';

/** One question of a scale: points between two ends where these have words, else one of several options, as its form has them. */
export interface AskedItem {
  readonly key: string;
  readonly text: string;
  readonly prefix: string;
  readonly section: string;
  readonly help: string;
  readonly low: string;
  readonly middle: string;
  readonly high: string;
  readonly options: readonly { readonly key: string; readonly text: string; readonly value: number | null }[];
}

/** A point between two ends, or the key of an option. */
export type Chosen = number | string | null;

/** Draws a question of any scale, in the very words of its form and with nothing ticked beforehand. */
@Component({
  selector: 'kept-scale-question',
  imports: [RadioGroup, ScaleField],
  templateUrl: './scale-question.html',
})
export class ScaleQuestion {
  readonly item = input.required<AskedItem>();
  /** Words that lead all questions of the form. */
  readonly lead = input('');
  /** Makes the question the h1 of its page. */
  readonly heading = input(false, { transform: booleanAttribute });
  readonly error = input<string | null>(null);
  readonly chosen = model<Chosen>(null);

  protected readonly isPoints = computed(() => Boolean(this.item().low || this.item().high));
  protected readonly label = computed(() => [this.item().prefix, this.item().text].filter(Boolean).join(' '));
  protected readonly choices = computed(() => this.item().options.map(({ key, text }) => ({ key, label: text })));
  protected readonly point = computed(() => {
    const chosen = this.chosen();
    return typeof chosen === 'number' ? chosen : null;
  });
  protected readonly option = computed(() => {
    const chosen = this.chosen();
    return typeof chosen === 'string' ? chosen : null;
  });
  /** What is read before the question, as the form has it: its opening words, and the part it stands in. */
  protected readonly before = computed(() => linesOf([this.lead(), this.item().section].join('\n')));
  protected readonly beforeId = uniqueId('before');
}

/** Words of a form, line by line. */
export const linesOf = (words: string): string[] =>
  words
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** The words of an answer; null where none of the item's options is meant. */
export function wordsOf({ options }: Pick<AskedItem, 'options'>, chosen: Chosen): string | null {
  return options.find(({ key, value }) => (typeof chosen === 'number' ? value : key) === chosen)?.text ?? null;
}
