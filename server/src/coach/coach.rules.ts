import { blameShift } from './categories/blame-shift.rules.js';
import { conditional } from './categories/conditional.rules.js';
import { joined, type Category, type Match, type Rule } from './finding.rules.js';
import { forgivenessDemand } from './categories/forgiveness-demand.rules.js';
import { justification } from './categories/justification.rules.js';
import { isEnglish } from './language.rules.js';
import { missing, newFacts, type Component } from './letter.rules.js';
import { minimising } from './categories/minimising.rules.js';
import { overpromise } from './categories/overpromise.rules.js';
import { passiveDistancing } from './categories/passive-distancing.rules.js';
import { reported, takenBack } from './reports.rules.js';
import { sentences, type Sentence, type Span } from './text.rules.js';
import { namesAct, vagueAct } from './categories/vague-act.rules.js';

/** In the order they are looked for. */
export const CATEGORIES: readonly Category[] = [
  conditional,
  justification,
  passiveDistancing,
  minimising,
  blameShift,
  forgivenessDemand,
  vagueAct,
  overpromise,
];

export const categoryOf = (rule: Rule): Category => CATEGORIES.find((category) => category.rule === rule)!;

/** One place in the letter worth a second look. A question, never a fault. */
export interface Hint extends Span {
  readonly rule: Rule;
  /** The very words of the text from `start` to `end`. */
  readonly quote: string;
  readonly why: string;
  readonly question: string;
}

export interface Reading {
  /** In the order of the text. None for a text that is not in English. */
  readonly hints: readonly Hint[];
  readonly missing: readonly Component[];
  /** What seems told for the first time: to be spoken of with the therapist first. */
  readonly newFacts: readonly (Span & { readonly quote: string })[];
  readonly english: boolean;
}

const SILENT: Reading = { hints: [], missing: [], newFacts: [], english: false };

function placesOf(category: Category, sentence: Sentence, told: readonly Match[]): Span[] {
  const meant = category
    .find(sentence)
    .filter(({ from }) => !told.some((report) => report.from <= from && from < report.to))
    .filter(({ to }) => !category.canBeTakenBack || !takenBack(sentence, to));
  return joined(sentence, meant);
}

/**
 * Reads a letter of apology, or one sentence of it, by the rules of this folder. Offline, the same on the phone and
 * on the server. An act without a name is raised only while no sentence names one: in `text`, or in the `letter` it is
 * a part of.
 */
export function read(text: string, letter = text): Reading {
  if (!isEnglish(text)) return SILENT;
  const written = sentences(text).filter(({ words }) => words.length > 0);
  const named = [...written, ...(letter === text ? [] : sentences(letter))].some(namesAct);
  const quote = ({ start, end }: Span) => ({ start, end, quote: text.slice(start, end) });
  const hints = written.flatMap((sentence) => {
    const told = reported(sentence);
    return CATEGORIES.filter(({ rule }) => rule !== 'vague_act' || !named).flatMap((category) =>
      placesOf(category, sentence, told).map((place) => ({
        rule: category.rule,
        ...quote(place),
        why: category.why,
        question: category.question,
      })),
    );
  });
  return {
    hints: hints.sort((a, b) => a.start - b.start || a.end - b.end),
    missing: missing(written),
    newFacts: newFacts(written).map(quote),
    english: true,
  };
}
