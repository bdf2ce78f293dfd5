import type { Page } from '@playwright/test';
import { axe, expect, PHONE, test, withinTaps } from './journey';

/** Makes something through the API, as whoever is signed in on this page. */
async function make(page: Page, path: string, data: object, status = 201): Promise<{ id: string }> {
  const token = (await page.context().cookies()).find(({ name }) => name === 'XSRF-TOKEN')?.value ?? '';
  const answer = await page.request.post(`/api/v1${path}`, { data, headers: { 'X-XSRF-TOKEN': token } });
  expect(answer.status(), path).toBe(status);
  return (await answer.json()) as { id: string };
}

/** One of the parts of a couple's work, below A · us · B. */
const tab = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Parts of their work' }).getByRole('link', { name: new RegExp(`^${name}`) });

/** Two people of the therapist's own, so that no other journey meets what happens to them. */
async function twoPeople(page: Page, first: string, second: string): Promise<string> {
  const a = await make(page, '/clients', { givenName: first, familyName: 'Winter' });
  const b = await make(page, '/clients', { givenName: second, familyName: 'Winter' });
  const couple = await make(page, '/couples', {
    partners: [
      { clientId: a.id, role: 'injured' },
      { clientId: b.id, role: 'involved' },
    ],
    discoveredOn: '2026-02-03',
    stage: 'stabilise',
  });
  return `/couples/${couple.id}`;
}

test('a therapist asks each alone, signs that it goes on, enters what happened, and turns the screen', async ({
  as,
}) => {
  const page = await as('therapist');
  const couple = await twoPeople(page, 'Ada', 'Ben');
  const dialog = page.getByRole('dialog');

  await test.step('Today says calmly whom to ask', async () => {
    await page.goto('/');
    await page.getByRole('listitem').filter({ hasText: 'Ada & Ben W. not asked alone yet' }).getByRole('link').click();
    await expect(page.getByRole('heading', { level: 1, name: 'Ada & Ben W.' })).toBeFocused();
    await expect(page).toHaveURL(/\/safety$/);
    await expect(tab(page, 'Safety')).toHaveAttribute('aria-current', 'page');
    await expect(tab(page, 'Safety')).toHaveText(/2 waiting/);
    await expect(page.getByRole('heading', { level: 2 }).nth(0)).toHaveText(/Ada/);
    await expect(page.getByRole('heading', { level: 2 }).nth(1)).toHaveText('Us');
    await expect(page.getByRole('heading', { level: 2 }).nth(2)).toHaveText(/Ben/);
    await axe(page);
  });

  await test.step('records one check and then the other', async () => {
    await page.getByRole('button', { name: 'Record a check of Ada' }).click();
    await expect(dialog.getByText('Sexual pressure')).toBeVisible();
    await axe(page);
    await dialog.getByRole('radio', { name: 'Clear' }).check();
    await dialog.getByRole('button', { name: 'Record' }).click();
    await expect(page.getByText(/^Safety: clear on .*, to be asked again on/)).toBeVisible();
    await expect(tab(page, 'Safety')).toHaveText(/1 waiting/);
    await page.getByRole('button', { name: 'Record a check of Ben' }).click();
    await dialog.getByRole('radio', { name: 'A concern' }).check();
    await dialog.getByRole('button', { name: 'Record' }).click();
    await expect(page.getByText(/^Safety: a concern, told on/)).toBeVisible();
    await expect(page.getByText(/waits until each was asked alone/)).toBeVisible();
  });

  await test.step('signs that it goes on, and ends that again', async () => {
    await page.getByRole('button', { name: 'Go on all the same' }).click();
    await dialog.getByRole('button', { name: 'Sign' }).click();
    await expect(dialog.getByText('Say in a sentence why it goes on, and until when.')).toBeVisible();
    await dialog
      .getByLabel('Why it is right to go on')
      .fill('Each is seen alone every week, and the joint part is done here.');
    await axe(page);
    await dialog.getByRole('button', { name: 'Sign' }).click();
    await expect(page.getByText(/Signed by Dr Ellis/)).toBeVisible();
    await page.getByRole('button', { name: 'End it' }).click();
    await expect(page.getByRole('button', { name: 'Go on all the same' })).toBeVisible();
  });

  await test.step('enters what happened, and changes a role with a reason', async () => {
    await tab(page, 'History').click();
    await page.getByRole('button', { name: 'Add an event' }).click();
    await dialog.getByRole('checkbox', { name: 'Financial' }).check();
    await dialog.getByLabel('What is known').fill('A loan that was kept quiet.');
    await axe(page);
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('A loan that was kept quiet.')).toBeVisible();
    await page.getByRole('button', { name: 'Change Financial' }).click();
    await dialog.getByLabel('Role of Ada').selectOption('Both');
    await dialog.getByLabel('Why it changes').fill('She knew of it for a year.');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('Ada: both, Ben: involved')).toBeVisible();
    await page.getByRole('button', { name: 'Stage and roles' }).click();
    await dialog.getByLabel('Role of Ben').selectOption('Both');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(dialog.getByText('Say why the roles change.')).toBeVisible();
    await dialog.getByLabel('Why the roles change').fill('He was hurt as well.');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Changes, and why').click();
    await expect(page.getByText('Role of Ben: involved, now both')).toBeVisible();
    await expect(page.getByText('He was hurt as well.')).toBeVisible();
    await axe(page);
  });

  await test.step('a tab has an address: a reload keeps it, and back leads to the one before', async () => {
    await page.reload();
    await expect(page).toHaveURL(/\/history$/);
    await expect(page.getByText('A loan that was kept quiet.')).toBeVisible();
    await tab(page, 'Listening').focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 2, name: 'Listening first' })).toBeVisible();
    await expect(tab(page, 'Listening')).toBeFocused();
    await expect(page).toHaveTitle('Ada & Ben W. · Kept');
    await axe(page);
    await page.goBack();
    await expect(page.getByText('A loan that was kept quiet.')).toBeVisible();
    await tab(page, 'Scales').click();
    await expect(page.getByText('A chart of both stands here once both have answered the same scale.')).toBeVisible();
    await axe(page);
    await page.goto(`${couple}/nothing`);
    await expect(page.getByRole('heading', { level: 1, name: "We can't show this" })).toBeVisible();
    await page.goto(`${couple}/history`);
    await tab(page, 'Safety').click();
    await expect(page.getByRole('heading', { level: 2, name: 'Safety, for clinicians only' })).toBeVisible();
  });

  await test.step('turns the screen: nothing private is left on it', async () => {
    await page.keyboard.press('3');
    await expect(page.locator('#column-b')).toBeFocused();
    await page.keyboard.press('v');
    await expect(page.getByText(/^Session view:/)).toBeVisible();
    const words = await page.getByRole('main').innerText();
    for (const hidden of [
      'Safety',
      'concern',
      'Role',
      'both,',
      'injured',
      'loan',
      'came to light',
      'Came to light',
      'Signed',
      'Stages',
      'Chart of',
      'waiting',
      'Listening',
      'History',
    ])
      expect([hidden, words.includes(hidden)]).toEqual([hidden, false]);
    await expect(page.getByRole('heading', { level: 2, name: 'Commitments' })).toBeVisible();
    await expect(page.getByRole('heading', { level: 2, name: 'Open for a while' })).toBeVisible();
    await expect(page.getByRole('navigation', { name: 'Parts of their work' })).toHaveCount(0);
    await expect(page).toHaveURL(/\/commitments$/);
    await axe(page);
    await page.goBack();
    await expect(page).toHaveURL(/\/history$/);
    await expect(page.getByRole('heading', { level: 2, name: 'Commitments' })).toBeVisible();
    await expect(page.getByText('A loan that was kept quiet.')).toHaveCount(0);
    await page.goForward();
    await page.keyboard.press('v');
    await expect(page.getByRole('heading', { level: 2, name: 'Safety, for clinicians only' })).toBeVisible();
  });

  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 844 });
    await page.goto(couple);
    await expect(page.getByText(/^Safety: a concern/)).toBeVisible();
    await expect(page.getByText('No open questions')).toBeVisible();
    await expect(page.getByRole('link', { name: 'See what Ben sees' })).toBeVisible();
    await expect(page.getByText('A chart of both stands here')).toBeVisible();
    await tab(page, 'Safety').click();
    await expect(page.getByRole('heading', { level: 2, name: 'Safety, for clinicians only' })).toBeVisible();
    await expect(tab(page, 'Safety')).toBeInViewport();
    for (const part of ['', '/commitments', '/agreements', '/listening', '/safety', '/history']) {
      await page.goto(couple + part);
      await expect(page.getByRole('heading', { level: 2 }).nth(part === '' ? 2 : 3)).toBeVisible();
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
      await axe(page);
    }
  }
});

test('a therapist ends the work of two; a second person undoes it on the board', async ({ as }) => {
  const page = await as('therapist');
  const couple = await twoPeople(page, 'Cleo', 'Dan');
  await page.goto(`${couple}/history`);
  await page.getByRole('button', { name: 'End their work together' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText(/^Sharing: neither reads anything/)).toBeVisible();
  await expect(dialog.getByText(/^Cleo’s own path/)).toBeVisible();
  await axe(page);
  await dialog.getByLabel('Why it ends').fill('They part, and each goes on alone.');
  await dialog.getByRole('button', { name: 'End their work together' }).click();
  await expect(page.getByText(/^Their work together ended on/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Write note' })).toHaveCount(0);
  await axe(page);
  // what the two did is still read; nobody is asked about safety any more
  for (const [name, words] of [
    ['Scales', 'A chart of both stands here'],
    ['Commitments', 'Nothing was put forward so far.'],
    ['Open for a while', 'Nothing is agreed or put forward.'],
  ] as const) {
    await tab(page, name).click();
    await expect(page.getByText(words)).toBeVisible();
    await axe(page);
  }
  await tab(page, 'Listening').click();
  await expect(page.getByRole('heading', { level: 2, name: 'Listening first' })).toBeVisible();
  await expect(tab(page, 'Safety')).toHaveCount(0);
  await page.getByRole('button', { name: 'Ask to reopen' }).click();
  await expect(page.getByText('Dr Ellis asks to reopen it. Somebody else of the staff decides.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Reopen', exact: true })).toHaveCount(0);
  await page.goto('/couples');
  await expect(page.getByRole('link', { name: 'Cleo & Dan W.' })).toHaveCount(0);
  await page.getByLabel('Work together').selectOption('Ended');
  await expect(page.getByRole('link', { name: 'Cleo & Dan W.' })).toBeVisible();

  const admin = await as('admin');
  const asked = admin.getByRole('listitem').filter({ hasText: 'Cleo & Dan W.' });
  await expect(asked.getByText(/Dr Ellis asks to go on, until/)).toBeVisible();
  await expect(admin.getByText('They part, and each goes on alone.')).toHaveCount(0);
  await asked.getByRole('button', { name: 'Decide about Cleo & Dan W.' }).click();
  await expect(admin.getByRole('dialog').getByText(/It takes a second person: you/)).toBeVisible();
  await axe(admin);
  await admin.getByRole('dialog').getByRole('button', { name: 'Reopen' }).click();
  await expect(
    admin.getByRole('region', { name: 'Messages' }).getByText('The work of Cleo & Dan W. together goes on.'),
  ).toBeVisible();
  await expect(asked).toHaveCount(0);
  await axe(admin);
  await page.goto(couple);
  await expect(page.getByRole('link', { name: 'Write note' })).toBeVisible();
});

test('what a therapist asks to reopen stands on Today of whoever supervises her', async ({ as }) => {
  const page = await as('therapist2');
  const couple = await twoPeople(page, 'Ida', 'Jon');
  const colleague = await as('supervisor');
  await make(page, `${couple}/end`, { reason: 'They part, and each goes on alone.' }, 200);
  await make(page, `${couple}/reopen-request`, {}, 200);

  const waiting = (of: Page) => of.getByRole('region', { name: 'Asked to reopen' });
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1, name: /^Today, / })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Ida & Jon W.' })).toHaveCount(0);

  await colleague.goto('/');
  const line = waiting(colleague).getByRole('listitem').filter({ hasText: 'Ida & Jon W.' });
  await expect(line.getByText(/Sam Okoro asks to go on, until/)).toBeVisible();
  await expect(colleague.getByText('They part, and each goes on alone.')).toHaveCount(0);
  await axe(colleague);
  await line.getByRole('link', { name: 'Ida & Jon W.' }).click();
  await expect(colleague.getByText('Sam Okoro asks to reopen it. Somebody else of the staff decides.')).toBeVisible();
  await tab(colleague, 'History').click();
  await expect(colleague.getByRole('heading', { level: 2, name: 'What happened' })).toBeVisible();
  await expect(tab(colleague, 'Safety')).toHaveCount(0);
  await axe(colleague);
  await colleague.goto('/');
  await line.getByRole('button', { name: 'Decide about Ida & Jon W.' }).click();
  const dialog = colleague.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Leave it ended' }).click();
  await expect(line).toBeVisible();
  await line.getByRole('button', { name: 'Decide about Ida & Jon W.' }).click();
  await axe(colleague);
  await dialog.getByRole('button', { name: 'Reopen' }).click();
  await expect(
    colleague.getByRole('region', { name: 'Messages' }).getByText('The work of Ida & Jon W. together goes on.'),
  ).toBeVisible();
  await expect(line).toHaveCount(0);
  await page.goto(couple);
  await expect(page.getByRole('link', { name: 'Write note' })).toBeVisible();
});

test('a note that was begun is finished after the work of two has ended', async ({ as }) => {
  const page = await as('therapist');
  const couple = await twoPeople(page, 'Enno', 'Fay');
  const note = await make(page, '/notes', {
    ...{ coupleId: couple.split('/')[2], kind: 'progress', format: 'dap' },
    sections: { data: 'They came to say goodbye to it.' },
  });
  await make(page, `${couple}/end`, { reason: 'They part, and each goes on alone.' }, 200);
  await page.goto(`/notes/${note.id}`);
  await page.getByRole('textbox', { name: 'Plan', exact: true }).fill('Each is seen alone.');
  await expect(page.locator('main').getByText(/^Draft saved \d\d:\d\d · not signed$/)).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/^Signed · Dr Ellis, /)).toBeVisible();
  await page.getByRole('button', { name: 'Add addendum' }).click();
  await page.getByRole('textbox', { name: 'Addendum', exact: true }).fill('Both were told.');
  await page.getByRole('button', { name: 'Sign the addendum' }).click();
  await expect(page.getByRole('heading', { name: 'Added later' })).toBeVisible();
});

test('a worksheet is about one of the things that happened, and asks each by the part they have in it', async ({
  as,
}) => {
  const page = await as('therapist');
  const couple = await twoPeople(page, 'Gus', 'Hedda');
  const { partners } = (await (await page.request.get(`/api/v1${couple}`)).json()) as {
    partners: { clientId: string }[];
  };
  const happened = (types: string[], roles: string[]) =>
    make(page, `${couple}/betrayals`, {
      types,
      roles: partners.map(({ clientId }, i) => ({ clientId, role: roles[i] })),
    });
  const loan = await happened(['financial'], ['involved', 'injured']);
  await happened(['online'], ['injured', 'involved']);
  await page.goto(couple);
  await page.getByRole('button', { name: 'Assign', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Assign homework' });
  const about = dialog.getByRole('combobox', { name: 'About', exact: true });
  await expect(about.locator('option:checked')).toHaveText('Online');
  await about.selectOption('Financial');
  await dialog.getByRole('searchbox', { name: 'Find a worksheet' }).fill('listening');
  await dialog.getByRole('radio', { name: /Listening log/ }).check();
  await expect(dialog.getByRole('radio', { name: 'Gus' })).toBeChecked();
  await axe(page);
  await dialog.getByRole('button', { name: /^ ?Assign ?$/ }).click();
  await expect(page.getByRole('region', { name: 'Messages' }).getByText(/is given\.$/)).toBeVisible();
  const given = await page.request.get(`/api/v1/assignments?coupleId=${couple.split('/')[2] ?? ''}`);
  expect(((await given.json()) as { items: object[] }).items).toMatchObject([{ betrayalId: loan.id }]);
});

for (const who of ['maya', 'tom'] as const)
  test(`${who} reads no telling title on any page, and leaving leaves nothing to go back to`, async ({
    as,
    troubles,
  }) => {
    troubles.allow(/net::ERR_ABORTED|favicon/);
    const page = await as(who, PHONE);
    for (const path of [
      '/me',
      '/me/homework',
      '/me/check-in',
      '/me/progress',
      '/me/history',
      '/me/privacy',
      '/me/break',
    ]) {
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      expect([path, await page.title()]).toEqual([
        path,
        expect.not.stringMatching(/therap|couple|trust|homework|Ellis|Harbour|Maya|Tom|privacy|check/i),
      ]);
    }
    await page.goto('/me/privacy');
    const told = page.getByRole('heading', { level: 1, name: 'Who can see what' });
    await expect(told).toBeVisible();
    await withinTaps(page, 1, 'leave in a hurry', async () => {
      await page.getByRole('button', { name: /Leave this page/ }).click();
      await page.waitForURL(/away/);
    });
    await page.goBack();
    await expect(told).toHaveCount(0);
    await expect(page.getByText('Who opened my work')).toHaveCount(0);
    await page.goto('/me');
    await expect(page).toHaveURL(/sign-in/);
  });

test('how a boundary was this week is said in two taps', async ({ as }) => {
  const phone = await as('maya', PHONE);
  // As on the first day of a week, whatever day it is: nothing was said yet.
  await phone.route(/\/couples\/[^/]+\/boundaries/, async (route) => {
    const answer = await route.fetch();
    const list = (await answer.json()) as { items: object[] };
    await route.fulfill({
      response: answer,
      json: { ...list, items: list.items.map((one) => ({ ...one, thisWeek: null })) },
    });
  });
  await phone.goto('/me/boundaries');
  await expect(phone.getByRole('heading', { level: 1 })).toBeVisible();
  const card = phone
    .getByRole('article')
    .filter({ has: phone.getByRole('radio') })
    .first();
  await withinTaps(phone, 2, 'say how a boundary was', async () => {
    await card.getByRole('radio', { name: 'Kept' }).check();
    const saved = phone.waitForResponse((answer) => answer.request().method() === 'POST');
    await card.getByRole('button', { name: /^Save/ }).click();
    expect((await saved).status()).toBe(201);
  });
  await expect(
    phone
      .getByRole('main')
      .getByText(/This week you said: kept/i)
      .first(),
  ).toBeVisible();
});
