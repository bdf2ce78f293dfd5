import { axe, expect, openChart, test } from './journey';
import { ask } from './own-couple';

test('a therapist enters a client, finds her, keeps her details, shares her chart and links her partner', async ({
  as,
  troubles,
}) => {
  troubles.allow(/status of 400/);
  const page = await as('therapist');
  await page.getByRole('link', { name: 'Caseload' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Caseload' })).toBeFocused();
  await axe(page);
  await page.getByRole('searchbox', { name: 'Find a name' }).fill('maya');
  await expect(page.getByRole('row', { name: /Maya K\..*with Tom K\./ })).toBeVisible();

  await test.step('enters two people', async () => {
    await page.getByRole('link', { name: 'Add a client' }).click();
    await page.getByRole('button', { name: 'Add client' }).click();
    await expect(page.getByRole('heading', { name: 'There is a problem' })).toBeFocused();
    await axe(page);
    await page.getByRole('link', { name: /Enter the given name/ }).click();
    await expect(page.getByLabel('Given name')).toBeFocused();
    await page.getByLabel('Given name').fill('Zoë');
    await page.getByLabel('Family name').fill('Łuczak');
    await page.getByLabel('Phone').fill('call me');
    await page.getByRole('button', { name: 'Add client' }).click();
    await expect(page.getByLabel('Phone')).toHaveAccessibleDescription(/Enter a number of digits/);
    await page.getByLabel('Phone').fill('+1 555 010 0177');
    await page.getByRole('button', { name: 'Add client' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Zoë Ł.' })).toBeVisible();
    await expect(page).toHaveURL(/\/timeline$/);
    await axe(page);
    await page.goto('/clients/new');
    await page.getByLabel('Given name').fill('Ada');
    await page.getByLabel('Family name').fill('Lind');
    await page.getByRole('button', { name: 'Add client' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Ada L.' })).toBeVisible();
  });

  await test.step('finds one by a few letters without the accents', async () => {
    await page.getByRole('link', { name: 'Caseload' }).first().click();
    await page.getByRole('searchbox', { name: 'Find a name' }).fill('luc zo');
    await expect(page.getByRole('status').filter({ hasText: '1 person' })).toBeVisible();
    await page.getByRole('searchbox', { name: 'Find a name' }).fill('nobody of this name');
    await expect(page.getByText('No one matches.')).toBeVisible();
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await page.getByRole('button', { name: 'Person' }).click();
    const byName = page.getByRole('columnheader', { name: 'Person' });
    await expect(byName).toHaveAttribute('aria-sort', 'ascending');
    await page.getByRole('button', { name: 'Person' }).click();
    await expect(byName).toHaveAttribute('aria-sort', 'descending');
    // of all the caseload, however long: she is the last of the alphabet
    await page.getByRole('link', { name: 'Zoë Ł.' }).click();
  });

  await test.step('keeps what is safe for contact', async () => {
    await page.getByRole('link', { name: 'Edit details' }).click();
    await page.getByLabel('Safe way').selectOption('Text');
    await page.getByRole('textbox', { name: /^From/ }).fill('09:00');
    await page.getByRole('textbox', { name: /^To/ }).fill('17:00');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByRole('complementary')).toContainText('Text, 09:00 to 17:00');
  });

  await test.step('shares the chart, and links a partner', async () => {
    await page.getByRole('navigation', { name: 'Chart' }).getByRole('link', { name: 'Sharing and access' }).click();
    await page.getByRole('button', { name: 'Add a colleague' }).click();
    await page.getByLabel('Who joins').selectOption('Sam Okoro');
    await axe(page);
    await page.getByRole('button', { name: 'Add to the care team' }).click();
    await expect(page.getByRole('listitem').filter({ hasText: 'Sam Okoro' })).toBeVisible();
    await page.getByRole('button', { name: 'End care of Sam Okoro' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'End care' }).click();
    await expect(page.getByText('Earlier', { exact: true })).toBeVisible();

    await page.getByRole('button', { name: 'Link a partner' }).click();
    await page.getByRole('combobox', { name: 'Partner', exact: true }).fill('ada');
    await page.getByRole('option', { name: /Ada Lind/ }).click();
    await page.getByLabel('Role of Zoë Ł.').selectOption('Injured');
    await page.getByLabel('Role of the partner').selectOption('Involved');
    await axe(page);
    await page.getByRole('button', { name: 'Link as a couple' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Zoë Ł. & Ada L.' })).toBeVisible();
    await expect(page.getByText('Stage 1, making it safe.')).toBeVisible();
    await axe(page);
    await page.keyboard.press('v');
    await expect(page.getByText(/^Session view:/)).toBeVisible();
    await expect(page.getByText('Role: injured')).toHaveCount(0);
  });
});

test('a therapist invites a client to the portal, and one address opens one portal', async ({ as, troubles }) => {
  troubles.allow(/status of 409/);
  const page = await as('therapist');
  await page.goto('/clients/new');
  await page.getByLabel('Given name').fill('Greta');
  await page.getByLabel('Family name').fill('Holm');
  await page.getByLabel('E-mail').fill('dana@harbour.example');
  await page.getByRole('button', { name: 'Add client' }).click();
  await page.getByRole('button', { name: 'Invite to the portal' }).click();
  await page.getByRole('button', { name: 'Send invitation' }).click();
  await expect(page.getByRole('dialog').getByText('This address is in use for another sign-in.')).toBeVisible();
  await page.getByRole('dialog').getByLabel('E-mail').fill('greta@mail.example');
  await page.getByRole('button', { name: 'Send invitation' }).click();
  await expect(page.getByRole('complementary')).toContainText('Invited, not yet accepted');
});

test('another therapist and the other clinic find nobody of it, on any page', async ({ as, troubles }) => {
  troubles.allow(/status of 404/);
  const therapist = await as('therapist');
  await openChart(therapist, 'Dana R.');
  await expect(therapist).toHaveURL(/timeline/);
  const chart = new URL(therapist.url()).pathname;
  for (const who of ['therapist2', 'otherTherapist'] as const) {
    const page = await as(who);
    await page.goto(chart);
    await expect(page.getByRole('heading', { level: 1, name: "We can't show this" })).toBeVisible();
    await page.goto('/caseload');
    await page.getByRole('searchbox', { name: 'Find a name' }).fill('dana');
    await expect(page.getByText('No one matches.')).toBeVisible();
  }
});

test('an admin invites a colleague, sets up supervision and takes access away', async ({ as }) => {
  const page = await as('admin');
  await page.goto('/admin/people');
  await expect(page.getByRole('row', { name: /Kim Brandt/ })).toBeVisible();
  await axe(page);
  await page.getByRole('button', { name: 'Invite a colleague' }).click();
  await page.getByLabel('Name').fill('Ana Lund');
  await page.getByLabel('E-mail').fill('ana.lund@mail.example');
  await axe(page);
  await page.getByRole('button', { name: 'Send invitation' }).click();
  const row = page.getByRole('row', { name: /Ana Lund/ });
  await expect(row).toContainText('Invited');
  await row.getByRole('button', { name: 'Supervision of Ana Lund' }).click();
  await page.getByRole('combobox', { name: 'Supervisor' }).selectOption('Dr Moss');
  await axe(page);
  await page.getByRole('button', { name: 'Set up' }).click();
  await expect(row).toContainText('Dr Moss, co-signs');
  await row.getByRole('button', { name: 'Disable Ana Lund' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Disable' }).click();
  await expect(row).toContainText('Disabled');
});

test('whoever treats each partner alone is offered nothing of the couple, and nothing is asked for in vain', async ({
  as,
}) => {
  const page = await as('therapist');
  const partners: { clientId: string; role: string }[] = [];
  for (const givenName of ['Hedvig', 'Torsten']) {
    const { id } = await ask(page, 'post', '/clients', { givenName, familyName: 'Bergman' });
    partners.push({ clientId: id, role: 'both' });
  }
  await ask(page, 'post', '/couples', { partners, stage: 'stabilise' });
  const chart = `/clients/${partners[0]!.clientId}`;
  await page.goto(chart);
  await expect(page.getByRole('complementary').getByRole('link', { name: 'with Torsten B.' })).toBeVisible();
  await expect(page.getByText('What either tells you alone')).toBeVisible();

  const colleague = await as('therapist2');
  const { id: staffId } = await ask(colleague, 'get', '/auth/me');
  for (const { clientId } of partners) await ask(page, 'post', `/clients/${clientId}/care-team`, { staffId });
  const parts = ['timeline', 'notes', 'homework', 'scales', 'plan', 'journal', 'sharing', 'brief'];
  for (const part of parts) {
    await colleague.goto(`${chart}/${part}`);
    await expect(colleague.getByRole('heading', { level: 1, name: /^Hedvig B\./ })).toBeVisible();
    await colleague.waitForLoadState('networkidle');
  }
  await colleague.goto(chart);
  await expect(colleague.getByRole('complementary').getByText('with Torsten B.')).toBeVisible();
  await expect(colleague.getByRole('link', { name: 'Torsten B.', exact: true })).toBeVisible();
  await expect(colleague.locator('a[href^="/couples/"]')).toHaveCount(0);
  await expect(colleague.getByText('What either tells you alone')).toHaveCount(0);
  await axe(colleague);
});
