import {
  DestroyRef,
  effect,
  inject,
  linkedSignal,
  signal,
  untracked,
  type Signal,
  type WritableSignal,
} from '@angular/core';
import { Drafts } from '../core/drafts';
import { same } from '../core/same';

/** Milliseconds without a key until words are sealed in this browser. */
const PAUSE = 300;

export interface KeptWords<T> {
  readonly words: WritableSignal<T>;
  /** Words that were left here are back. */
  readonly cameBack: Signal<boolean>;
  /** They have arrived, or are not wanted: nothing of them stays here. */
  forget(): Promise<void>;
}

/**
 * Words that have no place on the server yet, sealed in this browser while they are written, so that a closed tab or a
 * lost connection costs nobody a sentence. `name` says what they are for, such as `reply <id>`; `start` = what stands
 * there while nothing is written. Call it where `inject()` may be called.
 */
export function keptWords<T>(name: () => string, start: () => T): KeptWords<T> {
  const drafts = inject(Drafts);
  const words = linkedSignal<T, T>({
    source: start,
    computation: (now, before) => (before && !same(before.value, before.source) ? before.value : now),
  });
  const cameBack = signal(false);
  /** What lies in this browser. */
  let known: T | null = null;
  /** Counts up with each look for what was left, and with each forgetting: a late find is not wanted any more. */
  let looks = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const keep = async (): Promise<void> => {
    clearTimeout(timer);
    const now = same(words(), start()) ? null : words();
    if (same(now, known)) return;
    known = now;
    await drafts.keep(name(), now);
  };
  const keepNow = (): void => void keep();
  effect(() => {
    const place = name();
    const look = ++looks;
    void untracked(() => drafts.kept<T>(place)).then((found) => {
      if (found === null || look !== looks) return;
      known = found;
      const before = words();
      const now = newest(found, before, start());
      if (same(now, before)) return;
      words.set(now);
      cameBack.set(true);
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
    cameBack: cameBack.asReadonly(),
    forget: () => {
      looks += 1;
      clearTimeout(timer);
      known = null;
      words.set(start());
      return drafts.keep(name(), null);
    },
  };
}

/** What has been written by now is newer than what was left; in a form of several fields, field by field. */
function newest<T>(left: T, now: T, start: T): T {
  if (typeof left !== 'object') return same(now, start) ? left : now;
  const written = Object.entries(now as object).filter(([key, value]) => !same(value, start[key as keyof T]));
  return { ...left, ...Object.fromEntries(written) };
}
