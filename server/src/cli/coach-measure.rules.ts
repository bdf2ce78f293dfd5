import { RULES, type Rule } from '../coach/finding.rules.js';

/** A sentence and what a person found in it; none = nothing to flag. */
export interface Labelled {
  readonly text: string;
  readonly labels: readonly Rule[];
  /** Which part of the corpus it belongs to. */
  readonly half?: string;
}

export interface Counts {
  readonly found: number;
  readonly wrong: number;
  readonly missed: number;
}

export interface Measured {
  readonly rules: Readonly<Record<Rule, Counts>>;
  /** Sentences with a label that got any hint, and those that got none. */
  readonly any: Counts;
  /** Sentences without a label, and how many of them got a hint. */
  readonly clean: number;
  readonly falseFlags: number;
}

export const precision = ({ found, wrong }: Counts): number => (found + wrong === 0 ? 0 : found / (found + wrong));
export const recall = ({ found, missed }: Counts): number => (found + missed === 0 ? 0 : found / (found + missed));
export const f1 = ({ found, wrong, missed }: Counts): number =>
  found === 0 ? 0 : (2 * found) / (2 * found + wrong + missed);

/** Two-sided 95 % interval of a share. Wilson 1927. No trials: all of 0 to 1. */
export function wilson(hits: number, trials: number): readonly [number, number] {
  if (trials === 0) return [0, 1];
  const z = 1.959964;
  const share = hits / trials;
  const middle = share + (z * z) / (2 * trials);
  const spread = z * Math.sqrt((share * (1 - share)) / trials + (z * z) / (4 * trials * trials));
  const whole = 1 + (z * z) / trials;
  return [Math.max(0, (middle - spread) / whole), Math.min(1, (middle + spread) / whole)];
}

/** How many of the flagged sentences would deserve it where a `prevalence` share of all sentences does. 0 to 1. */
export const positivePredictive = (recalled: number, falseRate: number, prevalence: number): number => {
  const right = recalled * prevalence;
  const all = right + falseRate * (1 - prevalence);
  return all === 0 ? 0 : right / all;
};

export function measure(rows: readonly Labelled[], judge: (text: string) => Iterable<Rule>): Measured {
  const rules = Object.fromEntries(RULES.map((rule) => [rule, { found: 0, wrong: 0, missed: 0 }])) as Record<
    Rule,
    { found: number; wrong: number; missed: number }
  >;
  const any = { found: 0, wrong: 0, missed: 0 };
  let clean = 0;
  for (const { text, labels } of rows) {
    const said = new Set(judge(text));
    for (const rule of RULES) {
      if (said.has(rule)) rules[rule][labels.includes(rule) ? 'found' : 'wrong'] += 1;
      else if (labels.includes(rule)) rules[rule].missed += 1;
    }
    if (labels.length === 0) clean += 1;
    if (said.size > 0) any[labels.length > 0 ? 'found' : 'wrong'] += 1;
    else if (labels.length > 0) any.missed += 1;
  }
  return { rules, any, clean, falseFlags: any.wrong };
}

export const micro = ({ rules }: Measured): Counts =>
  Object.values(rules).reduce(
    (sum, { found, wrong, missed }) => ({
      found: sum.found + found,
      wrong: sum.wrong + wrong,
      missed: sum.missed + missed,
    }),
    { found: 0, wrong: 0, missed: 0 },
  );

/** The mean over the rules that have anything to find. */
export function macro({ rules }: Measured, of: (counts: Counts) => number): number {
  const some = Object.values(rules).filter(({ found, missed }) => found + missed > 0);
  return some.length === 0 ? 0 : some.reduce((sum, counts) => sum + of(counts), 0) / some.length;
}

/** The baseline to beat: a word is a flag, wherever it stands. */
const KEYWORDS: Readonly<Record<Rule, RegExp>> = {
  conditional: /\bif\b|\bsorry (?:that )?you\b/i,
  justification: /\bbut\b|\bbecause\b|\bdrunk\b|\bunderstand\b/i,
  passive_distancing: /\b(?:was|were|been|got) \w+(?:ed|en)\b|\bhappened\b/i,
  minimising: /\bjust\b|\bonly\b|\ba (?:bit|little)\b|\bonce\b|\bat least\b/i,
  blame_shift: /\byou (?:made|never|always|drove|pushed)\b|\bif you\b|\bwe both\b/i,
  forgiveness_demand: /\bforgive\b|\bmove on\b|\bplease\b|\bget over\b/i,
  vague_act: /\b(?:everything|mistakes?|things|what happened|what I did)\b/i,
  overpromise: /\bnever\b|\balways\b|\bpromise\b|\bforever\b/i,
};

export const keywords = (text: string): Rule[] => RULES.filter((rule) => KEYWORDS[rule].test(text));
export const nothing = (): Rule[] => [];
