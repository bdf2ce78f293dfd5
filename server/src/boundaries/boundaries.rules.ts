import type { Kind } from '../commitments/parts.rules.js';
import { RuleBroken } from '../platform/errors.js';

export const STATES = [
  'draft',
  'proposed',
  'discussing',
  'agreed',
  'active',
  'under_review',
  'renewed',
  'changed',
  'retired',
  'declined',
] as const;
export type State = (typeof STATES)[number];

/** Whoever wrote it first, the other of the two, or the care team. */
export type Side = 'author' | 'other' | 'staff';

const BOTH: readonly Side[] = ['author', 'other'];
const ANYONE: readonly Side[] = ['author', 'other', 'staff'];

type Moves = Record<State, Partial<Record<State, readonly Side[]>>>;

/** From where to where, by whom. What is missing is not possible; staff agree to nothing for anybody. */
const MOVES: Moves = {
  draft: { proposed: ['author'], retired: ['author'] },
  proposed: { discussing: BOTH, agreed: BOTH, declined: ['other'], retired: ['author'] },
  discussing: { agreed: BOTH, declined: ['other'], retired: ['author'] },
  agreed: { active: BOTH, under_review: ANYONE },
  active: { under_review: ANYONE },
  under_review: { renewed: BOTH, changed: BOTH, retired: BOTH },
  renewed: { under_review: ANYONE },
  changed: { agreed: BOTH, declined: ['other'], retired: BOTH },
  retired: {},
  declined: { retired: ['author'] },
};

/** A limit on one's own body, contact or safety stands by its author's word: the other can talk about it, not end it. */
const FIXED_MOVES: Moves = {
  ...MOVES,
  proposed: { active: ['author'], discussing: BOTH, agreed: BOTH, retired: ['author'] },
  discussing: { active: ['author'], agreed: BOTH, retired: ['author'] },
  agreed: { active: BOTH, under_review: ['author', 'staff'] },
  active: { under_review: ['author', 'staff'] },
  under_review: { renewed: ['author'], changed: ['author'], retired: ['author'] },
  renewed: { under_review: ['author', 'staff'] },
  changed: { active: ['author'], agreed: BOTH, retired: ['author'] },
};

/** Areas in which a limit steers the other's life at least as much as one's own: there it takes two. */
const TAKES_TWO = ['third-party', 'money', 'whereabouts', 'family', 'work-travel'];

/** Needs no consent. `negotiable` false on anything else means: it may be declined, not reworded. */
export const isFixed = (it: { kind: Kind; negotiable: boolean; area: string }): boolean =>
  !it.negotiable && it.kind === 'limit' && !TAKES_TWO.includes(it.area);

/** Where this person could take it next. */
export function movesOf(state: State, side: Side, fixed: boolean): State[] {
  return (Object.entries((fixed ? FIXED_MOVES : MOVES)[state]) as [State, readonly Side[]][])
    .filter(([, sides]) => sides.includes(side))
    .map(([to]) => to);
}

/** Throws `RuleBroken('invalid_transition')`. */
export function assertMove(from: State, to: State, side: Side, fixed: boolean): void {
  if (!movesOf(from, side, fixed).includes(to))
    throw new RuleBroken('invalid_transition', `This step is not possible while it is ${words(from)}.`);
}

/**
 * How many steps somebody's act is to the other: one, but where the other has gone on alone to `theirs` as many as lead
 * from there, since nothing ends without having been looked at. None where none leads: it ended there before.
 */
export function stepsMet(theirs: State | null, to: State, side: Side, fixed: boolean): number {
  if (theirs === null) return 1;
  let reached: State[] = [theirs];
  for (let steps = 0; reached.length > 0 && steps < STATES.length; steps++) {
    if (reached.includes(to)) return steps;
    reached = [...new Set(reached.flatMap((state) => movesOf(state, side, fixed)))];
  }
  return 0;
}

const words = (state: State): string => state.replace('_', ' ');

/** Somebody's own act of agreeing, to one wording. */
export interface Consent {
  textId: string;
  by: string;
  at: Date;
}

/**
 * Who agrees to what it says now. An act counts for the wording it was given to, and since both were last asked: new
 * words, or a review, ask both anew.
 */
export function agreeing(consents: readonly Consent[], textId: string | null, askedFrom: Date | null): string[] {
  const standing = consents.filter((each) => each.textId === textId && askedFrom !== null && each.at >= askedFrom);
  return [...new Set(standing.map(({ by }) => by))];
}

export const haveBothAgreed = (agreed: readonly string[], both: readonly string[]): boolean =>
  both.length === 2 && both.every((person) => agreed.includes(person));

/** States in which other words can be put beside the ones there are. */
const NEGOTIATED: readonly State[] = ['proposed', 'discussing', 'changed'];

export const isReworded = (state: State): boolean => NEGOTIATED.includes(state);

/** Throws `RuleBroken('invalid_transition')`, or `RuleBroken('not_negotiable')` for the other of a fixed one. */
export function assertReword(state: State, side: Side, negotiable: boolean): void {
  if (!isReworded(state) || side === 'staff')
    throw new RuleBroken('invalid_transition', `The words cannot be changed while it is ${words(state)}.`);
  if (side === 'other' && !negotiable)
    throw new RuleBroken('not_negotiable', 'Its words are not open to change. You can talk about it, or say no.');
}

/** Talked about: between being proposed and being in force, and while it is looked at again. */
export const isTalkedAbout = (state: State): boolean => isReworded(state) || state === 'under_review';

/** Kept, bent or crossed can be said of it. Looking at it again does not stop that. */
export const isInForce = (state: State): boolean =>
  state === 'active' || state === 'renewed' || state === 'under_review';

export const MARKS = ['kept', 'bent', 'crossed', 'not_saying'] as const;
/** What somebody says became of it. "Rather not say" is an answer, and counts neither way. */
export type Mark = (typeof MARKS)[number];

/** Days until it is looked at again, where nobody said when. */
export const USUAL_DAYS = 28;
