import { Invalid } from '../platform/errors.js';

/** Who called a session off, and why, in codes: what is behind it belongs into a note, if anywhere. */
export const CALLERS_OFF = ['therapist', 'client'] as const;
export type CallerOff = (typeof CALLERS_OFF)[number];
export const CANCEL_REASONS = ['ill', 'work', 'family', 'travel', 'cost', 'forgot', 'other'] as const;
export type CancelReason = (typeof CANCEL_REASONS)[number];

const HOUR = 3_600_000;
/** Called off by a client with less notice than this is late, in hours. */
export const NOTICE_HOURS = 24;

export interface Cancelled {
  cancelledAt: Date | null;
  cancelledBy: CallerOff | null;
  cancelledById: string | null;
  cancelledLate: boolean | null;
  cancelReason: CancelReason | null;
}

export const NOT_CANCELLED: Cancelled = {
  cancelledAt: null,
  cancelledBy: null,
  cancelledById: null,
  cancelledLate: null,
  cancelReason: null,
};

interface Told {
  by: CallerOff;
  byId?: string | undefined;
  late?: boolean | undefined;
  reason?: CancelReason | undefined;
}

/**
 * What is kept of how a session was called off. A therapist's own is never late; a client's is by the notice given,
 * unless it is told otherwise (she rang the day before, and it is entered today).
 * Throws Invalid where it names somebody who was not to come, or a client's name for what the therapist did.
 */
export function cancelled(
  told: Told,
  { startsAt, attendeeIds }: { startsAt: Date; attendeeIds: string[] },
  now: Date,
): Cancelled {
  const byId = told.byId ?? null;
  if (byId !== null && (told.by !== 'client' || !attendeeIds.includes(byId)))
    throw new Invalid([{ path: 'cancellation.byId', code: 'not_attending', message: 'was not to attend' }]);
  const short = startsAt.getTime() - now.getTime() < NOTICE_HOURS * HOUR;
  return {
    cancelledAt: now,
    cancelledBy: told.by,
    cancelledById: byId,
    cancelledLate: told.by === 'client' && (told.late ?? short),
    cancelReason: told.reason ?? null,
  };
}
