import { Service, inject } from '@angular/core';
import type { InstrumentDto } from '../../api/types.gen';
import { Api } from './api';
import { NoDraftStore, SealedDraftStore, type DraftStore } from './draft-store';
import { Login } from './login';

/**
 * Item key to the number or the option given, or null for one that was passed over: "does not apply this week", or skipped.
 * An item left out has no answer yet.
 */
export type Given = Readonly<Record<string, number | string | null>>;

type Kept = Pick<InstrumentDto, 'id' | 'version'>;

/** Answers left lying longer than this (milliseconds) are no answer about these past days any more. */
const FRESH = 24 * 60 * 60 * 1000;

/**
 * Answers that are not sent yet, sealed in this browser under the key the server hands out after sign-in: a closed tab,
 * a dead battery or a lost connection costs nobody their place. Nothing of it leaves the browser until it is sent. `about` is
 * the client whose answers a member of staff writes down; it is empty for one's own.
 */
@Service()
export class KeptAnswers {
  private readonly api = inject(Api);
  private readonly login = inject(Login);
  private store: Promise<DraftStore> | undefined;

  /** What was given so far to this wording of the instrument, if it is still about the same days. */
  async of({ id: instrumentId, version }: Kept, now: number, about = ''): Promise<Given> {
    const [entry] = await (await this.open()).list(this.key(instrumentId, about)).catch(() => []);
    if (!entry) return {};
    const { at, baseVersion } = entry.draft;
    if (now - at > FRESH || baseVersion !== version) {
      await this.forget(instrumentId, about);
      return {};
    }
    return entry.draft.text as Given;
  }

  /** False when this browser cannot keep anything: then the answers live as long as the page. */
  async keep({ id: instrumentId, version }: Kept, given: Given, now: number, about = ''): Promise<boolean> {
    const draft = { text: given, baseVersion: version, sent: [], at: now };
    return (await this.open()).put(this.key(instrumentId, about), draft).then(
      () => true,
      () => false,
    );
  }

  async forget(instrumentId: string, about = ''): Promise<void> {
    await (await this.open()).delete(this.key(instrumentId, about)).catch(() => undefined);
  }

  /** Not under the prefix of texts: signing out may leave a check-in half done, it is not a lost letter. */
  private key(instrumentId: string, about: string): string {
    return ['check-in', this.login.me()?.id ?? '', ...(about ? [about] : []), instrumentId].join('|');
  }

  private open(): Promise<DraftStore> {
    this.store ??= this.make().catch(() => {
      this.store = undefined;
      return new NoDraftStore();
    });
    return this.store;
  }

  private async make(): Promise<DraftStore> {
    if (!('indexedDB' in globalThis) || !globalThis.crypto.subtle) return new NoDraftStore();
    const { key } = await this.api.get<{ key: string }>('/auth/draft-key');
    return new SealedDraftStore(await SealedDraftStore.keyFrom(key));
  }
}
