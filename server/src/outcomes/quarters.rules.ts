import { dayAfter } from '../platform/days.js';

/** A span of whole quarters, first and last day, both `YYYY-MM-DD` and both in it. */
export interface Span {
  from: string;
  to: string;
}

/** Longer spans say little of a practice that has changed meanwhile. */
export const MOST_QUARTERS = 12;
const USUAL_QUARTERS = 4;

const numberOf = (day: string): number => Number(day.slice(0, 4)) * 4 + Math.floor((Number(day.slice(5, 7)) - 1) / 3);

const firstDay = (quarter: number): string =>
  `${Math.floor(quarter / 4)}-${String((quarter % 4) * 3 + 1).padStart(2, '0')}-01`;

const lastDay = (quarter: number): string => dayAfter(firstDay(quarter + 1), -1);

/** The first day of the quarter that holds a day. */
export const quarterOf = (day: string): string => firstDay(numberOf(day));

/** The last four quarters that are over. */
export function usualSpan(today: string): Span {
  const over = numberOf(today) - 1;
  return { from: firstDay(over - USUAL_QUARTERS + 1), to: lastDay(over) };
}

export type SpanFault = 'not_a_quarter' | 'not_over' | 'order' | 'too_long';

/**
 * Only whole quarters that are over: numbers that moved from day to day would tell whoever asks every day what the one
 * person who was here today had answered.
 */
export function faultOf({ from, to }: Span, today: string): SpanFault | null {
  const [first, last] = [numberOf(from), numberOf(to)];
  if (firstDay(first) !== from || lastDay(last) !== to) return 'not_a_quarter';
  if (first > last) return 'order';
  if (last >= numberOf(today)) return 'not_over';
  return last - first + 1 > MOST_QUARTERS ? 'too_long' : null;
}

/** The quarters around today that may still change: the one before and this one. */
export function openQuarters(today: string): Span {
  const now = numberOf(today);
  return { from: firstDay(now - 1), to: lastDay(now) };
}
