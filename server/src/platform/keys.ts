import { randomBytes } from 'node:crypto';
import { config } from './config.holder.js';
import { deriveKey } from './config.js';
import { newId } from './ids.js';
import { scope } from './scope.js';
import { openBytes, sealBytes } from './sealed.bytes.js';

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
export type Owner = { kind: 'client' | 'couple'; id: string } | { kind: 'clinic' };

export const clinicOfRequest = (): string => {
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
export const nameOf = (clinicId: string, owner: Owner): string =>
  owner.kind === 'clinic' ? `clinic ${clinicId}` : `${owner.kind} ${clinicId} ${owner.id}`;

interface WrappedKey {
  id: string;
  client_id: string | null;
  couple_id: string | null;
  wrapped: Buffer;
}

/** The keys there are of these owners, by name. Those not known yet come in one statement: a list of 50 people costs one trip. */
export async function keysOf(owners: readonly Owner[]): Promise<Map<string, Key>> {
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
export async function keyToSeal(owner: Owner): Promise<Key> {
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
