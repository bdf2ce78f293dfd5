// One Postgres for the whole run with a migrated template database `tpl`; every suite clones it (server/test/app.ts).
import { execFileSync } from 'node:child_process';
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { startPostgres, temporaryFolder } from '../../scripts/postgres.mjs';

const MIGRATE = new URL('../dist/server/src/cli/migrate.js', import.meta.url);
const METADATA = new URL('../src/metadata.ts', import.meta.url);
const METADATA_WRITER = fileURLToPath(new URL('../../scripts/metadata.mjs', import.meta.url));
const MIGRATIONS = new URL('../../migrations/', import.meta.url);

/** The compiled migrations make the template: older than their source they would let a test pass or fail for no reason. */
function newerThanBuild() {
  const built = fs.statSync(new URL('../dist/.tsbuildinfo', import.meta.url), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return fs
    .readdirSync(MIGRATIONS)
    .filter((name) => name.endsWith('.ts') && fs.statSync(new URL(name, MIGRATIONS)).mtimeMs > built);
}

export default async function globalSetup() {
  const started = performance.now();
  process.env.NODE_ENV = 'test';
  for (const key of ['KEPT_MASTER_KEY', 'KEPT_INDEX_KEY', 'KEPT_PEPPER', 'KEPT_SIGNING_KEY']) {
    process.env[key] ??= crypto.randomBytes(32).toString('base64');
  }
  if (!fs.existsSync(METADATA)) execFileSync(process.execPath, [METADATA_WRITER], { stdio: 'inherit' });
  if (process.env.KEPT_TEST_DATABASE === 'none') return;
  if (!fs.existsSync(MIGRATE)) {
    console.log(
      '\nserver/dist is not built (npm run build:server): no database for this run, only pure rules can pass.',
    );
    return;
  }
  const stale = newerThanBuild();
  if (stale.length > 0)
    console.log(
      `\n${stale.join(', ')} newer than server/dist: run npm run build:server, or the tests see the old tables.`,
    );

  const folder = temporaryFolder('test');
  const fast = [
    'fsync=off',
    'synchronous_commit=off',
    'full_page_writes=off',
    'max_connections=200',
    'shared_buffers=64MB',
  ];
  const postgres = await startPostgres({ dataDir: path.join(folder, 'pg'), password: 'test', settings: fast });
  globalThis.__keptPostgres = { postgres, folder };

  const admin = new pg.Client({ connectionString: postgres.url() });
  await admin.connect();
  await admin.query('create database tpl');
  await admin.end();
  const passwords = { appPassword: 'app', migratePassword: 'migrate', workerPassword: 'worker' };
  const { migrate } = await import(MIGRATE.href);
  await migrate(postgres.url('tpl'), { ...passwords, log: () => {} });

  const as = (role, password) => postgres.url('DBNAME').replace('postgres:test@', `${role}:${password}@`);
  process.env.TEST_PG_ADMIN = postgres.url();
  process.env.TEST_PG_BASE = postgres.url('DBNAME');
  process.env.TEST_PG_APP = as('kept_app', passwords.appPassword);
  process.env.TEST_PG_WORKER = as('kept_worker', passwords.workerPassword);
  process.env.TEST_PG_MIGRATE = as('kept_migrate', passwords.migratePassword);
  console.log(`\nPostgres with its migrated template: ${Math.round(performance.now() - started)} ms`);
}
