import { openDB, type DBSchema, type IDBPDatabase } from 'idb';

/** Text that the server does not have yet, as one tab last knew it. */
export interface UnsentDraft<T = unknown> {
  text: T;
  /** Version of the server's text this was written on. */
  baseVersion: number;
  /** Texts whose fate is unknown (sent, never answered): if the server now shows one of them, it was us. */
  sent: T[];
  /** Epoch milliseconds of the last change. */
  at: number;
}

/** Where unsent drafts survive a crash. Keys are `<user>|<draft>|<tab>`. */
export interface DraftStore {
  put(key: string, draft: UnsentDraft): Promise<void>;
  /** All that can be opened, newest first. */
  list(prefix: string): Promise<{ key: string; draft: UnsentDraft }[]>;
  delete(key: string): Promise<void>;
  /** How many entries begin so, also of other tabs. */
  count(prefix: string): Promise<number>;
}

interface Schema extends DBSchema {
  unsent: { key: string; value: { iv: Uint8Array<ArrayBuffer>; sealed: ArrayBuffer } };
}

/** Everything from `prefix` on that still begins with it. */
const below = (prefix: string): IDBKeyRange => IDBKeyRange.bound(prefix, prefix + '\uffff');

/**
 * IndexedDB, each entry sealed with AES-GCM under the key the server hands out after sign-in. The key lives in memory
 * only, so what lies on the disk of a lost or shared phone cannot be read without signing in as the same person.
 */
export class SealedDraftStore implements DraftStore {
  private database: Promise<IDBPDatabase<Schema>> | undefined;

  constructor(private readonly key: CryptoKey) {}

  static async keyFrom(base64: string): Promise<CryptoKey> {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);
  }

  async put(key: string, draft: UnsentDraft): Promise<void> {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const sealed = await crypto.subtle.encrypt(
      seal(iv, key),
      this.key,
      new TextEncoder().encode(JSON.stringify(draft)),
    );
    await (await this.open()).put('unsent', { iv, sealed }, key);
  }

  async list(prefix: string): Promise<{ key: string; draft: UnsentDraft }[]> {
    const database = await this.open();
    const keys = await database.getAllKeys('unsent', below(prefix));
    const found = await Promise.all(
      keys.map(async (key) => {
        const entry = await database.get('unsent', key);
        if (!entry) return null;
        try {
          const opened = await crypto.subtle.decrypt(seal(entry.iv, key), this.key, entry.sealed);
          return { key, draft: JSON.parse(new TextDecoder().decode(opened)) as UnsentDraft };
        } catch {
          // Sealed under a key that was changed since: nobody can open it any more.
          await database.delete('unsent', key);
          return null;
        }
      }),
    );
    return found.filter((entry) => entry !== null).sort((a, b) => b.draft.at - a.draft.at);
  }

  async delete(key: string): Promise<void> {
    await (await this.open()).delete('unsent', key);
  }

  async count(prefix: string): Promise<number> {
    return (await this.open()).count('unsent', below(prefix));
  }

  private open(): Promise<IDBPDatabase<Schema>> {
    this.database ??= openDB<Schema>('kept', 1, { upgrade: (database) => void database.createObjectStore('unsent') });
    return this.database;
  }
}

/** Bound to its place: an entry moved under another key does not open. */
const seal = (iv: Uint8Array<ArrayBuffer>, key: string): AesGcmParams => ({
  name: 'AES-GCM',
  iv,
  additionalData: new TextEncoder().encode(key),
});

/** For browsers without IndexedDB or WebCrypto: nothing survives, and nothing pretends to. */
export class NoDraftStore implements DraftStore {
  put(): Promise<void> {
    return Promise.reject(new Error('This browser cannot keep drafts'));
  }
  list(): Promise<{ key: string; draft: UnsentDraft }[]> {
    return Promise.resolve([]);
  }
  delete(): Promise<void> {
    return Promise.resolve();
  }
  count(): Promise<number> {
    return Promise.resolve(0);
  }
}
