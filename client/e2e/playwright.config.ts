import { defineConfig } from '@playwright/test';
import { CHROMIUM_ARGUMENTS, chromiumPath } from '../../scripts/chromium.mjs';
import { temporaryFolder } from '../../scripts/postgres.mjs';

const port = (process.env['E2E_PORT'] ??= '3130');
// Set once by the process that starts the server; the test workers inherit it and find the mails there.
process.env['E2E_DATA_DIR'] ??= temporaryFolder('e2e');

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/browser',
  fullyParallel: true,
  workers: 2,
  // Against what hangs, not against a slow machine: what takes five seconds here may take a loaded one thirty.
  timeout: 240_000,
  expect: { timeout: 30_000 },
  forbidOnly: Boolean(process.env['CI']),
  // On a machine nobody watches, a journey that stumbles is walked once more; whatever needed that is told by name.
  retries: process.env['CI'] ? 1 : 0,
  reporter: [['list'], ...(process.env['PLAYWRIGHT_JSON_OUTPUT_FILE'] ? [['json'] as const] : [])],
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    actionTimeout: 60_000,
    locale: 'en-US',
    timezoneId: 'America/New_York',
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: { executablePath: chromiumPath(), args: CHROMIUM_ARGUMENTS },
  },
  webServer: {
    command: 'node ../../scripts/e2e-server.mjs',
    url: `http://127.0.0.1:${port}/health/ready`,
    reuseExistingServer: false,
    timeout: 120_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 },
  },
});
