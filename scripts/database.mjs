// Where the house finds its database: the embedded Postgres, or the one that DATABASE_URL names.
import path from 'node:path';
import { startPostgres } from './postgres.mjs';
import { Refusal } from './refusal.mjs';

const OLDEST = 15;

/** Remark on a database of ours from its making until all is in it: nobody can have used it yet. */
const UNFINISHED = 'being made';

/**
 * The embedded Postgres with its database `kept`.
 * @returns {Promise<{ urls: Urls, isPreparedBy: (build: string) => boolean, remember: (build: string) => Promise<unknown>, exited: Promise<number>, stop: () => Promise<void> }>}
 *   `build` is the fingerprint of the server (hexadecimal) whose migrations and demo clinics the database holds.
 * @typedef {{ ADMIN_DATABASE_URL?: string, DATABASE_URL: string, WORKER_DATABASE_URL: string }} Urls
 */
export async function embeddedDatabase({ dataDir, passwords, settings }) {
  const postgres = await startPostgres({
    dataDir: path.join(dataDir, 'postgres'),
    password: passwords.postgres,
    settings,
  });
  const admin = postgres.url('kept');
  const inside = (work) => query(postgres.url(), 'the embedded Postgres', work);
  let preparedBy;
  try {
    preparedBy = await inside(async (client) => {
      const { rows } = await client.query(
        `select shobj_description(oid, 'pg_database') as by from pg_database where datname = 'kept'`,
      );
      const by = rows[0]?.by;
      // A first start that was cut off, perhaps amid the demo clinics, begins anew.
      if (by === UNFINISHED) await client.query('drop database kept');
      if (rows.length === 0 || by === UNFINISHED) {
        await client.query('create database kept');
        await client.query(`comment on database kept is '${UNFINISHED}'`);
      }
      return by;
    });
  } catch (error) {
    await postgres.stop();
    throw error;
  }
  const urls = {
    ADMIN_DATABASE_URL: admin,
    DATABASE_URL: as(admin, 'kept_app', passwords),
    WORKER_DATABASE_URL: as(admin, 'kept_worker', passwords),
  };
  return {
    urls,
    // The remark stands in the database itself, so that it goes where the data go.
    isPreparedBy: (build) => build === preparedBy,
    remember: (build) => inside((client) => client.query(`comment on database kept is '${build}'`)),
    exited: postgres.exited,
    stop: postgres.stop,
  };
}

/**
 * Checks the database named by the settings. With ADMIN_DATABASE_URL the roles and tables are made on it first, so then only
 * that one must answer. A superuser's DATABASE_URL is used like that too, outside of production, and the server gets kept_app's.
 * Any other role must find its tables there already.
 * @throws {Refusal} when it cannot be reached, is too old, or, in production, DATABASE_URL's role could pass by row security.
 * @returns {Promise<Urls>}
 */
export async function givenDatabase(env, passwords) {
  const app = parsed('DATABASE_URL', env.DATABASE_URL);
  const urls = {
    ADMIN_DATABASE_URL: env.ADMIN_DATABASE_URL,
    DATABASE_URL: env.DATABASE_URL,
    WORKER_DATABASE_URL: env.WORKER_DATABASE_URL ?? as(env.DATABASE_URL, 'kept_worker', passwords),
  };
  if (env.ADMIN_DATABASE_URL) {
    parsed('ADMIN_DATABASE_URL', env.ADMIN_DATABASE_URL);
    if (app.username !== 'kept_app' || !app.password) {
      throw new Refusal(
        'With ADMIN_DATABASE_URL set, DATABASE_URL must name the role kept_app and the password it shall get.',
      );
    }
    await query(env.ADMIN_DATABASE_URL, 'ADMIN_DATABASE_URL', notTooOld);
    return urls;
  }
  const role = await query(env.DATABASE_URL, 'DATABASE_URL', async (client) => {
    await notTooOld(client);
    const { rows } = await client.query(
      'select rolname as name, rolsuper as may_all, rolsuper or rolbypassrls as strong from pg_roles where rolname = current_user',
    );
    return rows[0];
  });
  if (!role.strong) return urls;
  if (env.NODE_ENV === 'production' || !role.may_all) {
    throw new Refusal(
      `DATABASE_URL names ${role.name}, which passes by row security. Put that URL into ADMIN_DATABASE_URL, and into DATABASE_URL the same with kept_app and a password of your choice.`,
    );
  }
  console.log(`  ${role.name} makes the roles and tables; the server itself runs as kept_app`);
  return {
    ADMIN_DATABASE_URL: env.DATABASE_URL,
    DATABASE_URL: as(env.DATABASE_URL, 'kept_app', passwords),
    WORKER_DATABASE_URL: as(env.DATABASE_URL, 'kept_worker', passwords),
  };
}

async function notTooOld(client) {
  const { rows } = await client.query(
    `select current_setting('server_version') as version, current_setting('server_version_num')::int / 10000 as major`,
  );
  if (rows[0].major < OLDEST)
    throw new Refusal(`The database is PostgreSQL ${rows[0].version}; Kept needs ${OLDEST} or newer.`);
}

function as(url, role, passwords) {
  const other = new URL(url);
  other.username = role;
  other.password = passwords[role];
  return other.href;
}

function parsed(name, value) {
  let url;
  try {
    url = new URL(value);
  } catch {
    url = { protocol: '' };
  }
  if (/^postgres(ql)?:$/.test(url.protocol) && url.pathname.length > 1) return url;
  throw new Refusal(`${name} is not a Postgres address; it looks like postgres://user:password@host:5432/database.`);
}

/** Opens one connection, and says in one line why it could not. */
async function query(url, name, work) {
  const { default: pg } = await import('pg'); // only here: before the install there is no such package
  const { host, pathname } = new URL(url);
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => {});
  try {
    await client.connect();
  } catch (error) {
    throw new Refusal(`${name}: ${reason(error, host, pathname.slice(1))}`);
  }
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function reason(error, host, database) {
  switch (error.code) {
    case 'ECONNREFUSED':
    case 'ETIMEDOUT':
    case 'EHOSTUNREACH':
      return `no Postgres answers at ${host} (${error.code}).`;
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `the host ${host} is unknown.`;
    case '28P01':
    case '28000':
      return `the Postgres at ${host} refused this user or password.`;
    case '3D000':
      return `there is no database ${database} at ${host}; create it first.`;
    default:
      return `no connection to the Postgres at ${host}: ${error.message.split('\n')[0]}.`;
  }
}
