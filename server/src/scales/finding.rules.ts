import type { Reading } from './baseline.rules.js';

/** Who reads the sentence: the care team, or the person who answered. */
export type Reader = 'care' | 'self';

export interface LastAnswer {
  answeredOn: string;
  value: number | null;
  answered: number;
  of: number;
}

/**
 * The one sentence above a chart, written from the data alone. It tells where the last answer lies and how far that can
 * be read; it neither praises nor judges, and never names a cause. `range` is the item range, in points.
 */
export function finding(
  reading: Reading,
  last: LastAnswer | null,
  reader: Reader,
  locale: string,
  range: { min: number; max: number },
): string {
  if (!last) return reader === 'self' ? 'You have not answered this one yet.' : 'No answers yet.';
  const day = longDay(last.answeredOn, locale);
  if (last.value === null) {
    return reader === 'self'
      ? `On ${day} you answered ${last.answered} of ${last.of}. That is too few for one number, and that is fine.`
      : `${last.answered} of ${last.of} answered on ${day}: not scored.`;
  }
  const value = points(last.value);
  const lead =
    reader === 'self' ? `Your last answer, on ${day}, comes to ${value} of ${range.max}.` : `${value} on ${day}.`;
  return `${lead} ${place(reading, reader, range)}`;
}

function place(reading: Reading, reader: Reader, range: { min: number; max: number }): string {
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
  const low = points(Math.max(range.min, baseline.mean - baseline.limit));
  const high = points(Math.min(range.max, baseline.mean + baseline.limit));
  const whose = self ? 'your' : 'the';
  const last = weeks.findLast((week) => week.value !== null);
  if (!last?.beyond) return `That is inside ${whose} usual range of ${low} to ${high}.`;
  if (last.run === 1) {
    return `That is ${last.beyond} ${whose} usual range of ${low} to ${high}; one week alone is not read as change.`;
  }
  return `That is outside ${whose} usual range of ${low} to ${high} for ${inWords(last.run)} weeks, ${last.beyond} it each time.`;
}

/** One decimal at most: finer steps would claim more than seven days of answers can tell. */
function points(value: number): string {
  return String(Math.round(value * 10) / 10);
}

function inWords(count: number): string {
  return ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'][count] ?? String(count);
}

function longDay(day: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );
}
