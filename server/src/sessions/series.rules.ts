import { Temporal } from 'temporal-polyfill';
import { dayAfter, dayIn, daysBetween, wallClock } from '../platform/days.js';
import { Invalid } from '../platform/errors.js';
import type { Times } from './sessions.rules.js';

export const RHYTHMS = ['weekly', 'monthly'] as const;
export type Rhythm = (typeof RHYTHMS)[number];

/** How far ahead the sessions of a series stand in the calendar, in days: twelve weeks. */
export const MADE_AHEAD_DAYS = 84;
/** The most sessions one series may have where it says how many. */
export const MOST_TIMES = 200;

/** When sessions come again. Days are `YYYY-MM-DD`, times of the practice's clock `HH:MM`. */
export interface Rule {
  rhythm: Rhythm;
  /** Every so many weeks or months, 1–12. */
  every: number;
  /** The first day; it says the day of the week, and of which week of the month. */
  startsOn: string;
  atTime: string;
  minutes: number;
  /** The last day on which there may be one; null = no such day. */
  untilOn: string | null;
  /** How many in all; null = no such number. */
  times: number | null;
  /** From this day on there is none; null = it goes on. */
  endedOn: string | null;
}

/** "The second Tuesday", or the last one where it is the fifth: each month has that. */
function sameWeekday(month: Temporal.PlainDate, first: Temporal.PlainDate): Temporal.PlainDate {
  const which = Math.ceil(first.day / 7);
  const start = month.with({ day: 1 });
  const early = start.add({ days: (first.dayOfWeek - start.dayOfWeek + 7) % 7 });
  if (which < 5) return early.add({ weeks: which - 1 });
  const fifth = early.add({ weeks: 4 });
  return fifth.month === start.month ? fifth : early.add({ weeks: 3 });
}

/** The day of the so-manieth session, counted from nought. */
function dayOf({ rhythm, every, startsOn }: Rule, index: number): string {
  const first = Temporal.PlainDate.from(startsOn);
  if (rhythm === 'weekly') return first.add({ weeks: every * index }).toString();
  return sameWeekday(first.with({ day: 1 }).add({ months: every * index }), first).toString();
}

/** The days of a series from `from` to `to`, both included, in order. */
export function daysOf(rule: Rule, from: string, to: string): string[] {
  const last = [to, rule.untilOn ?? to, rule.endedOn === null ? to : dayAfter(rule.endedOn, -1)].sort()[0]!;
  const days: string[] = [];
  for (let index = 0; index < (rule.times ?? Infinity); index++) {
    const day = dayOf(rule, index);
    if (day > last) break;
    if (day >= from) days.push(day);
  }
  return days;
}

/** Whether the last of a counted number lies before or on this day. */
export const isOver = (rule: Rule, day: string): boolean => rule.times !== null && dayOf(rule, rule.times - 1) <= day;

/** How many days of the series lie before this one. */
export const indexOf = (rule: Rule, day: string): number =>
  daysOf({ ...rule, endedOn: null }, rule.startsOn, dayAfter(day, -1)).length;

/** Begin and end on one day: the clock on the wall stays, whatever is done to it in spring and autumn. */
export function timesOn({ atTime, minutes }: Pick<Rule, 'atTime' | 'minutes'>, day: string, zone: string): Times {
  const startsAt = wallClock(day, atTime, zone);
  return { startsAt, endsAt: new Date(startsAt.getTime() + minutes * 60_000) };
}

/** The rule that a first session stands for. */
export function ruleFrom(
  times: Times,
  zone: string,
  asked: Pick<Rule, 'rhythm' | 'every' | 'untilOn' | 'times'>,
): Rule {
  const { startsAt, endsAt } = times;
  return {
    ...asked,
    startsOn: dayIn(zone, startsAt),
    atTime: timeIn(zone, startsAt),
    minutes: Math.round((endsAt.getTime() - startsAt.getTime()) / 60_000),
    endedOn: null,
  };
}

const timeIn = (zone: string, at: Date): string =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime())
    .toZonedDateTimeISO(zone)
    .toPlainTime()
    .toString({ smallestUnit: 'minute' });

/** Until when the sessions of a series are made today, or when it is planned for a first day later than that. */
export const madeUntil = (today: string): string => dayAfter(today, MADE_AHEAD_DAYS);

/** The first so many days, whatever ends the series. */
export const firstDays = (rule: Rule, count: number): string[] =>
  Array.from({ length: count }, (_, index) => dayOf(rule, index));

/** How a series is changed: by how many days each session moves, and the new clock and length of each. */
export interface Move {
  days: number;
  atTime: string;
  minutes: number;
}

/**
 * What it means for all, that the session of `seriesDay` goes to other times. Throws Invalid for a week or more: it
 * would reach into the place of another one.
 */
export function moveOf(seriesDay: string, to: Times, zone: string): Move {
  const { startsOn, atTime, minutes } = ruleFrom(to, zone, { rhythm: 'weekly', every: 1, untilOn: null, times: null });
  const days = daysBetween(seriesDay, startsOn);
  if (Math.abs(days) >= 7)
    throw new Invalid([
      { path: 'startsAt', code: 'too_far', message: 'must be within a week of the day it stands for' },
    ]);
  return { days, atTime, minutes };
}

/** What goes on from a day of the series: the rest of the count, and of the time it was to last. */
export function goingOn(rule: Rule, from: string, move: Move | null): Rule {
  const times = rule.times === null ? null : rule.times - indexOf(rule, from);
  const kept = { ...rule, times, startsOn: from, endedOn: null };
  if (move === null) return kept;
  const { days, atTime, minutes } = move;
  const untilOn = rule.untilOn && dayAfter(rule.untilOn, Math.max(days, 0));
  return { ...kept, startsOn: dayAfter(from, days), untilOn, atTime, minutes };
}
