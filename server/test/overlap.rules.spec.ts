import { borrowed } from '../src/coach/overlap.rules.js';
import { motivations } from '../src/library/motivations.worksheet.js';
import { effort } from './effort.js';

/** What somebody wrote on the page about how it came about: for themselves and their therapist. */
const WHY = [
  'I felt invisible at home after the second baby, and she laughed at my jokes like nobody had in years.',
  'I told myself that a little admiration was owed to me for working so hard.',
  'Drinks after the trade fair, out of sight of everybody I knew.',
  'I deserve something for me.',
];
const quotes = (text: string, own: readonly string[] = WHY): string[] => borrowed(text, own).map(({ quote }) => quote);

describe('words taken over from the page about why', () => {
  it.each([
    ['word for word', WHY[0]!],
    [
      'inside a longer sentence',
      'You should know that I felt invisible at home after the second baby, and that is all.',
    ],
    ['with other marks, capitals and contractions', 'i FELT invisible -- at home; after the second baby… you see.'],
    [
      'over the end of a sentence',
      'Nobody had in years. I told myself that a little admiration was owed to me. So I went.',
    ],
    ['with a word changed', 'I felt invisible at home after the second child, and she laughed at my jokes.'],
    ['with two words put in', 'I told myself that a little bit of admiration was owed to me.'],
    [
      'among lines of one’s own',
      'I lied to you for a year.\n\nDrinks after the trade fair, out of sight of everybody.\n\nI am sorry.',
    ],
  ])('are found %s', (_how, text) => {
    expect(quotes(text)).toHaveLength(1);
  });

  it.each([
    [
      'an apology of its own',
      'I wrote to her for four months. I lied when you asked me. You lost your sleep, and I did that.',
    ],
    ['the same matter in other words', 'At home nobody saw me, or so I thought, and her laughing made me feel seen.'],
    ['words that anybody uses', 'I told myself that it was all right, and it was not.'],
    ['a phrase too short to be a copy', 'I felt invisible at home.'],
    [
      'the same words here and there',
      'After the fair I drove home. The baby slept. I told you nothing, out of fear of you.',
    ],
    ['nothing at all', ''],
  ])('are not seen in %s', (_what, text) => {
    expect(quotes(text)).toEqual([]);
  });

  it('are quoted as they stand, at their place', () => {
    const text = 'I hid it.  Out of  sight of everybody I knew, drinks after the trade fair: I chose that.';
    for (const { start, end, quote } of borrowed(text, [
      'Out of sight of everybody I knew, drinks after the trade fair',
    ]))
      expect(text.slice(start, end)).toBe(quote);
    expect(quotes(text, ['Out of sight of everybody I knew, drinks after the trade fair'])[0]).toMatch(
      /^Out of {2}sight.*trade fair$/,
    );
  });

  it('are two places where they are far apart', () => {
    const text = `${WHY[1]!} And then for a long while I wrote about what it did to you. ${WHY[2]!}`;
    expect(quotes(text)).toHaveLength(2);
  });

  it('are none where nothing was written about why', () => {
    expect(quotes(WHY[0]!, [])).toEqual([]);
    expect(quotes(WHY[0]!, ['', ' \n '])).toEqual([]);
  });

  it('takes a letter of twenty thousand characters in its stride', async () => {
    const long = Array.from({ length: 3000 }, (_, i) => `word${i % 977}`).join(' ');
    expect(await effort(() => borrowed(long, [long.slice(0, 9000), ...WHY]))).toBeLessThan(500);
  });
});

describe('the page about why', () => {
  const fields = motivations.sections.flatMap((section) => section.fields);

  it('is for its author and the therapist alone, unless its author decides otherwise', () => {
    for (const { visibility } of fields) expect(visibility ?? 'therapist').toBe('therapist');
  });

  it('says itself that it has no place in an apology', () => {
    expect(motivations.contentNote).toMatch(/no place in an apology/);
  });
});
