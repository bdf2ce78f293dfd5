import { dayAfter } from '../platform/days.js';

/** After this many days each partner is asked again. */
export const VALID_DAYS = 90;

/** The longest a therapist may sign that the work goes on without clear checks, in days. */
export const MOST_OVERRIDE_DAYS = 90;

export type SafetyResult = 'clear' | 'concern' | 'not_done';

/** Why a partner is to be asked (again): never was, could not be, long ago, or somebody told of a concern since. */
export type SafetyDue = 'never' | 'not_done' | 'old' | 'flag';

export interface Check {
  result: SafetyResult;
  /** A calendar day, `YYYY-MM-DD`. */
  screenedOn: string;
  recordedAt: Date;
}

/** `flaggedAt` = when either partner last told of a concern. Null: nothing to ask for now. */
export function dueOf(latest: Check | null, flaggedAt: Date | null, today: string): SafetyDue | null {
  if (!latest) return 'never';
  if (latest.result === 'not_done') return 'not_done';
  if (latest.result === 'concern' || (flaggedAt !== null && flaggedAt > latest.recordedAt)) return 'flag';
  return dayAfter(latest.screenedOn, VALID_DAYS) < today ? 'old' : null;
}

/** The day from which a clear check no longer counts; null when the last one was not clear. */
export const askAgainOn = (latest: Check | null): string | null =>
  latest?.result === 'clear' ? dayAfter(latest.screenedOn, VALID_DAYS + 1) : null;
