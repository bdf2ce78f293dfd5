import { BadSetting, readConfig } from './platform/config.js';
import { startWorker } from './worker.process.js';

/** The job worker as a process of its own. */
async function main(): Promise<void> {
  const worker = await startWorker(readConfig());
  process.stdout.write('worker ready\n');
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => void worker.stop().then(() => process.exit(0)));
  }
}

main().catch((error: unknown) => {
  process.stderr.write(
    `${error instanceof BadSetting ? error.message : `The worker could not start: ${(error as Error).message}`}\n`,
  );
  process.exit(1);
});
