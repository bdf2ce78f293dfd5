// What a sheet asks of the therapist herself: she writes it beside what her client sent, finds it again, and nothing of it
// comes to his phone or to his partner's.
import { axe, expect, test } from './journey';
import { ask, listen, ownCouple } from './own-couple';

const ROW = '0190a000-0000-7000-8000-00000000000a';
const DAY = '2031-03-09';
const HERS = [/I have read this with the client/, /In which session will it be told/, new RegExp(DAY)];

test('the therapist’s own part of a sheet is kept, and is in nobody’s portal', async ({ as, browser, troubles }) => {
  const therapist = await as('therapist2', { viewport: { width: 1280, height: 800 } });
  const { coupleId, hurt, involved } = await ownCouple(therapist, browser, troubles, ['Ingrid', 'Nils']);
  const [told, toldHer] = [listen(involved), listen(hurt)];
  let sheet = '';

  await test.step('he answers a sheet, which asks him nothing of what is hers', async () => {
    const { items } = await ask<{ items: { id: string; key: string }[] }>(therapist, 'get', '/worksheets?limit=100');
    const worksheetId = items.find(({ key }) => key === 'disclosure-pacing')?.id;
    const { clientId } = await ask<{ clientId: string }>(involved, 'get', '/auth/me');
    const given = await ask<{ items: { id: string }[] }>(therapist, 'post', '/assignments', {
      ...{ worksheetId, coupleId, clientIds: [clientId] },
    });
    sheet = given.items[0]?.id ?? '';
    const answers = { topics: [{ rowId: ROW, topic: 'The second phone', prepared: true }] };
    await ask(involved, 'put', `/assignments/${sheet}/response`, { answers }, 1);
    await ask(involved, 'post', `/assignments/${sheet}/submit`, undefined, 2);
  });

  const part = therapist.getByRole('region', { name: 'Your own part' });
  const read = part.getByLabel('“The second phone”: I have read this with the client');
  const day = part.getByLabel('In which session will it be told?');

  await test.step('she writes her part beside it, and it saves itself', async () => {
    await therapist.goto(`/assignments/${sheet}`);
    await expect(part.getByText('For the care team alone. Nothing of it is in a portal.')).toBeVisible();
    await read.check();
    const saved = therapist.waitForResponse(
      (answer) => answer.url().endsWith('/therapist-part') && (answer.request().postData()?.includes(DAY) ?? false),
    );
    await day.fill(DAY);
    expect((await saved).status()).toBe(200);
    await expect(part.getByText(/^Saved at \d\d:\d\d\./).first()).toBeVisible();
    await axe(therapist);
  });

  await test.step('she finds it again, after a reload and on a small screen', async () => {
    await therapist.reload();
    await expect(read).toBeChecked();
    await expect(day).toHaveValue(DAY);
    await therapist.setViewportSize({ width: 320, height: 800 });
    await expect(day).toBeVisible();
    expect(await therapist.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    await axe(therapist);
  });

  await test.step('on his phone he reads what he sent, and nothing of hers', async () => {
    await involved.goto('/me/history');
    await involved.getByRole('button', { name: /^Read ?: Pacing what is told/ }).click();
    await expect(involved.getByText('The second phone').first()).toBeVisible();
    for (const words of HERS) await expect(involved.getByText(words)).toHaveCount(0);
    await axe(involved);
    await involved.goto('/me/homework');
    await expect(involved.getByRole('heading', { level: 1 })).toBeVisible();
    for (const words of HERS) expect(told()).not.toMatch(words);
  });

  await test.step('his partner is told of neither', async () => {
    for (const path of ['/me', '/me/homework', '/me/history', '/me/shared']) {
      await hurt.goto(path);
      await expect(hurt.getByRole('heading', { level: 1 })).toBeVisible();
    }
    expect(toldHer()).not.toMatch(/The second phone/);
    for (const words of HERS) expect(toldHer()).not.toMatch(words);
  });
});
