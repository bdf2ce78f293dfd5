import { describe, expect, it } from '@jest/globals';
import { fitOf, offerOf, type Occasion } from '../src/library/library.rules.js';
import { pressureIn } from '../src/library/pressure.rules.js';
import { readingGrade, syllables } from '../src/library/reading.rules.js';
import { sightings } from '../src/library/watches.rules.js';
import {
  asked,
  fieldsOf,
  isNeverShared,
  STAGES,
  type Asking,
  type Column,
  type Field,
  type Worksheet,
} from '../src/library/worksheet.definition.js';
import { CURRENT_WORKSHEETS } from '../src/library/worksheet.library.js';

const KEYS = [
  'apology',
  'boundary-list',
  'commitment-log',
  'discernment',
  'disclosure-pacing',
  'feelings-journal',
  'forgiveness-reflection',
  'i-statement',
  'listening-log',
  'motivations',
  'self-care-plan',
  'self-trust-journal',
  'setback-plan',
  'shared-experiences',
  'support-map',
  'transparency-agreement',
  'trigger-map',
  'weekly-check-in',
];
const GATED = [
  'apology',
  'boundary-list',
  'disclosure-pacing',
  'setback-plan',
  'shared-experiences',
  'transparency-agreement',
  'weekly-check-in',
];
/** Given out before long questions had to have a hint; a version never changes. */
const WITHOUT_HINT = ['weekly-check-in/feelings', 'weekly-check-in/agreements'];

const sheet = (key: string): Worksheet => CURRENT_WORKSHEETS.find((each) => each.key === key)!;
const each = CURRENT_WORKSHEETS.map((worksheet): [string, Worksheet] => [worksheet.key, worksheet]);
const columnsOf = (field: Field): readonly Column[] => (field.type === 'rows' ? field.columns : []);
const keysOf = (worksheet: Worksheet): string[] => fieldsOf(worksheet).map(({ key }) => key);
const alone = (as: Asking['as']): Asking => ({ together: false, as });
const together: Asking = { together: true, as: null };

/** Every text a client meets on a sheet, in order; a full stop after what has none, as it is read. */
function wordsOf(worksheet: Worksheet): string[] {
  const question = (one: Field | Column): (string | undefined)[] => [
    one.label,
    one.hint,
    one.help,
    ...(one.type === 'one' || one.type === 'multi' ? one.options.map(({ label }) => label) : []),
    ...(one.type === 'scale' ? [one.low, one.high] : []),
    ...(one.type === 'rows' ? one.columns.flatMap(question) : []),
  ];
  return [
    worksheet.title,
    worksheet.summary,
    worksheet.contentNote,
    ...(worksheet.watches ?? []).map(({ message }) => message),
    ...worksheet.sections.flatMap(({ title, intro, fields }) => [title, intro, ...fields.flatMap(question)]),
  ].filter((text) => text !== undefined);
}

it('the library holds the eighteen worksheets, each under its key', () => {
  expect(CURRENT_WORKSHEETS.map(({ key }) => key).sort()).toEqual(KEYS);
  expect(
    CURRENT_WORKSHEETS.filter(({ gated }) => gated)
      .map(({ key }) => key)
      .sort(),
  ).toEqual(GATED);
});

describe.each(each)('%s', (key, worksheet) => {
  it('can be read after eight years of school, or fewer', () => {
    expect(readingGrade(wordsOf(worksheet).join('\n'))).toBeLessThanOrEqual(8);
  });

  it('hurries and shames nobody', () => {
    expect(wordsOf(worksheet).flatMap((text) => pressureIn(text))).toEqual([]);
  });

  it('has a label on every question, and a hint on every long one', () => {
    for (const field of fieldsOf(worksheet)) {
      for (const one of [field, ...columnsOf(field)]) expect([one.key, one.label.length > 1]).toEqual([one.key, true]);
      if (field.type === 'long' && !WITHOUT_HINT.includes(`${key}/${field.key}`))
        expect([field.key, field.hint !== undefined]).toEqual([field.key, true]);
    }
  });

  it('has keys that are its own, in plain letters', () => {
    const lists = [
      worksheet.sections.map((section) => section.key),
      keysOf(worksheet),
      ...fieldsOf(worksheet).map((field) => columnsOf(field).map((column) => column.key)),
    ];
    for (const keys of lists) {
      expect(new Set(keys).size).toBe(keys.length);
      for (const one of keys) expect(one).toMatch(/^[a-z][a-z0-9-]*$/);
    }
  });

  it('lets a question hang only on one that came before', () => {
    const fields = fieldsOf(worksheet);
    const hangs = (all: readonly (Field | Column)[], outer: readonly string[]): void =>
      all.forEach((one, index) => {
        if (!one.showIf) return;
        const before = [...all.slice(0, index).map((other) => other.key), ...outer];
        expect([one.key, before.includes(one.showIf.field)]).toEqual([one.key, true]);
      });
    hangs(fields, []);
    fields.forEach((field, index) =>
      hangs(
        columnsOf(field),
        fields.slice(0, index).map((other) => other.key),
      ),
    );
  });

  it.each<[string, Asking]>([
    ['the injured partner', alone('injured')],
    ['the involved partner', alone('involved')],
    ['somebody whose role is not known', alone(null)],
    ['both on one sheet', together],
  ])('asks %s at most three hard questions in a row', (_, asking) => {
    const hard = fieldsOf(asked(worksheet, asking)).map(({ intense }) => (intense ? 'x' : '-'));
    expect(hard.join('')).not.toContain('xxxx');
  });

  it('takes one to sixty minutes, says what it asks, and tells its reader what to look for', () => {
    expect(worksheet.minutes).toBeGreaterThanOrEqual(1);
    expect(worksheet.minutes).toBeLessThanOrEqual(60);
    expect(worksheet.stages.length).toBeGreaterThan(0);
    for (const text of [worksheet.contentNote, worksheet.safetyNote, ...worksheet.reviewPrompts])
      expect(text.length).toBeGreaterThan(10);
    expect(worksheet.reviewPrompts.length).toBeGreaterThanOrEqual(2);
  });

  it('asks a client nothing that is the therapist’s to say', () => {
    for (const asking of [alone('injured'), alone('involved'), alone(null), together])
      for (const field of fieldsOf(asked(worksheet, asking)))
        for (const one of [field, ...columnsOf(field)]) expect(one.by).not.toBe('therapist');
  });

  it('offers nothing to be shared that must never be', () => {
    for (const field of fieldsOf(worksheet).filter((one) => isNeverShared(worksheet, one)))
      expect(field.visibility ?? 'therapist').toBe('therapist');
  });
});

describe('who is asked what', () => {
  it('asks each partner about their own side of what is told', () => {
    const keys = (asking: Asking) => keysOf(asked(sheet('disclosure-pacing'), asking));
    expect(keys(alone('injured'))).toEqual(expect.arrayContaining(['questions', 'limits']));
    expect(keys(alone('injured'))).not.toContain('topics');
    expect(keys(alone('involved'))).toContain('topics');
    expect(keys(alone('involved'))).not.toContain('questions');
    expect(keys(alone(null))).toEqual(expect.arrayContaining(['questions', 'topics']));
    expect(keys(together)).toEqual([]);
  });

  it('keeps the safety plan of each off a sheet of two, and all of the thinking it through', () => {
    expect(keysOf(asked(sheet('setback-plan'), together))).not.toContain('safety-steps');
    expect(keysOf(asked(sheet('setback-plan'), alone('involved')))).toContain('safety-steps');
    expect(keysOf(asked(sheet('discernment'), together))).toEqual([]);
  });

  it('asks within a row only those it is for', () => {
    const columns = (asking: Asking) =>
      columnsOf(fieldsOf(asked(sheet('listening-log'), asking))[0]!).map(({ key }) => key);
    expect(columns(alone('involved'))).not.toContain('heard');
    expect(columns(together)).toContain('heard');
  });
});

describe('what is looked for in a text', () => {
  const seen = (key: string, field: string, column: string, text: string): string[] =>
    sightings(sheet(key), { [field]: [{ rowId: 'r', [column]: text }] }).map(({ watch }) => watch.code);
  const seenInTopic = (text: string) => seen('transparency-agreement', 'items', 'topic', text);

  it.each([
    'my password is Hunter2!',
    'Password: sunshine',
    'phone pin is 4921',
    'the passcode = 118822',
    'login: tom@mail.example / rosebud9',
    'pw: rosebud',
    'the password for netflix is "rosebud"',
  ])('takes %j for a secret', (text) => expect(seenInTopic(text)).toContain('looks_like_password'));

  it.each([
    'No passwords, please.',
    'He changed his password in May.',
    'My password is private and stays so.',
    'We talked about the pin on the map.',
    'I will tell you the code word.',
  ])('takes %j for none', (text) => expect(seenInTopic(text)).not.toContain('looks_like_password'));

  it.each(['I am at 52.52001, 13.40495', 'https://maps.app.goo.gl/abc', 'see life360.com/x'])(
    'takes %j for a place on the map',
    (text) => expect(seenInTopic(text)).toContain('looks_like_location'),
  );
  it.each(['Home by 6.30, supper at 7', 'We meet at the station.'])('takes %j for none', (text) =>
    expect(seenInTopic(text)).toEqual([]),
  );

  it('warns of following somebody, and keeps the words', () => {
    expect(seenInTopic('He should share his location with me all day.')).toEqual(['surveillance']);
  });

  it('hears a judgement in “I feel that you…”', () => {
    const inNeed = (text: string) => sightings(sheet('i-statement'), { need: text }).map(({ watch }) => watch.code);
    expect(inNeed('I feel that you do not care.')).toEqual(['judgement']);
    expect(inNeed('I feel alone when I wait.')).toEqual([]);
  });
});

describe('what comes early', () => {
  const fits = Object.fromEntries(
    CURRENT_WORKSHEETS.map((worksheet) => [worksheet.key, STAGES.map((stage) => fitOf(worksheet, stage)).join(' ')]),
  );

  it('is a table of worksheet and stage: stabilise, understand, repair, rebuild, part', () => {
    const ALWAYS = 'fits fits fits fits fits';
    expect(fits).toEqual({
      apology: 'early ahead fits fits behind',
      'boundary-list': ALWAYS,
      'commitment-log': 'fits fits fits fits behind',
      discernment: ALWAYS,
      'disclosure-pacing': 'fits fits fits behind behind',
      'feelings-journal': ALWAYS,
      'forgiveness-reflection': 'early early ahead fits fits',
      'i-statement': ALWAYS,
      'listening-log': 'fits fits fits fits behind',
      motivations: 'ahead fits fits fits fits',
      'self-care-plan': ALWAYS,
      'self-trust-journal': ALWAYS,
      'setback-plan': ALWAYS,
      'shared-experiences': 'early ahead fits fits behind',
      'support-map': ALWAYS,
      'transparency-agreement': 'ahead fits fits fits behind',
      'trigger-map': ALWAYS,
      'weekly-check-in': 'ahead fits fits fits behind',
    });
  });
});

describe('what is offered first', () => {
  const offered = (occasion: Occasion): string[] =>
    CURRENT_WORKSHEETS.map((worksheet) => ({ key: worksheet.key, ...offerOf(worksheet, occasion) }))
      .toSorted((a, b) => a.rank - b.rank)
      .map(({ key }) => key);
  const before = (keys: string[], one: string, other: string) => keys.indexOf(one) < keys.indexOf(other);

  it('is what steadies, in the first stage', () => {
    const keys = offered({ roles: ['injured'], stage: 'stabilise', asCouple: false });
    expect(keys.slice(0, 3)).toEqual(['self-care-plan', 'support-map', 'trigger-map']);
    expect(keys.indexOf('apology')).toBeGreaterThan(10);
  });

  it('follows the role: the apology to the involved partner, the self-trust journal to the injured', () => {
    expect(offered({ roles: ['involved'], stage: 'repair', asCouple: false })[0]).toBe('apology');
    const injured = offered({ roles: ['injured'], stage: 'repair', asCouple: false });
    expect(before(injured, 'self-trust-journal', 'apology')).toBe(true);
  });

  it('keeps a sheet of two back from somebody who is alone', () => {
    const single: Occasion = { roles: ['unspecified'], stage: null, asCouple: false };
    expect(offerOf(sheet('weekly-check-in'), single).because).toBeNull();
    expect(before(offered(single), 'feelings-journal', 'weekly-check-in')).toBe(true);
  });

  it('never offers first what comes early', () => {
    for (const stage of STAGES)
      for (const worksheet of CURRENT_WORKSHEETS) {
        const offer = offerOf(worksheet, { roles: ['injured', 'involved'], stage, asCouple: true });
        if (offer.fit === 'early') expect([stage, worksheet.key, offer.because]).toEqual([stage, worksheet.key, null]);
      }
  });
});

describe('the measures themselves', () => {
  it.each([
    ['trust', 1],
    ['partner', 2],
    ['therapist', 3],
    ['asked', 1],
    ['needed', 2],
    ['table', 2],
    ['responsibility', 6],
  ])('hears the syllables of %s', (word, count) => expect(syllables(word)).toBe(count));

  it('tells plain words from heavy ones', () => {
    expect(readingGrade('The dog ran home. It was late.')).toBeLessThan(3);
    expect(
      readingGrade(
        'Interdisciplinary psychotherapeutic interventions necessitate considerable organisational capacity.',
      ),
    ).toBeGreaterThan(20);
  });

  it.each([
    'You should have forgiven him by now.',
    'Are you still not over it?',
    'Forgive her before Sunday.',
    'Don’t break your streak!',
    'If you really loved her you would write.',
    'This is overdue.',
  ])('feels the push in %j', (text) => expect(pressureIn(text)).not.toEqual([]));

  it.each(['There is no right place to be.', 'Late and missed are honest answers.', 'You need not say.'])(
    'feels none in %j',
    (text) => expect(pressureIn(text)).toEqual([]),
  );
});
