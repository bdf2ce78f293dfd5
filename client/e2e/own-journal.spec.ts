import { axe, expect, PHONE, test } from './journey';

test('a small win takes two taps from home, stays private, is shared by choice and taken back', async ({ as }) => {
  const maya = await as('maya', PHONE);
  const tom = await as('tom', PHONE);
  const line = `A laugh at the bus stop ${Date.now()}`;

  await test.step('two taps', async () => {
    await maya.goto('/me');
    let taps = 0;
    const tap = async (name: string, role: 'link' | 'button'): Promise<void> => {
      taps++;
      await maya.getByRole('main').getByRole(role, { name, exact: true }).tap();
    };
    await tap('Small wins', 'link');
    await expect(maya.getByRole('heading', { level: 1, name: 'Small wins' })).toBeFocused();
    await axe(maya);
    await maya.getByLabel('Something small that went well').fill(line);
    await tap('Add', 'button');
    await expect(maya.getByRole('heading', { name: line })).toBeVisible();
    expect(taps).toBeLessThanOrEqual(2);
  });

  await test.step('Tom sees nothing of it until she shares it', async () => {
    await tom.goto('/me/wins');
    await expect(tom.getByRole('heading', { name: 'The last ones' })).toBeVisible();
    await expect(tom.getByText(line)).toHaveCount(0);
    await maya.getByRole('button', { name: new RegExp(`^ ?Share with my partner.*${line}`) }).tap();
    await expect(maya.getByRole('button', { name: new RegExp(`^ ?Take it back.*${line}`) })).toBeVisible();
    await tom.reload();
    await expect(tom.getByRole('region', { name: 'Shared with you' }).getByText(line)).toBeVisible();
    await axe(tom);
    await maya.getByRole('button', { name: new RegExp(`^ ?Take it back.*${line}`) }).tap();
    await expect(maya.getByRole('button', { name: new RegExp(`^ ?Share with my partner.*${line}`) })).toBeVisible();
    await tom.reload();
    await expect(tom.getByRole('heading', { name: 'The last ones' })).toBeVisible();
    await expect(tom.getByText(line)).toHaveCount(0);
  });

  await test.step('looks back by month, finds ideas, takes it out', async () => {
    await maya.getByRole('button', { name: 'Look back by month' }).tap();
    await expect(maya.getByRole('heading', { name: line })).toBeVisible();
    await maya.getByText('Ideas for something new').tap();
    const ideas = maya.locator('details').filter({ hasText: 'Ideas' }).getByRole('listitem');
    const first = await ideas.first().textContent();
    await maya.getByRole('button', { name: 'Other ideas' }).tap();
    await expect(ideas.first()).not.toHaveText(first ?? '');
    await axe(maya);
    await maya.getByRole('button', { name: new RegExp(`^ ?Take out.*${line}`) }).tap();
    await expect(maya.getByRole('heading', { name: line })).toHaveCount(0);
    await expect(maya.getByText(/streak|in a row|\d+ wins/i)).toHaveCount(0);
  });
});

test('somebody without a partner keeps a journal and says where she stands; her therapist reads it and records how care closed', async ({
  as,
}) => {
  const luis = await as('luis', PHONE);
  const therapist = await as('otherTherapist');
  const { items } = (await (await therapist.request.get('/api/v1/clients?q=Luis')).json()) as {
    items: { id: string }[];
  };
  const noticed = `A knot at the phone ${Date.now()}`;

  await test.step('a gut check, and later how it turned out', async () => {
    await luis.goto('/me');
    await luis.getByRole('link', { name: 'My journal' }).tap();
    await luis.getByRole('button', { name: 'Write a gut check' }).tap();
    await axe(luis);
    await luis.getByRole('button', { name: 'Keep it' }).tap();
    await expect(luis.getByRole('link', { name: 'Say in a few words what you noticed.' })).toBeVisible();
    await luis.getByLabel('What I noticed').fill(noticed);
    await luis.getByLabel('What I thought').fill('Something is off');
    await luis.getByLabel('What I did').fill('I asked her');
    await luis.getByRole('button', { name: 'Keep it' }).tap();
    const card = luis.getByRole('article', { name: noticed });
    await card.getByRole('button', { name: /Add how it turned out/ }).tap();
    await card.getByLabel('How it turned out').fill('It was her mother');
    await axe(luis);
    await card.getByRole('button', { name: 'Keep it' }).tap();
    await expect(card.getByText('It was her mother')).toBeVisible();
  });

  await test.step('where he stands: not knowing is one tap, a way is looked at and not chosen', async () => {
    await luis.getByRole('link', { name: 'Where I stand' }).tap();
    await expect(luis.getByRole('heading', { level: 1, name: 'Where I stand' })).toBeFocused();
    await axe(luis);
    await luis.getByRole('button', { name: 'I don’t know' }).tap();
    await expect(luis.getByText('Kept for today: I don’t know.')).toBeVisible();
    await luis.getByRole('radio', { name: '3', exact: true }).check();
    await luis.getByRole('button', { name: 'Keep it' }).tap();
    await expect(luis.getByText('Kept for today: 3, more out than in.')).toBeVisible();
    await luis.getByRole('radio', { name: 'Work on it for a set time, and look again then' }).check();
    await luis.getByLabel('Until when, if I want a day').fill('2027-03-01');
    await luis.getByLabel(/^What matters to me/).fill('Honesty\nA quiet home');
    await axe(luis);
    await luis.getByRole('button', { name: 'Keep this' }).tap();
    await expect(luis.getByText('Kept. You can change it whenever it changes.')).toBeVisible();
    await luis.reload();
    await expect(luis.getByLabel(/^What matters to me/)).toHaveValue('Honesty\nA quiet home');
  });

  await test.step('his therapist reads it as words, and records the outcome', async () => {
    await therapist.goto(`/clients/${items[0]!.id}/journal`);
    await expect(therapist.getByText(noticed)).toBeVisible();
    await expect(therapist.getByText('Does not know').first()).toBeVisible();
    await expect(therapist.getByText('Repair for a set time')).toBeVisible();
    await therapist.getByRole('button', { name: 'Record it' }).click();
    await therapist.getByRole('radio', { name: 'Apart, with clarity' }).check();
    await axe(therapist);
    await therapist.getByRole('button', { name: 'Record', exact: true }).click();
    await expect(
      therapist.getByRole('region', { name: 'How care came to a close' }).getByText('Apart, with clarity'),
    ).toBeVisible();
  });
});
