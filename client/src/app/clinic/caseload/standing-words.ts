import { figure } from '../../../../../server/src/charts/axes.rules';
import type { Need } from '../../../../../server/src/dashboard/needs.rules';
import type { StandingDto } from '../../../api/types.gen';
import { longDay } from '../../kit/clock';

const DAY = 86_400_000;

/** Why a person stands where they stand, in words. */
export interface Reason {
  words: string;
  tag: 'attention' | 'info' | 'due' | null;
}

const PLAIN: Partial<Record<Need, string>> = {
  session_today: $localize`Session today`,
  unplanned: $localize`No session planned`,
  nothing: $localize`Nothing waits`,
  paused: $localize`Care is paused`,
  ended: $localize`Care has ended`,
};

/** `now` in epoch milliseconds; `standing` undefined while it is not known. */
export function reasonOf(standing: StandingDto | undefined, now: number): Reason {
  if (!standing) return { words: '', tag: null };
  const { need, toRead, noteClock, lastSeenAt } = standing;
  if (need === 'alert_open') return { words: $localize`Safety alert open`, tag: 'attention' };
  if (need === 'setback_told') return { words: $localize`Told of a setback`, tag: 'attention' };
  if (need === 'to_read') return { words: $localize`${toRead}:count: to read`, tag: 'info' };
  if (need === 'note_due' && noteClock === 'late') return { words: $localize`Note late`, tag: 'attention' };
  if (need === 'note_due') return { words: $localize`Note due`, tag: 'due' };
  if (need === 'plan_review') return { words: $localize`Plan to review`, tag: 'due' };
  if (need === 'waiting') return { words: $localize`Waits for a first session`, tag: 'due' };
  if (need === 'quiet') return { words: quietWords(lastSeenAt, now), tag: 'due' };
  return { words: PLAIN[need] ?? '', tag: null };
}

function quietWords(lastSeenAt: string | null, now: number): string {
  const days = lastSeenAt ? Math.floor((now - Date.parse(lastSeenAt)) / DAY) : 0;
  return $localize`Quiet for ${days}:days: days`;
}

/** That somebody rests from check-ins: so a quiet line is no silence. Empty while none is paused. */
export const restWords = (until: string | null | undefined): string =>
  until ? $localize`Check-ins paused until ${longDay(until)}:day:` : '';

export function homeworkWords(open: number): string {
  return open === 0 ? $localize`None` : $localize`${open}:count: open`;
}

/** Which way the last step of a line went. Up and down are no praise and no blame: for one scale up is better, for another not. */
export function courseWords(values: readonly number[]): string {
  const [before, last] = values.slice(-2);
  if (before === undefined || last === undefined) return '';
  const by = Math.round(Math.abs(last - before) * 10) / 10;
  if (by === 0) return $localize`same`;
  return last > before ? $localize`up ${figure(by)}:points:` : $localize`down ${figure(by)}:points:`;
}
