// What journeys of notes begin with: somebody of their own in care, a session, a draft.
import type { BrowserContext, Page } from '@playwright/test';
import { expect } from './journey';

export interface Made {
  id: string;
}

/** A request of whoever is signed in here, beside the pages. */
export async function send(context: BrowserContext, path: string, data: object): Promise<Made> {
  const token = (await context.cookies()).find((cookie) => cookie.name === 'XSRF-TOKEN')?.value ?? '';
  const answer = await context.request.post(`/api/v1${path}`, { data, headers: { 'X-XSRF-TOKEN': token } });
  expect(answer.status(), `${path}: ${await answer.text()}`).toBe(201);
  return (await answer.json()) as Made;
}

export const HOUR = 3_600_000;

/** Somebody new in care, so that journeys at the same time do not meet; their name is made of letters only. */
export async function someone(page: Page): Promise<{ id: string; name: string }> {
  const letters = [...crypto.getRandomValues(new Uint8Array(6))]
    .map((n) => String.fromCharCode(97 + (n % 26)))
    .join('');
  const givenName = letters[0]?.toUpperCase() + letters.slice(1);
  const { id } = await send(page.context(), '/clients', { givenName, familyName: 'Quist' });
  return { id, name: `${givenName} Q.` };
}

/** A session some minutes long at a time of its own within the last two days. */
export async function pastSession(page: Page, clientId: string): Promise<Made> {
  for (let tries = 0; ; tries++) {
    const start = Date.now() - 2 * HOUR - Math.floor(Math.random() * 40 * 60) * 60_000;
    const [startsAt, endsAt] = [start, start + 60_000].map((at) => new Date(at).toISOString());
    try {
      return await send(page.context(), '/sessions', { clientId, startsAt, endsAt });
    } catch (error) {
      if (tries > 20) throw error;
    }
  }
}

export async function openNote(page: Page, clientId: string): Promise<string> {
  const { id } = await send(page.context(), '/notes', { clientId, kind: 'progress', format: 'dap' });
  await page.goto(`/notes/${id}`);
  await expect(page.getByRole('textbox', { name: 'Data' })).toBeFocused();
  return id;
}

export const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });
export const saved = (page: Page) =>
  expect(page.locator('main').getByText(/^Draft saved \d\d:\d\d · not signed$/)).toBeVisible();

export const noteText = async (page: Page, id: string): Promise<string> =>
  (await page.context().request.get(`/api/v1/notes/${id}`)).text();

/** Words are shown as saved from the start; only the server knows whether these are. */
export async function onServer(page: Page, id: string, words: string): Promise<void> {
  await expect.poll(() => noteText(page, id)).toContain(words);
}
