/**
 * What an instrument is: wording and scoring facts, nothing that depends on who answers.
 * Items are named by key everywhere, never by position: an order is a matter of display.
 */
export interface Instrument {
  id: string;
  code: string;
  version: number;
  title: string;
  /** Said on every screen and export that shows a score of it. */
  label: string;
  validated: boolean;
  /** The partner it is meant for. */
  audience: 'injured' | 'involved' | 'either';
  recall: string;
  /** Shown above every item: which days to think of. */
  lead: string;
  /** What a higher total means, in words for a chart. */
  higherMeans: string;
  items: readonly Item[];
  constructs: readonly Construct[];
  total: TotalRule;
}

/** One question, answered by a whole number from `min` to `max`, or by null: "does not apply this week". */
export interface Item {
  key: string;
  text: string;
  min: number;
  max: number;
  low: string;
  middle: string;
  high: string;
  /** Scored as `min + max - answer`. */
  reverse: boolean;
}

/** The mean of its items; an item belongs to exactly one construct. */
export interface Construct {
  key: string;
  title: string;
  items: readonly string[];
}

/** The total is the mean of the named parts; with fewer than `needed` of them there is no total. */
export interface TotalRule {
  title: string;
  of: 'constructs' | 'items';
  keys: readonly string[];
  needed: number;
}

export interface Option {
  key: string;
  text: string;
  value: number;
}

/** Every whole number of the item's range; the two ends and the middle carry their words. */
export function optionsOf(item: Item): Option[] {
  const middle = (item.min + item.max) / 2;
  const words = new Map([
    [item.min, item.low],
    [middle, item.middle],
    [item.max, item.high],
  ]);
  return Array.from({ length: item.max - item.min + 1 }, (_, step) => {
    const value = item.min + step;
    const word = words.get(value);
    return { key: String(value), text: word ? `${value}, ${word}` : String(value), value };
  });
}
