import type { ScheduleDto } from '../../../api/types.gen';
import { dayTime, longDay } from '../../kit/clock';

const DAY = 86_400_000;
const WEEK = 7;

/** The day of the next asking as one says it: "Thursday" within a week, else "3 December". */
export function dayWords(day: string, today: string): string {
  const days = Math.round((dayTime(day) - dayTime(today)) / DAY);
  if (days === 1) return $localize`tomorrow`;
  if (days > 1 && days < WEEK)
    return new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' }).format(dayTime(day));
  return longDay(day);
}

/** What is said beside a check-in that is not asked now. Nothing is late: a missed one is simply over. */
export function againWords({ lastAnsweredOn, nextOn, state }: AskedAgain, today: string): string {
  if (lastAnsweredOn === today) return $localize`Already done today. Change it?`;
  if (nextOn) return $localize`Next: ${dayWords(nextOn, today)}:day:`;
  return state === 'with_session' ? $localize`Next: before your session` : $localize`Answer it again`;
}

type AskedAgain = Pick<ScheduleDto, 'lastAnsweredOn' | 'nextOn' | 'state'>;
