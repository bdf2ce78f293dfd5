import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { answersFit, completeness, difference, forSending, MOST } from '../src/assignments/answers.rules.js';
import { shownFields } from '../src/library/show-if.rules.js';
import { asked, fieldsOf, type Column, type Field, type Worksheet } from '../src/library/worksheet.definition.js';
import { worksheetById, worksheetId, WORKSHEETS } from '../src/library/worksheet.library.js';

const [A, B, C] = [
  '0190a000-0000-7000-8000-00000000000a',
  '0190a000-0000-7000-8000-00000000000b',
  '0190a000-0000-7000-8000-00000000000c',
];

/** In rows of every clinic already: they never change. */
const IDS = [
  '97c100f4-8899-5d35-9bbe-e1c8857e382f',
  'c5adb8c2-dc1a-5ab3-9deb-9a1e60155f2d',
  'abada35d-7eb1-5d4e-a34a-c1530677a137',
  'b919670b-5aef-55e6-b91e-eec3df4a0e61',
  '44290063-8858-5812-b7dc-8f3578765067',
  '246a65b1-bd25-5e36-88cd-7ee65616ea24',
  'd43315dc-faf9-5a37-94fc-631b6974585a',
  'a08526db-9d88-539b-80c6-20159e8e4497',
  'cd5b7a49-2e5f-514d-ac5a-f8a2825b4505',
  'bf89f3c0-2b97-55d6-a2d6-8241b278b243',
  '45039b5a-2a10-5368-b991-609f7babd060',
  '7b90041e-0d05-54e3-a4dd-71f85f9efc6d',
  'c652a471-2219-5b7d-be63-a9a87c9e15f4',
  '296bc91d-a428-55b6-ba96-7b72adcc62b4',
  '51a8b4b7-f30d-5aa0-967d-49df29db5b59',
  '5d57de71-d2ef-5156-b20a-5fbc10af2831',
  '637dced4-5549-5ef8-9447-47dcc05ff9b7',
  '8d927dca-cbb8-58bb-a365-e49df1356eee',
  '11339b0a-9436-5936-a585-4717daa77f6c',
];

const sheet = (...fields: Field[]): Pick<Worksheet, 'sections'> => ({
  sections: [{ key: 's', title: 'S', intro: '', fields }],
});
const every = sheet(
  { key: 'short', type: 'short', label: '' },
  { key: 'long', type: 'long', label: '' },
  { key: 'scale', type: 'scale', label: '', low: '', high: '' },
  { key: 'number', type: 'number', label: '', min: 1, max: 30 },
  { key: 'one', type: 'one', label: '', options: [{ key: 'a', label: '' }] },
  {
    key: 'multi',
    type: 'multi',
    label: '',
    options: [
      { key: 'a', label: '' },
      { key: 'b', label: '' },
    ],
  },
  { key: 'date', type: 'date', label: '' },
  { key: 'datetime', type: 'datetime', label: '' },
  { key: 'checkbox', type: 'checkbox', label: '' },
  {
    key: 'rows',
    type: 'rows',
    label: '',
    itemLabel: 'Row',
    sendRowsWhere: 'share',
    columns: [
      { key: 'text', type: 'short', label: '' },
      { key: 'share', type: 'checkbox', label: '' },
      { key: 'more', type: 'short', label: '', showIf: { field: 'text', op: 'eq', value: 'yes' } },
    ],
  },
);
const faults = (answers: Record<string, unknown>): string[] =>
  answersFit(every, answers).map(({ path, code }) => `${path} ${code}`);

describe('what fits a worksheet', () => {
  it('takes every type, and null for a question left open', () => {
    expect(
      faults({
        short: 'a',
        long: 'b'.repeat(MOST.long),
        scale: 0,
        number: 1.5,
        one: 'a',
        multi: ['b', 'a'],
        date: '2026-02-28',
        datetime: '2026-02-28T23:59',
        checkbox: false,
        rows: [{ rowId: A, text: null, share: true }],
      }),
    ).toEqual([]);
    expect(faults(Object.fromEntries(fieldsOf(every).map(({ key }) => [key, null])))).toEqual([]);
  });

  it.each<[string, unknown, string]>([
    ['short', 'x'.repeat(MOST.short + 1), 'too_long'],
    ['long', 'x'.repeat(MOST.long + 1), 'too_long'],
    ['short', 3, 'type'],
    ['scale', 11, 'range'],
    ['scale', -1, 'range'],
    ['scale', 2.5, 'range'],
    ['scale', '3', 'range'],
    ['number', 31, 'range'],
    ['number', Number.NaN, 'range'],
    ['one', 'z', 'option'],
    ['one', ['a'], 'option'],
    ['multi', 'a', 'option'],
    ['multi', ['a', 'z'], 'option'],
    ['multi', ['a', 'a'], 'repeated'],
    ['date', '2026-02-30', 'format'],
    ['date', '28.02.2026', 'format'],
    ['datetime', '2026-02-30T10:00', 'format'],
    ['datetime', '2026-02-28T24:00', 'format'],
    ['checkbox', 'true', 'type'],
    ['rows', {}, 'type'],
  ])('refuses %s = %j', (key, value, code) => {
    expect(faults({ [key]: value })).toEqual([`answers.${key} ${code}`]);
  });

  it('names the very cell of a row', () => {
    expect(faults({ rows: [{ rowId: A }, { rowId: A, text: 1, nope: 2 }, { text: 'x' }, 7] })).toEqual([
      'answers.rows[1].rowId repeated',
      'answers.rows[1].text type',
      'answers.rows[1].nope unknown_field',
      'answers.rows[2].rowId format',
      'answers.rows[3] type',
    ]);
  });

  it('refuses questions the worksheet does not have, and too many rows', () => {
    expect(faults({ constructor: 'x', nope: null })).toEqual([
      'answers.constructor unknown_field',
      'answers.nope unknown_field',
    ]);
    expect(faults({ rows: Array.from({ length: MOST.rows + 1 }, () => ({ rowId: A })) })).toEqual([
      'answers.rows too_many',
    ]);
  });

  it('never throws, whatever is sent', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...fieldsOf(every).map(({ key }) => key)), fc.jsonValue()),
        (answers) => {
          expect(Array.isArray(answersFit(every, answers))).toBe(true);
        },
      ),
    );
  });
});

describe('what is sent', () => {
  const rows = [
    { rowId: A, text: 'no', share: true, more: 'hidden' },
    { rowId: B, text: 'yes', share: true, more: 'asked' },
    { rowId: C, text: 'mine', share: false },
  ];

  it('leaves out blanks, rows kept back, cells no longer asked, and what is kept for the session', () => {
    expect(forSending(every, { short: ' ', long: 'words', scale: 0, checkbox: false, rows }, ['long'])).toEqual({
      scale: 0,
      checkbox: false,
      rows: [
        { rowId: A, text: 'no', share: true },
        { rowId: B, text: 'yes', share: true, more: 'asked' },
      ],
    });
  });

  it('leaves out a question that hangs on a hidden one', () => {
    const chain = sheet(
      { key: 'a', type: 'checkbox', label: '' },
      { key: 'b', type: 'short', label: '', showIf: { field: 'a', op: 'eq', value: true } },
      { key: 'c', type: 'short', label: '', showIf: { field: 'b', op: 'answered' } },
    );
    expect(forSending(chain, { a: false, b: 'x', c: 'y' })).toEqual({ a: false });
    expect(forSending(chain, { a: true, b: 'x', c: 'y' })).toEqual({ a: true, b: 'x', c: 'y' });
    expect(completeness(chain, { a: true })).toEqual({ asked: 2, answered: 1 });
  });

  it('fits the worksheet again, and sending what was sent changes nothing', () => {
    const cell = fc.record({
      rowId: fc.uuid(),
      text: fc.constantFrom('yes', 'no', ''),
      share: fc.boolean(),
      more: fc.constantFrom('', 'x'),
    });
    fc.assert(
      fc.property(fc.uniqueArray(cell, { selector: ({ rowId }) => rowId, maxLength: 12 }), (list) => {
        const sent = forSending(every, { rows: list });
        expect(answersFit(every, sent)).toEqual([]);
        expect(forSending(every, sent)).toEqual(sent);
        const kept = (sent['rows'] as { rowId: string }[] | undefined) ?? [];
        expect(kept.map(({ rowId }) => rowId)).toEqual(list.filter(({ share }) => share).map(({ rowId }) => rowId));
      }),
    );
  });
});

describe('the second draft beside the first', () => {
  const changes = (before: Record<string, unknown>, after: Record<string, unknown>) =>
    difference(every, before, after).filter(({ change }) => change !== 'same');

  it('tells added, removed and changed apart, row by row', () => {
    const before = {
      short: 'a',
      long: 'gone',
      rows: [
        { rowId: A, text: 'one' },
        { rowId: B, text: 'two' },
      ],
    };
    const after = {
      short: 'b',
      scale: 0,
      rows: [
        { rowId: C, text: 'new' },
        { text: 'one', rowId: A },
      ],
    };
    expect(changes(before, after)).toEqual([
      { key: 'short', change: 'changed', rows: [] },
      { key: 'long', change: 'removed', rows: [] },
      { key: 'scale', change: 'added', rows: [] },
      {
        key: 'rows',
        change: 'changed',
        rows: [
          { rowId: C, change: 'added' },
          { rowId: A, change: 'same' },
          { rowId: B, change: 'removed' },
        ],
      },
    ]);
  });

  it('finds nothing between a draft and itself, and every row once between any two', () => {
    const list = fc.uniqueArray(fc.record({ rowId: fc.constantFrom(A, B, C), text: fc.string() }), {
      selector: ({ rowId }) => rowId,
    });
    fc.assert(
      fc.property(list, list, (before, after) => {
        expect(changes({ rows: after }, { rows: after })).toEqual([]);
        const rows = difference(every, { rows: before }, { rows: after }).find(({ key }) => key === 'rows')!.rows;
        const ids = new Set([...before, ...after].map(({ rowId }) => rowId));
        expect(rows.map(({ rowId }) => rowId).sort()).toEqual([...ids].sort());
        expect(rows.some(({ change }) => change === 'added')).toBe(
          after.some((row) => !before.some(({ rowId }) => rowId === row.rowId)),
        );
      }),
    );
  });
});

describe.each(WORKSHEETS.map((worksheet) => [worksheet.key, worksheet] as const))(
  'the worksheet %s',
  (_, worksheet) => {
    const fields = fieldsOf(worksheet);
    const columns = fields.flatMap((field): readonly Column[] => (field.type === 'rows' ? field.columns : []));

    it('has keys that are its own, and hangs questions only on questions before them', () => {
      const keys = fields.map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
      for (const field of fields) {
        if (field.showIf) expect(keys.slice(0, keys.indexOf(field.key))).toContain(field.showIf.field);
        if (field.type === 'rows') {
          const inner = field.columns.map(({ key }) => key);
          expect(new Set(inner).size).toBe(inner.length);
          for (const column of field.columns)
            if (column.showIf)
              expect([...keys, ...inner.slice(0, inner.indexOf(column.key))]).toContain(column.showIf.field);
          if (field.sendRowsWhere)
            expect(field.columns.find(({ key }) => key === field.sendRowsWhere)?.type).toBe('checkbox');
        }
      }
    });

    it('keeps an id that every row in the database can rely on', () => {
      expect(worksheetById(worksheetId(worksheet.key, worksheet.version))).toBe(worksheet);
      expect(IDS).toContain(worksheet.id);
    });

    it('speaks kindly: no pressure, no blame, no empty praise', () => {
      // Patterns are looked for, not said.
      const text = JSON.stringify({ ...worksheet, watches: [] }).toLowerCase();
      for (const word of [
        'overdue',
        'failed',
        'failure',
        'must',
        'victim',
        'cheater',
        'streak',
        'great job',
        'well done',
        '!',
      ])
        expect(text).not.toContain(word);
    });

    it('can be read at school grade 8 or below', () => {
      const texts = [...fields, ...columns].flatMap(({ label, hint, help }) => [label, hint ?? '', help ?? '']);
      const all = [worksheet.contentNote, ...worksheet.sections.map(({ intro }) => intro), ...texts].join('. ');
      expect(readingGrade(all)).toBeLessThanOrEqual(8);
    });

    it('is short enough: at most twelve questions in a part', () => {
      for (const section of worksheet.sections) expect(section.fields.length).toBeLessThanOrEqual(12);
      expect(shownFields(worksheet, {}).length).toBeGreaterThan(0);
    });
  },
);

it('leaves out of a sheet of two what each would answer alone', () => {
  const weekly = WORKSHEETS.find(({ key }) => key === 'weekly-check-in')!;
  const keys = (worksheet: Worksheet) => fieldsOf(worksheet).map(({ key }) => key);
  expect(keys(asked(weekly, { together: false, as: null }))).toContain('steady');
  expect(keys(asked(weekly, { together: true, as: null }))).not.toContain('steady');
});

/** Flesch–Kincaid grade: 0.39 words a sentence + 11.8 syllables a word − 15.59. Syllables are counted as vowel groups. */
function readingGrade(text: string): number {
  const sentences = text.split(/[.?:…]+/).filter((part) => /[a-z]/i.test(part)).length;
  const words = text.match(/[a-z’']+/gi) ?? [];
  const syllables = words.reduce((sum, word) => {
    const groups = word
      .toLowerCase()
      .replace(/(?:e|es|ed)$/, '')
      .match(/[aeiouy]+/g) ?? [''];
    return sum + Math.max(1, groups.length);
  }, 0);
  return 0.39 * (words.length / sentences) + 11.8 * (syllables / words.length) - 15.59;
}
