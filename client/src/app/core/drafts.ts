import { Service, effect, inject, signal, untracked } from '@angular/core';
import { Api } from './api';
import { Draft } from './draft';
import type { ServerText } from './draft-link';
import { NoDraftStore, SealedDraftStore, type DraftStore } from './draft-store';
import { Login } from './login';

/**
 * A text that lives at one address: GET gives `{version, …}`, PUT with `If-Match` takes it.
 * `{ path: '/notes/1', textOf: (note) => note.sections, bodyOf: (sections) => ({ sections }) }`
 */
export interface DraftSource<T, B extends Versioned> {
  path: string;
  textOf(body: B): T;
  bodyOf(text: T): object;
}

export interface Versioned {
  version: number;
  savedAt?: string | null;
  updatedAt?: string | null;
}

/** Bodies above this many characters may not outlive the page: browsers refuse them. Bytes would be 64 KiB. */
const KEEPALIVE_LIMIT = 20_000;

/** Milliseconds that signing out waits for unsent text to arrive. */
const LAST_CHANCE = 3_000;

interface Open {
  draft: Draft<never>;
  release: () => void;
}

/** Opens drafts and sees to it that none is lost when pages close, connections break or the sign-in ends. */
@Service()
export class Drafts {
  private readonly api = inject(Api);
  private readonly login = inject(Login);
  private readonly tab = crypto.getRandomValues(new Uint32Array(2)).join('-');
  private readonly opened = new Map<string, Open>();
  private store: { of: string; ready: Promise<DraftStore> } | undefined;

  /** True while the browser has a connection. */
  readonly online = signal(navigator.onLine);

  constructor() {
    addEventListener('online', () => this.goOn());
    addEventListener('offline', () => this.online.set(false));
    addEventListener('pagehide', () => this.flushAll(true));
    addEventListener('beforeunload', (event) => this.warn(event));
    document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && this.flushAll(true));
    this.login.onResume(() => this.goOn());
    this.login.onFlush(() => this.flushAll(false));
    this.login.beforeSignOut((lose) => this.leave(lose));
    // The key is fetched with the sign-in, so that opening a note later costs no round trip.
    effect(() => {
      const me = this.login.me();
      if (me) untracked(() => void this.storeOf(me.id));
    });
  }

  /** `body` is what the server answered last. Text of an earlier visit that never arrived comes back by itself. */
  async open<T, B extends Versioned>(source: DraftSource<T, B>, body: B): Promise<Draft<T>> {
    const before = this.opened.get(source.path);
    if (before?.draft.unsent()) return before.draft;
    before?.release();
    const me = this.login.me()?.id ?? '';
    const prefix = `${me}|${source.path}|`;
    const server = serverText(source, body);
    const draft = new Draft<T>(
      {
        key: prefix + this.tab,
        store: await this.storeOf(me),
        save: async (text, version, { keepalive }) => {
          const small = keepalive && JSON.stringify(text).length < KEEPALIVE_LIMIT;
          const answer = await this.api.put<B>(source.path, source.bodyOf(text), {
            ifMatch: version,
            keepalive: small,
          });
          return { version: answer.version, savedAt: answer.savedAt ?? answer.updatedAt };
        },
        load: async () => serverText(source, await this.api.get<B>(source.path)),
      },
      server,
    );
    const release = await claim(`kept-draft-${prefix}`, (alone) => draft.elsewhere.set(!alone));
    this.opened.set(source.path, { draft: draft as unknown as Draft<never>, release });
    // Another tab is alive: what it has not sent yet is its own to send.
    if (!draft.elsewhere()) await draft.recover(prefix, server);
    return draft;
  }

  /** Leaving the page: sends the rest, and goes on trying in the background if that fails. */
  async close<T>(draft: Draft<T>): Promise<void> {
    await draft.flush();
    for (const [path, open] of this.opened) {
      if ((open.draft as unknown) !== draft || draft.unsent()) continue;
      draft.stop();
      open.release();
      this.opened.delete(path);
    }
  }

  /** A small thing this person chose on this device, such as a kind of hint not to see again. It is never sent. */
  async kept<T>(name: string): Promise<T | null> {
    const me = this.login.me()?.id ?? '';
    const own = asideOf(me, name);
    const found = await (await this.storeOf(me)).list(own).catch(() => []);
    // Another name may begin with this one.
    return (found.find(({ key }) => key === own)?.draft.text as T | undefined) ?? null;
  }

  /** Sealed like a draft, but it does not count as unsent. */
  async keep(name: string, choice: unknown): Promise<void> {
    const me = this.login.me()?.id ?? '';
    const entry = { text: choice, baseVersion: 0, sent: [], at: Date.now() };
    await (await this.storeOf(me)).put(asideOf(me, name), entry).catch(() => undefined);
  }

  /** Before leaving in a hurry: everything is sealed and sent without waiting for an answer. */
  flushAll(keepalive: boolean): void {
    for (const { draft } of this.opened.values()) void draft.flush({ keepalive });
  }

  private goOn(): void {
    this.online.set(true);
    for (const { draft } of this.opened.values()) draft.resume();
  }

  /** The store is shared by all tabs, so what it still holds is what nobody has sent. */
  private async leave(lose: boolean): Promise<boolean> {
    const me = this.login.me()?.id;
    if (me === undefined) return true;
    const store = await this.storeOf(me);
    if (lose) {
      for (const { draft } of this.opened.values()) await draft.discard();
      for (const { key } of await store.list(`${me}|`)) await store.delete(key);
      return true;
    }
    for (const { draft } of this.opened.values()) draft.resume();
    const until = Date.now() + LAST_CHANCE;
    this.flushAll(false);
    while (Date.now() < until) {
      if (!this.anyUnsent() && (await store.count(`${me}|`)) === 0) return true;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    return false;
  }

  private anyUnsent(): boolean {
    return [...this.opened.values()].some(({ draft }) => draft.unsent());
  }

  /** Only where the browser cannot keep a sealed copy does closing cost words. */
  private warn(event: BeforeUnloadEvent): void {
    if ([...this.opened.values()].some(({ draft }) => draft.unsent() && !draft.kept())) event.preventDefault();
  }

  private storeOf(userId: string): Promise<DraftStore> {
    if (this.store?.of !== userId) {
      const ready = this.makeStore().catch(() => {
        this.store = undefined;
        return new NoDraftStore();
      });
      this.store = { of: userId, ready };
    }
    return this.store.ready;
  }

  private async makeStore(): Promise<DraftStore> {
    if (!('indexedDB' in globalThis) || !globalThis.crypto.subtle) return new NoDraftStore();
    const { key } = await this.api.get<{ key: string }>('/auth/draft-key');
    return new SealedDraftStore(await SealedDraftStore.keyFrom(key));
  }
}

/** Apart from what begins with the person, which is text on its way to the server. */
const asideOf = (userId: string, name: string): string => `aside|${userId}|${name}`;

function serverText<T, B extends Versioned>(source: DraftSource<T, B>, body: B): ServerText<T> {
  return { text: source.textOf(body), version: body.version, savedAt: body.savedAt ?? body.updatedAt };
}

/** Holds the name for this tab until released; tells whether this tab is the one that holds it, also later. */
async function claim(name: string, tell: (alone: boolean) => void): Promise<() => void> {
  if (!('locks' in navigator)) return () => undefined;
  const end = new AbortController();
  let release = (): void => end.abort();
  const hold = (): Promise<void> =>
    new Promise((resolve) => {
      tell(true);
      release = resolve;
    });
  await new Promise<void>((known) => {
    void navigator.locks.request(name, { ifAvailable: true }, (lock) => {
      tell(lock !== null);
      known();
      if (lock) return hold();
      navigator.locks.request(name, { signal: end.signal }, hold).catch(() => undefined);
      return undefined;
    });
  });
  return () => release();
}
