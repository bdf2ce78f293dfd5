import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formulaStanding } from '../src/fhir/formula.rules.js';
import { readUpload } from '../src/fhir/import.rules.js';
import { sumOf } from '../src/fhir/sums.rules.js';
import { PHQ_9 } from '../src/instruments/phq.facts.js';
import { byCode, type Json, phq9, SDC, WEIGHT } from './forms.js';

/** Sums that a form would make itself: what can be read of them, and how they stand to ours. Nothing in them is carried out. */
const variables = new Map([
  ['one', "%resource.item.where(linkId = 'a').answer.value"],
  ['two', "%resource.descendants().where(linkId='b').answer.value.ordinal()"],
  [
    'three',
    "%questionnaire.item.where(linkId = 'c').answerOption.where(valueCoding.code=%resource.item.where(linkId = 'c').answer.valueCoding.code).extension.where(url='http://hl7.org/fhir/StructureDefinition/ordinalValue').valueDecimal",
  ],
  ['any', '%one.exists() or %two.exists()'],
  ['round', '%round + %one'],
]);
const read = (expression: string) => {
  const sum = sumOf(expression, { variables, withPoints: ['a', 'b', 'c'] });
  return sum && [Object.fromEntries(sum.adds), sum.openAsNothing];
};

describe('a formula', () => {
  it.each<[string, object | null, ...boolean[]]>([
    ['%one + %two + %three', { a: 1, b: 1, c: 1 }, false],
    ['(%one + %two) * 2 + %three', { a: 2, b: 2, c: 1 }, false],
    ['iif(%any, iif(%one.exists(), %one, 0) + %two, {})', { a: 1, b: 1 }, true],
    ["%resource.item.where(linkId != 'c').answer.weight().sum()", { a: 1, b: 1 }, true],
    ["%resource.item.where(linkId in ('a' | 'c')).answer.value.ordinal().sum()", { a: 1, c: 1 }, true],
    ['%resource.item.answer.weight().sum()', { a: 1, b: 1, c: 1 }, true],
    ["%resource.item.where(linkId = 'g').item.where(linkId = 'a').answer.valueInteger", { a: 1 }, false],
    ['%one + %one', { a: 2 }, false],
    ['%one - %two', null],
    ['%one / 2', null],
    ['%one + 1', null],
    ['%round', null],
    ['%unknown + %one', null],
    ['%resource.item.answer.value', null],
    ["%resource.item.where(linkId = 'a').answer.valueCoding.code", null],
    ["%resource.item.where(text = 'a').answer.value", null],
    ['iif(%one > 1, %one, 0)', null],
    ['iif(%one.exists(), %one, 3)', null],
    [
      "%questionnaire.item.where(linkId = 'a').answerOption.where(valueCoding.code=%resource.item.where(linkId = 'b').answer.valueCoding.code).extension.valueDecimal",
      null,
    ],
    ['', null],
    ["'open", null],
    ['%one +', null],
    ['%one %two', null],
  ])('is read as the plain sum it is, or not at all (%#)', (expression, adds, ...open) => {
    expect(read(expression)).toEqual(adds && [adds, ...open]);
  });

  it('may be whatever: it is read, or it is not, and never for long', () => {
    const piece = fc.constantFrom(
      '%one',
      '+',
      '(',
      ')',
      'iif',
      ',',
      '{',
      '}',
      '.',
      'where',
      "'a'",
      '=',
      '1',
      '*',
      'or',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => void read(pieces.join(''))),
      { numRuns: 500 },
    );
    expect(read('('.repeat(9_000))).toBeNull();
    expect(read(`${'%one + '.repeat(5_000)}%one`)).toBeNull();
    expect(read(`${'%one + '.repeat(2_000)}%one`)).toEqual([{ a: 2_001 }, false]);
  });
});

describe('a form with a formula', () => {
  const withFormula = (expression: string, { language = 'text/fhirpath', functional = 'nowhere' as const } = {}) => {
    const total = { extension: [{ url: `${SDC}-calculatedExpression`, valueExpression: { language, expression } }] };
    const { form } = readUpload(JSON.stringify(phq9({ total, functional })));
    return formulaStanding(form!.formulas![0]!, form!);
  };
  const terms = (items: readonly { key: string }[]): string =>
    items.map(({ key }) => `%resource.item.where(linkId = '${byCode(key)}').answer.value.ordinal()`).join(' + ');

  it('is told that both come to the same where it adds the same items as they are', () => {
    const { verdict, words } = withFormula(terms(PHQ_9.items));
    expect([verdict, words]).toEqual([
      'same',
      'The form brings a formula of its own for /44261-6; it is not used. Kept scores by the rules of PHQ-9. With every question answered both come to the same: it adds the 9 items as they are.',
    ]);
    expect(withFormula("%resource.item.where(linkId != '/69722-7').answer.weight().sum()")).toMatchObject({
      verdict: 'same',
      words: expect.stringContaining('It counts a question left open as nothing'),
    });
  });

  it.each([
    [terms(PHQ_9.items.slice(1)), 'it leaves out /44250-9'],
    [`${terms(PHQ_9.items)} + ${terms([{ key: '69722-7' }])}`, 'it also adds /69722-7'],
    [`${terms(PHQ_9.items)} + ${terms(PHQ_9.items.slice(0, 1))}`, 'it counts more or less than once /44250-9'],
  ])('is told where the two differ (%#)', (expression, reason) => {
    expect(withFormula(expression)).toMatchObject({ verdict: 'differs', words: expect.stringContaining(reason) });
  });

  it('is told why they were not compared', () => {
    expect(withFormula('Score', { language: 'text/cql' }).words).toContain('it is written in text/cql');
    expect(withFormula('%resource.item.count()').words).toContain('it is more than a sum of answers');
    expect(withFormula("%resource.item.where(linkId = 'nowhere').answer.value").verdict).toBe('unread');
  });

  it('counts nothing for an item that the file gives no points, and finds names in the form and around', () => {
    const url = 'http://hl7.org/fhir/StructureDefinition/variable';
    const file = phq9({
      ...{ functional: null, worth: 'coding' },
      total: {
        extension: [
          {
            url,
            valueExpression: {
              name: 'all',
              language: 'text/fhirpath',
              expression: '%resource.item.answer.weight().sum()',
            },
          },
          { url: `${SDC}-calculatedExpression`, valueExpression: { language: 'text/fhirpath', expression: '%all' } },
        ],
      },
    });
    const extra: Json = {
      linkId: 'x',
      type: 'choice',
      text: 'Else',
      answerOption: [{ valueCoding: { code: 'p' } }, { valueCoding: { code: 'q' } }],
    };
    const { form, ...rest } = readUpload(JSON.stringify({ ...file, item: [...(file['item'] as Json[]), extra] }));
    expect(formulaStanding(form!.formulas![0]!, form!)).toMatchObject({ verdict: 'same' });
    expect((rest as { warnings: string[] }).warnings.join()).not.toContain('variable');
    expect(JSON.stringify(form)).not.toContain(WEIGHT);
  });
});
