import { DestroyRef, effect, inject, signal, untracked, type Signal, type WritableSignal } from '@angular/core';
import { Drafts } from '../core/drafts';

/** Milliseconds without a key until words are sealed in this browser. */
const PAUSE = 300;

export interface KeptWords<T> {
  readonly words: WritableSignal<T>;
  /** What was left here has been looked for. */
  readonly looked: Signal<boolean>;
  /** They have arrived, or are not wanted: nothing of them stays here. */
  forget(): Promise<void>;
}

/**
 * Words that have no place on the server yet, sealed in this browser while they are written, so that a closed tab or a
 * lost connection costs nobody a sentence. `name` says what they are for, such as `reply <id>`; `empty` = nothing written.
 * Call it where `inject()` may be called.
 */
export function keptWords<T>(name: () => string, empty: T): KeptWords<T> {
  const drafts = inject(Drafts);
  const words = signal(empty);
  const looked = signal(false);
  const nothing = JSON.stringify(empty);
  let known = nothing;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const keep = async (): Promise<void> => {
    clearTimeout(timer);
    const now = JSON.stringify(words());
    if (now === known) return;
    known = now;
    await drafts.keep(name(), words());
  };
  const keepNow = (): void => void keep();
  effect(() => {
    const place = name();
    void drafts.kept<T>(place).then((found) => {
      if (untracked(name) !== place) return;
      // What is being written by now is newer than what was left.
      if (found !== null && JSON.stringify(untracked(words)) === nothing) {
        known = JSON.stringify(found);
        words.set(found);
      }
      looked.set(true);
    });
  });
  effect(() => {
    words();
    clearTimeout(timer);
    timer = setTimeout(keepNow, PAUSE);
  });
  addEventListener('pagehide', keepNow);
  inject(DestroyRef).onDestroy(() => {
    removeEventListener('pagehide', keepNow);
    keepNow();
  });
  return {
    words,
    looked: looked.asReadonly(),
    forget: () => {
      words.set(empty);
      return keep();
    },
  };
}
