import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { migrations } from '../../../migrations/index.js';

export interface MigrateOptions {
  appPassword: string;
  migratePassword: string;
  workerPassword: string;
  log?: (line: string) => void;
}

const OLDEST = 150000;

/** One line for whoever runs this: what is wrong with the database, and what to do. */
export class MigrationRefused extends Error {}

/** The same server and database, as another role. */
export function urlAs(url: string, user: string, password: string): string {
  const other = new URL(url);
  other.username = user;
  other.password = password;
  return other.toString();
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/**
 * Makes the roles the house rests on, and gives the login roles their passwords. Takes a superuser, or a role that
 * may create roles and has BYPASSRLS itself. Safe to repeat.
 */
async function provision(client: pg.Client, options: MigrateOptions): Promise<void> {
  const { rows } = await client.query<{ db: string }>('select current_database() as db');
  const database = `"${rows[0]!.db.replaceAll('"', '""')}"`;
  // Two installations on one server may provision at the same time.
  await client.query('begin; select pg_advisory_xact_lock(727007)');
  await client.query(`
    do $$ begin
      if not exists (select from pg_roles where rolname = 'kept_owner') then create role kept_owner nologin; end if;
      if not exists (select from pg_roles where rolname = 'kept_sight') then create role kept_sight nologin bypassrls; end if;
      if not exists (select from pg_roles where rolname = 'kept_audit') then create role kept_audit nologin; end if;
      if not exists (select from pg_roles where rolname = 'kept_system') then create role kept_system nologin bypassrls; end if;
      if not exists (select from pg_roles where rolname = 'kept_migrate') then create role kept_migrate login bypassrls; end if;
      if not exists (select from pg_roles where rolname = 'kept_app') then create role kept_app login nosuperuser nobypassrls nocreatedb nocreaterole noinherit; end if;
      if not exists (select from pg_roles where rolname = 'kept_worker') then create role kept_worker login nosuperuser nobypassrls nocreatedb nocreaterole noinherit; end if;
    end $$;
    alter role kept_app password ${quoted(options.appPassword)};
    alter role kept_migrate password ${quoted(options.migratePassword)};
    alter role kept_worker password ${quoted(options.workerPassword)};
    grant kept_owner, kept_sight, kept_audit, kept_system, kept_worker to kept_migrate;
    create extension if not exists btree_gist;
    revoke all on schema public from public;
    revoke all on database ${database} from public;
    grant connect on database ${database} to kept_app, kept_worker, kept_migrate;
    grant create on database ${database} to kept_migrate;
    grant usage, create on schema public to kept_migrate, kept_owner, kept_sight, kept_audit, kept_system;
    grant usage on schema public to kept_app, kept_worker;
    alter default privileges for role kept_owner, kept_sight, kept_audit, kept_system revoke execute on functions from public;
    commit`);
}

/**
 * Brings a database to the present schema: roles, then every migration that has not run yet, each in a transaction
 * of its own under one lock. Throws `MigrationRefused` with one line when the database will not do.
 */
export async function migrate(adminUrl: string, options: MigrateOptions): Promise<void> {
  const admin = new pg.Client({ connectionString: adminUrl, connectionTimeoutMillis: 10_000 });
  try {
    await admin.connect();
  } catch (error) {
    throw new MigrationRefused(`The database cannot be reached: ${(error as Error).message}`);
  }
  try {
    const { rows } = await admin.query<{ n: string }>(`select current_setting('server_version_num') as n`);
    if (Number(rows[0]!.n) < OLDEST)
      throw new MigrationRefused('This Postgres is too old: version 15 or newer is needed.');
    await provision(admin, options);
  } catch (error) {
    if (error instanceof MigrationRefused) throw error;
    throw new MigrationRefused(`The roles could not be made (this takes a superuser): ${(error as Error).message}`);
  } finally {
    await admin.end();
  }
  const source = new DataSource({
    type: 'postgres',
    url: urlAs(adminUrl, 'kept_migrate', options.migratePassword),
    migrations,
    migrationsTransactionMode: 'each',
    synchronize: false,
    extra: { max: 2, options: '-c lock_timeout=10000' },
  });
  await source.initialize();
  try {
    await source.query('select pg_advisory_lock(727008)');
    for (const done of await source.runMigrations({ transaction: 'each' })) options.log?.(`migrated ${done.name}`);
  } finally {
    await source.destroy();
  }
}

async function main(): Promise<void> {
  const { ADMIN_DATABASE_URL, KEPT_APP_PASSWORD, KEPT_MIGRATE_PASSWORD, KEPT_WORKER_PASSWORD } = process.env;
  if (!ADMIN_DATABASE_URL || !KEPT_APP_PASSWORD || !KEPT_MIGRATE_PASSWORD || !KEPT_WORKER_PASSWORD) {
    throw new MigrationRefused(
      'Set ADMIN_DATABASE_URL, KEPT_APP_PASSWORD, KEPT_MIGRATE_PASSWORD and KEPT_WORKER_PASSWORD.',
    );
  }
  await migrate(ADMIN_DATABASE_URL, {
    appPassword: KEPT_APP_PASSWORD,
    migratePassword: KEPT_MIGRATE_PASSWORD,
    workerPassword: KEPT_WORKER_PASSWORD,
    log: (line) => process.stdout.write(`${line}\n`),
  });
  process.stdout.write('the database is up to date\n');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  main().catch((error: unknown) => {
    process.stderr.write(`${(error as Error).message}\n`);
    process.exitCode = 1;
  });
}
