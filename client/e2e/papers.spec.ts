import type { Page } from '@playwright/test';
import { axe, expect, test } from './journey';
import { keptAs } from './kept-file';
import { field, onServer, openNote, send, someone } from './own-note';

/** What stands on top of every printed page. */
const paperHead = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    ['--paper-whose', '--paper-what'].map((name) => getComputedStyle(document.documentElement).getPropertyValue(name)),
  );

test('a note goes on paper with its name and day: a draft as a draft, and what is signed with its signature', async ({
  as,
}) => {
  const page = await as('therapist');
  const { id: clientId, name } = await someone(page);
  const id = await openNote(page, clientId);
  await field(page, 'Data').fill('Both kept the evening walk.');
  await onServer(page, id, 'Both kept the evening walk.');
  await expect
    .poll(() => paperHead(page))
    .toEqual([`"${name}"`, expect.stringMatching(/^"Note, .* · Draft, not signed"$/)]);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText('Draft of Dr Ellis, not signed')).toBeVisible();
  await expect(page.locator('p').filter({ hasText: 'Both kept the evening walk.' })).toBeVisible();
  for (const away of [field(page, 'Data'), page.getByRole('button', { name: /^Sign/ }), page.getByRole('navigation')])
    await expect(away.first()).toBeHidden();
  await page.emulateMedia({ media: null });
  expect(await keptAs(page, 'Keep as PDF')).toBe('note.pdf');

  await field(page, 'Data').focus();
  await page.keyboard.press('Control+Enter');
  await page.getByRole('dialog').getByRole('button', { name: /^Sign/ }).click();
  await expect(page.getByText(/^Signed · Dr Ellis, /)).toBeVisible();
  await expect.poll(async () => (await paperHead(page))[1]).not.toContain('not signed');
  await axe(page);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText(/^Signed · Dr Ellis, /)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Add addendum' })).toBeHidden();
  await page.emulateMedia({ media: null });
  const answer = await page.context().request.get(`/api/v1/notes/${id}/pdf`);
  expect([answer.status(), answer.headers()['content-type']]).toEqual([200, 'application/pdf']);
  await page.goto('/caseload');
  await expect.poll(() => paperHead(page)).toEqual(['', '']);
});

test('the notes on a session are kept as one file, a private note as none', async ({ as }) => {
  const page = await as('therapist');
  const { id: clientId } = await someone(page);
  const [start, end] = [-40 * 60_000, -39 * 60_000].map((ms) =>
    new Date(Date.now() - 90 * 86_400_000 + ms).toISOString(),
  );
  const session = await send(page.context(), '/sessions', { clientId, startsAt: start, endsAt: end });
  const about = { sessionId: session.id, kind: 'progress', format: 'dap' };
  const first = await send(page.context(), '/notes', about);
  await page.goto(`/notes/${first.id}`);
  await expect(page.getByRole('link', { name: 'Keep as PDF' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'These notes as PDF' })).toHaveCount(0);
  await send(page.context(), '/notes', about);
  await page.reload();
  expect(await keptAs(page, 'These notes as PDF')).toBe('notes.pdf');
  await axe(page);

  const own = await send(page.context(), '/notes', { clientId, kind: 'psychotherapy', format: 'free' });
  await page.goto(`/notes/${own.id}`);
  await expect(page.getByRole('button', { name: 'Print' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Keep as PDF' })).toHaveCount(0);
});

test('the record of one person is kept as PDF from the chart, of all time or between two days', async ({ as }) => {
  const page = await as('therapist');
  const { id: clientId, name } = await someone(page);
  await page.goto(`/clients/${clientId}/timeline`);
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect.poll(() => paperHead(page)).toEqual([`"${name}"`, expect.stringMatching(/^"Chart, printed /)]);
  await page.getByRole('button', { name: 'Record as PDF' }).click();
  const dialog = page.getByRole('dialog', { name: 'Record as PDF' });
  await expect(dialog).toBeVisible();
  await axe(page);
  await dialog.getByLabel('From').fill('2026-01-01');
  await dialog.getByLabel('To').fill('2026-03-31');
  await expect(dialog.getByRole('link', { name: 'Keep as PDF' })).toHaveAttribute(
    'href',
    `/api/v1/clients/${clientId}/record/pdf?from=2026-01-01&to=2026-03-31`,
  );
  expect(await keptAs(page, 'Keep as PDF')).toBe('record.pdf');
  await expect(dialog).toBeHidden();
});
