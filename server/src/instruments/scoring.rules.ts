import type { ScoringFacts } from './scoring.definition.js';
import type { Instrument, Item } from './tracker.definition.js';

/** Item key to the points answered, or null for "does not apply" or skipped. A key left out is unanswered: scored alike. */
export type Answers = Readonly<Record<string, number | null>>;

export interface Score {
  /** Two decimals; null where too little was answered for a total. */
  total: number | null;
  /** Every item was answered by a number. */
  complete: boolean;
  /** There is a total, and at least one item it rests on was left open. */
  prorated: boolean;
  answered: number;
  of: number;
  /** Key to points, two decimals; null where too many of its items are open. */
  subscales: Record<string, number | null>;
  /** Null for a tracker: it compares a person with that same person only, so it has no levels. */
  band: string | null;
}

/** All that makes points of answers: the same for a tracker of this house and for a published scale. */
interface ScoringRule {
  items: readonly { key: string; min: number; max: number; reverse: boolean }[];
  parts: readonly Part[];
  total: Omit<Part, 'key'> & { of: 'items' | 'parts' };
  bands: readonly { code: string; lo: number }[];
}

/** Points of some keys together: their mean, or their sum times a factor. With fewer than `needed` of them there are none. */
interface Part {
  key: string;
  keys: readonly string[];
  op: 'sum' | 'mean' | 'sumTimes';
  factor: number;
  needed: number;
  /** Nothing may stand for these. */
  always: readonly string[];
}

export interface AnswerFault {
  path: string;
  code: 'unknown_item' | 'unknown_option';
  message: string;
}

/**
 * Reads what was sent: a number, the key of an option (`"7"`), or null. Returns every fault with the path of its answer;
 * nothing is guessed, rounded or moved to the nearest option.
 */
export function readAnswers(
  instrument: Instrument,
  sent: Readonly<Record<string, unknown>>,
): { answers: Answers; faults: AnswerFault[] } {
  const items = new Map(instrument.items.map((item) => [item.key, item]));
  const answers: Record<string, number | null> = {};
  const faults: AnswerFault[] = [];
  for (const [key, raw] of Object.entries(sent)) {
    const item = items.get(key);
    const path = `answers.${key}`;
    if (!item) {
      faults.push({ path, code: 'unknown_item', message: 'This scale has no such question.' });
      continue;
    }
    const value = readOption(item, raw);
    if (value === undefined) {
      faults.push({ path, code: 'unknown_option', message: `Choose a whole number from ${item.min} to ${item.max}.` });
    } else {
      answers[key] = value;
    }
  }
  return { answers, faults };
}

/** Scores one set of answers to a tracker: a construct needs half of its items; the total needs what its rule says. */
export function score(tracker: Instrument, answers: Answers): Score {
  const { items, constructs, total } = tracker;
  return scoreBy(
    {
      items,
      parts: constructs.map(({ key, items: keys }) => meanOf(key, keys, Math.ceil(keys.length / 2))),
      total: { ...meanOf('', total.keys, total.needed), of: total.of === 'items' ? 'items' : 'parts' },
      bands: [],
    },
    answers,
  );
}

/** Scores one set of answers to a published scale, keyed as its facts are. What is asked and not counted has no place here. */
export function scorePublished(facts: ScoringFacts, answers: Answers): Score {
  const { items, subscales, total, bands } = facts;
  const keys = items.map(({ key }) => key);
  return scoreBy(
    {
      items,
      parts: subscales.map(({ key, items: own, op, needed }) => ({
        key,
        keys: own,
        op,
        factor: 1,
        needed,
        always: [],
      })),
      total: { keys, op: total.op, factor: total.factor, needed: total.needed, always: total.always, of: 'items' },
      bands,
    },
    answers,
  );
}

/** The band of a total: a prorated total between two whole points belongs to the lower band. Null without bands. */
export function bandOf(bands: ScoringRule['bands'], total: number | null): string | null {
  if (total === null) return null;
  const reached = bands.filter(({ lo }) => total >= lo);
  return (
    reached.reduce<ScoringRule['bands'][number] | null>(
      (highest, band) => (highest === null || band.lo > highest.lo ? band : highest),
      null,
    )?.code ?? null
  );
}

/**
 * An open item never counts as zero, and neither the order of the answers nor the order of the items can change a result.
 * Points are whole numbers in the range of their item; `readAnswers` and its like have seen to that.
 */
function scoreBy(rule: ScoringRule, answers: Answers): Score {
  const points = new Map<string, number>();
  for (const item of rule.items) {
    const answer = answers[item.key];
    if (answer !== null && answer !== undefined)
      points.set(item.key, item.reverse ? item.min + item.max - answer : answer);
  }
  const parts = new Map<string, number>();
  for (const part of rule.parts) {
    const value = pointsOf(part, points);
    if (value !== null) parts.set(part.key, value);
  }
  const raw = pointsOf(rule.total, rule.total.of === 'items' ? points : parts);
  const total = raw === null ? null : round(raw);
  return {
    total,
    complete: rule.items.every(({ key }) => points.has(key)),
    prorated: total !== null && itemsBehind(rule).some((key) => !points.has(key)),
    answered: points.size,
    of: rule.items.length,
    subscales: Object.fromEntries(
      rule.parts.map(({ key }) => {
        const value = parts.get(key);
        return [key, value === undefined ? null : round(value)];
      }),
    ),
    band: bandOf(rule.bands, total),
  };
}

/** The mean of what is there stands for what is not, in a sum as well. */
function pointsOf(part: Omit<Part, 'key'>, from: ReadonlyMap<string, number>): number | null {
  const { keys, op, factor, needed, always } = part;
  const there = keys.flatMap((key) => from.get(key) ?? []);
  if (there.length === 0 || there.length < needed || !always.every((key) => from.has(key))) return null;
  const sum = there.reduce((all, value) => all + value, 0);
  return op === 'mean' ? sum / there.length : (sum * keys.length * factor) / there.length;
}

/** Keys of the items the total rests on. */
function itemsBehind({ total, parts }: ScoringRule): readonly string[] {
  if (total.of === 'items') return total.keys;
  return parts.filter(({ key }) => total.keys.includes(key)).flatMap(({ keys }) => keys);
}

const meanOf = (key: string, keys: readonly string[], needed: number): Part => {
  return { key, keys, op: 'mean', factor: 1, needed, always: [] };
};

function readOption(item: Item, raw: unknown): number | null | undefined {
  if (raw === null) return null;
  const value = typeof raw === 'string' && /^(0|[1-9]\d{0,2})$/.test(raw) ? Number(raw) : raw;
  return typeof value === 'number' && Number.isInteger(value) && value >= item.min && value <= item.max
    ? value
    : undefined;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
