import type { Page } from '@playwright/test';
import { axe, expect, pickPerson, test, withinTaps, cutOff } from './journey';
import { field, HOUR, type Made, noteText, onServer, openNote, pastSession, saved, send, someone } from './own-note';
import { sealedNames } from './sealed';

test('a note starts from its session in one tap, is signed with the keyboard alone, and takes an addendum', async ({
  as,
}) => {
  const page = await as('therapist');
  const { id, name } = await someone(page);
  await pastSession(page, id);
  await page.goto('/sign-off');
  await page.getByRole('button', { name }).click();
  await page.getByRole('button', { name: 'Start note' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Session, ');
  await expect(page.getByRole('checkbox', { name: name.split(' ')[0] ?? '' })).toBeChecked();
  await expect(field(page, 'Data')).toBeFocused();
  await axe(page);

  await page.keyboard.type('Came early.');
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.type('Calmer.');
  await page.keyboard.press('Control+Enter');
  const question = page.getByRole('dialog', { name: 'Sign this note?' });
  await expect(question).toContainText('3 words in Data, Assessment');
  await expect(question).toContainText('Left empty: Plan');
  await axe(page);
  await page.keyboard.press('Control+Enter');

  await expect(page.getByText(/^Signed · Dr Ellis, /)).toBeVisible();
  await expect(page.getByRole('textbox')).toHaveCount(0);
  await axe(page);
  await withinTaps(page, 2, 'add to a signed note', async () => {
    await page.getByRole('button', { name: 'Add addendum' }).click();
    await field(page, 'Addendum').fill('Called at noon.');
    await page.getByRole('button', { name: 'Sign the addendum' }).click();
    await expect(page.getByRole('heading', { name: 'Added later' })).toBeVisible();
  });
  await expect(page.getByText('Called at noon.')).toBeVisible();
});

test('a second note on a session begins beside the first and in the calendar, and all of them are listed there', async ({
  as,
}) => {
  const page = await as('therapist');
  const { id: clientId, name } = await someone(page);
  const session = await pastSession(page, clientId);
  const first = await send(page.context(), '/notes', {
    ...{ sessionId: session.id, kind: 'progress', format: 'dap' },
    sections: { data: 'First words.' },
  });
  await page.goto(`/notes/${first.id}`);
  await expect(field(page, 'Data')).toHaveValue('First words.');
  const notes = page.getByRole('region', { name: 'Notes on this session' });
  await expect(notes.getByRole('listitem')).toHaveCount(0);
  await notes.getByRole('button', { name: 'Another note on this session' }).click();
  await expect(field(page, 'Data')).toHaveValue('');
  await expect(notes.getByRole('listitem')).toHaveText(['DAP Draft', 'DAP Draft']);
  await expect(notes.getByRole('listitem').getByRole('link').last()).toHaveAttribute('aria-current', 'page');
  await axe(page);
  await field(page, 'Data').fill('Second words.');
  await onServer(page, page.url().split('/').at(-1) ?? '', 'Second words.');
  await notes.getByRole('listitem').getByRole('link').first().click();
  await expect(field(page, 'Data')).toHaveValue('First words.');
  await page.keyboard.press('Control+Enter');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/^Signed · Dr Ellis, /)).toBeVisible();
  await expect(notes.getByRole('listitem')).toHaveText(['DAP Signed', 'DAP Draft']);

  const answer = await page.context().request.get(`/api/v1/sessions/${session.id}`);
  const { startsAt } = (await answer.json()) as { startsAt: string };
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'America/New_York' }).format(new Date(startsAt));
  await page.goto(`/calendar?day=${day}&view=day`);
  await page.getByRole('listitem').filter({ hasText: name }).getByRole('button', { name: 'Open the session' }).click();
  await expect(page.getByRole('dialog', { name }).getByRole('listitem')).toHaveText(['DAP Signed', 'DAP Draft']);
  await axe(page);
  await notes.getByRole('button', { name: 'Another note on this session' }).click();
  await expect(field(page, 'Data')).toBeFocused();
  await expect(notes.getByRole('listitem')).toHaveCount(3);
});

test('the last scores stand beside a note, and stay as they were when it was signed', async ({ as }) => {
  const page = await as('therapist');
  const { id: clientId } = await someone(page);
  const list = await page.context().request.get('/api/v1/instruments?limit=100');
  const { items } = (await list.json()) as {
    items: { id: string; code: string; title: string; items: { key: string }[] }[];
  };
  const tracker = items.find(({ items: asked }) => asked.length > 0);
  const answer = (value: number, hours: number) =>
    send(page.context(), '/scale-responses', {
      ...{ instrumentId: tracker?.id, clientId },
      answers: Object.fromEntries((tracker?.items ?? []).map(({ key }) => [key, value])),
      answeredAt: new Date(Date.now() - hours * HOUR).toISOString(),
    });
  await answer(2, 24 * 9);
  const session = await pastSession(page, clientId);
  await page.goto(`/notes/new?sessionId=${session.id}`);
  // The sheet for the printer says it as well.
  const known = page.getByText('Last scores by that day').filter({ visible: true }).locator('..');
  await expect(known).toContainText(`${tracker?.title}: 2 of `);
  await axe(page);
  await expect(field(page, 'Data')).toBeFocused();
  await page.keyboard.type('Kept the walk.');
  await page.keyboard.press('Control+Enter');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/^Signed · Dr Ellis, /)).toBeVisible();
  await expect(known).toContainText(`${tracker?.title}: 2 of `);
  await answer(3, 24 * 8);
  await page.reload();
  await expect(page.getByText(/^Signed · Dr Ellis, /)).toBeVisible();
  await expect(known).toContainText(`${tracker?.title}: 2 of `);
  await axe(page);
});

test('a sign-in that ends under the hands asks for the password, and nothing is lost', async ({ as, troubles }) => {
  troubles.allow(/status of (401|403)/);
  const page = await as('therapist');
  const { id: clientId } = await someone(page);
  const id = await openNote(page, clientId);
  await page.context().clearCookies({ name: 'kept' });
  await field(page, 'Data').fill('Written after the sign-in had ended.');
  const question = page.getByRole('dialog', { name: 'You were signed out' });
  await expect(question).toBeVisible();
  await axe(page);
  await question.getByLabel(/^Password for/).fill('not the password');
  await question.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(question.getByRole('alert')).toHaveText("That didn't work. Try again.");
  await question.getByLabel(/^Password for/).fill('trust-takes-time');
  await question.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(question).toHaveCount(0);
  await expect(field(page, 'Data')).toHaveValue('Written after the sign-in had ended.');
  await onServer(page, id, 'Written after the sign-in had ended.');
});

async function kill(page: Page) {
  const devtools = await page.context().newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  // The answer never comes: nobody is left to give it.
  void devtools.send('Page.crash').catch(() => undefined);
  await crashed;
  await page.close();
}

test('a killed tab loses nothing', async ({ as, troubles }) => {
  troubles.allow(/ERR_INTERNET_DISCONNECTED|ERR_FAILED/);
  const page = await as('therapist');
  const { id: clientId } = await someone(page);
  const id = await openNote(page, clientId);
  await field(page, 'Data').fill('Saved before the crash.');
  await onServer(page, id, 'Saved before the crash.');

  await cutOff(page);
  await field(page, 'Plan').fill('Written without a connection.');
  await expect(page.locator('main').getByText('Saved on this device only.')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Sign/ })).toHaveAttribute('aria-disabled', 'true');
  // Killed, not closed: a page that closes may still send its last words, and then there is nothing to bring back.
  await kill(page);
  await page.context().setOffline(false);

  const again = await page.context().newPage();
  await again.goto(`/notes/${id}`);
  await expect(again.getByText('Words you wrote before this page closed have been brought back.')).toBeVisible();
  await expect(field(again, 'Data')).toHaveValue('Saved before the crash.');
  await expect(field(again, 'Plan')).toHaveValue('Written without a connection.');
  await onServer(again, id, 'Written without a connection.');
});

test('a tab closed before its words went up loses nothing', async ({ as }) => {
  const page = await as('therapist');
  const { id: clientId } = await someone(page);
  const id = await openNote(page, clientId);
  await field(page, 'Plan').fill('The last words before closing.');
  // Sealed in this browser by now, not yet sent: that takes longer. Where polling was slower than sending, they are there.
  const here = async (): Promise<boolean> => (await sealedNames(page)).some((name) => name.includes(`/notes/${id}|`));
  const there = async (): Promise<boolean> => (await noteText(page, id)).includes('The last words before closing.');
  await expect.poll(async () => (await here()) || there()).toBe(true);
  page.on('dialog', (question) => void question.accept());
  const closed = page.waitForEvent('close');
  await page.close({ runBeforeUnload: true });
  await closed;

  const again = await page.context().newPage();
  // They went up with the page's last breath, or lie in this browser: the next visit has them either way.
  await expect(async () => {
    await again.goto(`/notes/${id}`);
    await expect(field(again, 'Plan')).toHaveValue('The last words before closing.', { timeout: 3000 });
  }).toPass();
  await onServer(again, id, 'The last words before closing.');
});

test('without a connection writing goes on, and goes up by itself when it is back', async ({ as, troubles }) => {
  troubles.allow(/ERR_INTERNET_DISCONNECTED|ERR_FAILED/);
  const page = await as('therapist');
  const { id: clientId } = await someone(page);
  const id = await openNote(page, clientId);
  await cutOff(page);
  await field(page, 'Assessment').fill('On the train.');
  await expect(page.locator('main').getByText('Saved on this device only.')).toBeVisible();
  await expect(page.getByText('Signing needs a connection. Writing does not.')).toBeVisible();
  await page.context().setOffline(false);
  await onServer(page, id, 'On the train.');
  await saved(page);
});

test('two tabs keep both texts, side by side, until somebody chooses', async ({ as, troubles }) => {
  troubles.allow(/412/);
  const first = await as('therapist');
  const { id: clientId } = await someone(first);
  const id = await openNote(first, clientId);
  const second = await first.context().newPage();
  await second.goto(`/notes/${id}`);
  await expect(second.getByText('This note is open in another tab, too.')).toBeVisible();
  await field(second, 'Data').fill('From the second tab.');
  await onServer(second, id, 'From the second tab.');

  await field(first, 'Data').fill('From the first tab.');
  await expect(first.getByRole('heading', { name: 'There are two texts of this note' })).toBeVisible();
  await expect(first.getByRole('article', { name: 'What you wrote here' })).toContainText('From the first tab.');
  await expect(first.getByRole('article', { name: 'Saved from elsewhere' })).toContainText('From the second tab.');
  await axe(first);
  await first.getByRole('button', { name: 'Keep both' }).click();
  await expect(field(first, 'Data')).toHaveValue('From the first tab.\n\nFrom the second tab.');
  await onServer(first, id, 'From the first tab.\\n\\nFrom the second tab.');
});

test('words written while somebody else signed go into an addendum', async ({ as, troubles }) => {
  troubles.allow(/409/);
  const page = await as('therapist');
  const { id: clientId } = await someone(page);
  const id = await openNote(page, clientId);
  await field(page, 'Data').fill('Signed words.');
  await onServer(page, id, 'Signed words.');
  const other = await page.context().newPage();
  await other.goto(`/notes/${id}`);
  await other.getByRole('button', { name: /^Sign/ }).click();
  await other.getByRole('dialog').getByRole('button', { name: /^Sign/ }).click();
  await expect(other.getByText(/^Signed · Dr Ellis, /)).toBeVisible();

  await field(page, 'Plan').fill('Too late for the note.');
  await page.getByRole('button', { name: 'Add as an addendum' }).click();
  await expect(page.getByText('Plan: Too late for the note.')).toBeVisible();
  await expect(page.getByText(/^Signed · Dr Ellis, /).first()).toBeVisible();
});

test('the plan of last time can be taken over, and stays marked until it is changed', async ({ as }) => {
  const page = await as('therapist');
  const { id: clientId } = await someone(page);
  await openNote(page, clientId);
  await field(page, 'Plan').fill('Walk on Sundays.');
  await page.keyboard.press('Control+Enter');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/^Signed · /)).toBeVisible();
  const id = await openNote(page, clientId);
  await page.getByRole('button', { name: 'Copy plan' }).click();
  await expect(field(page, 'Plan')).toHaveValue('Walk on Sundays.');
  await expect(page.getByText('Word for word as in the last note', { exact: true })).toBeVisible();
  // It is known by the words themselves, so a page that is opened again knows it too.
  await onServer(page, id, 'Walk on Sundays.');
  await page.reload();
  await expect(page.getByText('Word for word as in the last note', { exact: true })).toBeVisible();
  await expect(field(page, 'Data')).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('dialog')).toContainText('Word for word as in the last note: Plan');
  await page.getByRole('button', { name: 'Not yet' }).click();
  await field(page, 'Plan').fill('Walk on Saturdays.');
  await expect(page.getByText('Word for word as in the last note', { exact: true })).toHaveCount(0);
});

test('a note begins from a template of one’s own, and a word after ; puts in a snippet', async ({ as }) => {
  const page = await as('therapist');
  const { id: clientId, name } = await someone(page);
  const own = name.split(' ')[0]?.toLowerCase() ?? '';
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('my te');
  await expect(page.getByRole('option', { name: 'My texts' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'My texts' })).toBeVisible();
  await page.getByRole('button', { name: 'New template' }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(field(page, 'Name')).toHaveAttribute('aria-invalid', 'true');
  await axe(page);
  await field(page, 'Name').fill(`Mine ${own}`);
  await page.getByLabel('Format').selectOption('SOAP');
  await field(page, 'Objective').fill('Looked:');
  await field(page, 'Plan').fill('Same hour next week.');
  await page.getByRole('button', { name: 'Save' }).click();
  const edit = page.getByRole('button', { name: `Edit Mine ${own}` });
  await expect(edit).toBeVisible();
  const [left, right] = [edit, page.getByRole('button', { name: `Remove Mine ${own}` })];
  // side by side
  expect((await right.boundingBox())?.y).toBe((await left.boundingBox())?.y);
  await page.getByRole('button', { name: 'New snippet' }).click();
  await field(page, 'Word').fill(own);
  await field(page, 'Note').fill('No danger to self or others.');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('button', { name: `Edit ;${own}` })).toBeVisible();
  await axe(page);

  const id = await openNote(page, clientId);
  await field(page, 'Plan').fill('Twice next week.');
  await page.getByLabel('Template').selectOption(`Mine ${own}`);
  // What is written stays; what is empty begins as the template does.
  await expect(field(page, 'Plan')).toHaveValue('Twice next week.');
  await expect(field(page, 'Objective')).toHaveValue('Looked:');
  await field(page, 'Subjective').click();
  await page.keyboard.type(`Calm. ;${own.slice(0, 4)}`);
  await expect(page.getByRole('listbox', { name: 'Your snippets' })).toContainText('No danger to self or others.');
  await axe(page);
  await page.keyboard.press('Enter');
  await page.keyboard.type(' Slept.');
  await expect(field(page, 'Subjective')).toHaveValue('Calm. No danger to self or others. Slept.');
  await page.keyboard.type(` ;${own.slice(0, 4)}`);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('listbox')).toHaveCount(0);
  await onServer(page, id, 'No danger to self or others. Slept.');

  await page.goto('/notes/texts');
  await page.getByRole('button', { name: `Remove ;${own}` }).click();
  await expect(page.getByRole('button', { name: `Edit ;${own}` })).toHaveCount(0);
  await page.getByRole('button', { name: `Edit Mine ${own}` }).click();
  await field(page, 'Objective').fill('Seen:');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('button', { name: `Edit Mine ${own}` })).toBeVisible();
});

test('an intake is written in its parts, and read without what was left empty', async ({ as }) => {
  const page = await as('therapist');
  const { id } = await someone(page);
  await page.goto(`/clients/${id}/notes`);
  await page.getByRole('button', { name: 'Another kind' }).click();
  await page.getByRole('menuitem', { name: 'Intake' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Intake, ');
  await expect(field(page, 'The problem in their own words')).toBeFocused();
  await expect(field(page, 'Mental state')).toBeHidden();
  await page.keyboard.type('He told me in March.');
  await page.getByLabel('Kind of betrayal').selectOption('Emotional affair');
  await page.getByLabel('When it came to light').fill('2026-03-07');
  await axe(page);

  await page.getByRole('navigation', { name: 'In this form' }).getByRole('button', { name: 'Health' }).click();
  await expect(field(page, 'Illness and medication')).toBeFocused();
  await page.keyboard.press('Alt+ArrowDown');
  await expect(field(page, 'Alcohol and drugs')).toBeFocused();
  await page.keyboard.type('None.');
  await onServer(page, page.url().split('/').at(-1) ?? '', 'None.');
  await page.reload();
  // What has words stands open, what has none is folded.
  await expect(field(page, 'Alcohol and drugs')).toHaveValue('None.');
  await expect(field(page, 'Mental state')).toBeHidden();
  await expect(page.locator('summary', { hasText: 'Why they come' })).toContainText('3 of 5 filled in');

  await page.getByRole('button', { name: /^Sign/ }).click();
  await expect(page.getByRole('dialog')).toContainText('fields are left empty');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/^Signed · Dr Ellis, /)).toBeVisible();
  await expect(page.getByText('Emotional affair')).toBeVisible();
  await expect(page.getByText('7 Mar 2026')).toBeVisible();
  await expect(page.getByText(/^Left empty: .*Mental state/)).toBeVisible();
  await axe(page);
});

test('what was learnt beside the sessions is put down on the day it happened, and read as a late entry', async ({
  as,
}) => {
  const page = await as('therapist');
  const { id } = await someone(page);
  await page.goto(`/clients/${id}/notes`);
  await page.getByRole('button', { name: 'Another kind' }).click();
  await page.getByRole('menuitem', { name: 'Contact note' }).click();
  await field(page, 'Who').fill('Her sister.');
  await page.getByLabel('On what consent').selectOption('None: heard only, nothing told');
  const day = new Date(Date.now() - 5 * 24 * HOUR).toISOString().slice(0, 10);
  await page.getByLabel('When it took place').fill(`${day}T12:30`);
  await saved(page);
  await page.keyboard.press('Control+Enter');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/^Late entry/)).toBeVisible();
  await axe(page);
});

test('homework is given from the plan in three taps, and the note goes on', async ({ as }) => {
  const page = await as('therapist');
  const { id: clientId } = await someone(page);
  const id = await openNote(page, clientId);
  await field(page, 'Plan').fill('Write the journal.');
  await withinTaps(page, 3, 'assign homework from a note', async () => {
    await page.getByRole('button', { name: 'Assign homework' }).click();
    const drawer = page.getByRole('dialog', { name: 'Assign homework' });
    await drawer
      .getByRole('radio', { name: /journal/i })
      .first()
      .check();
    await axe(page);
    await drawer.getByRole('button', { name: 'Assign', exact: true }).click();
    await expect(drawer).toBeHidden();
  });
  const given = await page.context().request.get(`/api/v1/assignments?clientId=${clientId}`);
  expect(((await given.json()) as { items: Made[] }).items).toHaveLength(1);
  await onServer(page, id, 'Write the journal.');
});

test('two finished notes are signed one after the other, and their person is found by a few letters', async ({
  as,
}) => {
  const page = await as('therapist');
  const { id: clientId, name } = await someone(page);
  // Older than anybody else's: the queue begins with what has waited longest.
  const start = Date.UTC(2019, 0, 1) + Math.floor(Math.random() * 300_000) * 60_000;
  for (const hours of [0, 2]) {
    const [startsAt, endsAt] = [hours, hours + 1].map((h) => new Date(start + h * HOUR).toISOString());
    const session = await send(page.context(), '/sessions', { clientId, startsAt, endsAt });
    await send(page.context(), '/notes', {
      ...{ sessionId: session.id, kind: 'progress', format: 'dap' },
      sections: { data: `Written after ${hours} hours.` },
    });
  }
  await page.goto('/');
  await withinTaps(page, 3, 'sign two notes', async () => {
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Sign-off' }).click();
    for (const hours of [0, 2]) {
      await expect(page.getByText(`Written after ${hours} hours.`)).toBeVisible();
      await page.getByRole('button', { name: /^Sign and next/ }).click();
    }
    await expect(page.getByRole('button', { name })).toHaveCount(0);
  });
  await withinTaps(page, 2, 'find a client', async () => {
    await page.keyboard.press('Control+k');
    await page.keyboard.type(name.split(' ')[0] ?? '');
    await expect(page.getByRole('option', { name: new RegExp(name.split(' ')[0] ?? '') })).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  });
});

test('a private note lies in a drawer of its own and is no part of the note above it', async ({ as }) => {
  const page = await as('therapist');
  const { id: clientId } = await someone(page);
  const id = await openNote(page, clientId);
  await page.getByText('My private note').click();
  await page.getByRole('button', { name: 'Write a private note' }).click();
  await expect(page.getByText('Only you. Not in the record, not in releases.')).toBeVisible();
  await expect(field(page, 'My private note')).toBeFocused();
  await page.keyboard.type('Countertransference.');
  await axe(page);
  const list = `/api/v1/notes?clientId=${clientId}&kind=psychotherapy`;
  const [own] = ((await (await page.context().request.get(list)).json()) as { items: Made[] }).items;
  await onServer(page, own?.id ?? '', 'Countertransference.');
  expect(await (await page.context().request.get(`/api/v1/notes/${id}`)).text()).not.toContain('Countertransference');

  // What the record is for is pointed out in the writer's own words, and kept all the same.
  const hint = page.getByRole('status').filter({ hasText: 'This may belong in the record.' });
  await expect(hint).toHaveCount(0);
  await field(page, 'My private note').fill('Countertransference. PHQ-9 of 14, from 10:00 to 10:50.');
  await expect(hint).toContainText('“PHQ-9 of 14”: results of tests');
  await expect(hint).toContainText('“from 10:00 to 10:50”: times of a session');
  await onServer(page, own?.id ?? '', 'PHQ-9 of 14');
  await axe(page);
  await field(page, 'My private note').fill('Countertransference.');
  await expect(hint).toHaveCount(0);
});

test('a session is planned in the time of the practice, and no two at once', async ({ as, troubles }) => {
  troubles.allow(/409/);
  const page = await as('therapist');
  const { name } = await someone(page);
  const day = new Date(Date.now() + (200 + Math.floor(Math.random() * 300)) * 24 * HOUR).toISOString().slice(0, 10);
  const plan = async (): Promise<void> => {
    await page.getByRole('button', { name: 'Plan a session' }).click();
    const dialog = page.getByRole('dialog', { name: 'Plan a session' });
    await pickPerson(dialog, 'With', name);
    await dialog.getByLabel('When').fill(`${day}T06:30`);
    await dialog.getByRole('radio', { name: 'Video' }).check();
    await dialog.getByRole('button', { name: 'Plan session' }).click();
  };
  await page.goto('/calendar');
  await expect(page.getByRole('heading', { level: 1, name: 'Sessions' })).toBeVisible();
  await axe(page);
  await plan();
  await page.getByRole('button', { name: 'Day', exact: true }).click();
  const row = page.getByRole('listitem').filter({ hasText: name });
  await expect(row).toContainText('06:30');
  await expect(row).toContainText('until 07:20, by video');
  await plan();
  await expect(page.getByRole('dialog')).toContainText(/You already have a session: .*06:30–07:20/);
  await axe(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
  await row.getByRole('button', { name: 'Open the session' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Call it off' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Call off session' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
  await expect(row).toContainText('Cancelled');
});

test('the supervisor co-signs or sends back what waits for her', async ({ as }) => {
  const therapist = await as('therapist2');
  const { id: clientId, name } = await someone(therapist);
  await openNote(therapist, clientId);
  await field(therapist, 'Data').fill('First version.');
  await therapist.keyboard.press('Control+Enter');
  await therapist.keyboard.press('Control+Enter');
  await expect(therapist.getByText('Waits for a co-signature')).toBeVisible();

  const supervisor = await as('supervisor');
  await supervisor.goto('/sign-off');
  await supervisor.getByRole('button', { name }).click();
  await axe(supervisor);
  await supervisor.getByRole('button', { name: 'Send back with a comment' }).click();
  await supervisor.getByLabel('What should change').fill('Say more of the plan.');
  await supervisor.getByRole('button', { name: 'Send back', exact: true }).click();
  await expect(supervisor.getByRole('button', { name })).toHaveCount(0);

  await therapist.reload();
  await expect(therapist.getByText('Say more of the plan.')).toBeVisible();
  await field(therapist, 'Plan').fill('Weekly.');
  await therapist.keyboard.press('Control+Enter');
  await therapist.keyboard.press('Control+Enter');
  await expect(therapist.getByText('Waits for a co-signature')).toBeVisible();
  await supervisor.reload();
  await supervisor.getByRole('button', { name }).click();
  await supervisor.getByRole('button', { name: 'Co-sign' }).click();
  await expect(supervisor.getByRole('button', { name })).toHaveCount(0);
  await therapist.reload();
  await expect(therapist.getByText(/^Co-signed · Dr Moss, /)).toBeVisible();
});
