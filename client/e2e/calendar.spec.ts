import type { Locator, Page } from '@playwright/test';
import { PHONE, axe, expect, pickPerson, test } from './journey';
import { ask } from './own-couple';

/** Somebody new in care, whose name is made of letters only and used by no other journey. */
async function someone(page: Page): Promise<{ id: string; name: string }> {
  const letters = [...crypto.getRandomValues(new Uint8Array(7))].map((n) => String.fromCharCode(97 + (n % 26)));
  const givenName = `Z${letters.join('')}`;
  const { id } = await ask(page, 'post', '/clients', { givenName, familyName: 'Almanach' });
  return { id, name: `${givenName} A.` };
}

const dayFromNow = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

const card = (page: Page, name: string): Locator => page.getByRole('dialog', { name });

async function plan(page: Page, name: string, when: string): Promise<void> {
  await page.getByRole('button', { name: 'Plan a session' }).click();
  const dialog = page.getByRole('dialog', { name: 'Plan a session' });
  await pickPerson(dialog, 'With', name);
  await dialog.getByLabel('When').fill(when);
  await dialog.getByLabel('Comes again').selectOption({ label: 'Every week' });
  await dialog.getByLabel('Ends').selectOption({ label: 'After a number' });
  await dialog.getByLabel('How many').fill('3');
  await axe(page);
  await dialog.getByRole('button', { name: 'Plan session' }).click();
  await expect(dialog).toBeHidden();
}

test('a therapist plans a session that comes again, moves all of it, and calls off what follows', async ({ as }) => {
  const page = await as('therapist2');
  const { name } = await someone(page);
  const day = dayFromNow(95);
  await page.goto('/calendar');
  await plan(page, name, `${day}T06:10`);
  await expect(page).toHaveURL(new RegExp(`day=${day}`));
  const block = page.getByRole('button', { name: new RegExp(name) });
  await expect(block).toContainText('06:10–07:00');
  await axe(page);
  await block.click();
  await expect(card(page, name)).toContainText('Every week, 3 times.');
  await axe(page);
  await card(page, name).getByRole('button', { name: 'Move' }).click();
  await card(page, name).getByLabel('When').fill(`${day}T05:20`);
  await card(page, name).getByRole('radio', { name: 'All that are still to come' }).check();
  await card(page, name).getByRole('button', { name: 'Move session' }).click();
  await expect(card(page, name)).toContainText('05:20–06:10');
  await card(page, name).getByRole('button', { name: 'Close' }).click();
  await page.getByRole('button', { name: 'Week after' }).click();
  await expect(block).toContainText('05:20–06:10');
  await block.click();
  await card(page, name).getByRole('button', { name: 'Call it off' }).click();
  await card(page, name).getByRole('radio', { name, exact: true }).check();
  await card(page, name).getByLabel('Why').selectOption({ label: 'Travel' });
  await card(page, name).getByRole('radio', { name: 'This one and those after it' }).check();
  await axe(page);
  await card(page, name).getByRole('button', { name: 'Call off session' }).click();
  await expect(card(page, name)).toContainText('Cancelled in time · Travel');
  await card(page, name).getByRole('button', { name: 'Close' }).click();
  await expect(block).toContainText('Cancelled in time');
  await page.getByRole('button', { name: 'Week after' }).click();
  await expect(block).toContainText('Cancelled in time');
});

test('the calendar is kept in its address, walked by keys, and a list of the day on a phone', async ({ as }) => {
  const page = await as('therapist2');
  await page.goto('/calendar?day=2031-03-05&view=week');
  await expect(page.getByText('3 March – 9 March 2031')).toBeVisible();
  await page.keyboard.press(']');
  await expect(page.getByText('10 March – 16 March 2031')).toBeVisible();
  await page.keyboard.press('d');
  await expect(page).toHaveURL(/view=day/);
  await expect(page.getByRole('heading', { level: 2, name: 'Wednesday 12 March' })).toBeVisible();
  await page.keyboard.press('[');
  await expect(page.getByRole('heading', { level: 2, name: 'Tuesday 11 March' })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('heading', { level: 2, name: 'Wednesday 12 March' })).toBeVisible();
  await page.keyboard.press('t');
  await expect(page.locator('section').getByText('Today', { exact: true })).toBeVisible();
  const phone = await as('therapist2', PHONE);
  await phone.goto('/calendar?day=2031-03-05');
  await expect(phone.getByRole('heading', { level: 2, name: 'Wednesday 5 March' })).toBeVisible();
  await phone.getByRole('button', { name: 'Week', exact: true }).click();
  await expect(phone.getByRole('heading', { level: 2, name: 'Friday 7 March' })).toBeVisible();
  await axe(phone);
});

test('who came late is said in the calendar, and the note is due until it is written', async ({ as }) => {
  const page = await as('therapist2');
  const { id: clientId, name } = await someone(page);
  const day = dayFromNow(-150);
  const [startsAt, endsAt] = [`${day}T11:10:00.000Z`, `${day}T12:00:00.000Z`];
  await ask(page, 'post', '/sessions', { clientId, startsAt, endsAt });
  await page.goto(`/calendar?day=${day}&view=day`);
  const row = page.getByRole('listitem').filter({ hasText: name });
  await expect(row.getByRole('button', { name: 'Start note' })).toBeVisible();
  await row.getByRole('button', { name: 'Open the session' }).click();
  await card(page, name).getByRole('button', { name: 'Who came' }).click();
  await card(page, name).getByRole('radio', { name: 'Came late' }).check();
  await card(page, name).getByRole('button', { name: 'Keep this' }).click();
  await expect(card(page, name)).toContainText('Came late');
  await card(page, name).getByRole('button', { name: 'Who came' }).click();
  await card(page, name).getByRole('radio', { name: 'Did not come' }).check();
  await card(page, name).getByRole('button', { name: 'Keep this' }).click();
  await expect(card(page, name)).toContainText('Nobody came');
  await card(page, name).getByRole('button', { name: 'Close' }).click();
  await expect(row).toContainText('Nobody came');
  await expect(row.getByRole('button', { name: 'Start note' })).toBeHidden();
});

test('in the card of a session that has begun lies its note, and a scale to be answered together', async ({ as }) => {
  const page = await as('therapist2');
  const { id: clientId, name } = await someone(page);
  const day = dayFromNow(-200);
  const [startsAt, endsAt] = [`${day}T13:10:00.000Z`, `${day}T14:00:00.000Z`];
  await ask(page, 'post', '/sessions', { clientId, startsAt, endsAt });
  await page.goto(`/calendar?day=${day}&view=day`);
  const here = page.url();
  const open = page.getByRole('button', { name: `Open the session with ${name}` });

  await test.step('a scale is gone through with whoever came, and the way back leads to that day', async () => {
    await open.click();
    await expect(card(page, name)).toContainText('Answer a scale together:');
    await axe(page);
    await card(page, name).getByRole('link', { name, exact: true }).click();
    await expect(page).toHaveURL(new RegExp(`/clients/${clientId}/scales/answer`));
    await expect(card(page, name)).toBeHidden();
    await expect(page.getByText(`Tick what ${name} says.`)).toBeVisible();
    await page.getByLabel('Scale', { exact: true }).selectOption('Accountability log-in');
    await expect(page.getByText(/^0 of \d+ answered$/)).toBeVisible();
    await page.getByRole('link', { name: 'Sessions' }).and(page.locator('.back-link')).click();
    await expect(page).toHaveURL(here);
  });

  await test.step('the note is started from the card, and opened from it ever after', async () => {
    await open.click();
    await card(page, name).getByRole('button', { name: 'Start note' }).click();
    await expect(page).toHaveURL(/\/notes\/[\da-f-]{36}$/);
    const note = page.url();
    await page.goto(here);
    await open.click();
    await expect(card(page, name).getByRole('button', { name: 'Start note' })).toBeHidden();
    await axe(page);
    await card(page, name).getByRole('link', { name: 'Open the note' }).click();
    await expect(page).toHaveURL(note);
    await expect(card(page, name)).toBeHidden();
  });
});

test('a calendar feed is an address that is shown once, and ends when it is turned off', async ({ as }) => {
  const page = await as('therapist2');
  await page.goto('/calendar');
  await page.getByRole('button', { name: 'Calendar feed' }).click();
  const dialog = page.getByRole('dialog', { name: 'Calendar feed' });
  await dialog.getByRole('button', { name: /^Make an? (new )?address$/ }).click();
  await expect(dialog.getByLabel('Your address')).toHaveValue(/\/api\/v1\/calendar\/[\w-]{43}\.ics$/);
  await axe(page);
  const address = await dialog.getByLabel('Your address').inputValue();
  const file = await page.context().request.get(address);
  expect([file.status(), file.headers()['content-type']]).toEqual([200, 'text/calendar; charset=utf-8']);
  await dialog.getByRole('button', { name: 'Close' }).click();
  await page.getByRole('button', { name: 'Calendar feed' }).click();
  await expect(dialog).toContainText('Last read');
  await expect(dialog.getByLabel('Your address')).toBeHidden();
  await dialog.getByRole('button', { name: 'Turn it off' }).click();
  await expect(dialog.getByRole('button', { name: 'Make an address' })).toBeVisible();
  expect((await page.context().request.get(address)).status()).toBe(404);
});
