import type { Page } from '@playwright/test';
import { axe, expect, PHONE, test, withinTaps } from './journey';

interface Listed {
  items: { id: string; givenName: string; coupleId: string | null }[];
}

async function client(page: Page, givenName: string): Promise<Listed['items'][number]> {
  const answer = await page.request.get(`/api/v1/clients?q=${givenName}`);
  const { items } = (await answer.json()) as Listed;
  return items.find((one) => one.givenName === givenName)!;
}

const DARK = { ...PHONE, colorScheme: 'dark' } as const;

test('a therapist asks both partners in one act, sees it in the calendar, changes it, and lets one of them go', async ({
  as,
}) => {
  test.slow();
  const desk = await as('therapist');
  const { coupleId } = await client(desk, 'Maya');
  await desk.goto(`/couples/${coupleId}`);
  const asked = desk.getByRole('region', { name: 'Asked for' });
  await withinTaps(desk, 4, 'schedule a scale for both', async () => {
    await desk.getByRole('button', { name: 'Schedule a scale' }).click();
    await desk.getByLabel('Scale', { exact: true }).selectOption('Accountability log-in');
    await desk.getByLabel('How often').selectOption('Every 2 weeks');
    await desk.getByRole('button', { name: 'Schedule', exact: true }).click();
  });
  const line = asked.getByRole('listitem').filter({ hasText: 'Accountability log-in' });
  await expect(line).toContainText('every 2 weeks, with a reminder');
  await expect(line).toContainText('Maya:');
  await expect(line).toContainText('Tom:');

  const calendar = desk.getByRole('region', { name: 'Calendar of check-ins' });
  await desk.getByText('Calendar', { exact: true }).click();
  const today = calendar.getByRole('cell').and(calendar.locator('[aria-current="date"]'));
  await expect(today).toContainText(/Maya\s*Accountability log-in/);
  await expect(today).toContainText(/Tom\s*Accountability log-in/);
  await axe(desk);
  await calendar.getByRole('button', { name: 'As a list' }).click();
  await expect(calendar.getByRole('table')).toBeHidden();
  await expect(calendar.getByRole('listitem').filter({ hasText: 'Accountability log-in' }).first()).toBeVisible();
  await calendar.getByRole('button', { name: 'As a list' }).click();
  await calendar.getByRole('button', { name: 'Month after' }).focus();
  await desk.keyboard.press('Enter');
  await expect(calendar.getByRole('cell', { name: /Accountability log-in will be asked/ }).first()).toBeVisible();

  await line.getByRole('button', { name: /^Change/ }).click();
  await expect(desk.getByRole('dialog')).toContainText('What was asked before stays as it was.');
  await axe(desk);
  await desk.getByLabel('A neutral reminder when it is asked').uncheck();
  await desk.getByRole('button', { name: 'Change it' }).click();
  await expect(line).not.toContainText('with a reminder');

  await line.getByRole('button', { name: /^Stop asking/ }).click();
  await axe(desk);
  await desk.getByRole('button', { name: 'Stop for Tom' }).click();
  await expect(line).not.toContainText('Tom:');
  await expect(line).toContainText('Maya:');

  await desk.getByRole('button', { name: 'Session view' }).click();
  await expect(asked).toBeHidden();
  await expect(calendar).toBeHidden();
});

test('a client pauses her check-ins on a phone; her therapist is told, her partner is not, and she goes on early', async ({
  as,
}) => {
  test.slow();
  const phone = await as('maya', DARK);
  await phone.goto('/me/check-in');
  await phone.getByRole('button', { name: 'Pause my check-ins' }).tap();
  await expect(phone.getByRole('heading', { name: 'Pause my check-ins' })).toBeFocused();
  await axe(phone);
  await phone.getByLabel('2 weeks').check();
  await phone.getByRole('button', { name: 'Pause', exact: true }).tap();
  await expect(phone.getByRole('heading', { name: /^Check-ins paused until / })).toBeVisible();
  await expect(phone.getByRole('button', { name: /^Start / })).toHaveCount(0);
  await axe(phone);
  expect(await phone.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);

  const desk = await as('therapist');
  const maya = await client(desk, 'Maya');
  await desk.goto('/');
  await expect(desk.getByRole('listitem').filter({ hasText: 'has paused check-ins until' })).toContainText(['Maya K.']);
  await desk.goto(`/clients/${maya.id}/scales`);
  await expect(desk.getByText(/Check-ins paused by Maya K\. until /)).toBeVisible();
  await desk.getByText('Calendar', { exact: true }).click();
  await expect(desk.getByRole('region', { name: 'Calendar of check-ins' })).toContainText('Paused');
  await axe(desk);

  const tom = await as('tom', PHONE);
  for (const address of ['/me', '/me/check-in', '/me/shared']) {
    await tom.goto(address);
    await expect(tom.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(tom.locator('main')).not.toContainText(/paused/i);
  }

  await phone.getByRole('button', { name: 'End the pause' }).tap();
  await expect(phone.getByRole('button', { name: 'Pause my check-ins' })).toBeVisible();
  await desk.reload();
  await expect(desk.getByRole('region', { name: 'Asked for' })).toBeVisible();
  await expect(desk.getByText(/Check-ins paused by/)).toHaveCount(0);
});
