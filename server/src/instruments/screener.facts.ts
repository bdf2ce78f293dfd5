/**
 * The structure of two screeners for suicide risk, without a word of them: which questions there are, which are asked after
 * which, and what the answers come to. A clinician asks them from her own copy of the form. They are no measure of progress:
 * no score, no line over time, no change rule.
 */
export type ScreenerAnswer = 'yes' | 'no' | 'declined';
/** What the answers come to; local protocol decides what each calls for. */
export type ScreenerLevel = 'none' | 'low' | 'moderate' | 'high' | 'imminent';

export interface ScreenerItem {
  /** LOINC code where one is known. */
  key: string;
  /** How the form counts it. */
  number: string;
  /** The span a second answer to the same question is about; null where it has one answer alone. */
  span: 'lifetime' | 'three_months' | null;
  /** Asked once any of these was answered yes; empty: asked always. */
  after: readonly string[];
}

export interface Screener {
  code: 'asq' | 'c-ssrs';
  version: number;
  items: readonly ScreenerItem[];
}

export type ScreenerAnswers = Readonly<Record<string, ScreenerAnswer>>;

const item = (key: string, number: string, after: readonly string[] = [], span: ScreenerItem['span'] = null) => ({
  ...{ key, number, span, after },
});

const ASQ_ITEMS = ['asq-1', 'asq-2', 'asq-3', 'asq-4'];

/**
 * Ask Suicide-Screening Questions (NIMH), not Ages & Stages, which shares the letters. Four questions; the acuity question
 * after any yes. PMC9773543: sensitivity 100 %, specificity 89 % in adult inpatients.
 */
export const ASQ: Screener = {
  code: 'asq',
  version: 1,
  items: [...ASQ_ITEMS.map((key, at) => item(key, String(at + 1))), item('asq-acuity', '5', ASQ_ITEMS)],
};

/** C-SSRS screener: 1, 2 and 6 always, 3 to 5 after a yes to 2; 6 for the lifetime, then for the past three months. Codes: LOINC. */
export const C_SSRS: Screener = {
  code: 'c-ssrs',
  version: 1,
  items: [
    item('93246-7', '1'),
    item('93247-5', '2'),
    item('93248-3', '3', ['93247-5']),
    item('93249-1', '4', ['93247-5']),
    item('93250-9', '5', ['93247-5']),
    item('93267-3', '6', [], 'lifetime'),
    item('93269-9', '6', ['93267-3'], 'three_months'),
  ],
};

export const SCREENERS: readonly Screener[] = [ASQ, C_SSRS];
