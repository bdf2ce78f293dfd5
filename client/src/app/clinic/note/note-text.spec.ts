import {
  countWords,
  emptyText,
  filledAndEmpty,
  joined,
  reformat,
  SECTIONS,
  type NoteFormat,
  type NoteText,
} from './note-text';

const dap: NoteText = { format: 'dap', sections: { data: 'Both came.', assessment: 'Steadier.', plan: 'Weekly.' } };
const allWords = (text: NoteText): string => Object.values(text.sections).join(' ');

describe('another format', () => {
  it('keeps sections of the same name and brings the others to the first', () => {
    expect(reformat(dap, 'soap').sections).toEqual({
      subjective: 'Data: Both came.',
      objective: '',
      assessment: 'Steadier.',
      plan: 'Weekly.',
    });
  });

  it('loses no word, whichever way it goes', () => {
    const formats = Object.keys(SECTIONS) as NoteFormat[];
    for (const from of formats)
      for (const to of formats) {
        const text = emptyText(from);
        SECTIONS[from].forEach(({ key }, i) => (text.sections[key] = `word${i}`));
        const there = reformat(text, to);
        expect(Object.keys(there.sections)).toEqual(SECTIONS[to].map(({ key }) => key));
        SECTIONS[from].forEach((_, i) => expect(allWords(there)).toContain(`word${i}`));
      }
  });
});

describe('two texts of one note', () => {
  it('can both stay, each sentence once', () => {
    const theirs: NoteText = {
      format: 'dap',
      sections: { data: 'Both came. Late.', assessment: 'Steadier.', plan: 'Call.' },
    };
    expect(joined(dap, theirs).sections).toEqual({
      data: 'Both came. Late.',
      assessment: 'Steadier.',
      plan: 'Weekly.\n\nCall.',
    });
  });

  it('can both stay in two formats', () => {
    const theirs: NoteText = { format: 'free', sections: { text: 'All in one.' } };
    expect(allWords(joined(dap, theirs))).toContain('All in one.');
    expect(allWords(joined(dap, theirs))).toContain('Both came.');
  });
});

describe('what a signature will fix', () => {
  it('is counted in words and named by section', () => {
    expect(countWords(dap)).toBe(4);
    expect(filledAndEmpty({ format: 'dap', sections: { data: 'Both came.', assessment: ' \n', plan: '' } })).toEqual({
      filled: ['Data'],
      empty: ['Assessment', 'Plan'],
    });
  });
});
