import { Temporal } from 'temporal-polyfill';

// Calendar days are `YYYY-MM-DD`, times of the clock `HH:MM`, zones names of the IANA.

/** The calendar day of a moment in a time zone: what is written at 23:30 belongs to that evening's day. */
export const dayIn = (zone: string, moment: Date): string =>
  Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(zone).toPlainDate().toString();

/** The calendar day so many days later; earlier where `days` is below nought. */
export const dayAfter = (day: string, days: number): string => Temporal.PlainDate.from(day).add({ days }).toString();

/** How many calendar days lie between the two; below nought where `to` comes first. */
export const daysBetween = (from: string, to: string): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'days' }).days;

/**
 * The moment at which a clock on a wall in `zone` shows this day and time. A time that is skipped in spring means the
 * moment an hour later; of one that comes twice in autumn, the first.
 */
export function wallClock(day: string, time: string, zone: string): Date {
  const at = Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) });
  return new Date(at.epochMilliseconds);
}

/** The Monday of the week that holds a calendar day. */
export function mondayOf(day: string): string {
  return dayAfter(day, 1 - Temporal.PlainDate.from(day).dayOfWeek);
}
