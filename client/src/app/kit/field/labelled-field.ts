import { booleanAttribute, computed, Directive, input } from '@angular/core';
import { uniqueId } from '../unique-id';

/** What every field of the kit has: words above it, and ids that tie those words to the native control. */
@Directive()
export abstract class LabelledField {
  /** What is asked, in the reader's words. */
  readonly label = input.required<string>();
  /** One short sentence between label and control. */
  readonly hint = input<string | null>();
  /** What is wrong and how to put it right. Nothing when all is well. */
  readonly error = input<string | null>();
  /** Adds "(optional)" in words. There are no asterisks. */
  readonly optional = input(false, { transform: booleanAttribute });
  /** Makes the label the h1 of a question page. */
  readonly heading = input(false, { transform: booleanAttribute });
  /** Id of the control (of the first one in a group): error summaries link to it. */
  readonly fieldId = input(uniqueId('field'));

  /** Id of words elsewhere that belong to the question, read with it. */
  readonly readAlso = input<string | null>();

  protected readonly describedBy = computed(() => {
    const ids: string[] = [this.readAlso() ?? []].flat();
    if (this.hint()) ids.push(`${this.fieldId()}-hint`);
    if (this.error()) ids.push(`${this.fieldId()}-error`);
    return ids.length ? ids.join(' ') : null;
  });
  protected readonly invalid = computed(() => (this.error() ? 'true' : null));
}
