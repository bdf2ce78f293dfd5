import { figure } from '../../../../../server/src/charts/axes.rules';
import type { CaseloadRowDto, StandingDto } from '../../../api/types.gen';
import { longDay } from '../../kit/clock';

/** Days without a session after which somebody in care counts as quiet. */
const QUIET_AFTER = 14;
const DAY = 86_400_000;

/** Why a person stands where they stand: the weightiest thing first, in words. A lower rank is nearer the top. */
export interface Reason {
  rank: number;
  words: string;
  tag: 'attention' | 'info' | 'due' | null;
}

/** Of whom told of a setback that nobody has taken note of. */
const SETBACK_TOLD: Reason = { rank: 0, words: $localize`Told of a setback`, tag: 'attention' };

/** Somebody may be in danger, and nobody has said so far what was done: before all else, whatever care is called. */
const ALERT_OPEN: Reason = { rank: -1, words: $localize`Safety alert open`, tag: 'attention' };

/** What is told of somebody before her own standing is read. `hasSetback`: one that nobody has taken note of. */
export const firstReason = (standing: StandingDto | undefined, hasSetback: boolean): Reason | null =>
  (standing?.alertsOpen ?? 0) > 0 ? ALERT_OPEN : hasSetback ? SETBACK_TOLD : null;

/** `now` in epoch milliseconds; `standing` undefined while it is not known. */
export function reasonOf(person: CaseloadRowDto, standing: StandingDto | undefined, now: number): Reason {
  const plain = (rank: number, words: string): Reason => ({ rank, words, tag: null });
  if (person.status === 'ended') return plain(9, $localize`Care has ended`);
  if (person.status === 'paused') return plain(8, $localize`Care is paused`);
  if (person.status === 'waiting') return { rank: 3, words: $localize`Waits for a first session`, tag: 'due' };
  if (!standing) return plain(7, '');
  const { toRead, notesDue, noteClock, nextAt, lastSeenAt } = standing;
  if (toRead > 0) return { rank: 1, words: $localize`${toRead}:count: to read`, tag: 'info' };
  if (notesDue > 0 && noteClock === 'late') return { rank: 2, words: $localize`Note late`, tag: 'attention' };
  if (notesDue > 0) return { rank: 2, words: $localize`Note due`, tag: 'due' };
  if (nextAt && isSameDay(Date.parse(nextAt), now)) return plain(4, $localize`Session today`);
  const quiet = lastSeenAt ? Math.floor((now - Date.parse(lastSeenAt)) / DAY) : 0;
  if (quiet > QUIET_AFTER && !nextAt) return { rank: 3, words: $localize`Quiet for ${quiet}:days: days`, tag: 'due' };
  if (!nextAt) return plain(5, $localize`No session planned`);
  return plain(6, $localize`Nothing waits`);
}

const isSameDay = (a: number, b: number): boolean => new Date(a).toDateString() === new Date(b).toDateString();

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
