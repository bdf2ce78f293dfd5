import { FEWEST_SHOWN } from '../clients/outcomes.rules.js';

/** How many people stand where. `people` were measured twice; those without a change rule have no verdict. */
export interface Counts {
  people: number;
  recovered: number;
  improved: number;
  unchanged: number;
  deteriorated: number;
  casesFirst: number;
  casesLast: number;
  /** Cases at their first answer who are none at the last one, whether or not the change is reliable. */
  moved: number;
}

/** Nobody, or enough of them that no one is told apart. */
export const isTold = (...counts: readonly number[]): boolean =>
  counts.every((count) => count === 0 || count >= FEWEST_SHOWN);

export interface Shown {
  people: boolean;
  /** Better and not better, of all with a verdict. */
  better: boolean;
  /** Recovered and improved, each; unchanged and deteriorated, each. */
  kindsOfBetter: boolean;
  kindsOfRest: boolean;
  casesFirst: boolean;
  moved: boolean;
  casesLast: boolean;
}

const parts = ({ people, recovered, improved, unchanged, deteriorated, casesFirst, moved }: Counts) => ({
  better: recovered + improved,
  rest: unchanged + deteriorated,
  stayed: casesFirst - moved,
  healthy: people - casesFirst,
});

/**
 * What of a clinic's own line may be told. Two numbers that add up to a third are told both or neither, and so is whatever
 * a difference of two told numbers would give: who crossed the line without reliable change, who became a case.
 */
export function shownOfClinic(counts: Counts): Shown {
  const { people, recovered, improved, unchanged, deteriorated, casesFirst, casesLast, moved } = counts;
  const { better, rest, stayed, healthy } = parts(counts);
  const all = people >= FEWEST_SHOWN;
  const split = all && isTold(better, rest);
  const kindsOfBetter = split && isTold(recovered, improved);
  const first = all && isTold(casesFirst, healthy);
  const crossed = first && isTold(moved, stayed) && (!kindsOfBetter || isTold(moved - recovered));
  const became = casesLast - stayed;
  return {
    people: all || people === 0,
    ...{ better: split, kindsOfBetter, kindsOfRest: split && isTold(unchanged, deteriorated) },
    ...{ casesFirst: first, moved: crossed },
    casesLast: all && isTold(casesLast, people - casesLast) && (!crossed || isTold(became, healthy - became)),
  };
}

/**
 * Which rows of a table may be told beside its whole. A row is told when each of its cells is; and what is left when the
 * told rows are taken from the whole, must be tellable itself: while it is not, the smallest told row joins it.
 */
export function rowsTold(rows: readonly (readonly number[])[]): boolean[] {
  const sum = (row: readonly number[]): number => row.reduce((all, cell) => all + cell, 0);
  const told = rows.map((row) => sum(row) >= FEWEST_SHOWN && isTold(...row));
  const width = rows[0]?.length ?? 0;
  for (;;) {
    const left = Array.from({ length: width }, (_, cell) =>
      rows.reduce((all, row, index) => all + (told[index] ? 0 : row[cell]!), 0),
    );
    const smallest = rows
      .map((row, index) => ({ index, size: sum(row) }))
      .filter(({ index }) => told[index])
      .sort((a, b) => a.size - b.size)[0];
    if (isTold(...left) || !smallest) return told;
    told[smallest.index] = false;
  }
}

/** Better and not better, which with the whole line of the clinic give each other. */
export const changeCells = (counts: Counts): number[] => {
  const { better, rest } = parts(counts);
  return [better, rest];
};

/** Cases who moved to recovery, cases who did not, and who was none. */
export const caseCells = (counts: Counts): number[] => {
  const { stayed, healthy } = parts(counts);
  return [counts.moved, stayed, healthy];
};
