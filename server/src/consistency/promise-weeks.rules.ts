import { mondayOf } from '../platform/days.js';
import { isDisputed, type LastWords, type MakerMark, type PartnerMark } from '../promises/promises.rules.js';
import { rateOf } from './consistency.rules.js';

/** One promise and the last word of each of the two on it. */
export interface Told extends LastWords {
  /** `YYYY-MM-DD`, where it was made. */
  dueOn: string;
}

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
