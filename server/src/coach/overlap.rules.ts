import { sentences, type Span } from './text.rules.js';

/**
 * Words of an apology that its author took over from a page about why it came about. What explains to oneself is heard
 * as an excuse by whoever was hurt, so it stays on a page of its own. Only two texts of the same author are compared.
 */
export interface Borrowed extends Span {
  /** The very words of the text from `start` to `end`. */
  readonly quote: string;
}

interface Word extends Span {
  readonly norm: string;
}

/** Words in a row that must be the same for a place to be looked at. */
const RUN = 4;
/** Words changed or added within one place. */
const GAP = 2;
/** The same words that one place must hold, and how many of them must be more than grammar. */
const SAME = 7;
const WEIGHTY = 3;

const GRAMMAR = new Set(
  `a about after all also am an and any are as at be because been before being but by can could did do does down for from
  had has have having he her here him his how i if in into is it its just me more my never no nor not now of off on once
  only or other our out over own same she should so some such than that the their them then there these they this those
  through to too under until up very was we were what when where which while who why will with would you your yourself
  myself still again always really sorry told lied knew thought wanted`.split(/\s+/),
);

const isWord = ({ norm }: Word): boolean => /[\p{L}\p{N}]/u.test(norm);
const wordsOf = (text: string): Word[] => sentences(text).flatMap(({ words }) => words.filter(isWord));

const runsOf = (words: readonly Word[]): string[] =>
  words.slice(RUN - 1).map((_, at) =>
    words
      .slice(at, at + RUN)
      .map(({ norm }) => norm)
      .join(' '),
  );

/**
 * Places of `text` that are also in one of `own`, in rising order: at least seven words the same, three of them more
 * than grammar, in runs of four or more with at most two words changed between. Marks, capitals and contractions make
 * no difference. Short phrases that anybody would use are no copy.
 */
export function borrowed(text: string, own: readonly string[]): Borrowed[] {
  const words = wordsOf(text);
  const known = new Set(own.flatMap((each) => runsOf(wordsOf(each))));
  const same = new Set<number>();
  runsOf(words).forEach((run, at) => {
    if (known.has(run)) for (let i = at; i < at + RUN; i++) same.add(i);
  });
  return placesOf([...same].sort((a, b) => a - b))
    .filter((place) => isCopy(place.map((at) => words[at]!)))
    .map((place) => {
      const { start } = words[place[0]!]!;
      const { end } = words[place.at(-1)!]!;
      return { start, end, quote: text.slice(start, end) };
    });
}

/** Neighbours, with at most so many others between them. */
function placesOf(sorted: readonly number[]): number[][] {
  const places: number[][] = [];
  for (const at of sorted) {
    const last = places.at(-1);
    if (last && at - last.at(-1)! <= GAP + 1) last.push(at);
    else places.push([at]);
  }
  return places;
}

/** Contractions count once: "i'm" stands for two words at one place. */
function isCopy(words: readonly Word[]): boolean {
  const weighty = new Set(words.map(({ norm }) => norm).filter((norm) => norm.length > 2 && !GRAMMAR.has(norm)));
  return new Set(words.map(({ start }) => start)).size >= SAME && weighty.size >= WEIGHTY;
}
