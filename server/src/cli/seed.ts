import { pathToFileURL } from 'node:url';
import { Client } from 'pg';
import { createApp } from '../app.js';
import { readConfig, type Config } from '../platform/config.js';
import { DEMO_PASSWORD, Storyteller } from './demo/storyteller.js';
import { tellHarbour } from './demo/harbour.js';
import { tellLakeside } from './demo/lakeside.js';

/** Two demo clinics with twelve weeks behind them. Does nothing when there is a clinic already. True = it was told. */
export async function seedDemo(config: Config, adminUrl: string, today = new Date()): Promise<boolean> {
  const owner = new Client({ connectionString: adminUrl });
  await owner.connect();
  try {
    const { rows } = await owner.query<{ n: string }>('select count(*) as n from clinic');
    if (Number(rows[0]!.n) > 0) return false;
    const app = await createApp({ ...config, logLevel: 'silent' });
    await app.init();
    await tellHarbour(new Storyteller(app, owner, today));
    await tellLakeside(new Storyteller(app, owner, today));
    await app.close();
    return true;
  } finally {
    await owner.end();
  }
}

async function main(): Promise<void> {
  if (process.env['NODE_ENV'] === 'production') throw new Error('The demo clinics are never made in production.');
  const url = process.env['ADMIN_DATABASE_URL'];
  if (!url) throw new Error('Set ADMIN_DATABASE_URL: founding a clinic takes more than the app may do.');
  const told = await seedDemo(readConfig(), url);
  process.stdout.write(told ? `two demo clinics, password ${DEMO_PASSWORD}\n` : 'there are clinics already\n');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  main().catch((error: unknown) => {
    process.stderr.write(`${(error as Error).message}\n`);
    process.exitCode = 1;
  });
}
