import { askedAt, inserted, offered } from './snippet.rules';

/** `|` is the caret. */
const asked = (marked: string) => askedAt(marked.replace('|', ''), marked.indexOf('|'));

describe('a snippet', () => {
  it.each([
    [';|', { from: 0, word: '' }],
    ['She said. ;sle|', { from: 10, word: 'sle' }],
    ['One\n;no-ha|rm', { from: 4, word: 'no-ha' }],
    ['(;schläf|', { from: 1, word: 'schläf' }],
  ])('is asked for in “%s”', (text, what) => {
    expect(asked(text)).toEqual(what);
  });

  it.each(['Calm; steady|', 'calm;steady|', '; |', ';;|', 'sleep|', '|;sleep', `;${'x'.repeat(31)}|`])(
    'is not asked for in “%s”',
    (text) => {
      expect(asked(text)).toBeNull();
    },
  );

  it('takes the place of what was typed of it, and of nothing else', () => {
    const text = 'Before ;sl after';
    expect(inserted(text, { from: 7, word: 'sl' }, 10, 'Sleeps.')).toEqual({
      text: 'Before Sleeps. after',
      caret: 14,
    });
  });

  it('is offered by how its word begins, the shortest first', () => {
    const all = ['sleeping', 'Sleep', 'harm', 'slow'].map((name) => ({ name }));
    expect(offered(all, 'SLE').map(({ name }) => name)).toEqual(['Sleep', 'sleeping']);
    expect(offered(all, 'x')).toEqual([]);
    expect(
      offered(
        Array.from({ length: 20 }, (_, n) => ({ name: `a${n}` })),
        '',
      ),
    ).toHaveLength(8);
  });
});
