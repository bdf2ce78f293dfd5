import { describe, expect, it } from 'vitest';
import { ideasOf } from './ideas';
import { monthOf, monthWords, stepMonth } from './months';

describe('looking back', () => {
  it('goes from month to month over the turn of a year', () => {
    expect(monthOf('2026-01-31')).toBe('2026-01');
    expect([stepMonth('2026-01', -1), stepMonth('2026-12', 1)]).toEqual(['2025-12', '2027-01']);
    expect(monthWords('2026-10')).toBe('October 2026');
  });
});

describe('ideas', () => {
  it('come three at a time, each once before the first comes again', () => {
    const seen = [0, 1, 2, 3].flatMap(ideasOf);
    expect(new Set(seen).size).toBe(12);
    expect(ideasOf(4)).toEqual(ideasOf(0));
  });
});
