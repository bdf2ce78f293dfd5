import { axe, expect, PHONE, test } from './journey';

test('homework follows homework, by the next session, and rests when its person wants to rest', async ({ as }) => {
  const therapist = await as('therapist');
  const { items } = (await (await therapist.request.get('/api/v1/clients?q=Dana')).json()) as {
    items: { id: string }[];
  };
  const id = items[0]!.id;

  await test.step('the therapist gives a worksheet for the next session, and another to follow it', async () => {
    await therapist.goto(`/clients/${id}/homework?assign=true`);
    const dialog = therapist.getByRole('dialog', { name: 'Assign homework' });
    await dialog.getByRole('searchbox', { name: 'Find a worksheet' }).fill('trigger');
    await dialog
      .getByRole('radio', { name: /trigger/i })
      .first()
      .check();
    await dialog.getByRole('radio', { name: 'The next session' }).check();
    await dialog.getByText('Repeat it, or let others follow').click();
    await dialog.getByRole('radio', { name: 'Others follow it' }).check();
    await dialog.getByRole('combobox', { name: 'Then' }).selectOption({ label: 'Self-care plan' });
    await dialog.getByRole('textbox', { name: /Days after the one before/ }).fill('2');
    await axe(therapist);
    await dialog.getByRole('button', { name: /^ ?Assign ?$/ }).click();
    await expect(therapist.getByRole('region', { name: 'Messages' }).getByText(/is given\.$/)).toBeVisible();
    await therapist.reload();
    await expect(therapist.getByRole('heading', { name: 'One after the other' })).toBeVisible();
    await expect(therapist.getByText('2 days after that')).toBeVisible();
    await therapist.getByRole('button', { name: 'Pause it' }).click();
    await expect(therapist.getByRole('heading', { name: 'One after the other, paused' })).toBeVisible();
    await axe(therapist);
  });

  const phone = await as('dana', PHONE);
  await test.step('Dana takes three days off in one tap, and her therapist sees only that', async () => {
    await phone.goto('/me');
    await phone.getByRole('button', { name: 'Pause homework for 3 days' }).click();
    await expect(phone.getByRole('heading', { name: /^Paused until / })).toBeVisible();
    await axe(phone);
    await therapist.reload();
    await expect(therapist.getByText(/^\s*Paused until /)).toBeVisible();
    await phone.getByRole('button', { name: 'End the pause' }).click();
    await expect(phone.getByRole('button', { name: 'Pause homework for 3 days' })).toBeVisible();
  });
});
