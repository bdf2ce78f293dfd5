import { Component, computed, input, output } from '@angular/core';
import type { SubmissionDto } from '../../../api/types.gen';
import type { Asked } from './runner.rules';

/** A sheet that was returned: what the therapist wrote to all of it and to single answers, and the way back to those. */
@Component({ selector: 'kept-came-back', templateUrl: './came-back.html' })
export class CameBack {
  readonly therapist = input.required<string>();
  readonly fields = input.required<readonly Asked[]>();
  readonly review = input.required<SubmissionDto['review']>();
  /** Key of the question to go back to. */
  readonly changeAnswer = output<string>();
  readonly begin = output();
  readonly later = output();

  protected readonly comments = computed(() => {
    const words = this.review()?.fieldComments ?? {};
    return this.fields().flatMap(({ key, label }) => (key in words ? [{ key, label, words: words[key] }] : []));
  });
}
