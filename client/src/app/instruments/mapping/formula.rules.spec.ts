import type { FormulaDto, ItemDto, ScaleFactsDto } from '../../../api/types.gen';
import { formulaSoFar } from './formula.rules';
import type { Said } from './mapping.rules';

const ASKED = ['a', 'b', 'c'].map((key) => ({ key })) as unknown as ItemDto[];
const FACTS = {
  ...{ code: 'two', title: 'Two' },
  items: [
    { key: 'x-1', scored: true, reverse: false },
    { key: 'x-2', scored: true, reverse: true },
    { key: 'more', scored: false, reverse: false },
  ],
} as unknown as ScaleFactsDto;
const formula = (adds: Record<string, number> | null): FormulaDto => ({
  ...{ path: '$.item[3].extension[0]', linkId: 'sum', verdict: 'unmapped', words: 'Told by the server.', adds },
});
const said = (items: Record<string, string>): Said => ({ as: 'two', items, points: {} });
const words = (adds: Record<string, number> | null, items: Record<string, string>) =>
  formulaSoFar(formula(adds), said(items), FACTS, ASKED);

describe('a formula of the file, while a form is mapped', () => {
  it('agrees where it adds what is counted, and nothing else', () => {
    const told = words({ a: 1 }, { a: 'x-1', c: 'more' });
    expect(told).toMatchObject({ path: '$.item[3].extension[0]', verdict: 'same' });
    expect(told.words).toContain('Kept scores by the rules of Two. It adds the same questions.');
  });

  it.each([
    [{ a: 1 }, { a: 'x-1', b: 'x-2' }, 'it leaves out question 2'],
    [{ a: 1, c: 1 }, { a: 'x-1', c: 'more' }, 'it also adds question 3'],
    [{ a: 1, b: 1 }, { a: 'x-1', b: 'x-2' }, 'it does not turn round question 2'],
    [{ a: 1, b: 2 }, { a: 'x-1', b: 'x-1' }, 'it counts some more often than others'],
  ])('says of %j with %j that %s', (adds, items, reason) => {
    expect(words(adds, items)).toMatchObject({ verdict: 'differs', words: expect.stringContaining(reason) });
  });

  it('says no more than is known before a scale is named, or where it is no plain sum', () => {
    expect(words(null, { a: 'x-1' }).words).toBe('Told by the server.');
    expect(formulaSoFar(formula({ a: 1 }), said({}), undefined, ASKED).words).toBe('Told by the server.');
  });
});
