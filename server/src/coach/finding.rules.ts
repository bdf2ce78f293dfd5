import { spanOf, type Sentence, type Span } from './text.rules.js';
import { has, startsWith } from './words.rules.js';

export const RULES = [
  'conditional',
  'justification',
  'passive_distancing',
  'minimising',
  'blame_shift',
  'forgiveness_demand',
  'vague_act',
  'overpromise',
] as const;
export type Rule = (typeof RULES)[number];

/** One way of saying it. A match counts only if none of the exceptions holds. */
export interface Way {
  readonly is: RegExp;
  /** Anywhere in the sentence. */
  readonly unless?: RegExp;
  /** In the words before the match. */
  readonly notAfter?: RegExp;
  /** In the words after the match. */
  readonly notBefore?: RegExp;
  /** At once after the match. */
  readonly notNext?: RegExp;
  /** In the match itself. */
  readonly notIn?: RegExp;
}

/** A stretch of `Sentence.norm`. */
export interface Match {
  readonly from: number;
  readonly to: number;
}

export function matches({ norm }: Sentence, ways: readonly Way[]): Match[] {
  return ways.flatMap(({ is, unless, notAfter, notBefore, notNext, notIn }) => {
    if (unless && has(norm, unless)) return [];
    return [...norm.matchAll(is)]
      .map(({ index, 0: words }) => ({ from: index, to: index + words.length }))
      .filter(
        ({ from, to }) =>
          !(notAfter && has(norm.slice(0, from).trimEnd(), notAfter)) &&
          !(notBefore && has(norm.slice(to).trimStart(), notBefore)) &&
          !(notNext && startsWith(norm.slice(to).trimStart(), notNext)) &&
          !(notIn && has(norm.slice(from, to), notIn)),
      );
  });
}

/** What one rule knows: how it is said, why it can hurt, and what to ask instead of a correction. */
export interface Category {
  readonly rule: Rule;
  readonly name: string;
  readonly why: string;
  readonly question: string;
  /** How somebody else might have said it plainly: in our own words, about another story, and nothing to copy. */
  readonly example: string;
  readonly find: (sentence: Sentence) => Match[];
  /** A later "and that was a lie" or "that is no excuse" takes it back. */
  readonly canBeTakenBack: boolean;
}

/** The widest stretch that overlapping matches cover: one hint for one place. */
export function joined(sentence: Sentence, found: readonly Match[]): Span[] {
  const sorted = [...found].sort((a, b) => a.from - b.from);
  const one: Match[] = [];
  for (const match of sorted) {
    const last = one.at(-1);
    if (last && match.from < last.to) one[one.length - 1] = { from: last.from, to: Math.max(last.to, match.to) };
    else one.push(match);
  }
  return one.map(({ from, to }) => spanOf(sentence, from, to));
}
