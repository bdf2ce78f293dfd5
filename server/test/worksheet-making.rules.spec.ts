import { floorOf, loosenedIn, unsafeIn } from '../src/library/worksheet-care.rules.js';
import { differences } from '../src/library/worksheet-diff.rules.js';
import type { Field, Section } from '../src/library/worksheet.definition.js';
import { CURRENT_WORKSHEETS } from '../src/library/worksheet.library.js';
import { lint } from '../src/library/worksheet-lint.rules.js';
import { faultsOf, whyNever } from '../src/library/worksheet-shape.rules.js';
import type { Definition } from '../src/library/worksheet.texts.js';
import { BLANK, definitionOf, written } from '../src/worksheets/templates.rules.js';

const field = (key: string, more: Partial<Field> = {}): Field =>
  ({ key, type: 'short', label: `What about ${key}?`, ...more }) as Field;
const part = (key: string, fields: Field[]): Section => ({ key, title: `About ${key}`, intro: '', fields });
const sheet = (sections: Section[], more: Partial<Definition> = {}): Definition => ({
  ...BLANK,
  title: 'A small sheet',
  sections,
  ...more,
});
const fine = sheet([part('day', [field('first'), field('second')])]);
const codes = (definition: Definition): string[] => lint(definition).map(({ code }) => code);

describe('what can be kept', () => {
  it('is every worksheet that we bring, as a copy', () => {
    for (const worksheet of CURRENT_WORKSHEETS) {
      const copy = definitionOf(worksheet);
      expect([worksheet.key, faultsOf(copy)]).toEqual([worksheet.key, []]);
      expect([worksheet.key, unsafeIn(copy)]).toEqual([worksheet.key, []]);
      expect([worksheet.key, loosenedIn(copy, floorOf(copy))]).toEqual([worksheet.key, []]);
      const problems = lint(copy).filter(({ severity }) => severity === 'problem');
      expect([worksheet.key, problems]).toEqual([worksheet.key, []]);
    }
  });

  it('is no sheet with a key twice, too much of anything, or a rule that hangs on nothing', () => {
    const at = (definition: Definition) => faultsOf(definition).map(({ path, code }) => `${path} ${code}`);
    expect(at(fine)).toEqual([]);
    expect(at(sheet([part('a', [field('x')]), part('b', [field('x')])]))).toEqual(['sections[1].fields[0].key twice']);
    expect(at(sheet([part('a', [field('x')]), part('a', [])]))).toEqual(['sections[1].key twice']);
    expect(at(sheet(Array.from({ length: 21 }, (_, i) => part(`p${i}`, []))))).toEqual(['sections too_many']);
    const many = Array.from({ length: 61 }, (_, i) => field(`f${i}`));
    expect(at(sheet([part('a', many)]))).toEqual(['sections too_many']);
    const hanging = field('x', { showIf: { field: 'later', op: 'answered' } });
    expect(at(sheet([part('a', [hanging, field('later')])]))).toEqual(['sections[0].fields[0].showIf reference']);
  });

  it('knows which answers a rule can wait for', () => {
    const one = field('one', { type: 'one', options: [{ key: 'yes', label: 'Yes' }] });
    const scale = field('scale', { type: 'scale', low: 'no', high: 'yes' });
    const before = [one, scale, field('text')];
    const why = (key: string, op: 'eq' | 'ne' | 'in' | 'gte' | 'lte' | 'answered', value?: unknown) =>
      whyNever({ field: key, op, value: value as string }, before)?.code ?? null;
    expect(why('one', 'eq', 'yes')).toBeNull();
    expect(why('one', 'eq', 'perhaps')).toBe('impossible');
    expect(why('one', 'in', ['yes'])).toBeNull();
    expect(why('one', 'in', ['yes', 'perhaps'])).toBe('impossible');
    expect(why('one', 'in', [])).toBe('unchosen');
    expect(why('one', 'gte', 3)).toBe('impossible');
    expect(why('scale', 'gte', 10)).toBeNull();
    expect(why('scale', 'gte', 11)).toBe('impossible');
    expect(why('text', 'answered')).toBeNull();
    expect(why('nowhere', 'answered')).toBe('reference');
  });
});

describe('what no worksheet asks', () => {
  const asks = (label: string): string[] =>
    unsafeIn(sheet([part('a', [field('x', { label })])])).map(({ code }) => code);

  it.each([
    ['What is your password?', 'asks_for_secrets'],
    ['Write down your phone PIN', 'asks_for_secrets'],
    ['Passwords we share with each other', 'asks_for_secrets'],
    ['Share your live location with your partner', 'asks_to_be_followed'],
    ['Do you agree to keep on location sharing?', 'asks_to_be_followed'],
    ['I promise not to talk to my family about us', 'forbids_help'],
    ['Do not tell your therapist about this', 'forbids_help'],
  ])('refuses “%s”', (label, code) => expect(asks(label)).toContain(code));

  it.each([
    'What would help you feel safer?',
    'Passwords are not kept here.',
    'Who could you talk to: a friend, your family?',
    'You do not have to give a password.',
    'Where were you when you heard of it?',
    'Who do you never see any more, and miss?',
  ])('lets “%s” stand', (label) => expect(asks(label)).toEqual([]));
});

describe('a copy', () => {
  const source = sheet(
    [part('a', [field('kept', { sensitivity: 'never_shared' }), field('open', { visibility: 'after_review' })])],
    { gated: true },
  );
  const floor = floorOf(source);
  const loosened = (definition: Definition) => loosenedIn(definition, floor).map(({ code }) => code);

  it('shows no more, to no more people, than what it was copied from', () => {
    expect(loosened(source)).toEqual([]);
    expect(loosened({ ...source, gated: false })).toEqual(['gated']);
    expect(loosened(sheet([part('a', [field('kept')])], { gated: true }))).toEqual(['never_shared']);
    const renamed = field('other', { label: 'What about kept?' });
    expect(loosened(sheet([part('a', [renamed])], { gated: true }))).toEqual(['never_shared']);
    const wider = field('open', { visibility: 'shared' });
    expect(loosened(sheet([part('a', [wider])], { gated: true }))).toEqual(['visibility']);
  });

  it('may show less, or leave a question out', () => {
    expect(loosened(sheet([part('a', [field('open')])], { gated: true }))).toEqual([]);
  });
});

describe('lint', () => {
  it('has nothing to say to a short plain sheet', () => expect(lint(fine)).toEqual([]));

  it('stops what cannot be answered', () => {
    expect(codes(sheet([]))).toEqual(['nothing_asked']);
    expect(codes(sheet([part('a', [field('x', { label: ' ' })])]))).toEqual(['label_missing']);
    const choice = field('x', { type: 'one', options: [{ key: 'a', label: 'A' }] });
    expect(codes(sheet([part('a', [choice])]))).toEqual(['options_missing']);
    const ends = field('x', { type: 'scale', low: '', high: 'much' });
    expect(codes(sheet([part('a', [ends])]))).toEqual(['ends_missing']);
    const rows = field('x', { type: 'rows', itemLabel: 'Entry', columns: [] });
    expect(codes(sheet([part('a', [rows])]))).toEqual(['columns_missing']);
  });

  it('finds a rule that can never come true, and one that would give somebody else away', () => {
    const never = field('x', { showIf: { field: 'first', op: 'gte', value: 3 } });
    expect(codes(sheet([part('a', [field('first'), never])]))).toEqual(['never_asked']);
    const hers = field('hers', { by: 'injured' });
    const his = field('his', { by: 'involved', showIf: { field: 'hers', op: 'answered' } });
    expect(codes(sheet([part('a', [hers, his])]))).toEqual(['others_answer']);
  });

  it('finds a rule that waits for none of the answers yet, which is kept all the same, and one that waits for any', () => {
    const one = field('one', {
      type: 'one',
      options: [
        { key: 'yes', label: 'Yes' },
        { key: 'no', label: 'No' },
      ],
    });
    const waits = (value: string[]) =>
      sheet([part('a', [one, field('x', { showIf: { field: 'one', op: 'in', value } })])]);
    expect([codes(waits([])), faultsOf(waits([]))]).toEqual([['never_asked'], []]);
    expect([codes(waits(['no'])), faultsOf(waits(['no']))]).toEqual([[], []]);
    expect(codes(waits(['yes', 'no']))).toEqual(['any_answer']);
    expect(faultsOf(waits(['no', 'gone'])).map(({ code }) => code)).toEqual(['impossible']);
  });

  it('asks for a pause after eight questions, or three hard ones', () => {
    const many = (n: number, more = {}) => Array.from({ length: n }, (_, i) => field(`f${i}`, more));
    expect(codes(sheet([part('a', many(8))]))).toEqual([]);
    expect(codes(sheet([part('a', many(9))]))).toEqual(['no_pause']);
    expect(codes(sheet([part('a', many(3, { intense: true }))]))).toEqual([]);
    expect(codes(sheet([part('a', many(4, { intense: true }))]))).toEqual(['too_hard']);
  });

  it('hears pressure, hard words, minutes nobody believes, and that there is no way round', () => {
    const asked = (label: string) => codes(sheet([part('a', [field('x', { label })])]));
    expect(asked('Are you over it yet?')).toContain('pressure_hurry');
    expect(asked('You must answer this question.')).toEqual(['no_way_to_skip']);
    expect(
      asked(
        'Considering the aforementioned circumstances, characterise the psychological ramifications of the disclosure for your relational functioning.',
      ),
    ).toEqual(['reading']);
    expect(codes({ ...fine, minutes: 200 })).toEqual(['minutes']);
  });

  it('puts what stands in the way first', () => {
    const mixed = sheet([part('a', [field('x', { label: '' })])], { minutes: 200 });
    expect(lint(mixed).map(({ severity }) => severity)).toEqual(['problem', 'hint']);
  });
});

describe('what has changed', () => {
  const told = (before: Definition | null, after: Definition) =>
    differences(before, after).map(({ change, what, name }) => `${change} ${what} ${name}`);

  it('is told in words', () => {
    expect(told(fine, fine)).toEqual([]);
    const after = sheet([part('day', [field('second', { hint: 'In a word' }), field('third')])], { minutes: 20 });
    expect(told(fine, after)).toEqual([
      'changed sheet A small sheet',
      'changed question What about second?',
      'added question What about third?',
      'removed question What about first?',
    ]);
    expect(differences(fine, after)[1]!.details).toEqual(['Hint: “” is now “In a word”']);
  });

  it('calls only that moved which left its place', () => {
    const [a, b, c] = ['a', 'b', 'c'].map((key) => field(key));
    expect(told(sheet([part('p', [a!, b!, c!])]), sheet([part('p', [c!, a!, b!])]))).toEqual([
      'moved question What about c?',
    ]);
  });

  it('is everything where nothing was published before', () => {
    expect(told(null, fine)).toEqual([
      'added part About day',
      'added question What about first?',
      'added question What about second?',
    ]);
  });
});

describe('what was sent', () => {
  it('gets a key where it has none, and keeps the others', () => {
    let n = 0;
    const fields = [
      { type: 'short' as const, label: 'a' },
      { key: 'kept', type: 'one' as const, label: 'b', options: [{ label: 'c' }] },
    ];
    const { sections } = written(BLANK, { title: 'x', sections: [{ title: 'p', fields }] }, () => `k${++n}`);
    expect(sections[0]).toMatchObject({
      key: 'k1',
      fields: [{ key: 'k2' }, { key: 'kept', options: [{ key: 'k3' }] }],
    });
  });

  it('asks about safety by itself where a partner comes into it', () => {
    const of = (more: object) => written(BLANK, { title: 'x', sections: [], ...more }, () => 'k').gated;
    expect(of({})).toBe(false);
    expect(of({ audience: 'joint' })).toBe(true);
    expect(of({ sections: [{ title: 'a', fields: [{ type: 'short', label: 'b', visibility: 'shared' }] }] })).toBe(
      true,
    );
  });
});
