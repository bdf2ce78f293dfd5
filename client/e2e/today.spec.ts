import type { APIRequestContext, Page } from '@playwright/test';
import { PHONE, axe, expect, openChart, test, withinTaps, cutOff } from './journey';

/** Speaks to the server as whoever is signed in on this page. */
async function post(page: Page, path: string, data: object): Promise<{ status: number; body: Record<string, string> }> {
  const request: APIRequestContext = page.context().request;
  const token = (await page.context().cookies()).find((cookie) => cookie.name === 'XSRF-TOKEN')?.value ?? '';
  const answer = await request.post(`/api/v1${path}`, { data, headers: { 'X-XSRF-TOKEN': token } });
  return { status: answer.status(), body: (await answer.json()) as Record<string, string> };
}

/** A session that has just ended, at the first free five minutes before now. */
async function pastSession(page: Page, clientId: string): Promise<void> {
  for (let minutes = 6; minutes < 300; minutes += 6) {
    const startsAt = new Date(Date.now() - minutes * 60_000);
    const endsAt = new Date(startsAt.getTime() + 5 * 60_000);
    const { status } = await post(page, '/sessions', {
      clientId,
      startsAt: startsAt.toISOString(),
      endsAt: endsAt.toISOString(),
    });
    if (status === 201) return;
    expect(status).toBe(409);
  }
  throw new Error('no free minutes');
}

test.describe('today', () => {
  test('is one click from the sessions of the week, on a desk and on a phone', async ({ as }) => {
    for (const options of [{}, PHONE]) {
      const page = await as('therapist', options);
      const main = page.getByRole('navigation', { name: 'Main' });
      await main.getByRole('link', { name: 'Sessions' }).click();
      await expect(page).toHaveURL(/\/calendar$/);
      await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
      await expect(main.getByRole('link', { name: 'Sessions' })).toHaveAttribute('aria-current', 'page');
      await axe(page);
    }
  });

  test('a therapist sees her day at once and starts a note in one tap', async ({ as, troubles }) => {
    troubles.allow(/409/);
    const page = await as('therapist');
    const { body } = await post(page, '/clients', { givenName: 'Noor', familyName: 'Faris' });
    await pastSession(page, body['id']!);
    await page.goto('/');
    await expect(page.getByRole('heading', { level: 1, name: /^Today, / })).toBeVisible();
    for (const name of [/^Sessions/, /^To read/, /^Notes due/]) {
      await expect(page.getByRole('region', { name })).toBeVisible();
    }
    await axe(page);
    await withinTaps(page, 1, 'start a note', async () => {
      await page.getByRole('button', { name: 'Start note for Noor F.' }).click();
      await expect(page).toHaveURL(/\/notes\/[0-9a-f-]{36}$/);
    });
    await page.goto('/');
    await expect(page.getByRole('link', { name: 'Finish note for Noor F.' })).toBeVisible();
  });

  test('the rows are walked by keys, and a preview follows', async ({ as }) => {
    const page = await as('therapist');
    const reviews = page.getByRole('region', { name: /^To read/ });
    const acts = reviews.getByRole('link', { name: /^Read/ });
    await acts.first().focus();
    await page.keyboard.press('j');
    await expect(acts.nth(1)).toBeFocused();
    await expect(page.getByRole('complementary')).toContainText('To read');
  });

  test('the preview tells how somebody stands, and asks nobody while one goes down the list', async ({ as }) => {
    const page = await as('therapist');
    const acts = page.getByRole('region', { name: /^To read/ }).getByRole('link', { name: /^Read/ });
    await acts.first().focus();
    const preview = page.getByRole('complementary');
    await expect(preview).toContainText('Last seen');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.keyboard.press('j');
    await expect(acts.nth(1)).toBeFocused();
    await page.keyboard.press('k');
    await expect(acts.first()).toBeFocused();
    expect(asked.filter((url) => url.includes('/api/'))).toEqual([]);
  });

  test('what cannot be loaded fails alone, and the rest of the day stands', async ({ as, troubles }) => {
    troubles.allow(/503/);
    const page = await as('therapist');
    await page.route('**/api/v1/setbacks', (route) => route.fulfill({ status: 503, body: '{}' }));
    await page.reload();
    await expect(
      page.getByRole('alert').filter({ hasText: 'Setbacks that were told could not be loaded.' }),
    ).toBeVisible();
    await expect(page.getByRole('region', { name: /^Sessions/ })).toBeVisible();
    await axe(page);
  });

  test('a safety alert that comes while she is at her desk is said aloud, once', async ({ as }) => {
    const page = await as('therapist2');
    const { body } = await post(page, '/clients', { givenName: 'Vesna', familyName: 'Zelenka' });
    await page.clock.install();
    await page.goto('/');
    await expect(page.getByRole('region', { name: /^Sessions/ })).toBeVisible();
    await post(page, `/clients/${body['id']!}/risk-alerts`, { danger: 'soon', note: 'Seen.' });
    await page.clock.fastForward(61_000);
    await page.keyboard.press('Shift');
    await expect(page.getByRole('link', { name: 'Vesna Z.' }).first()).toBeVisible();
    await expect(page.locator('[aria-live="assertive"]')).toHaveText(/New safety alert: Vesna Z\./);
  });

  test('without a connection it says when the day was loaded', async ({ as, troubles }) => {
    troubles.allow(/ERR_INTERNET_DISCONNECTED/);
    const page = await as('therapist');
    await expect(page.getByRole('region', { name: /^Sessions/ })).toBeVisible();
    await cutOff(page);
    await expect(page.getByText(/^Last loaded at \d\d:\d\d\.$/)).toBeVisible();
    await page.context().setOffline(false);
  });

  test('a client meets one next thing on her phone, and puts it off until tomorrow', async ({ as }) => {
    const page = await as('maya', PHONE);
    await expect(page).toHaveURL(/\/me$/);
    await expect(page.getByRole('heading', { level: 1, name: /^Good .+, Maya$/ })).toBeVisible();
    await expect(page).toHaveTitle('My space');
    await expect(page.locator('main')).not.toContainText(/overdue|late|Tom/i);
    await axe(page);
    await page.getByRole('button', { name: /^Not to/ }).click();
    await expect(page.getByRole('heading', { name: 'Set aside until tomorrow' })).toBeVisible();
    await page.reload();
    await expect(page.getByRole('heading', { name: 'Set aside until tomorrow' })).toBeVisible();
  });

  test('a client sees who opened her work', async ({ as }) => {
    const therapist = await as('therapist');
    await openChart(therapist, 'Dana R.');
    await expect(therapist.getByRole('heading', { level: 1, name: 'Dana R.' })).toBeVisible();
    const page = await as('dana', PHONE);
    await page.getByRole('link', { name: 'Who can see what' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Who can see what' })).toBeFocused();
    await expect(page.getByRole('row', { name: /^What you are still writing/ })).toContainText('No');
    await expect(page.getByRole('row', { name: /^What you are still writing/ })).not.toContainText('Partner');
    await page.getByText('How we contact you').click();
    const remind = page.getByRole('checkbox', { name: 'Remind me by e-mail before something is due' });
    await remind.uncheck();
    await expect(page.getByRole('main').getByText('No more reminders by e-mail.')).toBeVisible();
    await remind.check();
    await expect(page.getByRole('main').getByText('Reminders will come by e-mail.')).toBeVisible();
    await expect(page.getByRole('region', { name: 'Who opened my work' })).toContainText('Dr Ellis');
    await expect(page.getByRole('region', { name: 'Where you are signed in' })).toContainText('This device');
    await axe(page);
  });
});
