import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { axe, expect, test } from './journey';
import { answersWorth, nineStatements, send } from './nine-statements';

/** A day of the last quarter that is over. */
function lastQuarter(days: number): string {
  const now = new Date();
  const first = Date.UTC(now.getUTCFullYear(), Math.floor(now.getUTCMonth() / 3) * 3 - 3, 1, 12);
  return new Date(first + days * 86_400_000).toISOString();
}

async function measured(page: Page, instrumentId: string, name: string, totals: readonly number[]): Promise<void> {
  const { id: clientId } = await send<{ id: string }>(page, 'post', '/clients', {
    ...{ givenName: name, familyName: 'Tallyman' },
  });
  for (const [at, total] of totals.entries())
    await send(page, 'post', '/scale-responses', {
      ...{ instrumentId, clientId, answers: answersWorth(total), answeredAt: lastQuarter(7 + at * 14) },
    });
}

test('an admin reads how care goes without meeting a person; a therapist reads her own people', async ({
  as,
  troubles,
}) => {
  const therapist = await as('otherTherapist');
  const admin = await as('otherAdmin');

  await test.step('nothing was measured yet, and the page says what would be', async () => {
    await admin.getByRole('link', { name: 'Outcomes' }).click();
    await expect(admin.getByRole('heading', { level: 1, name: 'Outcomes' })).toBeFocused();
    await expect(admin.getByText('Nobody was measured twice by a published scale in this period.')).toBeVisible();
    await axe(admin);
  });

  const { id } = await send<{ id: string }>(
    therapist,
    'post',
    '/instruments/import',
    nineStatements('counted-statements'),
    'application/fhir+json',
  );
  for (let at = 0; at < 6; at++) await measured(therapist, id, `Sixfold ${at}`, [16, 4]);
  for (let at = 0; at < 7; at++) await measured(therapist, id, `Sevenfold ${at}`, [14, 13]);

  await test.step('the admin sees shares with their intervals, and hidden parts as hidden', async () => {
    await admin.reload();
    const scale = admin.getByRole('region', { name: 'PHQ-9' }).first();
    await expect(scale.getByText('6 of 13 people got better.')).toBeVisible();
    await expect(scale.getByText('Reliable change from 6 points on: NHS Talking Therapies')).toBeVisible();
    const row = scale.getByRole('row', { name: /Whole practice/ });
    await expect(row).toContainText('46 % (6 of 13)');
    await expect(row).toContainText('23 to 71 %');
    await expect(row).toContainText('100 % (13 of 13)');
    await expect(admin.getByText(/Sixfold|Sevenfold|Tallyman/)).toHaveCount(0);
    await axe(admin);
    for (const width of [390, 320]) {
      await admin.setViewportSize({ width, height: 844 });
      expect(await admin.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
    await axe(admin);
    await admin.setViewportSize({ width: 1280, height: 844 });
  });

  await test.step('takes the told numbers along, and another period in the address', async () => {
    const saving = admin.waitForEvent('download');
    await admin.getByRole('button', { name: 'Save as CSV' }).click();
    const file = await saving;
    expect(file.suggestedFilename()).toMatch(/^outcomes-\d{4}-\d{2}-01-.*\.csv$/);
    const text = readFileSync(await file.path(), 'utf8');
    expect(text).toContain('better,PHQ-9,Whole practice,6,13,46,23,71');
    expect(text).not.toMatch(/Sixfold|Sevenfold|Tallyman/);
    await admin.getByLabel('Period').selectOption({ index: 2 });
    await expect(admin).toHaveURL(/period=\d{4}-01-01_\d{4}-12-31/);
    await expect(admin.getByText('Nobody was measured twice by a published scale in this period.')).toBeVisible();
    troubles.allow(/status of 400.*outcomes\/report/);
    await admin.goto('/admin/outcomes?period=2024-02-01_2024-05-31');
    await expect(admin.getByRole('alert')).toBeVisible();
  });

  await test.step('the therapist finds hers from the caseload, whole', async () => {
    await therapist.goto('/caseload');
    await therapist.getByRole('link', { name: 'How it goes, in numbers' }).click();
    await expect(therapist.getByRole('heading', { level: 1, name: 'Outcomes' })).toBeFocused();
    await expect(therapist.getByText('6 of 13 people got better.')).toBeVisible();
    await expect(therapist.getByRole('row', { name: /Dr Vogel/ }).first()).toContainText('46 % (6 of 13)');
    await expect(therapist.getByRole('row', { name: /Whole practice/ })).toHaveCount(0);
    await axe(therapist);
  });
});
