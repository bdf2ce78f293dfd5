import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  ASQ,
  C_SSRS,
  SCREENERS,
  type ScreenerAnswer,
  type ScreenerAnswers,
} from '../src/instruments/screener.facts.js';
import { askedBy, faultsIn, levelOf } from '../src/instruments/screener.rules.js';

const [ONE, TWO, THREE, FOUR, FIVE, EVER, LATELY] = C_SSRS.items.map(({ key }) => key) as [
  string,
  string,
  string,
  string,
  string,
  string,
  string,
];
const numbers = (screener: typeof ASQ, answers: ScreenerAnswers): string[] =>
  askedBy(screener, answers).map(({ number, span }) => (span === 'three_months' ? `${number}b` : number));
const asq = (...given: ScreenerAnswer[]): ScreenerAnswers =>
  Object.fromEntries(ASQ.items.flatMap(({ key }, at) => (given[at] ? [[key, given[at]]] : [])));

describe('the ASQ', () => {
  it('asks how acute it is after any yes, and after a question that was declined', () => {
    expect(numbers(ASQ, asq('no', 'no', 'no', 'no'))).toEqual(['1', '2', '3', '4']);
    expect(numbers(ASQ, asq('no', 'no', 'yes', 'no'))).toEqual(['1', '2', '3', '4', '5']);
    expect(numbers(ASQ, asq('no', 'declined', 'no', 'no'))).toContain('5');
  });
  it.each([
    ['none', asq('no', 'no', 'no', 'no')],
    ['moderate', asq('no', 'no', 'no', 'yes', 'no')],
    ['moderate', asq('declined', 'no', 'no', 'no', 'no')],
    ['high', asq('yes', 'no', 'no', 'no', 'declined')],
    ['imminent', asq('yes', 'no', 'no', 'no', 'yes')],
  ])('comes to %s', (level, answers) => {
    expect(levelOf(ASQ, answers)).toBe(level);
    expect(faultsIn(ASQ, answers)).toEqual([]);
  });
});

describe('the C-SSRS screener', () => {
  const plain = { [ONE]: 'no', [TWO]: 'no', [EVER]: 'no' } as const;
  it('asks 1, 2 and 6 always, 3 to 5 after a yes to 2, and the past three months after a yes to 6', () => {
    expect(numbers(C_SSRS, plain)).toEqual(['1', '2', '6']);
    expect(numbers(C_SSRS, { ...plain, [ONE]: 'yes' })).toEqual(['1', '2', '6']);
    expect(numbers(C_SSRS, { ...plain, [TWO]: 'yes' })).toEqual(['1', '2', '3', '4', '5', '6']);
    expect(numbers(C_SSRS, { ...plain, [EVER]: 'yes' })).toEqual(['1', '2', '6', '6b']);
  });
  const ideas = { ...plain, [TWO]: 'yes', [THREE]: 'no', [FOUR]: 'no', [FIVE]: 'no' } as const;
  it.each<[string, ScreenerAnswers]>([
    ['none', plain],
    ['low', { ...plain, [ONE]: 'yes' }],
    ['low', ideas],
    ['low', { ...plain, [TWO]: 'declined' }],
    ['moderate', { ...ideas, [THREE]: 'yes' }],
    ['moderate', { ...plain, [EVER]: 'yes', [LATELY]: 'no' }],
    ['high', { ...ideas, [FOUR]: 'yes' }],
    ['high', { ...ideas, [FIVE]: 'yes' }],
    ['high', { ...plain, [EVER]: 'yes', [LATELY]: 'yes' }],
  ])('comes to %s', (level, answers) => {
    expect(levelOf(C_SSRS, answers)).toBe(level);
    expect(faultsIn(C_SSRS, answers)).toEqual([]);
  });
  it('is refused with a question left open, one that was not asked, and one it does not have', () => {
    const faults = faultsIn(C_SSRS, { [ONE]: 'no', [EVER]: 'no', [THREE]: 'yes', other: 'yes' });
    expect(faults.map(({ path, code }) => [path, code])).toEqual([
      [`answers.${TWO}`, 'required'],
      [`answers.${THREE}`, 'not_asked'],
      ['answers.other', 'unknown_item'],
    ]);
  });
});

describe('a screener', () => {
  it('comes to nothing only where everything that was asked was answered no', () => {
    const answer = fc.constantFrom<ScreenerAnswer>('yes', 'no', 'declined');
    for (const screener of SCREENERS)
      fc.assert(
        fc.property(fc.array(answer, { minLength: 7, maxLength: 7 }), (given) => {
          const all = Object.fromEntries(screener.items.map(({ key }, at) => [key, given[at]!]));
          const answers: Record<string, ScreenerAnswer> = {};
          // as a clinician goes through it: each is asked once what stands before it is answered
          for (const { key } of screener.items)
            if (askedBy(screener, answers).some((one) => one.key === key)) answers[key] = all[key]!;
          expect(faultsIn(screener, answers)).toEqual([]);
          expect(levelOf(screener, answers) === 'none').toBe(Object.values(answers).every((each) => each === 'no'));
        }),
      );
  });
});
