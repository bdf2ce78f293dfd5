import { MARKS, type Mark } from '../boundaries/boundaries.rules.js';
import { mondayOf } from '../platform/days.js';

/** What one person said of one day. */
export interface Said {
  by: string;
  /** `YYYY-MM-DD` */
  on: string;
  mark: Mark;
}

export interface Week {
  /** The Monday it begins with, `YYYY-MM-DD`. */
  week: string;
  kept: number;
  bent: number;
  crossed: number;
  notSaying: number;
  /** How often it was said to be kept, bent or crossed. */
  occasions: number;
  /** Kept of the occasions, 0 to 1; null where nothing was said: that is a gap and never a success. */
  rate: number | null;
}

export interface Report {
  by: string;
  weeks: Week[];
  kept: number;
  occasions: number;
}

/** A week of which the two tell differently: the gravest that each said. */
export interface Dispute {
  week: string;
  said: { by: string; mark: Mark }[];
}

const WEEK = 7 * 86_400_000;

/** The Mondays of so many weeks, the last of them the one that holds `today`, in rising order. */
export function weeksUntil(today: string, weeks: number): string[] {
  const last = Date.parse(`${mondayOf(today)}T00:00:00Z`);
  return Array.from({ length: weeks }, (_, i) => new Date(last - (weeks - 1 - i) * WEEK).toISOString().slice(0, 10));
}

/** Each person's own series. Two people's words are never added up: one who says nothing is not outvoted. */
export function reportOf(by: string, said: readonly Said[], mondays: readonly string[]): Report {
  const own = said.filter((each) => each.by === by);
  const weeks = mondays.map((week) => {
    const marks = own.filter(({ on }) => mondayOf(on) === week).map(({ mark }) => mark);
    const count = (mark: Mark): number => marks.filter((each) => each === mark).length;
    const [kept, bent, crossed, notSaying] = MARKS.map(count) as [number, number, number, number];
    const occasions = kept + bent + crossed;
    return { week, kept, bent, crossed, notSaying, occasions, rate: rateOf(kept, occasions) };
  });
  const sum = (of: (week: Week) => number): number => weeks.reduce((total, week) => total + of(week), 0);
  return { by, weeks, kept: sum(({ kept }) => kept), occasions: sum(({ occasions }) => occasions) };
}

/** Null for nothing to go by. */
export const rateOf = (kept: number, occasions: number): number | null => (occasions === 0 ? null : kept / occasions);

const GRAVITY: readonly Mark[] = ['kept', 'bent', 'crossed'];

/** Weeks in which both said something and the gravest of each differs. Not saying is no contradiction. */
export function disputesOf(said: readonly Said[], people: readonly string[], mondays: readonly string[]): Dispute[] {
  return mondays.flatMap((week) => {
    const gravest = people.flatMap((by) => {
      const marks = said.filter((each) => each.by === by && mondayOf(each.on) === week).map(({ mark }) => mark);
      const mark = GRAVITY.findLast((each) => marks.includes(each));
      return mark ? [{ by, mark }] : [];
    });
    return new Set(gravest.map(({ mark }) => mark)).size > 1 ? [{ week, said: gravest }] : [];
  });
}

/** One mark a person and day: the last word stands, which is how somebody corrects the first. In rising order of time. */
export function standing<T extends { by: string; on: string }>(said: readonly T[]): T[] {
  return [...new Map(said.map((each) => [`${each.by} ${each.on}`, each])).values()];
}
