import { Service, inject } from '@angular/core';
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { SetbackPlanDto } from '../../../api/types.gen';
import { Api } from '../../core/api';
import { DEVICE_COPY, deviceSeal, dropDeviceCopy, setDeviceSeal } from '../../core/device-copy';
import { Drafts } from '../../core/drafts';
import { Login } from '../../core/login';
import { crisisLinesFor, type CrisisLines } from '../break/break.rules';

/** The plan and whom to call, as it is shown where there is no connection. */
export interface PlanCopy {
  plan: SetbackPlanDto['content'];
  lines: CrisisLines;
  clinicName: string;
  clinicPhone: string;
  /** Epoch milliseconds at which it was put by. */
  at: number;
}

/** Milliseconds after which a copy that was not put by anew is no longer opened: a phone that changed hands. */
export const LAPSES_AFTER = 30 * 86_400_000;

/** Names under which this browser keeps, sealed with the key that comes with the sign-in: the plan, and the wish for a copy. */
const HERE = 'plan';
const WISH = 'plan-on-device';

interface Schema extends DBSchema {
  copy: { key: string; value: { iv: Uint8Array<ArrayBuffer>; sealed: ArrayBuffer } };
}

/**
 * The plan without a connection. While its owner is signed in, it opens with the key of her sign-in, like a draft. Only if
 * she asked for it on this device, it also opens from a cold start: then the key lies here too, until she signs out or
 * leaves in a hurry.
 */
@Service()
export class PlanCopies {
  private readonly api = inject(Api);
  private readonly drafts = inject(Drafts);
  private readonly login = inject(Login);

  /** Seals what the server has said. */
  async put(plan: SetbackPlanDto['content']): Promise<void> {
    const me = this.login.me();
    if (!me) return;
    const { name, phone, locale, timeZone } = me.clinic;
    const lines = crisisLinesFor(locale, timeZone);
    const copy: PlanCopy = { plan, lines, clinicName: name, clinicPhone: phone, at: Date.now() };
    await this.drafts.keep(HERE, copy);
    if (await this.wished()) await this.seal(me.id, copy);
  }

  /** What can be opened now, without asking anybody. */
  async open(): Promise<PlanCopy | null> {
    const kept = this.login.me() ? await this.drafts.kept<PlanCopy>(HERE) : null;
    return kept ?? (await this.unseal());
  }

  /** Whether she asked for a copy on this device. */
  async wished(): Promise<boolean> {
    return (await this.drafts.kept<boolean>(WISH)) === true;
  }

  async wish(on: boolean, plan: SetbackPlanDto['content']): Promise<void> {
    await this.drafts.keep(WISH, on);
    if (on) await this.put(plan);
    else dropDeviceCopy();
  }

  /** Fetched anew once a visit, so that a plan changed elsewhere is here as well. */
  async refresh(): Promise<void> {
    const id = this.login.me()?.clientId;
    if (!id) return;
    const plan = await this.api.get<SetbackPlanDto>(`/clients/${id}/setback-plan`).catch(() => null);
    if (plan && plan.source !== 'none') await this.put(plan.content);
  }

  private async seal(owner: string, copy: PlanCopy): Promise<void> {
    const known = deviceSeal();
    const key = known?.owner === owner ? known.key : freshKey();
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const text = new TextEncoder().encode(JSON.stringify(copy));
    const sealed = await crypto.subtle.encrypt(bound(iv, owner), await keyOf(key), text);
    await inDatabase((database) => database.put('copy', { iv, sealed }, owner));
    // Meanwhile she may have left the page in a hurry.
    if (!document.documentElement.hasAttribute('data-left')) setDeviceSeal({ owner, key });
  }

  private async unseal(): Promise<PlanCopy | null> {
    const seal = deviceSeal();
    if (!seal) return null;
    try {
      const entry = await inDatabase((database) => database.get('copy', seal.owner));
      if (!entry) return null;
      const text = await crypto.subtle.decrypt(bound(entry.iv, seal.owner), await keyOf(seal.key), entry.sealed);
      const copy = JSON.parse(new TextDecoder().decode(text)) as PlanCopy;
      if (Date.now() - copy.at <= LAPSES_AFTER) return copy;
      dropDeviceCopy();
    } catch {
      // Not to be opened any more: as if it were not there.
    }
    return null;
  }
}

let hasPutBy = false;

/** Once a visit, in the background. */
export function putPlanBy(): void {
  if (hasPutBy) return;
  hasPutBy = true;
  void inject(PlanCopies).refresh();
}

const freshKey = (): string => btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(32))));

const keyOf = (base64: string): Promise<CryptoKey> =>
  crypto.subtle.importKey(
    'raw',
    Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)),
    'AES-GCM',
    false,
    ['encrypt', 'decrypt'],
  );

const bound = (iv: Uint8Array<ArrayBuffer>, owner: string): AesGcmParams => ({
  name: 'AES-GCM',
  iv,
  additionalData: new TextEncoder().encode(owner),
});

/** Opened and closed each time: an open one would stand in the way of its own erasing. */
async function inDatabase<T>(act: (database: IDBPDatabase<Schema>) => Promise<T>): Promise<T> {
  const database = await openDB<Schema>(DEVICE_COPY, 1, {
    upgrade: (fresh) => void fresh.createObjectStore('copy'),
    blocking: (_before, _after, event) => (event.target as IDBDatabase).close(),
  });
  try {
    return await act(database);
  } finally {
    database.close();
  }
}
