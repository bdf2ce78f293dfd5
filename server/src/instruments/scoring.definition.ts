/**
 * What is known of a published scale without a word of it: how many items, what their options are worth, how they make a
 * score, and what its authors or users say a score means. The wording comes with a file that the clinic imports.
 * Items are named by key, never by position; the key is the LOINC code where one is known.
 */

/** A scored item: whole points from `min` to `max`. */
export interface ItemFacts {
  key: string;
  loinc: string | null;
  min: number;
  max: number;
  /** Scored as `min + max - points`; belongs to this item wherever a form prints it. */
  reverse: boolean;
}

/** An item that is asked and never counted. */
export interface UnscoredFacts {
  key: string;
  loinc: string | null;
  min: number;
  max: number;
}

/** Points of its items together; null with fewer than `needed` answers. */
export interface SubscaleFacts {
  key: string;
  title: string;
  items: readonly string[];
  op: 'sum' | 'mean';
  needed: number;
}

export interface TotalFacts {
  op: 'sum' | 'mean' | 'sumTimes';
  /** What the sum is multiplied by; 1 unless `sumTimes`. */
  factor: number;
  min: number;
  max: number;
  /** Fewest answers a total may rest on. With fewer than all, the mean of those given stands for the open ones. */
  needed: number;
  /** Keys of items that nothing may stand for: without an answer to them there is no total. */
  always: readonly string[];
  loinc: string | null;
}

/** From `lo` up to the `lo` of the next band; `hi` is its last whole point. */
export interface Band {
  code: string;
  lo: number;
  hi: number;
}

/** A point from which on a score is read differently; whoever drew it is named in `source`. */
export interface Cutoff {
  op: '>=' | '>' | '<' | '<=';
  value: number;
  meaning: string;
  source: string;
  /** The line between the sides that a verdict of recovery crosses; a scale has one such line. */
  caseness: boolean;
}

/** How reliable the scale was found to be, and by which of two ways that give different limits. */
export interface Reliability {
  value: number;
  kind: 'alpha' | 'retest';
}

/**
 * How many points of change are read as change. Named and versioned: a verdict keeps the one it was made with.
 * A change equal to the threshold counts.
 */
export interface ChangeRule {
  code: string;
  version: number;
  kind: 'RCI' | 'MCID' | 'convention' | 'derived';
  threshold: number;
  /** Points; null where the source was not seen to name one. */
  sd: number | null;
  reliability: Reliability | null;
  source: string;
  /** What reaching the threshold may be called. */
  name: 'reliable' | 'noticeable' | 'derived';
}

/** Answers that somebody has to look at, whatever the total says. */
export interface RiskFacts {
  code: string;
  item: string;
  /** Points from which on it is a risk. */
  from: number;
}

/**
 * Something the answers say beside their score, to be read by the care team: enough answers of `from` points or more in each of
 * some groups of items, the same answer to every item, or a total from which on another scale is to be offered.
 */
export interface NoticeFacts {
  code: string;
  words: string;
  when:
    | { kind: 'groups'; from: number; needs: readonly { items: readonly string[]; count: number }[] }
    | { kind: 'same_answer' }
    | { kind: 'total'; from: number };
  /** Code of the scale to offer. */
  offers?: string;
}

export type TextStatus = 'bundled' | 'import-only' | 'reference-only';

export interface RegistryEntry {
  code: string;
  title: string;
  itemCount: number;
  direction: 'higher_better' | 'lower_better' | 'none';
  /** Days the questions look back on; null where they look at nothing but now. */
  recallDays: number | null;
  licence: string;
  text: TextStatus;
  /** What must be said beside a score; empty where nothing needs saying. */
  note: string;
}

export interface ScoringFacts extends RegistryEntry {
  version: number;
  /** LOINC code of the whole form. */
  panel: string | null;
  items: readonly ItemFacts[];
  unscored: readonly UnscoredFacts[];
  subscales: readonly SubscaleFacts[];
  total: TotalFacts;
  bands: readonly Band[];
  cutoffs: readonly Cutoff[];
  /** The first is the default. */
  changeRules: readonly ChangeRule[];
  minIntervalDays: number;
  risks: readonly RiskFacts[];
  notices?: readonly NoticeFacts[];
}

/** Several items alike: the same range, counted as they are. */
export const itemsOf = (keys: readonly string[], min: number, max: number, loinc = false): ItemFacts[] =>
  keys.map((key) => ({ key, loinc: loinc ? key : null, min, max, reverse: false }));

/** `name-1` to `name-count`. */
export const numbered = (name: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${name}-${index + 1}`);

/** A rule in its first version. `derived` ones say what they were derived from. */
export const changeRule = (
  code: string,
  kind: ChangeRule['kind'],
  threshold: number,
  name: ChangeRule['name'],
  source: string,
  basis: Pick<ChangeRule, 'sd' | 'reliability'> = { sd: null, reliability: null },
): ChangeRule => ({ code, version: 1, kind, threshold, ...basis, source, name });
