// Open for a while: one partner offers it, both agree to the same words, their therapist starts it, and one tap lets it rest.
import type { Page } from '@playwright/test';
import { axe, expect, PHONE, test, withinTaps } from './journey';

const h1 = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();
const card = (page: Page, name: string | RegExp) => page.getByRole('article', { name });
const DESK = { viewport: { width: 1280, height: 800 } };

async function fits(page: Page): Promise<void> {
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  await page.setViewportSize({ width: 390, height: 844 });
}

test('an agreement to be open, from an offer to letting it rest', async ({ as, troubles }) => {
  troubles.allow(/412|422/);
  const tom = await as('tom', PHONE);
  const what = 'I show the list of my calls of the week';

  await test.step('he writes it, and what was typed survives a reload; a secret is refused', async () => {
    await tom.getByRole('link', { name: 'Open for a while' }).click();
    await expect(h1(tom, 'Open for a while')).toBeFocused();
    await expect(card(tom, 'I show the card and phone bills of the month')).toContainText(
      'unless both of you want to go on',
    );
    await axe(tom);
    await press(tom, 'Put one forward');
    await expect(h1(tom, 'Something to be open about')).toBeFocused();
    await press(tom, 'See how it will read');
    await expect(tom.getByRole('link', { name: 'Say who is open about it.' })).toBeVisible();
    await tom.getByLabel('What is it about?').fill('My password is Hunter22!');
    await tom.getByRole('radio', { name: 'I am' }).check();
    await tom.getByRole('radio', { name: 'In our weekly talk' }).check();
    await tom.getByLabel('What is it for?').fill('So that you need not guess.');
    await tom.getByLabel('What becomes less, and when?').fill('After a month, every second week.');
    await axe(tom);
    await tom.reload();
    await expect(tom.getByLabel('What is it about?')).toHaveValue('My password is Hunter22!');
    await expect(tom.getByRole('radio', { name: 'In our weekly talk' })).toBeChecked();
    await press(tom, 'See how it will read');
    await expect(tom.getByRole('alert').filter({ hasText: 'looks like a password' })).toBeVisible();
    const saved = tom.waitForResponse((answer) => answer.request().postData()?.includes(what) ?? false);
    await tom.getByLabel('What is it about?').fill(what);
    expect((await saved).status()).toBe(200);
    await expect(tom.getByText(/^Saved/).first()).toBeVisible();
    await fits(tom);
  });

  await test.step('on another device it is as he left it, and goes on from there', async () => {
    const tablet = await as('tom', { viewport: { width: 820, height: 1100 } });
    await tablet.goto('/me/agreements');
    await press(tablet, 'Put one forward');
    await expect(tablet.getByLabel('What is it about?')).toHaveValue(what);
    await expect(tablet.getByRole('radio', { name: 'In our weekly talk' })).toBeChecked();
    await axe(tablet);
    const saved = tablet.waitForResponse((answer) => answer.request().postData()?.includes('second Sunday') ?? false);
    await tablet.getByLabel('What becomes less, and when?').fill('After a month, every second Sunday.');
    expect((await saved).status()).toBe(200);
    await tablet.close();
  });

  await test.step('going on with the older words, he sees each line in which the two differ, and chooses', async () => {
    await tom.getByRole('radio', { name: 'It is shown when asked' }).check();
    const both = tom.getByRole('region', { name: 'There are two versions' });
    await expect(both.getByRole('heading', { name: 'There are two versions' })).toBeFocused();
    await expect(both.getByRole('definition')).toHaveText([
      'It is shown when asked',
      'After a month, every second week.',
      'In our weekly talk',
      'After a month, every second Sunday.',
    ]);
    await axe(tom);
    await fits(tom);
    await test
      .info()
      .attach('two versions', { body: await tom.screenshot({ fullPage: true }), contentType: 'image/png' });
    await both.getByRole('button', { name: 'Go on with that one' }).click();
    await expect(h1(tom, 'Something to be open about')).toBeFocused();
    await expect(tom.getByLabel('What becomes less, and when?')).toHaveValue('After a month, every second Sunday.');
    await expect(tom.getByRole('radio', { name: 'In our weekly talk' })).toBeChecked();
  });

  await test.step('he reads it as his partner will, and puts it forward', async () => {
    await press(tom, 'See how it will read');
    await expect(card(tom, what)).toContainText('After a month, every second Sunday.');
    await axe(tom);
    await press(tom, 'Put it forward');
    await expect(h1(tom, 'Open for a while')).toBeFocused();
    await expect(card(tom, what)).toContainText('It takes both of you');
    await press(tom, 'Put one forward');
    await expect(tom.getByLabel('What is it about?')).toHaveValue('');
    await press(tom, 'Back');
    await fits(tom);
    await test.info().attach('list', { body: await tom.screenshot({ fullPage: true }), contentType: 'image/png' });
  });

  const maya = await as('maya', PHONE);
  await test.step('she reads those words, and agrees in one tap', async () => {
    await maya.goto('/me/agreements');
    await expect(card(maya, what)).toContainText('Your partner');
    await expect(card(maya, what)).toContainText('It waits for you');
    await axe(maya);
    await card(maya, what)
      .getByRole('button', { name: /I agree to these words/ })
      .click();
    await expect(card(maya, what)).toContainText('It starts when your therapist has looked at it with you');
    await expect(maya).toHaveTitle('My space');
  });

  await test.step('their therapist starts it', async () => {
    const therapist = await as('therapist', DESK);
    await therapist.goto('/couples');
    await therapist.getByRole('link', { name: /Maya/ }).first().click();
    await therapist.getByRole('link', { name: /^Open for a while/ }).click();
    const region = therapist.getByRole('region', { name: 'Open for a while' });
    const item = region.getByRole('listitem').filter({ hasText: what });
    await expect(item).toContainText('Agreed by both, not started');
    await expect(item).toContainText('Tom is open about it, in the weekly talk');
    await item.getByRole('button', { name: /We looked at it: start it/ }).click();
    await expect(item).toContainText('In force until');
    await axe(therapist);
    await test.info().attach('desk', { body: await region.screenshot(), contentType: 'image/png' });
  });

  await test.step('one tap lets it rest, and one more ends it for good', async () => {
    await maya.reload();
    await withinTaps(maya, 1, 'revisit an agreement', async () => {
      await card(maya, what)
        .getByRole('button', { name: /I want to revisit this/ })
        .click();
      await expect(card(maya, what)).toContainText('It rests');
    });
    await tom.reload();
    await expect(card(tom, what)).toContainText('It rests');
    await card(tom, what)
      .getByRole('button', { name: /Go on for longer/ })
      .click();
    await expect(tom.getByLabel('What is it about?')).toHaveValue(what);
    await press(tom, 'Back');
    await card(maya, what)
      .getByRole('button', { name: /Let it end/ })
      .click();
    await card(maya, what)
      .getByRole('button', { name: /Yes, let it end/ })
      .click();
    await expect(card(maya, what)).toHaveCount(0);
    await press(maya, 'What is over');
    await expect(card(maya, what)).toContainText('Ended.');
    await axe(maya);
  });
});
