import { after, answersOf, minutesFor, resumeAt } from './check-in.rules';

const KEYS = ['a', 'b', 'c'];

describe('a check-in', () => {
  it('goes on at the first question without an answer', () => {
    expect(resumeAt(KEYS, {})).toBe(0);
    expect(resumeAt(KEYS, { a: 3, b: null })).toBe(2);
    expect(resumeAt(KEYS, { a: 3, b: null, c: 0 })).toBe('check');
  });

  it('ends with a look over it all, and returns there from a change', () => {
    expect(after(0, 3, false)).toBe(1);
    expect(after(2, 3, false)).toBe('check');
    expect(after(0, 3, true)).toBe('check');
  });

  it('sends zero and "does not apply" as they were given, and nothing that was not', () => {
    expect(answersOf(KEYS, { a: 0, c: null, other: 5 })).toEqual({ a: 0, c: null });
  });

  it('is never said to take no time', () => {
    expect([minutesFor(1), minutesFor(11)]).toEqual([1, 2]);
  });
});
