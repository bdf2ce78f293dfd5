import type { Browser, BrowserContext, Page } from '@playwright/test';
import { axe, expect, PHONE, signIn, test, type Person, type Troubles, cutOff } from './journey';
import { lineTo } from './line';
import { sealed, shellKept } from './sealed';

const HEADING = 'My plan for hard moments';

/** Counts what a person does with a finger. */
function taps(page: Page): { on(name: string | RegExp): Promise<void>; count: number } {
  const counted = {
    count: 0,
    async on(name: string | RegExp): Promise<void> {
      counted.count++;
      await page
        .getByRole('main')
        .getByRole('link', { name })
        .or(page.getByRole('main').getByRole('button', { name }))
        .tap();
    },
  };
  return counted;
}

async function phoneOf(browser: Browser, troubles: Troubles, person: Person, at: string): Promise<BrowserContext> {
  const context = await browser.newContext({ ...PHONE, baseURL: at });
  await troubles.watch(context);
  await signIn(context, person);
  return context;
}

test('a plan made on a calm day opens in two taps on a cold start without a connection, and leaving erases it', async ({
  browser,
  baseURL,
  troubles,
}) => {
  // The line runs beside the server, on a port of its own; while it is cut, the browser says that nothing came.
  troubles.allow(/^third party: http:\/\/127\.0\.0\.1/);
  troubles.allow(/ERR_(CONNECTION_REFUSED|CONNECTION_RESET|EMPTY_RESPONSE|FAILED)|status of (401|504)|Failed to fetch/);
  const line = await lineTo(baseURL!);
  const context = await phoneOf(browser, troubles, 'luis', line.address);
  const page = await context.newPage();

  await test.step('Luis writes it, and asks for a copy on this phone', async () => {
    await page.goto('/me');
    await page.getByRole('link', { name: HEADING }).tap();
    await expect(page.getByRole('heading', { level: 1, name: HEADING })).toBeFocused();
    await axe(page);
    await page.getByRole('button', { name: 'Make my plan' }).tap();
    await page.getByLabel('What I do first').fill('Walk around the block\nCall Ana');
    await page.getByLabel('Who I can call').fill('Ana 555 0188');
    await page.getByLabel('If I do not feel safe').fill('Go to my sister');
    await axe(page);
    await page.reload();
    await page.getByRole('button', { name: 'Make my plan' }).tap();
    await expect(page.getByText('What you were writing is here again.')).toBeVisible();
    await expect(page.getByLabel('Who I can call')).toHaveValue('Ana 555 0188');
    await page.getByRole('button', { name: 'Save my plan' }).tap();
    await expect(page.getByRole('listitem').filter({ hasText: 'Walk around the block' })).toBeVisible();
    await expect(page.getByRole('link', { name: /Ana/ })).toHaveAttribute('href', 'tel:5550188');
    await page.getByRole('button', { name: 'Keep it on this device' }).tap();
    await expect(page.getByText('Your plan is kept on this device.')).toBeVisible();
    await axe(page);
  });

  await test.step('what lies on the phone is sealed', async () => {
    const seen = await page.evaluate(async () => {
      const all: string[] = [JSON.stringify({ ...localStorage })];
      for (const { name } of await indexedDB.databases()) {
        const database = await new Promise<IDBDatabase>((ready, fail) => {
          const asked = indexedDB.open(name!);
          asked.onsuccess = () => ready(asked.result);
          asked.onerror = () => fail(new Error(name));
        });
        for (const store of database.objectStoreNames) {
          const rows = await new Promise<unknown[]>((ready) => {
            const asked = database.transaction(store).objectStore(store).getAll();
            asked.onsuccess = () => ready(asked.result);
          });
          for (const row of rows)
            for (const part of Object.values(row as object))
              all.push(part instanceof ArrayBuffer ? new TextDecoder('latin1').decode(part) : JSON.stringify(part));
        }
        database.close();
      }
      return all.join(' ');
    });
    expect(seen.length).toBeGreaterThan(100);
    expect(seen).not.toContain('Walk around');
    expect(seen).not.toContain('Ana');
  });

  await test.step('one visit was enough for the app to start without a connection', async () => {
    await shellKept(page);
    await page.close();
    await line.cut();
  });

  const dark = await context.newPage();
  await test.step('two taps', async () => {
    await dark.goto('/me');
    await expect(dark.getByText('There is no connection.')).toBeVisible();
    const finger = taps(dark);
    await finger.on(HEADING);
    await expect(dark.getByRole('listitem').filter({ hasText: 'Walk around the block' })).toBeVisible();
    await expect(dark.getByRole('link', { name: /Ana/ })).toBeVisible();
    expect(finger.count).toBeLessThanOrEqual(2);
    await axe(dark);
    await finger.on('There was a setback');
    await expect(dark.getByText(/needs a connection/)).toBeVisible();
  });

  await test.step('also from the bare address', async () => {
    await dark.goto('/');
    await expect(dark.getByRole('main').getByRole('link', { name: HEADING })).toBeVisible();
  });

  await test.step('leaving in a hurry leaves nothing that opens', async () => {
    await dark.getByRole('button', { name: 'Leave this page' }).tap();
    await dark.waitForURL(/away\.html|chrome-error/).catch(() => undefined);
    const after = await context.newPage();
    await after.goto('/me/plan');
    await expect(after.getByRole('heading', { name: "This page didn't arrive" })).toBeVisible();
    await expect(after.getByText('Walk around')).toHaveCount(0);
    expect(await after.evaluate(() => localStorage.getItem('kept.seal'))).toBeNull();
  });
  await line.mend();
  await line.cut();
  await context.close();
});

test('the connection goes while somebody is signed in: her plan opens in one tap, without having asked for a copy', async ({
  as,
  troubles,
}) => {
  troubles.allow(/ERR_(INTERNET_DISCONNECTED|FAILED)|Failed to fetch/);
  const page = await as('maya', PHONE);
  await page.goto('/me');
  await sealed(page, 'plan');
  await shellKept(page);
  expect(await page.evaluate(() => localStorage.getItem('kept.seal'))).toBeNull();
  await cutOff(page);
  const finger = taps(page);
  await finger.on(HEADING);
  await expect(page.getByRole('listitem').filter({ hasText: 'Put the phone in the kitchen drawer' })).toBeVisible();
  expect(finger.count).toBe(1);
  await page.context().setOffline(false);
});

test('signing out leaves nothing that opens either', async ({ as }) => {
  const page = await as('dana', PHONE);
  await page.goto('/me/plan');
  await page.getByRole('button', { name: /Make my plan|Change my plan/ }).tap();
  await page.getByLabel('What I do first').fill('Sit down');
  await page.getByRole('button', { name: 'Save my plan' }).tap();
  await page.getByRole('button', { name: 'Keep it on this device' }).tap();
  await expect(page.getByText('Your plan is kept on this device.')).toBeVisible();
  expect(await page.evaluate(() => localStorage.getItem('kept.seal'))).not.toBeNull();
  await page.getByRole('button', { name: 'Settings and sign out' }).tap();
  await page.getByRole('button', { name: 'Sign out', exact: true }).tap();
  await expect(page.getByLabel('Email')).toBeVisible();
  expect(await page.evaluate(() => localStorage.getItem('kept.seal'))).toBeNull();
});

test('a setback is told in a few taps, changes nothing, and is taken note of', async ({ as }) => {
  const phone = await as('luis', PHONE);
  const therapist = await as('otherTherapist');

  await test.step('he tells it, with words that speak of danger, and meets an honest page', async () => {
    await phone.goto('/me');
    const finger = taps(phone);
    await finger.on(HEADING);
    await finger.on('There was a setback');
    await axe(phone);
    await phone.getByLabel('What happened, if you want to say').fill('I do not feel safe at home tonight');
    await finger.on('Tell my therapist');
    expect(finger.count).toBe(3);
    await expect(phone.getByRole('heading', { level: 1, name: 'Thank you for saying it' })).toBeFocused();
    await expect(phone.getByText('It may not be seen tonight.')).toBeVisible();
    await expect(phone.getByRole('link', { name: /Call 112/ })).toBeVisible();
    await axe(phone);
    await phone.getByRole('button', { name: 'Open my plan' }).tap();
    await expect(phone.getByRole('heading', { level: 1, name: HEADING })).toBeVisible();
  });

  await test.step('plain words come back to the plan, and homework rests', async () => {
    await phone.getByRole('button', { name: 'There was a setback' }).tap();
    await expect(phone.getByText(/^Told\./)).toHaveCount(0);
    await phone.getByLabel('What happened, if you want to say').fill('An old message came up again.');
    await phone.getByLabel('Pause my homework for 3 days').tap();
    await phone.getByRole('button', { name: 'Tell my therapist' }).tap();
    await expect(phone.getByText(/^Told\. Your therapist sees it/)).toBeVisible();
    await phone.goto('/me');
    await expect(phone.getByRole('heading', { name: /^Paused until / })).toBeVisible();
  });

  await test.step('Today says so first; the chart has the day, the words and the plan', async () => {
    await therapist.goto('/');
    const told = therapist.getByRole('region', { name: 'Setbacks told' });
    await expect(told.getByText('The words may speak of danger.')).toBeVisible();
    await axe(therapist);
    await told.getByRole('link', { name: 'Luis A.' }).first().click();
    await expect(therapist.getByText('An old message came up again.')).toBeVisible();
    await axe(therapist);
    for (let left = await therapist.getByRole('button', { name: /^Take note/ }).count(); left > 0; left--) {
      await therapist
        .getByRole('button', { name: /^Take note/ })
        .first()
        .click();
      await expect(therapist.getByRole('button', { name: /^Take note/ })).toHaveCount(left - 1);
    }
    await therapist.getByRole('link', { name: 'Timeline' }).click();
    await expect(therapist.getByText('Setback', { exact: true }).first()).toBeVisible();
    await therapist.goto('/');
    await expect(therapist.getByRole('heading', { name: 'Setbacks told' })).toHaveCount(0);
  });
});
