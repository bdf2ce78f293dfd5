import type { Page } from '@playwright/test';
import { PHONE, axe, expect, openChart, test, withinTaps } from './journey';
import { ask, ownCouple } from './own-couple';

const brief = (page: Page, coupleId: string): Promise<unknown> => page.goto(`/couples/${coupleId}/brief`);

test.describe('the brief', () => {
  test('before a joint session holds apart what is hers, theirs and his, and hides what is not for the room', async ({
    as,
    browser,
    troubles,
  }) => {
    const therapist = await as('therapist2');
    const { coupleId, hurt } = await ownCouple(therapist, browser, troubles, ['Solveig', 'Birger']);
    await ask(hurt, 'post', `/couples/${coupleId}/questions`, { text: 'Were you at the lake house?' });
    await brief(therapist, coupleId);
    await expect(therapist.getByRole('heading', { level: 1, name: /^Solveig & Birger L\./ })).toBeVisible();
    for (const name of ['Agreed last time', 'In the last four weeks', 'Solveig', 'Us', 'Birger'])
      await expect(therapist.getByRole('heading', { level: 2, name, exact: true })).toBeVisible();
    const hers = therapist.getByRole('region', { name: 'Solveig' });
    await expect(hers).toContainText('Were you at the lake house?');
    await expect(hers).toContainText('Seen by: Solveig, you.');
    await expect(hers).toContainText('Not aloud');
    await expect(therapist.getByRole('region', { name: 'Birger' })).not.toContainText('lake house');
    await axe(therapist);

    await therapist.getByRole('button', { name: 'Session view' }).click();
    await expect(therapist.getByRole('status').filter({ hasText: 'Session view' })).toBeVisible();
    await expect(therapist.getByRole('main')).not.toContainText('lake house');
    await expect(therapist.getByRole('main')).not.toContainText('Not aloud');
    await axe(therapist);
    await therapist.keyboard.press('v');
    await expect(therapist.getByRole('button', { name: 'Session view' })).toHaveAttribute('aria-pressed', 'false');
    await expect(hers).toContainText('lake house');
    for (const [key, name] of [
      ['1', 'Solveig'],
      ['2', 'Us'],
      ['3', 'Birger'],
    ] as const) {
      await therapist.keyboard.press(key);
      await expect(therapist.getByRole('heading', { level: 2, name, exact: true })).toBeFocused();
    }
    await hers.getByRole('link', { name: /lake house/ }).click();
    await expect(therapist).toHaveURL(new RegExp(`/couples/${coupleId}/questions$`));
  });

  test('is one tap from the couple’s page and from the chart, and fits a phone', async ({ as }) => {
    for (const options of [{}, PHONE]) {
      const page = await as('therapist', options);
      await page.goto('/couples');
      await page.getByRole('link', { name: 'Maya & Tom K.' }).first().click();
      await withinTaps(page, 1, 'prepare a couple from its page', async () => {
        await page.getByRole('link', { name: 'Brief', exact: true }).click();
        await expect(page.getByRole('heading', { level: 2, name: 'Us', exact: true })).toBeVisible();
      });
      await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - globalThis.innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
      await axe(page);
    }
  });

  test('before a session with one person says what is hers and names nobody else', async ({ as }) => {
    const page = await as('therapist');
    await openChart(page, 'Maya K.');
    await page.getByRole('link', { name: 'Brief', exact: true }).click();
    await expect(page.getByRole('heading', { level: 2, name: 'To keep in mind' })).toBeVisible();
    await expect(page.getByRole('heading', { level: 2, name: 'Us', exact: true })).toHaveCount(0);
    await expect(page.getByRole('region', { name: 'To keep in mind' })).not.toContainText('Tom');
    await axe(page);
  });

  test('is printed on one page', async ({ as }) => {
    const page = await as('therapist');
    await page.goto('/couples');
    await page.getByRole('link', { name: 'Maya & Tom K.' }).first().click();
    await page.getByRole('link', { name: 'Brief', exact: true }).click();
    // The couple's page has a heading "Us" as well.
    await expect(page.getByRole('heading', { level: 2, name: 'Since last session' })).toBeVisible();
    const pdf = (await page.pdf({ format: 'A4', printBackground: false })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
  });

  test('that cannot be read says so, and is tried again', async ({ as, troubles }) => {
    troubles.allow(/503/);
    const page = await as('therapist');
    await page.route('**/api/v1/couples/*/brief', (route) => route.fulfill({ status: 503, body: '{}' }));
    await page.goto('/couples');
    await page.getByRole('link', { name: 'Maya & Tom K.' }).first().click();
    await page.getByRole('link', { name: 'Brief', exact: true }).click();
    await expect(page.getByRole('alert')).toBeVisible();
    await page.unroute('**/api/v1/couples/*/brief');
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByRole('heading', { level: 2, name: 'Us', exact: true })).toBeVisible();
  });
});
