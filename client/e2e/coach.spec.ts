// The apology coach on a phone: hints wait behind a button, are made on the device, and go nowhere unless ticked.
import type { Page } from '@playwright/test';
import { axe, expect, PHONE, test } from './journey';

const h1 = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();
const LETTER = 'I am sorry if that hurt you. It was just a few messages. Your brother talked me into it.';

/** Gives Tom an apology of his own. */
async function give(page: Page): Promise<string> {
  const read = async <T>(path: string): Promise<T[]> =>
    ((await (await page.request.get(`/api/v1${path}`)).json()) as { items: T[] }).items;
  const tom = (await read<{ id: string; displayName: string }>('/clients?q=Tom'))[0]!;
  const sheet = (await read<{ id: string; key: string }>('/worksheets?q=apology')).find(
    ({ key }) => key === 'apology',
  )!;
  const answer = await page.request.post('/api/v1/assignments', {
    data: { worksheetId: sheet.id, clientIds: [tom.id], earlyReason: 'Asked for in the session.' },
    headers: { 'X-XSRF-TOKEN': await tokenOf(page) },
  });
  expect(answer.status(), await answer.text()).toBe(201);
  return ((await answer.json()) as { items: { id: string }[] }).items[0]!.id;
}

/** Tom writes about how it came about, on a page of its own. */
async function writeWhy(therapist: Page, tom: Page): Promise<void> {
  const sheets = (await (await therapist.request.get('/api/v1/worksheets?q=how%20it%20came')).json()) as {
    items: { id: string; key: string }[];
  };
  const people = (await (await therapist.request.get('/api/v1/clients?q=Tom')).json()) as { items: { id: string }[] };
  const worksheetId = sheets.items.find(({ key }) => key === 'motivations')!.id;
  const given = await therapist.request.post('/api/v1/assignments', {
    data: { worksheetId, clientIds: [people.items[0]!.id], earlyReason: 'Asked for in the session.' },
    headers: { 'X-XSRF-TOKEN': await tokenOf(therapist) },
  });
  expect(given.status(), await given.text()).toBe(201);
  const { id } = ((await given.json()) as { items: { id: string }[] }).items[0]!;
  const timeline = [
    { rowId: crypto.randomUUID(), 'told-myself': 'I told myself that a little admiration was owed to me.' },
  ];
  const saved = await tom.request.put(`/api/v1/assignments/${id}/response`, {
    data: { answers: { timeline } },
    headers: { 'X-XSRF-TOKEN': await tokenOf(tom), 'If-Match': '"1"' },
  });
  expect(saved.status(), await saved.text()).toBe(200);
}

const tokenOf = async (page: Page): Promise<string> =>
  (await page.context().cookies()).find(({ name }) => name === 'XSRF-TOKEN')?.value ?? '';

/** From the list of homework to the question where the author says what is theirs. */
async function toMyPart(phone: Page): Promise<void> {
  await phone.goto('/me/homework');
  await press(phone, /^Look at it ?: Apology$/);
  await press(phone, 'Start');
  await expect(h1(phone, 'What did you do?')).toBeFocused();
  await press(phone, 'Skip');
  await expect(h1(phone, 'What has this done to your partner?')).toBeFocused();
  await press(phone, 'Skip');
  await expect(h1(phone, 'What are you answerable for?')).toBeFocused();
}

async function toCheck(phone: Page): Promise<void> {
  await press(phone, 'Continue');
  for (let pages = 0; pages < 12; pages++) {
    await expect(phone.getByRole('heading', { level: 1 })).toBeFocused();
    if (await h1(phone, /^Check and send/).isVisible()) return;
    const before = await phone.getByRole('heading', { level: 1 }).innerText();
    await press(phone, /^(Skip|Go on)$/);
    await expect(phone.getByRole('heading', { level: 1, name: before, exact: true })).toHaveCount(0);
  }
}

test('hints on an apology stay with its author until they are let go', async ({ as }) => {
  const therapist = await as('therapist', { viewport: { width: 1280, height: 800 } });
  const id = await give(therapist);
  const phone = await as('tom', PHONE);
  await writeWhy(therapist, phone);
  const asked: string[] = [];
  phone.on('request', (request) => asked.push(`${request.method()} ${new URL(request.url()).pathname}`));

  await test.step('they wait behind a button, after a pause, and nothing but the draft is sent', async () => {
    await toMyPart(phone);
    await expect(phone.getByText('Look at hints')).toHaveCount(0);
    await phone.waitForLoadState('networkidle');
    asked.length = 0;
    await phone.getByRole('textbox').fill(LETTER);
    await expect(phone.getByRole('button', { name: 'Look at hints (3)' })).toBeVisible();
    await expect(phone.getByRole('textbox')).toBeFocused();
    const parts = phone.getByRole('region', { name: 'Parts of a full apology' });
    await expect(parts.getByRole('listitem').filter({ hasText: 'That I am sorry' })).toContainText('here');
    await expect(parts.getByRole('listitem').filter({ hasText: 'What I offer to mend' })).toContainText('not yet');
    await axe(phone);
    await press(phone, 'Look at hints (3)');
    await expect(phone.getByRole('heading', { name: '3 hints' })).toBeFocused();
    const hints = phone.getByRole('region', { name: '3 hints' }).getByRole('listitem');
    await expect(hints).toHaveCount(3);
    await expect(hints.first()).toContainText('sorry if that hurt you');
    await expect(hints.first()).toContainText('What do you know for sure that you did');
    await expect(phone.getByText('Someone else, another story')).toHaveCount(0);
    await hints.first().getByRole('button', { name: 'Show me an example' }).click();
    await expect(hints.first()).toContainText('I hid the letters in the garage');
    await axe(phone);
    await test.info().attach('hints', { body: await phone.screenshot({ fullPage: true }), contentType: 'image/png' });
    await press(phone, 'Hide the hints');
    await expect(phone.getByRole('textbox')).toBeFocused();
    expect(asked.filter((each) => each !== `PUT /api/v1/assignments/${id}/response`)).toEqual([]);
  });

  await test.step('one can be kept as it is, and a kind ended for good', async () => {
    await press(phone, 'Look at hints (3)');
    await press(phone, /^Do not show this kind again ?: Words that make it small/);
    await expect(phone.getByRole('heading', { name: '2 hints' })).toBeFocused();
    await press(phone, /^Keep as is ?: .*talked me into/);
    await expect(phone.getByRole('heading', { name: '1 hint' })).toBeFocused();
    expect(asked.filter((each) => each !== `PUT /api/v1/assignments/${id}/response`)).toEqual([]);
    await expect(phone.getByRole('main').getByText(/^\s*Saved at/)).toBeVisible();
    await phone.reload();
    await expect(phone.getByRole('textbox')).toHaveValue(LETTER);
    await expect(phone.getByRole('button', { name: 'Look at hints (1)' })).toBeVisible();
    await phone.setViewportSize({ width: 320, height: 640 });
    await press(phone, 'Look at hints (1)');
    const wide = await phone.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wide).toBeLessThanOrEqual(0);
    await test.info().attach('narrow', { body: await phone.screenshot({ fullPage: true }), contentType: 'image/png' });
    await phone.setViewportSize({ width: 390, height: 844 });
  });

  await test.step('another language gets one calm line, and a clean text no mark', async () => {
    await phone.getByRole('textbox').fill('Es tut mir leid, dass ich dich so lange belogen habe. Das war ich.');
    await expect(phone.getByText('Hints work for English only.')).toBeVisible();
    await expect(phone.getByRole('button', { name: /Look at hints/ })).toHaveCount(0);
    await expect(phone.getByRole('region', { name: 'Parts of a full apology' })).toHaveCount(0);
    await axe(phone);
    await phone.getByRole('textbox').fill('I wrote to her for four months and I lied to you about it.');
    await expect(phone.getByText('No hints. That isn’t a grade.')).toBeVisible();
    await axe(phone);
  });

  await test.step('words from his own page about why are told to him, on his phone alone', async () => {
    await phone.getByRole('textbox').fill('I told myself that a little admiration was owed to me for my work.');
    const told = phone.getByRole('region', { name: 'Words from your own page about how it came about' });
    await expect(told).toContainText('myself that a little admiration was owed to me');
    await axe(phone);
    await test
      .info()
      .attach('from-why', { body: await phone.screenshot({ fullPage: true }), contentType: 'image/png' });
    await told.getByRole('button', { name: 'Keep as is' }).click();
    await expect(told).toHaveCount(0);
  });

  const share = phone.getByRole('checkbox', { name: 'Let my therapist see these hints with my letter' });

  await test.step('the tick is off, and without it the therapist sees no hint', async () => {
    await phone.getByRole('textbox').fill(LETTER);
    await toCheck(phone);
    await expect(share).not.toBeChecked();
    await axe(phone);
    await share.scrollIntoViewIfNeeded();
    await test.info().attach('check', { body: await phone.screenshot({ fullPage: true }), contentType: 'image/png' });
    await press(phone, 'Send to Dr Ellis');
    await expect(h1(phone, 'Sent to Dr Ellis')).toBeVisible();
    await press(phone, 'Take it back');
    await expect(share).not.toBeChecked();
    await press(phone, 'Send to Dr Ellis');
    await expect(h1(phone, 'Sent to Dr Ellis')).toBeVisible();
    await therapist.goto(`/assignments/${id}`);
    await expect(h1(therapist, /^Apology/)).toBeVisible();
    await expect(therapist.getByText(LETTER)).toBeVisible();
    await expect(therapist.getByText(/Hints .* chose to show you/)).toHaveCount(0);
    await press(therapist, /Return for another draft/);
    await expect(therapist.getByText('Returned for another draft').first()).toBeVisible();
  });

  await test.step('with it, beside the letter', async () => {
    await phone.goto('/me');
    await phone.goto('/me/homework');
    await press(phone, /^Go on ?: Apology$/);
    await press(phone, 'Go through it again');
    await press(phone, 'Skip');
    await press(phone, 'Skip');
    await expect(h1(phone, 'What are you answerable for?')).toBeFocused();
    await toCheck(phone);
    await share.check();
    await press(phone, 'Send to Dr Ellis');
    await expect(h1(phone, 'Sent to Dr Ellis')).toBeVisible();
    await therapist.goto(`/assignments/${id}`);
    await therapist.getByText('Hints Tom chose to show you').click();
    await expect(therapist.locator('.hints q')).toHaveText(['sorry if that hurt you']);
    await axe(therapist);
    await test.info().attach('review', {
      body: await therapist.screenshot({ fullPage: true }),
      contentType: 'image/png',
    });
  });

  await test.step('his partner meets none of it', async () => {
    const maya = await as('maya', PHONE);
    const told: string[] = [];
    maya.on('response', (answer) => {
      if (answer.url().includes('/api/'))
        void answer.text().then(
          (text) => told.push(text),
          () => undefined,
        );
    });
    for (const path of ['/me', '/me/homework', '/me/history', '/me/boundaries']) {
      await maya.goto(path);
      await expect(maya.getByRole('heading', { level: 1 })).toBeVisible();
      await maya.waitForLoadState('networkidle');
      await expect(maya.getByText(/sorry if that hurt you|hints/i)).toHaveCount(0);
    }
    expect(told.join('\n')).not.toMatch(/sorry if that hurt you|talked me into/);
  });
});
