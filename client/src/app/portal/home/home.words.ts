import { clock } from '../../kit/clock';

/** By the clock of the device; only the first name. */
export function greeting(hour: number, name: string): string {
  const first = name.split(' ')[0] ?? '';
  // Started without a connection: nobody can say whose evening it is.
  if (!first) return $localize`Hello`;
  if (hour < 5 || hour >= 18) return $localize`Good evening, ${first}:name:`;
  return hour < 12 ? $localize`Good morning, ${first}:name:` : $localize`Good afternoon, ${first}:name:`;
}

const DAY = 86_400_000;

/** "today at 10:00", "Wednesday at 10:00", and with the date when it is as far away as a week. Days are those of `zone`. */
export function sessionWords(at: string, zone: string, now = Date.now()): string {
  const dayOf = (instant: number): number =>
    Date.parse(new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(instant));
  const days = Math.round((dayOf(Date.parse(at)) - dayOf(now)) / DAY);
  const time = clock(at, zone);
  if (days === 0) return $localize`today at ${time}:time:`;
  if (days === 1) return $localize`tomorrow at ${time}:time:`;
  const parts: Intl.DateTimeFormatOptions = {
    weekday: 'long',
    ...(days >= 7 ? { day: 'numeric', month: 'long' } : {}),
    timeZone: zone,
  };
  return $localize`${new Date(at).toLocaleDateString('en-GB', parts)}:day: at ${time}:time:`;
}

/** "Dr Ellis", "Dr Ellis and Sam Okoro" */
export const teamWords = (team: readonly string[]): string => new Intl.ListFormat('en-GB').format(team);
