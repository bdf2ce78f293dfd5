import type { Locator, Page } from '@playwright/test';
import { PHONE, axe, expect, test, cutOff } from './journey';
import { ask } from './own-couple';

/** Two people in care with one family name that no other journey uses, found by typing it. */
async function twoPeople(page: Page, familyName: string): Promise<string[]> {
  const ids: string[] = [];
  for (const givenName of ['Aurelio', 'Benedetta'])
    ids.push((await ask(page, 'post', '/clients', { givenName, familyName })).id);
  return ids;
}

const row = (page: Page, name: string): Locator => page.getByRole('row', { name: new RegExp(name) });

async function find(page: Page, familyName: string): Promise<void> {
  await page.goto('/caseload');
  await page.getByRole('searchbox', { name: 'Find a name' }).fill(familyName);
  await expect(page.getByRole('row')).toHaveCount(3);
}

test('a therapist gives one sheet and one scale to two people in one act', async ({ as }) => {
  const page = await as('therapist2');
  const ids = await twoPeople(page, 'Quaglia');
  await find(page, 'Quaglia');
  await page.getByRole('checkbox', { name: 'Choose everybody on show' }).check();
  await expect(page.getByRole('status').filter({ hasText: '2 chosen' })).toBeVisible();
  await axe(page);
  await page.getByRole('button', { name: 'Assign homework' }).click();
  const sheet = page.getByRole('dialog', { name: 'Assign homework to 2' });
  for (const name of ['Aurelio Q.', 'Benedetta Q.']) await expect(sheet).toContainText(name);
  await sheet.getByLabel('Worksheet').selectOption({ label: 'Feelings journal' });
  await axe(page);
  await sheet.getByRole('button', { name: 'Assign' }).click();
  await expect(sheet).toBeHidden();
  for (const id of ids) {
    const { items } = await ask<{ items: { title: string }[] }>(page, 'get', `/assignments?clientId=${id}`);
    expect(items.map(({ title }) => title)).toEqual(['Feelings journal']);
  }
  await expect(row(page, 'Aurelio')).toContainText('1 open');

  await page.getByRole('checkbox', { name: 'Choose Aurelio Q.' }).check();
  await page.getByRole('checkbox', { name: 'Choose Benedetta Q.' }).check();
  await page.getByRole('button', { name: 'Schedule a scale' }).click();
  const scale = page.getByRole('dialog', { name: 'Schedule a scale for 2' });
  await scale.getByRole('button', { name: 'Schedule' }).click();
  await expect(scale.getByRole('alert')).toHaveText('Choose a scale.');
  await scale.getByLabel('Scale').selectOption({ index: 1 });
  await scale.getByLabel('How often').selectOption({ label: 'Every 4 weeks' });
  await scale.getByRole('button', { name: 'Schedule' }).click();
  await expect(scale).toBeHidden();
  for (const id of ids) {
    const { items } = await ask<{ items: { everyDays: number }[] }>(page, 'get', `/scale-schedules?clientId=${id}`);
    expect(items.map(({ everyDays }) => everyDays)).toEqual([28]);
  }
});

test('whom a sheet does not fit is named, stays chosen, and holds up nobody', async ({ as, troubles }) => {
  troubles.allow(/409/);
  const page = await as('therapist2');
  const [first] = await twoPeople(page, 'Rondine');
  await page.route('**/api/v1/assignments', async (route) => {
    const refused = route.request().postData()?.includes(first!);
    if (refused) await route.fulfill({ status: 409, json: { status: 409, code: 'stage_reason_needed' } });
    else await route.continue();
  });
  await find(page, 'Rondine');
  await page.getByRole('checkbox', { name: 'Choose everybody on show' }).check();
  await page.getByRole('button', { name: 'Assign homework' }).click();
  const dialog = page.getByRole('dialog', { name: 'Assign homework to 2' });
  await dialog.getByLabel('Worksheet').selectOption({ label: 'Feelings journal' });
  await dialog.getByRole('button', { name: 'Assign' }).click();
  const left = page.getByRole('dialog', { name: 'Assign homework to 1' });
  await expect(left.getByRole('alert')).toContainText('Aurelio R.: it comes early for their stage');
  await left.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('checkbox', { name: 'Choose Aurelio R.' })).toBeChecked();
  await expect(page.getByRole('checkbox', { name: 'Choose Benedetta R.' })).not.toBeChecked();
});

test('the caseload is narrowed to who needs one, and to couples, and says when nobody is left', async ({ as }) => {
  const page = await as('therapist2');
  await twoPeople(page, 'Sparviero');
  await find(page, 'Sparviero');
  await page.getByLabel('Couple', { exact: true }).selectOption({ label: 'In a couple' });
  await expect(page.getByText('No one matches.')).toBeVisible();
  await axe(page);
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect(page.getByRole('searchbox', { name: 'Find a name' })).toHaveValue('');
  await page.getByLabel('Show', { exact: true }).selectOption({ label: 'Needs me' });
  await expect(page.getByRole('row').filter({ hasText: 'Nothing waits' })).toHaveCount(0);
});

test('columns are shown and hidden, and stay so on this machine', async ({ as }) => {
  const page = await as('therapist2');
  await page.goto('/caseload');
  const last = page.getByRole('columnheader', { name: 'Last seen' });
  await expect(last).toBeVisible();
  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('checkbox', { name: 'Last seen' }).uncheck();
  await axe(page);
  await expect(last).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('columnheader', { name: 'Next' })).toBeVisible();
  await expect(last).toHaveCount(0);
});

test('without a connection the loaded rows are looked through, and it says so', async ({ as, troubles }) => {
  troubles.allow(/ERR_INTERNET_DISCONNECTED/);
  const page = await as('therapist2');
  await twoPeople(page, 'Tordella');
  await find(page, 'Tordella');
  await cutOff(page);
  await page.getByRole('searchbox', { name: 'Find a name' }).fill('Benedetta');
  await expect(page.getByRole('status').filter({ hasText: 'loaded before you went offline' })).toHaveText(
    '1 of the 2 loaded before you went offline',
  );
  await expect(page.getByRole('row')).toHaveCount(2);
  await page.context().setOffline(false);
});

test('on a phone somebody is chosen with a thumb, and nothing scrolls sideways', async ({ as }) => {
  const page = await as('therapist2', PHONE);
  await twoPeople(page, 'Upupa');
  await find(page, 'Upupa');
  await page.getByRole('checkbox', { name: 'Choose Aurelio U.' }).check();
  await expect(page.getByRole('button', { name: 'Assign homework' })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth - globalThis.innerWidth)).toBeLessThanOrEqual(
    0,
  );
  await axe(page);
});
