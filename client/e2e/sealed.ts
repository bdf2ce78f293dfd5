// What a page has put by in its browser. Waiting for it is waiting for the fact, however long a slow machine takes.
import { expect, type Page } from '@playwright/test';

/** The names of all that lies sealed in this page's browser, also of what is on its way to the server. */
export async function sealedNames(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    // Opened before the app has made it, it would be made here, and empty.
    if (!(await indexedDB.databases()).some(({ name }) => name === 'kept')) return [];
    const database = await new Promise<IDBDatabase>((ready, fail) => {
      const asked = indexedDB.open('kept');
      asked.onsuccess = () => ready(asked.result);
      asked.onerror = () => fail(new Error('the browser keeps nothing'));
    });
    const keys = await new Promise<IDBValidKey[]>((ready, fail) => {
      const asked = database.transaction('unsent').objectStore('unsent').getAllKeys();
      asked.onsuccess = () => ready(asked.result);
      asked.onerror = () => fail(new Error('nothing can be read here'));
    });
    database.close();
    return keys.map(String);
  });
}

/** Waits until something lies sealed here under this name. */
export const sealed = (page: Page, name: string): Promise<void> =>
  expect
    .poll(async () => (await sealedNames(page)).some((key) => key.endsWith(`|${name}`)), `${name} is sealed here`)
    .toBe(true);

/** Waits until the app would start without a connection: its service worker has put by all that this takes. */
export async function shellKept(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await expect
    .poll(
      () =>
        page.evaluate(async () => {
          const answer = await fetch('/ngsw.json');
          const { assetGroups } = (await answer.json()) as { assetGroups: { installMode: string; urls: string[] }[] };
          const needed = assetGroups
            .filter(({ installMode }) => installMode === 'prefetch')
            .flatMap(({ urls }) => urls);
          const found = await Promise.all(needed.map((url) => caches.match(url)));
          return needed.length > 0 && found.every((it) => it !== undefined);
        }),
      'the shell is put by',
    )
    .toBe(true);
}
