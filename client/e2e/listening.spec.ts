// One writes, the other listens: nothing reaches him that she keeps, and he has no place to answer before he says it back.
import type { Page } from '@playwright/test';
import { axe, expect, test } from './journey';
import { about, ask, listen, ownCouple } from './own-couple';
import { sealed } from './sealed';

const WORDS = { kept: 'The avocet mornings are the worst.', offered: 'I count the hours on whimbrel Sundays.' };

const h1 = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();

async function listeningOf(page: Page): Promise<void> {
  await page.goto('/me');
  await page.getByRole('link', { name: 'Listening first' }).click();
  await expect(h1(page, 'Listening first')).toBeFocused();
}

test('one writes, the other says it back before he answers, and she says when it is heard', async ({
  as,
  browser,
  troubles,
}) => {
  const therapist = await as('therapist2', { viewport: { width: 1280, height: 800 } });
  const { coupleId, hurt, involved } = await ownCouple(therapist, browser, troubles, ['Liv', 'Arne']);
  const toldHim = listen(involved);

  await test.step('she keeps one between herself and her therapist, and loses no word on the way', async () => {
    await listeningOf(hurt);
    await axe(hurt);
    await press(hurt, 'Write something');
    await expect(h1(hurt, 'Something to be heard')).toBeFocused();
    await hurt.getByLabel('My words').fill(WORDS.kept);
    await sealed(hurt, 'piece');
    await hurt.reload();
    await expect(hurt.getByLabel('My words')).toHaveValue(WORDS.kept);
    await axe(hurt);
    await press(hurt, 'Keep it between me and my therapist');
    await expect(hurt.getByRole('article', { name: WORDS.kept })).toContainText('Kept between you and your therapist.');
  });

  await test.step('she reads the very words once more, and offers another', async () => {
    await press(hurt, 'Write something');
    await hurt.getByLabel('My words').fill(WORDS.offered);
    await press(hurt, 'See how it will read');
    await expect(h1(hurt, 'This is what your partner will read')).toBeFocused();
    await axe(hurt);
    await press(hurt, 'Offer it');
    await expect(hurt.getByRole('article', { name: WORDS.offered })).toContainText('Offered on');
  });

  await test.step('he listens: there is a place to say it back, and none to answer', async () => {
    await listeningOf(involved);
    await expect(involved.getByRole('button', { name: 'Write something' })).toHaveCount(0);
    await press(involved, about('Listen', 'Liv'));
    await expect(h1(involved, 'From Liv')).toBeFocused();
    await expect(involved.getByText('There is nothing to answer and nothing to put right.')).toBeVisible();
    await expect(involved.getByLabel('My answer')).toHaveCount(0);
    await involved.getByLabel('In my own words').fill('You made me do it, and it was only a few Sundays.');
    await press(involved, /Look at hints/);
    await expect(involved.getByText('Made on this device. Only you see them.')).toBeVisible();
    await axe(involved);
    await involved.getByLabel('In my own words').fill('On Sundays you count the hours, and you are alone with it.');
    await press(involved, 'Say it back');
    await expect(involved.getByLabel('My answer')).toBeVisible();
    await expect(involved.getByLabel('My answer')).toHaveValue('');
    await axe(involved);
  });

  await test.step('she says: not yet; he has to listen once more', async () => {
    await listeningOf(hurt);
    await press(hurt, about('Read it', WORDS.offered));
    await expect(hurt.getByText('you are alone with it')).toBeVisible();
    await axe(hurt);
    await press(hurt, 'Not yet');
    await expect(hurt.getByRole('main').getByText('You said: not yet.').first()).toBeVisible();
    await listeningOf(involved);
    await press(involved, about('Listen', 'Liv'));
    await expect(involved.getByLabel('My answer')).toHaveCount(0);
    await involved.getByLabel('In my own words').fill('It is every Sunday, still, and I do not see it.');
    await press(involved, 'Say it back');
    await involved.getByLabel('My answer').fill('I will be there on Sunday.');
    await press(involved, 'Send my answer');
    await expect(involved.getByLabel('My answer')).toHaveCount(0);
  });

  await test.step('she says: heard', async () => {
    await hurt.reload();
    await expect(hurt.getByText('I will be there on Sunday.')).toBeVisible();
    await press(hurt, 'Heard');
    await expect(hurt.getByRole('main').getByText('You said: heard.')).toBeVisible();
    expect(toldHim()).not.toContain('avocet');
  });

  await test.step('what she offers under a concern waits in silence, until the therapist lets it go', async () => {
    const { clientId } = await ask<{ clientId: string }>(hurt, 'get', '/auth/me');
    const screenedOn = new Date().toISOString().slice(0, 10);
    const check = { clientId, result: 'concern', screenedAlone: true, screenedOn };
    await ask(therapist, 'post', `/couples/${coupleId}/safety-checks`, check);
    await listeningOf(hurt);
    await press(hurt, about('Go on writing', WORDS.kept));
    await press(hurt, 'See how it will read');
    await press(hurt, 'Offer it');
    await expect(hurt.getByRole('article', { name: WORDS.kept })).toContainText('Offered on');
    await listeningOf(involved);
    await expect(involved.getByRole('button', { name: about('Listen', 'Liv') })).toHaveCount(0);
    await therapist.goto(`/couples/${coupleId}`);
    await therapist.getByRole('link', { name: /^Listening\s+1/ }).click();
    await expect(therapist.getByText('waits for you')).toBeVisible();
    await press(therapist, /^Let it go from Liv/);
    await therapist
      .getByRole('dialog')
      .getByLabel('Why is it right to let it go?')
      .fill('Talked over with each of them alone.');
    await axe(therapist);
    await therapist.getByRole('dialog').getByRole('button', { name: 'Let it go' }).click();
    await expect(therapist.getByText('waits for you')).toHaveCount(0);
    await listeningOf(involved);
    await expect(involved.getByRole('button', { name: about('Listen', 'Liv') })).toBeVisible();
  });
});
