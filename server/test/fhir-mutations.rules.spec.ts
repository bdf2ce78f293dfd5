import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readUpload } from '../src/fhir/import.rules.js';
import { GAD_7 } from '../src/instruments/gad.facts.js';
import { PHQ_9 } from '../src/instruments/phq.facts.js';
import { gad7, type Json, phq9, POINTS } from './forms.js';
import { mutated, type Mutation, mutations } from './mutations.js';

const WORTH = new Map([...POINTS.map((code, points) => [code, points] as const), ['LA18938-3', 2] as const]);
const read = (file: Json) => readUpload(JSON.stringify(file));

/** What has to be true of a scale that is taken, whatever was done to its file before. */
function expectWhole(file: Json): void {
  const result = read(file);
  if (result.form === null) {
    expect(result.faults.length).toBeGreaterThan(0);
    for (const { path } of result.faults) expect(path).toMatch(/^\$/);
    return;
  }
  const { form, recognisedAs, needsMapping } = result;
  if (form.scoring === null) return expect([form.scoring, needsMapping]).toEqual([null, true]);
  const facts = [PHQ_9, GAD_7].find(({ code }) => code === recognisedAs)!;
  const named = Object.values(form.scoring.items);
  expect(named).toEqual(expect.arrayContaining(facts.items.map(({ key }) => key)));
  expect(new Set(named).size).toBe(named.length);
  for (const { key } of facts.items) {
    const item = form.items.find((each) => form.scoring!.items[each.key] === key)!;
    expect([item.type, item.repeats, item.shownIf]).toEqual(['choice', false, []]);
    expect(item.options.map(({ value }) => value).sort()).toEqual([0, 1, 2, 3]);
    for (const { code, value } of item.options) if (WORTH.has(code ?? '')) expect(value).toBe(WORTH.get(code ?? ''));
  }
}

describe('a form that somebody has damaged', () => {
  const forms = fc.constantFrom(phq9(), phq9({ worth: 'coding' }), phq9({ worth: 'nowhere' }), gad7(), gad7('option'));

  it('is refused with its paths, waits to be mapped, or is the whole scale still; never a part of it', () => {
    fc.assert(
      fc.property(forms, fc.array(mutations, { minLength: 1, maxLength: 4 }), (file, steps) => {
        expectWhole(steps.reduce((now, step) => mutated(now, step), file));
      }),
      { numRuns: 1500 },
    );
  });

  it.each<[string, Mutation]>([
    ['an item taken out', { kind: 'remove', at: 0.37, depth: ['item'] }],
    ['an item there twice', { kind: 'repeat', at: 0.2, depth: ['item'] }],
    ['two options that have changed their worth', { kind: 'swap', at: 0.1, depth: ['item', 'answerOption'] }],
  ])('is no scale with %s', (_, step) => {
    const file = mutated(phq9(), step);
    expect(file).not.toEqual(phq9());
    const result = read(file);
    expect(result.form === null || result.form.scoring === null).toBe(true);
  });

  it('is read as it was before anybody touched it', () => {
    expect(read(phq9()).form?.scoring?.code).toBe('phq-9');
    expect(read(gad7()).form?.scoring?.code).toBe('gad-7');
  });
});
