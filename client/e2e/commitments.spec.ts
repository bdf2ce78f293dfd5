// Boundaries and promises: one partner puts something forward, the other reads those words and no others, both say what
// became of it, and the therapist alone sees where they differ.
import type { Page } from '@playwright/test';
import { axe, expect, PHONE, test, withinTaps, cutOff } from './journey';

const h1 = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();
const card = (page: Page, name: string | RegExp) => page.getByRole('article', { name });

test('a boundary from a private draft to what both say of it, and a promise', async ({ as, troubles }) => {
  troubles.allow(/422/);
  troubles.allow(/ERR_INTERNET_DISCONNECTED/);
  const maya = await as('maya', PHONE);
  const limit = 'Phones stay out of the bedroom after ten';

  await test.step('one partner writes for herself, with questions that never block', async () => {
    await maya.getByRole('link', { name: 'Boundaries' }).click();
    await expect(h1(maya, 'Boundaries')).toBeFocused();
    await expect(card(maya, /J. at work/)).toBeVisible();
    await axe(maya);
    await press(maya, 'Add one');
    await expect(h1(maya, 'A boundary of mine')).toBeFocused();
    await maya.getByLabel('What is it about?').selectOption({ label: 'Phone and online' });
    await maya.getByLabel('The limit').fill('You share your live location with me');
    await maya.getByRole('radio', { name: /A request/ }).check();
    await press(maya, 'Keep it as a draft');
    await expect(maya.getByRole('alert')).toContainText('follows someone on a map');
    await expect(maya.getByLabel('The limit')).toHaveValue('You share your live location with me');
    await maya.getByLabel('The limit').fill('Be nicer');
    await expect(maya.getByText(/“nicer”/)).toBeVisible();
    await maya.getByLabel('The limit').fill(limit);
    await expect(maya.getByRole('main').getByText(/^\s*Saved at/)).toBeVisible();
    await maya.reload();
    await expect(h1(maya, 'A boundary of mine')).toBeVisible();
    await expect(maya.getByLabel('The limit')).toHaveValue(limit);
    await expect(maya.getByRole('radio', { name: /A request/ })).toBeChecked();
    await cutOff(maya);
    await maya.getByLabel(/^Why I need it/).fill('I wake at every light.');
    await expect(maya.getByRole('main').getByText('Saved on this phone only.')).toBeVisible();
    await maya.context().setOffline(false);
    await expect(maya.getByRole('main').getByText(/^\s*Saved at/)).toBeVisible();
    await axe(maya);
    await press(maya, 'See how it will read');
    await expect(h1(maya, 'This is what your partner will read')).toBeFocused();
    await expect(card(maya, limit)).toBeVisible();
    await expect(maya.getByText('I wake at every light.')).toHaveCount(0);
    await axe(maya);
    await press(maya, 'Put it forward');
    await expect(h1(maya, 'Boundaries')).toBeFocused();
    await expect(card(maya, limit)).toContainText('Yours. Put forward on');
    await expect(maya).toHaveTitle('My space');
  });

  // his phone is abroad: what he types and reads is the time where he lives
  const tom = await as('tom', { ...PHONE, timezoneId: 'Europe/London' });
  const words = 'Phones lie in the hall from half past ten';

  await test.step('the other reads those words, and offers others beside them', async () => {
    await tom.goto('/me/boundaries');
    await expect(card(tom, limit)).toContainText('Maya’s.');
    await expect(tom.getByText('I wake at every light.')).toHaveCount(0);
    await axe(tom);
    await card(tom, limit)
      .getByRole('button', { name: /Read it/ })
      .click();
    await expect(h1(tom, limit)).toBeFocused();
    await axe(tom);
    await press(tom, 'Offer other words');
    await tom.getByLabel('The limit').fill(words);
    await press(tom, 'Offer these words');
    await expect(h1(tom, words)).toBeVisible();
    await expect(tom.getByRole('heading', { name: 'The words before, and now' })).toBeVisible();
    await axe(tom);
  });

  await test.step('she agrees to the new words, and it starts', async () => {
    await maya.reload();
    await card(maya, words)
      .getByRole('button', { name: /Read it/ })
      .click();
    await press(maya, 'I agree to these words');
    await press(maya, 'Yes, do this');
    await expect(maya.getByText(/Agreed by both/)).toBeVisible();
    await press(maya, 'It starts today');
    await press(maya, 'Yes, do this');
    await expect(maya.getByRole('button', { name: 'I take back my agreement' })).toBeVisible();
    await maya.getByRole('button', { name: 'Back', exact: true }).click();
    await expect(card(maya, words)).toBeVisible();
  });

  await test.step('each says in two taps what this week was like, and sees nothing of the other’s word', async () => {
    await withinTaps(maya, 2, 'record what became of a boundary', async () => {
      await card(maya, words).getByRole('radio', { name: 'Crossed' }).check();
      await card(maya, words).getByRole('button', { name: /^Save/ }).click();
    });
    await expect(card(maya, words).getByText('This week you said: crossed')).toBeVisible();
    await tom.getByRole('button', { name: 'Back', exact: true }).click();
    await expect(card(tom, words)).toContainText('Agreed by both');
    await expect(card(tom, words).getByText('This week you said')).toHaveCount(0);
    await card(tom, words).getByRole('radio', { name: 'Kept' }).check();
    await card(tom, words).getByRole('button', { name: /^Save/ }).click();
    await expect(card(tom, words).getByText('This week you said: kept')).toBeVisible();
    await axe(tom);
  });

  await test.step('he promises something beforehand; she may say that she saw it, and need not', async () => {
    await tom.goto('/me/promises');
    await expect(tom.getByRole('heading', { level: 2, name: 'To come' })).toBeVisible();
    await axe(tom);
    await press(tom, 'Make one');
    await tom.getByLabel('I will…').fill('Home by seven, and I cook');
    const inAWeek = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);
    await tom.getByLabel('On', { exact: true }).fill(inAWeek);
    await tom.getByLabel('By what time').fill('19:00');
    await axe(tom);
    await press(tom, 'I promise this');
    await expect(card(tom, 'Home by seven, and I cook')).toContainText('19:00');
    await maya.goto('/me/promises');
    await expect(card(maya, 'Home by seven, and I cook')).toContainText('Tom, for');
    await expect(maya.getByRole('button', { name: 'Make one' })).toHaveCount(0);
    await axe(maya);
    for (const page of [maya, tom]) {
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(wide).toBeLessThanOrEqual(0);
    }
  });

  await test.step('the therapist alone sees where they differ, and nothing of it once the screen is turned', async () => {
    const therapist = await as('therapist', { viewport: { width: 1280, height: 800 } });
    await therapist.goto('/couples');
    await therapist.getByRole('link', { name: /Maya/ }).first().click();
    await therapist.getByRole('link', { name: /^Commitments/ }).click();
    const commitments = therapist.getByRole('region', { name: 'Commitments' });
    const item = commitments.getByRole('listitem').filter({ hasText: words });
    await expect(item.getByText(/Maya says crossed, Tom says kept/)).toBeVisible();
    await expect(item.getByText(/I wake at every light/)).toBeVisible();
    await item.getByText('Week by week').click();
    await expect(item.getByRole('img', { name: /Line chart/ })).toBeVisible();
    await axe(therapist);
    await press(therapist, /Session view/);
    await expect(commitments.getByRole('heading', { level: 3, name: words })).toBeVisible();
    await expect(commitments.getByText(/says crossed|I wake at every light|Week by week/)).toHaveCount(0);
    await axe(therapist);
  });
});
