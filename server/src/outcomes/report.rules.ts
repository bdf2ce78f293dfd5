import { FEWEST_SHOWN } from '../clients/outcomes.rules.js';
import { wilson } from './interval.rules.js';
import type { AskingLineDto, AskingsDto, OutcomeLineDto, ShareDto } from './report.dto.js';
import { caseCells, changeCells, type Counts, rowsTold, type Shown, shownOfClinic } from './small-cells.rules.js';

/** What one therapist's people come to; null: nobody leads their care. */
export interface Line {
  staffId: string | null;
  name: string | null;
  counts: Counts;
}

export interface AskingLine {
  staffId: string | null;
  name: string | null;
  people: number;
  asked: number;
  met: number;
}

const EVERYTHING: Shown = {
  ...{ people: true, better: true, kindsOfBetter: true, kindsOfRest: true, casesFirst: true },
  ...{ moved: true, casesLast: true },
};

export const share = (count: number, of: number): ShareDto | null =>
  of === 0 ? null : { count, of, percent: Math.round((count / of) * 100), ...wilson(count, of) };

export function totalOf(lines: readonly Line[]): Counts {
  const sum = (key: keyof Counts): number => lines.reduce((all, { counts }) => all + counts[key], 0);
  return {
    ...{ people: sum('people'), recovered: sum('recovered'), improved: sum('improved') },
    ...{ unchanged: sum('unchanged'), deteriorated: sum('deteriorated') },
    ...{ casesFirst: sum('casesFirst'), casesLast: sum('casesLast'), moved: sum('moved') },
  };
}

/** Somebody's own people: she reads each of their scores anyway, so nothing is hidden. */
export const ownLines = (lines: readonly Line[]): OutcomeLineDto[] => lines.map((line) => told(line, EVERYTHING));

/** The whole practice, and each therapist as far as no small number comes out, nor one that the others would give away. */
export function clinicLines(lines: readonly Line[]): { all: OutcomeLineDto; therapists: OutcomeLineDto[] } {
  const counts = totalOf(lines);
  const change = rowsTold(lines.map((line) => changeCells(line.counts)));
  const cases = rowsTold(lines.map((line) => caseCells(line.counts)));
  return {
    all: told({ staffId: null, name: null, counts }, shownOfClinic(counts)),
    therapists: lines.map((line, index) =>
      told(line, {
        ...{ people: change[index]! || cases[index]!, better: change[index]!, kindsOfBetter: false },
        ...{ kindsOfRest: false, casesFirst: cases[index]!, moved: cases[index]!, casesLast: false },
      }),
    ),
  };
}

function told({ staffId, name, counts }: Line, shown: Shown): OutcomeLineDto {
  const { people, recovered, improved, unchanged, deteriorated, casesFirst, casesLast, moved } = counts;
  const judged = recovered + improved + unchanged + deteriorated;
  const when = <T>(isShown: boolean, value: T): T | null => (isShown ? value : null);
  return {
    ...{ staffId, name, people: when(shown.people, people) },
    better: when(shown.better, share(recovered + improved, judged)),
    verdicts: [
      { verdict: 'recovered', people: when(shown.kindsOfBetter, recovered) },
      { verdict: 'improved', people: when(shown.kindsOfBetter, improved) },
      { verdict: 'unchanged', people: when(shown.kindsOfRest, unchanged) },
      { verdict: 'deteriorated', people: when(shown.kindsOfRest, deteriorated) },
    ],
    casesAtStart: when(shown.casesFirst, share(casesFirst, people)),
    casesAtEnd: when(shown.casesLast, share(casesLast, people)),
    recovered: when(shown.moved, share(moved, casesFirst)),
  };
}

const asking = ({ staffId, name, people, asked, met }: AskingLine, isTold: boolean): AskingLineDto => ({
  ...{ staffId, name, people: isTold ? people : null, answered: isTold ? share(met, asked) : null },
});

/** How many askings were met. Of how few people it is told is what is hidden: that somebody did not answer is no score. */
export function clinicAskings(lines: readonly AskingLine[]): AskingsDto {
  const sum = (key: 'people' | 'asked' | 'met'): number => lines.reduce((all, line) => all + line[key], 0);
  const all = { staffId: null, name: null, people: sum('people'), asked: sum('asked'), met: sum('met') };
  const rows = rowsTold(lines.map(({ people }) => [people]));
  return {
    all: asking(all, all.people === 0 || all.people >= FEWEST_SHOWN),
    therapists: lines.map((line, index) => asking(line, rows[index]!)),
  };
}

export const ownAskings = (lines: readonly AskingLine[]): AskingsDto => ({
  all: null,
  therapists: lines.map((line) => asking(line, true)),
});
