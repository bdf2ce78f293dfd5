import { axe, expect, PHONE, openChart, test } from './journey';

test.describe('an admin', () => {
  test('sees how much everybody carries', async ({ as }) => {
    const page = await as('admin');
    await expect(page).toHaveURL(/\/admin$/);
    await expect(page.getByRole('heading', { level: 1, name: /^Board, / })).toBeVisible();
    await expect(page.getByRole('row', { name: /Dr Ellis/ })).toBeVisible();
    await axe(page);
  });

  test('reads in sentences who did what, and asks for one kind of thing', async ({ as }) => {
    const page = await as('admin');
    await page.getByRole('link', { name: 'Access log' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Access log' })).toBeFocused();
    await expect(page.getByText('Nothing missing.')).toBeVisible();
    await page.getByLabel('What').selectOption('Signed in');
    await expect(page).toHaveURL(/what=signed(%20|\+)in/);
    await expect(page.getByRole('cell', { name: 'Signed in' }).first()).toBeVisible();
    await expect(page.getByRole('cell', { name: /^Opened/ })).toHaveCount(0);
    await page
      .getByRole('button', { name: /^Details/ })
      .first()
      .click();
    await expect(page.getByText('Entry', { exact: true }).first()).toBeVisible();
    await axe(page);
  });

  test('enters somebody, finds him again, keeps his details, finds him a therapist and opens his portal', async ({
    as,
  }) => {
    const page = await as('admin');
    await page.getByRole('link', { name: 'Clients', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Clients' })).toBeFocused();
    await expect(page.getByRole('row', { name: /Maya .*with Tom K\..*Dr Ellis/ })).toBeVisible();
    await axe(page);

    await test.step('enters', async () => {
      await page.getByRole('link', { name: 'Add a client' }).click();
      await expect(page.getByText('They wait until a therapist joins the care team.')).toBeVisible();
      await page.getByRole('button', { name: 'Add client' }).click();
      await expect(page.getByRole('heading', { name: 'There is a problem' })).toBeFocused();
      await page.getByLabel('Given name').fill('Yusuf');
      await page.getByLabel('Family name').fill('Okafor');
      await page.getByLabel('E-mail').fill('yusuf@mail.example');
      await axe(page);
      await page.getByRole('button', { name: 'Add client' }).click();
      await expect(page.getByRole('heading', { level: 1, name: 'Yusuf O.' })).toBeVisible();
      await expect(page).toHaveURL(/\/admin\/clients\/[0-9a-f-]+$/);
      await expect(page.getByText('Nobody. This person waits for a therapist.')).toBeVisible();
      await axe(page);
    });

    await test.step('finds', async () => {
      await page.getByRole('link', { name: 'Clients', exact: true }).first().click();
      await page.getByRole('searchbox').fill('oka');
      await expect(page.getByRole('status').filter({ hasText: '1 person' })).toBeVisible();
      await page.getByRole('searchbox').fill('nobody of this name');
      await expect(page.getByText('No one matches.')).toBeVisible();
      await page.getByRole('button', { name: 'Clear filters' }).click();
      await page.getByRole('combobox', { name: 'Show' }).selectOption('Waiting');
      await page.getByRole('link', { name: 'Yusuf Okafor' }).click();
    });

    await test.step('keeps details', async () => {
      await page.getByRole('link', { name: 'Edit details' }).click();
      await page.getByLabel('Phone').fill('+1 555 010 0123');
      await page.getByLabel('Safe way').selectOption('Call');
      await page.getByRole('button', { name: 'Save' }).click();
      await expect(page.getByRole('complementary')).toContainText('+1 555 010 0123');
    });

    await test.step('changes the care team', async () => {
      await page.getByRole('button', { name: 'Add a colleague' }).click();
      await page.getByLabel('Who joins').selectOption('Sam Okoro');
      await axe(page);
      await page.getByRole('button', { name: 'Add to the care team' }).click();
      const member = page.getByRole('listitem').filter({ hasText: 'Sam Okoro' });
      await expect(member).toBeVisible();
      await expect(page.getByRole('region', { name: 'Messages' })).toContainText('The care team was changed.');
      await page.getByRole('button', { name: 'End care of Sam Okoro' }).click();
      await axe(page);
      await page.getByRole('dialog').getByRole('button', { name: 'End care' }).click();
      await expect(page.getByText('Earlier')).toBeVisible();
    });

    await test.step('invites, and invites again', async () => {
      await page.getByRole('button', { name: 'Invite to the portal' }).click();
      await expect(page.getByRole('dialog').getByLabel('E-mail')).toHaveValue('yusuf@mail.example');
      await axe(page);
      await page.getByRole('button', { name: 'Send invitation' }).click();
      await expect(page.getByRole('complementary')).toContainText('Invited, not yet accepted');
      await page.getByRole('button', { name: 'Invite again' }).click();
      await page.getByRole('button', { name: 'Send invitation' }).click();
      await expect(page.getByRole('region', { name: 'Messages' })).toContainText('on its way to yusuf@mail.example');
    });
  });

  test('who is sent the address of a chart comes to the page of that person, also on a phone', async ({ as }) => {
    const therapist = await as('therapist');
    await openChart(therapist, 'Dana R.');
    await expect(therapist).toHaveURL(/timeline/);
    const page = await as('admin', PHONE);
    await page.goto(new URL(therapist.url()).pathname);
    await expect(page).toHaveURL(/\/admin\/clients\/[0-9a-f-]+$/);
    await expect(page.getByRole('heading', { level: 1, name: 'Dana R.' })).toBeVisible();
    await axe(page);
    await page.goto('/caseload');
    await expect(page.getByRole('heading', { level: 1, name: 'Clients' })).toBeVisible();
    await page.goto('/clients/new');
    await expect(page.getByRole('heading', { level: 1, name: 'Add a client' })).toBeVisible();
  });

  test('hands somebody over to another therapist, after seeing what that means', async ({ as }) => {
    const page = await as('admin');
    await page.goto('/admin/clients/new');
    await page.getByLabel('Given name').fill('Rosa');
    await page.getByLabel('Family name').fill('Diaz');
    await page.getByRole('button', { name: 'Add client' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Rosa D.' })).toBeVisible();
    const person = page.url();
    await page.goto('/admin');
    await page.getByRole('link', { name: 'Rosa D.' }).click();
    await page.getByRole('button', { name: 'Add a colleague' }).click();
    await page.getByLabel('Who joins').selectOption('Dr Moss');
    await page.getByRole('button', { name: 'Add to the care team' }).click();
    await expect(page.getByRole('listitem').filter({ hasText: 'Dr Moss' })).toBeVisible();

    await page.getByRole('link', { name: 'Board' }).first().click();
    await page.getByRole('link', { name: 'Hand over clients of Dr Moss' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Hand clients over' })).toBeFocused();
    await page.getByRole('button', { name: 'See what happens' }).click();
    await expect(page.getByText('Choose who goes.')).toBeVisible();
    await axe(page);
    await page.getByRole('checkbox', { name: 'Rosa D.' }).check();
    const okoro = page.getByRole('option', { name: /^Sam Okoro, \d+ of \d+ sessions this week$/ }).last();
    await page.getByLabel('To', { exact: true }).selectOption(await okoro.getAttribute('value'));
    await page.getByRole('button', { name: 'See what happens' }).click();
    await expect(page.getByRole('status').filter({ hasText: 'What happens' })).toContainText('1 person, no couple and');
    await axe(page);
    await page.getByRole('button', { name: 'Hand over to Sam Okoro' }).click();
    await expect(page).toHaveURL(/\/admin$/);
    await expect(page.getByRole('region', { name: 'Messages' })).toContainText(
      'Rosa D. is in the care of Sam Okoro now.',
    );
    await page.goto(person);
    await expect(page.getByRole('listitem').filter({ hasText: 'Sam Okoro' })).toContainText('since');
    await expect(page.getByText('Earlier')).toBeVisible();
    await page.goto('/admin/transfer');
    await page.getByLabel('From', { exact: true }).selectOption('Dr Ellis');
    await expect(page.getByRole('checkbox', { name: /Maya K\. & Tom K\./ })).toBeVisible();
  });

  test('gives a colleague another role and takes it back, but never her own', async ({ as, troubles }) => {
    troubles.allow(/status of 412/);
    const page = await as('admin');
    await page.goto('/admin/people');
    await expect(page.getByRole('button', { name: 'Roles of Kim Brandt' })).toHaveCount(0);
    const row = page.getByRole('row', { name: /^Dr Moss/ });
    await row.getByRole('button', { name: 'Roles of Dr Moss' }).click();
    const dialog = page.getByRole('dialog', { name: 'Roles of Dr Moss' });
    await expect(dialog.getByRole('checkbox', { name: /Supervisor/ })).toBeChecked();
    await dialog.getByRole('checkbox', { name: /Therapist/ }).uncheck();
    await expect(dialog.getByText(/They treat nobody from then on/)).toBeVisible();
    await axe(page);
    await dialog.getByRole('checkbox', { name: /Supervisor/ }).uncheck();
    await dialog.getByRole('button', { name: 'Save roles' }).click();
    await expect(dialog.getByText('Choose at least one role.')).toBeVisible();
    await axe(page);
    await dialog.getByRole('checkbox', { name: /Therapist/ }).check();
    await dialog.getByRole('checkbox', { name: /Supervisor/ }).check();
    await dialog.getByRole('checkbox', { name: /Admin/ }).check();
    await dialog.getByLabel('Sessions a week they can hold').fill('0');
    await dialog.getByRole('button', { name: 'Save roles' }).click();
    await expect(dialog.getByText('Enter a whole number from 1 to 80, or leave it empty.')).toBeVisible();
    await dialog.getByLabel('Sessions a week they can hold').fill('5');

    await test.step('which somebody else changed meanwhile', async () => {
      const other = await as('admin');
      await other.goto('/admin/people');
      await other.getByRole('button', { name: 'Roles of Dr Moss' }).click();
      await other.getByRole('button', { name: 'Save roles' }).click();
      await expect(other.getByRole('region', { name: 'Messages' })).toContainText('Dr Moss is now:');
    });
    await dialog.getByRole('button', { name: 'Save roles' }).click();
    await expect(dialog.getByText('This was changed somewhere else meanwhile.')).toBeVisible();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await row.getByRole('button', { name: 'Roles of Dr Moss' }).click();
    await dialog.getByRole('checkbox', { name: /Admin/ }).check();
    await dialog.getByRole('button', { name: 'Save roles' }).click();
    await expect(row).toContainText('Therapist, Supervisor, Admin');
    await expect(row.getByRole('button', { name: 'Roles of Dr Moss' })).toBeFocused();
    await row.getByRole('button', { name: 'Roles of Dr Moss' }).click();
    await dialog.getByRole('checkbox', { name: /Admin/ }).uncheck();
    await dialog.getByRole('button', { name: 'Save roles' }).click();
    await expect(row).not.toContainText('Admin');
    await expect(row).toContainText('up to 6 sessions a week');
    await page.getByRole('link', { name: 'Board' }).click();
    await expect(page.getByRole('row', { name: /^Dr Moss/ })).toContainText('of 6');
  });

  test('meets no clinical word, and no way to one', async ({ as, troubles }) => {
    troubles.allow(/40[34]/);
    const page = await as('admin');
    const answers: string[] = [];
    page.on('response', (response) => {
      if (response.url().includes('/api/'))
        void response.text().then(
          (text) => answers.push(text),
          () => undefined,
        );
    });
    for (const path of ['/admin', '/admin/clients', '/admin/people', '/admin/transfer', '/admin/access-log']) {
      await page.goto(path);
      await page.waitForLoadState('networkidle');
    }
    expect(answers.length).toBeGreaterThan(3);
    expect(answers.join('\n')).not.toMatch(/"(sections|answers|score|comment)"/);
    for (const path of ['notes', 'sessions', 'today', 'assignments', 'sign-off']) {
      const answer = await page.context().request.get(`/api/v1/${path}`);
      expect(answer.status(), path).toBe(403);
    }
  });
});
