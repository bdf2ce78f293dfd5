import { Forbidden, Invalid, RuleBroken } from '../platform/errors.js';
import { dayAfter } from '../platform/days.js';

/** One person's own record, or what belongs to a couple together. */
export type ReleaseScope = 'own' | 'joint';

/** One thing that would go. For a note its kind and format stand for a title. */
export interface ReleaseItem {
  id: string;
  kind: 'note' | 'sheet' | 'scale' | 'plan' | 'plan_answer';
  title: string | null;
  noteKind: string | null;
  noteFormat: string | null;
  /** ISO: when it took place, was sent, was answered. */
  at: string;
  addenda: number;
  authorName: string | null;
  /** Of a plan, and of what was answered to one: its version. */
  planNumber?: number;
}

/** Most days that a signature lasts: one without an end says yes to what nobody has written yet. */
export const MOST_DAYS = 366;

interface Authorisation {
  clientId: string;
  coupleId: string | null;
  scope: ReleaseScope;
  signedOn: string;
  expiresOn: string;
  revokedAt: Date | string | null;
}

/** Days are calendar days of the practice; a signature counts on its first and on its last. */
export const stands = ({ signedOn, expiresOn, revokedAt }: Authorisation, today: string): boolean =>
  revokedAt === null && signedOn <= today && today <= expiresOn;

/** The signature of each of `signers` that counts today for this scope: the one that lasts longest, or none. */
export function signaturesOf<A extends Authorisation>(
  signers: readonly string[],
  all: readonly A[],
  { scope, coupleId }: { scope: ReleaseScope; coupleId: string | null },
  today: string,
): { clientId: string; signature: A | null }[] {
  const standing = all
    .filter((one) => one.scope === scope && one.coupleId === coupleId && stands(one, today))
    .sort((a, b) => b.expiresOn.localeCompare(a.expiresOn));
  return signers.map((clientId) => ({
    clientId,
    signature: standing.find((one) => one.clientId === clientId) ?? null,
  }));
}

/** Everybody whose record it is has signed. Never true of nobody, nor of a couple of whom one is known only. */
export const isAllowed = (scope: ReleaseScope, signed: readonly { signature: unknown }[]): boolean =>
  signed.length >= (scope === 'joint' ? 2 : 1) && signed.every(({ signature }) => signature !== null);

/** Throws RuleBroken('signature_missing'). */
export function mustBeAllowed(scope: ReleaseScope, signed: readonly { signature: unknown }[]): void {
  if (!isAllowed(scope, signed))
    throw new RuleBroken('signature_missing', 'Somebody whose record this is has not signed.');
}

/** Why a list that was drawn up cannot leave. */
export type Blocked = 'not_treated' | 'signature_missing' | 'list_outdated';

/**
 * Whether what stands on a list may leave today: everybody's signature counts still, and each thing on it is what it was.
 * `standing`: the ids of things that are. `isTreated`: the reader treats whose record it is, and does not only read on it.
 */
export function blockedBy(
  { scope, items }: { scope: ReleaseScope; items: readonly Pick<ReleaseItem, 'id'>[] },
  signed: readonly { signature: unknown }[],
  standing: ReadonlySet<string>,
  isTreated: boolean,
): Blocked | null {
  if (!isTreated) return 'not_treated';
  if (!isAllowed(scope, signed)) return 'signature_missing';
  return items.every(({ id }) => standing.has(id)) ? null : 'list_outdated';
}

/** Throws Forbidden for whoever only reads, else RuleBroken with what blocks it. */
export function mustBeFree(blocked: Blocked | null): void {
  if (blocked === 'not_treated') throw new Forbidden();
  if (blocked === 'signature_missing')
    throw new RuleBroken(blocked, 'Somebody whose record this is has not signed, or the signature counts no more.');
  if (blocked === 'list_outdated')
    throw new RuleBroken(
      blocked,
      'Something on this list was taken back or marked as an error since, or is not yours to read. Draw up a new list.',
    );
}

/** Throws Invalid for a day still to come, an end before it, and a signature that would last longer than a year. */
export function mustBeDays(signedOn: string, expiresOn: string, today: string): void {
  if (signedOn > today)
    throw new Invalid([{ path: 'signedOn', code: 'future', message: 'This day is still to come.' }]);
  if (expiresOn < today || expiresOn > dayAfter(signedOn, MOST_DAYS))
    throw new Invalid([
      { path: 'expiresOn', code: 'range', message: 'Choose a day from today, within a year of the signature.' },
    ]);
}
