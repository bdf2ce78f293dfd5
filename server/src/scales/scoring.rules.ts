import type { Instrument, Item } from './instrument.definition.js';

/** Item key to the number answered, or null for "does not apply this week". A key left out is unanswered: scored alike. */
export type Answers = Readonly<Record<string, number | null>>;

export interface Score {
  /** Points on the items' own scale, two decimals; null where too little was answered for a total. */
  total: number | null;
  /** Every item was answered by a number. */
  complete: boolean;
  /** There is a total, and at least one item it rests on was left open. */
  prorated: boolean;
  answered: number;
  of: number;
  /** Construct key to its mean, two decimals; null where more than half of its items are open. */
  subscales: Record<string, number | null>;
  /** Null for a tracker: it compares a person with that same person only, so it has no levels. */
  band: string | null;
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

/**
 * Scores one set of answers. An open item never counts as zero, and neither the order of the answers nor the order of
 * the items can change a result. A construct needs half of its items; the total needs what its rule says.
 */
export function score(instrument: Instrument, answers: Answers): Score {
  const points = new Map<string, number>();
  for (const item of instrument.items) {
    const answer = answers[item.key];
    if (answer !== null && answer !== undefined)
      points.set(item.key, item.reverse ? item.min + item.max - answer : answer);
  }

  const constructs = new Map<string, number>();
  for (const { key, items } of instrument.constructs) {
    const present = pick(points, items);
    if (present.length * 2 >= items.length) constructs.set(key, mean(present));
  }

  const { of, keys, needed } = instrument.total;
  const parts = pick(of === 'items' ? points : constructs, keys);
  const total = parts.length >= needed ? round(mean(parts)) : null;
  return {
    total,
    complete: points.size === instrument.items.length,
    prorated: total !== null && totalItems(instrument).some((key) => !points.has(key)),
    answered: points.size,
    of: instrument.items.length,
    subscales: Object.fromEntries(
      instrument.constructs.map(({ key }) => {
        const value = constructs.get(key);
        return [key, value === undefined ? null : round(value)];
      }),
    ),
    band: null,
  };
}

/** Keys of the items the total rests on. */
function totalItems({ total, constructs }: Instrument): readonly string[] {
  if (total.of === 'items') return total.keys;
  return constructs.filter(({ key }) => total.keys.includes(key)).flatMap(({ items }) => items);
}

function readOption(item: Item, raw: unknown): number | null | undefined {
  if (raw === null) return null;
  const value = typeof raw === 'string' && /^(0|[1-9]\d{0,2})$/.test(raw) ? Number(raw) : raw;
  return typeof value === 'number' && Number.isInteger(value) && value >= item.min && value <= item.max
    ? value
    : undefined;
}

function pick(values: ReadonlyMap<string, number>, keys: readonly string[]): number[] {
  return keys.flatMap((key) => values.get(key) ?? []);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
