import {
  after,
  before,
  faultOf,
  isOpen,
  pagesOf,
  partToSend,
  placeOf,
  question,
  seenIn,
  type Asked,
} from './runner.rules';

const field = (key: string, more: Partial<Asked> = {}): Asked => ({ key, type: 'long', label: key, ...more });
const told = (fields: Asked[], answers = {}) =>
  pagesOf(fields, answers).map((page) => ('key' in page ? `${page.kind} ${page.key}` : page.kind));

describe('the pages of a worksheet', () => {
  it('offers a pause after three hard questions, never after the last', () => {
    const hard = ['a', 'b', 'c', 'd'].map((key) => field(key, { intense: true }));
    expect(told(hard)).toEqual(['question a', 'question b', 'question c', 'pause c', 'question d']);
    expect(told(hard.slice(0, 3))).toEqual(['question a', 'question b', 'question c']);
  });

  it('never asks more than twelve questions without a pause', () => {
    const many = Array.from({ length: 30 }, (_, index) => field(`f${index}`));
    let run = 0;
    for (const page of pagesOf(many, {})) {
      run = page.kind === 'pause' ? 0 : run + 1;
      expect(run).toBeLessThanOrEqual(12);
    }
  });

  it('follows the answers: what is not asked has no page', () => {
    const fields = [field('a'), field('b', { showIf: { field: 'a', op: 'answered' } })];
    expect(told(fields)).toEqual(['question a']);
    expect(told(fields, { a: 'x' })).toEqual(['question a', 'question b']);
  });

  it('goes on and back, from a row to its list, and from the last question to the look over it all', () => {
    const pages = pagesOf([field('a'), field('b')], {});
    expect(after(question('a'), pages)).toEqual(question('b'));
    expect(after(question('b'), pages)).toEqual({ kind: 'check' });
    expect(after({ kind: 'note' }, pages)).toEqual(question('a'));
    expect(after({ kind: 'row', key: 'a', rowId: '1' }, pages)).toEqual(question('a'));
    expect(before({ kind: 'check' }, pages)).toEqual(question('b'));
    expect(before(question('a'), pages)).toEqual({ kind: 'note' });
    expect(before({ kind: 'note' }, pages)).toBeNull();
    expect(placeOf(question('b'), pages)).toEqual({ place: 2, of: 2 });
  });

  it('knows a page that is gone', () => {
    const pages = pagesOf([field('a')], {});
    expect(isOpen(question('gone'), pages, {})).toBe(false);
    expect(isOpen({ kind: 'row', key: 'a', rowId: '1' }, pages, { a: [{ rowId: '2' }] })).toBe(false);
    expect(isOpen({ kind: 'row', key: 'a', rowId: '2' }, pages, { a: [{ rowId: '2' }] })).toBe(true);
  });
});

it('says what is too long or out of range, also in a row, and nothing of what is left open', () => {
  expect(faultOf(field('a', { type: 'short' }), 'x'.repeat(301), {})).toContain('301');
  expect(faultOf(field('n', { type: 'number', min: 1, max: 5 }), 9, {})).toContain('from 1 to 5');
  const rows = field('r', { type: 'rows', columns: [field('t', { type: 'short', label: 'The limit' })] });
  expect(faultOf(rows, [{ rowId: '1', t: 'x'.repeat(301) }], {})).toContain('The limit');
  expect(faultOf(field('a'), null, {})).toBeNull();
});

it('keeps rows without their tick with their author', () => {
  const rows = field('r', { type: 'rows', sendRowsWhere: 'share' });
  expect(partToSend(rows, [{ rowId: '1', share: true }, { rowId: '2' }])).toEqual([{ rowId: '1', share: true }]);
});

it('finds what a sheet looks for, and says in which cell', () => {
  const watch = { code: 'pin', act: 'refuse' as const, pattern: 'pin is \\d{4}', message: '' };
  const list: Asked = {
    ...{ key: 'items', type: 'rows', label: 'Parts' },
    columns: [
      { key: 'topic', type: 'short', label: 'Topic' },
      { key: 'on', type: 'date', label: 'On' },
    ],
  };
  const rows = [
    { rowId: 'a', topic: 'Calls' },
    { rowId: 'b', topic: 'The PIN is 4921' },
  ];
  expect(seenIn(list, rows, [watch]).map(({ place }) => place)).toEqual(['items.b.topic']);
  expect(seenIn({ key: 'note', type: 'long', label: 'Note' }, 'pin is 4921', [watch])[0]?.place).toBe('note');
  expect(seenIn(list, undefined, [watch])).toEqual([]);
});
