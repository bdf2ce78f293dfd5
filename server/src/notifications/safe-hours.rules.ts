import { Temporal } from 'temporal-polyfill';

/** How a person may be reached without harm; `from` and `to` are times of day, `HH:MM`, in her own zone. */
export interface Reach {
  channel: string;
  from?: string | null;
  to?: string | null;
}

/** A mail that nobody asked for goes to whom nothing else was agreed with, or mail itself. */
export const takesMail = (reach: Reach | null): boolean => reach === null || /^e-?mail$/i.test(reach.channel.trim());

/**
 * When a mail may go: null = now, else the next beginning of the safe hours. `to` is no longer safe; hours may cross
 * midnight; one end alone reaches to midnight, none means any time. In the hour that a clock skips they begin after it.
 */
export function notBefore(reach: Reach | null, timeZone: string, now: Date): Date | null {
  const [from, to] = [reach?.from ?? '00:00', reach?.to ?? '24:00'];
  if (from === to || (from === '00:00' && to === '24:00')) return null;
  const here = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone);
  const time = here.toPlainTime().toString({ smallestUnit: 'minute' });
  const isSafe = from < to ? from <= time && time < to : from <= time || time < to;
  if (isSafe) return null;
  const day = time < from ? here.toPlainDate() : here.toPlainDate().add({ days: 1 });
  return new Date(day.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(from) }).epochMilliseconds);
}
