import { Invalid, RuleBroken } from '../platform/errors.js';

export const MODALITIES = ['in_person', 'video', 'phone'] as const;
export type Modality = (typeof MODALITIES)[number];

export const SESSION_STATUSES = ['planned', 'held', 'missed', 'cancelled'] as const;
export type SessionStatus = (typeof SESSION_STATUSES)[number];

/** Corrections are allowed in every direction but one: what was cancelled is planned again before anything else. */
export const SESSION_TRANSITIONS: Record<SessionStatus, readonly SessionStatus[]> = {
  planned: ['held', 'missed', 'cancelled'],
  held: ['planned', 'missed'],
  missed: ['planned', 'held'],
  cancelled: ['planned'],
};

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** The longest session that can be planned, in hours: a whole working day, for intensives. */
export const LONGEST_HOURS = 8;
/** How far ahead a session may be planned, and how far back one may be entered late, in days. */
export const FURTHEST_AHEAD_DAYS = 2 * 366;
export const FURTHEST_BACK_DAYS = 10 * 366;

export interface Times {
  startsAt: Date;
  endsAt: Date;
}

/**
 * Start before end, at most 8 h, at most two years ahead or ten years back (late entry from an older system).
 * Throws Invalid with a path for each time that does not fit.
 */
export function checkTimes({ startsAt, endsAt }: Times, now: Date): void {
  const problems = [];
  const length = endsAt.getTime() - startsAt.getTime();
  const ahead = startsAt.getTime() - now.getTime();
  if (length <= 0) problems.push({ path: 'endsAt', code: 'not_after_start', message: 'must be after the start' });
  if (length > LONGEST_HOURS * HOUR)
    problems.push({ path: 'endsAt', code: 'too_long', message: `must be within ${LONGEST_HOURS} hours of the start` });
  if (ahead > FURTHEST_AHEAD_DAYS * DAY)
    problems.push({ path: 'startsAt', code: 'too_far_ahead', message: 'must be within the next two years' });
  if (ahead < -FURTHEST_BACK_DAYS * DAY)
    problems.push({ path: 'startsAt', code: 'too_far_back', message: 'must be within the last ten years' });
  if (problems.length > 0) throw new Invalid(problems);
}

/**
 * A change of status. "Held" and "missed" are statements about the past, so they wait for the start.
 * Throws RuleBroken('invalid_transition') or RuleBroken('not_started').
 */
export function moveSession(from: SessionStatus, to: SessionStatus, startsAt: Date, now: Date): SessionStatus {
  if (from === to) return to;
  if (!SESSION_TRANSITIONS[from].includes(to))
    throw new RuleBroken('invalid_transition', `A ${from} session cannot become ${to}.`);
  if ((to === 'held' || to === 'missed') && startsAt > now)
    throw new RuleBroken('not_started', 'This session has not started yet.');
  return to;
}

export interface Participants {
  clientId: string | null;
  coupleId: string | null;
  attendeeIds: string[];
}

/**
 * Whose session it is. `partners` are the current partners of the couple, or the one person.
 * A couple's session that only one partner attends is that partner's own row within the couple's work: the other
 * does not learn of it. Throws Invalid for someone who is not in care here, or for nobody at all.
 */
export function participantsOf(
  asked: { clientId?: string; coupleId?: string; attendeeIds?: string[] },
  partners: readonly string[],
): Participants {
  const attendeeIds = [...new Set(asked.attendeeIds ?? partners)];
  const strangers = attendeeIds.flatMap((id, i) =>
    partners.includes(id)
      ? []
      : [{ path: `attendeeIds[${i}]`, code: 'not_in_care', message: 'is not part of this care' }],
  );
  if (strangers.length > 0) throw new Invalid(strangers);
  const [only] = attendeeIds;
  if (only === undefined)
    throw new Invalid([{ path: 'attendeeIds', code: 'nobody', message: 'must name somebody who attends' }]);
  const alone = asked.coupleId !== undefined && attendeeIds.length === 1;
  return {
    clientId: asked.clientId ?? (alone ? only : null),
    coupleId: asked.coupleId ?? null,
    attendeeIds: attendeeIds.sort(),
  };
}
