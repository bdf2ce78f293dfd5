import { createHash } from 'node:crypto';
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { dayAfter, dayIn, wallClock } from '../platform/days.js';

/** How much of the calendar leaves the house, in days before and after today. */
export const FEED_BACK_DAYS = 30;
export const FEED_AHEAD_DAYS = 180;
/** How often a calendar program is asked to look again, in seconds. */
const LOOK_AGAIN = 3600;

/** All that leaves of a session: when it is, and whether it still is. */
export interface FeedSession {
  id: string;
  startsAt: Date;
  endsAt: Date;
  cancelled: boolean;
  version: number;
  updatedAt: Date;
}

/** Whole days of the practice, so that the same calendar makes the same file all day. */
export function feedSpan(zone: string, now: Date): { from: Date; to: Date } {
  const today = dayIn(zone, now);
  return {
    from: wallClock(dayAfter(today, -FEED_BACK_DAYS), '00:00', zone),
    to: wallClock(dayAfter(today, FEED_AHEAD_DAYS), '00:00', zone),
  };
}

/** "HP" for Harbour Practice: at most three letters, and nothing that says what is practised. */
export const initialsOf = (name: string): string =>
  name
    .split(/[^\p{L}\p{N}]+/u)
    .flatMap((word) => [...word].slice(0, 1))
    .slice(0, 3)
    .join('')
    .toUpperCase();

/**
 * The calendar as a file (RFC 5545), times in UTC. Every entry bears the same title, and a name made of its id and its
 * reader's: two people's calendars cannot be laid side by side.
 */
export function feedOf(sessions: readonly FeedSession[], owner: string, initials: string | null): string {
  const title = initials ? `Session ${initials}` : 'Session';
  const calendar = ical({
    name: initials ? `Sessions ${initials}` : 'Sessions',
    prodId: { company: 'Kept', product: 'Calendar', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: LOOK_AGAIN,
  });
  for (const session of sessions) {
    calendar.createEvent({
      id: createHash('sha256').update(`${owner}|${session.id}`).digest('hex').slice(0, 32),
      summary: title,
      start: session.startsAt,
      end: session.endsAt,
      stamp: session.updatedAt,
      lastModified: session.updatedAt,
      sequence: session.version - 1,
      status: session.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    });
  }
  return calendar.toString();
}

/** The same for the same file, quoted as in `ETag`. */
export const etagOf = (file: string): string =>
  `"${createHash('sha256').update(file).digest('base64url').slice(0, 27)}"`;

/** Whether what a program already has is this very file. `If-None-Match` may name several, or any. */
export const isSame = (ifNoneMatch: string | undefined, etag: string): boolean =>
  (ifNoneMatch ?? '').split(',').some((each) => each.trim().replace(/^W\//, '') === etag);
