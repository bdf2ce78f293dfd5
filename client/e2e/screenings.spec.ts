import { axe, expect, test } from './journey';
import { send } from './nine-statements';

test('a clinician enters a screener she asked: the questions follow the answers, and an alert is raised', async ({
  as,
}) => {
  const page = await as('therapist');
  const { id } = await send<{ id: string }>(page, 'post', '/clients', { givenName: 'Ilka', familyName: 'Brandt' });
  await page.goto(`/clients/${id}/scales`);
  const screeners = page.getByRole('region', { name: 'Screeners' });
  await expect(screeners.getByText('No screener was asked so far.')).toBeVisible();
  await axe(page);

  const dialog = page.getByRole('dialog', { name: 'Record a screener' });
  const answer = (question: string, word: string) =>
    dialog.getByRole('radiogroup', { name: question, exact: true }).getByLabel(word).check();

  await test.step('what was not asked is not there; nothing is recorded with an open question', async () => {
    await screeners.getByRole('button', { name: 'Record a screener' }).click();
    await dialog.getByLabel('C-SSRS screener').check();
    await expect(dialog.getByRole('radiogroup', { name: /^Question/ })).toHaveCount(3);
    await answer('Question 1', 'Yes');
    await answer('Question 2', 'Yes');
    await expect(dialog.getByRole('radiogroup', { name: /^Question/ })).toHaveCount(6);
    await dialog.getByRole('button', { name: 'Record it' }).click();
    await expect(dialog.getByText('Say yes, no, or that it was declined.').first()).toBeVisible();
    await expect(dialog.getByText('Say what was done.')).toBeVisible();
    await axe(page);
    await page.setViewportSize({ width: 320, height: 844 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await page.setViewportSize({ width: 1280, height: 844 });
  });

  await test.step('recorded with what was done, it is an event; the alert waits above the chart and on Today', async () => {
    await answer('Question 3', 'Yes');
    await answer('Question 4', 'No');
    await answer('Question 5', 'No');
    await answer('Question 6, in their lifetime', 'No');
    await dialog.getByLabel('Nothing was needed').check();
    await expect(dialog.getByText('Say what was done about it.')).toBeVisible();
    await dialog.getByLabel('We made or went through a safety plan').check();
    await dialog.getByLabel('Note').fill('Read the plan aloud together.');
    await dialog.getByRole('button', { name: 'Record it' }).click();
    await expect(screeners.getByRole('listitem')).toContainText('Moderate');
    await expect(screeners.getByText('Read the plan aloud together.')).toBeVisible();
    await expect(page.getByText(/^Safety alert: High\. Dr Ellis is to take it by /)).toBeVisible();
    await screeners.getByText('Answers').click();
    await expect(screeners.getByText('Question 3: yes')).toBeVisible();
    await axe(page);
    await page.goto('/');
    await page.getByRole('link', { name: 'Review and record action for Ilka B.' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Safety alert for Ilka B.');
    await expect(page.getByText('Screener asked by a clinician')).toBeVisible();
    await expect(page.getByText('c-ssrs: moderate')).toBeVisible();
    await axe(page);
  });
});

test('a screener entered for the wrong person is marked, stays to be read, and its alert says so', async ({ as }) => {
  const page = await as('therapist');
  const { id } = await send<{ id: string }>(page, 'post', '/clients', { givenName: 'Nele', familyName: 'Arndt' });
  await send(page, 'post', `/clients/${id}/screenings`, {
    ...{ instrument: 'asq', action: 'plan_made', note: 'Her brother drove her home.' },
    answers: { 'asq-1': 'yes', 'asq-2': 'no', 'asq-3': 'no', 'asq-4': 'no', 'asq-acuity': 'no' },
  });
  await page.goto(`/clients/${id}/scales`);
  const screeners = page.getByRole('region', { name: 'Screeners' });
  const entry = screeners.getByRole('listitem');
  const dialog = page.getByRole('dialog', { name: 'Entered in error' });

  await test.step('it needs a reason', async () => {
    await entry.getByRole('button', { name: 'Entered in error' }).click();
    await expect(dialog.getByText('It raised a safety alert.')).toBeVisible();
    await dialog.getByRole('button', { name: 'Mark as entered in error' }).click();
    await expect(dialog.getByText('Say what is wrong with it.')).toBeVisible();
    await axe(page);
    await page.setViewportSize({ width: 320, height: 844 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await page.setViewportSize({ width: 1280, height: 844 });
  });

  await test.step('marked, it stays struck through with the reason, and cannot be marked again', async () => {
    await dialog.getByLabel('What is wrong with it').fill('It was her sister who was asked.');
    await dialog.getByRole('button', { name: 'Mark as entered in error' }).click();
    await expect(entry).toContainText(/Entered in error.*Dr Ellis.*It was her sister who was asked\./);
    await expect(entry.getByText('Her brother drove her home.')).toHaveCSS('text-decoration-line', 'line-through');
    await expect(entry.getByRole('button', { name: 'Entered in error' })).toHaveCount(0);
    await axe(page);
  });

  await test.step('the alert that it raised is open all the same, and says that it was a mistake', async () => {
    await page.getByRole('link', { name: 'Review and record action' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Safety alert for Nele A.');
    const raised = page.getByRole('region', { name: 'What raised it' });
    await expect(raised.getByRole('listitem')).toContainText(/Entered in error.*Dr Ellis marked it/);
    await expect(page.getByRole('button', { name: 'I take it up' })).toBeVisible();
    await axe(page);
  });
});
