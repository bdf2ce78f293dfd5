import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dayIn } from '../src/platform/days.js';
import { mondayOf, weekOf, weekly } from '../src/scales/week.rules.js';

describe('days and weeks', () => {
  it('put an answer at 23:30 on the evening it was given, wherever the server stands', () => {
    const lateSunday = new Date('2026-03-09T03:30:00Z');
    expect(dayIn('America/New_York', lateSunday)).toBe('2026-03-08');
    expect(dayIn('Europe/Berlin', lateSunday)).toBe('2026-03-09');
  });

  it('run from Monday to Sunday and on over the end of a year and clock changes', () => {
    expect(mondayOf(weekOf('2026-03-08'))).toBe('2026-03-02');
    expect(weekOf('2027-01-04') - weekOf('2026-12-28')).toBe(1);
    expect(weekOf('2026-12-31')).toBe(weekOf('2027-01-03'));
  });

  it('every day lies within the seven days of its week', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60_000 }), (days) => {
        const day = new Date(days * 86_400_000).toISOString().slice(0, 10);
        const offset = (Date.parse(day) - Date.parse(mondayOf(weekOf(day)))) / 86_400_000;
        expect(offset >= 0 && offset <= 6).toBe(true);
      }),
    );
  });

  it('let the last answer of a week stand for it', () => {
    const answers = [
      { answeredOn: '2026-03-02', value: 3 },
      { answeredOn: '2026-03-05', value: 5 },
      { answeredOn: '2026-03-16', value: null },
    ];
    const first = weekOf('2026-03-02');
    expect(weekly(answers)).toEqual([
      { week: first, value: 5 },
      { week: first + 2, value: null },
    ]);
  });
});
