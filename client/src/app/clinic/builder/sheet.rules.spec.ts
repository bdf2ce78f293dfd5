import fc from 'fast-check';
import type { FieldDto, WorksheetDto } from '../../../api/types.gen';
import {
  keyAt,
  mended,
  moved,
  newQuestion,
  putBack,
  questionsOf,
  retyped,
  sheetOf,
  without,
  withQuestion,
  type Sheet,
} from './sheet.rules';

const question = (key: string, more: Partial<FieldDto> = {}): FieldDto => ({
  ...newQuestion(),
  key,
  label: key,
  ...more,
});
const sheet = (...parts: FieldDto[][]): Sheet => ({
  ...sheetOf({ title: 'x', guidance: null } as unknown as WorksheetDto),
  sections: parts.map((fields, i) => ({ key: `p${i + 1}`, title: `Part ${i + 1}`, intro: '', fields })),
});
const order = (of: Sheet): string[] => of.sections.map(({ fields }) => fields.map(({ key }) => key).join(' '));

describe('moving', () => {
  const two = sheet([question('a'), question('b')], [question('c')]);

  it('goes one place at a time, and over the edge of a part into the next', () => {
    expect(order(moved(two, 'a', 1))).toEqual(['b a', 'c']);
    expect(order(moved(two, 'b', 1))).toEqual(['a', 'b c']);
    expect(order(moved(two, 'c', -1))).toEqual(['a b c', '']);
    expect(order(moved(two, 'p2', -1))).toEqual(['c', 'a b']);
  });

  it('stays where there is no place to go to', () => {
    expect(moved(two, 'a', -1)).toBe(two);
    expect(moved(two, 'c', 1)).toBe(two);
    expect(order(moved(two, 'p1', -1))).toEqual(order(two));
  });
});

describe('whatever is moved, however often', () => {
  it('is neither lost nor doubled, and no rule is left hanging on what comes later', () => {
    const keys = ['a', 'b', 'c', 'd', 'e'];
    const asks = (key: string, field: string) => question(key, { showIf: { field, op: 'answered' } });
    const of = sheet([question('a'), asks('b', 'a')], [asks('c', 'b'), question('d')], [asks('e', 'd')]);
    const step = fc.tuple(fc.constantFrom(...keys, 'p1', 'p2', 'p3'), fc.constantFrom<(1 | -1)[]>(1, -1));
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const after = steps.reduce((now, [key, by]) => mended(moved(now, key, by)).sheet, of);
        const placed = questionsOf(after).map(({ field }) => field);
        expect(placed.map(({ key }) => key).toSorted()).toEqual(keys);
        expect(after.sections.map(({ key }) => key).toSorted()).toEqual(['p1', 'p2', 'p3']);
        for (const [at, { showIf }] of placed.entries())
          if (showIf) expect(placed.slice(0, at).map(({ key }) => key)).toContain(showIf.field);
      }),
    );
  });
});

describe('what was taken out', () => {
  const two = sheet([question('a'), question('b')], [question('c')]);

  it('comes back to its place, and leaves what was written since', () => {
    const since = withQuestion(without(two, 'b'), question('new'), 'p2');
    expect(order(putBack(since, two, 'b'))).toEqual(['a b', 'c new']);
    expect(order(putBack(without(two, 'p1'), two, 'p1'))).toEqual(['a b', 'c']);
  });

  it('comes back into another part when its own is gone', () => {
    expect(order(putBack(without(two, 'p1'), two, 'b'))).toEqual(['c b']);
    expect(order(putBack(without(without(two, 'p1'), 'p2'), two, 'b'))).toEqual(['b']);
  });
});

describe('a rule', () => {
  const asks = question('b', { showIf: { field: 'a', op: 'answered' } });

  it('stays while its question stands before it', () => {
    const whole = sheet([question('a'), asks]);
    expect(mended(whole)).toEqual({ sheet: whole, lost: [] });
  });

  it('comes off when its question is taken out or moved behind it, and tells of it', () => {
    for (const broken of [without(sheet([question('a'), asks]), 'a'), moved(sheet([question('a'), asks]), 'b', -1)]) {
      const { sheet: whole, lost } = mended(broken);
      expect(lost).toEqual(['b']);
      expect(questionsOf(whole).find(({ field }) => field.key === 'b')?.field.showIf).toBeNull();
    }
  });

  it('comes off when the choice it waits for is gone', () => {
    const one = question('a', { type: 'one', options: [{ key: 'yes', label: 'Yes' }] });
    const waits = question('b', {
      showIf: { field: 'a', op: 'eq', value: 'no' as unknown as Record<string, unknown> },
    });
    expect(mended(sheet([one, waits])).lost).toEqual(['b']);
  });
});

describe('a rule that waits for one of several answers', () => {
  const options = ['yes', 'no', 'unsure'].map((key) => ({ key, label: key }));
  const waits = (value: string[]) =>
    question('b', { showIf: { field: 'a', op: 'in', value: value as unknown as Record<string, unknown> } });
  const one = question('a', { type: 'one', options });
  const ruleAfter = (from: FieldDto, value: string[]) => {
    const { sheet: whole, lost } = mended(sheet([from, waits(value)]));
    return [questionsOf(whole)[1]?.field.showIf?.value ?? null, lost];
  };

  it('stays as it is while its answers are there, and while none is ticked yet', () => {
    const whole = sheet([one, waits(['yes', 'no'])]);
    expect(mended(whole).sheet).toBe(whole);
    expect(ruleAfter(one, [])).toEqual([[], []]);
  });

  it('goes on waiting for what is left when a choice is taken away, and comes off with the last of them', () => {
    const fewer = { ...one, options: options.slice(0, 1) };
    expect(ruleAfter(fewer, ['yes', 'no'])).toEqual([['yes'], []]);
    expect(ruleAfter(fewer, ['no', 'unsure'])).toEqual([null, ['b']]);
  });

  it('comes off when its question no longer offers choices', () => {
    expect(ruleAfter(retyped(one, 'short'), ['yes'])).toEqual([null, ['b']]);
    expect(ruleAfter(retyped(one, 'rows'), [])).toEqual([null, ['b']]);
  });
});

describe('a question', () => {
  it('gets what its kind of answer needs, and keeps its words', () => {
    const one = retyped(question('a', { label: 'Why?' }), 'one');
    expect([one.label, one.options?.length, one.columns]).toEqual(['Why?', 2, null]);
    expect(retyped(one, 'multi').options).toBe(one.options);
    expect(retyped(one, 'scale').options?.map(({ key }) => key)).toEqual(['0', '10']);
    expect(retyped(one, 'rows').columns?.length).toBe(1);
    expect(retyped(one, 'short').options).toBeNull();
  });

  it('is put after the one in hand', () => {
    const of = sheet([question('a'), question('b')]);
    expect(order(withQuestion(of, question('new'), 'p1', 'a'))).toEqual(['a new b']);
    expect(order(withQuestion(of, question('new'), 'p1'))).toEqual(['a b new']);
  });
});

describe('a finding', () => {
  it('leads to the question or the part it is about, else to the whole', () => {
    const of = sheet([question('a')], [question('b')]);
    expect(keyAt(of, 'sections[1].fields[0].label')).toBe('b');
    expect(keyAt(of, 'sections[1].title')).toBe('p2');
    expect(keyAt(of, 'minutes')).toBe('sheet');
    expect(keyAt(of, 'sections[7]')).toBe('sheet');
  });
});
