import { Temporal } from 'temporal-polyfill';

/**
 * The instant meant by an ISO 8601 text: itself when it has an offset, else on the clinic's clock; a bare day begins at
 * its start there. Null when the calendar or clock has no such moment.
 */
export function beginningOf(text: string, timeZone: string): Date | null {
  try {
    if (/^\d{4}-\d{2}-\d{2}$/.test(text)) {
      return new Date(Temporal.PlainDate.from(text).toZonedDateTime(timeZone).epochMilliseconds);
    }
    if (/(Z|[+-]\d{2}(:?\d{2})?)$/i.test(text)) return new Date(Temporal.Instant.from(text).epochMilliseconds);
    return new Date(Temporal.PlainDateTime.from(text).toZonedDateTime(timeZone).epochMilliseconds);
  } catch {
    return null;
  }
}
