import type { ItemDto, MappingDto, ScaleFactsDto } from '../../../api/types.gen';
import {
  begin,
  chooseScale,
  gaps,
  inOrder,
  mappingBody,
  polarity,
  refusals,
  sameForAll,
  setItem,
  setPoints,
} from './mapping.rules';

const option = (key: string, value: number | null = null) => ({ key, text: key.toUpperCase(), value });
const item = (key: string, options = [option('best'), option('worst')], loinc: string | null = null): ItemDto =>
  ({ key, loinc, options, type: 'choice' }) as never;
const ASKED = [item('a'), item('b', [option('worst'), option('best')]), item('c', [option('yes'), option('no')])];
const fact = (key: string, more: object = {}) => ({
  ...{ key, loinc: null, min: 0, max: 1, reverse: false, scored: true },
  ...more,
});
const FACTS = {
  ...{ code: 'two', title: 'Two', direction: 'higher_better' },
  items: [fact('x-1'), fact('x-2', { reverse: true }), fact('extra', { scored: false })],
} as unknown as ScaleFactsDto;
const form = (more: Partial<MappingDto> = {}): MappingDto =>
  ({ as: null, items: {}, options: {}, asked: ASKED, ...more }) as MappingDto;
const known = () =>
  begin(
    form({
      ...{ as: 'two', items: { a: 'x-1', b: 'x-2' } },
      options: { a: { best: 1, worst: 0 }, b: { best: 1, worst: 0 } },
    }),
  );

describe('a mapping', () => {
  it('begins with nothing that only an order says', () => {
    const said = begin(form());
    expect([said.as, said.items]).toEqual(['', {}]);
    expect(Object.values(said.points).flatMap((each) => Object.values(each))).toEqual(Array(6).fill(''));
    expect([...gaps(said, undefined, ASKED).keys()]).toEqual(['as']);
  });

  it('begins with what the file says its options are worth, and with codes that both have', () => {
    const coded = [item('a', [option('best', 3)], '1-1'), item('b')];
    const facts = { ...FACTS, items: [fact('x-1', { loinc: '1-1' }), fact('x-2')] } as ScaleFactsDto;
    const said = chooseScale(begin(form({ asked: coded })), facts, coded);
    expect([said.items, said.points['a']]).toEqual([{ a: 'x-1' }, { best: '3' }]);
  });

  it('names every item that nobody stands for, every item twice, every option without a worth', () => {
    const said = inOrder({ ...begin(form()), as: 'two' }, FACTS, ASKED);
    expect(said.items).toEqual({ a: 'x-1', b: 'x-2' });
    expect([...gaps(said, FACTS, ASKED).keys()]).toEqual(['a', 'b']);
    const twice = setItem(known(), 'b', 'x-1');
    expect([...gaps(twice, FACTS, ASKED)].map(([key]) => key)).toEqual(['items', 'a', 'b']);
    expect(gaps(known(), FACTS, ASKED).size).toBe(0);
  });

  it('gives the points of one question to those with the same options, by their keys and not by their places', () => {
    const said = setPoints(setPoints(begin(form()), 'a', 'best', '1'), 'a', 'worst', '0');
    const all = sameForAll(said, ASKED[0]!, ASKED);
    expect([all.points['b'], all.points['c']]).toEqual([
      { best: '1', worst: '0' },
      { yes: '', no: '' },
    ]);
  });

  it('says which end is which, and turns it where the scale counts an item the other way round', () => {
    const [first, second] = FACTS.items;
    expect(polarity(known(), ASKED[0]!, first!, 'higher_better')).toMatchObject({
      ...{ first: '1', last: '0', better: 'BEST', worse: 'WORST', reverse: false },
    });
    expect(polarity(known(), ASKED[1]!, second!, 'higher_better')).toMatchObject({ first: '0', better: 'WORST' });
    expect(polarity(known(), ASKED[0]!, first!, 'lower_better')).toMatchObject({ better: 'WORST' });
    expect(polarity(begin(form()), ASKED[0]!, first!, 'lower_better')).toBeNull();
  });

  it('sends points of what counts alone, as numbers', () => {
    expect(mappingBody(setItem(known(), 'c', 'extra'), FACTS)).toEqual({
      as: 'two',
      items: { a: 'x-1', b: 'x-2', c: 'extra' },
      options: { a: { best: 1, worst: 0 }, b: { best: 1, worst: 0 } },
    });
  });

  it('shows what was refused at its row, also where one name begins another', () => {
    const asked = [item('t'), item('t.1')];
    const found = refusals(
      [
        { path: 'options.t.1.best', code: 'value', message: 'one' },
        { path: 'items.t', code: 'named_twice', message: 'two' },
        { path: 'items', code: 'item_missing', message: 'three' },
      ],
      asked,
    );
    expect([...found]).toEqual([
      ['t.1', 'one'],
      ['t', 'two'],
      ['items', 'three'],
    ]);
  });
});
