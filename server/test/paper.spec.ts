import { expect, it } from '@jest/globals';
import type { Paper } from '../src/paper/paper.definition.js';
import { printed } from '../src/paper/paper.js';
import { wordsOfPdf } from './pdf.reader.js';
import { headingsOf, partsOf, structureOf, type Outline } from './pdf.structure.js';

const paperOf = (more: Partial<Paper>): Paper => ({ title: 'A title', facts: [], foot: 'Whose', pieces: [], ...more });
const heard = async (more: Partial<Paper>, zone = 'Europe/Berlin'): Promise<Outline> =>
  structureOf(await printed(paperOf(more), zone));
const paragraphs = ({ root }: Outline): string[] => partsOf(root, /^P$/).map(({ words }) => words);

it('lies on the sheet that is used where the practice is', async () => {
  const [a4, letter] = [
    [595.28, 841.89],
    [612, 792],
  ];
  for (const [zone, size] of [
    ['Europe/Berlin', a4],
    ['Asia/Kolkata', a4],
    ['UTC', a4],
    ['America/New_York', letter],
    ['US/Pacific', letter],
    ['America/Toronto', letter],
    ['America/Sao_Paulo', a4],
  ] as const)
    expect([zone, (await heard({}, zone)).size]).toEqual([zone, size]);
});

it('is heard in its order: language, title, headings by their levels, and a table whose cells have headings', async () => {
  const outline = await heard({
    facts: ['Zoë Łuczak'],
    pieces: [
      { kind: 'part', title: 'Plan' },
      { kind: 'part', title: 'Next', level: 3 },
      { kind: 'words', words: 'One.\r\n\r\nTwo.' },
      { kind: 'table', table: { title: 'Scores', head: ['Day', 'Score'], rows: [['3 May', '7']], shares: [] } },
    ],
  });
  expect(outline.lang).toBe('en');
  expect(headingsOf(outline)).toEqual(['1 A title', '2 Plan', '3 Next']);
  expect(paragraphs(outline)).toEqual(['Zoë Łuczak', 'One.', 'Two.']);
  const [table] = partsOf(outline.root, /^Table$/);
  const cells = table!.parts.map(({ parts }) => parts.map(({ tag, scope, words }) => [tag, scope, words]));
  expect([table!.title, cells]).toEqual([
    'Scores',
    [
      [
        ['TH', 'Column', 'Day'],
        ['TH', 'Column', 'Score'],
      ],
      [
        ['TH', 'Row', '3 May'],
        ['TD', null, '7'],
      ],
    ],
  ]);
  expect([outline.bookmarks, outline.beside.filter((words) => words !== '')]).toEqual([
    ['Plan'],
    ['Whose Page 1 of 1'],
  ]);
});

it('gives a row of a table the room that its name needs', async () => {
  const name = 'A scale with quite a long name that has to wrap in the cell where it stands';
  const table = {
    title: 'Scores',
    head: ['Scale', 'Score', 'Day', 'Read as'],
    rows: [[name, '7', '', '']],
    shares: [2],
  };
  const { raw } = wordsOfPdf(await printed(paperOf({ pieces: [{ kind: 'table', table }] }), 'Europe/Berlin'));
  const fromTop = (found: RegExp): number[] => [...raw.matchAll(found)].map(([, y]) => Number(y));
  const lowest = Math.max(
    ...fromTop(/1 0 0 1 64 ([\d.]+) Tm/g)
      .filter((y) => y > 100)
      .map((y) => 841.89 - y),
  );
  expect(lowest).toBeLessThan(Math.max(...fromTop(/\n64 ([\d.]+) m\n/g)));
});

it('loses no letter: what its font lacks is written as its number, and no word runs off the sheet', async () => {
  const long = 'Donaudampfschifffahrt'.repeat(40);
  const outline = await heard({
    title: 'Grüße 👍',
    pieces: [{ kind: 'words', words: `Größe, “ça”, Łódź, Жук, 😀\t🎉 👍🏽 張 ❤️\nsecond line\n\n${long}` }],
  });
  expect(headingsOf(outline)).toEqual(['1 Grüße [U+1F44D]']);
  const [first, second] = paragraphs(outline);
  expect(first!.replaceAll(/ +/g, ' ')).toBe('Größe, “ça”, Łódź, Жук, 😀 [U+1F389] [U+1F44D] [U+5F35] ❤ second line');
  expect(second!.replaceAll(' ', '')).toBe(long);
});

it('numbers two hundred pages, repeats what each has to say, and goes on within a paragraph', async () => {
  const words = 'Trust comes back in small things that are kept. '.repeat(1500);
  const pieces = Array.from({ length: 12 }, (_, at) => [
    { kind: 'part' as const, title: `Part ${at + 1}`, onNewPage: true },
    { kind: 'words' as const, words },
  ]).flat();
  const outline = await heard({ mark: 'Draft, not signed', foot: 'Maya K.', pieces });
  expect(outline.pages).toBeGreaterThan(200);
  expect(outline.bookmarks).toHaveLength(12);
  const said = outline.beside.filter((one) => one !== '');
  expect(said.filter((one) => one === 'Draft, not signed')).toHaveLength(outline.pages);
  expect(said.at(-1)).toBe(`Maya K. Page ${outline.pages} of ${outline.pages}`);
  const [first] = paragraphs(outline);
  const letters = (text: string): string => text.replaceAll(/\s+/g, '');
  expect(letters(first!) === letters(words)).toBe(true);
});
