import { LiveAnnouncer } from '@angular/cdk/a11y';
import { inject, Injectable, signal } from '@angular/core';

/** A short message at the edge of the window. */
export interface Toast {
  readonly id: number;
  readonly words: string;
  readonly error: boolean;
  /** What can be done about it, such as Undo or Try again. */
  readonly action?: { readonly label: string; readonly run: () => void };
}

/** How long a message stays, in milliseconds: longer when there is something to press. Errors stay until closed. */
const STAY = 8_000;
const STAY_WITH_ACTION = 20_000;

/** Messages of any screen. `<kept-toasts>` stands once in the app and shows them. */
@Injectable({ providedIn: 'root' })
export class Toasts {
  readonly list = signal<readonly Toast[]>([]);
  private readonly announcer = inject(LiveAnnouncer);
  private readonly timers = new Map<number, ReturnType<typeof setTimeout>>();
  private last = 0;

  /** Something was done. With `undo` it can be taken back for twenty seconds. */
  say(words: string, undo?: () => void): void {
    this.add({ words, error: false, ...(undo ? { action: { label: $localize`Undo`, run: undo } } : {}) });
  }

  /** Something failed. Says what, and what is safe; stays until it is closed or tried again. */
  fail(words: string, retry?: () => void): void {
    this.add({ words, error: true, ...(retry ? { action: { label: $localize`Try again`, run: retry } } : {}) });
  }

  close(id: number): void {
    this.list.update((list) => list.filter((toast) => toast.id !== id));
    this.hold(id);
    this.timers.delete(id);
  }

  /** Empties the shelf, for sign-out and quick exit. */
  clear(): void {
    for (const toast of this.list()) this.close(toast.id);
  }

  /** Stops the clock while the pointer or the focus is on a message. */
  hold(id: number): void {
    clearTimeout(this.timers.get(id));
  }

  /** Starts the clock of a message anew. */
  release(id: number): void {
    const toast = this.list().find((each) => each.id === id);
    if (!toast || toast.error) return;
    this.hold(id);
    this.timers.set(
      id,
      setTimeout(() => this.close(id), toast.action ? STAY_WITH_ACTION : STAY),
    );
  }

  private add(toast: Omit<Toast, 'id'>): void {
    this.last += 1;
    const id = this.last;
    this.list.update((list) => [...list, { ...toast, id }]);
    this.release(id);
    void this.announcer.announce(toast.words, toast.error ? 'assertive' : 'polite');
  }
}
