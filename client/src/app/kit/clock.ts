/**
 * The zone times are told in where nothing else is said. Staff read the clinic's clock wherever they sit, so that a
 * session has one time for everybody; undefined = the device's own, as for clients.
 */
let usual: string | undefined;
let practice: string | undefined;

/** `ofPractice`: the zone of the clinic, in which sessions are told to everybody; the usual one where it is left out. */
export const tellTimeIn = (zone: string | undefined, ofPractice: string | undefined = zone): void => {
  usual = zone;
  practice = ofPractice;
};

/** Day and clock of a session, such as "Thursday 26 November, 10:00": the same words for whoever comes to it. */
export const sessionTime = (at: string): string => `${weekday(at, practice)}, ${clock(at, practice)}`;

/** Hours and minutes as said in a sentence, such as 23:41, in `zone` or the usual one. */
export function clock(at: Date | string, zone: string | undefined = usual): string {
  return new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: zone }).format(new Date(at));
}

/** Day and clock of an instant, such as "30 Sep 2026, 17:40", in `zone` or the usual one. */
export function stamp(
  at: Date | string,
  zone: string | undefined = usual,
  more: Intl.DateTimeFormatOptions = {},
): string {
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

/** "30 Sep" for a calendar day, and for an instant the day it falls on in the usual zone. */
export const shortDay = (day: string): string => threeLetters(dayWords(day, 'short'));

/** "30 September" likewise. */
export const longDay = (day: string): string => dayWords(day, 'long');

/** "30 Sep 2026" likewise, or "30 September 2026". */
export const dated = (day: string, month: 'short' | 'long' = 'short'): string =>
  threeLetters(dayWords(day, month, 'numeric'));

/** "30 September", and of another year than this one "30 September 2025": for a day that may lie far back. */
export function longDayOfYear(day: string): string {
  const isThisYear = dayWords(day, 'long', 'numeric').slice(-4) === dated(new Date().toISOString()).slice(-4);
  return isThisYear ? longDay(day) : dated(day, 'long');
}

function dayWords(day: string, month: 'short' | 'long', year?: 'numeric'): string {
  const isInstant = day.length > 10;
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month, year, timeZone: isInstant ? usual : 'UTC' }).format(
    isInstant ? new Date(day) : dayTime(day),
  );
}

/** British short months have three letters but for one; in a column that one would stick out. */
const threeLetters = (words: string): string => words.replace(/\bSept\b/, 'Sep');

/** The day of an instant in full, such as "Wednesday 14 October", in `zone` or the usual one. */
export const weekday = (at: Date | string, zone: string | undefined = usual): string =>
  new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', timeZone: zone })
    .format(new Date(at))
    .replace(',', '');

/** The day of an instant, such as "Wed 14 Oct", in `zone` or the usual one. */
export const shortWeekday = (at: Date | string, zone: string | undefined = usual): string =>
  threeLetters(
    new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short', timeZone: zone })
      .format(new Date(at))
      .replace(',', ''),
  );
