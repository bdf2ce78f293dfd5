import { changeRule, itemsOf, type ScoringFacts } from './scoring.definition.js';

const ITEMS = ['69725-0', '68509-9', '69733-4', '69734-2', '69735-9', '69689-8', '69736-7'];

/**
 * Sum 0–21, whole points; no rule for open items is verified, so all seven are needed. Case from 8: NHS Talking Therapies
 * ("above 7"); screening from 10. Change of 4: NHS, 3.53 rounded up; 6: Bischoff 2020.
 */
export const GAD_7: ScoringFacts = {
  code: 'gad-7',
  version: 1,
  title: 'GAD-7',
  itemCount: 7,
  direction: 'lower_better',
  recallDays: 14,
  minIntervalDays: 7,
  licence: '© Pfizer Inc. No permission required to reproduce, translate, display or distribute.',
  text: 'import-only',
  note: '',
  panel: '69737-5',
  items: itemsOf(ITEMS, 0, 3, true),
  unscored: [],
  subscales: [{ key: 'gad-2', title: 'GAD-2', items: ITEMS.slice(0, 2), op: 'sum', needed: 2 }],
  total: { op: 'sum', factor: 1, min: 0, max: 21, needed: 7, always: [], loinc: '70274-6' },
  bands: [
    { code: 'minimal', lo: 0, hi: 4 },
    { code: 'mild', lo: 5, hi: 9 },
    { code: 'moderate', lo: 10, hi: 14 },
    { code: 'severe', lo: 15, hi: 21 },
  ],
  cutoffs: [
    { op: '>=', value: 8, meaning: 'case', source: 'NHS Talking Therapies', caseness: true },
    { op: '>=', value: 10, meaning: 'screen', source: 'Literature', caseness: false },
  ],
  changeRules: [
    changeRule('nhs', 'RCI', 4, 'reliable', 'NHS Talking Therapies: 3.53 rounded up'),
    changeRule('bischoff-2020', 'RCI', 6, 'reliable', 'Bischoff 2020'),
  ],
  risks: [],
};
