import { changeBetween, isCase, type PublishedVerdict } from '../instruments/change.rules.js';
import type { ChangeRule, ScoringFacts } from '../instruments/scoring.definition.js';

/** Where a person stands at an answer, in words that hold no points: what the counts of a clinic are made of. */
export interface QuarterReading {
  /** There is an earlier answer with a total to compare with. */
  paired: boolean;
  /** At her first answer, and at this one; null where nobody drew a line for the scale. */
  fromCase: boolean | null;
  toCase: boolean | null;
  verdict: PublishedVerdict | null;
  rule: ChangeRule | null;
}

/**
 * Against her first total of all, whatever a chart's baseline was moved to since: a new beginning on a chart must not make
 * a clinic's numbers better. Null where the answer has no total, or the scale has neither a line nor a change rule.
 */
export function quarterReading(
  facts: ScoringFacts,
  rule: ChangeRule | null,
  first: number | null,
  total: number | null,
): QuarterReading | null {
  if (total === null) return null;
  const [from, toCase] = [first ?? total, isCase(facts, total)];
  if (toCase === null && rule === null) return null;
  const change = rule === null || first === null ? null : changeBetween(facts, rule, first, total);
  return {
    paired: first !== null,
    ...{ fromCase: isCase(facts, from), toCase },
    ...{ verdict: change?.verdict ?? null, rule: change?.rule ?? null },
  };
}
