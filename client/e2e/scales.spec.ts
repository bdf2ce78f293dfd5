import type { Page } from '@playwright/test';
import { answerBoats, bringForm, nineBoats, send } from './forms';
import { answersWorth, nineStatements, twoStatements } from './nine-statements';
import { axe, expect, PHONE, test, withinTaps } from './journey';

interface Listed {
  items: { id: string; givenName: string }[];
}

/** Id of one of the therapist's clients. */
async function clientId(page: Page, givenName: string): Promise<string> {
  const answer = await page.request.get(`/api/v1/clients?q=${givenName}`);
  const { items } = (await answer.json()) as Listed;
  return items.find((client) => client.givenName === givenName)?.id ?? '';
}

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const point = (page: Page, value: number) => page.getByRole('radio', { name: new RegExp(`^${value}(,|$)`) });

test('a client answers a check-in on a phone, and her therapist sees it on the chart', async ({ as }) => {
  // Two people, thirteen pages and a phone that dies in between.
  test.slow();
  const phone = await as('maya', PHONE);
  await phone.goto('/me/check-in');
  await expect(phone.getByText('Is this you, Maya')).toBeVisible();
  await axe(phone);
  await phone.getByRole('button', { name: 'Start Weekly trust check-in' }).click();

  // Continue without an answer, "does not apply", and nine answers.
  await expect(phone.getByText('Question 1 of 11')).toBeVisible();
  await expect(heading(phone)).toBeFocused();
  await axe(phone);
  await phone.getByRole('button', { name: 'Continue' }).click();
  await phone.getByRole('button', { name: 'Does not apply this week' }).click();
  for (let question = 3; question <= 11; question++) {
    await expect(phone.getByText(`Question ${question} of 11`)).toBeVisible();
    await expect(phone.getByRole('radio', { checked: true })).toHaveCount(0);
    await point(phone, 9).check({ force: true });
    await expect(phone.getByText(`Question ${question} of 11`)).toBeVisible();
    await phone.getByRole('button', { name: 'Continue' }).click();
  }
  await expect(heading(phone)).toHaveText('Check and send');
  await axe(phone);

  // The phone dies here, and the answers are still there afterwards.
  await phone.reload();
  await phone.getByRole('button', { name: 'Start Weekly trust check-in' }).click();
  await expect(phone.getByText('Question 1 of 11')).toBeVisible();
  await point(phone, 9).check({ force: true });
  for (let left = 0; left < 11 && (await heading(phone).textContent()) !== 'Check and send'; left++) {
    await phone.getByRole('button', { name: 'Continue' }).click();
  }
  await expect(phone.getByText('You answered 11 of 11')).toBeVisible();
  await phone.getByRole('button', { name: 'Send to my care team' }).click();
  await expect(heading(phone)).toHaveText('Thank you. It is sent.');
  await axe(phone);
  await phone.getByRole('button', { name: 'Done' }).click();
  await expect(
    phone.getByRole('button', { name: /Weekly trust check-in.*Already done today. Change it\?/ }),
  ).toBeVisible();

  const desk = await as('therapist');
  await desk.goto(`/clients/${await clientId(desk, 'Maya')}/scales`);
  const chart = desk.getByRole('region', { name: 'Weekly trust check-in', exact: true });
  await expect(chart.getByRole('figure')).toContainText('9 on');
  await expect(chart.getByRole('table').first().getByRole('row').nth(1)).toContainText('9');
  await expect(chart).toContainText('Not a validated test');
  await axe(desk);
});

test('a therapist schedules a scale for both partners in four acts', async ({ as }) => {
  const desk = await as('therapist');
  await desk.goto(`/clients/${await clientId(desk, 'Tom')}/scales`);
  await withinTaps(desk, 4, 'schedule a scale for both', async () => {
    await desk.getByRole('button', { name: 'Schedule a scale' }).click();
    await axe(desk);
    await desk.getByLabel('Scale', { exact: true }).selectOption('Repair climate and direction');
    await desk.getByLabel('Both partners, each for themselves').check();
    await desk.getByRole('button', { name: 'Schedule', exact: true }).click();
    await expect(desk.getByRole('dialog')).toBeHidden();
  });
  const asked = desk.getByRole('region', { name: 'Asked for' }).getByRole('listitem');
  await expect(asked.filter({ hasText: 'Repair climate and direction' })).toContainText('Couple');

  const phone = await as('tom', PHONE);
  await phone.goto('/me/check-in');
  await expect(phone.getByRole('button', { name: 'Start Repair climate and direction' })).toBeVisible();
});

test('a partner sees nothing of the other, on no page and by no address', async ({ as, troubles }) => {
  const desk = await as('therapist');
  const maya = await clientId(desk, 'Maya');
  const tom = await as('tom', PHONE);
  await tom.goto('/me/progress');
  await expect(heading(tom)).toHaveText('What my check-ins say');
  await expect(tom.getByRole('figure').first()).toBeVisible();
  await expect(tom.locator('main')).not.toContainText('Maya');
  await expect(tom.locator('main')).not.toContainText('Weekly trust check-in');
  await axe(tom);
  troubles.allow(/404/);
  expect((await tom.request.get(`/api/v1/clients/${maya}/scores`)).status()).toBe(404);
});

test('charts read the same by table, by sentence and turned round for the client', async ({ as }) => {
  const desk = await as('therapist');
  await desk.goto(`/clients/${await clientId(desk, 'Dana')}/scales`);
  const chart = desk.getByRole('region', { name: 'After-shock load', exact: true });
  await expect(chart.getByRole('img')).toHaveAccessibleName(/The table after it holds every value/);
  await expect(chart.getByRole('table').first()).toContainText('missed');
  await chart.getByText('Each part of it').click();
  await expect(chart.getByRole('row', { name: /Broken nights/ })).toBeVisible();
  await desk.getByRole('button', { name: 'Client view' }).click();
  await expect(chart.getByRole('figure')).toContainText('Your last answer');
  await expect(chart).not.toContainText('Usual range');
  await expect(desk.getByRole('heading', { name: 'Asked for' })).toBeHidden();
  await axe(desk);
  await desk.getByLabel('Show').selectOption('3 months');
  await expect(desk).toHaveURL(/period=3m/);
  await desk.reload();
  await expect(desk.getByLabel('Show')).toHaveValue('3m');
});

test('a couple is two lines to their therapist, and none while the screen is turned round', async ({ as }) => {
  const desk = await as('therapist');
  const { coupleId } = (await (await desk.request.get(`/api/v1/clients/${await clientId(desk, 'Maya')}`)).json()) as {
    coupleId: string;
  };
  await desk.goto(`/couples/${coupleId}`);
  const chart = desk.getByRole('region', { name: 'Repair climate and direction' });
  await expect(chart.getByRole('columnheader', { name: 'Maya' })).toBeVisible();
  await expect(chart.getByRole('columnheader', { name: 'Tom' })).toBeVisible();
  const paper = await chart.getByRole('link', { name: 'This scale as PDF' }).getAttribute('href');
  const printed = await desk.request.get(paper ?? '');
  expect([printed.status(), printed.headers()['content-type']]).toEqual([200, 'application/pdf']);
  await axe(desk);
  await desk.getByRole('button', { name: 'Session view' }).click();
  await expect(chart).toBeHidden();
});

test('a published scale is read by its bands, compared anew from a day, and kept on paper', async ({ as }) => {
  const desk = await as('therapist');
  const instrumentId = await bringForm(desk, nineBoats('course', 'Boats over time'));
  const { id } = await send<{ id: string }>(desk, 'post', '/clients', { givenName: 'Alma', familyName: 'Berg' });
  for (const [total, daysAgo, open] of [
    [20, 100, 0],
    [21, 80, 0],
    [18, 60, 3],
    [14, 30, 0],
    [8, 3, 0],
  ] as const)
    await answerBoats(desk, { instrumentId, clientId: id, total, daysAgo, open });
  await desk.goto(`/clients/${id}/scales`);
  const chart = desk.getByRole('region', { name: 'Boats over time', exact: true });

  await test.step('the finding, the bands, what was not scored, and the rule beside each verdict', async () => {
    await expect(chart.getByRole('figure')).toContainText(/8 on \d+ \w+( \d{4})?, mild\. 12 below the first answer/);
    for (const words of ['moderately severe', 'cut-off 10', 'not scored'])
      await expect(chart.getByRole('figure').getByText(words, { exact: true })).toBeVisible();
    const table = chart.getByRole('table').last();
    await expect(table.getByRole('row').nth(1)).toContainText(/mild.*9 of 9.*recovered from 6 points/);
    await expect(table.getByRole('row', { name: /6 of 9, not scored/ })).toBeVisible();
    await chart.getByRole('button', { name: 'Show items' }).click();
    await expect(chart.getByRole('row', { name: /Boat number 1/ })).toBeVisible();
    await axe(desk);
  });

  await test.step('a comparison begins anew with a reason, and what was said before stays', async () => {
    await chart.getByRole('button', { name: 'Compare anew from a day' }).click();
    const dialog = desk.getByRole('dialog', { name: 'Compare anew from a day' });
    await dialog.getByRole('button', { name: 'Compare anew' }).click();
    await expect(dialog).toBeVisible();
    await dialog.getByLabel('Why').fill('She moved out on that day.');
    await axe(desk);
    await dialog.getByRole('button', { name: 'Compare anew' }).click();
    const kept = chart.getByRole('listitem').filter({ hasText: 'She moved out on that day.' }).last();
    await expect(kept).toContainText('Dr Ellis');
    await expect(chart.getByRole('table').last().getByRole('row').nth(1)).toContainText('recovered');
  });

  await test.step('printed, there is the chart with whose it is and from when, and nothing around it', async () => {
    await desk.emulateMedia({ media: 'print' });
    for (const there of [heading(desk), chart.getByRole('figure'), chart.getByRole('table').last()])
      await expect(there).toBeVisible();
    await expect(desk.getByText(/^From \d+ .* Printed on .* For the care team\.$/)).toBeVisible();
    const around = [
      desk.getByRole('navigation', { name: 'Chart' }),
      desk.getByText('No open safety alerts.'),
      desk.getByRole('heading', { name: 'Screeners' }),
      desk.getByRole('button', { name: 'Print' }),
      desk.getByText('Who may see what'),
    ];
    for (const gone of around) await expect(gone).toBeHidden();
    await desk.emulateMedia({ media: 'screen' });
    await expect(around[0]!).toBeVisible();
  });

  await test.step('turned round for the client it has no bands; as PDF it is a drawing with its table', async () => {
    const paper = await desk.request.get(
      (await chart.getByRole('link', { name: 'This scale as PDF' }).getAttribute('href')) ?? '',
    );
    expect(paper.headers()['content-type']).toBe('application/pdf');
    await desk.getByRole('button', { name: 'Client view' }).click();
    await expect(chart.getByText('moderately severe')).toHaveCount(0);
    await expect(chart.getByText('She moved out on that day.')).toHaveCount(0);
    await axe(desk);
  });
});

test('a short screener of two questions offers the long one, where the practice has it', async ({ as }) => {
  const desk = await as('therapist');
  const fhir = 'application/fhir+json';
  const two = await send<{ id: string }>(desk, 'post', '/instruments/import', twoStatements('two-statements'), fhir);
  await send(desk, 'post', '/instruments/import', nineStatements('nine-to-offer'), fhir);
  const { id } = await send<{ id: string }>(desk, 'post', '/clients', { givenName: 'Runa', familyName: 'Falk' });
  const answer = (total: number) =>
    send(desk, 'post', '/scale-responses', {
      ...{
        instrumentId: two.id,
        clientId: id,
        answers: Object.fromEntries(Object.entries(answersWorth(total)).slice(0, 2)),
      },
    });
  const chart = desk.getByRole('region', { name: 'two-statements', exact: true });

  await answer(2);
  await desk.goto(`/clients/${id}/scales`);
  await expect(chart.getByRole('figure')).toBeVisible();
  await expect(chart.getByText('From 3 on, offer the PHQ-9.', { exact: true })).toHaveCount(0);
  await answer(4);
  await desk.reload();
  await expect(chart.getByText('From 3 on, offer the PHQ-9.', { exact: true }).first()).toBeVisible();
  await axe(desk);
  const offer = chart.getByRole('button', { name: /^Schedule / });
  const title = ((await offer.textContent()) ?? '').trim().replace(/^Schedule /, '');
  await offer.click();
  const dialog = desk.getByRole('dialog', { name: 'Schedule a scale' });
  await expect(dialog.getByLabel('Scale').locator('option:checked')).toHaveText(title);
  await dialog.getByRole('button', { name: 'Schedule' }).click();
  await expect(desk.getByRole('region', { name: 'Asked for' }).getByRole('heading', { name: title })).toBeVisible();
});
