import { randomBytes } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import { createApp } from '../src/app.js';
import { readConfig, type Config } from '../src/platform/config.js';

/** The addresses of a fresh database cloned from the migrated template: for the app, the worker, and a superuser. */
export interface FreshDatabase {
  name: string;
  app: string;
  worker: string;
  admin: string;
}

export async function freshDatabase(): Promise<FreshDatabase> {
  const name = `t_${randomBytes(8).toString('hex')}`;
  const client = new pg.Client({ connectionString: process.env['TEST_PG_ADMIN'] });
  await client.connect();
  await client.query(`create database ${name} template tpl strategy = file_copy`);
  // Rights on the database itself are not cloned with it.
  await client.query(
    `revoke all on database ${name} from public; grant connect on database ${name} to kept_app, kept_worker, kept_migrate`,
  );
  await client.end();
  const named = (variable: string): string => process.env[variable]!.replace('DBNAME', name);
  return { name, app: named('TEST_PG_APP'), worker: named('TEST_PG_WORKER'), admin: named('TEST_PG_BASE') };
}

export const testConfig = (database: FreshDatabase, settings: NodeJS.ProcessEnv = {}): Config =>
  readConfig({
    ...process.env,
    DATABASE_URL: database.app,
    WORKER_DATABASE_URL: database.worker,
    LOG_LEVEL: 'silent',
    KEPT_DATA_DIR: `/tmp/kept-test-${process.pid}`,
    KEPT_SPA_DIR: '/nonexistent',
    KEPT_POOL_SIZE: '4',
    ...settings,
  });

/** The real app on that database. */
export async function startApp(config: Config): Promise<NestFastifyApplication> {
  const app = await createApp(config);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return app;
}
