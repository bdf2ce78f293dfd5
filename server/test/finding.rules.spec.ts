import { describe, expect, it } from '@jest/globals';
import { FLOOR, readSeries } from '../src/scales/baseline.rules.js';
import { finding, type Reader } from '../src/scales/finding.rules.js';

const on = (today: string, reader: Reader, ...values: (number | null)[]): string => {
  const series = values.map((value, index) => ({ week: 100 + index, value }));
  const last = values.length ? { answeredOn: '2026-10-14', value: values.at(-1) ?? null, answered: 3, of: 11 } : null;
  return finding(readSeries(series, FLOOR.mean), last, { reader, range: { min: 0, max: 10 }, today });
};
const sentence = (reader: Reader, ...values: (number | null)[]): string => on('2026-12-31', reader, ...values);

const steady = [4, 5, 4, 5, 4, 5];

describe('the sentence above a chart', () => {
  it.each([
    [[], 'No answers yet.'],
    [[null], '3 of 11 answered on 14 October: not scored.'],
    [[4], '4 on 14 October. A baseline starts to form with the fourth weekly answer; there is 1.'],
    [
      steady.slice(0, 5),
      '4 on 14 October. The baseline is still forming from 5 weekly answers, so change is not read yet.',
    ],
    [
      steady,
      '5 on 14 October. The baseline is complete with 6 weekly answers; weeks from here on are compared with it.',
    ],
    [[2, 3, 4, 5, 6, 7, 9], '9 on 14 October. The baseline was already moving, so change is not read.'],
    [[...steady, 4.25], '4.3 on 14 October. That is inside the usual range of 3 to 6.'],
    [[...steady, 8], '8 on 14 October. That is above the usual range of 3 to 6; one week alone is not read as change.'],
    [
      [...steady, 1, 2],
      '2 on 14 October. That is outside the usual range of 3 to 6 for two weeks, below it each time.',
    ],
    [
      [...steady, 6.04],
      '6.04 on 14 October. That is above the usual range of 2.98 to 6.02; one week alone is not read as change.',
    ],
  ])('for %j reads: %s', (values, words) => {
    expect(sentence('care', ...values)).toBe(words);
  });

  it('speaks to the person of their own usual range', () => {
    expect(sentence('self', ...steady, 8, 8)).toBe(
      'Your last answer, on 14 October, comes to 8 of 10. That is outside your usual range of 3 to 6 for two weeks, above it each time.',
    );
  });

  it('says the year of an answer once the year is over, to whoever reads it', () => {
    expect(on('2027-01-01', 'care', null)).toBe('3 of 11 answered on 14 October 2026: not scored.');
    expect(on('2027-01-01', 'care', 4)).toMatch(/^4 on 14 October 2026\. /);
    expect(on('2027-01-01', 'self', 4)).toMatch(/^Your last answer, on 14 October 2026, comes to 4 of 10\. /);
  });

  it('never praises, judges or borrows the words of validated tests', () => {
    const series = [
      [],
      [null],
      [4],
      steady.slice(0, 4),
      steady,
      [...steady, 9],
      [...steady, 9, 9],
      [...steady, 0, 0, 0],
    ];
    for (const values of series) {
      for (const reader of ['care', 'self'] as const) {
        expect(sentence(reader, ...values)).not.toMatch(
          /good|great|well done|bad|worse|better|improv|significan|reliabl|recover|fail|normal|severe|progress/i,
        );
      }
    }
  });
});
