import { wallDay, wallTime } from '../../core/wall-clock';

/** What a session takes up of a day, as far as drawing is concerned. */
interface Spanned {
  startsAt: string;
  endsAt: string;
  status: string;
}

/** The hours of the practice that are drawn: these at least, more where a session needs them. */
const OPENS = 8;
const CLOSES = 18;
const DAY_MINUTES = 24 * 60;

/** Minutes since midnight on the wall of the practice. */
export const minuteOf = (at: string | Date, zone: string): number => {
  const [hour = '0', minute = '0'] = wallTime(at, zone).slice(11).split(':');
  return Number(hour) * 60 + Number(minute);
};

/** The end on its own day's wall: what reaches past midnight is drawn to the foot of its day. */
const endOf = ({ startsAt, endsAt }: Spanned, zone: string): number =>
  wallDay(startsAt, zone) === wallDay(endsAt, zone) ? minuteOf(endsAt, zone) : DAY_MINUTES;

interface Hours {
  /** First and last hour drawn, the last one not included: 8 and 18 unless something lies outside. */
  from: number;
  to: number;
}

export function hoursOf(sessions: readonly Spanned[], zone: string): Hours {
  const starts = sessions.map(({ startsAt }) => Math.floor(minuteOf(startsAt, zone) / 60));
  const ends = sessions.map((session) => Math.ceil(endOf(session, zone) / 60));
  return { from: Math.min(OPENS, ...starts), to: Math.max(CLOSES, ...ends) };
}

/** Where something lies in a day's column, in hundredths of its height. */
interface Place {
  top: number;
  height: number;
}

const share = (minute: number, { from, to }: Hours): number => ((minute - from * 60) / ((to - from) * 60)) * 100;

export function placeOf(session: Spanned, hours: Hours, zone: string): Place {
  const top = share(minuteOf(session.startsAt, zone), hours);
  return { top, height: share(endOf(session, zone), hours) - top };
}

/** How far down the column it is now; null while the practice's clock is outside of the hours drawn. */
export function nowAt(now: Date, hours: Hours, zone: string): number | null {
  const at = share(minuteOf(now, zone), hours);
  return at < 0 || at > 100 ? null : at;
}

/** Whether a cancelled session shares its time with one that stands, and gives way to it. */
export const givesWay = (session: Spanned, others: readonly Spanned[]): boolean =>
  session.status === 'cancelled' &&
  others.some(
    (other) => other.status !== 'cancelled' && other.startsAt < session.endsAt && session.startsAt < other.endsAt,
  );

/** The whole hours between the first and the last. */
export const linesOf = ({ from, to }: Hours): number[] => Array.from({ length: to - from }, (_, i) => from + i);

/** A day of the calendar written in an address, or null for anything else. */
export function dayIn(address: string | null | undefined): string | null {
  if (!address || !/^\d{4}-\d{2}-\d{2}$/.test(address)) return null;
  const day = new Date(`${address}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(address) ? address : null;
}
