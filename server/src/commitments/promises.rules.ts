import { Temporal } from 'temporal-polyfill';
import { Forbidden, RuleBroken } from '../platform/errors.js';
import { mondayOf, rateOf } from './consistency.rules.js';

export const MAKER_MARKS = ['done', 'late', 'missed'] as const;
export const PARTNER_MARKS = ['saw_it', 'did_not', 'not_saying'] as const;
export const PROMISE_MARKS = [...MAKER_MARKS, ...PARTNER_MARKS] as const;
export type MakerMark = (typeof MAKER_MARKS)[number];
export type PartnerMark = (typeof PARTNER_MARKS)[number];
export type PromiseMark = (typeof PROMISE_MARKS)[number];

const isMakers = (mark: PromiseMark): mark is MakerMark => (MAKER_MARKS as readonly string[]).includes(mark);
/** What can only be known when the time has come. */
const AFTERWARDS: readonly PromiseMark[] = ['late', 'missed', 'did_not'];

/**
 * The moment at which a clock on a wall in `zone` shows this day (`YYYY-MM-DD`) and time (`HH:MM`). A time that is
 * skipped in spring means the moment an hour later; of one that comes twice in autumn, the first.
 */
export function wallClock(day: string, time: string, zone: string): Date {
  const at = Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) });
  return new Date(at.epochMilliseconds);
}

/** The calendar day, `YYYY-MM-DD`, of a moment in a time zone. */
export const dayIn = (zone: string, moment: Date): string =>
  Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(zone).toPlainDate().toString();

/** A promise is made before the fact. */
export const isBeforeTheFact = (dueAt: Date, now: Date): boolean => dueAt > now;

/** A year ahead at most: a promise is small. */
export const isSoonEnough = (dueAt: Date, now: Date): boolean => dueAt.getTime() - now.getTime() <= 366 * 86_400_000;

/**
 * Nobody confirms what he promised himself, and nobody says for another that it is done. Throws
 * `Forbidden('not_your_part')`, `RuleBroken('not_due_yet')`.
 */
export function assertMark(mark: PromiseMark, isMaker: boolean, dueAt: Date, now: Date): void {
  if (isMakers(mark) !== isMaker)
    throw new Forbidden(
      'not_your_part',
      isMaker ? 'Whether it was seen is for the other to say.' : 'What became of it is for its maker to say.',
    );
  if (AFTERWARDS.includes(mark) && dueAt > now)
    throw new RuleBroken('not_due_yet', 'Its time has not come yet, so nobody can say that.');
}

/** What the maker, or the other, can say of it by now. */
export const sayable = (isMaker: boolean, dueAt: Date, now: Date): PromiseMark[] =>
  (isMaker ? MAKER_MARKS : PARTNER_MARKS).filter((mark) => dueAt <= now || !AFTERWARDS.includes(mark));

/** One promise and the last word of each of the two on it. */
export interface Told {
  /** `YYYY-MM-DD`, where it was made. */
  dueOn: string;
  maker: MakerMark | null;
  partner: PartnerMark | null;
}

/** The two tell differently. Silence, and not saying, contradict nothing. */
export const isDisputed = ({ maker, partner }: Pick<Told, 'maker' | 'partner'>): boolean =>
  (partner === 'did_not' && maker === 'done') || (partner === 'saw_it' && maker === 'missed');

export interface PromiseWeek {
  week: string;
  due: number;
  done: number;
  late: number;
  missed: number;
  /** Nobody who made it has said what became of it. */
  unknown: number;
  saw: number;
  didNot: number;
  notSaying: number;
  /** Nothing said by the other: unknown, not kept. */
  silent: number;
  disputed: number;
  /** Done of those whose maker said what became of them, 0 to 1; null for none. */
  rate: number | null;
  /** Seen of those whose partner said, 0 to 1; null for none. */
  seenRate: number | null;
}

/** What came due in each week. */
export function promiseWeeks(told: readonly Told[], mondays: readonly string[]): PromiseWeek[] {
  return mondays.map((week) => {
    const due = told.filter(({ dueOn }) => mondayOf(dueOn) === week);
    const makers = (mark: MakerMark | null): number => due.filter(({ maker }) => maker === mark).length;
    const partners = (mark: PartnerMark | null): number => due.filter(({ partner }) => partner === mark).length;
    const [done, late, missed] = [makers('done'), makers('late'), makers('missed')];
    const [saw, didNot] = [partners('saw_it'), partners('did_not')];
    return {
      ...{ week, due: due.length, done, late, missed, unknown: makers(null) },
      ...{ saw, didNot, notSaying: partners('not_saying'), silent: partners(null) },
      disputed: due.filter(isDisputed).length,
      rate: rateOf(done, done + late + missed),
      seenRate: rateOf(saw, saw + didNot),
    };
  });
}
