import { changeRule, itemsOf, numbered, type ScoringFacts } from './scoring.definition.js';

/**
 * Raw sum 0–25 times 4, so 0–100 in steps of 4; all five needed; higher is better. At 50 or below low; at 28 or below depression
 * is likely (as recalled). Ten points are a convention and are called noticeable, not reliable. Forms print the best answer
 * first as a rule: what an option is worth never follows from its place.
 */
export const WHO_5: ScoringFacts = {
  code: 'who-5',
  version: 1,
  title: 'WHO-5',
  itemCount: 5,
  direction: 'higher_better',
  recallDays: 14,
  minIntervalDays: 14,
  licence: 'World Health Organization; name the source. For commercial use ask WHO first.',
  text: 'import-only',
  note: '',
  panel: null,
  items: itemsOf(numbered('who5', 5), 0, 5),
  unscored: [],
  subscales: [],
  total: { op: 'sumTimes', factor: 4, min: 0, max: 100, needed: 5, always: [], loinc: null },
  bands: [],
  cutoffs: [
    { op: '<=', value: 50, meaning: 'case', source: 'WHO-5: low well-being', caseness: true },
    { op: '<=', value: 28, meaning: 'depression-likely', source: 'Literature, as recalled', caseness: false },
  ],
  changeRules: [
    changeRule('ten-points', 'convention', 10, 'noticeable', 'Convention of 10 points; not a reliable-change index'),
  ],
  risks: [],
};

/** Items that speak against oneself in the order of 1965; forms in another order keep the item, so they keep the key. */
const TURNED = new Set(['rses-3', 'rses-5', 'rses-8', 'rses-9', 'rses-10']);

/**
 * Sum 0–30, all ten needed; higher is better. Two orders of the items are about, so what is turned round hangs on the item:
 * keys follow the order in which items 3, 5, 8, 9 and 10 are turned. Below 15 low, above 25 high (a secondary source). The
 * change of 5 is derived from SD 5.01 and alpha .88. The same answer to all ten gives exactly 15.
 */
export const ROSENBERG: ScoringFacts = {
  code: 'rosenberg',
  version: 1,
  title: 'Rosenberg Self-Esteem Scale',
  itemCount: 10,
  direction: 'higher_better',
  recallDays: null,
  minIntervalDays: 28,
  licence: 'Free to use; the family asks to be told.',
  text: 'import-only',
  note: '',
  panel: null,
  items: numbered('rses', 10).map((key) => ({ key, loinc: null, min: 0, max: 3, reverse: TURNED.has(key) })),
  unscored: [],
  subscales: [],
  total: { op: 'sum', factor: 1, min: 0, max: 30, needed: 10, always: [], loinc: null },
  bands: [
    { code: 'low', lo: 0, hi: 14 },
    { code: 'typical', lo: 15, hi: 25 },
    { code: 'high', lo: 26, hi: 30 },
  ],
  cutoffs: [{ op: '<', value: 15, meaning: 'case', source: 'Secondary source', caseness: true }],
  changeRules: [
    {
      ...{ code: 'derived', version: 1, kind: 'derived', threshold: 5, sd: 5.01, name: 'derived' },
      reliability: { value: 0.88, kind: 'alpha' },
      source: 'Derived from SD 5.01 and alpha .88; no published index',
    },
  ],
  risks: [],
  notices: [
    {
      code: 'same-answer',
      words: 'The same answer to all ten. As half of them are turned round, that always comes to about the middle.',
      when: { kind: 'same_answer' },
    },
  ],
};
