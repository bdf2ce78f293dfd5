import type { PartnerRole } from '../couples/couples.rules.js';
import { Forbidden, RuleBroken } from '../platform/errors.js';

export const STATES = ['kept', 'offered', 'reflected', 'not_yet', 'heard', 'withdrawn'] as const;
/** Kept between its writer and the care team; offered; said back; said back, but not heard yet; heard; taken back. */
export type State = (typeof STATES)[number];

/** Whoever wrote it, whoever listens, or the care team. */
export type Side = 'writer' | 'listener' | 'staff';

export const ACTS = ['rewrite', 'offer', 'reflect', 'reply', 'hear', 'not_yet', 'withdraw'] as const;
export type Act = (typeof ACTS)[number];

interface Step {
  by: Side;
  from: readonly State[];
  /** Left out: the state stays. */
  to?: State;
}

/**
 * Who does what, and while it is what. Nobody answers before he has said back what he heard; and after "not yet" he says
 * it back once more. What is missing is not possible.
 */
const STEPS: Record<Act, Step> = {
  rewrite: { by: 'writer', from: ['kept'] },
  offer: { by: 'writer', from: ['kept'], to: 'offered' },
  reflect: { by: 'listener', from: ['offered', 'not_yet'], to: 'reflected' },
  reply: { by: 'listener', from: ['reflected', 'heard'] },
  hear: { by: 'writer', from: ['reflected', 'not_yet'], to: 'heard' },
  not_yet: { by: 'writer', from: ['reflected'], to: 'not_yet' },
  withdraw: { by: 'writer', from: ['kept', 'offered', 'reflected', 'not_yet', 'heard'], to: 'withdrawn' },
};

/** `replied` = since he last said it back: he has one answer, not the last word. */
export const actsOf = (state: State, side: Side, replied: boolean): Act[] =>
  ACTS.filter((act) => STEPS[act].by === side && STEPS[act].from.includes(state) && !(act === 'reply' && replied));

/** The state after it. Throws `Forbidden('not_your_part')`, `RuleBroken('listen_first' | 'replied' | 'invalid_transition')`. */
export function afterAct(act: Act, state: State, side: Side, replied: boolean): State {
  const { by, from, to } = STEPS[act];
  if (by !== side) throw new Forbidden('not_your_part', 'This is for the other to do.');
  if (act === 'reply' && !from.includes(state))
    throw new RuleBroken('listen_first', 'First say back what you heard, in your own words. Then you can answer.');
  if (act === 'reply' && replied) throw new RuleBroken('replied', 'You have answered. The next word is not yours.');
  if (!from.includes(state)) throw new RuleBroken('invalid_transition', 'This is not possible now.');
  return to ?? state;
}

export type Turn = 'reflection' | 'reply' | 'heard' | 'not_yet';

/** He answered since he last said it back. Turns in their order. */
export const hasReplied = (turns: readonly Turn[]): boolean =>
  turns.lastIndexOf('reply') > turns.lastIndexOf('reflection');

/** Whoever was hurt writes first, or where nobody has said who was. */
export const mayWrite = (role: PartnerRole): boolean => role !== 'involved';
