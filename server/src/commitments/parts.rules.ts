import type { PartnerRole } from '../couples/couples.rules.js';

export const KINDS = ['limit', 'request', 'condition'] as const;
/** A limit is about oneself, a request is refusable, a condition is what repair hangs on. */
export type Kind = (typeof KINDS)[number];

/** What somebody does in this work, as far as it depends on the part she or he has in what happened. */
export type Deed = Kind | 'answer' | 'mark' | 'promise' | 'confirm';

const ALL: readonly PartnerRole[] = ['injured', 'involved', 'both', 'unspecified'];
/** Whoever was hurt, or where nobody has said who was. */
const HURT: readonly PartnerRole[] = ['injured', 'both', 'unspecified'];
/** Whoever broke the trust, or where nobody has said who did. */
const INVOLVED: readonly PartnerRole[] = ['involved', 'both', 'unspecified'];

/**
 * Respect and safety are the same for both; what has to be repaired is not. Anyone sets a limit, asks, agrees, declines.
 * Conditions of repair are set by whoever was hurt. Small promises are made by whoever has to be believed again: nobody
 * who was hurt is asked to prove herself. And seeing one kept is said by whoever it was made to.
 */
const PARTS: Record<Deed, readonly PartnerRole[]> = {
  limit: ALL,
  request: ALL,
  condition: HURT,
  answer: ALL,
  mark: ALL,
  promise: INVOLVED,
  confirm: HURT,
};

export const isOnesPart = (role: PartnerRole, deed: Deed): boolean => PARTS[deed].includes(role);
