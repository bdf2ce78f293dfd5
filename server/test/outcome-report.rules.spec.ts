import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { PHQ_4, PHQ_9 } from '../src/instruments/phq.facts.js';
import { WHO_5 } from '../src/instruments/wellbeing.facts.js';
import { wilson } from '../src/outcomes/interval.rules.js';
import { faultOf, openQuarters, quarterOf, usualSpan } from '../src/outcomes/quarters.rules.js';
import { clinicAskings, clinicLines, type Line, ownLines } from '../src/outcomes/report.rules.js';
import { changeCells, type Counts, rowsTold, shownOfClinic } from '../src/outcomes/small-cells.rules.js';
import { quarterReading } from '../src/scales/quarter.rules.js';

const [NHS] = PHQ_9.changeRules;

describe('where somebody stands at the end of a quarter', () => {
  it.each([
    [15, 8, 'recovered'],
    [15, 10, 'unchanged'],
    [20, 14, 'improved'],
    [8, 14, 'deteriorated'],
    [12, 8, 'unchanged'],
  ])('from %i to %i has %s, by the rule it names', (from, to, verdict) => {
    expect(quarterReading(PHQ_9, NHS!, from, to)).toMatchObject({ verdict, rule: NHS, paired: true });
  });

  it('at a first answer is a side of the line and no verdict; without a total it is nothing', () => {
    expect(quarterReading(PHQ_9, NHS!, null, 15)).toEqual({
      ...{ paired: false, fromCase: true, toCase: true, verdict: null, rule: null },
    });
    expect(quarterReading(PHQ_9, NHS!, 15, null)).toBeNull();
  });

  it('is not written for a scale that has neither a line nor a rule', () => {
    expect(quarterReading(PHQ_4, null, 4, 8)).toBeNull();
  });

  it('knows which side is better', () => {
    expect(quarterReading(WHO_5, WHO_5.changeRules[0]!, 40, 60)).toMatchObject({
      ...{ verdict: 'recovered', fromCase: true, toCase: false },
    });
  });
});

describe('a span', () => {
  it('is of whole quarters that are over', () => {
    const today = '2026-11-22';
    expect(usualSpan(today)).toEqual({ from: '2025-10-01', to: '2026-09-30' });
    expect(usualSpan('2026-01-01')).toEqual({ from: '2025-01-01', to: '2025-12-31' });
    expect(openQuarters('2026-02-10')).toEqual({ from: '2025-10-01', to: '2026-03-31' });
    expect(quarterOf('2026-06-30')).toBe('2026-04-01');
    expect(faultOf(usualSpan(today), today)).toBeNull();
    expect(faultOf({ from: '2026-07-02', to: '2026-09-30' }, today)).toBe('not_a_quarter');
    expect(faultOf({ from: '2026-07-01', to: '2026-09-29' }, today)).toBe('not_a_quarter');
    expect(faultOf({ from: '2026-07-01', to: '2026-12-31' }, today)).toBe('not_over');
    expect(faultOf({ from: '2026-07-01', to: '2026-03-31' }, today)).toBe('order');
    expect(faultOf({ from: '2023-07-01', to: '2026-09-30' }, today)).toBe('too_long');
  });
});

describe('the interval beside a share', () => {
  it('is Wilson’s: wide where people are few, and never beyond 0 and 100', () => {
    expect(wilson(5, 10)).toEqual({ low: 24, high: 76 });
    expect(wilson(50, 100)).toEqual({ low: 40, high: 60 });
    expect(wilson(0, 10)).toEqual({ low: 0, high: 28 });
    expect(wilson(10, 10)).toEqual({ low: 72, high: 100 });
  });
});

const counts = (given: Partial<Counts>): Counts => ({
  ...{ people: 0, recovered: 0, improved: 0, unchanged: 0, deteriorated: 0, casesFirst: 0, casesLast: 0, moved: 0 },
  ...given,
});
const line = (name: string, given: Partial<Counts>): Line => ({ staffId: name, name, counts: counts(given) });
const BIG = {
  ...{ people: 60, recovered: 20, improved: 10, unchanged: 25, deteriorated: 5 },
  ...{ casesFirst: 40, casesLast: 15, moved: 25 },
};

describe('a clinic’s line', () => {
  it('tells everything where nothing is small', () => {
    expect(Object.values(shownOfClinic(counts(BIG)))).toEqual(Array(7).fill(true));
  });

  it('hides a small part with the one that would give it away, and leaves what both are together', () => {
    const few = shownOfClinic(counts({ ...BIG, deteriorated: 3, unchanged: 27 }));
    expect(few).toMatchObject({ better: true, kindsOfBetter: true, kindsOfRest: false });
  });

  it('tells nothing of so few people', () => {
    expect(Object.values(shownOfClinic(counts({ people: 4, unchanged: 4 })))).not.toContain(true);
  });

  it('does not tell how many crossed the line where the difference to those who recovered is small', () => {
    expect(shownOfClinic(counts({ ...BIG, moved: 22, casesLast: 18 }))).toMatchObject({ moved: false });
  });
});

/** Everything an attentive reader can work out from what is told, by subtracting told rows from the told whole. */
const leftOver = (rows: readonly (readonly number[])[], told: readonly boolean[]): number[] =>
  (rows[0] ?? []).map((_, cell) => rows.reduce((all, row, at) => all + (told[at] ? 0 : row[cell]!), 0));

describe('rows of therapists', () => {
  it('are not told where the rest, taken from the whole, would tell a small number', () => {
    expect(
      rowsTold([
        [20, 20],
        [8, 9],
        [3, 9],
      ]),
    ).toEqual([true, false, false]);
    expect(
      rowsTold([
        [20, 20],
        [8, 9],
      ]),
    ).toEqual([true, true]);
    expect(rowsTold([[3, 9]])).toEqual([false]);
  });

  it('tell no number from 1 to 4, themselves or by difference', () => {
    const row = fc.array(fc.nat(14), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 8 }), (rows) => {
        const told = rowsTold(rows);
        const seen = [...rows.filter((_, at) => told[at]).flat(), ...leftOver(rows, told)];
        // what is left over is only known where it is not everything
        if (told.some(Boolean)) expect(seen.filter((cell) => cell > 0 && cell < 5)).toEqual([]);
      }),
    );
  });

  it('show each with its case mix and interval, and no verdicts of a single therapist; the smallest hides with the few', () => {
    const large = { ...BIG, people: 80, unchanged: 45, casesFirst: 50, moved: 30 };
    const { all, therapists } = clinicLines([line('Abel', large), line('Berta', BIG), line('Cleo', { people: 3 })]);
    expect(all.better).toMatchObject({ count: 60, of: 140, percent: 43, low: 35, high: 51 });
    expect(therapists.map(({ name, people }) => [name, people])).toEqual([
      ['Abel', 80],
      ['Berta', 60],
      ['Cleo', null],
    ]);
    expect(therapists[0]!.casesAtStart).toMatchObject({ count: 50, of: 80 });
    expect(therapists[0]!.verdicts.map(({ people }) => people)).toEqual([null, null, null, null]);
    expect(therapists[1]!.casesAtStart).toBeNull();
    expect(JSON.stringify(therapists[2])).not.toMatch(/\d/);
  });

  it('are whole for whoever treats these people herself', () => {
    const [own] = ownLines([line('Abel', { people: 2, improved: 1, unchanged: 1, casesFirst: 2, casesLast: 2 })]);
    expect(own!.verdicts.map(({ people }) => people)).toEqual([0, 1, 1, 0]);
  });

  it('hide how many askings were met where they are of few people', () => {
    const of = (people: number) => ({ staffId: 'x', name: 'x', people, asked: people * 4, met: people * 3 });
    const { all, therapists } = clinicAskings([of(20), of(10), of(2)]);
    expect(all!.answered).toMatchObject({ count: 96, of: 128, percent: 75 });
    expect(therapists.map(({ people }) => people)).toEqual([20, null, null]);
  });

  it('of a scale without a change rule are told by their cases alone', () => {
    expect(changeCells(counts({ people: 9, casesFirst: 9 }))).toEqual([0, 0]);
    const { therapists } = clinicLines([line('Abel', { people: 9, casesFirst: 9, moved: 9 })]);
    expect(therapists[0]).toMatchObject({ people: 9, better: null, recovered: { count: 9, of: 9 } });
  });
});
