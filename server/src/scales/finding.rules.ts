import type { Reading } from './baseline.rules.js';

/** Who reads the sentence: the care team, or the person who answered. */
export type Reader = 'care' | 'self';

export interface LastAnswer {
  answeredOn: string;
  value: number | null;
  answered: number;
  of: number;
}

/** Whom a sentence speaks to, on which day at the clinic, and the item range it speaks of, in points. */
interface Told {
  reader: Reader;
  range: Range;
  today: string;
}

/**
 * The one sentence above a chart, written from the data alone. It tells where the last answer lies and how far that can
 * be read; it neither praises nor judges, and never names a cause.
 */
export function finding(reading: Reading, last: LastAnswer | null, { reader, range, today }: Told): string {
  if (!last) return reader === 'self' ? 'You have not answered this one yet.' : 'No answers yet.';
  const day = longDay(last.answeredOn, today);
  if (last.value === null) {
    return reader === 'self'
      ? `On ${day} you answered ${last.answered} of ${last.of}. That is too few for one number, and that is fine.`
      : `${last.answered} of ${last.of} answered on ${day}: not scored.`;
  }
  const points = pointsBeside(reading, last.value, range);
  const value = points(last.value);
  const lead =
    reader === 'self' ? `Your last answer, on ${day}, comes to ${value} of ${range.max}.` : `${value} on ${day}.`;
  return `${lead} ${place(reading, reader, range, points)}`;
}

type Range = { min: number; max: number };
type Points = (value: number) => string;

function place(reading: Reading, reader: Reader, range: Range, points: Points): string {
  const { baseline, change, weeks } = reading;
  const self = reader === 'self';
  switch (baseline.state) {
    case 'empty':
    case 'starting':
      return self
        ? 'There are too few weeks yet to say what is usual for you.'
        : `A baseline starts to form with the fourth weekly answer; there ${baseline.n === 1 ? 'is' : 'are'} ${baseline.n}.`;
    case 'forming':
      return self
        ? 'There are nearly enough weeks to say what is usual for you.'
        : `The baseline is still forming from ${baseline.n} weekly answers, so change is not read yet.`;
    case 'moving':
      return self
        ? 'Your first weeks were already on the move, so there is no usual range to compare with.'
        : 'The baseline was already moving, so change is not read.';
    case 'set':
  }
  if (!change || baseline.mean === null || baseline.limit === null) {
    return self
      ? 'Your first weeks now show what is usual for you. Weeks from here on are set beside them.'
      : `The baseline is complete with ${baseline.n} weekly answers; weeks from here on are compared with it.`;
  }
  const [low, high] = boundsOf(reading, range).map(points);
  const whose = self ? 'your' : 'the';
  const last = weeks.findLast((week) => week.value !== null);
  if (!last?.beyond) return `That is inside ${whose} usual range of ${low} to ${high}.`;
  if (last.run === 1) {
    return `That is ${last.beyond} ${whose} usual range of ${low} to ${high}; one week alone is not read as change.`;
  }
  return `That is outside ${whose} usual range of ${low} to ${high} for ${inWords(last.run)} weeks, ${last.beyond} it each time.`;
}

/** The usual range of one week, within the range of the items; empty where there is none. */
function boundsOf({ baseline: { mean, limit } }: Reading, { min, max }: Range): number[] {
  return mean === null || limit === null ? [] : [Math.max(min, mean - limit), Math.min(max, mean + limit)];
}

/**
 * One decimal: finer steps would claim more than seven days of answers can tell. Two where one would make a value and
 * the bound it lies beyond look alike.
 */
function pointsBeside(reading: Reading, value: number, range: Range): Points {
  const tenths = (points: number) => Math.round(points * 10);
  const close = boundsOf(reading, range).some((bound) => bound !== value && tenths(bound) === tenths(value));
  const steps = close ? 100 : 10;
  return (points) => String(Math.round(points * steps) / steps);
}

function inWords(count: number): string {
  return ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'][count] ?? String(count);
}

/**
 * As the screens write a day, so that a sentence and the chart below it speak alike: "14 October". Of another year than
 * today's it says which, lest an answer of long ago passes for one of last autumn.
 */
export function longDay(day: string, today: string): string {
  const isThisYear = day.slice(0, 4) === today.slice(0, 4);
  return (isThisYear ? LONG_DAY : LONG_DAY_YEAR).format(new Date(`${day}T00:00:00Z`));
}

const inWholeDays = (year?: 'numeric'): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year, timeZone: 'UTC' });
const [LONG_DAY, LONG_DAY_YEAR] = [inWholeDays(), inWholeDays('numeric')];
