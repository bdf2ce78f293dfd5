import { RuleBroken } from '../platform/errors.js';

export const CLIENT_STATUSES = ['waiting', 'active', 'paused', 'ended'] as const;
export type ClientStatus = (typeof CLIENT_STATUSES)[number];

/** Who has ended may come back, straight into care or onto the waiting list. */
const STATUS_MOVES: Record<ClientStatus, readonly ClientStatus[]> = {
  waiting: ['active', 'ended'],
  active: ['paused', 'ended'],
  paused: ['active', 'ended'],
  ended: ['waiting', 'active'],
};

/** Staying where one is, is no move and always allowed. Throws `RuleBroken('invalid_transition')`. */
export function assertStatusMove(from: ClientStatus, to: ClientStatus): void {
  if (from !== to && !STATUS_MOVES[from].includes(to)) {
    throw new RuleBroken('invalid_transition', `A client who is ${from} cannot become ${to}.`);
  }
}

/** Whoever is entered by the therapist who will treat them is in care; whoever is entered by the front desk waits. */
export function firstStatus(enteredByTherapist: boolean): ClientStatus {
  return enteredByTherapist ? 'active' : 'waiting';
}

/** The three parts of a person's name, as typed. */
export interface PersonName {
  givenName: string;
  familyName: string;
  preferredName: string | null;
}

/** The name a person goes by: the preferred one, else the given one. */
export function callName(name: PersonName): string {
  return name.preferredName ?? name.givenName;
}

/** Made once: making one costs more than a whole page of names. */
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** A letter that what follows cannot be a part of. Most names begin so and need no segmenter, which is forty times dearer. */
const PLAIN_START = /^[A-Za-z][ -~]/;

/** First letter of the family name with a point, "K.". A letter is what a reader takes for one: a base with its marks. */
export function familyInitial(name: PersonName): string {
  const family = name.familyName.trim();
  if (PLAIN_START.test(family)) return `${family[0]!.toUpperCase()}.`;
  const [first] = graphemes.segment(family);
  return first ? `${first.segment.toUpperCase()}.` : '';
}

/** "Maya K.": enough to know one's own client by, too little for whoever looks over the shoulder. */
export function displayName(name: PersonName): string {
  return `${callName(name)} ${familyInitial(name)}`.trim();
}

/** Whole years on a calendar day. Both days `YYYY-MM-DD`; undefined when the birth date is not known. */
export function ageOn(today: string, birthDate: string | null): number | undefined {
  if (birthDate === null) return undefined;
  const hadBirthday = today.slice(5) >= birthDate.slice(5);
  return Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4)) - (hadBirthday ? 0 : 1);
}

/** Nobody in care was born in the future or before 1900. Days are `YYYY-MM-DD`. */
export function isPlausibleBirthDate(birthDate: string, today: string): boolean {
  return birthDate >= '1900-01-01' && birthDate <= today;
}
