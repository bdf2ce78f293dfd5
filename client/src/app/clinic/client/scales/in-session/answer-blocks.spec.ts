import type { ItemDto } from '../../../../../api/types.gen';
import { blocksOf } from './answer-blocks';

const item = (key: string, options: string[], section = ''): ItemDto =>
  ({ key, section, options: options.map((each) => ({ key: each, text: each, value: null })) }) as never;

it('puts questions with the same options into one table, in the order of the form', () => {
  const blocks = blocksOf([
    item('a', ['no', 'yes']),
    item('b', ['no', 'yes']),
    item('c', ['yes', 'no']),
    item('d', ['no', 'yes'], 'Nights'),
  ]);
  expect(blocks.map(({ items, columns }) => [items.map(({ key }) => key), columns.map(({ key }) => key)])).toEqual([
    [
      ['a', 'b'],
      ['no', 'yes'],
    ],
    [['c'], ['yes', 'no']],
    [['d'], ['no', 'yes']],
  ]);
});
