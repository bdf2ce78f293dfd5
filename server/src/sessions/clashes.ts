import { sql } from '../platform/database.js';
import { RuleBroken } from '../platform/errors.js';
import { actor } from '../platform/scope.js';
import type { Times } from './sessions.rules.js';

/** Another session of the actor's, and which of the times asked for it meets, counted from nought. */
interface Clash extends Times {
  index: number;
}

/** The actor's own sessions that meet these times, but for those of `except`. Of an hour booked at this very moment the database tells. */
export async function clashesOf(times: readonly Times[], except: readonly string[]): Promise<Clash[]> {
  const rows = await sql<{ starts_at: Date; ends_at: Date; n: string }>(
    'sessions that meet',
    `select s.starts_at, s.ends_at, a.n from unnest($2::timestamptz[], $3::timestamptz[]) with ordinality as a (b, e, n)
     join session s on tstzrange(s.starts_at, s.ends_at) && tstzrange(a.b, a.e) and s.starts_at < a.e and s.starts_at > a.b - interval '8 hours'
     where s.therapist_id = $1 and s.status <> 'cancelled' and s.id <> all ($4::uuid[]) order by a.n, s.starts_at`,
    [actor().id, times.map(({ startsAt }) => startsAt), times.map(({ endsAt }) => endsAt), except],
  );
  return rows.map((row) => ({ startsAt: row.starts_at, endsAt: row.ends_at, index: Number(row.n) - 1 }));
}

const MOST_NAMED = 3;

/** "You already have a session: Tuesday 4 January, 10:00–10:50." Times are the practice's. */
export function doubleBooked(meets: readonly Times[], zone: string): RuleBroken {
  const named = meets.slice(0, MOST_NAMED).map((each) => spanIn(zone, each));
  const more = meets.length - named.length;
  const rest = more > 0 ? `; and ${more} more` : '';
  return new RuleBroken('double_booked', `You already have a session: ${named.join('; ')}${rest}.`);
}

function spanIn(zone: string, { startsAt, endsAt }: Times): string {
  const day = { weekday: 'long', day: 'numeric', month: 'long', timeZone: zone } as const;
  const clock = { hour: '2-digit', minute: '2-digit', timeZone: zone } as const;
  const time = (at: Date): string => at.toLocaleTimeString('en-GB', clock);
  return `${startsAt.toLocaleDateString('en-GB', day).replace(',', '')}, ${time(startsAt)}–${time(endsAt)}`;
}

/** The database refuses two sessions of one therapist at a time, also when both are planned at the same moment. */
export async function orDoubleBooked<T>(write: Promise<T>, refusal: () => RuleBroken): Promise<T> {
  try {
    return await write;
  } catch (error) {
    const { code, constraint } = error as { code?: unknown; constraint?: unknown };
    if (code === '23P01' && constraint === 'session_double_booked') throw refusal();
    throw error;
  }
}

/** For an hour that was taken between the look and the booking. */
export const takenMeanwhile = (times: Times, zone: string): RuleBroken =>
  new RuleBroken('double_booked', `You already have a session within ${spanIn(zone, times)}.`);
