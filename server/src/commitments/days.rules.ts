import { Temporal } from 'temporal-polyfill';

/**
 * The moment at which a clock on a wall in `zone` shows this day (`YYYY-MM-DD`) and time (`HH:MM`). A time that is
 * skipped in spring means the moment an hour later; of one that comes twice in autumn, the first.
 */
export function wallClock(day: string, time: string, zone: string): Date {
  const at = Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) });
  return new Date(at.epochMilliseconds);
}

/** The calendar day, `YYYY-MM-DD`, of a moment in a time zone. */
export const dayIn = (zone: string, moment: Date): string =>
  Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(zone).toPlainDate().toString();

const DAY = 86_400_000;

/** The calendar day so many days later, both `YYYY-MM-DD`. */
export const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);

/** The Monday, `YYYY-MM-DD`, of the week that holds a calendar day. */
export function mondayOf(day: string): string {
  const at = Date.parse(`${day}T00:00:00Z`);
  return new Date(at - ((new Date(at).getUTCDay() + 6) % 7) * DAY).toISOString().slice(0, 10);
}

/** The furthest day, from today, on which something is looked at again or comes to its end. */
export const MOST_DAYS = 90;
