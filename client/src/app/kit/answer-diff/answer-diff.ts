import { booleanAttribute, Component, computed, input } from '@angular/core';
import { wordDiff } from './word-diff';

/** An answer with what changed since the draft before: marked, and said in words. */
@Component({
  selector: 'kept-answer-diff',
  templateUrl: './answer-diff.html',
})
export class AnswerDiff {
  readonly before = input.required<string>();
  readonly after = input.required<string>();
  /** Shows the new words alone, without marks. */
  readonly clean = input(false, { transform: booleanAttribute });
  protected readonly parts = computed(() =>
    wordDiff(this.before(), this.after()).map((part) => {
      const text = part.text.trim();
      const start = part.text.indexOf(text);
      return { kind: part.kind, lead: part.text.slice(0, start), text, rest: part.text.slice(start + text.length) };
    }),
  );
}
