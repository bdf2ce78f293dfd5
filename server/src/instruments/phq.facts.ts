import { changeRule, itemsOf, type ScoringFacts } from './scoring.definition.js';

const LICENCE = '© Pfizer Inc. No permission required to reproduce, translate, display or distribute.';

/** LOINC codes of the nine scored items in the order of the printed form, which is not the order of the codes. */
const PHQ_9_ITEMS = ['44250-9', '44255-8', '44259-0', '44254-1', '44251-7', '44258-2', '44252-5', '44253-3', '44260-8'];
const PHQ_2_ITEMS = ['44250-9', '44255-8'];
const GAD_2_ITEMS = ['69725-0', '68509-9'];

/**
 * Sum 0–27, whole points; with one or two open items the mean of the others stands for them, with more there is no
 * total, nor without item 9, which nothing may stand for.
 * Bands: LOINC answer list LL382-3, with 0 counted to the lowest. Screening from 10: PMC2906530. Change of 6: NHS Talking
 * Therapies (NCT05134103), a figure rounded up whose spread and reliability were not seen. Item 9 is looked at for itself.
 */
export const PHQ_9: ScoringFacts = {
  code: 'phq-9',
  version: 1,
  title: 'PHQ-9',
  itemCount: 9,
  direction: 'lower_better',
  recallDays: 14,
  minIntervalDays: 7,
  licence: LICENCE,
  text: 'import-only',
  note: '',
  panel: '44249-1',
  items: itemsOf(PHQ_9_ITEMS, 0, 3, true),
  unscored: [{ key: '69722-7', loinc: '69722-7', min: 0, max: 3 }],
  subscales: [],
  total: { op: 'sum', factor: 1, min: 0, max: 27, needed: 7, always: ['44260-8'], loinc: '44261-6' },
  bands: [
    { code: 'minimal', lo: 0, hi: 4 },
    { code: 'mild', lo: 5, hi: 9 },
    { code: 'moderate', lo: 10, hi: 14 },
    { code: 'moderately-severe', lo: 15, hi: 19 },
    { code: 'severe', lo: 20, hi: 27 },
  ],
  cutoffs: [
    { op: '>=', value: 10, meaning: 'case', source: 'NHS Talking Therapies; PMC2906530', caseness: true },
    { op: '<', value: 5, meaning: 'remission', source: 'HEDIS', caseness: false },
  ],
  changeRules: [
    changeRule('nhs', 'RCI', 6, 'reliable', 'NHS Talking Therapies (NCT05134103): 5.20 rounded up'),
    changeRule('five-points', 'convention', 5, 'noticeable', 'Common working rule of 5 points'),
  ],
  risks: [{ code: 'item-9', item: '44260-8', from: 1 }],
};

/** Sum 0–6. Screening from 3; from 2 it misses fewer and alarms more (86/78 against 61/92): PMC2906530. No change rule is known. */
export const PHQ_2: ScoringFacts = {
  code: 'phq-2',
  version: 1,
  title: 'PHQ-2',
  itemCount: 2,
  direction: 'lower_better',
  recallDays: 14,
  minIntervalDays: 7,
  licence: LICENCE,
  text: 'import-only',
  note: 'From 3 on, offer the PHQ-9. It does not ask about self-harm, so it replaces no review of risk.',
  panel: '55757-9',
  items: itemsOf(PHQ_2_ITEMS, 0, 3, true),
  unscored: [],
  subscales: [],
  total: { op: 'sum', factor: 1, min: 0, max: 6, needed: 2, always: [], loinc: '55758-7' },
  bands: [],
  cutoffs: [
    { op: '>=', value: 3, meaning: 'screen', source: 'PMC2906530', caseness: true },
    { op: '>=', value: 2, meaning: 'sensitive-screen', source: 'PMC2906530', caseness: false },
  ],
  changeRules: [],
  risks: [],
  notices: [
    {
      code: 'offer-phq-9',
      words: 'From 3 on, offer the PHQ-9.',
      when: { kind: 'total', from: 3 },
      offers: 'phq-9',
    },
  ],
};

/** Sum 0–12, made of PHQ-2 and GAD-2 (each 0–6, from 3). Bands as recalled from the literature. No change rule is verified. */
export const PHQ_4: ScoringFacts = {
  code: 'phq-4',
  version: 1,
  title: 'PHQ-4',
  itemCount: 4,
  direction: 'lower_better',
  recallDays: 14,
  minIntervalDays: 7,
  licence: LICENCE,
  text: 'import-only',
  note: 'It does not ask about self-harm, so it replaces no review of risk.',
  panel: '69724-3',
  items: itemsOf([...PHQ_2_ITEMS, ...GAD_2_ITEMS], 0, 3, true),
  unscored: [],
  subscales: [
    { key: 'phq-2', title: 'PHQ-2', items: PHQ_2_ITEMS, op: 'sum', needed: 2 },
    { key: 'gad-2', title: 'GAD-2', items: GAD_2_ITEMS, op: 'sum', needed: 2 },
  ],
  total: { op: 'sum', factor: 1, min: 0, max: 12, needed: 4, always: [], loinc: '70272-0' },
  bands: [
    { code: 'normal', lo: 0, hi: 2 },
    { code: 'mild', lo: 3, hi: 5 },
    { code: 'moderate', lo: 6, hi: 8 },
    { code: 'severe', lo: 9, hi: 12 },
  ],
  cutoffs: [{ op: '>=', value: 3, meaning: 'subscale-screen', source: 'Literature, as recalled', caseness: false }],
  changeRules: [],
  risks: [],
};
