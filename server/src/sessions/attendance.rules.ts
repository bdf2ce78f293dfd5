import { Invalid, RuleBroken } from '../platform/errors.js';
import { moveSession, type SessionStatus } from './sessions.rules.js';

interface Meeting {
  status: SessionStatus;
  startsAt: Date;
  attendeeIds: string[];
  attendedIds: string[] | null;
  lateIds: string[] | null;
}

type Attendance = Pick<Meeting, 'status' | 'attendedIds' | 'lateIds'>;

interface Told {
  status?: SessionStatus | undefined;
  attendedIds?: string[] | undefined;
  lateIds?: string[] | undefined;
}

/**
 * Who came, who of them late, and what that makes of the session: held when anybody came, missed when nobody did. What
 * is planned again, or called off, has nobody who came.
 * Throws Invalid for who was not to come, RuleBroken('not_started') before it began, ('invalid_transition') else.
 */
export function attendanceOf(meeting: Meeting, told: Told, now: Date): Attendance {
  const cameTold = told.attendedIds && strictly(told.attendedIds, meeting.attendeeIds, 'attendedIds');
  const wanted = told.status ?? (cameTold && (cameTold.length > 0 ? 'held' : 'missed')) ?? meeting.status;
  const status = moveSession(meeting.status, wanted, meeting.startsAt, now);
  if (status === 'planned' || status === 'cancelled') {
    if (cameTold && cameTold.length > 0) throw new RuleBroken('not_held', 'Nobody came to what did not take place.');
    return { status, attendedIds: null, lateIds: null };
  }
  const attendedIds = status === 'missed' ? [] : (cameTold ?? (meeting.status === 'held' ? meeting.attendedIds : null));
  const came = attendedIds ?? [];
  const late = told.lateIds
    ? strictly(told.lateIds, came, 'lateIds')
    : (meeting.lateIds ?? []).filter((id) => came.includes(id));
  return { status, attendedIds, lateIds: attendedIds === null ? null : late };
}

function strictly(ids: string[], of: readonly string[], path: string): string[] {
  const strangers = ids.flatMap((id, i) =>
    of.includes(id) ? [] : [{ path: `${path}[${i}]`, code: 'not_attending', message: 'was not to attend' }],
  );
  if (strangers.length > 0) throw new Invalid(strangers);
  return [...ids].sort();
}
