// The Chromium for the browser tests: the machine's own, never a download.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { Refusal } from './refusal.mjs';

const COMMANDS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const MACOS = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

/** No sandbox, because tests also run as root and in containers; no chatter with servers of the browser's maker. */
export const CHROMIUM_ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** @throws {Refusal} when there is none. */
export function chromiumPath() {
  const given = process.env.CHROMIUM_PATH;
  if (given) {
    if (fs.existsSync(given)) return given;
    throw new Refusal(`CHROMIUM_PATH names ${given}, which does not exist.`);
  }
  for (const command of COMMANDS) {
    try {
      return execFileSync('sh', ['-c', `command -v ${command}`], { encoding: 'utf8', stdio: 'pipe' }).trim();
    } catch {
      continue;
    }
  }
  if (fs.existsSync(MACOS)) return MACOS;
  throw new Refusal('The browser tests need Chromium: install it (apt-get install chromium), or set CHROMIUM_PATH.');
}
