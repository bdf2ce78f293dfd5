// What one partner lets the other read: chosen, sent, proposed, shared, seen, taken back, and held. Planted words are
// looked for in everything the other one's browser is told.
import type { Page } from '@playwright/test';
import { axe, expect, PHONE, test } from './journey';

const SHEET = 'Saying it from “I”';
const WORDS = { told: 'heron', kept: 'osprey', asked: 'plover', own: 'curlew', word: 'godwit' };

const h1 = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();
const follow = (page: Page, name: string | RegExp) => page.getByRole('link', { name }).click();

/** Asks the server as this page's person, past the screens. */
async function ask<T>(page: Page, method: 'GET' | 'POST', path: string, body?: object): Promise<T> {
  return page.evaluate(
    async ([how, where, what]) => {
      const token = /(?:^|; )XSRF-TOKEN=([^;]*)/.exec(document.cookie)?.[1] ?? '';
      const answer = await fetch(`/api/v1${where}`, {
        method: how,
        headers: { 'X-XSRF-TOKEN': decodeURIComponent(token), ...(what ? { 'Content-Type': 'application/json' } : {}) },
        ...(what ? { body: JSON.stringify(what) } : {}),
      });
      if (!answer.ok) throw new Error(`${where}: ${answer.status} ${await answer.text()}`);
      return (await answer.json()) as unknown;
    },
    [method, path, body] as const,
  ) as Promise<T>;
}

/** Reads what is asked of the runner and goes on. */
async function answerNext(page: Page, heading: string | RegExp, words: string | null): Promise<void> {
  await expect(h1(page, heading)).toBeVisible();
  if (words === null) return press(page, 'Skip');
  await page.getByRole('textbox').fill(words);
  await press(page, 'Continue');
}

/** Everything a page has been told by the server since. */
function listen(page: Page): () => string {
  const told: string[] = [];
  page.on('response', (answer) => {
    if (answer.url().includes('/api/'))
      void answer.text().then(
        (text) => told.push(text),
        () => undefined,
      );
  });
  return () => told.join('\n');
}

async function sharedWith(page: Page): Promise<string> {
  await page.goto('/me');
  await follow(page, 'Shared with you');
  await expect(h1(page, 'Shared with you')).toBeFocused();
  await expect(page.getByRole('article').or(page.getByText('Nothing is shared here.')).first()).toBeVisible();
  return page.getByRole('main').innerText();
}

interface Item {
  id: string;
  clientId: string;
}

test('an answer goes from one partner to the other by its author’s own act, and comes back', async ({
  as,
  troubles,
}) => {
  troubles.allow(/favicon/);
  const therapist = await as('therapist', { viewport: { width: 1280, height: 800 } });
  const phone = await as('maya', PHONE);
  const tom = await as('tom', PHONE);
  const told = listen(tom);
  const { coupleId } = await ask<{ coupleId: string }>(phone, 'GET', '/home');
  const { clientId: mayaId } = await ask<{ clientId: string }>(phone, 'GET', '/auth/me');
  let sheet = '';

  await test.step('the two get a sheet each, and nothing is shared so far', async () => {
    const { items: sheets } = await ask<{ items: { id: string; key: string }[] }>(
      therapist,
      'GET',
      '/worksheets?limit=100',
    );
    const worksheetId = sheets.find(({ key }) => key === 'i-statement')?.id;
    const { items: earlier } = await ask<{ items: Item[] }>(phone, 'GET', '/assignments?status=reviewed&limit=100');
    for (const { id } of earlier) {
      const { releases } = await ask<{ releases: Item[] }>(phone, 'GET', `/assignments/${id}/sharing`);
      for (const release of releases) await ask(phone, 'POST', `/releases/${release.id}/withdraw`);
    }
    const given = await ask<{ items: Item[] }>(therapist, 'POST', '/assignments', {
      ...{ worksheetId, coupleId, mode: 'each' },
    });
    sheet = given.items.find(({ clientId }) => clientId === mayaId)?.id ?? '';
    expect(await sharedWith(tom)).toMatch(/Nothing is shared here\.\s*$/);
    await axe(tom);
  });

  await test.step('Maya says of an answer who may read it, and sends', async () => {
    await phone.goto('/me/homework');
    await press(phone, /^Look at it ?: Saying it/);
    await press(phone, 'Start');
    await expect(phone.getByText('Your partner too, if you share it later.')).toBeVisible();
    await answerNext(phone, 'What happened?', `The ${WORDS.told} on Sunday`);
    await answerNext(phone, 'What did you feel?', null);
    await expect(h1(phone, /what do you need/)).toBeFocused();
    await phone.getByText('Who may read this answer').first().click();
    await phone.getByRole('radio', { name: 'Only Dr Ellis' }).check();
    await expect(phone.getByText('Seen by: you and Dr Ellis, once you send it. Not your partner.')).toBeVisible();
    await axe(phone);
    await answerNext(phone, /what do you need/, `A ${WORDS.kept} by the water`);
    await answerNext(phone, 'What do you ask for?', `One ${WORDS.asked} a week`);
    await answerNext(phone, 'When and where could you say it?', null);
    await answerNext(phone, 'Which word ends the talk?', null);
    await answerNext(phone, 'How calm do you feel about it now?', null);
    await answerNext(phone, 'What will you do if it goes badly?', `Call the ${WORDS.own}`);
    await expect(h1(phone, 'Check and send to Dr Ellis')).toBeFocused();
    await expect(phone.getByText('Seen by: you and Dr Ellis. Not your partner.')).toHaveCount(2);
    await press(phone, 'Send to Dr Ellis');
    await expect(h1(phone, 'Sent to Dr Ellis')).toBeFocused();
    await expect(phone.getByText(/Once Dr Ellis has read this, you can share: “What happened\?”/)).toBeVisible();
    await axe(phone);
  });

  await test.step('the therapist reads, accepts, and only proposes', async () => {
    await therapist.goto(`/assignments/${sheet}`);
    await expect(
      therapist.getByText('Seen by: Maya and you. Tom: no; Maya may share it after your review.').first(),
    ).toBeVisible();
    await press(therapist, /^Reviewed/);
    await expect(therapist.getByText('Read and accepted.').first()).toBeVisible();
    await therapist.goto(`/assignments/${sheet}`);
    await press(therapist, 'Propose to share with Tom…');
    const dialog = therapist.getByRole('dialog', { name: 'Propose to share with Tom' });
    await expect(dialog.getByText('This only proposes; Maya decides.')).toBeVisible();
    await dialog.getByRole('checkbox', { name: 'What happened?' }).check();
    await dialog.getByLabel('A word to Maya').fill(`Would the ${WORDS.word} be a start?`);
    await axe(therapist);
    await press(therapist, 'Propose to Maya');
    await expect(therapist.getByText('Proposed. Maya has not decided.')).toBeVisible();
    expect(await sharedWith(tom)).toMatch(/Nothing is shared here\.\s*$/);
  });

  await test.step('Maya shares on her phone, three taps from home, after reading the very words', async () => {
    await phone.goto('/me');
    await follow(phone, /^A question about what you sent: Saying it/);
    await expect(phone.getByText(`Would the ${WORDS.word} be a start?`)).toBeVisible();
    await axe(phone);
    await press(phone, 'Share…');
    await expect(h1(phone, 'Share these words with your partner?')).toBeFocused();
    const words = phone.getByRole('article', { name: SHEET });
    await expect(words.getByText(`The ${WORDS.told} on Sunday`)).toBeVisible();
    await expect(phone.getByText(WORDS.kept)).toHaveCount(0);
    expect(new URL(phone.url()).pathname).toBe('/me/share');
    await axe(phone);
    await press(phone, 'Share these words with my partner');
    await expect(h1(phone, 'You shared these words')).toBeFocused();
    await axe(phone);
  });

  await test.step('Tom reads exactly that and nothing else, and nothing of it stays on his phone', async () => {
    const page = await sharedWith(tom);
    expect(page).toContain(`The ${WORDS.told} on Sunday`);
    expect(page).toContain('From Maya');
    await axe(tom);
    for (const secret of [WORDS.kept, WORDS.asked, WORDS.own, WORDS.word]) {
      expect(page).not.toContain(secret);
      expect(told()).not.toContain(secret);
    }
    const kept = await tom.evaluate(async () => {
      const caches_ = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()));
      const stores = await indexedDB.databases();
      return {
        local: JSON.stringify(localStorage),
        api: caches_.flat().filter(({ url }) => url.includes('/api/')).length,
        stores,
      };
    });
    expect(kept.local).not.toContain(WORDS.told);
    expect(kept.api).toBe(0);
    await press(tom, 'Leave this page');
    await tom.waitForURL('**/away.html');
    await tom.goBack();
    await expect(tom.getByText(WORDS.told)).toHaveCount(0);
  });

  await test.step('Maya sees what he sees in two taps', async () => {
    await phone.goto('/me');
    await follow(phone, 'Who can see what');
    await follow(phone, 'See what your partner sees');
    await expect(h1(phone, 'What your partner sees')).toBeFocused();
    await expect(phone.getByText(`The ${WORDS.told} on Sunday`)).toBeVisible();
    await expect(phone.getByRole('article')).toHaveCount(1);
    await axe(phone);
  });

  await test.step('the therapist sees it through his eyes, and session view shows none of the lines', async () => {
    await therapist.goto(`/couples/${coupleId}`);
    await expect(therapist.getByText(new RegExp(`^Shared .*: ${SHEET}$`)).first()).toBeVisible();
    await press(therapist, /^Session view/);
    await expect(therapist.getByText(/^Shared /)).toHaveCount(0);
    await expect(therapist.getByRole('link', { name: 'See what Tom sees' })).toHaveCount(0);
    await press(therapist, /^Session view/);
    await follow(therapist, 'See what Tom sees');
    await expect(h1(therapist, 'What Tom sees')).toBeFocused();
    await expect(therapist.getByText(`The ${WORDS.told} on Sunday`)).toBeVisible();
    await expect(therapist.getByRole('article')).toHaveCount(1);
    await axe(therapist);
  });

  await test.step('she takes it back, is told honestly what that cannot do, and his page is empty again', async () => {
    await phone.goto('/me/history');
    await phone.getByRole('listitem').filter({ hasText: SHEET }).first().getByRole('button', { name: /^Read/ }).click();
    await press(phone, /^Take back ?: What happened\?/);
    await expect(
      phone.getByText(
        'From now on it is gone from their page. They may have read it; taking it back cannot change that.',
      ),
    ).toBeVisible();
    await axe(phone);
    const again = await as('tom', PHONE);
    expect(await sharedWith(again)).toMatch(/Nothing is shared here\.\s*$/);
    await again.close();
  });

  await test.step('what is shared under a concern is held in silence, until the therapist lets it go', async () => {
    const check = (result: string) =>
      ask(therapist, 'POST', `/couples/${coupleId}/safety-checks`, {
        ...{ clientId: mayaId, result, screenedAlone: true, screenedOn: new Date().toISOString().slice(0, 10) },
      });
    await check('concern');
    await phone.getByText('Share an answer').click();
    await phone.getByRole('checkbox', { name: 'What do you ask for?' }).check();
    await press(phone, 'Look at the words first');
    await press(phone, 'Share these words with my partner');
    await expect(h1(phone, 'You shared these words')).toBeFocused();
    await phone.goto('/me/shared/preview');
    await expect(phone.getByText(`One ${WORDS.asked} a week`)).toBeVisible();
    const again = await as('tom', PHONE);
    expect(await sharedWith(again)).not.toContain(WORDS.asked);
    await therapist.goto(`/assignments/${sheet}`);
    await expect(
      therapist.getByText(/Held back: a safety check is missing, old or tells of a concern\./),
    ).toBeVisible();
    await axe(therapist);
    await press(therapist, /^Let it go…/);
    await expect(therapist.getByText(/Neither Maya nor Tom knows that it is held/)).toBeVisible();
    await press(therapist, /^ ?Let it go ?$/);
    await expect(therapist.getByText(/at least 10 characters/)).toBeVisible();
    await axe(therapist);
    await therapist.getByLabel('Why is it right to let it go?').fill('Talked over with Maya alone today.');
    await press(therapist, /^ ?Let it go ?$/);
    await expect(therapist.getByText(/Shared by Maya .* Tom can read it\./)).toBeVisible();
    expect(await sharedWith(again)).toContain(`One ${WORDS.asked} a week`);
    await check('clear');
  });
});
