import { RuleBroken } from '../platform/errors.js';

export const PARTNER_ROLES = ['injured', 'involved', 'both', 'unspecified'] as const;
export type PartnerRole = (typeof PARTNER_ROLES)[number];

export const BETRAYAL_TYPES = ['sexual', 'emotional', 'online', 'financial', 'deception', 'other'] as const;
export type BetrayalType = (typeof BETRAYAL_TYPES)[number];

export const STAGES = ['stabilise', 'understand', 'repair', 'rebuild', 'part'] as const;
export type Stage = (typeof STAGES)[number];

/**
 * The number a stage carries on screen; parting is an outcome and no step. Moving is the therapist's judgement:
 * a setback leads back to the start and some couples come in half-way, so no move is refused.
 */
export const STAGE_STEP: Record<Stage, 1 | 2 | 3 | 4 | null> = {
  stabilise: 1,
  understand: 2,
  repair: 3,
  rebuild: 4,
  part: null,
};

export interface PartnerLink {
  clientId: string;
  role: PartnerRole;
}

/**
 * Two different people. Roles are each partner's own: both may be injured or involved; nothing is derived from one
 * for the other. Throws `RuleBroken('same_client')`.
 */
export function assertTwoPeople(partners: readonly [PartnerLink, PartnerLink]): void {
  if (partners[0].clientId === partners[1].clientId) {
    throw new RuleBroken('same_client', 'A couple is two different people.');
  }
}
