// Two people with a portal each, whom no other journey meets, and a session of theirs that is under way.
import fs from 'node:fs';
import path from 'node:path';
import { expect, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { PHONE, type Troubles } from './journey';

const PASSWORD = 'a-password-of-their-own';

/** Asks the server as this page's person, past the screens. `version`: what a change is based on. */
export async function ask<T = { id: string }>(
  page: Page,
  method: 'get' | 'post' | 'put',
  to: string,
  data?: object,
  version?: number,
): Promise<T> {
  const token = (await page.context().cookies()).find(({ name }) => name === 'XSRF-TOKEN')?.value ?? '';
  const answer = await page.request[method](`/api/v1${to}`, {
    data,
    headers: { 'X-XSRF-TOKEN': token, ...(version === undefined ? {} : { 'If-Match': `"${version}"` }) },
  });
  const text = await answer.text();
  expect(answer.ok(), `${to}: ${answer.status()} ${text}`).toBe(true);
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

/** The secret of the link in the mail to this address, once it is there. */
async function invited(email: string): Promise<string> {
  const folder = path.join(process.env['E2E_DATA_DIR'] ?? '', 'mail');
  let secret = '';
  await expect
    .poll(() => {
      const mails = fs.existsSync(folder) ? fs.readdirSync(folder) : [];
      const texts = mails.map((name) => fs.readFileSync(path.join(folder, name), 'utf8').replaceAll('=\n', ''));
      const mail = texts.find((text) => text.includes(`To: ${email}`) && text.includes('/invitation#'));
      secret = /\/invitation#([\w-]+)/.exec(mail ?? '')?.[1] ?? '';
      return secret;
    }, 'the invitation arrives')
    .not.toBe('');
  return secret;
}

async function portalOf(browser: Browser, troubles: Troubles, email: string): Promise<Page> {
  const context: BrowserContext = await browser.newContext(PHONE);
  await troubles.watch(context);
  await context.request.get('/api/v1/auth/me');
  const page = await context.newPage();
  await ask(page, 'post', '/auth/invitations/accept', { token: await invited(email), password: PASSWORD });
  return page;
}

export interface OwnCouple {
  coupleId: string;
  sessionId: string;
  /** Whoever was hurt, and whoever broke the trust, each on a phone. */
  hurt: Page;
  involved: Page;
}

/** `names`: what the two are called; also their addresses. */
export async function ownCouple(
  therapist: Page,
  browser: Browser,
  troubles: Troubles,
  names: readonly [string, string],
): Promise<OwnCouple> {
  const people: { id: string; email: string }[] = [];
  for (const givenName of names) {
    const { id } = await ask(therapist, 'post', '/clients', { givenName, familyName: 'Lindqvist' });
    const email = `${givenName.toLowerCase()}@mail.example`;
    await ask(therapist, 'post', `/clients/${id}/portal-invitation`, { email });
    people.push({ id, email });
  }
  const roles = ['injured', 'involved'];
  const partners = people.map(({ id }, i) => ({ clientId: id, role: roles[i] }));
  const { id: coupleId } = await ask(therapist, 'post', '/couples', { partners, stage: 'understand' });
  for (const { id: clientId } of people)
    await ask(therapist, 'post', `/couples/${coupleId}/safety-checks`, {
      ...{ clientId, result: 'clear', screenedAlone: true, screenedOn: new Date().toISOString().slice(0, 10) },
    });
  const [hurt, involved] = [
    await portalOf(browser, troubles, people[0]!.email),
    await portalOf(browser, troubles, people[1]!.email),
  ];
  return { coupleId, sessionId: await sessionNow(therapist, coupleId), hurt, involved };
}

/** Short, at whatever minute around now the therapist is free. */
async function sessionNow(therapist: Page, coupleId: string): Promise<string> {
  const token = (await therapist.context().cookies()).find(({ name }) => name === 'XSRF-TOKEN')?.value ?? '';
  for (let minutes = 10; minutes > -55; minutes -= 3) {
    const [startsAt, endsAt] = [minutes, minutes + 2].map((at) => new Date(Date.now() + at * 60_000).toISOString());
    const answer = await therapist.request.post('/api/v1/sessions', {
      data: { coupleId, startsAt, endsAt },
      headers: { 'X-XSRF-TOKEN': token },
    });
    if (answer.ok()) return ((await answer.json()) as { id: string }).id;
  }
  throw new Error('no free minute around now');
}

/** A control's name, and what it is about: "Pass it on: Since when?" */
export const about = (act: string, what: string): RegExp =>
  new RegExp(`^${act} ?: ${what.replaceAll(/[.?()]/g, '\\$&')}`);

/** Everything a page has been told by the server since. */
export function listen(page: Page): () => string {
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
