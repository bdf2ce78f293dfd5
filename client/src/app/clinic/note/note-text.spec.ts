import { fieldsOf, NOTE_FORMS } from '../../../../../server/src/notes/note-forms.definition';
import {
  countWords,
  emptyText,
  filledAndEmpty,
  firstFormat,
  formatsFor,
  joined,
  partsOf,
  reformat,
  takenOver,
  withWordsOf,
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
    const formats = Object.keys(NOTE_FORMS) as NoteFormat[];
    for (const from of formats)
      for (const to of formats) {
        const text = emptyText(from);
        const texts = fieldsOf(from).filter(({ kind }) => kind === 'text');
        texts.forEach(({ key }, i) => (text.sections[key] = `word${i}`));
        const there = reformat(text, to);
        expect(Object.keys(there.sections)).toEqual(fieldsOf(to).map(({ key }) => key));
        texts.forEach((_, i) => expect(allWords(there)).toContain(`word${i}`));
      }
  });

  it('says a choice and a day in words, since the other form has no place for them', () => {
    const intake: NoteText = {
      format: 'intake',
      sections: { ...emptyText('intake').sections, betrayal: 'money', discovered: '2026-03-01', plan: 'Weekly.' },
    };
    expect(reformat(intake, 'free').sections['text']).toBe(
      'Kind of betrayal: Money\n\nWhen it came to light: 1 Mar 2026\n\nPlan: Weekly.',
    );
    expect(partsOf(intake).find(({ key }) => key === 'betrayal')?.words).toBe('Money');
  });
});

describe('the formats that are offered', () => {
  const keys = (kind: 'progress' | 'intake', clientId: string | null): string[] =>
    formatsFor({ kind, clientId }).map(({ key }) => key);

  it('begin with a kind’s own form; a couple’s is for what both may read', () => {
    expect(keys('progress', null)).toEqual(['dap', 'soap', 'birp', 'girp', 'pirp', 'couple', 'free']);
    expect(keys('progress', 'maya')).not.toContain('couple');
    expect(keys('intake', 'maya')[0]).toBe('intake');
    expect([firstFormat('intake', 'soap'), firstFormat('progress', 'soap')]).toEqual(['intake', 'soap']);
  });
});

describe('words of the last note', () => {
  const last = { format: 'dap' as const, sections: { data: 'Both came.', assessment: '', plan: 'Weekly.' } };

  it('are known as such until one of them is changed', () => {
    const now: NoteText = { format: 'dap', sections: { data: 'Late.', assessment: '', plan: 'Weekly. ' } };
    expect(takenOver(now, last).map(({ key }) => key)).toEqual(['plan']);
    expect(takenOver({ ...now, sections: { ...now.sections, plan: 'Every week.' } }, last)).toEqual([]);
    expect(takenOver(now, null)).toEqual([]);
  });

  it('go to the section of their name, below what is there, once', () => {
    const [data, , plan] = partsOf(last);
    const started: NoteText = { format: 'dap', sections: { data: 'Late.', assessment: '', plan: '' } };
    const copied = [data, plan, plan].reduce((text, part) => (part ? withWordsOf(text, part) : text), started);
    expect(copied.sections).toEqual({ data: 'Late.\n\nBoth came.', assessment: '', plan: 'Weekly.' });
    expect(withWordsOf(emptyText('free'), { key: 'plan', label: 'Plan', words: 'Weekly.' }).sections).toEqual({
      text: 'Weekly.',
    });
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
    const ticked = (text: NoteText, ...touchedGoals: string[]): NoteText => ({ ...text, touchedGoals });
    expect(joined(ticked(dap, 'a', 'b'), ticked(theirs, 'b', 'c')).touchedGoals).toEqual(['a', 'b', 'c']);
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
