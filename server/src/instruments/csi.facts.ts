import { changeRule, itemsOf, numbered, type ItemFacts, type ScoringFacts } from './scoring.definition.js';

const LICENCE = 'Freely available for research and clinical use (Funk & Rogge 2007).';

/** The first item has seven options, the others six; the polarity of a pair is printed with it, so nothing is turned round here. */
const withFirst = (keys: readonly string[]): ItemFacts[] =>
  itemsOf(keys, 0, 5).map((item, index) => (index === 0 ? { ...item, max: 6 } : item));

/**
 * Sum 0–81, all sixteen needed; higher is better. Below 51.5 distressed (Funk & Rogge 2007, as recalled). The change of 7 is
 * derived from SD 17 and alpha .98, hence narrow. Each partner's own; two are never added or averaged.
 */
export const CSI_16: ScoringFacts = {
  code: 'csi-16',
  version: 1,
  title: 'CSI-16',
  itemCount: 16,
  direction: 'higher_better',
  recallDays: null,
  minIntervalDays: 28,
  licence: LICENCE,
  text: 'import-only',
  note: '',
  panel: null,
  items: withFirst(numbered('csi16', 16)),
  unscored: [],
  subscales: [],
  total: { op: 'sum', factor: 1, min: 0, max: 81, needed: 16, always: [], loinc: null },
  bands: [],
  cutoffs: [{ op: '<', value: 51.5, meaning: 'case', source: 'Funk & Rogge 2007', caseness: true }],
  changeRules: [
    changeRule('derived', 'derived', 7, 'derived', 'Derived from SD 17 and alpha .98; no published index', {
      sd: 17,
      reliability: { value: 0.98, kind: 'alpha' },
    }),
  ],
  risks: [],
};

/** Sum 0–21, all four needed; below 13.5 distressed (as recalled). The change of 3 is derived from SD 4 and alpha .94. */
export const CSI_4: ScoringFacts = {
  code: 'csi-4',
  version: 1,
  title: 'CSI-4',
  itemCount: 4,
  direction: 'higher_better',
  recallDays: null,
  minIntervalDays: 7,
  licence: LICENCE,
  text: 'import-only',
  note: '',
  panel: null,
  items: withFirst(numbered('csi4', 4)),
  unscored: [],
  subscales: [],
  total: { op: 'sum', factor: 1, min: 0, max: 21, needed: 4, always: [], loinc: null },
  bands: [],
  cutoffs: [{ op: '<', value: 13.5, meaning: 'case', source: 'Funk & Rogge 2007', caseness: true }],
  changeRules: [
    {
      ...{ code: 'derived', version: 1, kind: 'derived', threshold: 3, sd: 4, name: 'derived' },
      reliability: { value: 0.94, kind: 'alpha' },
      source: 'Derived from SD 4 and alpha .94; no published index',
    },
  ],
  risks: [],
};
