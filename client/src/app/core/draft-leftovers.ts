import type { DraftStore, UnsentDraft } from './draft-store';
import { same } from './same';

/** What one closed tab could not send, and where it lies. */
export interface Leftover<T> {
  key: string;
  draft: UnsentDraft<T>;
}

/** What closed tabs left unsent of one draft, newest first. None is thrown away unseen. */
export class DraftLeftovers<T> {
  private readonly waiting: Leftover<T>[] = [];

  constructor(
    private readonly store: DraftStore,
    /** Key of this tab, whose own text is no leftover. */
    private readonly own: string,
  ) {}

  /** Looks for them; what the server has word for word is not wanted any more. */
  async find(prefix: string, onServer: T): Promise<void> {
    const found = (await this.store.list(prefix).catch(() => [])) as Leftover<T>[];
    for (const entry of found) {
      if (entry.key === this.own) continue;
      if (same(entry.draft.text, onServer)) await this.forget(entry.key);
      else this.waiting.push(entry);
    }
  }

  next(): Leftover<T> | undefined {
    return this.waiting.shift();
  }

  forget(key: string): Promise<void> {
    return this.store.delete(key);
  }
}
