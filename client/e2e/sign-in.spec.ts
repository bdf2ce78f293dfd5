import { axe, expect, PEOPLE, test } from './journey';

test('a wrong password and an unknown address are answered alike, and the page stays usable', async ({
  page,
  troubles,
}) => {
  troubles.allow(/status of 401/);
  await page.goto('/sign-in');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await axe(page);
  for (const email of ['nobody@harbour.example', PEOPLE.dana]) {
    await page.getByLabel('Email').fill(email);
    await page.getByLabel('Password').fill('not-the-password');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByRole('region', { name: 'There is a problem' })).toContainText("didn't work together");
    await expect(page.getByLabel('Password')).toHaveValue('');
  }
  await axe(page);
});

test('a therapist signs in, and a page asked for by somebody else is the sign-in page', async ({ page }) => {
  await page.goto('/');
  await page.getByLabel('Email').fill(PEOPLE.therapist);
  await page.getByLabel('Password').fill('trust-takes-time');
  await page.getByLabel('Password').press('Enter');
  await expect(page.getByRole('navigation').first()).toBeVisible();
  await expect(page).not.toHaveURL(/sign-in/);
});
