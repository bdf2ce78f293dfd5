import { describe, expect, it } from 'vitest';
import { emptyText, type NoteText } from '../note-text';
import { isStillThere, passageOf, withAgain, withPassage, without, withoutMarked } from './passage.rules';

const noteOf = (data: string): NoteText => {
  const empty = emptyText('dap');
  return { ...empty, sections: { ...empty.sections, data } };
};
const dataOf = (text: NoteText | null): string | undefined => text?.sections['data'];

describe('a passage that moves from a joint note into a partner’s own', () => {
  const text = 'Both came. She told me of a debt. They left.';
  const [from, to] = [text.indexOf('She'), text.indexOf(' They')];
  const passage = passageOf('data', text, from, to)!;

  it('is what was chosen, without blanks at its ends', () => {
    expect(passageOf('data', text, from - 1, to + 1)).toEqual(passage);
    expect(passageOf('data', text, 10, 11)).toBeNull();
  });

  it('is cut here, leaving no trace, and put there, marked', () => {
    expect(dataOf(without(noteOf(text), passage))).toBe('Both came. They left.');
    expect(dataOf(withPassage(noteOf(''), passage))).toBe('[Told alone] She told me of a debt.');
    expect(dataOf(withPassage(noteOf('Calm.'), passage))).toBe('Calm.\n\n[Told alone] She told me of a debt.');
  });

  it('is put into the first text of a note that has no field of that name', () => {
    const soap = withPassage(emptyText('soap'), passage);
    expect(soap.sections['subjective']).toBe('[Told alone] She told me of a debt.');
  });

  it('comes back where it stood, and goes from there, when it is undone', () => {
    expect(dataOf(withAgain(without(noteOf(text), passage), passage))).toBe(text);
    for (const before of ['', 'Calm.'])
      expect(dataOf(withoutMarked(withPassage(noteOf(before), passage), passage))).toBe(before);
  });

  it('comes back to the end of a text that has been shortened, and is never lost', () => {
    expect(dataOf(withAgain(noteOf('Both.'), passage))).toBe('Both. She told me of a debt.');
  });

  it('is left where it was put once somebody has changed it there', () => {
    expect(withoutMarked(noteOf('[Told alone] She told me of two debts.'), passage)).toBeNull();
  });

  it('is not cut when the text has changed under it', () => {
    expect(isStillThere(noteOf(text), passage)).toBe(true);
    expect(isStillThere(noteOf(`Then ${text}`), passage)).toBe(false);
  });

  it('at the beginning or the end leaves no blank behind', () => {
    expect(dataOf(without(noteOf('Told. Both came.'), passageOf('data', 'Told. Both came.', 0, 5)!))).toBe(
      'Both came.',
    );
  });
});
