import fc from 'fast-check';
import type { AnswerRow } from './field-definition';
import { moved, withBack, withCell, withNew, without } from './rows.rules';

/** What a person does to a list. `at` picks one of the rows she ever made, there or gone. */
type Act =
  | { do: 'add' }
  | { do: 'write'; at: number; column: 'a' | 'b'; words: string }
  | { do: 'remove' | 'back'; at: number }
  | { do: 'move'; at: number; by: 1 | -1 };

const at = fc.nat(30);
const acts: fc.Arbitrary<Act[]> = fc.array(
  fc.oneof(
    fc.record({ do: fc.constant('add' as const) }),
    fc.record({
      ...{ do: fc.constant('write' as const), at },
      ...{ column: fc.constantFrom('a' as const, 'b' as const), words: fc.string() },
    }),
    fc.record({ do: fc.constantFrom('remove' as const, 'back' as const), at }),
    fc.record({ do: fc.constant('move' as const), at, by: fc.constantFrom(1 as const, -1 as const) }),
  ),
  { maxLength: 60 },
);

interface Gone {
  row: AnswerRow;
  index: number;
}

/** The same as the page does it, and beside it a plain record of what each row should hold. */
function played(list: readonly Act[]) {
  let rows: readonly AnswerRow[] = [];
  let made = 0;
  const gone = new Map<string, Gone>();
  const should = new Map<string, Record<string, unknown>>();
  for (const act of list) {
    const id = `row ${act.do === 'add' ? made : act.at % Math.max(1, made)}`;
    const index = rows.findIndex(({ rowId }) => rowId === id);
    const row = rows[index];
    switch (act.do) {
      case 'add':
        made += 1;
        should.set(id, {});
        rows = withNew(rows, id);
        break;
      case 'write':
        if (row) should.set(id, { ...should.get(id), [act.column]: `${id} ${act.words}` });
        rows = withCell(rows, id, act.column, `${id} ${act.words}`);
        break;
      case 'remove':
        if (row) gone.set(id, { row, index });
        rows = without(rows, id);
        break;
      case 'back': {
        const before = gone.get(id);
        if (before) rows = withBack(rows, before.row, before.index);
        gone.delete(id);
        break;
      }
      case 'move': {
        const others = without(rows, id);
        const after = moved(rows, id, act.by);
        expect(without(after, id)).toEqual(others);
        rows = after;
      }
    }
  }
  return { rows, gone, should };
}

describe('the rows of a list', () => {
  it('are all there, each once, with their own words, whatever was added, written, moved, taken out and put back', () => {
    fc.assert(
      fc.property(acts, (list) => {
        const { rows, gone, should } = played(list);
        const left = [...should.keys()].filter((id) => !gone.has(id));
        expect(rows.map(({ rowId }) => rowId).toSorted()).toEqual(left.toSorted());
        for (const { rowId, ...cells } of rows) expect(cells).toEqual(should.get(rowId));
      }),
      { numRuns: 500 },
    );
  });

  it('are never changed in place: a draft on its way to the server stays what it was', () => {
    fc.assert(
      fc.property(acts, acts, (first, second) => {
        const { rows } = played(first);
        const sent = JSON.stringify(rows);
        const id = rows[0]?.rowId ?? 'none';
        for (const act of second)
          void [withNew(rows, `${act.do} x`), withCell(rows, id, 'a', 'x'), without(rows, id), moved(rows, id, 1)];
        expect(JSON.stringify(rows)).toBe(sent);
      }),
    );
  });
});
