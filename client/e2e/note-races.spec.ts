import type { Page, Route } from '@playwright/test';
import { axe, expect, test, cutOff } from './journey';
import { field, noteText, onServer, openNote, saved, send, someone } from './own-note';

/** The server has the request and answers it, and the answer is lost on its way: so it is when a train enters a tunnel. */
async function loseOneAnswer(page: Page, path: string, method: string): Promise<() => number> {
  let lost = 0;
  await page.route(path, async (route: Route) => {
    if (lost > 0 || route.request().method() !== method) return route.continue();
    lost += 1;
    await route.fetch();
    await route.abort('connectionreset');
  });
  return () => lost;
}

test('a save whose answer is lost asks nobody anything: it is there once, and writing goes on', async ({
  as,
  troubles,
}) => {
  troubles.allow(/ERR_CONNECTION_RESET|412/);
  const page = await as('therapist');
  const { id: clientId } = await someone(page);
  const id = await openNote(page, clientId);
  const lost = await loseOneAnswer(page, `**/api/v1/notes/${id}`, 'PUT');
  await field(page, 'Data').fill('Said before the tunnel.');
  await expect.poll(lost).toBe(1);
  await saved(page);
  await expect(page.getByRole('heading', { name: 'There are two texts of this note' })).toHaveCount(0);
  await field(page, 'Plan').fill('Said after it.');
  await onServer(page, id, 'Said after it.');
  expect((await noteText(page, id)).split('Said before the tunnel.')).toHaveLength(2);
});

test('an addendum whose answer is lost is signed once, however often it is sent', async ({ as, troubles }) => {
  troubles.allow(/ERR_CONNECTION_RESET/);
  const page = await as('therapist');
  const { id: clientId } = await someone(page);
  const { id } = await send(page.context(), '/notes', {
    ...{ clientId, kind: 'progress', format: 'free' },
    sections: { text: 'Signed as it stands.' },
  });
  await page.goto(`/notes/${id}`);
  await expect(field(page, 'Note')).toHaveValue('Signed as it stands.');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('dialog').getByRole('button', { name: /^Sign/ }).click();
  const lost = await loseOneAnswer(page, `**/api/v1/notes/${id}/addenda`, 'POST');
  await page.getByRole('button', { name: 'Add addendum' }).click();
  await field(page, 'Addendum').fill('She rang in the evening.');
  const sign = page.getByRole('button', { name: 'Sign the addendum' });
  await sign.click();
  await expect.poll(lost).toBe(1);
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(field(page, 'Addendum')).toHaveValue('She rang in the evening.');
  await sign.click();
  await expect(page.getByRole('heading', { name: 'Added later' })).toBeVisible();
  await expect(page.getByText('She rang in the evening.')).toHaveCount(1);
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Added later' })).toBeVisible();
  await expect(page.getByText('She rang in the evening.')).toHaveCount(1);
});

test('a device that was away comes back to what was written on another: both texts stand until somebody chooses', async ({
  as,
  troubles,
}) => {
  troubles.allow(/412|ERR_INTERNET_DISCONNECTED|ERR_FAILED/);
  const desk = await as('therapist');
  const { id: clientId } = await someone(desk);
  const id = await openNote(desk, clientId);
  const laptop = await as('therapist');
  await laptop.goto(`/notes/${id}`);
  await expect(field(laptop, 'Data')).toBeFocused();

  await cutOff(laptop);
  await field(laptop, 'Data').fill('Written on the train.');
  await expect(laptop.locator('main').getByText('Saved on this device only.')).toBeVisible();
  await field(desk, 'Data').fill('Written at the desk.');
  await onServer(desk, id, 'Written at the desk.');
  await laptop.context().setOffline(false);
  await expect(laptop.getByRole('heading', { name: 'There are two texts of this note' })).toBeVisible();
  await expect(laptop.getByRole('article', { name: 'What you wrote here' })).toContainText('Written on the train.');
  await expect(laptop.getByRole('article', { name: 'Saved from elsewhere' })).toContainText('Written at the desk.');
  await axe(laptop);
  expect(await noteText(desk, id)).not.toContain('Written on the train.');
  await laptop.getByRole('button', { name: 'Keep both' }).click();
  await onServer(laptop, id, 'Written on the train.\\n\\nWritten at the desk.');
});

test('words written on a device that was away while the note was signed on another go into an addendum', async ({
  as,
  troubles,
}) => {
  troubles.allow(/409|ERR_INTERNET_DISCONNECTED|ERR_FAILED/);
  const desk = await as('therapist');
  const { id: clientId } = await someone(desk);
  const id = await openNote(desk, clientId);
  await field(desk, 'Data').fill('Signed at the desk.');
  await onServer(desk, id, 'Signed at the desk.');
  const laptop = await as('therapist');
  await laptop.goto(`/notes/${id}`);
  await expect(field(laptop, 'Data')).toHaveValue('Signed at the desk.');
  await cutOff(laptop);
  await field(laptop, 'Plan').fill('Thought of on the train.');
  await expect(laptop.locator('main').getByText('Saved on this device only.')).toBeVisible();

  await field(desk, 'Data').focus();
  await desk.keyboard.press('Control+Enter');
  await desk.getByRole('dialog').getByRole('button', { name: /^Sign/ }).click();
  await expect(desk.getByText(/^Signed · Dr Ellis, /)).toBeVisible();
  await laptop.context().setOffline(false);
  await laptop.getByRole('button', { name: 'Add as an addendum' }).click();
  await expect(laptop.getByText('Plan: Thought of on the train.')).toBeVisible();
  const { sections, addenda } = JSON.parse(await noteText(desk, id)) as {
    sections: Record<string, string>;
    addenda: { text: string }[];
  };
  expect([sections['plan'], addenda.map(({ text }) => text.includes('Thought of on the train.'))]).toEqual([
    '',
    [true],
  ]);
});
