import { dayAfter } from '../platform/days.js';

/** The furthest day, from today, on which something is looked at again or comes to its end. */
const MOST_DAYS = 90;

/** Whether a day may be set for looking at something again, or for its end: after today, and not too far ahead. */
export const isNearEnough = (day: string, today: string): boolean => day > today && day <= dayAfter(today, MOST_DAYS);
