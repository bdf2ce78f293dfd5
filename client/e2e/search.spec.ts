// An author finds what she wrote by its words, and walks everything by keys. Her people here are met by no other journey.
import type { Page } from '@playwright/test';
import { axe, expect, test } from './journey';
import { ask } from './own-couple';

/** Letters that no other journey types: what is written with them is found by this one alone. */
const rare = (): string => {
  const letters = [...crypto.getRandomValues(new Uint8Array(8))].map((n) => String.fromCharCode(97 + (n % 26)));
  return `zq${letters.join('')}`;
};

interface Someone {
  id: string;
  name: string;
}

async function someone(page: Page, givenName: string): Promise<Someone> {
  const { id } = await ask(page, 'post', '/clients', { givenName, familyName: 'Zquell' });
  return { id, name: `${givenName} Z.` };
}

const capital = (word: string): string => word[0]!.toUpperCase() + word.slice(1);

async function note(page: Page, clientId: string, text: string, happenedAt: string, sign = true): Promise<string> {
  const body = { clientId, kind: 'progress', format: 'free', sections: { text }, happenedAt };
  const { id } = await ask(page, 'post', '/notes', body);
  if (sign) await ask(page, 'post', `/notes/${id}/sign`, undefined, 1);
  return id;
}

const palette = (page: Page) => page.getByRole('dialog', { name: 'Find a person or do something' });

async function openPalette(page: Page): Promise<void> {
  // Nobody listens for keys before the shell stands.
  await expect(page.getByRole('button', { name: 'find or do' })).toBeVisible();
  await page.keyboard.press('Control+k');
  await expect(palette(page)).toBeVisible();
}

test('a word of one’s own notes is found in the palette, and the note shows where it stands', async ({ as }) => {
  const page = await as('therapist');
  const word = rare();
  const person = await someone(page, capital(rare()));
  await note(page, person.id, `Before. They kept the ${capital(word)} for a week.`, '2026-02-03T10:00:00Z');
  await openPalette(page);
  await page.keyboard.type(word.slice(0, 7));
  const hit = palette(page).getByRole('group', { name: 'In your notes' }).getByRole('option').first();
  await expect(hit).toContainText(`${person.name}, 3 Feb`);
  await expect(hit.locator('mark')).toHaveText(capital(word));
  await axe(page);
  await hit.click();
  await expect(page.getByRole('article', { name: 'Note' }).locator('mark')).toHaveText(capital(word));
  await expect(page.getByText(`Marked: ${word.slice(0, 7)}`)).toBeVisible();
  await axe(page);
  expect(page.url()).not.toContain(word.slice(0, 4));
  await page.getByRole('button', { name: 'Take the marks away' }).click();
  await expect(page.locator('main mark')).toHaveCount(0);
});

test('a word that was added to a note later is found, and leads to where it was added', async ({ as }) => {
  const page = await as('therapist');
  const word = rare();
  const person = await someone(page, capital(rare()));
  const id = await note(
    page,
    person.id,
    `First the ${word}.\n${'A long session.\n'.repeat(60)}`,
    '2026-02-03T10:00:00Z',
  );
  const added = { text: `Later: ${word} again.`, reason: `Because of the ${word}.` };
  await ask(page, 'post', `/notes/${id}/addenda`, added);
  await page.goto('/search');
  await page.getByLabel('Words').fill(word);
  await expect(page.getByText('2 notes with these words.')).toBeVisible();
  const hit = page.locator('.found-note').first();
  await expect(hit).toContainText('Addendum');
  await axe(page);
  await hit.getByRole('link', { name: `${person.name}, Session note of 3 Feb` }).click();
  const addendum = page.getByRole('region', { name: 'Added later' }).getByRole('article');
  await expect(addendum.locator('mark')).toHaveText([word, word]);
  await expect(addendum.locator('mark').first()).toBeInViewport();
  await expect(page.getByRole('article', { name: 'Note' }).locator('mark')).toHaveText(word);
  expect(page.url()).not.toContain(word.slice(0, 4));
  await axe(page);
});

test('the page of one’s notes is narrowed to a person, goes on to earlier ones, and is found again by Back', async ({
  as,
}) => {
  const page = await as('therapist');
  const word = rare();
  const [one, other] = [await someone(page, capital(rare())), await someone(page, capital(rare()))];
  for (let n = 0; n < 26; n++)
    await note(page, one.id, `The ${word}, time ${n}.`, `2026-01-${String(n + 1).padStart(2, '0')}T10:00:00Z`);
  const draft = await note(page, other.id, `A draft with ${word} in it.`, '2026-02-01T10:00:00Z', false);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await expect(page.getByRole('button', { name: 'find or do' })).toBeVisible();
  await page.keyboard.press('g');
  await page.keyboard.press('f');
  await expect(page.getByRole('heading', { level: 1, name: 'Search your notes' })).toBeVisible();
  await axe(page);
  await page.getByLabel('Words').fill('the');
  await expect(page.getByText('Type a longer word.')).toBeVisible();
  await page.getByLabel('Words').fill(`${word} nowhere`);
  await expect(page.getByText('None of your notes holds all of these words.')).toBeVisible();
  await page.getByLabel('Words').fill(word);
  await expect(page.getByText('The newest 25 notes with these words.')).toBeVisible();
  await expect(page.locator('.found-note').first()).toContainText('Draft');
  await axe(page);
  await page.getByRole('button', { name: 'Show earlier' }).click();
  await expect(page.getByText('27 notes with these words.')).toBeVisible();
  await page.getByRole('combobox', { name: /^Person/ }).fill(other.name.split(' ')[0]!);
  await page.getByRole('option', { name: other.name }).click();
  await expect(page.getByText('1 note with these words.')).toBeVisible();
  await page.getByRole('link', { name: new RegExp(`^${other.name}`) }).click();
  await expect(page).toHaveURL(`/notes/${draft}`);
  const area = page.getByRole('textbox', { name: 'Note', exact: true });
  await expect(area).toBeFocused();
  await expect
    .poll(() =>
      area.evaluate((element) => {
        const { value, selectionStart, selectionEnd } = element as HTMLTextAreaElement;
        return value.slice(selectionStart, selectionEnd);
      }),
    )
    .toBe(word);
  await page.goBack();
  await expect(page.getByText('1 note with these words.')).toBeVisible();
  await expect(page.getByLabel('Words')).toHaveValue(word);
  expect(asked.filter((address) => address.includes(word))).toEqual([]);
});

test('a chart’s notes are searched within the chart', async ({ as }) => {
  const page = await as('therapist');
  const word = rare();
  const [one, other] = [await someone(page, capital(rare())), await someone(page, capital(rare()))];
  await note(page, one.id, `Here is ${word}.`, '2026-01-05T10:00:00Z');
  await note(page, one.id, 'Here is none.', '2026-01-06T10:00:00Z');
  await note(page, other.id, `There is ${word} too.`, '2026-01-07T10:00:00Z');
  await page.goto(`/clients/${one.id}/notes`);
  await expect(page.locator('main .ledger-entry')).toHaveCount(2);
  await page.getByLabel('Find a word in your notes').fill(word);
  await expect(page.getByText('1 note with these words.')).toBeVisible();
  await expect(page.locator('.found-note')).toHaveCount(1);
  await expect(page.locator('.found-note')).toContainText(one.name);
  await axe(page);
  await page.getByLabel('Find a word in your notes').fill('');
  await expect(page.locator('main .ledger-entry')).toHaveCount(2);
});

test('an act of the palette asks for whom, and whoever was seen lately stands first', async ({ as }) => {
  const page = await as('therapist');
  const person = await someone(page, capital(rare()));
  await openPalette(page);
  await page.keyboard.type('assign home');
  await expect(palette(page).getByRole('option', { name: 'Assign homework to…' })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await page.keyboard.press('Enter');
  const whom = page.getByRole('dialog', { name: 'Assign homework to whom?' });
  await expect(whom).toBeVisible();
  await page.keyboard.type(person.name.slice(0, 5));
  await expect(whom.getByRole('option').first()).toContainText(person.name.split(' ')[0]!);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/clients/${person.id}/homework`));
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await openPalette(page);
  const lately = palette(page).getByRole('group', { name: 'Seen lately' }).getByRole('option').first();
  await expect(lately).toContainText(person.name);
  await axe(page);
  await page.keyboard.type('switch single');
  await page.getByRole('option', { name: 'Switch single keys off' }).click();
  await page.keyboard.press('Shift+?');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await openPalette(page);
  await page.keyboard.type('switch single');
  await page.getByRole('option', { name: 'Switch single keys on' }).click();
  await page.keyboard.press('Shift+?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toContainText('Find or do');
  await axe(page);
});

test('lists are walked by letters without asking the server, and a chart by its numbers and brackets', async ({
  as,
}) => {
  const page = await as('therapist');
  const family = rare();
  const made: Someone[] = [];
  for (const givenName of ['Anouk', 'Bela', 'Cosima'])
    made.push(await ask<Someone>(page, 'post', '/clients', { givenName, familyName: capital(family) }));
  await page.goto('/caseload');
  await page.getByLabel('Find a name').fill(family.slice(0, 6));
  const rows = page.locator('tbody th a');
  await expect(rows).toHaveCount(3);
  await page.getByRole('heading', { level: 1 }).focus();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.keyboard.press('j');
  await expect(rows.nth(0)).toBeFocused();
  await page.keyboard.press('j');
  await expect(rows.nth(1)).toBeFocused();
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await expect(rows.nth(2)).toBeFocused();
  await page.keyboard.press('k');
  await expect(rows.nth(1)).toBeFocused();
  expect(asked, 'requests while a list is walked').toEqual([]);

  const named = await rows.allTextContents();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: named[1]!.trim() })).toBeVisible();
  await page.keyboard.press(']');
  await expect(page.getByRole('heading', { level: 1, name: named[2]!.trim() })).toBeVisible();
  await expect(page.getByRole('link', { name: /^Next in the list/ })).toHaveCount(0);
  await page.keyboard.press('[');
  await expect(page.getByRole('heading', { level: 1, name: named[1]!.trim() })).toBeVisible();
  await axe(page);
  await page.keyboard.press('2');
  await expect(page.getByRole('link', { name: 'Notes', exact: true })).toHaveAttribute('aria-current', 'page');
  await page.keyboard.press('3');
  await expect(page.getByRole('link', { name: 'Homework', exact: true })).toHaveAttribute('aria-current', 'page');
  await page.keyboard.press('a');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('n');
  await expect(page).toHaveURL(/\/notes\/[0-9a-f-]{36}$/);
  // In a text a letter is a letter.
  const area = page.locator('main textarea').first();
  await expect(area).toBeFocused();
  await page.keyboard.type('jkn');
  await expect(area).toHaveValue('jkn');
});
