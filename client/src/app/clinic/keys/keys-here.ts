import { computed, DestroyRef, inject, Service, signal } from '@angular/core';
import { LETTERS, type KeyGroup, type KeyLine } from './key-words';
import { controlsOf, lettersOf, rowsOf } from './marked-keys';

/** What pages say of the keys that they bind themselves, while they are there. */
@Service()
export class KeysHere {
  private readonly told = signal<readonly Told[]>([]);
  readonly groups = computed(() =>
    this.told()
      .map((told) => told())
      .filter((group) => group !== null),
  );

  add(told: Told): void {
    this.told.update((all) => [...all, told]);
  }

  remove(told: Told): void {
    this.told.update((all) => all.filter((one) => one !== told));
  }
}

/** Null while the keys do nothing. */
export type Told = () => KeyGroup | null;

/** `?` tells of these keys while whoever calls it is there. Call it where `inject()` may be called. */
export function tellKeys(told: Told): void {
  const here = inject(KeysHere);
  here.add(told);
  inject(DestroyRef).onDestroy(() => here.remove(told));
}

/** What the lists of a page know: only letters that some row of it has an act for. Null without a list. */
export function listKeys(page: Document): KeyGroup | null {
  const rows = rowsOf(page);
  if (rows.length === 0) return null;
  const letters = lettersOf(rows);
  const canPreview = rows.some((row) => row.closest('[data-previews]') !== null);
  return {
    name: $localize`In a list here`,
    keys: [
      { press: ['j', 'k'], does: $localize`Next row, row before` },
      { press: ['Enter'], does: $localize`Open` },
      ...(canPreview ? [{ press: ['Space'], does: $localize`Preview` }] : []),
      ...Object.entries(LETTERS).flatMap(([key, does]) => (letters.has(key) ? [{ press: [key], does }] : [])),
    ],
  };
}

const DIGIT = /^\d$/;

/** As it is read aloud: without the hint of its key. */
function wordsOf(control: HTMLElement): string {
  const copy = control.cloneNode(true) as HTMLElement;
  for (const hint of copy.querySelectorAll('[aria-hidden="true"]')) hint.remove();
  return copy.textContent.replaceAll(/\s+/g, ' ').trim();
}

/** What stands on the page with a key to it, in its own words; numbered tabs in one line. Null without any. */
export function pageControls(page: Document): KeyGroup | null {
  const marked = controlsOf(page).map((control) => ({ key: control.dataset['key'] ?? '', does: wordsOf(control) }));
  const tabs = marked.filter(({ key }) => DIGIT.test(key));
  const others = marked.filter(({ key }) => !DIGIT.test(key));
  const keys: KeyLine[] = others.map(({ key, does }) => ({ press: [key], does }));
  if (tabs.length > 0) keys.unshift({ press: ['1', '…', String(tabs.length)], does: $localize`Tabs` });
  return keys.length > 0 ? { name: $localize`On this page`, keys } : null;
}
