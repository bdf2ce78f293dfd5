import { DestroyRef, inject } from '@angular/core';
import { Router } from '@angular/router';
import { tinykeys } from 'tinykeys';
import { SINGLE_KEYS } from '../../kit/key/key';
import { tellKeys, type Told } from './keys-here';
import { addressFor, controlFor, rowAfter } from './marked-keys';

/** How long the second key of two is waited for, in milliseconds: until then a letter is not a key of the page's. */
const GOING = 1000;
/** Where a letter is a letter. */
const FIELDS = '[contenteditable], input, select, textarea';

/** Keys belong to the page only while no dialog is over it. */
export const isPageCovered = (): boolean => document.querySelector('dialog[open]') !== null;

/** False: the key means nothing here, and is left to others. */
type Bindings = Record<string, (event: KeyboardEvent) => unknown>;

/**
 * Single keys, and pairs such as `g t`: outside of text fields, while nothing covers the page and they are switched on.
 * `told`: how `?` names them.
 */
export function pageKeys(bindings: Bindings, told?: Told): void {
  if (told) tellKeys(told);
  const single = inject(SINGLE_KEYS);
  let wentAt = -Infinity;
  const watch = ({ key, timeStamp, target }: KeyboardEvent): void => {
    if (key === 'g' && !(target as Element).matches(FIELDS)) wentAt = timeStamp;
  };
  window.addEventListener('keydown', watch, { capture: true });
  listen(() => window.removeEventListener('keydown', watch, { capture: true }));
  const guarded = Object.entries(bindings).map(([keys, act]) => [
    keys,
    (event: KeyboardEvent) => {
      const isSecondOfTwo = !keys.includes(' ') && event.timeStamp - wentAt < GOING;
      if (!single() || isPageCovered() || isSecondOfTwo || event.defaultPrevented) return;
      if (act(event) !== false) event.preventDefault();
    },
  ]);
  listen(tinykeys(window, Object.fromEntries(guarded) as Bindings));
}

/** Keys with Ctrl: inside text fields too, and whatever is said about single keys. */
export function controlKeys(bindings: Bindings): void {
  listen(tinykeys(window, bindings, { ignore: () => false }));
}

const listen = (stop: () => void): void => void inject(DestroyRef).onDestroy(stop);

/** The letters that controls are marked with, and `j` and `k` through the rows of every list: from memory, no request. */
export function markedKeys(): void {
  const focus = (step: 1 | -1): boolean => doTo(rowAfter(step, document), (row) => row.focus());
  const router = inject(Router);
  const press = (key: string): boolean =>
    doTo(controlFor(key, document), (control) => control.click()) ||
    doTo(addressFor(key, document), (address) => void router.navigateByUrl(address));
  pageKeys({
    j: () => focus(1),
    k: () => focus(-1),
    ...Object.fromEntries([...'xeunar1234567[]'].map((key) => [key, () => press(key)])),
  });
}

/** Whether there was anything to do it to. */
function doTo<T>(found: T | null, act: (found: T) => void): boolean {
  if (found !== null) act(found);
  return found !== null;
}
