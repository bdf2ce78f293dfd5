import { axe, expect, test, withinTaps } from './journey';
import { keptAs } from './kept-file';
import { ask, listen, ownCouple } from './own-couple';
import { planInForce } from './own-plan';

test('a request for records shows what would go, waits for both where it is joint, and is drawn up in six taps', async ({
  as,
  browser,
  troubles,
}) => {
  const page = await as('therapist');
  const { coupleId, involved } = await ownCouple(page, browser, troubles, ['Clementine', 'Augustin']);
  const { partners } = await ask<{ partners: { clientId: string }[] }>(page, 'get', `/couples/${coupleId}`);
  const [hers, his] = partners.map(({ clientId }) => clientId);
  const sign = async (about: object): Promise<void> => {
    const note = { kind: 'progress', format: 'dap', sections: { data: 'Calmer.' }, ...about };
    const { id } = await ask(page, 'post', '/notes', note);
    await ask(page, 'post', `/notes/${id}/sign`, undefined, 1);
  };
  await sign({ clientId: hers });
  await sign({ clientId: his });
  await sign({ coupleId });
  await planInForce(page, { clientId: hers });
  await ask(page, 'post', '/plans', { clientId: his });
  await ask(page, 'post', '/notes', {
    clientId: hers,
    kind: 'psychotherapy',
    format: 'free',
    sections: { text: 'Mine.' },
  });

  const told = listen(involved);
  await involved.goto('/me/privacy');
  await page.goto(`/couples/${coupleId}/scales`);
  await withinTaps(page, 6, 'draw up one’s own record with its signature', async () => {
    await page.getByRole('link', { name: 'If Clementine asks for these records' }).click();
    await expect(page.getByRole('heading', { name: 'If Clementine asks for these records' })).toBeVisible();
    await page.getByRole('button', { name: /^Record a signature ?, Clementine, Clementine’s own record/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Record' }).click();
    await expect(page.getByText('Can go')).toHaveCount(1);
    await page.getByRole('button', { name: /^Draw up the list ?, Clementine’s own record/ }).click();
    await expect(page.getByRole('heading', { level: 1, name: /^Own record of Clementine/ })).toBeVisible();
  });
  await expect(page.getByRole('row')).toHaveCount(3);
  await expect(page.getByRole('row', { name: /^.* Treatment plan, version 1/ })).toBeVisible();
  expect(await keptAs(page, 'Keep as PDF')).toBe('release.pdf');
  await axe(page);

  await page
    .getByRole('link', { name: /^Clementine/ })
    .first()
    .click();
  const joint = page.getByRole('region', { name: /^The joint record of/ });
  await expect(joint.getByText('Waits for Clementine and Augustin to sign')).toBeVisible();
  await axe(page);
  await joint.getByRole('button', { name: /^Record a signature ?, Clementine/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Record' }).click();
  await expect(joint.getByText('Waits for Augustin to sign')).toBeVisible();
  await expect(joint.getByRole('button', { name: /^Draw up the list/ })).toHaveAttribute('aria-disabled', 'true');
  await joint.getByRole('button', { name: /^Record a signature ?, Augustin/ }).click();
  await axe(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Record' }).click();
  await expect(joint.getByText('Can go')).toBeVisible();
  await joint.getByRole('button', { name: /^Signature taken back ?, Augustin/ }).click();
  await expect(joint.getByText('Waits for Augustin to sign')).toBeVisible();

  // A list that was drawn up leaves under signatures that count, and no other.
  await expect(page.getByRole('link', { name: 'Keep as PDF' })).toHaveCount(1);
  await page.getByRole('button', { name: /^Signature taken back ?, Clementine, Clementine’s own record/ }).click();
  await expect(page.getByText('A signature is missing, or counts no more.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Keep as PDF' })).toHaveCount(0);
  await page.getByRole('region', { name: 'Drawn up so far' }).getByRole('link').click();
  await expect(page.getByText('No file leaves the house until then.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Keep as PDF' })).toHaveCount(0);
  await axe(page);

  // He learns nothing of it.
  await involved.reload();
  await expect(involved.getByRole('heading', { level: 1 })).toBeVisible();
  expect(told()).not.toContain('record-');
});
