import type { DraftStore, UnsentDraft } from './draft-store';

/** The copy of one draft in this browser: written and wiped in the order of the changes. */
export class DraftCopy<T> {
  private acting: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly store: DraftStore,
    private readonly key: string,
  ) {}

  /** Seals this text, then tells of it. */
  put(entry: UnsentDraft<T>, done: () => void): Promise<void> {
    return this.inOrder(async () => {
      await this.store.put(this.key, entry);
      done();
    });
  }

  /** Wipes it. Words typed since are put after that. */
  erase(): Promise<void> {
    return this.inOrder(() => this.store.delete(this.key));
  }

  /** Once everything asked for so far was done or has failed. */
  settled(): Promise<unknown> {
    return this.acting;
  }

  private inOrder(act: () => Promise<void>): Promise<void> {
    // A full or forbidden disk must not stop the way to the server; `keptSeq` then stays behind and the words say so.
    const done = this.acting.then(act).catch(() => undefined);
    this.acting = done;
    return done;
  }
}
