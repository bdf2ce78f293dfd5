// What `?` names works where it is named. Whoever is met here is met by no other journey.
import type { Page } from '@playwright/test';
import { axe, expect, openChart, test } from './journey';
import { ask } from './own-couple';

const NOTE = /\/notes\/[0-9a-f-]{36}$/;
const DAY = 86_400_000;

/** What `?` says of the page: keys and what they do, by the heading they stand under. */
async function keysOf(page: Page): Promise<Record<string, string[]>> {
  await page.keyboard.press('Shift+?');
  const dialog = page.getByRole('dialog', { name: 'Keys' });
  await expect(dialog).toBeVisible();
  await axe(page);
  const told = await dialog.locator('section').evaluateAll((sections) =>
    sections.map((section) => [
      section.querySelector('h3')!.textContent,
      [...section.querySelectorAll('dl > div')].map((line) => {
        const keys = [...line.querySelectorAll('kbd')].map((key) => key.textContent);
        return `${keys.join(' ')}: ${line.querySelector('dt')!.textContent}`;
      }),
    ]),
  );
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  return Object.fromEntries(told) as Record<string, string[]>;
}

async function someone(page: Page, givenName: string): Promise<{ id: string; name: string }> {
  const { id } = await ask(page, 'post', '/clients', { givenName, familyName: 'Xylander' });
  return { id, name: `${givenName} X.` };
}

const draftOf = (page: Page, clientId: string, text: string, happenedAt: string): Promise<{ id: string }> =>
  ask(page, 'post', '/notes', { clientId, kind: 'progress', format: 'free', sections: { text }, happenedAt });

const WALK = ['j k: Next row, row before', 'Enter: Open'];

test('on Today every key that is named does what it says', async ({ as, troubles }) => {
  troubles.allow(/404/);
  const page = await as('therapist2');
  const { id: clientId, name: displayName } = await someone(page, 'Orsolya');
  const draft = await draftOf(page, clientId, 'Begun.', new Date(Date.now() - DAY).toISOString());
  const who = { clientId, coupleId: null, displayName };
  const review = crypto.randomUUID();
  const soon = (hours: number): string => new Date(Date.now() + hours * 3_600_000).toISOString();
  // A day that does not depend on the hour at which this runs, nor on what others sent.
  await page.route('**/api/v1/today', async (route) => {
    const answer = await route.fetch();
    const day = (await answer.json()) as { notesDue: { noteId: string }[] };
    const session = { startsAt: soon(1), endsAt: soon(2), modality: 'video', status: 'planned', noteId: null };
    await route.fulfill({
      json: {
        ...{ ...day, risks: [], notesDue: day.notesDue.filter(({ noteId }) => noteId === draft.id) },
        sessions: [
          { id: crypto.randomUUID(), ...who, people: [{ clientId, displayName }], ...session, noteStatus: null },
        ],
        reviews: [{ id: review, ...who, title: 'A letter', draft: 1, submittedAt: soon(-5) }],
      },
    });
  });
  const setback = { id: crypto.randomUUID(), clientId, displayName, toldAt: soon(-3), urgent: false };
  let seen = '';
  await page.route('**/api/v1/setbacks', (route) =>
    route.fulfill({ json: { items: seen ? [] : [setback], next: null } }),
  );
  await page.route('**/api/v1/setbacks/*/seen', async (route) => {
    seen = route.request().url();
    await route.fulfill({ status: 204 });
  });

  const brief = page.getByRole('link', { name: `Open brief for ${displayName}` });
  const again = async (): Promise<void> => {
    await page.goto('/');
    await expect(brief).toBeVisible();
  };
  await again();
  const told = page.getByRole('region', { name: 'Setbacks told' }).getByRole('link', { name: displayName });
  await expect(told).toBeVisible();
  const keys = await keysOf(page);
  expect(keys['In a list here']).toEqual([
    ...WALK,
    'Space: Preview',
    'n: Note about this person',
    'a: Assign homework',
    'r: Read what was sent',
    'e: Done',
  ]);
  expect(keys['On this page']).toBeUndefined();

  await told.focus();
  await page.keyboard.press('e');
  await expect(page.getByText(`You took note of the setback of ${displayName}.`)).toBeVisible();
  expect(seen).toContain(setback.id);
  await expect(told).toHaveCount(0);

  await brief.focus();
  await page.keyboard.press('j');
  await expect(page.getByRole('link', { name: /^Read A letter/ })).toBeFocused();
  await page.keyboard.press('k');
  await expect(brief).toBeFocused();
  await page.keyboard.press('Space');
  await expect(page.getByRole('complementary', { name: displayName })).toContainText('Nothing agreed yet');
  await page.keyboard.press('a');
  await expect(page.getByRole('dialog')).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`/clients/${clientId}/homework`));

  for (const from of [brief, page.getByRole('link', { name: /^Read A letter/ })]) {
    await again();
    await from.focus();
    await page.keyboard.press('r');
    await expect(page).toHaveURL(new RegExp(`/assignments/${review}`));
  }
  await again();
  await brief.focus();
  await page.keyboard.press('n');
  await expect(page).toHaveURL(NOTE);
  await again();
  await page.getByRole('link', { name: `Finish note for ${displayName}` }).focus();
  await page.keyboard.press('n');
  await expect(page).toHaveURL(`/notes/${draft.id}`);
});

test('in Sign-off the queue is walked and signed by keys, and what was refused says so in its row', async ({
  as,
  troubles,
}) => {
  troubles.allow(/412|ERR_INTERNET_DISCONNECTED/);
  const page = await as('therapist2');
  const { id, name } = await someone(page, 'Fedelma');
  const drafts: string[] = [];
  // Older than anybody else's: the queue begins with what has waited longest.
  const start = Date.UTC(2018, 0, 1) + Math.floor(Math.random() * 300_000) * 60_000;
  for (const n of [0, 1, 2])
    drafts.push((await draftOf(page, id, `Text ${n}.`, new Date(start + n * 3_600_000).toISOString())).id);
  await page.goto('/sign-off');
  const rows = page.getByRole('navigation', { name: 'Notes to sign' }).getByRole('button', { name });
  await expect(rows).toHaveCount(3);
  const keys = await keysOf(page);
  expect(keys['In a list here']).toEqual([...WALK, 'n: Note about this person']);
  expect(keys['For the note beside the list']).toEqual(['Ctrl Enter: Sign, and on to the next']);

  await rows.nth(0).focus();
  await page.keyboard.press('j');
  await expect(rows.nth(1)).toBeFocused();
  await page.keyboard.press('j');
  await page.keyboard.press('k');
  await expect(rows.nth(1)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(rows.nth(1)).toHaveAttribute('aria-current', 'true');
  await expect(page.getByText('Text 1.')).toBeVisible();

  await page.route('**/api/v1/notes/*/sign', (route) =>
    route.fulfill({ status: 412, json: { status: 412, code: 'stale' } }),
  );
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('alert')).toContainText('changed somewhere else');
  await rows.nth(0).click();
  await expect(page.getByText('Text 0.')).toBeVisible();
  await expect(rows.nth(1)).toContainText('Not signed. This was changed somewhere else');
  await expect(page.getByRole('alert')).toHaveCount(0);
  await axe(page);
  await page.unroute('**/api/v1/notes/*/sign');

  await page.context().setOffline(true);
  await expect(page.getByText('Signing needs a connection.')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Sign and next/ })).toHaveAttribute('aria-disabled', 'true');
  await page.context().setOffline(false);
  await expect(page.getByText('Signing needs a connection.')).toBeHidden();
  await page.keyboard.press('Control+Enter');
  await expect(rows).toHaveCount(2);
  await expect(page.getByText('Text 1.')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(rows).toHaveCount(1);
  await rows.nth(0).focus();
  await page.keyboard.press('n');
  await expect(page).toHaveURL(`/notes/${drafts[2]}`);
  // In a text a letter is a letter; the list is a click away there.
  await page.getByRole('button', { name: 'all keys' }).click();
  await expect(page.getByRole('dialog', { name: 'Keys' })).toContainText('Next section, section before');
  await expect(page.getByRole('dialog', { name: 'Keys' })).not.toContainText('Next row, row before');
});

test('couples are walked, opened and written about by keys, while these are switched on', async ({ as }) => {
  const page = await as('therapist2');
  const partners: object[] = [];
  for (const [givenName, role] of [
    ['Isaura', 'injured'],
    ['Lothar', 'involved'],
  ] as const)
    partners.push({ clientId: (await someone(page, givenName)).id, role });
  const { id } = await ask(page, 'post', '/couples', { partners, stage: 'stabilise' });
  const row = page.getByRole('link', { name: 'Isaura & Lothar X.' });
  await page.goto('/couples');
  await expect(row).toBeVisible();
  expect((await keysOf(page))['In a list here']).toEqual([...WALK, 'n: Note about this person']);
  await row.focus();
  await page.keyboard.press('n');
  await expect(page).toHaveURL(NOTE);
  await page.goto('/couples');
  await row.focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/couples/${id}`));
  expect((await keysOf(page))['About these two']).toContain('v: Session view');

  await page.goto('/couples');
  await expect(row).toBeVisible();
  await page.keyboard.press('Shift+?');
  await page.getByRole('checkbox', { name: 'Single-letter keys work outside text fields' }).uncheck();
  await page.getByRole('button', { name: 'Close' }).click();
  await row.focus();
  for (const key of ['n', 'j', 'Shift+?']) await page.keyboard.press(key);
  await expect(row).toBeFocused();
  await expect(page).toHaveURL('/couples');
});

test('in a chart the homework is opened by its key, and the page names its own', async ({ as }) => {
  const page = await as('therapist');
  await openChart(page, 'Maya K.');
  await expect(page.getByRole('heading', { level: 1, name: 'Maya K.' })).toBeVisible();
  await page.keyboard.press('3');
  const done = page.getByRole('region', { name: 'Done' }).getByRole('link', { name: /^Open/ }).first();
  await expect(done).toBeVisible();
  const keys = await keysOf(page);
  expect(keys['In a list here']).toEqual([...WALK, 'r: Read what was sent']);
  expect(keys['On this page']).toEqual(expect.arrayContaining(['1 … 7: Tabs', 'a: Assign', 'n: Write note']));
  await done.focus();
  await page.keyboard.press('r');
  await expect(page).toHaveURL(/\/assignments\/[0-9a-f-]{36}/);
});

test('on the caseload a row is chosen, noted and given homework by a letter', async ({ as }) => {
  const page = await as('therapist2');
  const { id, name } = await someone(page, 'Petronella');
  const row = page.getByRole('link', { name });
  const again = async (): Promise<void> => {
    await page.goto('/caseload');
    await page.getByRole('searchbox', { name: 'Find a name' }).fill('petron');
    await expect(page.getByRole('status').filter({ hasText: '1 person' })).toBeVisible();
    await row.focus();
  };
  await again();
  expect((await keysOf(page))['In a list here']).toEqual([
    ...[...WALK, 'n: Note about this person', 'a: Assign homework', 'x: Select'],
  ]);
  await row.focus();
  await page.keyboard.press('x');
  await expect(page.getByRole('checkbox', { name: `Choose ${name}` })).toBeChecked();
  await row.focus();
  await page.keyboard.press('a');
  await expect(page).toHaveURL(new RegExp(`/clients/${id}/homework`));
  await again();
  await page.keyboard.press('n');
  await expect(page).toHaveURL(NOTE);
});
