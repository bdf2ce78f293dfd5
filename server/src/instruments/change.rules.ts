import type { ChangeRule, Cutoff, NoticeFacts, RiskFacts, ScoringFacts } from './scoring.definition.js';
import type { Answers, Score } from './scoring.rules.js';

export type PublishedVerdict = 'recovered' | 'improved' | 'unchanged' | 'deteriorated';

/** What became of a score since the one it is compared with, and by which rule that was judged. */
export interface Change {
  verdict: PublishedVerdict;
  /** Points from the earlier total to this one; negative is a fall, whichever side is better. */
  delta: number;
  rule: ChangeRule;
}

/** Standard error of measurement, in points: SD·√(1−r). */
export const standardError = (sd: number, reliability: number): number => sd * Math.sqrt(1 - reliability);

/** Jacobson and Truax: the change that measuring alone exceeds in one case of twenty, in points: 1.96·√2·SEM. */
export const reliableChange = (sd: number, reliability: number): number =>
  1.96 * Math.SQRT2 * standardError(sd, reliability);

/** Jacobson and Truax, criterion c: between a clinical (1) and a non-clinical (0) group, weighted by their spreads. */
export const cutoffBetween = (m0: number, sd0: number, m1: number, sd1: number): number =>
  (sd0 * m1 + sd1 * m0) / (sd0 + sd1);

/** On the clinical side of the line; null where nobody drew one. */
export function isCase({ cutoffs }: Pick<ScoringFacts, 'cutoffs'>, total: number): boolean | null {
  const line = cutoffs.find(({ caseness }) => caseness);
  return line ? isBeyond(line, total) : null;
}

/**
 * The verdict on the way from one total to a later one. A change equal to the threshold counts. Recovered: at least the
 * threshold in the better direction, and from case to not case. Null where the scale has no better side.
 */
export function changeBetween(facts: ScoringFacts, rule: ChangeRule, from: number, to: number): Change | null {
  if (facts.direction === 'none') return null;
  const delta = Math.round((to - from) * 100) / 100;
  const better = facts.direction === 'higher_better' ? delta : -delta;
  const crossed = isCase(facts, from) === true && isCase(facts, to) === false;
  return { verdict: verdictOf(better, rule.threshold, crossed), delta, rule };
}

function verdictOf(better: number, threshold: number, crossed: boolean): PublishedVerdict {
  if (better >= threshold) return crossed ? 'recovered' : 'improved';
  return -better >= threshold ? 'deteriorated' : 'unchanged';
}

/** Codes of the answers somebody has to look at. An open answer is no risk, and no proof of none. */
export const risksIn = (risks: readonly RiskFacts[], answers: Answers): string[] =>
  risks.flatMap(({ code, item, from }) => ((answers[item] ?? -Infinity) >= from ? [code] : []));

/** Codes of what the answers say beside their score. Points as they were answered: nothing is turned round. */
export const noticesIn = (
  { notices = [], items }: Pick<ScoringFacts, 'notices' | 'items'>,
  answers: Answers,
  { total }: Pick<Score, 'total'>,
): string[] => {
  const says = ({ when }: NoticeFacts): boolean => {
    switch (when.kind) {
      case 'groups':
        return when.needs.every(
          ({ items: keys, count }) => keys.filter((key) => (answers[key] ?? -Infinity) >= when.from).length >= count,
        );
      case 'same_answer':
        return new Set(items.map(({ key }) => answers[key] ?? null)).size === 1 && total !== null;
      case 'total':
        return total !== null && total >= when.from;
    }
  };
  return notices.flatMap((notice) => (says(notice) ? [notice.code] : []));
};

/** The rule by this code, else the scale's own default; null for a scale without any. */
export const ruleOf = ({ changeRules }: Pick<ScoringFacts, 'changeRules'>, code: string | null): ChangeRule | null =>
  changeRules.find((rule) => rule.code === code) ?? changeRules[0] ?? null;

function isBeyond({ op, value }: Cutoff, total: number): boolean {
  switch (op) {
    case '>=':
      return total >= value;
    case '>':
      return total > value;
    case '<':
      return total < value;
    case '<=':
      return total <= value;
  }
}
