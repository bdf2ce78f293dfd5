import { changeRule, itemsOf, numbered, type ScoringFacts } from './scoring.definition.js';

const ITEMS = numbered('pcl5', 20);

/**
 * Sum 0–80, whole points, all twenty needed. Clusters B 1–5, C 6–7, D 8–14, E 15–20. Screening 31–33: PMC10292741. Change of 15
 * or 18, case above 28: Marx 2022, two samples of male veterans; retest .82 and alpha .94: Blevins 2015. There are no official
 * bands. The form of 17 items with panel 70221-7 is another test, coded 1–5.
 */
export const PCL_5: ScoringFacts = {
  code: 'pcl-5',
  version: 1,
  title: 'PCL-5',
  itemCount: 20,
  direction: 'lower_better',
  recallDays: 30,
  minIntervalDays: 28,
  licence: 'US government work (National Center for PTSD), not copyrighted.',
  text: 'import-only',
  note: 'Stress reactions anchored to the named event; not a PTSD diagnosis.',
  panel: '101697-1',
  items: itemsOf(ITEMS, 0, 4),
  unscored: [],
  subscales: [
    { key: 'b', title: 'Cluster B', items: ITEMS.slice(0, 5), op: 'sum', needed: 5 },
    { key: 'c', title: 'Cluster C', items: ITEMS.slice(5, 7), op: 'sum', needed: 2 },
    { key: 'd', title: 'Cluster D', items: ITEMS.slice(7, 14), op: 'sum', needed: 7 },
    { key: 'e', title: 'Cluster E', items: ITEMS.slice(14, 20), op: 'sum', needed: 6 },
  ],
  total: { op: 'sum', factor: 1, min: 0, max: 80, needed: 20, always: [], loinc: '101698-9' },
  bands: [],
  cutoffs: [
    { op: '>', value: 28, meaning: 'case', source: 'Marx 2022', caseness: true },
    { op: '>=', value: 31, meaning: 'screen', source: 'PMC10292741 (31 to 33)', caseness: false },
  ],
  changeRules: [
    changeRule('marx-2022-1', 'RCI', 15, 'reliable', 'Marx 2022, sample 1 (male veterans)'),
    changeRule('marx-2022-2', 'RCI', 18, 'reliable', 'Marx 2022, sample 2 (male veterans)'),
    changeRule('older', 'convention', 10, 'noticeable', 'Older guidance, made for the DSM-IV form'),
  ],
  risks: [],
  notices: [
    {
      code: 'provisional-pattern',
      words:
        'The answers fit the provisional pattern (at 2 or more: one of B, one of C, two of D, two of E). Stress reactions anchored to the named event; not a PTSD diagnosis.',
      when: {
        kind: 'groups',
        from: 2,
        needs: [
          { items: ITEMS.slice(0, 5), count: 1 },
          { items: ITEMS.slice(5, 7), count: 1 },
          { items: ITEMS.slice(7, 14), count: 2 },
          { items: ITEMS.slice(14, 20), count: 2 },
        ],
      },
    },
  ],
};
