import type { Page } from '@playwright/test';
import { axe, expect, PHONE, test, withinTaps } from './journey';

/** Speaks to the server as whoever is signed in on this page. */
async function send(page: Page, method: 'post' | 'get', path: string, data?: object): Promise<Record<string, unknown>> {
  const token = (await page.context().cookies()).find(({ name }) => name === 'XSRF-TOKEN')?.value ?? '';
  const answer = await page.context().request[method](`/api/v1${path}`, {
    ...{ data, headers: { 'X-XSRF-TOKEN': token } },
    // Of a connection that the server closed meanwhile, only the try is lost.
    maxRetries: 2,
  });
  expect(answer.ok(), `${method} ${path}`).toBe(true);
  return (await answer.json()) as Record<string, unknown>;
}

test('an alert stands above everything on Today until somebody says what was done', async ({ as }) => {
  const page = await as('therapist');
  const { id } = await send(page, 'post', '/clients', { givenName: 'Edda', familyName: 'Lind' });

  await test.step('a clinician raises it from the chart', async () => {
    await page.goto(`/clients/${id as string}`);
    await expect(page.getByText('No open safety alerts.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Earlier alerts' })).toHaveCount(0);
    await page.getByRole('button', { name: 'Raise a safety alert' }).click();
    const dialog = page.getByRole('dialog', { name: 'Raise a safety alert' });
    await axe(page);
    await dialog.getByRole('button', { name: 'Raise it' }).click();
    await expect(dialog.getByText('Say how soon.')).toBeVisible();
    await dialog.getByLabel('Danger now').check();
    await dialog.getByLabel('What you saw or heard').fill('She rang from the bridge.');
    await dialog.getByRole('button', { name: 'Raise it' }).click();
    await expect(page.getByText(/^Safety alert: Danger now\. Dr Ellis is to take it by /)).toBeVisible();
    await axe(page);
  });

  await test.step('Today names the owner, the time and one act; no word of what was seen', async () => {
    await page.goto('/');
    const first = page.getByRole('region', { name: 'Safety first' });
    await expect(first.getByRole('listitem').filter({ hasText: 'Edda L.' })).toContainText('Dr Ellis is to take it by');
    await expect(first.getByRole('listitem').filter({ hasText: 'Joel A.' })).toBeVisible();
    await expect(page.getByText('She rang from the bridge.')).toHaveCount(0);
    const [safety, sessions] = [first, page.getByRole('region', { name: /^Sessions/ })];
    expect((await safety.boundingBox())!.y).toBeLessThan((await sessions.boundingBox())!.y);
    await axe(page);
  });

  await test.step('taken up in a few taps, it stays on top; closed with an outcome, it is gone', async () => {
    await withinTaps(page, 2, 'take up an alert', async () => {
      await page.getByRole('link', { name: 'Review and record action for Edda L.' }).click();
      await expect(page.getByText('She rang from the bridge.')).toBeVisible();
      await page.getByRole('button', { name: 'I take it up' }).click();
      await expect(page.getByText('Dr Ellis has it in hand.')).toBeVisible();
    });
    await axe(page);
    const address = page.url();
    await page.goto('/');
    await expect(page.getByRole('listitem').filter({ hasText: 'Edda L.' }).first()).toContainText('has it in hand');
    await page.goto(address);
    await page.getByLabel('Nothing is to be done').check();
    await page.getByRole('button', { name: 'Close the alert' }).click();
    await expect(page.getByText('Say why nothing is to be done.')).toBeVisible();
    await page.getByLabel('We went through the safety plan').check();
    await page.getByLabel('Note').fill('Her brother is with her; we read the plan together.');
    await page.getByRole('button', { name: 'Close the alert' }).click();
    await expect(page.getByText('Closed.')).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Close it with what was done' })).toHaveCount(0);
    await axe(page);
    await page.getByRole('link', { name: 'Edda L.' }).click();
    await expect(page.getByText('No open safety alerts.')).toBeVisible();
    await page.getByRole('button', { name: 'Earlier alerts' }).click();
    await expect(page.getByText('Dr Ellis went through the safety plan')).toBeVisible();
    await page.goto('/');
    await expect(page.getByRole('heading', { level: 1, name: /^Today, / })).toBeVisible();
    await expect(page.getByRole('region', { name: 'Safety first' })).not.toContainText('Edda L.');
  });
});

test('an alert is handed to a colleague who treats the person too, and is hers to take from then on', async ({
  as,
}) => {
  const page = await as('therapist');
  const colleague = await as('therapist2');
  const { id } = await send(page, 'post', '/clients', { givenName: 'Runa', familyName: 'Holt' });
  await send(page, 'post', `/clients/${id as string}/risk-alerts`, { danger: 'soon', note: 'She gave her cat away.' });

  await test.step('while nobody else treats her, it says so', async () => {
    await page.goto('/caseload');
    await expect(page.getByRole('row', { name: /Runa H/ })).toContainText('Safety alert open');
    await page.goto(`/clients/${id as string}`);
    await page.getByRole('link', { name: 'Review and record action' }).click();
    await page.getByRole('button', { name: 'Hand it to a colleague' }).click();
    await expect(page.getByText('Nobody else is on the care team.')).toBeVisible();
    await axe(page);
  });

  await test.step('handed over, it waits anew for her, and stays on the record', async () => {
    const { items } = (await send(page, 'get', '/staff?limit=100')) as { items: { id: string; displayName: string }[] };
    const staffId = items.find(({ displayName }) => displayName === 'Sam Okoro')!.id;
    await send(page, 'post', `/clients/${id as string}/care-team`, { staffId });
    await page.reload();
    await page.getByRole('button', { name: 'Hand it to a colleague' }).click();
    await page.getByLabel('To', { exact: true }).selectOption('Sam Okoro');
    await page.getByRole('button', { name: 'Hand over' }).click();
    await expect(page.getByText(/^Sam Okoro is to take it by /)).toBeVisible();
    await expect(page.getByText(/handed it over\s+to Sam Okoro/)).toBeVisible();
    await axe(page);
  });

  await test.step('she finds it on top of Today and takes it up', async () => {
    await colleague.goto('/');
    const first = colleague.getByRole('region', { name: 'Safety first' });
    await expect(first.getByRole('listitem').filter({ hasText: 'Runa H.' })).toContainText(
      'Sam Okoro is to take it by',
    );
    await colleague.getByRole('link', { name: 'Review and record action for Runa H.' }).click();
    await colleague.getByRole('button', { name: 'I take it up' }).click();
    await expect(colleague.getByText('Sam Okoro has it in hand.')).toBeVisible();
    await colleague.getByLabel('I was in contact').check();
    await colleague.getByRole('button', { name: 'Close the alert' }).click();
    await expect(colleague.getByText('Closed.', { exact: true })).toBeVisible();
  });
});

test('an admin sets the practice’s own words, and a risk answer leads to the honest page that shows them', async ({
  as,
}) => {
  const words = 'Call the night service of the lake towns, or come to the clinic on the hill.';
  const admin = await as('otherAdmin');
  await test.step('the words, within their limits', async () => {
    await admin.goto('/admin/settings');
    await expect(admin.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
    await axe(admin);
    const field = admin.getByLabel('Our words for a crisis');
    await field.fill('Call us');
    await admin.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(admin.getByText('Say whom to turn to, in 20 to 1000 characters.').first()).toBeVisible();
    await field.fill(words);
    await admin.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(
      admin.getByRole('region', { name: 'Messages' }).getByText('Saved. It counts from now on.'),
    ).toBeVisible();
  });

  const therapist = await as('otherTherapist');
  const { items } = (await send(therapist, 'get', '/clients')) as { items: { id: string; givenName: string }[] };
  const clientId = items.find(({ givenName }) => givenName === 'Luis')!.id;
  const { items: instruments } = (await send(therapist, 'get', '/instruments')) as {
    items: { id: string; code: string; title: string }[];
  };
  const phone = await as('luis', PHONE);
  const scale = instruments[0]!;
  await send(therapist, 'post', '/scale-schedules', {
    ...{ instrumentId: scale.id, clientId, everyDays: 30, startsOn: new Date().toISOString().slice(0, 10) },
  });

  await test.step('he answers; the server says that an answer was a risk answer', async () => {
    await phone.route('**/api/v1/scale-responses', async (route) => {
      const answer = await route.fetch();
      const body = (await answer.json()) as object;
      await route.fulfill({ response: answer, json: { ...body, danger: true } });
    });
    await phone.goto('/me/check-in');
    await phone
      .getByRole('button', { name: new RegExp(scale.title) })
      .first()
      .tap();
    await phone.getByRole('radio').first().check({ force: true });
    const heading = phone.getByRole('heading', { level: 1 });
    for (let left = 0; left < 20 && (await heading.textContent()) !== 'Check and send'; left++)
      await phone.getByRole('button', { name: 'Continue' }).click();
    await phone.getByRole('button', { name: 'Send to my care team' }).tap();
    await expect(phone.getByRole('heading', { level: 1, name: 'Thank you for saying it' })).toBeFocused();
    await expect(phone.getByText('It may not be seen tonight.')).toBeVisible();
    await expect(phone.getByText(words)).toBeVisible();
    await axe(phone);
    await phone.getByRole('button', { name: 'Go on' }).tap();
    await expect(phone.getByRole('heading', { level: 1, name: 'Check-in' })).toBeVisible();
  });
});
