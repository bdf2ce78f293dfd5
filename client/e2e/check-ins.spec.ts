import { axe, expect, test, withinTaps } from './journey';
import { ask, ownCouple } from './own-couple';

test('a therapist asks both partners in one act, sees it in the calendar, changes it, and lets one of them go', async ({
  as,
  browser,
  troubles,
}) => {
  test.slow();
  const desk = await as('therapist');
  const { coupleId } = await ownCouple(desk, browser, troubles, ['Sunniva', 'Aksel']);
  await desk.goto(`/couples/${coupleId}`);
  const asked = desk.getByRole('region', { name: 'Asked for' });
  await withinTaps(desk, 4, 'schedule a scale for both', async () => {
    await desk.getByRole('button', { name: 'Schedule a scale' }).click();
    await desk.getByLabel('Scale', { exact: true }).selectOption('Accountability log-in');
    await desk.getByRole('button', { name: 'Schedule', exact: true }).click();
  });
  const line = asked.getByRole('listitem').filter({ hasText: 'Accountability log-in' });
  await expect(line).toContainText('every week, with a reminder');
  await expect(line).toContainText('Sunniva:');
  await expect(line).toContainText('Aksel:');

  const calendar = desk.getByRole('region', { name: 'Calendar of check-ins' });
  await desk.getByText('Calendar', { exact: true }).click();
  const today = calendar.getByRole('cell').and(calendar.locator('[aria-current="date"]'));
  await expect(today).toContainText(/Sunniva\s*Accountability log-in/);
  await expect(today).toContainText(/Aksel\s*Accountability log-in/);
  await axe(desk);
  await calendar.getByRole('button', { name: 'As a list' }).click();
  await expect(calendar.getByRole('table')).toBeHidden();
  await expect(calendar.getByRole('listitem').filter({ hasText: 'Accountability log-in' }).first()).toBeVisible();
  await calendar.getByRole('button', { name: 'As a list' }).click();
  await calendar.getByRole('button', { name: 'Month after' }).focus();
  await desk.keyboard.press('Enter');
  await expect(calendar.getByRole('cell', { name: /Accountability log-in will be asked/ }).first()).toBeVisible();

  await line.getByRole('button', { name: /^Change/ }).click();
  await expect(desk.getByRole('dialog')).toContainText('What was asked before stays as it was.');
  await axe(desk);
  await desk.getByLabel('A neutral reminder when it is asked').uncheck();
  await desk.getByRole('button', { name: 'Change it' }).click();
  await expect(line).not.toContainText('with a reminder');

  await test.step('another rhythm is for both, or for one of them', async () => {
    const change = desk.getByRole('dialog', { name: 'Change what is asked' });
    const rhythm = change.getByLabel('How often', { exact: true });
    await line.getByRole('button', { name: /^Change/ }).click();
    await rhythm.selectOption('Every 2 weeks');
    await expect(change.getByLabel('Both partners, each for themselves')).toBeChecked();
    await expect(change).toContainText('starts today for both partners and takes the place of this one');
    await axe(desk);
    await change.getByRole('button', { name: 'Change it' }).click();
    await expect(line).toContainText('every 2 weeks');
    await expect(line).toContainText('Sunniva:');
    await expect(line).toContainText('Aksel:');

    await line.getByRole('button', { name: /^Change/ }).click();
    await rhythm.selectOption('Every 4 weeks');
    await change.getByLabel('Aksel', { exact: true }).check();
    await expect(change).toContainText('The new plan starts today and takes the place of this one.');
    await change.getByRole('button', { name: 'Change it' }).click();
    const [hers, his] = ['every 2 weeks', 'every 4 weeks'].map((hasText) => line.filter({ hasText }));
    await expect(his!).toContainText('Aksel:');
    await expect(his!).not.toContainText('Sunniva:');
    await expect(hers!).toContainText('Sunniva:');
    await expect(hers!).not.toContainText('Aksel:');

    await hers!.getByRole('button', { name: /^Change/ }).click();
    await rhythm.selectOption('Every 4 weeks');
    await change.getByLabel('Both partners, each for themselves').check();
    await change.getByRole('button', { name: 'Change it' }).click();
    await expect(hers!).toHaveCount(0);
    await expect(line).toHaveCount(1);
    await expect(line).toContainText('Sunniva:');
    await expect(line).toContainText('Aksel:');
  });

  await line.getByRole('button', { name: /^Stop asking/ }).click();
  await axe(desk);
  await desk.getByRole('button', { name: 'Stop for Aksel' }).click();
  await expect(line).not.toContainText('Aksel:');
  await expect(line).toContainText('Sunniva:');

  await desk.getByRole('button', { name: 'Session view' }).click();
  await expect(asked).toBeHidden();
  await expect(calendar).toBeHidden();
});

test('a client pauses her check-ins on a phone; her therapist is told, her partner is not, and she goes on early', async ({
  as,
  browser,
  troubles,
}) => {
  test.slow();
  const desk = await as('therapist');
  const { coupleId, hurt: phone, involved: partner } = await ownCouple(desk, browser, troubles, ['Runa', 'Eskil']);
  const { items } = await ask<{ items: { id: string; code: string }[] }>(desk, 'get', '/instruments');
  const instrumentId = items.find(({ code }) => code === 'trust-check-in')!.id;
  const startsOn = new Date(Date.now() - 2 * 86_400_000).toISOString().slice(0, 10);
  await ask(desk, 'post', '/scale-schedules', { instrumentId, coupleId, everyDays: 7, startsOn });
  await phone.emulateMedia({ colorScheme: 'dark' });
  await phone.goto('/me/check-in');
  await phone.getByRole('button', { name: 'Pause my check-ins' }).tap();
  await expect(phone.getByRole('heading', { name: 'Pause my check-ins' })).toBeFocused();
  await axe(phone);
  await phone.getByLabel('2 weeks').check();
  await phone.getByRole('button', { name: 'Pause', exact: true }).tap();
  await expect(phone.getByRole('heading', { name: /^Check-ins paused until / })).toBeVisible();
  await expect(phone.getByRole('button', { name: /^Start / })).toHaveCount(0);
  await axe(phone);
  expect(await phone.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);

  await desk.goto('/');
  const told = desk.getByRole('listitem').filter({ hasText: 'has paused check-ins until' });
  await expect(told.filter({ hasText: 'Runa L.' })).toBeVisible();
  await told.getByRole('link', { name: 'Runa L.' }).click();
  await expect(desk.getByText(/Check-ins paused by Runa L\. until /)).toBeVisible();
  await desk.getByText('Calendar', { exact: true }).click();
  await expect(desk.getByRole('region', { name: 'Calendar of check-ins' })).toContainText('Paused');
  await axe(desk);

  await desk.goto('/caseload');
  await expect(desk.getByRole('row', { name: /^Choose Runa L\./ })).toContainText(/Check-ins paused until /);
  await expect(desk.getByRole('row', { name: /^Choose Eskil L\./ })).not.toContainText('paused');

  for (const address of ['/me', '/me/check-in', '/me/shared']) {
    await partner.goto(address);
    await expect(partner.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(partner.locator('main')).not.toContainText(/paused/i);
  }
  await partner.goto('/me/check-in');
  await expect(partner.getByRole('button', { name: /^Start / })).toBeVisible();

  await phone.goto('/me');
  await expect(phone.getByRole('heading', { name: /^Check-ins paused until / })).toBeVisible();
  await axe(phone);
  await phone.getByRole('button', { name: 'Go on with check-ins now' }).tap();
  await expect(phone.getByRole('heading', { name: /^Check-ins paused until / })).toBeHidden();
  await phone.goto('/me/check-in');
  await expect(phone.getByRole('button', { name: 'Pause my check-ins' })).toBeVisible();
  await desk.goBack();
  await expect(desk.getByRole('region', { name: 'Asked for' })).toBeVisible();
  await expect(desk.getByText(/Check-ins paused by/)).toHaveCount(0);
});
