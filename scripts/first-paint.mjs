// Measures what a first visit costs, against the budgets of the design: the portal's home on a slow phone (1.6 Mbit/s, 150 ms,
// a quarter of the speed), Today on a desk without a brake. Prints a table; asserts nothing, since times differ by machine.
import { chromium } from '@playwright/test';
import fs from 'node:fs';
import { ensureBuilt } from './build.mjs';
import { CHROMIUM_ARGUMENTS, chromiumPath } from './chromium.mjs';
import { openHouse } from './house.mjs';
import { temporaryFolder } from './postgres.mjs';
import { complain } from './steps.mjs';

const ROUNDS = 5;
const PASSWORD = 'trust-takes-time';
const PLACES = [
  {
    name: 'portal home, slow phone',
    email: 'maya@harbour.example',
    at: '/me',
    viewport: { width: 390, height: 844 },
    slow: true,
    budget: { lcp: 2000, cls: 0.02, script: 120, style: 12 },
  },
  {
    name: 'Today, desk',
    email: 'therapist@harbour.example',
    at: '/',
    viewport: { width: 1280, height: 800 },
    slow: false,
    budget: { lcp: 1000, cls: 0.02, script: 160, style: 18 },
  },
];

const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];

async function visit(browser, address, { email, at, viewport, slow }) {
  const context = await browser.newContext({ baseURL: address, viewport, serviceWorkers: 'block' });
  const page = await context.newPage();
  await page.goto('/sign-in');
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
  const device = await context.newCDPSession(page);
  await device.send('Network.enable');
  await device.send('Network.setCacheDisabled', { cacheDisabled: true });
  if (slow) {
    const rate = (1.6 * 1024 * 1024) / 8;
    await device.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 150,
      downloadThroughput: rate,
      uploadThroughput: rate,
    });
    await device.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  }
  const bytes = { script: 0, style: 0 };
  const kinds = new Map();
  device.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type));
  device.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (kinds.get(requestId) === 'Script') bytes.script += encodedDataLength;
    if (kinds.get(requestId) === 'Stylesheet') bytes.style += encodedDataLength;
  });
  await page.goto(at);
  await page.locator('h1').first().waitFor();
  await page.waitForLoadState('networkidle');
  const seen = await page.evaluate(
    () =>
      new Promise((resolve) => {
        const result = { lcp: 0, cls: 0 };
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) result.lcp = entry.startTime;
        }).observe({ type: 'largest-contentful-paint', buffered: true });
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) result.cls += entry.value;
        }).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => resolve(result), 500);
      }),
  );
  await context.close();
  return { ...seen, script: bytes.script / 1024, style: bytes.style / 1024 };
}

const dataDir = temporaryFolder('paint');
let house;
let browser;
try {
  await ensureBuilt();
  const env = { ...process.env, DATABASE_URL: '', LOG_LEVEL: 'warn' };
  house = await openHouse({
    dataDir,
    host: '127.0.0.1',
    port: Number(process.env.PORT ?? 3141),
    env,
    postgresSettings: ['fsync=off'],
  });
  browser = await chromium.launch({ executablePath: chromiumPath(), args: CHROMIUM_ARGUMENTS });
  for (const place of PLACES) {
    const visits = [];
    for (let round = 0; round < ROUNDS; round++) visits.push(await visit(browser, house.address, place));
    console.log(`\n${place.name}, median of ${ROUNDS}`);
    for (const [what, unit] of [
      ['lcp', 'ms'],
      ['cls', ''],
      ['script', 'kB'],
      ['style', 'kB'],
    ]) {
      const value = median(visits.map((one) => one[what]));
      const budget = place.budget[what];
      console.log(
        `  ${what.padEnd(8)}${value.toFixed(what === 'cls' ? 3 : 0).padStart(8)} ${unit}  of ${budget}${value > budget ? '  over' : ''}`,
      );
    }
  }
} catch (error) {
  complain(error);
  process.exitCode = 1;
} finally {
  await browser?.close();
  await house?.close();
  fs.rmSync(dataDir, { recursive: true, force: true });
}
