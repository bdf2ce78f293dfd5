import { describe, expect, it } from '@jest/globals';
import { changeBetween, isCase, noticesIn, ruleOf } from '../src/instruments/change.rules.js';
import { PCL_5 } from '../src/instruments/pcl.facts.js';
import { PHQ_2, PHQ_9 } from '../src/instruments/phq.facts.js';
import type { ScoringFacts } from '../src/instruments/scoring.definition.js';
import { scorePublished } from '../src/instruments/scoring.rules.js';
import { ROSENBERG } from '../src/instruments/wellbeing.facts.js';

describe('what answers say beside a score', () => {
  const said = (facts: ScoringFacts, points: readonly (number | null)[]): string[] => {
    const answers = Object.fromEntries(facts.items.map(({ key }, at) => [key, points[at] ?? null]));
    return noticesIn(facts, answers, scorePublished(facts, answers));
  };
  /** Twenty answers, 2 at these places (from 1). */
  const twos = (...places: number[]): number[] =>
    Array.from({ length: 20 }, (_, at) => (places.includes(at + 1) ? 2 : 1));

  it.each([
    ['one B, one C, two D, two E', [1, 6, 8, 9, 15, 16], ['provisional-pattern']],
    ['no B', [6, 8, 9, 15, 16], []],
    ['no C', [1, 8, 9, 15, 16], []],
    ['one D', [1, 6, 8, 15, 16], []],
    ['one E', [1, 6, 8, 9, 15], []],
  ])('the PCL-5 has a pattern with %s', (_, places, expected) => {
    expect(said(PCL_5, twos(...places))).toEqual(expected);
    expect(PCL_5.notices?.[0]?.words).toContain('not a PTSD diagnosis');
  });

  it('the Rosenberg tells the same answer to all, whichever it is, and the PHQ-2 offers the PHQ-9 from 3 on', () => {
    for (const same of [0, 1, 2, 3]) expect(said(ROSENBERG, Array(10).fill(same))).toEqual(['same-answer']);
    expect(said(ROSENBERG, [1, 1, 1, 1, 1, 1, 1, 1, 1, 2])).toEqual([]);
    expect(said(ROSENBERG, [])).toEqual([]);
    expect([said(PHQ_2, [1, 2]), said(PHQ_2, [1, 1]), said(PHQ_2, [3, null])]).toEqual([['offer-phq-9'], [], []]);
  });
});

describe('what a scale of another kind would say', () => {
  const line = (op: '>=' | '>' | '<' | '<='): boolean[] => {
    const cutoff = { ...PHQ_9.cutoffs.find(({ caseness }) => caseness)!, op, value: 10 };
    return [9, 10, 11].map((total) => isCase({ cutoffs: [cutoff] }, total)!);
  };

  it('a line counts its own value or not, on either side, as it says', () => {
    expect(line('>=')).toEqual([false, true, true]);
    expect(line('>')).toEqual([false, false, true]);
    expect(line('<')).toEqual([true, false, false]);
    expect(line('<=')).toEqual([true, true, false]);
  });

  it('without a better side there is no verdict, however far it moved', () => {
    const rule = PHQ_9.changeRules[0]!;
    expect(changeBetween({ ...PHQ_9, direction: 'none' }, rule, 27, 0)).toBeNull();
    expect(changeBetween(PHQ_9, rule, 27, 0)).toMatchObject({ verdict: 'recovered' });
  });

  it('the rule is the one a clinic chose, else the first of the scale, else none', () => {
    const [first, ...others] = PHQ_9.changeRules;
    for (const rule of others) expect(ruleOf(PHQ_9, rule.code)).toBe(rule);
    expect(ruleOf(PHQ_9, null)).toBe(first);
    expect(ruleOf(PHQ_9, 'of nobody')).toBe(first);
    expect(ruleOf({ changeRules: [] }, first!.code)).toBeNull();
  });
});
