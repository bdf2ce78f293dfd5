import { Column } from 'typeorm';
import { clinicOfRequest, keysOf, keyToSeal, nameOf, type Owner } from './keys.js';
import { scope } from './scope.js';
import { openBytes, sealBytes } from './sealed.bytes.js';

/**
 * Everything clinical that people type is sealed before it reaches Postgres: AES-256-GCM under a data key of the
 * person (or couple, or clinic) it is about. Data keys are wrapped by the clinic's key, that by the master key.
 */
type Row = Record<string, unknown>;
type Kind = 'text' | 'json';

interface Sealed {
  property: string;
  column: string;
  kind: Kind;
}

const sealedColumns = new Map<unknown, Sealed[]>();

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Marks a column (bytea) as sealed at rest. In memory it is a string, or any JSON value for `'json'`. */
export const Encrypted =
  (kind: Kind = 'text'): PropertyDecorator =>
  (target, key) => {
    const property = String(key);
    const known = sealedColumns.get(target.constructor) ?? [];
    known.push({ property, column: snake(property), kind });
    sealedColumns.set(target.constructor, known);
    Column({ type: 'bytea', nullable: true })(target, property);
  };

export const sealedColumnsOf = (entity: unknown): readonly Sealed[] => sealedColumns.get(entity) ?? [];

function ownerOf(table: string, row: Row): Owner {
  const clientId = table === 'client' ? row['id'] : (row['clientId'] ?? row['client_id']);
  if (typeof clientId === 'string') return { kind: 'client', id: clientId };
  const coupleId = table === 'couple' ? row['id'] : (row['coupleId'] ?? row['couple_id']);
  if (typeof coupleId === 'string') return { kind: 'couple', id: coupleId };
  return { kind: 'clinic' };
}

const aboutOf = (table: string, column: string, row: Row): string =>
  `${clinicOfRequest()}|${table}|${column}|${String(row['id'])}`;

/** The sealed form of one value of a row about to be written; null and undefined stay as they are. */
export async function seal(table: string, column: Sealed, row: Row, value: unknown): Promise<unknown> {
  if (value === null || value === undefined) return value;
  const plain = column.kind === 'json' ? JSON.stringify(value) : (value as string);
  const { id, key } = await keyToSeal(ownerOf(table, row));
  return sealBytes(key, id, Buffer.from(plain, 'utf8'), aboutOf(table, column.column, row));
}

/** Keeps for the log whose words were opened, where the answer itself does not say. */
function noteOwner(owner: Owner): void {
  if (owner.kind !== 'clinic') scope().opened.set(owner.id, owner.kind);
}

/**
 * Opens the sealed columns of rows in place, whether they came as entities (camelCase) or from `sql()` (snake_case).
 * A row must carry its `id` and, where the table has them, its `client_id` and `couple_id`.
 */
export async function openRows(entity: unknown, table: string, rows: readonly Row[]): Promise<void> {
  const columns = sealedColumnsOf(entity);
  if (columns.length === 0 || rows.length === 0) return;
  const closed = rows
    .filter((row) => columns.some(({ property, column }) => Buffer.isBuffer(row[column] ?? row[property])))
    .map((row) => ({ row, owner: ownerOf(table, row) }));
  if (closed.length === 0) return;
  const clinicId = clinicOfRequest();
  const keys = await keysOf(closed.map(({ owner }) => owner));
  for (const { row, owner } of closed) {
    const found = keys.get(nameOf(clinicId, owner));
    if (!found) throw new Error(`no key for ${table}`);
    noteOwner(owner);
    for (const { property, column, kind } of columns) {
      const name = Buffer.isBuffer(row[column]) ? column : property;
      const value = row[name];
      if (!Buffer.isBuffer(value)) continue;
      const plain = openBytes(found.key, value, aboutOf(table, column, row)).toString('utf8');
      row[name] = kind === 'json' ? (JSON.parse(plain) as unknown) : plain;
    }
  }
}
