import { Component, computed, effect, inject, input, output, signal } from '@angular/core';
import { read } from '../../../../../server/src/coach/coach.rules.js';
import type { Rule } from '../../../../../server/src/coach/finding.rules.js';
import { Checkbox } from '../../kit/checkbox/checkbox';
import type { LetterText } from './coach-text.rules';
import { QuietHints } from './quiet-hints';

/** A hint as it goes to the therapist, if its author ticks it. */
export interface SharedHint {
  readonly field: string;
  readonly rule: Rule;
  readonly quote: string;
}

/** Before sending: whether the therapist sees the hints beside the letter. Off unless ticked, each time anew. */
@Component({ selector: 'kept-share-hints', imports: [Checkbox], templateUrl: './share-hints.html' })
export class ShareHints {
  readonly letter = input.required<readonly LetterText[]>();
  /** What to send along; null for nothing. */
  readonly shared = output<readonly SharedHint[] | null>();

  private readonly quiet = inject(QuietHints);
  protected readonly ticked = signal(false);
  protected readonly label = $localize`Let my therapist see these hints with my letter`;
  protected readonly hints = computed<readonly SharedHint[]>(() => {
    const whole = this.letter()
      .map(({ text }) => text)
      .join('\n');
    return this.letter().flatMap(({ field, text }) =>
      read(text, whole)
        .hints.filter((hint) => this.quiet.speaks(hint))
        .map(({ rule, quote }) => ({ field, rule, quote })),
    );
  });

  constructor() {
    effect(() => this.shared.emit(this.ticked() ? this.hints() : null));
  }
}
