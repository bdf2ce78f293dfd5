import type { ScheduleDto } from '../../../api/types.gen';
import { dated, longDay } from '../../kit/clock';

/** When a scale is asked for, in words. */
export function rhythmWords({ everyDays, beforeEachSession, once }: ScheduleDto): string {
  if (once) return $localize`once`;
  if (beforeEachSession) return $localize`before each session`;
  if (everyDays === 1) return $localize`every day`;
  if (everyDays === 7) return $localize`every week`;
  if (everyDays !== null && everyDays % 7 === 0) return $localize`every ${everyDays / 7}:weeks: weeks`;
  return $localize`every ${everyDays}:days: days`;
}

/** "every week, until 3 March, reminded by mail" */
export function termsWords(plan: ScheduleDto): string {
  const { endsOn, expiresAfterDays, remind } = plan;
  return [
    rhythmWords(plan),
    ...(endsOn ? [$localize`until ${longDay(endsOn)}:day:`] : []),
    ...(expiresAfterDays === null ? [] : [lapseWords(expiresAfterDays)]),
    ...(remind ? [$localize`with a reminder`] : []),
  ].join(', ');
}

/** How an asking stands today. */
export function stateWords({ state, startsOn, lastAnsweredOn, nextOn, pausedUntil, askedUntil }: ScheduleDto): string {
  // Answers that were brought from elsewhere may be years older than the plan.
  const dayOf = (day: string): string => (day.slice(0, 4) === startsOn.slice(0, 4) ? longDay(day) : dated(day, 'long'));
  const last = lastAnsweredOn ? $localize`answered ${dayOf(lastAnsweredOn)}:day:` : $localize`not answered yet`;
  const next = nextOn ? $localize`next ${longDay(nextOn)}:day:` : '';
  const also = (words: string): string => (next ? `${words}, ${next}` : words);
  switch (state) {
    case 'upcoming':
      return $localize`from ${longDay(startsOn)}:day:`;
    case 'due': {
      const open = askedUntil ? $localize`open until ${longDay(askedUntil)}:day:` : $localize`open now`;
      return lastAnsweredOn ? $localize`${open}:state:, last ${last}:answer:` : `${open}, ${last}`;
    }
    case 'answered':
      return also(last);
    case 'lapsed':
      return also($localize`lapsed`);
    case 'paused':
      return also(pausedUntil ? $localize`paused until ${longDay(pausedUntil)}:day:` : last);
    case 'with_session':
      return next ? also(last) : $localize`${last}:answer:, no session planned`;
    default:
      return last;
  }
}

/** A plan that asked once and has nothing more to ask is no longer in the way. */
export const stillAsks = ({ state, once }: ScheduleDto): boolean =>
  state !== 'ended' && !(once && (state === 'answered' || state === 'lapsed'));

const lapseWords = (days: number): string =>
  days === 1 ? $localize`lapses after a day` : $localize`lapses after ${days}:days: days`;
