import { describe, expect, it } from '@jest/globals';
import { OUTCOMES, tallied, type Outcome } from '../src/clients/outcomes.rules.js';
import { kindOf, mayBeAlone, mayBeShared, untilFitsPath, KINDS } from '../src/journal/journal.rules.js';

const counts = (...numbers: number[]): ReadonlyMap<Outcome, number> =>
  new Map(OUTCOMES.map((outcome, index) => [outcome, numbers[index] ?? 0]));
const shown = (...numbers: number[]): (number | null)[] => {
  const { items, completed } = tallied(counts(...numbers));
  return [...items.map(({ people }) => people), completed];
};

describe('outcomes', () => {
  it('are told in one order whatever their numbers, and all of them are completed care', () => {
    expect(tallied(counts(1, 9, 9, 9)).items.map(({ outcome }) => outcome)).toEqual([...OUTCOMES]);
    expect(shown(5, 6, 7, 8)).toEqual([5, 6, 7, 8, 26]);
    expect(shown(0, 0, 0, 0)).toEqual([0, 0, 0, 0, 0]);
  });
  it('tell no small number, nor what would give it away', () => {
    expect(shown(3, 6, 7, 8)).toEqual([null, 6, 7, 8, null]);
    expect(shown(3, 4, 7, 8)).toEqual([null, null, 7, 8, 22]);
    expect(shown(1, 1, 0, 0)).toEqual([null, null, 0, 0, null]);
    expect(shown(1, 1, 7, 8)).toEqual([null, null, 7, 8, null]);
  });
});

describe('an entry', () => {
  it('is of the one kind that was written', () => {
    expect(kindOf({ win: { text: 'x' } })).toBe('win');
    expect(kindOf({ leaning: { lean: null, note: null }, win: null })).toBe('leaning');
    expect(kindOf({})).toBeNull();
    expect(kindOf({ win: { text: 'x' }, leaning: { lean: 1, note: null } })).toBeNull();
  });
  it.each(KINDS)('%s', (kind) => {
    expect([mayBeAlone(kind), mayBeShared(kind)]).toEqual(
      { win: [true, true], gut_check: [true, false], leaning: [false, false], crossroads: [false, false] }[kind],
    );
  });
  it('has a day to try until only where a repair is tried', () => {
    const at = { repairUntil: '2027-01-01', decideOn: null, values: [], note: null };
    expect((['repair', 'as_is', 'separate', null] as const).map((path) => untilFitsPath({ ...at, path }))).toEqual([
      ...[true, false, false, false],
    ]);
  });
});
