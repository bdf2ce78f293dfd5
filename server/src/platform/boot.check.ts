import pg from 'pg';
import { migrations } from '../../../migrations/index.js';
import { BadSetting, type Config } from './config.js';

/**
 * Refuses to start on a database that would not protect what it holds: too strong a role, tables owned by it,
 * durability switched off in production, or another schema than this server was built for.
 */
export async function checkDatabase(config: Config): Promise<void> {
  const client = new pg.Client({ connectionString: config.databaseUrl, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
  } catch (error) {
    throw new BadSetting(`The database cannot be reached: ${(error as Error).message}`);
  }
  try {
    const { rows } = await client.query<{
      version: number;
      strong: boolean;
      owns: boolean;
      durable: boolean;
      migrated: boolean;
    }>(`
      select current_setting('server_version_num')::int as version,
        (select rolsuper or rolbypassrls or rolcreaterole from pg_roles where rolname = current_user) as strong,
        exists (select from pg_class where relowner = current_user::regrole and relkind = 'r') as owns,
        current_setting('fsync') = 'on' and current_setting('full_page_writes') = 'on' as durable,
        to_regclass('public.migrations') is not null as migrated`);
    const found = rows[0]!;
    if (found.version < 150000) throw new BadSetting('This Postgres is too old: version 15 or newer is needed.');
    if (found.strong || found.owns)
      throw new BadSetting('DATABASE_URL names a role that is too strong: the server runs as kept_app.');
    if (config.production && !found.durable)
      throw new BadSetting('The database has fsync or full_page_writes off: what is saved could be lost.');
    if (!found.migrated) throw new BadSetting('The database is empty: run the migrations first.');
    const { rows: done } = await client.query<{ name: string }>('select name from migrations');
    const known = new Set(migrations.map((Migration) => new Migration().name ?? Migration.name));
    const pending = [...known].filter((name) => !done.some((row) => row.name === name));
    const unknown = done.filter((row) => !known.has(row.name));
    if (pending.length > 0) throw new BadSetting(`The database lacks ${pending.length} migration(s): run them first.`);
    if (unknown.length > 0) throw new BadSetting('The database is newer than this server.');
  } finally {
    await client.end();
  }
}
