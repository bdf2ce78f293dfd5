/**
 * The key under which an act is sent: the same for the same words as long as no answer is known, so that what arrived
 * although its answer was lost is not done twice. Other words are another act.
 */
export class Once {
  private last = { words: '', key: '' };

  keyOf(act: unknown): string {
    const words = JSON.stringify(act);
    if (words !== this.last.words) this.last = { words, key: crypto.randomUUID() };
    return this.last.key;
  }

  /** It is known to be done: the same words again are a second act. */
  done(): void {
    this.last = { words: '', key: '' };
  }
}
