import { writeFileSync } from 'node:fs';
import { createApp } from './app.js';
import { readConfig } from './platform/config.js';
import { contract } from './contract.js';

/** Writes the OpenAPI document to the file named on the command line. Opens no database. */
async function main(): Promise<void> {
  const secret = (n: number): string => Buffer.alloc(32, n).toString('base64');
  const app = await createApp(
    readConfig({
      DATABASE_URL: 'postgres://nobody@127.0.0.1/none',
      KEPT_MASTER_KEY: secret(1),
      KEPT_INDEX_KEY: secret(2),
      KEPT_PEPPER: secret(3),
      KEPT_SIGNING_KEY: secret(4),
      LOG_LEVEL: 'silent',
    }),
    { offline: true },
  );
  writeFileSync(process.argv[2] ?? 'openapi.json', `${JSON.stringify(contract(app), null, 2)}\n`);
  process.exit(0);
}

void main();
