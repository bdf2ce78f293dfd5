import { Invalid, RuleBroken } from '../platform/errors.js';
import { isEmpty, type NoteKind, type Sections } from './note-formats.js';

export const NOTE_STATUSES = ['draft', 'awaiting_cosign', 'signed', 'entered_in_error'] as const;
export type NoteStatus = (typeof NOTE_STATUSES)[number];

/** A signed note never becomes a draft again. What waits for a co-signature may go back to its author. */
export const NOTE_TRANSITIONS: Record<NoteStatus, readonly NoteStatus[]> = {
  draft: ['awaiting_cosign', 'signed'],
  awaiting_cosign: ['signed', 'draft', 'entered_in_error'],
  signed: ['entered_in_error'],
  entered_in_error: [],
};

/** Throws RuleBroken('already_signed') for a second signature, else RuleBroken('invalid_transition'). */
export function moveNote(from: NoteStatus, to: NoteStatus): NoteStatus {
  if (NOTE_TRANSITIONS[from].includes(to)) return to;
  const signing = to === 'signed' || to === 'awaiting_cosign';
  if (signing && from !== 'draft') throw new RuleBroken('already_signed', 'This note is already signed.');
  throw new RuleBroken('invalid_transition', `A note that is ${from} cannot become ${to}.`);
}

/** Throws RuleBroken('note_signed'): from the signature on, words go into an addendum. */
export function mustBeDraft(status: NoteStatus): void {
  if (status !== 'draft') throw new RuleBroken('note_signed', 'This note is signed. Add an addendum instead.');
}

/** Throws RuleBroken('note_empty'): a signature under nothing says nothing. */
export function mustHaveWords(sections: Sections): void {
  if (isEmpty(sections)) throw new RuleBroken('note_empty', 'There is nothing in this note to sign.');
}

/** Throws RuleBroken('not_signed'): a draft is edited, not added to, and a mistaken note is left as it stands. */
export function mustTakeAddenda(status: NoteStatus): void {
  if (status === 'draft') throw new RuleBroken('not_signed', 'This note is still a draft. Edit it instead.');
  if (status === 'entered_in_error')
    throw new RuleBroken('invalid_transition', 'This note was entered in error and takes no addenda.');
}

/**
 * What the author's signature leads to. A psychotherapy note is its author's alone: nobody could read it to
 * co-sign it.
 */
export const statusWhenSigned = (kind: NoteKind, cosigned: boolean): 'signed' | 'awaiting_cosign' =>
  cosigned && kind !== 'psychotherapy' ? 'awaiting_cosign' : 'signed';

/**
 * When what a note tells took place: `asked` (ISO), else `known`. Throws Invalid at `happenedAt` for what is still to
 * come, and where it is not the writer's to say: a session has its own time, and a psychotherapy note holds none.
 */
export function tookPlace(asked: string | undefined, saysWhen: boolean, known: Date, now: Date): Date {
  if (asked === undefined) return known;
  const at = new Date(asked);
  if (!saysWhen)
    throw new Invalid([{ path: 'happenedAt', code: 'of_session', message: 'is not for this note to say' }]);
  if (at > now) throw new Invalid([{ path: 'happenedAt', code: 'in_future', message: 'must not be later than now' }]);
  return at;
}

/** Hours after the session's end: a reminder at `due`, late at `limit`. The clinic's policy, not law. */
export interface SigningHours {
  due: number;
  limit: number;
}

export interface SigningClock {
  dueAt: Date;
  limitAt: Date;
  /** whole hours until the limit, rounded down; below zero once it has passed */
  hoursLeft: number;
  state: 'in_time' | 'due' | 'late';
}

/** Where an unsigned note stands, counted from the end of its session (or from its first line if it has none). */
export function signingClock(from: Date, now: Date, hours: SigningHours): SigningClock {
  const hour = 3_600_000;
  const dueAt = new Date(from.getTime() + hours.due * hour);
  const limitAt = new Date(from.getTime() + hours.limit * hour);
  return {
    dueAt,
    limitAt,
    hoursLeft: Math.floor((limitAt.getTime() - now.getTime()) / hour),
    state: now >= limitAt ? 'late' : now >= dueAt ? 'due' : 'in_time',
  };
}
