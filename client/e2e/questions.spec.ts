// A question from one partner to the other, led by the therapist: kept, passed on, drafted, prepared, told in the session.
import type { Page } from '@playwright/test';
import { axe, expect, test } from './journey';
import { about, ask, listen, ownCouple } from './own-couple';
import { sealed } from './sealed';

const QUESTION = 'Since when did you see her?';
const WORDS = { facts: 'bittern since January', night: 'at the redshank', his: 'with the dunlin' };

const h1 = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();

async function questionsOf(page: Page): Promise<void> {
  await page.goto('/me');
  await page.getByRole('link', { name: 'Questions' }).click();
  await expect(h1(page, 'Questions')).toBeFocused();
}

test('a question goes from one partner to the other, and is answered in the session', async ({
  as,
  browser,
  troubles,
}) => {
  const therapist = await as('therapist2', { viewport: { width: 1280, height: 800 } });
  const { coupleId, hurt, involved } = await ownCouple(therapist, browser, troubles, ['Signe', 'Olof']);
  const told = listen(hurt);
  const toldHim = listen(involved);

  await test.step('she adds one in two taps; what she types outlives the page', async () => {
    await questionsOf(hurt);
    await expect(hurt.getByRole('heading', { name: 'What I am asked' })).toHaveCount(0);
    await axe(hurt);
    await press(hurt, 'Add a question');
    await expect(h1(hurt, 'What I want to know')).toBeFocused();
    await hurt.getByLabel('My question').fill(QUESTION);
    await sealed(hurt, 'question');
    await hurt.reload();
    await expect(hurt.getByLabel('My question')).toHaveValue(QUESTION);
    await expect(hurt.getByRole('radio', { name: 'In a session' })).toBeChecked();
    await expect(hurt.getByRole('radio', { name: /Facts only/ })).toBeChecked();
    await axe(hurt);
    await press(hurt, 'Keep this question');
    await expect(hurt.getByRole('article', { name: QUESTION })).toContainText('Nobody else has read it.');
  });

  await test.step('he finds nothing of it', async () => {
    await questionsOf(involved);
    await expect(involved.getByText('Nothing was passed on to you.')).toBeVisible();
    await expect(involved.getByRole('button', { name: 'Add a question' })).toHaveCount(0);
    await axe(involved);
    expect(toldHim()).not.toContain(QUESTION);
  });

  await test.step('the therapist reads how many are open, passes it on and plans it', async () => {
    const { partners } = await ask<{ partners: { clientId: string }[] }>(therapist, 'get', `/couples/${coupleId}`);
    const happened = (type: string, ...roles: string[]) =>
      ask(therapist, 'post', `/couples/${coupleId}/betrayals`, {
        types: [type],
        roles: partners.map(({ clientId }, i) => ({ clientId, role: roles[i] })),
      });
    await happened('online', 'injured', 'involved');
    await happened('financial', 'both', 'both');
    await happened('deception', 'involved', 'injured');
    await therapist.goto(`/couples/${coupleId}`);
    await therapist.getByRole('link', { name: '1 open question' }).click();
    await expect(h1(therapist, /^Questions of/)).toBeFocused();
    // of the three things that happened it can be about two: in the latest she is not the one who was hurt
    const what = therapist.getByRole('combobox', { name: 'About', exact: true });
    await expect(what.getByRole('option')).toHaveText(['Financial', 'Online']);
    await expect(what.locator('option:checked')).toHaveText('Financial');
    await what.selectOption('Online');
    await expect(therapist.getByText('About: Online.')).toBeVisible();
    await axe(therapist);
    await press(therapist, about('Pass it on', QUESTION));
    await therapist.getByRole('combobox', { name: 'Session' }).selectOption({ index: 1 });
    await expect(therapist.getByText(/Before it can be answered: words for it, both being ready/)).toBeVisible();
    await axe(therapist);
  });

  await test.step('he writes for it; it saves itself, and she is told nothing of that', async () => {
    await questionsOf(involved);
    await press(involved, about('Write for it', QUESTION));
    await expect(h1(involved, QUESTION)).toBeFocused();
    await expect(involved.getByText('How much is wanted: Facts only')).toBeVisible();
    await involved.getByLabel('The facts').fill(WORDS.facts);
    await expect(involved.getByText(/^Saved/).first()).toBeVisible();
    await involved.getByRole('checkbox', { name: 'These words can be used in a session' }).check();
    await axe(involved);
    await press(involved, 'Done for now');
    await expect(involved.getByRole('button', { name: about('Go on writing', QUESTION) })).toBeVisible();
  });

  await test.step('each says alone that they are ready, and plans the hours after', async () => {
    for (const [page, night] of [
      [hurt, WORDS.night],
      [involved, WORDS.his],
    ] as const) {
      await questionsOf(page);
      await press(page, 'Have a look');
      await expect(h1(page, 'Am I ready?')).toBeFocused();
      await press(page, 'I am ready for it');
      await expect(page.getByText('Say who is there for you.').first()).toBeVisible();
      await axe(page);
      await page.getByLabel('Who is there for me').fill('My sister');
      await page.getByLabel('Where I will be').fill(night);
      await page.getByLabel('Who asks how I am').fill('Sam Okoro rings');
      await press(page, 'I am ready for it');
      await expect(page.getByText('You said that you are ready.')).toBeVisible();
    }
    expect(told()).not.toContain(WORDS.his);
    expect(told()).not.toContain(WORDS.facts);
    expect(toldHim()).not.toContain(WORDS.night);
  });

  await test.step('in the session the therapist tells it, and nothing beyond what is wanted', async () => {
    await therapist.reload();
    await expect(therapist.getByText('under way')).toBeVisible();
    await press(therapist, about('Answer in this session…', QUESTION));
    await expect(therapist.getByText(WORDS.facts).last()).toBeVisible();
    await expect(therapist.getByRole('combobox', { name: 'How much' }).getByRole('option')).toHaveText(['facts only']);
    await axe(therapist);
    await press(therapist, about('Tell it now', QUESTION));
    await expect(therapist.getByRole('heading', { name: 'No open questions' })).toBeVisible();
  });

  await test.step('from then on both can read it, and neither stumbles over it', async () => {
    await questionsOf(hurt);
    await expect(hurt.getByText(WORDS.facts)).toHaveCount(0);
    await press(hurt, 'Answered or taken back');
    await hurt.getByText('Read what was said').click();
    await expect(hurt.getByText(WORDS.facts)).toBeVisible();
    await axe(hurt);
    await questionsOf(involved);
    await press(involved, about('Read it', QUESTION));
    await expect(involved.getByRole('heading', { name: 'What was said in the session' })).toBeVisible();
  });

  await test.step('a screen turned round shows no count', async () => {
    await therapist.goto(`/couples/${coupleId}`);
    await expect(therapist.getByRole('link', { name: 'No open questions' })).toBeVisible();
    await press(therapist, /^Session view/);
    await expect(therapist.getByRole('link', { name: /open question/ })).toHaveCount(0);
  });

  await test.step('after the end of their work the desk is read as it was left', async () => {
    await ask(therapist, 'post', `/couples/${coupleId}/end`, { reason: 'They part, and each goes on alone.' });
    await therapist.goto(`/couples/${coupleId}`);
    await therapist.getByRole('link', { name: 'Questions, as they were left' }).click();
    await expect(therapist.getByText(/^As it was left when their work together ended\./)).toBeVisible();
    await expect(therapist.getByText('Nothing was left open.')).toBeVisible();
    await expect(therapist.getByRole('heading', { level: 2, name: 'Before the session' })).toHaveCount(0);
    await therapist.getByText('Answered or taken back').click();
    await expect(therapist.getByText(WORDS.facts)).toBeVisible();
    await expect(therapist.locator('main').getByRole('button')).toHaveCount(0);
    await axe(therapist);
  });
});
