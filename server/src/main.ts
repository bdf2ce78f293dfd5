import { setFlagsFromString } from 'node:v8';
import { createApp } from './app.js';
import { checkDatabase } from './platform/boot.check.js';
import { BadSetting, readConfig } from './platform/config.js';
import { quiet, startDraining } from './platform/lifecycle.js';
import { startWorker } from './worker.process.js';

const DRAIN_MS = 20_000;
/** While requests end, the door stays open for this long, so that whoever sends them learns that we are not ready. */
const FAREWELL_MS = 5_000;

// The heap may grow by half of what is in use before garbage is collected, not to four times: a third less memory, measured
// at the same speed.
setFlagsFromString('--heap-growing-percent=50');

async function main(): Promise<void> {
  const config = readConfig();
  await checkDatabase(config);
  const app = await createApp(config);
  const worker = config.embeddedWorker ? await startWorker(config) : null;
  await app.listen(config.port, config.host);
  process.stdout.write(`ready ${await app.getUrl()}\n`);
  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    startDraining();
    setTimeout(() => process.exit(1), DRAIN_MS).unref();
    await quiet(FAREWELL_MS);
    await worker?.stop();
    await app.close();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop());
}

main().catch((error: unknown) => {
  const { message, code } = error as Error & { code?: string };
  const line = code === 'EADDRINUSE' ? 'The port is taken by another program: choose another with PORT.' : message;
  process.stderr.write(`${error instanceof BadSetting || code ? line : `Kept could not start: ${line}`}\n`);
  process.exit(1);
});
