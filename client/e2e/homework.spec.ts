// The main line of work: a therapist gives a worksheet, the client answers it on a phone, the therapist reads two drafts
// side by side, and the partner has no sign of any of it.
import type { Page } from '@playwright/test';
import { axe, expect, PHONE, test, withinTaps } from './journey';

const h1 = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();

/** Opens the chart of a client from the caseload, at its homework. */
async function chartOf(page: Page, name: string): Promise<void> {
  await page.goto('/caseload');
  await page.getByRole('link', { name }).first().click();
  await page.getByRole('link', { name: 'Homework' }).click();
}

test('homework from the therapist to the phone and back, twice, unseen by anyone else', async ({ as }) => {
  const therapist = await as('therapist', { viewport: { width: 1280, height: 800 } });

  await test.step('the therapist gives a worksheet in three taps', async () => {
    await chartOf(therapist, 'Dana');
    await therapist.getByRole('link', { name: 'Assign', exact: true }).click();
    await expect(therapist.getByRole('dialog', { name: 'Assign homework' })).toBeVisible();
    await axe(therapist);
    await therapist.getByRole('radio', { name: /Boundary list/ }).check();
    await press(therapist, /^ ?Assign ?$/);
    await expect(
      therapist.getByRole('region', { name: 'Messages' }).getByText('Boundary list is given.'),
    ).toBeVisible();
  });

  const phone = await as('dana', PHONE);

  await test.step('the client answers one question a page, at one neutral address', async () => {
    await phone.goto('/me/homework');
    await expect(phone.getByRole('button', { name: /^Look at it ?: Boundary list$/ })).toBeVisible();
    await axe(phone);
    await press(phone, /^Look at it ?: Boundary list$/);
    await expect(h1(phone, 'Boundary list')).toBeFocused();
    await axe(phone);
    await press(phone, 'Start');
    await expect(h1(phone, 'Which limits would help you feel safer?')).toBeFocused();
    await press(phone, 'Add the first one');
    await phone.getByLabel('The limit').fill('No calls after ten');
    await axe(phone);
    await press(phone, 'Continue');
    await expect(phone.getByText('No calls after ten')).toBeVisible();
    await press(phone, 'Continue');
    await expect(h1(phone, /How ready do you feel/)).toBeFocused();
    await axe(phone);
    await phone.getByRole('radio', { name: /^3/ }).check();
    await press(phone, 'Continue');
    await expect(h1(phone, 'What stands in the way?')).toBeFocused();
    await expect(phone).toHaveTitle('My space');
    expect(new URL(phone.url()).pathname).toBe('/me/homework');
    await withinTaps(phone, 0, 'save what was written', async () => {
      const saved = phone.waitForResponse((answer) => answer.request().postData()?.includes('how to begin') ?? false);
      await phone.getByRole('textbox').fill('I do not know how to begin.');
      expect((await saved).status()).toBe(200);
    });
    await expect(phone.getByRole('main').getByText(/Saved at .* can’t read this until you send it/)).toBeVisible();
  });

  await test.step('another device opens at the very field, with the words in it', async () => {
    const tablet = await as('dana', { viewport: { width: 320, height: 640 } });
    await tablet.goto('/me');
    await withinTaps(tablet, 2, 'open a worksheet at the field it was left at', async () => {
      await tablet.getByRole('link', { name: 'Between sessions' }).click();
      await press(tablet, /^Go on ?: Boundary list$/);
      await expect(h1(tablet, 'What stands in the way?')).toBeVisible();
    });
    await expect(tablet.getByRole('textbox')).toHaveValue('I do not know how to begin.');
    const wide = await tablet.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wide).toBeLessThanOrEqual(0);
    await tablet.close();
  });

  await test.step('the browser’s own Back and Forward turn the pages', async () => {
    await phone.goBack();
    await expect(h1(phone, /How ready do you feel/)).toBeVisible();
    await expect(phone.getByRole('radio', { name: /^3/ })).toBeChecked();
    await phone.goForward();
    await expect(h1(phone, 'What stands in the way?')).toBeVisible();
  });

  await test.step('the therapist cannot read the draft', async () => {
    await therapist.reload();
    const given = therapist.getByRole('listitem').filter({ hasText: 'Boundary list' });
    await expect(given.getByText(/^\s*Started, hoped for by/)).toBeVisible();
    await expect(therapist.getByText('I do not know how to begin.')).toHaveCount(0);
  });

  await test.step('the client checks, sends, takes it back and sends again', async () => {
    await press(phone, 'Continue');
    await press(phone, 'Do this in session');
    await expect(h1(phone, 'Check and send to Dr Ellis')).toBeFocused();
    await expect(phone.getByText('Kept for the session')).toBeVisible();
    await axe(phone);
    await press(phone, 'Send to Dr Ellis');
    await expect(h1(phone, 'Sent to Dr Ellis')).toBeFocused();
    await axe(phone);
    await press(phone, 'Take it back');
    await expect(h1(phone, 'Check and send to Dr Ellis')).toBeVisible();
    await press(phone, 'Send to Dr Ellis');
    await expect(h1(phone, 'Sent to Dr Ellis')).toBeVisible();
  });

  await test.step('the therapist reads it and returns it with a comment', async () => {
    await chartOf(therapist, 'Dana');
    await withinTaps(therapist, 3, 'review, comment and return a worksheet', async () => {
      await therapist.getByRole('link', { name: /^Read ?: Boundary list$/ }).click();
      await expect(h1(therapist, 'Boundary list')).toBeVisible();
      await expect(therapist.getByText('I do not know how to begin.')).toBeVisible();
      await axe(therapist);
      await press(therapist, /^Comment ?: What stands in the way\?$/);
      await therapist.getByLabel('Comment to Dana').fill('What comes first?');
      await press(therapist, /Return with 1 comment/);
      await expect(therapist.getByText('Returned for another draft')).toBeVisible();
    });
  });

  await test.step('the client reads the comment and sends a second draft', async () => {
    await phone.goto('/me/history');
    await phone.goto('/me/homework');
    await press(phone, /^Go on ?: Boundary list$/);
    await expect(h1(phone, 'Dr Ellis wrote back')).toBeVisible();
    await expect(phone.getByText('What comes first?')).toBeVisible();
    await axe(phone);
    await press(phone, /^Go to it ?: What stands in the way\?$/);
    await phone.getByRole('textbox').fill('I do not know how to begin. Maybe with the evenings.');
    await withinTaps(phone, 2, 'send from the last question', async () => {
      await press(phone, 'Continue');
      await press(phone, 'Send to Dr Ellis');
      await expect(h1(phone, 'Sent to Dr Ellis')).toBeVisible();
    });
  });

  await test.step('the therapist sees the second draft beside the first and accepts it', async () => {
    await chartOf(therapist, 'Dana');
    await therapist.getByRole('link', { name: /^Read ?: Boundary list$/ }).click();
    await expect(h1(therapist, 'Boundary list, draft 2')).toBeVisible();
    await expect(therapist.locator('ins')).toHaveText(['Maybe with the evenings.']);
    await axe(therapist);
    await press(therapist, /^Reviewed/);
    await expect(therapist.getByText('Read and accepted').first()).toBeVisible();
  });

  await test.step('the client reads again what was sent', async () => {
    await phone.goto('/me/history');
    await expect(h1(phone, 'What I have sent')).toBeVisible();
    await axe(phone);
    await press(phone, /^Read ?: Boundary list$/);
    await expect(phone.getByRole('heading', { name: /^Draft 1, sent/ })).toBeVisible();
    await axe(phone);
  });
});

test('a partner meets no sign of the other one’s homework', async ({ as }) => {
  const tom = await as('tom', PHONE);
  const told: string[] = [];
  tom.on('response', (answer) => {
    if (answer.url().includes('/api/'))
      void answer.text().then(
        (text) => told.push(text),
        () => undefined,
      );
  });
  await tom.goto('/me/homework');
  await expect(h1(tom, 'Between sessions')).toBeVisible();
  await tom.goto('/me/history');
  await expect(h1(tom, 'What I have sent')).toBeVisible();
  await expect(tom.getByText('Feelings journal')).toHaveCount(0);
  expect(told.join('\n')).not.toContain('Maya');
});

test('the library shows what there is to give', async ({ as }) => {
  const therapist = await as('therapist', { viewport: { width: 1280, height: 800 } });
  await therapist.goto('/library');
  await expect(h1(therapist, 'Library')).toBeVisible();
  await therapist.getByRole('link', { name: /Feelings journal/ }).click();
  await expect(therapist.getByRole('heading', { level: 2, name: 'Feelings journal' })).toBeVisible();
  await axe(therapist);
});
