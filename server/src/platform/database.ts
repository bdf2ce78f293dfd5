import pg, { type Pool, type PoolClient, type QueryResultRow } from 'pg';
import {
  DefaultNamingStrategy,
  type DataSource,
  type DataSourceOptions,
  type EntityMetadata,
  type EntityTarget,
  type ObjectLiteral,
  type QueryRunner,
} from 'typeorm';
import type { Config } from './config.js';
import { openRows, seal, sealedColumnsOf } from './encryption.js';
import { Forbidden, NotFound, Stale, Unavailable } from './errors.js';
import { readerOf, type Reader } from './reader.js';
import { scope } from './scope.js';

// A day has no time and no zone: it stays the text `YYYY-MM-DD` instead of becoming midnight somewhere.
pg.types.setTypeParser(pg.types.builtins.DATE, (day) => day);

/** Property `clientId` is column `client_id`. */
class SnakeNaming extends DefaultNamingStrategy {
  override columnName(property: string, custom: string | undefined): string {
    return custom ?? property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  }
}

export const databaseOptions = (config: Config): DataSourceOptions => ({
  type: 'postgres',
  url: config.databaseUrl,
  synchronize: false,
  namingStrategy: new SnakeNaming(),
  applicationName: 'kept',
  extra: {
    max: config.poolSize,
    connectionTimeoutMillis: 2000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    // Compiling a plan pays for reports over millions of rows; a page of a record is read before it would be done.
    options: '-c jit=off -c statement_timeout=10000 -c lock_timeout=3000 -c idle_in_transaction_session_timeout=15000',
  },
});

interface WaitingPool {
  waitingCount: number;
  options: { max: number };
}

/** Requests that may wait for each connection of the pool: a tenth of a second of work. More than that are refused. */
const MOST_WAITING = 10;

const isOverrun = (pool: WaitingPool): boolean => pool.waitingCount >= MOST_WAITING * pool.options.max;

/** Takes a connection for this request, or refuses at once when too many others are waiting for one. */
export async function takeConnection(dataSource: DataSource): Promise<PoolClient> {
  const pool = (dataSource.driver as unknown as { master: WaitingPool }).master;
  if (isOverrun(pool)) throw new Unavailable();
  const runner = dataSource.createQueryRunner();
  const current = scope();
  try {
    current.client = (await runner.connect()) as PoolClient;
  } catch {
    throw new Unavailable();
  }
  current.runner = runner;
  return current.client;
}

/** What TypeORM's Postgres runner can do beyond its interface: close the connection instead of pooling it. */
type ReleasesBroken = QueryRunner & { releasePostgresConnection(error?: Error): Promise<void> };

/** Gives the connection back. `broken` = its state is unknown, so it is closed instead of reused. */
export async function giveBackConnection({ broken = false } = {}): Promise<void> {
  const current = scope();
  const { runner } = current;
  current.runner = null;
  current.client = null;
  current.newKeys.clear();
  if (!runner) return;
  if (broken) await (runner as ReleasesBroken).releasePostgresConnection(new Error('broken'));
  else await runner.release();
}

function connection(): PoolClient {
  const { client } = scope();
  if (!client) throw new Error('no transaction');
  return client;
}

/** Reading whole rows inside this request's transaction. Writing goes through the functions below. */
export const repo = <E extends ObjectLiteral>(entity: EntityTarget<E>): Reader<E> =>
  readerOf<E>(metadataOf(entity), (text, values) => sql(statementName(text), text, values));

/** A named (prepared) statement on this request's own connection. Values are always parameters, never text. */
export async function sql<R extends QueryResultRow>(name: string, text: string, values: unknown[] = []): Promise<R[]> {
  return (await connection().query<R>({ name, text, values })).rows;
}

/** Opens the sealed columns of rows that came from `sql()`, in place. */
export async function reveal<R extends object>(entity: EntityTarget<ObjectLiteral>, rows: R[]): Promise<R[]> {
  await openRows(entity, metadataOf(entity).tableName, rows as Record<string, unknown>[]);
  return rows;
}

function metadataOf<E extends ObjectLiteral>(entity: EntityTarget<E>): EntityMetadata {
  const { runner } = scope();
  if (!runner) throw new Error('no transaction');
  return runner.connection.getMetadata(entity);
}

/** Columns and values of a row as Postgres takes them: sealed where the entity says so. */
async function columnsOf(meta: EntityMetadata, row: ObjectLiteral, patch: ObjectLiteral): Promise<[string, unknown][]> {
  const sealed = new Map(sealedColumnsOf(meta.target).map((column) => [column.property, column]));
  const pairs: [string, unknown][] = [];
  for (const column of meta.columns) {
    const value: unknown = patch[column.propertyName];
    if (value === undefined) continue;
    const secret = sealed.get(column.propertyName);
    const isJson = column.type === 'jsonb' || column.type === 'json';
    pairs.push([
      column.databaseName,
      secret
        ? await seal(meta.tableName, secret, row, value)
        : isJson && value !== null
          ? JSON.stringify(value)
          : value,
    ]);
  }
  return pairs;
}

const statementNames = new Map<string, string>();

/** A short name for a statement made from metadata: Postgres cuts names at 63 bytes. */
function statementName(text: string): string {
  const name = statementNames.get(text) ?? `made ${statementNames.size}`;
  statementNames.set(text, name);
  return name;
}

/** Inserts a row with every value given. Does not read it back: its visibility may hang on a row yet to come. */
export async function insertRow<E extends ObjectLiteral>(entity: EntityTarget<E>, row: E): Promise<E> {
  const meta = metadataOf(entity);
  const pairs = await columnsOf(meta, row, row);
  const names = pairs.map(([name]) => `"${name}"`).join(', ');
  const places = pairs.map((_, i) => `$${i + 1}`).join(', ');
  const text = `insert into "${meta.tableName}" (${names}) values (${places})`;
  await sql(
    statementName(text),
    text,
    pairs.map(([, value]) => value),
  );
  return row;
}

interface Versioned extends ObjectLiteral {
  id: string;
  version: number;
}

async function update(
  meta: EntityMetadata,
  row: ObjectLiteral,
  patch: ObjectLiteral,
  expected: number | null,
): Promise<boolean> {
  const pairs = await columnsOf(meta, row, patch);
  const sets = pairs.map(([name], i) => `"${name}" = $${i + 1}`);
  const values = pairs.map(([, value]) => value);
  values.push(row['id']);
  let where = `id = $${values.length}`;
  if (expected !== null) {
    sets.push('version = version + 1');
    values.push(expected);
    where += ` and version = $${values.length}`;
  }
  const text = `update "${meta.tableName}" set ${sets.join(', ')} where ${where}`;
  const { rowCount } = await connection().query({ name: statementName(text), text, values });
  return rowCount === 1;
}

/**
 * Changes a row that others may change at the same time: only if it still has the version the actor read.
 * Afterwards `row` holds the new values. Throws `Stale`, `NotFound` (gone or no longer visible) or `Forbidden`
 * (visible, not to be changed by this actor).
 */
export async function saveVersion<E extends Versioned>(
  entity: EntityTarget<E>,
  row: E,
  patch: Partial<E>,
  expected: number,
): Promise<E> {
  const meta = metadataOf(entity);
  if (!(await update(meta, row, patch, expected))) {
    const [now] = await sql<{ version: number }>(
      `version ${meta.tableName}`,
      `select version from "${meta.tableName}" where id = $1`,
      [row.id],
    );
    if (!now) throw new NotFound(meta.tableName);
    if (now.version !== expected) throw new Stale(now.version);
    throw new Forbidden();
  }
  return Object.assign(row, patch, { version: expected + 1 });
}

/** Changes a row that nobody else competes for. Throws `NotFound` when the actor may not change it. */
export async function changeRow<E extends ObjectLiteral>(
  entity: EntityTarget<E>,
  row: E,
  patch: Partial<E>,
): Promise<E> {
  const meta = metadataOf(entity);
  if (!(await update(meta, row, patch, null))) throw new NotFound(meta.tableName);
  return Object.assign(row, patch);
}

/** One statement on a connection of its own, outside of any request's transaction: the door before sign-in. */
export async function alone<R extends QueryResultRow>(
  dataSource: DataSource,
  name: string,
  text: string,
  values: unknown[] = [],
): Promise<R[]> {
  const pool = (dataSource.driver as unknown as { master: Pool & WaitingPool }).master;
  if (isOverrun(pool)) throw new Unavailable();
  return (await pool.query<R>({ name, text, values })).rows;
}
