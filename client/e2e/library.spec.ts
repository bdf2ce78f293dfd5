// A therapist finds what is often first in a couple's stage, gives what comes early and says why; the client meets a
// sheet that asks his own side, and a password typed into it goes nowhere.
import type { Page } from '@playwright/test';
import { axe, expect, PHONE, pickPerson, test } from './journey';

const h1 = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();
const DESK = { viewport: { width: 1280, height: 800 } };

test('what suits the couple stands first, and what comes early is given with a reason', async ({ as }) => {
  const therapist = await as('therapist', DESK);

  await test.step('the library of the couple puts first what is often first in their stage', async () => {
    await therapist.goto('/couples');
    await therapist
      .getByRole('link', { name: /Maya & Tom/ })
      .first()
      .click();
    await expect(h1(therapist, /Maya & Tom/)).toBeVisible();
    const id = new URL(therapist.url()).pathname.split('/')[2];
    await therapist.goto(`/library?coupleId=${id}`);
    await expect(therapist.getByText(/^\s*For Maya & Tom K\. Stage 2/)).toBeVisible();
    const first = therapist.getByRole('navigation', { name: 'Worksheets' }).getByRole('link').first();
    await expect(first).toContainText('Pacing what is told');
    await expect(first).toContainText('Often first in this stage');
    await axe(therapist);
  });

  await test.step('what is for one partner stands higher for that partner', async () => {
    await therapist.getByRole('radio', { name: 'Tom', exact: true }).check();
    await expect(therapist.getByRole('navigation', { name: 'Worksheets' }).getByRole('link').nth(1)).toContainText(
      'Listening log',
    );
    await therapist.getByRole('radio', { name: 'Anyone' }).check();
  });

  await test.step('a worksheet is looked at as a client meets it', async () => {
    await therapist.getByLabel('Find a worksheet').fill('forgiveness');
    await expect(therapist.getByRole('heading', { level: 2, name: 'Thoughts on forgiveness' })).toBeVisible();
    await therapist.getByRole('link', { name: 'Preview as client' }).click();
    await expect(h1(therapist, 'Thoughts on forgiveness')).toBeVisible();
    await therapist.getByRole('textbox', { name: 'What does the word mean to you?' }).fill('Nothing is kept.');
    await axe(therapist);
    await therapist.goBack();
  });

  await test.step('it comes early for their stage: the dialog says so and asks why', async () => {
    await therapist.getByLabel('Find a worksheet').fill('forgiveness');
    await therapist.getByRole('main').getByRole('button', { name: 'Assign', exact: true }).click();
    const dialog = therapist.getByRole('dialog', { name: 'Assign homework' });
    await expect(dialog.getByText(/This tends to help later on/)).toBeVisible();
    await expect(dialog.getByRole('radio', { name: 'Maya', exact: true })).toBeChecked();
    await axe(therapist);
    await dialog.getByRole('button', { name: 'Assign', exact: true }).click();
    await expect(dialog.getByRole('alert')).toContainText('A few words on why it fits now');
    await dialog.getByLabel('Why it fits now').fill('She asked for it herself, twice.');
    await dialog.getByRole('button', { name: 'Assign', exact: true }).click();
    const given = therapist.getByRole('region', { name: 'Messages' }).getByText('Thoughts on forgiveness is given.');
    await expect(given).toBeVisible();
  });

  await test.step('the reason stands on the assignment, and on the couple’s page the stages so far', async () => {
    await therapist.goto('/couples');
    await therapist
      .getByRole('link', { name: /Maya & Tom/ })
      .first()
      .click();
    await therapist.getByRole('link', { name: 'History' }).click();
    await therapist.getByText('Stages so far').click();
    await expect(therapist.getByText(/both ask to understand how it came about/)).toBeVisible();
    await axe(therapist);
    await therapist.getByRole('link', { name: 'Thoughts on forgiveness' }).click();
    await expect(therapist.getByText('She asked for it herself, twice.')).toBeVisible();
    await axe(therapist);
  });

  await test.step('Maya meets the sheet, and no word of the reason', async () => {
    const maya = await as('maya', PHONE);
    await maya.goto('/me/homework');
    await press(maya, /: Thoughts on forgiveness$/);
    await expect(h1(maya, 'Thoughts on forgiveness')).toBeVisible();
    await expect(maya.getByText('She asked for it herself')).toHaveCount(0);
  });
});

test('a password typed into a sheet goes nowhere, and nothing else is lost', async ({ as, troubles }) => {
  troubles.allow(/status of 400/);
  const therapist = await as('therapist', DESK);
  await therapist.goto('/library?show=transparency-agreement');
  await therapist.getByRole('button', { name: 'Assign', exact: true }).click();
  const dialog = therapist.getByRole('dialog', { name: 'Assign homework' });
  await pickPerson(dialog, 'For', 'Dana R.');
  await dialog.getByRole('button', { name: 'Assign', exact: true }).click();
  await expect(
    therapist.getByRole('region', { name: 'Messages' }).getByText('Transparency agreement is given.'),
  ).toBeVisible();

  const phone = await as('dana', PHONE);
  await phone.goto('/me/homework');
  await press(phone, /: Transparency agreement$/);
  await press(phone, 'Start');
  await expect(h1(phone, 'What would you like openness to change for you?')).toBeFocused();
  const refused = phone.waitForResponse((answer) => answer.status() === 400);
  await phone.getByRole('textbox').fill('Fewer guesses at night. My password is Hunter2!');
  await expect(phone.getByText(/This looks like a password or a code/)).toBeVisible();
  expect((await refused).request().method()).toBe('PUT');
  await axe(phone);
  await press(phone, 'Continue');
  await expect(phone.getByRole('textbox')).toBeFocused();
  await expect(phone.getByRole('textbox')).toHaveValue(/Fewer guesses at night/);
  const saved = phone.waitForResponse((answer) => answer.status() === 200 && answer.request().method() === 'PUT');
  await phone.getByRole('textbox').fill('Fewer guesses at night.');
  await expect(phone.getByText(/This looks like a password/)).toHaveCount(0);
  await saved;
  await expect(phone.getByRole('main').getByText(/Saved at/)).toBeVisible();
  await press(phone, 'Continue');
  await expect(phone.getByText(/It is never shared with anyone else/)).toBeVisible();
});
