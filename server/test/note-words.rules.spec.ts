import { describe, expect, it } from '@jest/globals';
import {
  addedPassages,
  folded,
  keptWords,
  lookedUp,
  passagesOf,
  snippetOf,
  soughtIn,
  wordsIn,
} from '../src/notes/note-words.rules.js';

const words = (text: string): string[] => [...wordsIn(text)].map(({ word }) => word);
const kept = (text: string): string[] => [...keptWords(passagesOf('free', { text }))];
const find = (text: string, typed: string): string | null => {
  const sought = soughtIn(typed);
  const snippet = sought && snippetOf(passagesOf('free', { text }), sought);
  return snippet ? snippet.pieces.map((piece) => (piece.found ? `[${piece.text}]` : piece.text)).join('') : null;
};

describe('a word', () => {
  it('is the same in capitals, with accents, in another composition, and as a possessive', () => {
    expect(['ÉCOLE', 'école', 'e\u0301cole'].map(folded)).toEqual(['ecole', 'ecole', 'ecole']);
    expect(["partner's", 'partner’s', 'Straße', 'Łódź', "didn't"].map(folded)).toEqual([
      'partner',
      'partner',
      'strasse',
      'lodz',
      'didnt',
    ]);
    expect(folded('Ёлка')).toBe(folded('елка'));
  });

  it('has two letters at least, and is not one that stands in every note', () => {
    expect(words('It was a Q, and they had 14 go-to rules: ok?')).toEqual(['14', 'go', 'rules', 'ok']);
  });

  it('is found in scripts that write no spaces', () => {
    expect(words('約束を守る').length).toBeGreaterThan(1);
    expect(find('彼は約束を守ると言った', '約束')).toContain('[約束]');
  });

  it('stands where it is said to stand, whatever was folded', () => {
    const text = 'Naïve e\u0301lan, ﬁve';
    for (const { at, length, word } of wordsIn(text)) expect(folded(text.slice(at, at + length))).toBe(word);
  });
});

describe('what is kept of a note', () => {
  it('is each word once, with its beginnings of four and six letters', () => {
    expect(kept('Apology. An apology, late')).toEqual(['apology', 'apol*', 'apolog*', 'late', 'late*']);
  });

  it('is nothing of what was ticked or dated', () => {
    const given = { text: 'word' };
    expect([...keptWords(passagesOf('free', given))]).toEqual(['word', 'word*']);
    const all = Object.fromEntries(['type', 'risk', 'urgency', 'discharged'].map((key) => [key, 'in_person']));
    expect([...keptWords(passagesOf('contact', all))].filter((word) => word.startsWith('in_'))).toEqual([]);
  });
});

describe('what was added to a note', () => {
  it('is found by what was added and by why, whichever holds the first of the words', () => {
    const added = addedPassages({ text: 'She called back.', reason: 'The call came later.' });
    const of = (typed: string) => snippetOf(added, soughtIn(typed)!)?.section;
    expect([of('called'), of('later'), of('called later'), of('nowhere')]).toEqual([
      'text',
      'reason',
      'text',
      undefined,
    ]);
    expect(keptWords(addedPassages({ text: 'ok', reason: null }))).toEqual(new Set(['ok']));
  });
});

describe('a search', () => {
  it('takes all words, the last from its fourth letter on as the beginning of one', () => {
    expect(soughtIn('The late apo')).toEqual({ whole: ['late', 'apo'], beginning: null });
    expect(soughtIn('late apolo')).toEqual({ whole: ['late'], beginning: 'apolo' });
    expect(lookedUp({ whole: ['late'], beginning: 'apolo' })).toEqual(['late', 'apol*']);
    expect(lookedUp({ whole: [], beginning: 'apologies' })).toEqual(['apolog*']);
  });

  it('is none without a word worth looking for', () => {
    for (const typed of ['', '  ', 'a', 'the and of', '…?!', '🙂']) expect(soughtIn(typed)).toBeNull();
  });

  it('finds what holds all of it, marked where it stands', () => {
    expect(find('She heard his Apology. A late one.', 'apolog late')).toBeNull();
    expect(find('She heard his Apology. A late one.', 'late apolog')).toBe('She heard his [Apology]. A [late] one.');
    expect(find('She heard his apology.', 'late apology')).toBeNull();
  });

  it('shows nothing that only begins alike: tokens know four and six letters', () => {
    expect(find('A prominent place', 'promise')).toBeNull();
    expect(find('They commute', 'commu')).toBe('They [commute]');
    expect(find('They commented', 'commu')).toBeNull();
  });

  it('cuts a long text between words, around the first hit', () => {
    const long = `${'before '.repeat(60)}needle ${'after '.repeat(90)}`.trim();
    const shown = find(long, 'needle')!;
    expect(shown).toMatch(/^… before .*\[needle\] after.* …$/);
    expect(shown.length).toBeLessThan(260);
    const unbroken = `${'x'.repeat(500)} needle ${'y'.repeat(500)}`;
    expect(find(unbroken, 'needle')).toBe('… [needle] …');
  });
});
