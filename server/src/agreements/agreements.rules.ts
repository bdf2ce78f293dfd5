import { dayAfter } from '../platform/days.js';
import { RuleBroken } from '../platform/errors.js';

/** As it is kept: what follows from the two people's acts and from the day is worked out from it. */
export const STATES = ['proposed', 'active', 'revisiting', 'declined', 'ended'] as const;
export type State = (typeof STATES)[number];

/** As it stands today. `agreed`: both said yes, and their therapist has not started it. `lapsed`: its day has gone by. */
export const STANDINGS = ['proposed', 'agreed', 'active', 'revisiting', 'lapsed', 'declined', 'ended'] as const;
export type Standing = (typeof STANDINGS)[number];

export const ACTS = ['agree', 'decline', 'revisit', 'end', 'start', 'offer'] as const;
export type Act = (typeof ACTS)[number];

/** Whoever wrote it first, the other of the two, or the care team. */
export type Side = 'author' | 'other' | 'staff';

/** How somebody comes to know of it. Nothing here follows anybody or opens anything. */
export const WAYS = ['told', 'asked', 'weekly', 'therapist'] as const;
export type Way = (typeof WAYS)[number];

/** Who is open about it, as its author sees it. */
export const SHARERS = ['author', 'other', 'both'] as const;
export type Sharer = (typeof SHARERS)[number];

const BOTH: readonly Side[] = ['author', 'other'];
const ANYONE: readonly Side[] = ['author', 'other', 'staff'];

/**
 * Who may do what while it stands so. Staff agree to nothing for anybody; they start what both agreed to. Looking at it
 * again lets it rest at once, at anyone's word; ending it takes one. Nothing leads back from what is over.
 */
const ACTS_OF: Record<Standing, Partial<Record<Act, readonly Side[]>>> = {
  proposed: { agree: BOTH, decline: ['other'], end: ['author'], offer: BOTH },
  agreed: { start: ['staff'], decline: ['other'], end: ['author'], offer: BOTH },
  active: { agree: BOTH, revisit: ANYONE, end: BOTH, start: ['staff'], offer: BOTH },
  revisiting: { agree: BOTH, end: BOTH, start: ['staff'], offer: BOTH },
  lapsed: {},
  declined: {},
  ended: {},
};

/** Terms that were put to both, and who agreed to them. */
export interface Asked {
  agreed: readonly string[];
  untilOn: string;
}

/** Days are `YYYY-MM-DD`. `asked`: the newest terms that are not in force; null for none. */
export function standingOf(
  { state, untilOn }: { state: State; untilOn: string | null },
  asked: Asked | null,
  both: readonly string[],
  today: string,
): Standing {
  if (state === 'declined' || state === 'ended') return state;
  const until = state === 'proposed' ? (asked?.untilOn ?? '') : (untilOn ?? '');
  if (until < today) return 'lapsed';
  return state === 'proposed' && isAgreed(asked, both) ? 'agreed' : state;
}

/** Each one's own act, to these very terms. Nobody agrees with herself. */
export const isAgreed = (asked: Asked | null, both: readonly string[]): boolean =>
  asked !== null && both.length === 2 && both.every((person) => asked.agreed.includes(person));

/** What this person can do now. To agree, something has to be asked that she or he has not agreed to; to start, both have. */
export function actsOf(
  standing: Standing,
  side: Side,
  asked: Asked | null,
  who: { me: string | null; both: readonly string[] },
): Act[] {
  const can = ACTS.filter((act) => ACTS_OF[standing][act]?.includes(side));
  return can.filter((act) => {
    if (act === 'agree') return asked !== null && who.me !== null && !asked.agreed.includes(who.me);
    if (act === 'start') return isAgreed(asked, who.both);
    return true;
  });
}

/** Throws `RuleBroken('invalid_transition')`. */
export function assertAct(act: Act, acts: readonly Act[], standing: Standing): void {
  if (!acts.includes(act))
    throw new RuleBroken('invalid_transition', `This step is not possible while it is ${WORDS[standing]}.`);
}

const WORDS: Record<Standing, string> = {
  proposed: 'put forward',
  agreed: 'agreed and not started',
  active: 'in force',
  revisiting: 'resting',
  lapsed: 'over, since its day has gone by',
  declined: 'answered with no',
  ended: 'ended',
};

/** Days before its last one from which it says that it is coming to its end. */
export const SOON_DAYS = 14;
export const endsSoon = (standing: Standing, untilOn: string | null, today: string): boolean =>
  standing === 'active' && untilOn !== null && untilOn <= dayAfter(today, SOON_DAYS);

/** In the reader's own words: who is open about it. */
export function sharerFor(sharer: Sharer, side: Side): Sharer | 'me' | 'partner' {
  if (sharer === 'both' || side === 'staff') return sharer;
  return sharer === side ? 'me' : 'partner';
}
