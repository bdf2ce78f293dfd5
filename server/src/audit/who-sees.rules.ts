/**
 * Who can see what, told to whoever it is about. One row for each kind of thing, as the row policies and permissions have
 * it: a test reads everything as each of these people and fails when a row says otherwise.
 *
 * `yes`: always. `no`: never. `shared`: what its author chose to share, word for word, and from then on. `passed_on`: once
 * the therapist has passed it on. `ask`: not in the portal; the practice says it when asked.
 *
 * What each says when asked alone about safety has no row: nothing of it stands in any portal, not even that it is asked.
 */
export type Sight = 'yes' | 'no' | 'shared' | 'passed_on' | 'ask';

export const KINDS = [
  'drafts',
  'sent',
  'check_ins',
  'boundary_drafts',
  'boundaries',
  'what_became',
  'questions',
  'hard_days',
  'journal',
  'small_wins',
  'crossroads',
  'own_plan',
  'their_notes',
  'contact',
] as const;
export type Kind = (typeof KINDS)[number];

export interface WhoSees {
  me: Sight;
  therapist: Sight;
  partner: Sight;
  admin: Sight;
}

const OWN: WhoSees = { me: 'yes', therapist: 'no', partner: 'no', admin: 'no' };
const WITH_THERAPIST: WhoSees = { ...OWN, therapist: 'yes' };

export const WHO_SEES: Record<Kind, WhoSees> = {
  drafts: OWN,
  sent: { ...WITH_THERAPIST, partner: 'shared' },
  check_ins: WITH_THERAPIST,
  boundary_drafts: OWN,
  boundaries: { ...WITH_THERAPIST, partner: 'yes' },
  what_became: WITH_THERAPIST,
  questions: { ...WITH_THERAPIST, partner: 'passed_on' },
  hard_days: WITH_THERAPIST,
  journal: WITH_THERAPIST,
  small_wins: { ...WITH_THERAPIST, partner: 'shared' },
  crossroads: WITH_THERAPIST,
  own_plan: WITH_THERAPIST,
  their_notes: { ...WITH_THERAPIST, me: 'ask' },
  contact: { me: 'ask', therapist: 'yes', partner: 'no', admin: 'yes' },
};

/** Of these a person without a partner has none. */
export const OF_COUPLES: readonly Kind[] = ['boundary_drafts', 'boundaries', 'what_became', 'questions'];
