import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Import, readUpload } from '../src/fhir/import.rules.js';
import { applyMapping } from '../src/fhir/mapping.rules.js';
import { plainText } from '../src/fhir/plain-text.rules.js';
import { GAD_7 } from '../src/instruments/gad.facts.js';
import { PHQ_9 } from '../src/instruments/phq.facts.js';
import { readForm, readFormAnswers } from '../src/scales/published.rules.js';
import {
  byCode,
  codes,
  gad7,
  type Json,
  LOINC,
  option,
  phq9,
  plainForm,
  POINTS,
  SDC,
  WEIGHT,
  who5,
  whoMapping,
} from './forms.js';

const read = (file: unknown): Import => readUpload(JSON.stringify(file));
const taken = (file: unknown) => {
  const result = read(file);
  if (result.form === null) throw new Error(JSON.stringify(result.faults));
  return result;
};
const refusals = (file: unknown): string[][] => read(file).faults.map(({ path: at, code }) => [at, code]);
const choice = (linkId: string, more: Json = {}): Json => ({
  ...{
    linkId,
    type: 'choice',
    text: linkId,
    answerOption: [{ valueCoding: { code: 'a' } }, { valueCoding: { code: 'b' } }],
  },
  ...more,
});
/** The score of answers by the points of the scale's items. */
function scored(file: unknown, points: readonly (number | null)[]): ReturnType<typeof readForm> {
  const { form } = taken(file);
  const facts = form.scoring?.code === 'gad-7' ? GAD_7 : PHQ_9;
  const sent = facts.items.map(({ key }, index) => [key, points[index] ?? null]);
  const { answers, faults } = readFormAnswers(form, Object.fromEntries(sent) as Json);
  expect(faults).toEqual([]);
  return readForm(form, facts, answers);
}

describe('a scale that is known by its codes', () => {
  it.each([
    ['points on the options, the total before the item that is not counted', phq9()],
    ['points on the item that is not counted as well', phq9({ functional: 'option' })],
    ['points on the codings', phq9({ worth: 'coding' })],
    [
      'no points, only codes of LOINC, and numbers for names',
      phq9({ worth: 'nowhere', linkId: (_, index) => String(14_363 + index) }),
    ],
    ['codes without a system', phq9({ system: null })],
    ['a quantity for a total', phq9({ total: { type: 'quantity' } })],
  ])('is taken with %s', (_, file) => {
    expect(taken(file)).toMatchObject({ recognisedAs: 'phq-9', needsMapping: false });
    expect(scored(file, [2, 2, 2, 2, 1, 1, 2, 0, 0])).toMatchObject({
      score: { total: 12, band: 'moderate' },
      risk: [],
    });
    expect(scored(file, [0, 0, 0, 0, 0, 0, 0, 0, 1])).toMatchObject({ score: { total: 1 }, risk: ['item-9'] });
  });

  it('takes the answer code that one item of the GAD-7 has for itself', () => {
    expect(taken(gad7())).toMatchObject({ recognisedAs: 'gad-7', needsMapping: false });
    expect(scored(gad7(), [2, 2, 2, 2, 2, 2, 2]).score).toMatchObject({ total: 14, band: 'moderate' });
    const [, second] = taken(gad7()).form.items;
    expect(second!.options.map(({ key, value }) => [key, value])).toContainEqual(['LA18938-3', 2]);
  });

  it('asks nobody for a total, and never counts one', () => {
    const { form, warnings } = taken(phq9());
    expect(form.items.filter(({ computed }) => computed).map(({ linkId }) => linkId)).toEqual(['/44261-6']);
    expect(Object.keys(form.scoring!.items)).not.toContain('44261-6');
    expect(warnings).toEqual([]);
    expect(taken(gad7()).warnings).toEqual(['Item 58628 is no part of GAD-7 and is left out.']);
  });

  it('is found in groups, with its options in a value set of its own', () => {
    const file = phq9();
    const items = (file['item'] as Json[]).map((item, index) => ({
      ...{ ...item, answerOption: undefined },
      ...(item['type'] === 'choice'
        ? { answerValueSet: index === 8 ? 'https://forms.example/ValueSet/often|1' : '#often' }
        : {}),
    }));
    const expansion = { contains: POINTS.map((code) => ({ system: LOINC, code, display: code })) };
    const contained = [
      { resourceType: 'ValueSet', id: 'often', url: 'https://forms.example/ValueSet/often', expansion },
    ];
    const grouped = { ...file, contained, item: [{ linkId: 'g1', type: 'group', item: items.slice(0, 9) }] };
    expect(scored(grouped, [3, 3, 3, 3, 3, 3, 3, 3, 3]).score).toMatchObject({ total: 27, band: 'severe' });
    expect(taken(grouped).form.frames).toEqual(['g1']);
  });

  it('takes a value set from beside it, and from nowhere else', () => {
    const url = 'https://forms.example/ValueSet/often';
    const concept = POINTS.map((code, points) => ({
      code,
      display: code,
      extension: [{ url: WEIGHT, valueDecimal: points }],
    }));
    const set = { resourceType: 'ValueSet', url, compose: { include: [{ system: LOINC, concept }] } };
    const file = phq9({ functional: null });
    const item = (file['item'] as Json[]).map((each) =>
      each['type'] === 'choice' ? { ...each, answerOption: undefined, answerValueSet: url } : each,
    );
    const form = { ...file, item };
    expect(refusals(form)[0]).toEqual(['$.item[0].answerValueSet', 'unresolved_value_set']);
    const bundle = (...resources: unknown[]) => ({
      ...{ resourceType: 'Bundle', type: 'collection' },
      entry: resources.map((resource) => ({ resource })),
    });
    expect(taken(bundle(set, form)).recognisedAs).toBe('phq-9');
    const whole = { ...set, compose: { include: [{ system: LOINC }] } };
    expect(refusals(bundle(whole, form))[0]).toEqual([
      '$.entry[1].resource.item[0].answerValueSet',
      'unresolved_value_set',
    ]);
    expect(refusals(bundle(form, form))).toEqual([['$.entry[1].resource', 'one_questionnaire']]);
    expect(refusals(bundle(set))).toEqual([['$.entry', 'one_questionnaire']]);
  });

  it('carries out none of the programs in the file', () => {
    const program = (name: string, language: string) => ({
      ...{ url: `${SDC}-${name}`, valueExpression: { language, expression: 'Score' } },
    });
    const total = {
      extension: [program('enableWhenExpression', 'text/cql'), program('calculatedExpression', 'text/cql')],
    };
    const { warnings, form } = taken(phq9({ total }));
    expect(warnings).toEqual(['enableWhenExpression is ignored (1).']);
    expect(JSON.stringify(form)).not.toContain('Score');
    // where the file's own sum would count an open item as nothing
    expect(scored(phq9({ total }), [3, 3, 3, 3, 3, 3, 3, null, 3]).score).toMatchObject({ total: 27, prorated: true });
    expect(scored(phq9({ total }), [3, 3, 3, 3, 3, null, null, null, 3]).score.total).toBeNull();
  });

  const changed = (at: number, more: Json): Json => {
    const file = phq9();
    return {
      ...file,
      item: (file['item'] as Json[]).map((item, index) => (index === at ? { ...item, ...more } : item)),
    };
  };
  it.each([
    ['an item too few', { ...phq9(), item: (phq9()['item'] as Json[]).slice(1) }, '$.item', 'wrong_items'],
    ['the code of another form', { ...gad7(), code: codes('55757-9') }, '$.item', 'wrong_items'],
    [
      'a scored item too many',
      {
        ...phq9(),
        item: [
          ...(phq9()['item'] as Json[]),
          { ...choice('x'), answerOption: [option('a', 1, 'option'), option('b', 2, 'option')] },
        ],
      },
      '$.item[11]',
      'extra_scored_item',
    ],
    [
      'other points than the scale has',
      changed(2, { answerOption: POINTS.map((code, at) => option(code, at + 1, 'option')) }),
      '$.item[2]',
      'different_values',
    ],
    [
      'two options worth the same',
      changed(2, { answerOption: POINTS.map((code, at) => option(code, Math.min(at, 2), 'option')) }),
      '$.item[2]',
      'different_values',
    ],
    [
      'options too few',
      changed(2, { answerOption: POINTS.slice(1).map((code, at) => option(code, at + 1, 'option')) }),
      '$.item[2]',
      'different_options',
    ],
    ['more answers than one', changed(2, { repeats: true }), '$.item[2]', 'different_options'],
    [
      'a counted item that is not always asked',
      changed(2, { enableWhen: [{ question: byCode('44250-9'), operator: 'exists', answerBoolean: true }] }),
      '$.item[2]',
      'conditional_item',
    ],
  ])('is refused with %s', (_, file, at, code) => {
    expect(refusals(file)).toContainEqual([at, code]);
  });

  it('waits for a mapping where options have codes of their own and nobody says their worth', () => {
    const own = ['never', 'some days', 'most days', 'every day'].map((code) => ({
      valueCoding: { system: 'urn:own', code },
    }));
    const file = phq9({ functional: null });
    const item = (file['item'] as Json[]).map((each) =>
      each['type'] === 'choice' ? { ...each, answerOption: own } : each,
    );
    const result = taken({ ...file, item });
    expect(result).toMatchObject({ recognisedAs: 'phq-9', needsMapping: true });
    const keys = PHQ_9.items.map(({ key }) => key);
    const worth = { never: 0, 'some days': 1, 'most days': 2, 'every day': 3 };
    const mapped = applyMapping(result.form, {
      ...{ as: 'phq-9', items: Object.fromEntries(keys.map((key) => [key, key])) },
      options: Object.fromEntries(keys.map((key) => [key, worth])),
    });
    expect(mapped.faults).toEqual([]);
    const sent = Object.fromEntries(keys.map((key) => [key, 'every day']));
    expect(readForm(mapped.form, PHQ_9, readFormAnswers(mapped.form, sent).answers).score.total).toBe(27);
  });
});

describe('a form without codes', () => {
  it('waits for somebody to say what it is; nothing follows from the order of its options', () => {
    const { form, recognisedAs, needsMapping } = taken(who5());
    expect([recognisedAs, needsMapping, form.scoring]).toEqual([null, true, null]);
    expect(form.items.flatMap(({ options }) => options).every(({ value }) => value === null)).toBe(true);
    expect(form).toMatchObject({ lead: 'How the last two weeks were' });
    expect(form.items[0]).toMatchObject({ section: 'All in all', key: 'f641ae63-0000' });
  });

  it('keeps words that stand between its questions with the one they stand before', () => {
    const file = who5() as { item: Json[] };
    const [frame, group] = file.item;
    const inside = group!['item'] as Json[];
    const between = { linkId: 'between', type: 'display', text: 'And now the nights' };
    const help = { linkId: 'help', type: 'display', text: 'Take your time' };
    const last = { linkId: 'last', type: 'display', text: 'That was all' };
    const worded = [inside[0], { ...inside[1], item: [help] }, between, ...inside.slice(2), last];
    const { form, warnings } = taken({ ...file, item: [frame, { ...group, item: worded }] });
    expect(form.items.map((item) => item.help)).toEqual(['', 'Take your time', 'And now the nights', '', '']);
    expect([form.closing, warnings.join()]).toEqual(['That was all', '']);
  });

  it('keeps what stands after its last question as plain text, and says what it leaves out', () => {
    const file = who5() as { item: Json[] };
    const display = (linkId: string, text: string, more: Json = {}): Json => ({
      linkId,
      type: 'display',
      text,
      ...more,
    });
    const on = { enableWhen: [{ question: 'f641ae63-0000', operator: 'exists', answerBoolean: true }] };
    const sum = { linkId: 'sum', type: 'decimal', extension: [{ url: `${SDC}-calculatedExpression` }] };
    const closed = (...after: Json[]) => taken({ ...file, item: [...file.item, ...after] });
    expect(closed(display('t', '<b>Thank</b> you'), sum, display('u', 'Until soon')).form.closing).toBe(
      'Thank you\nUntil soon',
    );
    const { form, warnings } = closed(display('t', 'Well done'), display('v', 'Only now', on));
    expect(form.closing).toBe('Well done');
    expect(warnings).toContain('Words after the last question that hang on answers are not shown.');
    const group = { linkId: 'g', type: 'group', item: [display('w', 'In a group')], ...on };
    expect(closed(group).form.closing).toBe('');
    expect(taken(file).form.closing).toBe('');
  });

  it('scores by its mapping, and the first option may be the best', async () => {
    const { WHO_5 } = await import('../src/instruments/wellbeing.facts.js');
    const { form, faults } = applyMapping(taken(who5()).form, whoMapping() as never);
    expect(faults).toEqual([]);
    const all = (code: string) => Object.fromEntries(form.items.map(({ key }) => [key, code]));
    const total = (code: string) => readForm(form, WHO_5, readFormAnswers(form, all(code)).answers).score.total;
    expect([total('always'), total('never')]).toEqual([100, 0]);
  });

  it.each([
    ['no such scale', { as: 'phq-99' }, 'as', 'unknown_scale'],
    [
      'an item that stands for nothing of the scale',
      { items: { 'f641ae63-0000': 'phq9-1' } },
      'items.f641ae63-0000',
      'unknown_item',
    ],
    ['an item the form has not', { items: { other: 'who5-1' } }, 'items.other', 'unknown_item'],
    ['one item named twice', { items: { 'f641ae63-0000': 'who5-2' } }, 'items.f641ae63-0001', 'named_twice'],
    [
      'an option the item has not',
      { options: { 'f641ae63-0000': { sometimes: 1 } } },
      'options.f641ae63-0000.sometimes',
      'unknown_option',
    ],
    ['half a point', { options: { 'f641ae63-0000': { always: 4.5 } } }, 'options.f641ae63-0000.always', 'value'],
    [
      'a worth the scale has not',
      { options: { 'f641ae63-0000': { always: 6, mostly: 4, often: 3, 'at-times': 2, rarely: 1, never: 0 } } },
      'options.f641ae63-0000',
      'different_values',
    ],
  ])('is not mapped with %s', (_, wrong: { as?: string; items?: Json; options?: Json }, at, code) => {
    const right = whoMapping() as { as: string; items: Json; options: Json };
    const mapping = {
      ...{
        as: wrong.as ?? right.as,
        items: { ...right.items, ...wrong.items },
        options: { ...right.options, ...wrong.options },
      },
    };
    const faults = applyMapping(taken(who5()).form, mapping).faults.map((fault) => [fault.path, fault.code]);
    expect(faults).toContainEqual([at, code]);
  });

  it('is not mapped while an option has no worth', () => {
    const { as, items } = whoMapping() as { as: string; items: Json };
    const { faults } = applyMapping(taken(who5()).form, { as, items, options: {} });
    expect(faults.map(({ code }) => code)).toEqual(Array(5).fill('value_missing'));
  });
});

describe('the form of R4 that is read', () => {
  it('has every kind of item, conditions of every operator, and names of any shape', () => {
    const when = (question: string, operator: string, answer: Json) => ({ question, operator, ...answer });
    const { form } = taken(
      plainForm([
        ...['boolean', 'decimal', 'integer', 'date', 'dateTime', 'time', 'string', 'text', 'quantity'].map((type) => ({
          linkId: type,
          type,
        })),
        choice('PHQ.1'),
        { linkId: 'open', type: 'open-choice', answerOption: [{ valueString: 'one' }, { valueString: 'two' }] },
        { linkId: 'number', type: 'choice', answerOption: [{ valueInteger: 34 }, { valueInteger: 35 }] },
        { linkId: 'day', type: 'choice', answerOption: [{ valueDate: '2026-01-05' }] },
        { linkId: 'hour', type: 'choice', answerOption: [{ valueTime: '13:30:00' }] },
        { linkId: 'a', type: 'string', enableWhen: [when('boolean', 'exists', { answerBoolean: true })] },
        {
          linkId: 'b',
          type: 'string',
          enableWhen: [when('decimal', '>=', { answerDecimal: 4.8 }), when('integer', '<', { answerInteger: 5 })],
          enableBehavior: 'all',
        },
        { linkId: 'c', type: 'string', enableWhen: [when('PHQ.1', '=', { answerCoding: { code: 'b' } })] },
        {
          linkId: 'd',
          type: 'string',
          enableWhen: [when('string', '>', { answerString: 'tes' }), when('number', '!=', { answerInteger: 34 })],
          enableBehavior: 'any',
        },
        {
          linkId: 'g',
          type: 'group',
          repeats: true,
          enableWhen: [when('day', '<=', { answerDate: '2026-01-05' })],
          item: [{ linkId: 'in', type: 'integer' }],
        },
        choice('asked', {
          item: [
            { linkId: 'help', type: 'display', text: 'Of help' },
            { linkId: 'under', type: 'string' },
          ],
        }),
      ]),
    );
    expect(form.items.find(({ key }) => key === 'in')).toMatchObject({ repeats: true, shownIf: [{ all: false }] });
    expect(form.items.find(({ key }) => key === 'asked')).toMatchObject({ help: 'Of help' });
    expect(form.items.find(({ key }) => key === 'b')!.shownIf).toMatchObject([
      { all: true, conditions: [{ value: 4.8 }, { value: 5 }] },
    ]);
  });

  const deep = (levels: number): Json =>
    levels === 0 ? choice('end') : { linkId: `level-${levels}`, type: 'group', item: [deep(levels - 1)] };
  const bigText = `${'x'.repeat(4000)}`;
  it.each<[string, string, string, unknown]>([
    ['not a resource', '$.resourceType', 'not_a_questionnaire', { resourceType: 'Patient' }],
    ['no items', '$.item', 'empty', plainForm([])],
    ['a retired form', '$.status', 'retired', { ...plainForm([choice('a')]), status: 'retired' }],
    [
      'an element of an older release',
      '$.item[0].option',
      'not_r4',
      plainForm([{ linkId: 'a', type: 'choice', option: [] }]),
    ],
    ['a type of a newer release', '$.item[0].type', 'not_r4', plainForm([{ ...choice('a'), type: 'coding' }])],
    [
      'an element of a newer release',
      '$.item[0].answerConstraint',
      'not_r4',
      plainForm([choice('a', { answerConstraint: 'optionsOnly' })]),
    ],
    [
      'a modifier extension at the top',
      '$.modifierExtension',
      'modifier_extension',
      { ...plainForm([choice('a')]), modifierExtension: [] },
    ],
    [
      'a modifier extension anywhere',
      '$.item[0].answerOption[0].modifierExtension',
      'modifier_extension',
      plainForm([choice('a', { answerOption: [{ valueCoding: { code: 'a' }, modifierExtension: [{ url: 'x' }] }] })]),
    ],
    ['a type that is none', '$.item[0].type', 'unknown_type', plainForm([{ linkId: 'a', type: 'guess' }])],
    ['a reference', '$.item[0].type', 'unsupported_type', plainForm([{ linkId: 'a', type: 'reference' }])],
    ['an attachment', '$.item[0].type', 'unsupported_type', plainForm([{ linkId: 'a', type: 'attachment' }])],
    ['an address', '$.item[0].type', 'unsupported_type', plainForm([{ linkId: 'a', type: 'url' }])],
    ['a name twice', '$.item[1].linkId', 'duplicate_link_id', plainForm([choice('a'), choice('a')])],
    ['no name', '$.item[0].linkId', 'not_r4', plainForm([{ type: 'string' }])],
    ['an empty name', '$.item[0].linkId', 'link_id', plainForm([choice(' ')])],
    [
      'a condition on nothing',
      '$.item[0].enableWhen[0].question',
      'unknown_link_id',
      plainForm([choice('a', { enableWhen: [{ question: 'b', operator: 'exists', answerBoolean: true }] })]),
    ],
    [
      'a condition on another kind of answer',
      '$.item[1].enableWhen[0]',
      'type_mismatch',
      plainForm([choice('a'), choice('b', { enableWhen: [{ question: 'a', operator: '=', answerInteger: 1 }] })]),
    ],
    [
      'a condition that is not typed as it says',
      '$.item[1].enableWhen[0].answerInteger',
      'not_r4',
      plainForm([choice('a'), choice('b', { enableWhen: [{ question: 'a', operator: '=', answerInteger: '1' }] })]),
    ],
    [
      'a condition on itself',
      '$.item[0].enableWhen',
      'loop',
      plainForm([choice('a', { enableWhen: [{ question: 'a', operator: 'exists', answerBoolean: true }] })]),
    ],
    [
      'conditions in a circle',
      '$.item[1].enableWhen',
      'loop',
      plainForm([
        choice('a', { enableWhen: [{ question: 'b', operator: 'exists', answerBoolean: true }] }),
        choice('b', { enableWhen: [{ question: 'a', operator: 'exists', answerBoolean: true }] }),
      ]),
    ],
    [
      'a group that hangs on what is in it',
      '$.item[0].item[0].enableWhen',
      'loop',
      plainForm([
        {
          linkId: 'g',
          type: 'group',
          enableWhen: [{ question: 'a', operator: 'exists', answerBoolean: true }],
          item: [choice('a')],
        },
      ]),
    ],
    [
      'a program that shows or hides',
      '$.item[0].extension[0]',
      'enable_when_expression',
      plainForm([
        choice('a', {
          extension: [{ url: `${SDC}-enableWhenExpression`, valueExpression: { language: 'text/fhirpath' } }],
        }),
      ]),
    ],
    [
      'another language for what is shown',
      '$.item[0].extension[0]',
      'expression_language',
      plainForm([
        choice('a', { extension: [{ url: `${SDC}-answerExpression`, valueExpression: { language: 'text/cql' } }] }),
      ]),
    ],
    [
      'a part of another form',
      '$.item[0].extension[0]',
      'modular',
      plainForm([{ linkId: 'a', type: 'display', extension: [{ url: `${SDC}-subQuestionnaire` }] }]),
    ],
    [
      'a form to be put together',
      '$.extension[0]',
      'modular',
      { ...plainForm([choice('a')]), extension: [{ url: `${SDC}-assemble-expectation`, valueCode: 'assemble-root' }] },
    ],
    [
      'an adaptive form',
      '$.extension[0]',
      'adaptive',
      { ...plainForm([choice('a')]), extension: [{ url: `${SDC}-questionnaire-adaptive` }] },
    ],
    ['a choice of nothing', '$.item[0]', 'no_options', plainForm([{ linkId: 'a', type: 'choice' }])],
    [
      'an option of another kind',
      '$.item[0].answerOption[0]',
      'option_value',
      plainForm([choice('a', { answerOption: [{ valueReference: { reference: 'x' } }] })]),
    ],
    [
      'two options alike',
      '$.item[0]',
      'duplicate_option',
      plainForm([choice('a', { answerOption: [{ valueInteger: 1 }, { valueInteger: 1 }] })]),
    ],
    [
      'a script in markup',
      '$.item[0]._text.extension[0].valueString',
      'script',
      plainForm([
        choice('a', {
          _text: {
            extension: [
              { url: 'http://hl7.org/fhir/StructureDefinition/rendering-xhtml', valueString: '<p onclick="x()">a</p>' },
            ],
          },
        }),
      ]),
    ],
    [
      'a script in the narrative',
      '$.text.div',
      'script',
      { ...plainForm([choice('a')]), text: { status: 'generated', div: '<div><script>x()</script></div>' } },
    ],
    ['a control character', '$.item[0].text', 'control_character', plainForm([choice('a', { text: 'a\u0000b' })])],
    [
      'more levels than eight',
      '$.item[0].item[0].item[0].item[0].item[0].item[0].item[0].item[0].item',
      'too_deep',
      plainForm([deep(9)]),
    ],
    [
      'more items than 500',
      '$.item',
      'too_many',
      plainForm(Array.from({ length: 501 }, (_, at) => ({ linkId: `i${at}`, type: 'string' }))),
    ],
    [
      'more than 2 MB',
      '$',
      'too_large',
      plainForm(Array.from({ length: 530 }, (_, at) => ({ linkId: `i${at}`, type: 'display', text: bigText }))),
    ],
  ])('does not take %s', (_, at, code, file) => {
    expect(refusals(file)).toContainEqual([at, code]);
  });

  it.each([
    ['a comma too few', '{"resourceType": "Questionnaire" "status": "draft"}'],
    ['nothing', ''],
    ['a list', '[]'],
    ['half a string', '"'],
  ])('does not take %s for JSON', (_, text) => {
    expect(readUpload(text).faults[0]).toMatchObject({ path: '$' });
  });

  it('does not take a key that reaches for a prototype', () => {
    expect(readUpload('{"resourceType":"Questionnaire","__proto__":{"item":[]}}').faults).toMatchObject([
      { path: '$.__proto__', code: 'forbidden_key' },
    ]);
  });

  it('takes eight levels, and markup without anything active', () => {
    expect(read(plainForm([deep(7)])).form).not.toBeNull();
    const xhtml = {
      url: 'http://hl7.org/fhir/StructureDefinition/rendering-xhtml',
      valueString: "<p style='x'>a</br></p>",
    };
    expect(read(plainForm([choice('a', { _text: { extension: [xhtml] } })])).form).not.toBeNull();
  });
});

describe('imported text', () => {
  it.each([
    ['<b>Bold</b> words', 'Bold words'],
    ['a<script>alert(1)</script>b', 'a b'],
    ['<scr<script>x</script>ipt>alert(1)</script>', 'x ipt>alert(1)'],
    ['<<i>b>word', '< b>word'],
    ['a < b and c > d', 'a < b and c > d'],
    ['<img src=x onerror=alert(1)>', ''],
    ['one<br/>two', 'one two'],
    ['open <script>never closed', 'open'],
  ])('is plain: %s', (given, expected) => {
    expect(plainText(given)).toBe(expected);
  });

  it('never holds a tag afterwards, and is done in one go', () => {
    const piece = fc.constantFrom('<', '>', '/', 'script', 'b', ' ', '!--', 'a', '<script>', '</script>', '=');
    fc.assert(
      fc.property(
        fc.array(piece).map((parts) => parts.join('')),
        (text) => {
          const once = plainText(text);
          expect(once).not.toMatch(/<\/?[a-z][^<>]*>/i);
        },
      ),
    );
  });
});

describe('whatever is sent', () => {
  const json = fc.jsonValue({ maxDepth: 6 });
  const item: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
    item: fc.record(
      {
        linkId: fc.oneof(fc.constantFrom('a', 'b', '', '__proto__'), fc.string()),
        type: fc.constantFrom('choice', 'group', 'display', 'integer', 'coding', 'string', 'guess'),
        text: fc.oneof(fc.string(), fc.constant('<b>a</b>')),
        code: fc.oneof(fc.constant(codes('44250-9')), json),
        answerOption: fc.oneof(
          fc.array(fc.record({ valueCoding: fc.record({ code: fc.string() }), extension: json }, { requiredKeys: [] })),
          json,
        ),
        enableWhen: fc.oneof(
          fc.array(
            fc.record({
              question: fc.constantFrom('a', 'b'),
              operator: fc.constantFrom('=', 'exists', '~'),
              answerBoolean: fc.boolean(),
            }),
          ),
          json,
        ),
        extension: json,
        item: fc.array(tie('item'), { maxLength: 3 }),
      },
      { requiredKeys: [] },
    ),
  })).item;
  const file = fc.record(
    {
      resourceType: fc.constant('Questionnaire'),
      status: fc.constantFrom('active', 'retired', 'draft'),
      code: fc.oneof(fc.constant(codes('44249-1')), json),
      item: fc.oneof(fc.array(item, { maxLength: 6 }), json),
      contained: json,
    },
    { requiredKeys: ['resourceType'] },
  );

  it('is taken or refused with a path for every reason, and never breaks anything', () => {
    fc.assert(
      fc.property(fc.oneof(file, json, fc.record({ resourceType: fc.constant('Bundle'), entry: json })), (sent) => {
        const result = read(sent);
        if (result.form !== null) return;
        expect(result.faults.length).toBeGreaterThan(0);
        for (const { path: at, code, message } of result.faults) {
          expect(at.startsWith('$')).toBe(true);
          expect([code, message]).not.toContain('');
        }
      }),
      { numRuns: 500 },
    );
  });

  it('is text of any kind', () => {
    fc.assert(fc.property(fc.string(), (text) => void readUpload(text)));
  });

  it('scores the same in whatever order its items and options stand', () => {
    const orders = fc.tuple(
      fc.shuffledSubarray([...Array(11).keys()], { minLength: 11 }),
      fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }),
    );
    fc.assert(
      fc.property(
        orders,
        fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 9, maxLength: 9 }),
        ([items, options], points) => {
          const own = phq9()['item'] as (Json & { answerOption?: Json[] })[];
          const turned = items.map((at) => {
            const each = own[at]!;
            return {
              ...each,
              ...(each.answerOption ? { answerOption: options.map((place) => each.answerOption![place]!) } : {}),
            };
          });
          expect(scored({ ...phq9(), item: turned }, points)).toEqual(scored(phq9(), points));
        },
      ),
      { numRuns: 30 },
    );
  });
});
