import { DOCUMENT, effect, inject, DestroyRef } from '@angular/core';

/** What stands on top of every printed page: whose it is, and what it is with its day. */
export interface OnPaper {
  whose: string;
  what: string;
}

const PROPERTIES = ['--paper-whose', '--paper-what'] as const;

/** Between quotation marks, as style sheets write a text. */
const quoted = (words: string): string => `"${words.replaceAll(/\s+/g, ' ').replaceAll(/["\\]/g, String.raw`\$&`)}"`;

/** Puts it there for as long as the page is shown; nothing while it is not known. Call it where `inject()` may be called. */
export function printedAs(paper: () => OnPaper | null): void {
  const { style } = inject(DOCUMENT).documentElement;
  const clear = (): void => PROPERTIES.forEach((name) => style.removeProperty(name));
  effect(() => {
    const now = paper();
    if (now === null) return clear();
    [now.whose, now.what].forEach((words, at) => style.setProperty(PROPERTIES[at]!, quoted(words)));
  });
  inject(DestroyRef).onDestroy(clear);
}
