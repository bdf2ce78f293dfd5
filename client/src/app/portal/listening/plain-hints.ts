import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { categoryOf, read, type Hint } from '../../../../../server/src/coach/coach.rules.js';
import { Unfold } from '../../kit/unfold/unfold';
import { QuietHints } from '../coach/quiet-hints';

/** Milliseconds without a key before anything is read. */
const PAUSE = 2_000;

/** What defends instead of listening. An act without a name, or a vow, is no fault here. */
const DEFENSIVE: readonly Hint['rule'][] = [
  'blame_shift',
  'conditional',
  'forgiveness_demand',
  'justification',
  'minimising',
];

/**
 * Hints on words that defend, by the coach's rules and on this device alone. They wait behind a button, ask and never
 * block; what was put aside once, in an apology too, is not said again.
 */
@Component({ selector: 'kept-plain-hints', imports: [Unfold], templateUrl: './plain-hints.html' })
export class PlainHints {
  readonly text = input.required<string>();
  private readonly quiet = inject(QuietHints);
  private readonly found = signal<readonly Hint[]>([]);
  protected readonly open = signal(false);
  protected readonly hints = computed(() => this.found().filter((hint) => this.quiet.speaks(hint)));
  protected readonly nameOf = ({ rule }: Hint): string => categoryOf(rule).name;

  constructor() {
    effect((cleanUp) => {
      const text = this.text();
      const timer = setTimeout(
        () => this.found.set(read(text).hints.filter(({ rule }) => DEFENSIVE.includes(rule))),
        PAUSE,
      );
      cleanUp(() => clearTimeout(timer));
    });
  }

  protected keepAsIs(hint: Hint): void {
    void this.quiet.keepAsIs(hint);
  }

  protected endKind(hint: Hint): void {
    void this.quiet.endKind(hint);
  }
}
