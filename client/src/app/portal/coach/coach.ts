import { Component, computed, DestroyRef, effect, inject, input, signal } from '@angular/core';
import { categoryOf, read, type Hint } from '../../../../../server/src/coach/coach.rules.js';
import { onPage, type LetterText } from './coach-text.rules';
import { QuietHints } from './quiet-hints';

/** Milliseconds without a key before the coach reads. */
const PAUSE = 1_000;

/**
 * Hints under an answer of the apology, made on this device while its author pauses. They ask and never block; there
 * is no number, no mark, nothing in red. Loaded with this one worksheet only, and silent but for one line where the
 * text is not English.
 */
@Component({ selector: 'kept-coach', templateUrl: './coach.html' })
export class Coach {
  /** The whole letter as far as it is written. */
  readonly letter = input.required<readonly LetterText[]>();
  /** Key of the question on show, and of its row. */
  readonly field = input.required<string>();
  readonly rowId = input<string | null>(null);

  private readonly quiet = inject(QuietHints);
  protected readonly read = signal<{ hints: readonly Hint[]; newFact: string | null; english: boolean } | null>(null);
  protected readonly hints = computed(() => (this.read()?.hints ?? []).filter((hint) => this.quiet.speaks(hint)));
  /** Said once when hints come, not at every change of them. */
  protected readonly news = computed(() =>
    this.hints().length > 0 ? $localize`There are hints below your text.` : '',
  );
  protected readonly nameOf = ({ rule }: Hint): string => categoryOf(rule).name;

  constructor() {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let page = '';
    effect(() => {
      const letter = this.letter();
      const here = onPage(letter, this.field(), this.rowId());
      const now = `${this.field()} ${this.rowId()}`;
      clearTimeout(timer);
      if (now !== page) this.read.set(null);
      page = now;
      timer = setTimeout(() => this.reread(letter, here), PAUSE);
    });
    inject(DestroyRef).onDestroy(() => clearTimeout(timer));
  }

  private reread(letter: readonly LetterText[], here: readonly LetterText[]): void {
    const whole = letter.map(({ text }) => text).join('\n');
    const readings = here.map(({ text }) => read(text, whole));
    this.read.set({
      hints: readings.flatMap(({ hints }) => hints),
      newFact: readings.flatMap(({ newFacts }) => newFacts)[0]?.quote ?? null,
      english: readings.every(({ english }) => english),
    });
  }

  protected keepAsIs(hint: Hint): void {
    void this.quiet.keepAsIs(hint);
  }

  protected endKind(hint: Hint): void {
    void this.quiet.endKind(hint);
  }
}
