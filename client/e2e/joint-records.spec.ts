import type { Page } from '@playwright/test';
import { axe, expect, test, cutOff } from './journey';
import { ask, listen, ownCouple } from './own-couple';

interface Note {
  id: string;
  kind: string;
  clientId: string | null;
  sections: Record<string, string>;
}

const notesOf = async (page: Page, sessionId: string): Promise<Note[]> => {
  const { items } = await ask<{ items: Note[] }>(page, 'get', `/notes?sessionId=${sessionId}&limit=100`);
  return Promise.all(items.map(({ id }) => ask<Note>(page, 'get', `/notes/${id}`)));
};

const jointOf = async (page: Page, sessionId: string): Promise<Note> => {
  const found = (await notesOf(page, sessionId)).find(({ kind, clientId }) => kind === 'progress' && clientId === null);
  if (!found) throw new Error('no joint note');
  return found;
};

const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });

/** As a pointer or Shift and arrows do: the words are chosen in the field that has the focus. */
async function choose(page: Page, name: string, words: string): Promise<void> {
  await field(page, name).focus();
  await field(page, name).evaluate((area: HTMLTextAreaElement, chosen) => {
    const at = area.value.indexOf(chosen);
    area.setSelectionRange(at, at + chosen.length);
  }, words);
}

test('two people agree, each alone, what becomes of things told alone, and neither learns what the other signed', async ({
  as,
  browser,
  troubles,
}) => {
  const page = await as('therapist');
  const { coupleId, hurt, involved } = await ownCouple(page, browser, troubles, ['Ottilie', 'Barnaby']);
  await page.goto(`/couples/${coupleId}/scales`);
  await page.getByRole('link', { name: 'nothing agreed yet' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'What either tells you alone' })).toBeVisible();
  await axe(page);
  await page.getByRole('button', { name: 'Choose what you agree' }).click();
  const dialog = page.getByRole('dialog', { name: 'What you agree with both' });
  await dialog.getByRole('radio', { name: /^No secrets/ }).check();
  await expect(dialog.getByRole('textbox', { name: 'In these words' })).toHaveValue(/keep no secret/);
  await axe(page);
  await dialog.getByRole('button', { name: 'Set' }).click();
  await expect(page.getByRole('heading', { name: 'Counts now: no secrets' })).toBeVisible();
  await expect(page.getByText('Not signed yet')).toHaveCount(2);

  await hurt.goto('/me');
  await hurt.getByRole('link', { name: 'What I tell alone' }).click();
  await expect(hurt.getByText(/keep no secret of one of you/)).toBeVisible();
  await axe(hurt);
  await hurt.getByRole('button', { name: 'I have read this and agree' }).click();
  await expect(hurt.getByText(/^You signed this on /)).toBeVisible();

  const told = listen(involved);
  await involved.goto('/me/told-alone');
  await expect(involved.getByRole('button', { name: 'I have read this and agree' })).toBeVisible();
  expect(told()).not.toContain('signedOn');

  await page.reload();
  await expect(page.getByText('Not signed yet')).toHaveCount(1);
  await page.getByRole('button', { name: /^Signed on paper ?, Barnaby/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Record' }).click();
  await expect(page.getByText('Not signed yet')).toHaveCount(0);
  await expect(page.getByText(/^Signed on paper, /)).toBeVisible();
  await axe(page);
  await page.goto(`/couples/${coupleId}/scales`);
  await expect(page.getByRole('link', { name: /^no secrets, both signed by / })).toBeVisible();
});

test('what one of them told alone is moved out of the joint note into her own record, and back', async ({
  as,
  browser,
  troubles,
}) => {
  const page = await as('therapist');
  const { coupleId, sessionId } = await ownCouple(page, browser, troubles, ['Rosamund', 'Leopold']);
  await ask(page, 'post', `/couples/${coupleId}/secrets-policies`, { choice: 'limited' });
  await ask(page, 'post', '/notes', { sessionId, kind: 'progress', format: 'dap' });
  await page.goto(`/notes/${(await jointOf(page, sessionId)).id}`);
  const records = page.getByRole('navigation', { name: 'Records of this session' });
  await expect(records.getByRole('link', { name: /^Joint record/ })).toHaveAttribute('aria-current', 'page');
  await expect(records.getByRole('button', { name: /^Rosamund’s own record/ })).toBeVisible();
  await expect(page.getByText(/limited discretion, not signed by both yet/).first()).toBeVisible();

  await expect(field(page, 'Data')).toBeFocused();
  await field(page, 'Data').fill('Both came. Rosamund told me alone of a debt. They left.');
  await choose(page, 'Data', 'Rosamund told me alone of a debt.');
  await page.getByRole('button', { name: 'To Rosamund’s own record' }).click();
  await expect(field(page, 'Data')).toHaveValue('Both came. They left.');
  await expect(page.getByText(/^Moved to Rosamund’s own record/)).toBeVisible();
  await axe(page);
  const words = async (): Promise<string[]> =>
    (await notesOf(page, sessionId)).map(({ sections }) => sections['data'] ?? '').sort();
  await expect.poll(words).toEqual(['Both came. They left.', '[Told alone] Rosamund told me alone of a debt.']);

  await page.getByRole('button', { name: 'Undo the move' }).click();
  await expect(field(page, 'Data')).toHaveValue('Both came. Rosamund told me alone of a debt. They left.');
  await expect.poll(words).toEqual(['', 'Both came. Rosamund told me alone of a debt. They left.']);

  // Signing asks about it, and leads back to the words.
  await page.getByRole('button', { name: /^Sign / }).click();
  const question = page.getByRole('dialog', { name: 'Sign this note?' });
  await expect(question.getByText('Was this told alone?')).toBeVisible();
  await axe(page);
  await question.getByRole('button', { name: /^Go to it/ }).click();
  await page.getByRole('button', { name: 'To my private note' }).click();
  await expect(field(page, 'Data')).toHaveValue('Both came. They left.');
  await expect(field(page, 'My private note')).toHaveValue('[Told alone] Rosamund told me alone of a debt.');
  await page.getByRole('button', { name: /^Sign / }).click();
  await expect(question).toBeVisible();
  await expect(question.getByText('Was this told alone?')).toHaveCount(0);
  await page.keyboard.press('Escape');

  // Each record is a place of its own, and says so.
  await records.getByRole('link', { name: /^Rosamund’s own record/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^Own record, joint session/ })).toBeVisible();
  await expect(records.getByRole('link', { name: /^Rosamund’s own record/ })).toHaveAttribute('aria-current', 'page');
  await expect(page.getByText('It is no part of the joint record.').first()).toBeVisible();
  await axe(page);
});

test('a joint note without a session has the same records, and one partner’s own is read beside it', async ({ as }) => {
  const page = await as('therapist');
  const partners: { clientId: string; role: string }[] = [];
  for (const givenName of ['Clementine', 'Thaddeus']) {
    const { id } = await ask(page, 'post', '/clients', { givenName, familyName: 'Lindqvist' });
    partners.push({ clientId: id, role: 'both' });
  }
  const { id: coupleId } = await ask(page, 'post', '/couples', { partners, stage: 'understand' });
  const { id } = await ask(page, 'post', '/notes', { coupleId, kind: 'progress', format: 'dap' });
  await page.goto(`/notes/${id}`);
  const records = page.getByRole('navigation', { name: 'Records of this note' });
  await expect(records.getByRole('link', { name: /^Joint record/ })).toHaveAttribute('aria-current', 'page');
  await expect(records.getByRole('button', { name: /^Thaddeus’s own record/ })).toBeVisible();
  await expect(records.getByRole('button', { name: /^My private note/ })).toBeVisible();

  const choice = page.getByRole('group', { name: 'Read beside it' });
  await choice.getByRole('button', { name: 'Clementine’s own record' }).click();
  const hers = page.getByRole('complementary', { name: 'Clementine’s own record' });
  await expect(hers.getByText('Nothing is written in it.')).toBeVisible();
  await choice.getByRole('button', { name: 'Last note' }).click();
  await expect(hers).toHaveCount(0);

  await expect(field(page, 'Data')).toBeVisible();
  await field(page, 'Data').fill('They rang together. Clementine said alone that she is afraid. Thaddeus was calm.');
  await choose(page, 'Data', 'Clementine said alone that she is afraid.');
  await page.getByRole('button', { name: 'To Clementine’s own record' }).click();
  await expect(field(page, 'Data')).toHaveValue('They rang together. Thaddeus was calm.');
  await expect(hers.getByText('[Told alone] Clementine said alone that she is afraid.')).toBeVisible();
  const [left, right] = [await field(page, 'Data').boundingBox(), await hers.boundingBox()];
  expect(right!.x).toBeGreaterThanOrEqual(left!.x + left!.width);
  await axe(page);
  await page.getByRole('button', { name: 'Undo the move' }).click();
  await expect(hers.getByText('Begun, without a word yet.')).toBeVisible();

  await page.setViewportSize({ width: 700, height: 900 });
  await choice.getByRole('button', { name: 'Last note' }).click();
  await expect(choice).toBeHidden();
  await records.getByRole('link', { name: /^Clementine’s own record/ }).click();
  await expect(page.getByText('It is no part of the joint record.').first()).toBeVisible();
  await expect(records.getByRole('link', { name: /^Clementine’s own record/ })).toHaveAttribute('aria-current', 'page');
  await records.getByRole('link', { name: /^Joint record/ }).click();
  await expect(field(page, 'Data')).toHaveValue(/^They rang together\. Clementine said alone/);
});

test('without a connection nothing is moved, and no word is lost', async ({ as, browser, troubles }) => {
  const page = await as('therapist');
  troubles.allow(/ERR_INTERNET_DISCONNECTED|net::ERR/);
  const { sessionId } = await ownCouple(page, browser, troubles, ['Philippa', 'Cornelius']);
  await ask(page, 'post', '/notes', { sessionId, kind: 'progress', format: 'dap' });
  const { id } = await jointOf(page, sessionId);
  await page.goto(`/notes/${id}`);
  await expect(field(page, 'Data')).toBeFocused();
  await field(page, 'Data').fill('Both came. Told in confidence. They left.');
  await expect.poll(async () => (await jointOf(page, sessionId)).sections['data'] ?? '').toContain('They left.');
  await choose(page, 'Data', 'Told in confidence.');
  await expect(page.getByRole('button', { name: 'To Philippa’s own record' })).toBeVisible();
  await cutOff(page);
  await page.getByRole('button', { name: 'To Philippa’s own record' }).click();
  await expect(page.locator('.move-passage').getByRole('alert')).toBeVisible();
  await expect(field(page, 'Data')).toHaveValue('Both came. Told in confidence. They left.');
  await page.context().setOffline(false);
});
