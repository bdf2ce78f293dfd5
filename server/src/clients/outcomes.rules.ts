/** How care can come to a close. Each is completed care; none is a success or a failure beside the others. */
export const OUTCOMES = ['together', 'apart_with_clarity', 'still_deciding', 'individual_work'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/**
 * Fewer than so many are not told apart to whoever may see no single one. Five: an admin knows who comes and when, and of
 * four people each is soon told apart by who came last; it is what public statistics of health commonly hide.
 */
export const FEWEST_SHOWN = 5;

export interface Tally {
  outcome: Outcome;
  /** Null: some, but fewer than `FEWEST_SHOWN`. */
  people: number | null;
}

/** Of every outcome one line, in one order, and the whole: all of them count as completed. */
export function tallied(counts: ReadonlyMap<Outcome, number>): { items: Tally[]; completed: number | null } {
  const all = OUTCOMES.map((outcome) => counts.get(outcome) ?? 0);
  const completed = all.reduce((sum, each) => sum + each, 0);
  const hidden = all.filter((each) => each > 0 && each < FEWEST_SHOWN);
  const together = hidden.reduce((sum, each) => sum + each, 0);
  return {
    items: OUTCOMES.map((outcome, index) => ({ outcome, people: shown(all[index]!) })),
    // The whole would give away a single hidden part, or several that are few even together.
    completed: hidden.length > 0 && (hidden.length === 1 || together < FEWEST_SHOWN) ? null : shown(completed),
  };
}

const shown = (count: number): number | null => (count > 0 && count < FEWEST_SHOWN ? null : count);
