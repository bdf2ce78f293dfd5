import { expect, signIn, test } from './journey';

const API = '/api/v1/';
const WHO = `${API}auth/me`;
const FIRST = `${API}auth/token`;

test("a client's first page waits for two answers in a row, and never for a script it could have asked for", async ({
  context,
  page,
}) => {
  await signIn(context, 'maya');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto('/me');
  await expect(page.getByRole('navigation', { name: 'My space' })).toBeVisible();
  const afterwards = asked.slice(asked.indexOf(WHO));
  expect(afterwards).toContain(`${API}home`);
  expect(afterwards.filter((path) => path.endsWith('.js'))).toEqual([]);
});

test('nothing of the desk is fetched by somebody who is not known yet', async ({ page }) => {
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(`**${FIRST}`, async (route) => {
    await held;
    await route.continue();
  });
  const scripts: string[] = [];
  page.on('request', (request) => request.resourceType() === 'script' && scripts.push(new URL(request.url()).pathname));
  const asks = page.waitForRequest(`**${FIRST}`);
  const document = await (await page.goto('/'))!.text();
  await asks;
  expect(scripts.filter((path) => !document.includes(path.slice(1)))).toEqual([]);
  const portal = await (await page.request.get('/me')).text();
  expect(portal.match(/modulepreload/g)!.length).toBeGreaterThan(document.match(/modulepreload/g)!.length);
  release();
  await expect(page.getByLabel('Email')).toBeVisible();
});

test('the shell is kept for days without a connection', async ({ page }) => {
  await page.goto('/sign-in');
  const script = await page.evaluate(async () => (await navigator.serviceWorker.ready).active?.scriptURL);
  expect(script).toMatch(/\/ngsw-worker\.js$/);
});

test('every document says where it may be shown, every script what it may do', async ({ request }) => {
  const always = [
    'content-security-policy',
    'cross-origin-resource-policy',
    'referrer-policy',
    'x-content-type-options',
  ];
  const placed = ['cross-origin-opener-policy', 'permissions-policy', 'x-frame-options'];
  const portal = await request.get('/me');
  const script = /src="(main-[^"]+)"/.exec(await portal.text())?.[1] ?? '';
  for (const path of ['/', '/me', '/me/homework', '/away.html', '/icon.svg']) {
    const answer = await request.get(path);
    expect(Object.keys(answer.headers()), path).toEqual(expect.arrayContaining([...always, ...placed]));
    expect(answer.headers()['cache-control'], path).toBe('no-cache');
  }
  const answer = await request.get(`/${script}`);
  expect(Object.keys(answer.headers())).toEqual(expect.arrayContaining(always));
  expect(answer.headers()['cache-control']).toBe('public, max-age=31536000, immutable');
});
