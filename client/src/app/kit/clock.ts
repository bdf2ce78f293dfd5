/** Hours and minutes as said in a sentence, such as 23:41, in `zone` or the reader's own. */
export function clock(at: Date | string, zone?: string): string {
  return new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: zone }).format(new Date(at));
}

/** Day and clock of an instant, such as "30 Sep 2026, 17:40", in `zone` or the reader's own. */
export function stamp(at: Date | string, zone?: string, more: Intl.DateTimeFormatOptions = {}): string {
  const parts: Intl.DateTimeFormatOptions = {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: zone,
  };
  return threeLetters(new Intl.DateTimeFormat('en-GB', { ...parts, ...more }).format(new Date(at)));
}

/** A calendar day (`YYYY-MM-DD`) as milliseconds, for placing it on an axis. */
export const dayTime = (day: string): number => Date.parse(`${day.slice(0, 10)}T00:00:00Z`);

/** A calendar day such as "30 Sep". */
export const shortDay = (day: string): string => threeLetters(SHORT.format(dayTime(day)));

/** A calendar day such as "30 September". */
export const longDay = (day: string): string => LONG.format(dayTime(day));

const SHORT = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });
const LONG = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' });

/** British short months have three letters but for one; in a column that one would stick out. */
const threeLetters = (words: string): string => words.replace('Sept', 'Sep');

/** The day of an instant in full, such as "Wednesday 14 October", in `zone` or the reader's own. */
export const weekday = (at: Date | string, zone?: string): string =>
  new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', timeZone: zone })
    .format(new Date(at))
    .replace(',', '');

/** The day of an instant, such as "Wed 14 Oct", in `zone` or the reader's own. */
export const shortWeekday = (at: Date | string, zone?: string): string =>
  threeLetters(
    new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short', timeZone: zone })
      .format(new Date(at))
      .replace(',', ''),
  );
