import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Instrument, optionsOf } from '../src/instruments/tracker.definition.js';
import { type Answers, readAnswers, score } from '../src/instruments/scoring.rules.js';
import {
  ACCOUNTABILITY,
  AFTER_SHOCK,
  REPAIR_CLIMATE,
  TRACKERS,
  TRUST_CHECK_IN,
} from '../src/instruments/tracker.content.js';

function all(instrument: Instrument, value: number | null): Record<string, number | null> {
  return Object.fromEntries(instrument.items.map(({ key }) => [key, value]));
}

describe('every tracker', () => {
  it.each(TRACKERS.map((tracker) => [tracker.code, tracker] as const))('%s is whole', (_, tracker) => {
    const keys = tracker.items.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(tracker.constructs.flatMap(({ items }) => items).sort()).toEqual([...keys].sort());
    const parts = tracker.total.of === 'items' ? keys : tracker.constructs.map(({ key }) => key);
    expect(parts).toEqual(expect.arrayContaining([...tracker.total.keys]));
    expect(tracker.label).toMatch(/^Practice tracker\. Not a validated test\./);
    for (const item of tracker.items) {
      const options = optionsOf(item);
      expect(options.map(({ value }) => value)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
      expect([options[0]?.text, options[5]?.text, options[10]?.text]).toEqual([
        `0, ${item.low}`,
        `5, ${item.middle}`,
        `10, ${item.high}`,
      ]);
      expect(item.text).toMatch(/^[A-Z][^?]*\?$/);
    }
  });

  it.each([
    [TRUST_CHECK_IN, [2, 2, 2, 2, 1, 2]],
    [ACCOUNTABILITY, [2, 1, 2, 2, 1]],
    [AFTER_SHOCK, [1, 1, 1, 1, 1, 1, 1, 1]],
    [REPAIR_CLIMATE, [1, 2, 1, 1, 2, 1, 1]],
  ] as const)('$code asks as many questions of each construct as designed', (tracker, counts) => {
    expect(tracker.constructs.map(({ items }) => items.length)).toEqual(counts);
  });

  it('turns items round by what they ask, not by where they stand', () => {
    const turned = TRACKERS.flatMap(({ items }) => items).filter(({ reverse }) => reverse);
    expect(turned.map(({ key }) => key)).toEqual(['urge-to-hurry', 'urge-to-defend', 'day-to-day']);
  });
});

describe('scoring', () => {
  const answersTo = (instrument: Instrument): fc.Arbitrary<Answers> =>
    fc
      .array(fc.option(fc.option(fc.integer({ min: 0, max: 10 }), { nil: null }), { nil: undefined }), {
        minLength: instrument.items.length,
        maxLength: instrument.items.length,
      })
      .map((values) => {
        const pairs = instrument.items.map(({ key }, index) => [key, values[index]] as const);
        return Object.fromEntries(pairs.flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])));
      });
  const anyAnswers = fc
    .constantFrom(...TRACKERS)
    .chain((tracker) => fc.tuple(fc.constant(tracker), answersTo(tracker)));

  it('gives the same score whatever the order of answers, items and constructs', () => {
    fc.assert(
      fc.property(anyAnswers, ([instrument, answers]) => {
        const turned = {
          ...instrument,
          items: instrument.items.toReversed(),
          constructs: instrument.constructs.toReversed(),
        };
        const turnedAnswers = Object.fromEntries(Object.entries(answers).toReversed());
        expect(score(turned, turnedAnswers)).toEqual(score(instrument, answers));
      }),
    );
  });

  it('treats "does not apply" and an open item alike, and never as zero', () => {
    fc.assert(
      fc.property(anyAnswers, ([instrument, answers]) => {
        const given = Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== null));
        expect(score(instrument, given)).toEqual(score(instrument, answers));
        const reversed = new Set(instrument.items.filter(({ reverse }) => reverse).map(({ key }) => key));
        const equal = Object.fromEntries(Object.keys(given).map((key) => [key, reversed.has(key) ? 3 : 7]));
        const { total, subscales } = score(instrument, equal);
        for (const value of [total, ...Object.values(subscales)]) expect([null, 7]).toContain(value);
      }),
    );
  });

  it('stays within the range of the items and counts what was answered', () => {
    fc.assert(
      fc.property(anyAnswers, ([instrument, answers]) => {
        const { total, answered, of, complete } = score(instrument, answers);
        if (total !== null) expect(total >= 0 && total <= 10).toBe(true);
        expect(answered).toBe(Object.values(answers).filter((value) => value !== null).length);
        expect(complete).toBe(answered === of);
      }),
    );
  });

  it('leaves trust in oneself out of the trust in a partner', () => {
    const answers = { ...all(TRUST_CHECK_IN, 4), 'own-sense': 10, 'own-choices': 10 };
    const { total, subscales } = score(TRUST_CHECK_IN, answers);
    expect(total).toBe(4);
    expect(subscales['self-trust']).toBe(10);
  });

  it('weighs constructs alike, not items', () => {
    expect(score(TRUST_CHECK_IN, { ...all(TRUST_CHECK_IN, 0), 'limits-respected': 10 }).total).toBe(2);
  });

  it('gives a trust total from four constructs, none from three', () => {
    const four = { ...all(TRUST_CHECK_IN, 6), 'limits-respected': null };
    expect(score(TRUST_CHECK_IN, four)).toMatchObject({ total: 6, prorated: true, complete: false, answered: 10 });
    const three = { ...four, 'did-as-said': null, 'everyday-fit': null };
    expect(score(TRUST_CHECK_IN, three)).toMatchObject({ total: null, prorated: false });
  });

  it('counts an urge to hurry or defend against accountability', () => {
    const calm = { ...all(ACCOUNTABILITY, 10), 'urge-to-hurry': 0, 'urge-to-defend': 0 };
    expect(score(ACCOUNTABILITY, calm).total).toBe(10);
    expect(score(ACCOUNTABILITY, all(ACCOUNTABILITY, 10)).subscales['patience']).toBe(0);
  });

  it('needs six of the eight after-shock answers', () => {
    const six = { ...all(AFTER_SHOCK, 5), 'body-alert': null, 'day-to-day': null };
    expect(score(AFTER_SHOCK, six)).toMatchObject({ total: 5, prorated: true, answered: 6, of: 8 });
    expect(score(AFTER_SHOCK, { ...six, 'shut-down': null }).total).toBeNull();
  });

  it('keeps the pulls to stay and to leave as two numbers outside the climate', () => {
    const answers = { ...all(REPAIR_CLIMATE, 3), 'pull-to-stay': 9, 'pull-to-leave': 8 };
    const { total, subscales } = score(REPAIR_CLIMATE, answers);
    expect({ total, stay: subscales['stay'], leave: subscales['leave'] }).toEqual({ total: 3, stay: 9, leave: 8 });
  });

  it('is incomplete but not prorated when only an item outside the total is open', () => {
    const answers = { ...all(REPAIR_CLIMATE, 3), 'pull-to-stay': null };
    expect(score(REPAIR_CLIMATE, answers)).toMatchObject({ total: 3, complete: false, prorated: false });
  });
});

describe('reading answers', () => {
  it('takes numbers, option keys and null', () => {
    const sent = { 'at-ease': 7, 'own-sense': '10', 'did-as-said': null };
    expect(readAnswers(TRUST_CHECK_IN, sent)).toEqual({
      answers: { 'at-ease': 7, 'own-sense': 10, 'did-as-said': null },
      faults: [],
    });
  });

  it.each([[11], [-1], [3.5], ['3.5'], [''], ['07'], ['seven'], [true], [[]], [{}], [Number.NaN]])(
    'refuses %p with the path of the answer',
    (raw) => {
      expect(readAnswers(TRUST_CHECK_IN, { 'at-ease': raw }).faults).toMatchObject([
        { path: 'answers.at-ease', code: 'unknown_option' },
      ]);
    },
  );

  it('names every unknown item', () => {
    const { faults } = readAnswers(TRUST_CHECK_IN, { nonsense: 1, constructor: 2, 'at-ease': 3 });
    expect(faults.map(({ path, code }) => [path, code])).toEqual([
      ['answers.nonsense', 'unknown_item'],
      ['answers.constructor', 'unknown_item'],
    ]);
  });
});

describe('what a total rests on', () => {
  const answersBut = (...open: string[]): Answers => ({
    ...all(TRUST_CHECK_IN, 6),
    ...Object.fromEntries(open.map((key) => [key, null])),
  });
  const apart = TRUST_CHECK_IN.constructs.find(({ key }) => !TRUST_CHECK_IN.total.keys.includes(key))!;
  const counted = TRUST_CHECK_IN.constructs.find(
    ({ key, items }) => TRUST_CHECK_IN.total.keys.includes(key) && items.length === 2,
  )!;

  it('is worked out where one of its own questions is open, and not where one beside it is', () => {
    expect(score(TRUST_CHECK_IN, answersBut(apart.items[0]!))).toMatchObject({
      ...{ total: 6, complete: false, prorated: false },
    });
    expect(score(TRUST_CHECK_IN, answersBut(counted.items[0]!))).toMatchObject({ total: 6, prorated: true });
    expect(score(TRUST_CHECK_IN, all(TRUST_CHECK_IN, 6))).toMatchObject({
      complete: true,
      prorated: false,
      band: null,
    });
    expect(score(TRUST_CHECK_IN, all(TRUST_CHECK_IN, null))).toMatchObject({ total: null, prorated: false });
  });
});

describe('an answer as it was sent', () => {
  const item = TRUST_CHECK_IN.items[0]!;
  const wide: Instrument = { ...TRUST_CHECK_IN, items: [{ ...item, min: 1, max: 100 }] };
  const read = (raw: unknown) => readAnswers(wide, { [item.key]: raw });

  it('may be the lowest and the highest, as a number or as the key of an option', () => {
    for (const raw of [1, 100]) {
      expect(read(raw)).toEqual({ answers: { [item.key]: raw }, faults: [] });
      expect(read(String(raw))).toEqual({ answers: { [item.key]: raw }, faults: [] });
    }
  });

  it('is refused with its range beyond them, and where it is no whole number', () => {
    for (const raw of [0, 101, '0', '101', '01', '1.5', 1.5, ' 1', true, [1], {}, undefined])
      expect(read(raw).faults).toEqual([
        { path: `answers.${item.key}`, code: 'unknown_option', message: 'Choose a whole number from 1 to 100.' },
      ]);
    expect(readAnswers(wide, { nowhere: 1 }).faults).toEqual([
      { path: 'answers.nowhere', code: 'unknown_item', message: 'This scale has no such question.' },
    ]);
  });
});
