import { RuleBroken } from '../platform/errors.js';

export type SequenceStatus = 'running' | 'paused' | 'ended';
export type SequenceAct = 'pause' | 'resume' | 'end';

const NEXT: Record<SequenceStatus, Partial<Record<SequenceAct, SequenceStatus>>> = {
  running: { pause: 'paused', end: 'ended' },
  paused: { resume: 'running', end: 'ended' },
  ended: {},
};

/** Throws `RuleBroken('invalid_transition')`. */
export function sequenceAfter(act: SequenceAct, status: SequenceStatus): SequenceStatus {
  const next = NEXT[status][act];
  if (!next) throw new RuleBroken('invalid_transition', `This is not possible while the sequence is ${status}.`);
  return next;
}
