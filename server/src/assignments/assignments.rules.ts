import type { Asking } from '../library/worksheet.definition.js';
import { RuleBroken } from '../platform/errors.js';

export const STATUSES = ['assigned', 'draft', 'submitted', 'returned', 'reviewed', 'withdrawn'] as const;
export type Status = (typeof STATUSES)[number];

export type Act = 'save' | 'submit' | 'recall' | 'accept' | 'return' | 'withdraw';

/**
 * Where each act leads from each state; what is missing is not possible. After a return the writer's next draft stays
 * `returned` until it is sent again, so that both know it is a second one.
 */
const NEXT: Record<Status, Partial<Record<Act, Status>>> = {
  assigned: { save: 'draft', withdraw: 'withdrawn' },
  draft: { save: 'draft', submit: 'submitted', withdraw: 'withdrawn' },
  submitted: { recall: 'draft', accept: 'reviewed', return: 'returned' },
  returned: { save: 'returned', submit: 'submitted', withdraw: 'withdrawn' },
  reviewed: {},
  withdrawn: {},
};

/** Still to be done by the person it was given to. It is "still open", whatever the day it was wished for. */
export const OPEN: readonly Status[] = ['assigned', 'draft', 'returned'];

/** What a list may be asked for by one word. */
export const GROUPS = {
  open: OPEN,
  pending: [...OPEN, 'submitted'],
  done: ['reviewed', 'withdrawn'],
  begun: ['draft', 'submitted', 'returned', 'reviewed', 'withdrawn'],
} as const satisfies Record<string, readonly Status[]>;
export type Group = keyof typeof GROUPS;

export const statusesOf = (asked: Status | Group): readonly Status[] =>
  asked in GROUPS ? GROUPS[asked as Group] : [asked as Status];

export const isOpen = (status: Status): boolean => OPEN.includes(status);

/**
 * The state after an act. Throws `RuleBroken('invalid_transition')`, or `RuleBroken('already_opened')` when the
 * therapist has opened what its author wants back.
 */
export function after(act: Act, { status, openedAt }: { status: Status; openedAt: Date | null }): Status {
  const next = NEXT[status][act];
  if (!next) throw new RuleBroken('invalid_transition', `This is not possible while the homework is ${status}.`);
  if (act === 'recall' && openedAt !== null)
    throw new RuleBroken('already_opened', 'It has been opened, so it can no longer be taken back.');
  return next;
}

/** Of whom a given sheet is asked: of two on one sheet, or of one in the role it was given in. */
export const askingOf = ({ clientId, askedAs }: { clientId: string | null; askedAs: Asking['as'] }): Asking => ({
  together: clientId === null,
  as: askedAs,
});
