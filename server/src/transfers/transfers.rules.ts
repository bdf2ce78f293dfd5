import { RuleBroken } from '../platform/errors.js';

interface Selection {
  chosen: readonly string[];
  /** Of the chosen, whom the giver treats: alone or as half of a couple. */
  treated: readonly string[];
  /** Partners of the couples that move whom the giver treats in their own right. */
  partners: readonly string[];
}

/**
 * Only whom one treats can be handed over, and two people of a couple go together: else each of two therapists would
 * hold half of the couple's work. Throws `RuleBroken`: `not_on_care_team`, `couple_split`.
 */
export function assertMovable({ chosen, treated, partners }: Selection): void {
  if (chosen.some((id) => !treated.includes(id))) {
    throw new RuleBroken('not_on_care_team', 'Not all of them are in this care any more.');
  }
  if (partners.some((id) => !chosen.includes(id))) {
    throw new RuleBroken('couple_split', 'Two people of a couple are handed over together.');
  }
}

/** Throws `RuleBroken('same_person')`. */
export function assertTwoColleagues(fromStaffId: string, toStaffId: string): void {
  if (fromStaffId === toStaffId) throw new RuleBroken('same_person', 'They are in this care already.');
}
