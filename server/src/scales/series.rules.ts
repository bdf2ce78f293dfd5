import { FLOOR, type Reading, readSeries, type WeekValue } from './baseline.rules.js';
import { finding, type Reader } from './finding.rules.js';
import type { Instrument } from '../instruments/tracker.definition.js';
import type { Score } from '../instruments/scoring.rules.js';
import type { Missed } from './schedule.rules.js';
import { missedWeeks, mondayOf, weekOf, weekly } from './week.rules.js';

/** One scored answer of one person; lists of them are in rising order of time. */
export interface Scored {
  answeredOn: string;
  score: Score;
}

export interface Line {
  key: string;
  title: string;
  kind: 'total' | 'construct';
  reading: Reading;
  /** Every week from the first answer to the last, or to the last asking that nobody answered; also the empty ones between. */
  weeks: LineWeek[];
  finding: string;
  ownWords: string;
}

export interface LineWeek {
  week: string;
  /** Day of the answer that stands for the week; of a week without one, the day of the asking or its Monday. */
  on: string;
  value: number | null;
  answered: boolean;
  /** Asked for in this week and not given. */
  missed: boolean;
  prorated: boolean;
  inBaseline: boolean;
  beyond: 'above' | 'below' | null;
  run: number;
}

/** The range of the answers, in points: the same for every item of an instrument. */
export function rangeOf({ items }: Instrument): { min: number; max: number } {
  return { min: Math.min(...items.map(({ min }) => min)), max: Math.max(...items.map(({ max }) => max)) };
}

/** The reading of the total over all weeks, compared from a week on. A total is a mean of items, whence its floor. */
export function readTotal(answers: readonly Scored[], since?: number): Reading {
  const series = weekly(answers.map(({ answeredOn, score }) => ({ answeredOn, value: score.total })));
  return readSeries(series, FLOOR.mean, undefined, since);
}

/** What answers are set beside: the week of the last new start, and the askings that nobody answered. */
export interface Around {
  /** At the clinic. */
  today: string;
  since?: number | undefined;
  missed?: readonly Missed[];
}

/** The total and then each construct, every one beside a baseline of its own. */
export function linesOf(
  instrument: Instrument,
  answers: readonly Scored[],
  reader: Reader,
  { today, since, missed = [] }: Around,
): Line[] {
  const prorated = new Set(answers.filter(({ score }) => score.prorated).map(({ answeredOn }) => weekOf(answeredOn)));
  const answered = new Map(answers.map(({ answeredOn }) => [weekOf(answeredOn), answeredOn]));
  const days = { answered, asked: missedWeeks(missed, new Set(answered.keys())) };
  const range = rangeOf(instrument);
  const last = answers.at(-1);

  const line = (
    key: string,
    title: string,
    kind: Line['kind'],
    floor: number,
    valueOf: (score: Score) => number | null,
  ) => {
    const series = weekly(answers.map(({ answeredOn, score }) => ({ answeredOn, value: valueOf(score) })));
    const reading = readSeries(series, floor, undefined, since);
    const about = last && {
      answeredOn: last.answeredOn,
      value: valueOf(last.score),
      answered: last.score.answered,
      of: last.score.of,
    };
    const words = (who: Reader) => finding(reading, about ?? null, { reader: who, range, today });
    return {
      ...{ key, title, kind, reading },
      weeks: everyWeek(series, reading, days, kind === 'total' ? prorated : new Set()),
      finding: words(reader),
      ownWords: words('self'),
    };
  };

  return [
    line('total', instrument.total.title, 'total', FLOOR.mean, ({ total }) => total),
    ...instrument.constructs.map(({ key, title, items }) =>
      line(
        key,
        title,
        'construct',
        items.length === 1 ? FLOOR.single : FLOOR.mean,
        (score) => score.subscales[key] ?? null,
      ),
    ),
  ];
}

/** At most this many weeks are drawn; two years of weekly answers fill them. */
const MOST_WEEKS = 104;

type Days = ReadonlyMap<number, string>;

function everyWeek(
  series: readonly WeekValue[],
  reading: Reading,
  { answered, asked }: Record<'answered' | 'asked', Days>,
  prorated: ReadonlySet<number>,
): LineWeek[] {
  const first = series[0]?.week;
  if (first === undefined) return [];
  const last = Math.max(...series.map(({ week }) => week), ...asked.keys());
  const read = new Map(reading.weeks.map((week) => [week.week, week]));
  const from = Math.max(first, last - MOST_WEEKS + 1);
  return Array.from({ length: last - from + 1 }, (_, step) => {
    const week = from + step;
    const known = read.get(week);
    return {
      week: mondayOf(week),
      on: answered.get(week) ?? asked.get(week) ?? mondayOf(week),
      value: known?.value ?? null,
      answered: known !== undefined,
      missed: asked.has(week),
      prorated: prorated.has(week),
      inBaseline: known?.inBaseline ?? false,
      beyond: known?.beyond ?? null,
      run: known?.run ?? 0,
    };
  });
}
