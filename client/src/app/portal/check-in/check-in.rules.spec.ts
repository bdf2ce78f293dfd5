import type { InstrumentDto, ItemDto } from '../../../api/types.gen';
import { after, answersOf, isAsked, minutesFor, resumeAt, standing } from './check-in.rules';

const item = (key: string, shownIf: ItemDto['shownIf'] = []): ItemDto =>
  ({
    key,
    shownIf,
    options: ['none', 'some', 'much'].map((each, value) => ({ key: each, text: each, value })),
  }) as never;
const when = (about: string, operator: string, value: string): ItemDto['shownIf'] => [
  { all: true, conditions: [{ item: about, operator, value }] },
];
const ITEMS = [item('a'), item('b'), item('c')];

describe('a check-in', () => {
  it('goes on at the first question without an answer', () => {
    expect(resumeAt(ITEMS, {})).toBe(0);
    expect(resumeAt(ITEMS, { a: 3, b: null })).toBe(2);
    expect(resumeAt(ITEMS, { a: 3, b: null, c: 0 })).toBe('check');
  });

  it('ends with a look over it all, and returns there from a change', () => {
    expect(after(0, ITEMS, {}, false)).toBe(1);
    expect(after(2, ITEMS, {}, false)).toBe('check');
    expect(after(0, ITEMS, {}, true)).toBe('check');
  });

  it('sends zero and "does not apply" as they were given, and nothing that was not', () => {
    expect(answersOf(ITEMS, { a: 0, c: null, other: 5 })).toEqual({ a: 0, c: null });
  });

  it('is never said to take no time', () => {
    expect([minutesFor(1), minutesFor(11)]).toEqual([1, 2]);
  });
});

describe('a form that asks by what was answered before', () => {
  const items = [item('a'), item('b', when('a', '!=', 'none')), item('c', when('b', '>', '0'))];

  it('passes over what the answers leave out, and sends none of it', () => {
    expect(after(0, items, { a: 'none' }, false)).toBe('check');
    expect(after(0, items, { a: 'some' }, false)).toBe(1);
    const before = { a: 'none', b: 'much', c: 'some' };
    expect(resumeAt(items, before)).toBe('check');
    expect(answersOf(items, before)).toEqual({ a: 'none' });
  });

  it.each([
    ['=', 'some', { a: 'some' }, true],
    ['=', 'some', { a: 'much' }, false],
    ['!=', 'some', { a: 'much' }, true],
    ['!=', 'some', {}, false],
    ['>', '1', { a: 'much' }, true],
    ['>=', '2', { a: 'much' }, true],
    ['<', '1', { a: 'much' }, false],
    ['<=', '1', { a: 'some' }, true],
    ['exists', 'true', { a: 'none' }, true],
    ['exists', 'true', { a: null }, false],
    ['exists', 'false', {}, true],
  ])('reads %s %s as the server does: %j', (operator, value, given, asked) => {
    const one = item('b', when('a', operator, value));
    expect(isAsked([item('a'), one], one, given as never)).toBe(asked);
  });
});

describe('what a score rests on', () => {
  const form = { totalNeeds: { answers: 2, counted: ['a', 'b', 'c'], always: ['c'] } } as InstrumentDto;

  it.each([
    [{ a: 'none', b: 'none', c: 'none' }, 3, 'whole'],
    [{ a: 'none', b: null, c: 'some' }, 2, 'estimated'],
    [{ a: 'none', b: 'some' }, 2, 'none'],
    [{ c: 'some' }, 1, 'none'],
  ] as const)('%j: %s answered, %s', (given, answered, score) => {
    expect(standing(form, given)).toEqual({ answered, of: 3, score });
  });

  it('is not said of a tracker', () => {
    expect(standing({ totalNeeds: null } as InstrumentDto, { a: 1 })).toBeNull();
  });
});
