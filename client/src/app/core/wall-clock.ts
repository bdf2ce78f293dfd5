/** Times of day as a wall shows them: what a practice writes in its book is the time in its own zone. */

const HOUR = 3_600_000;

/** `YYYY-MM-DDTHH:mm` as the clock on the wall of `zone` shows at this instant. */
export function wallTime(at: Date | string, zone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(new Date(at));
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`;
}

/** `YYYY-MM-DD` in `zone`. */
export const wallDay = (at: Date | string, zone: string): string => wallTime(at, zone).slice(0, 10);

/**
 * The instant at which the wall of `zone` shows `YYYY-MM-DDTHH:mm`, ISO with `Z`. A time that the clock skips in
 * spring is taken as if it had not been put forward; of a time that comes twice in autumn, the first.
 */
export function instantAt(wall: string, zone: string): string {
  const asIf = Date.parse(`${wall}:00Z`);
  const offsetAt = (at: number): number => Date.parse(`${wallTime(new Date(at), zone)}:00Z`) - at;
  // Offsets change by the hour around the time meant: the one in force a day before is tried first.
  const before = asIf - offsetAt(asIf - 24 * HOUR);
  if (wallTime(new Date(before), zone) === wall) return new Date(before).toISOString();
  const after = asIf - offsetAt(asIf + 24 * HOUR);
  return new Date(wallTime(new Date(after), zone) === wall ? after : before).toISOString();
}

/** A day so many days later, both `YYYY-MM-DD`. */
export const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 24 * HOUR).toISOString().slice(0, 10);

/** The Monday of this day's week, both `YYYY-MM-DD`. */
export const mondayOf = (day: string): string => dayAfter(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));
