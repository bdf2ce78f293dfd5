import { wordDiff } from './word-diff';

const told = (before: string, after: string) =>
  wordDiff(before, after).map((part) => `${part.kind}: ${part.text.trim()}`);

describe('what changed between two drafts', () => {
  it('names the sentence that was added', () => {
    expect(told('I lost my friend.', 'I lost my friend. I also lost my sleep.')).toEqual([
      'same: I lost my friend.',
      'added: I also lost my sleep.',
    ]);
  });

  it('says what went before what came in its place', () => {
    expect(told('I look at the clock, it is stupid.', 'I look at the door.')).toEqual([
      'same: I look at the',
      'removed: clock, it is stupid.',
      'added: door.',
    ]);
  });

  it('finds nothing in two equal drafts', () => {
    expect(told('Same words.\nSame lines.', 'Same words.\nSame lines.')).toEqual(['same: Same words.\nSame lines.']);
    expect(wordDiff('', '')).toEqual([]);
  });

  it('gives the new draft back whole, white space and all, from the parts that stayed and came', () => {
    const before = 'One two  three\n\nfour five six';
    const after = 'Zero one two three\n\n four, five\nseven';
    const rebuilt = wordDiff(before, after)
      .filter((part) => part.kind !== 'removed')
      .map((part) => part.text)
      .join('');
    expect(rebuilt).toBe(after);
  });

  it('stays whole for very long drafts', () => {
    const long = (word: string) => Array.from({ length: 3_000 }, (_, n) => `${word}${n}`).join(' ');
    expect(wordDiff(long('a'), long('b')).map((part) => part.kind)).toEqual(['removed', 'added']);
  });
});
