import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { Column } from 'typeorm';
import { config } from './config.holder.js';
import { deriveKey } from './config.js';
import { newId } from './ids.js';
import { scope } from './scope.js';

/**
 * Everything clinical that people type is sealed before it reaches Postgres: AES-256-GCM under a data key of the
 * person (or couple, or clinic) it is about. Data keys are wrapped by the clinic's key, that by the master key.
 *
 * Format: version 1 (1 byte) · key id (16) · iv (12) · ciphertext · tag (16). The authenticated data is
 * `clinic|table|column|row id`: a value moved to another row, column, table or clinic does not open.
 */
const VERSION = 1;
const TAG = 16;
const IV = 12;

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

// ---- bytes ------------------------------------------------------------------------------------------------------

const uuidBytes = (id: string): Buffer => Buffer.from(id.replaceAll('-', ''), 'hex');

export function sealBytes(key: Buffer, keyId: string, plain: Buffer, about: string): Buffer {
  const iv = randomBytes(IV);
  const cipher = createCipheriv('aes-256-gcm', key, iv, { authTagLength: TAG });
  cipher.setAAD(Buffer.from(about, 'utf8'));
  const head = [Buffer.from([VERSION]), uuidBytes(keyId), iv];
  return Buffer.concat([...head, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** Throws when the bytes were altered, cut, or belong to another place. */
export function openBytes(key: Buffer, sealed: Buffer, about: string): Buffer {
  if (sealed.length < 1 + 16 + IV + TAG || sealed[0] !== VERSION) throw new Error('not a sealed value');
  const iv = sealed.subarray(17, 17 + IV);
  const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: TAG });
  decipher.setAAD(Buffer.from(about, 'utf8'));
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG));
  const plain = decipher.update(sealed.subarray(17 + IV, sealed.length - TAG));
  // Of this cipher the end holds no bytes: it compares the tag, and throws.
  decipher.final();
  return plain;
}

// ---- keys -------------------------------------------------------------------------------------------------------

interface Key {
  id: string;
  key: Buffer;
}

/** Least recently used keys go first; one takes about half a kB with its name, so the cap is about reach after an erasure. */
class KeyCache {
  private readonly keys = new Map<string, Key>();
  constructor(private readonly most: number) {}
  get(name: string): Key | undefined {
    const found = this.keys.get(name);
    if (found) {
      this.keys.delete(name);
      this.keys.set(name, found);
    }
    return found;
  }
  set(name: string, value: Key): void {
    this.keys.set(name, value);
    if (this.keys.size > this.most) this.keys.delete(this.keys.keys().next().value!);
  }
}
const cache = new KeyCache(20_000);

const masterKeyFor = (clinicId: string): Buffer => deriveKey(config(), `clinic-wrap|${clinicId}`);

/** A new clinic key, wrapped by the master key: what `clinic.wrapped_key` holds. */
export const newClinicKey = (clinicId: string): Buffer =>
  sealBytes(masterKeyFor(clinicId), clinicId, randomBytes(32), `${clinicId}|clinic|wrapped_key|${clinicId}`);

export const openClinicKey = (clinicId: string, wrapped: Buffer): Buffer =>
  openBytes(masterKeyFor(clinicId), wrapped, `${clinicId}|clinic|wrapped_key|${clinicId}`);

export const openDataKey = (clinicKey: Buffer, clinicId: string, id: string, wrapped: Buffer): Buffer =>
  openBytes(clinicKey, wrapped, `${clinicId}|data_key|wrapped|${id}`);

/** Whose key seals a row: the person it is about, else the couple, else the clinic. */
type Owner = { kind: 'client' | 'couple'; id: string } | { kind: 'clinic' };

function ownerOf(table: string, row: Row): Owner {
  const clientId = table === 'client' ? row['id'] : (row['clientId'] ?? row['client_id']);
  if (typeof clientId === 'string') return { kind: 'client', id: clientId };
  const coupleId = table === 'couple' ? row['id'] : (row['coupleId'] ?? row['couple_id']);
  if (typeof coupleId === 'string') return { kind: 'couple', id: coupleId };
  return { kind: 'clinic' };
}

const clinicOfRequest = (): string => {
  const id = scope().actor?.clinicId;
  if (!id) throw new Error('sealing needs a clinic');
  return id;
};

async function query<T extends object>(name: string, text: string, values: unknown[]): Promise<T[]> {
  const { client } = scope();
  if (!client) throw new Error('no transaction');
  return (await client.query<T>({ name, text, values })).rows;
}

async function clinicKey(clinicId: string): Promise<Key> {
  const name = `clinic ${clinicId}`;
  const known = cache.get(name);
  if (known) return known;
  const [row] = await query<{ wrapped_key: Buffer }>('clinic-key', 'select wrapped_key from clinic where id = $1', [
    clinicId,
  ]);
  if (!row) throw new Error('the clinic has no key');
  const made = { id: clinicId, key: openClinicKey(clinicId, row.wrapped_key) };
  cache.set(name, made);
  return made;
}

/** Under what a key is kept. */
const nameOf = (clinicId: string, owner: Owner): string =>
  owner.kind === 'clinic' ? `clinic ${clinicId}` : `${owner.kind} ${clinicId} ${owner.id}`;

interface WrappedKey {
  id: string;
  client_id: string | null;
  couple_id: string | null;
  wrapped: Buffer;
}

/** The keys there are of these owners, by name. Those not known yet come in one statement: a list of 50 people costs one trip. */
async function keysOf(owners: readonly Owner[]): Promise<Map<string, Key>> {
  const clinicId = clinicOfRequest();
  const keys = new Map<string, Key>();
  const cold = { client: new Set<string>(), couple: new Set<string>() };
  for (const owner of owners) {
    const name = nameOf(clinicId, owner);
    if (keys.has(name)) continue;
    // A key made in this transaction is known here alone until it is committed.
    const known = cache.get(name) ?? scope().newKeys.get(name);
    if (known) keys.set(name, known);
    else if (owner.kind === 'clinic') keys.set(name, await clinicKey(clinicId));
    else cold[owner.kind].add(owner.id);
  }
  if (cold.client.size + cold.couple.size === 0) return keys;
  const rows = await query<WrappedKey>(
    'data-keys',
    'select id, client_id, couple_id, wrapped from data_key where client_id = any ($1::uuid[]) or couple_id = any ($2::uuid[])',
    [[...cold.client], [...cold.couple]],
  );
  const { key } = await clinicKey(clinicId);
  for (const row of rows) {
    const name = row.client_id ? `client ${clinicId} ${row.client_id}` : `couple ${clinicId} ${row.couple_id}`;
    const found = { id: row.id, key: openDataKey(key, clinicId, row.id, row.wrapped) };
    cache.set(name, found);
    keys.set(name, found);
  }
  return keys;
}

/** The key of an owner who may have none yet. */
async function keyToSeal(owner: Owner): Promise<Key> {
  const clinicId = clinicOfRequest();
  const name = nameOf(clinicId, owner);
  const known = (await keysOf([owner])).get(name);
  if (known || owner.kind === 'clinic') return known ?? clinicKey(clinicId);
  const made = { id: newId(), key: randomBytes(32) };
  const wrapped = sealBytes(
    (await clinicKey(clinicId)).key,
    clinicId,
    made.key,
    `${clinicId}|data_key|wrapped|${made.id}`,
  );
  await query('data-key-new', 'insert into data_key (id, client_id, couple_id, wrapped) values ($1, $2, $3, $4)', [
    made.id,
    owner.kind === 'client' ? owner.id : null,
    owner.kind === 'couple' ? owner.id : null,
    wrapped,
  ]);
  scope().newKeys.set(name, made);
  return made;
}

/** A new key of an author's, wrapped by the clinic's. */
export const newWordKey = (clinicKey: Buffer, clinicId: string): { id: string; key: Buffer; wrapped: Buffer } => {
  const [id, key] = [newId(), randomBytes(32)];
  return { id, key, wrapped: sealBytes(clinicKey, clinicId, key, `${clinicId}|word_key|wrapped|${id}`) };
};

export const openWordKey = (clinicKey: Buffer, clinicId: string, id: string, wrapped: Buffer): Buffer =>
  openBytes(clinicKey, wrapped, `${clinicId}|word_key|wrapped|${id}`);

/** What the words of the actor's own texts are indexed under: hers alone, so that a colleague's same word looks different. */
export async function ownWordKey(): Promise<Buffer> {
  const clinicId = clinicOfRequest();
  const authorId = scope().actor!.id;
  const name = `words ${clinicId} ${authorId}`;
  const known = cache.get(name) ?? scope().newKeys.get(name);
  if (known) return known.key;
  const { key: clinics } = await clinicKey(clinicId);
  const find = (): Promise<{ id: string; wrapped: Buffer }[]> =>
    query('word-key', 'select id, wrapped from word_key where author_id = $1', [authorId]);
  let [row] = await find();
  const isNew = row === undefined;
  if (isNew) {
    const { id, wrapped } = newWordKey(clinics, clinicId);
    await query(
      'word-key-new',
      'insert into word_key (id, author_id, wrapped) values ($1, $2, $3) on conflict do nothing',
      [id, authorId, wrapped],
    );
    [row] = await find();
  }
  const found = { id: row!.id, key: openWordKey(clinics, clinicId, row!.id, row!.wrapped) };
  if (isNew) scope().newKeys.set(name, found);
  else cache.set(name, found);
  return found.key;
}

// ---- rows -------------------------------------------------------------------------------------------------------

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

// ---- exact lookup -----------------------------------------------------------------------------------------------

/** An e-mail address as it is compared: trimmed, lower case, NFKC. */
export const normaliseEmail = (email: string): string => email.normalize('NFKC').trim().toLowerCase();

/** Blind index of a sign-in address over all clinics: 32 bytes that tell equality and nothing else. */
export const emailIndex = (email: string): Buffer =>
  createHmac('sha256', config().indexKey)
    .update(`email|${normaliseEmail(email)}`)
    .digest();

/** Blind index of a value within the actor's clinic. */
export const clinicIndex = (purpose: string, value: string): Buffer =>
  createHmac('sha256', config().indexKey).update(`${purpose}|${clinicOfRequest()}|${value}`).digest();
