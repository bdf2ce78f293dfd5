/** When a scale is asked for. Days are calendar days `YYYY-MM-DD` in the clinic's time zone. */
export interface SchedulePlan {
  startsOn: string;
  endedOn: string | null;
  /** Exactly one of the two is set. */
  everyDays: number | null;
  beforeEachSession: boolean;
  /** Days after which an unanswered asking lapses; null: it stays open until the next one takes its place. */
  expiresAfterDays: number | null;
}

export type DueState = 'upcoming' | 'due' | 'answered' | 'lapsed' | 'ended' | 'with_session';

/**
 * Whether the person is asked today. Nothing piles up: however long the silence, there is one asking, the newest.
 * An asking is met by any answer on or after its day. Plans tied to sessions answer `with_session`: the day is known
 * only where sessions are known.
 */
export function dueState(plan: SchedulePlan, lastAnsweredOn: string | null, today: string): DueState {
  if (plan.endedOn !== null && plan.endedOn <= today) return 'ended';
  if (plan.startsOn > today) return 'upcoming';
  if (plan.everyDays === null) return 'with_session';
  const asked = askedOn(plan.startsOn, plan.everyDays, today);
  if (lastAnsweredOn !== null && lastAnsweredOn >= asked) return 'answered';
  if (plan.expiresAfterDays !== null && daysBetween(asked, today) >= plan.expiresAfterDays) return 'lapsed';
  return 'due';
}

/** The day of the newest asking on or before today, or the first one where that is still ahead. */
export function askedOn(startsOn: string, everyDays: number, today: string): string {
  const rounds = Math.max(0, Math.floor(daysBetween(startsOn, today) / everyDays));
  return addDays(startsOn, rounds * everyDays);
}

/** The day of the next asking after today; null once ended or where sessions decide. */
export function nextAskedOn(plan: SchedulePlan, today: string): string | null {
  if (plan.everyDays === null || (plan.endedOn !== null && plan.endedOn <= today)) return null;
  return plan.startsOn > today ? plan.startsOn : addDays(askedOn(plan.startsOn, plan.everyDays, today), plan.everyDays);
}

const MS_PER_DAY = 86_400_000;

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / MS_PER_DAY);
}

function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * MS_PER_DAY).toISOString().slice(0, 10);
}
