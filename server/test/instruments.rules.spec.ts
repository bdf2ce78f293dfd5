import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { changeBetween, cutoffBetween, isCase, reliableChange, risksIn } from '../src/instruments/change.rules.js';
import { CSI_16, CSI_4 } from '../src/instruments/csi.facts.js';
import { GAD_7 } from '../src/instruments/gad.facts.js';
import { PCL_5 } from '../src/instruments/pcl.facts.js';
import { PHQ_2, PHQ_4, PHQ_9 } from '../src/instruments/phq.facts.js';
import { REFERENCED, SCORED } from '../src/instruments/registry.content.js';
import type { ScoringFacts } from '../src/instruments/scoring.definition.js';
import { type Answers, scorePublished } from '../src/instruments/scoring.rules.js';
import { ROSENBERG, WHO_5 } from '../src/instruments/wellbeing.facts.js';

const keysOf = ({ items }: ScoringFacts): string[] => items.map(({ key }) => key);
const given = (facts: ScoringFacts, points: readonly (number | null)[]): Answers =>
  Object.fromEntries(keysOf(facts).map((key, index) => [key, points[index] ?? null]));
const all = (facts: ScoringFacts, points: number): Answers => given(facts, Array(facts.items.length).fill(points));

describe('the facts of every published scale', () => {
  it.each(SCORED.map((facts) => [facts.code, facts] as const))('%s hang together', (_, facts) => {
    const keys = keysOf(facts);
    expect(new Set(keys).size).toBe(facts.itemCount);
    for (const { items, needed } of facts.subscales) {
      expect(keys).toEqual(expect.arrayContaining([...items]));
      expect(needed).toBeLessThanOrEqual(items.length);
    }
    const ends = [facts.items.map(({ min }) => min), facts.items.map(({ max }) => max)];
    const sums = ends.map((each) => each.reduce((a, b) => a + b, 0) * facts.total.factor);
    expect(sums).toEqual([facts.total.min, facts.total.max]);
    facts.bands.forEach((band, index) => {
      expect(band.lo).toBe(index === 0 ? facts.total.min : facts.bands[index - 1]!.hi + 1);
      expect(band.hi).toBeGreaterThanOrEqual(band.lo);
    });
    if (facts.bands.length > 0) expect(facts.bands.at(-1)!.hi).toBe(facts.total.max);
    expect(facts.cutoffs.filter(({ caseness }) => caseness).length).toBeLessThanOrEqual(1);
    for (const { item } of facts.risks) expect(keys).toContain(item);
  });

  it('never take the code of a form for the code of its score', () => {
    const panels = SCORED.flatMap(({ panel }) => panel ?? []);
    const totals = SCORED.flatMap(({ total }) => total.loinc ?? []);
    const items = SCORED.flatMap((facts) => [...facts.items, ...facts.unscored].flatMap(({ loinc }) => loinc ?? []));
    const codes = [...panels, ...totals, ...new Set(items)];
    expect(new Set(codes).size).toBe(codes.length);
    // the form of 17 items that is easily taken for PCL-5, and a code that stands for three tests
    for (const wrong of ['70221-7', '72133-2']) expect(codes).not.toContain(wrong);
  });

  it.each([
    [PHQ_9, '44249-1', '44261-6', 9],
    [PHQ_2, '55757-9', '55758-7', 2],
    [PHQ_4, '69724-3', '70272-0', 4],
    [GAD_7, '69737-5', '70274-6', 7],
    [PCL_5, '101697-1', '101698-9', 20],
    [WHO_5, null, null, 5],
    [CSI_16, null, null, 16],
    [CSI_4, null, null, 4],
    [ROSENBERG, null, null, 10],
  ])('$code is known by its codes', (facts, panel, total, count) => {
    expect([facts.panel, facts.total.loinc, facts.items.length]).toEqual([panel, total, count]);
  });

  it('hold the items of the PHQ-9 and the GAD-7 in the order of the form', () => {
    expect(keysOf(PHQ_9).join(' ')).toBe('44250-9 44255-8 44259-0 44254-1 44251-7 44258-2 44252-5 44253-3 44260-8');
    expect(keysOf(GAD_7).join(' ')).toBe('69725-0 68509-9 69733-4 69734-2 69735-9 69689-8 69736-7');
    expect(PHQ_9.unscored.map(({ key }) => key)).toEqual(['69722-7']);
  });

  it.each([
    [PHQ_9, 'lower_better', 6, '>=', 10, 'reliable', [5]],
    [GAD_7, 'lower_better', 4, '>=', 8, 'reliable', [6]],
    [PCL_5, 'lower_better', 15, '>', 28, 'reliable', [18, 10]],
    [WHO_5, 'higher_better', 10, '<=', 50, 'noticeable', []],
    [CSI_16, 'higher_better', 7, '<', 51.5, 'derived', []],
    [CSI_4, 'higher_better', 3, '<', 13.5, 'derived', []],
    [ROSENBERG, 'higher_better', 5, '<', 15, 'derived', []],
  ])(
    '$code has its default change rule, its line and what else may be chosen',
    (facts, side, points, op, at, name, more) => {
      const [first, ...others] = facts.changeRules;
      expect(facts.direction).toBe(side);
      expect(first).toMatchObject({ threshold: points, name });
      expect(others.map(({ threshold }) => threshold)).toEqual(more);
      expect(facts.cutoffs.find(({ caseness }) => caseness)).toMatchObject({ op, value: at });
    },
  );

  it('derive a change rule from the spread and the reliability they name', () => {
    const rounded = SCORED.flatMap(({ changeRules }) => changeRules).flatMap(({ sd, reliability, threshold }) =>
      sd !== null && reliability !== null ? [[Math.round(reliableChange(sd, reliability.value)), threshold]] : [],
    );
    expect(rounded).toEqual([
      [7, 7],
      [3, 3],
      [5, 5],
    ]);
    // why ten points of WHO-5 are a convention, and why nobody derives a figure for the WSAS
    expect(reliableChange(20, 0.84)).toBeCloseTo(22.2, 1);
    expect(reliableChange(8, 0.73)).toBeCloseTo(11.5, 1);
    expect(cutoffBetween(5, 2, 15, 6)).toBe(7.5);
  });

  it('say the terms of every scale, and bring no wording', () => {
    const known = [...SCORED, ...REFERENCED];
    expect(new Set(known.map(({ code }) => code)).size).toBe(known.length);
    for (const { licence, text } of known) {
      expect(licence).not.toBe('');
      expect(text).not.toBe('bundled');
    }
  });
});

describe('golden vectors', () => {
  it.each([
    ['the answers of the US Core example', PHQ_9, [2, 2, 2, 2, 1, 1, 2, 0, 0], 12, 'moderate'],
    ['nothing at all', PHQ_9, [0, 0, 0, 0, 0, 0, 0, 0, 0], 0, 'minimal'],
    ['everything', PHQ_9, [3, 3, 3, 3, 3, 3, 3, 3, 3], 27, 'severe'],
    ['the end of a band', PHQ_9, [3, 3, 3, 0, 0, 0, 0, 0, 0], 9, 'mild'],
    ['everything', GAD_7, [3, 3, 3, 3, 3, 3, 3], 21, 'severe'],
    ['the middle', GAD_7, [2, 1, 2, 1, 2, 1, 1], 10, 'moderate'],
    ['both halves', PHQ_4, [3, 0, 1, 2], 6, 'moderate'],
    ['two', PHQ_2, [2, 1], 3, null],
    ['all the time', WHO_5, [5, 5, 5, 5, 5], 100, null],
    ['a low one', WHO_5, [3, 2, 3, 2, 2], 48, null],
    ['the best', CSI_4, [6, 5, 5, 5], 21, null],
    ['all the highest options', ROSENBERG, [3, 3, 3, 3, 3, 3, 3, 3, 3, 3], 15, 'typical'],
    ['all the lowest', ROSENBERG, [0, 0, 0, 0, 0, 0, 0, 0, 0, 0], 15, 'typical'],
    ['the best', ROSENBERG, [3, 3, 0, 3, 0, 3, 3, 0, 0, 0], 30, 'high'],
  ])('%s', (_, facts, points, total, band) => {
    expect(scorePublished(facts, given(facts, points))).toMatchObject({ total, band, complete: true, prorated: false });
  });

  it('give the subscales', () => {
    expect(scorePublished(PHQ_4, given(PHQ_4, [3, 0, 1, 2])).subscales).toEqual({ 'phq-2': 3, 'gad-2': 3 });
    expect(scorePublished(PCL_5, all(PCL_5, 2))).toMatchObject({ total: 40, subscales: { b: 10, c: 4, d: 14, e: 12 } });
    expect(scorePublished(CSI_16, { ...all(CSI_16, 5), 'csi16-1': 6 }).total).toBe(81);
  });

  it('never count what is asked beside the score', () => {
    expect(scorePublished(PHQ_9, { ...all(PHQ_9, 1), '69722-7': 3 }).total).toBe(9);
  });

  it('prorate a PHQ-9 with one or two open items, and no other scale', () => {
    expect(scorePublished(PHQ_9, given(PHQ_9, [2, 2, 2, 2, 2, 2, null, null, 2]))).toMatchObject({
      ...{ total: 18, prorated: true, complete: false, answered: 7, of: 9, band: 'moderately-severe' },
    });
    expect(scorePublished(PHQ_9, given(PHQ_9, [1, 1, 1, 1, 1, 1, null, 1, 2]))).toMatchObject({
      ...{ total: 10.13, band: 'moderate' },
    });
    expect(scorePublished(PHQ_9, given(PHQ_9, [2, 2, 2, 2, 2, null, null, null, 2])).total).toBeNull();
    // the ninth item is never made up from the others
    expect(scorePublished(PHQ_9, given(PHQ_9, [2, 2, 2, 2, 2, 2, 2, 2, null]))).toMatchObject({
      total: null,
      answered: 8,
    });
    for (const facts of SCORED.filter(({ code }) => code !== 'phq-9')) {
      const [open] = keysOf(facts);
      expect(scorePublished(facts, { ...all(facts, 1), [open!]: null })).toMatchObject({ total: null, band: null });
    }
  });

  it('see the risk in an answer, and none in an open one', () => {
    expect(risksIn(PHQ_9.risks, { '44260-8': 1 })).toEqual(['item-9']);
    expect(risksIn(PHQ_9.risks, { '44260-8': 0 })).toEqual([]);
    expect(risksIn(PHQ_9.risks, { '44260-8': null })).toEqual([]);
  });
});

describe('scoring a published scale', () => {
  const anyAnswers = fc
    .constantFrom(...SCORED)
    .chain((facts) =>
      fc
        .tuple(...facts.items.map(({ min, max }) => fc.option(fc.integer({ min, max }))))
        .map((points) => [facts, given(facts, points)] as const),
    );

  it('does not hang on the order of answers, items, options or subscales', () => {
    fc.assert(
      fc.property(anyAnswers, ([facts, answers]) => {
        const { items, subscales, bands } = facts;
        const turned = {
          ...facts,
          items: items.toReversed(),
          subscales: subscales.toReversed(),
          bands: bands.toReversed(),
        };
        const turnedAnswers = Object.fromEntries(Object.entries(answers).toReversed());
        expect(scorePublished(turned, turnedAnswers)).toEqual(scorePublished(facts, answers));
      }),
    );
  });

  it('never counts an open item as zero', () => {
    fc.assert(
      fc.property(anyAnswers, fc.integer({ min: 0, max: 19 }), ([facts, answers], place) => {
        const item = facts.items[place % facts.items.length]!;
        const open = scorePublished(facts, { ...answers, [item.key]: null });
        expect(open.complete).toBe(false);
        expect(open.answered).toBeLessThan(open.of);
        if (open.total === null) return;
        // the others alike: what stands for it is their mean, so it changes nothing
        const same = scorePublished(facts, { ...all(facts, 2), [item.key]: null });
        expect([null, scorePublished(facts, all(facts, 2)).total]).toContain(same.total);
      }),
    );
  });

  it('stays within its range, and only says what it can', () => {
    fc.assert(
      fc.property(anyAnswers, ([facts, answers]) => {
        const { total, band, prorated, complete } = scorePublished(facts, answers);
        if (total === null) expect([band, prorated]).toEqual([null, false]);
        else {
          expect(total >= facts.total.min && total <= facts.total.max).toBe(true);
          expect(prorated).toBe(!complete);
          expect(band === null).toBe(facts.bands.length === 0);
        }
      }),
    );
  });
});

describe('a verdict', () => {
  const verdict = (facts: ScoringFacts, from: number, to: number): string | undefined =>
    changeBetween(facts, facts.changeRules[0]!, from, to)?.verdict;

  it.each([
    ['a fall of the threshold itself counts', PHQ_9, 20, 14, 'improved'],
    ['one point less does not', PHQ_9, 20, 15, 'unchanged'],
    ['over the line it is recovery', PHQ_9, 15, 9, 'recovered'],
    ['over the line by too little is none', PHQ_9, 12, 9, 'unchanged'],
    ['from below the line it is no recovery', PHQ_9, 9, 3, 'improved'],
    ['a rise of the threshold', PHQ_9, 6, 12, 'deteriorated'],
    ['a rise of one less', PHQ_9, 6, 11, 'unchanged'],
    ['the line of PCL-5 lies above 28', PCL_5, 44, 29, 'improved'],
    ['and 28 is not a case', PCL_5, 43, 28, 'recovered'],
    ['where more is better, a fall is worse', WHO_5, 60, 50, 'deteriorated'],
    ['fifty is still low', WHO_5, 40, 50, 'improved'],
    ['above it is recovery', WHO_5, 44, 54, 'recovered'],
    ['halves count where the line has them', CSI_16, 45, 52, 'recovered'],
  ])('%s', (_, facts, from, to, expected) => {
    expect(verdict(facts, from, to)).toBe(expected);
  });

  it('turns round with the direction, and is the same by any other name of the rule', () => {
    const totals = fc.integer({ min: 0, max: 27 });
    fc.assert(
      fc.property(totals, totals, (from, to) => {
        const [there, back] = [verdict(PHQ_9, from, to), verdict(PHQ_9, to, from)];
        if (there === 'deteriorated') expect(['improved', 'recovered']).toContain(back);
        if (there === 'unchanged') expect(back).toBe('unchanged');
      }),
    );
  });

  it('names the side of the line', () => {
    expect([isCase(PHQ_9, 10), isCase(PHQ_9, 9.9), isCase({ cutoffs: [] }, 10)]).toEqual([true, false, null]);
  });
});

describe('the wording of published scales', () => {
  const ROOT = path.resolve(import.meta.dirname, '../..');
  const RUN = 5;
  /** Marks of every five words in a row of the items of published scales: the words themselves cannot be had from them. */
  const marks = path.join(import.meta.dirname, 'fixtures/wording.hashes.json');
  const textFiles = (folder: string): string[] =>
    fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      const at = path.join(folder, entry.name);
      if (entry.isDirectory()) return /^(node_modules|dist|\.angular|\.data)$/.test(entry.name) ? [] : textFiles(at);
      return /\.(ts|mjs|json|html|md)$/.test(entry.name) ? [at] : [];
    });

  it('stands nowhere in these sources: no five words in a row of any item', () => {
    const known = new Set(JSON.parse(fs.readFileSync(marks, 'utf8')) as string[]);
    const folders = ['server/src', 'server/test', 'client/src', 'client/e2e', 'migrations', 'scripts'];
    const found = folders
      .map((folder) => path.join(ROOT, folder))
      .flatMap((folder) => (fs.existsSync(folder) ? textFiles(folder) : []))
      .flatMap((file) => {
        const words =
          fs
            .readFileSync(file, 'utf8')
            .toLowerCase()
            .normalize('NFKD')
            .match(/\p{L}+/gu) ?? [];
        return words.flatMap((_, at) => {
          const run = words.slice(at, at + RUN).join(' ');
          const mark = createHash('sha256').update(run).digest('hex').slice(0, 12);
          return known.has(mark) ? [`${path.relative(ROOT, file)}: ${run}`] : [];
        });
      });
    expect(found).toEqual([]);
  }, 60_000);
});
