import { expect, test, withinTaps } from './journey';
import { ask } from './own-couple';

/** Jobs whose number of taps is promised and which no other journey carries out as a whole. */
test('a therapist has her day before her without a tap', async ({ as }) => {
  const page = await as('therapist');
  await withinTaps(page, 0, 'see today and what is urgent', async () => {
    await page.reload();
    const [safety, sessions] = ['Safety first', /^Sessions/].map((name) => page.getByRole('region', { name }));
    await expect(safety!.getByRole('link', { name: /^Review and record action/ }).first()).toBeInViewport();
    await expect(sessions!.getByRole('heading')).toBeInViewport();
  });
});

test('a therapist prepares a couple’s session in one tap', async ({ as }) => {
  const page = await as('therapist');
  const { items } = await ask<{ items: { id: string; displayName: string }[] }>(page, 'get', '/couples');
  const { id: coupleId } = items.find(({ displayName }) => displayName === 'Maya & Tom K.')!;
  await withinTaps(page, 1, 'prepare a couple', async () => {
    await page.goto(`/couples/${coupleId}`);
    await page.getByRole('link', { name: 'Brief', exact: true }).click();
    for (const name of ['Maya', 'Us', 'Tom'])
      await expect(page.getByRole('heading', { level: 2, name, exact: true })).toBeVisible();
  });
});

test('an admin hands everybody over whom a therapist treats in fifteen taps', async ({ as }) => {
  const page = await as('admin');
  // Somebody without a session of her own: whether two sessions meet is another question, and depends on the hour.
  await page.goto('/admin/people');
  await page.getByRole('button', { name: 'Invite a colleague' }).click();
  await page.getByLabel('Name').fill('Ines Falk');
  await page.getByLabel('E-mail').fill('ines.falk@mail.example');
  await page.getByRole('button', { name: 'Send invitation' }).click();
  await expect(page.getByRole('row', { name: /Ines Falk/ })).toContainText('Invited');
  await page.goto('/admin');
  // all but the last tap: nobody is to lose their therapist here
  await withinTaps(page, 14, 'transfer a caseload', async () => {
    await page.getByRole('link', { name: 'Hand over clients of Dr Ellis' }).click();
    await page.getByRole('button', { name: 'Choose all of them' }).click();
    await page.getByLabel('To', { exact: true }).selectOption({ label: 'Ines Falk' });
    await page.getByRole('button', { name: 'See what happens' }).click();
    await expect(page.getByRole('status').filter({ hasText: 'What happens' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Hand over to Ines Falk' })).toBeEnabled();
  });
});
