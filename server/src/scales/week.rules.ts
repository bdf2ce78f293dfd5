import type { WeekValue } from './baseline.rules.js';
import type { Missed } from './schedule.rules.js';

const MS_PER_DAY = 86_400_000;

/** Number of the week, Monday to Sunday, that holds a calendar day; neighbouring weeks differ by one, also over a year's end. */
export function weekOf(day: string): number {
  // 1 January 1970 was a Thursday, the fourth day of its week.
  return Math.floor((Date.parse(`${day}T00:00:00Z`) / MS_PER_DAY + 3) / 7);
}

/** The Monday, `YYYY-MM-DD`, with which a week begins. */
export function mondayOf(week: number): string {
  return new Date((week * 7 - 3) * MS_PER_DAY).toISOString().slice(0, 10);
}

/**
 * One value a week, in rising order of week. Where a week has more than one answer the last one stands for it: a second
 * answer is how a person corrects the first. `answers` in rising order of time.
 */
export function weekly(answers: readonly { answeredOn: string; value: number | null }[]): WeekValue[] {
  const weeks = new Map<number, number | null>();
  for (const { answeredOn, value } of answers) weeks.set(weekOf(answeredOn), value);
  return [...weeks].map(([week, value]) => ({ week, value })).sort((a, b) => a.week - b.week);
}

/**
 * In which week each asking without an answer stands, and on which of its days: the first week without an answer in which it
 * was asked. A week that holds an answer is none, though that may have been given to the asking before.
 */
export function missedWeeks(missed: readonly Missed[], answered: ReadonlySet<number>): Map<number, string> {
  const weeks = new Map<number, string>();
  for (const { on, until } of missed) {
    const first = weekOf(on);
    const spanned = Array.from({ length: weekOf(until) - first + 1 }, (_, step) => first + step);
    const week = spanned.find((each) => !answered.has(each));
    if (week !== undefined) weeks.set(week, week === first ? on : mondayOf(week));
  }
  return weeks;
}
