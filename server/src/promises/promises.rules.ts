import { Forbidden, RuleBroken } from '../platform/errors.js';

export const MAKER_MARKS = ['done', 'late', 'missed'] as const;
export const PARTNER_MARKS = ['saw_it', 'did_not', 'not_saying'] as const;
export const PROMISE_MARKS = [...MAKER_MARKS, ...PARTNER_MARKS] as const;
export type MakerMark = (typeof MAKER_MARKS)[number];
export type PartnerMark = (typeof PARTNER_MARKS)[number];
export type PromiseMark = (typeof PROMISE_MARKS)[number];

const isMakers = (mark: PromiseMark): mark is MakerMark => (MAKER_MARKS as readonly string[]).includes(mark);
/** What can only be known when the time has come. */
const AFTERWARDS: readonly PromiseMark[] = ['late', 'missed', 'did_not'];

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

/** The last word of each of the two on one promise. */
export interface LastWords {
  maker: MakerMark | null;
  partner: PartnerMark | null;
}

/** The two tell differently. Silence, and not saying, contradict nothing. */
export const isDisputed = ({ maker, partner }: LastWords): boolean =>
  (partner === 'did_not' && maker === 'done') || (partner === 'saw_it' && maker === 'missed');
