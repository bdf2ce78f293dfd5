// A whole house on a fresh database with the demo clinics, for the browser tests; it ends with whoever started it.
// Settings: E2E_PORT, and E2E_DATA_DIR for the folder where mails land.
import fs from 'node:fs';
import { openHouse } from './house.mjs';
import { temporaryFolder } from './postgres.mjs';
import { complain } from './steps.mjs';
import { whenAskedToStop } from './stopping.mjs';

const folder = process.env.E2E_DATA_DIR ?? temporaryFolder('e2e');
const forTests = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];
// Whatever the machine is set to, tests never touch a real database or mail server.
const { DATABASE_URL, ADMIN_DATABASE_URL, WORKER_DATABASE_URL, SMTP_URL, NODE_ENV, ...env } = process.env;

let house;
const stopped = whenAskedToStop(async () => {
  await house?.close();
  fs.rmSync(folder, { recursive: true, force: true });
});

try {
  house = await openHouse({
    dataDir: folder,
    host: '127.0.0.1',
    port: Number(process.env.E2E_PORT ?? 3130),
    env: { LOG_LEVEL: 'warn', ...env },
    postgresSettings: forTests,
  });
  console.log(`ready at ${house.address}`);
  console.log(await house.exited);
  if (!stopped()) process.exit(1);
} catch (error) {
  complain(error);
  process.exit(1);
}
