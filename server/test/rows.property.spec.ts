import fc from 'fast-check';
import { etag } from './acts.js';
import type { Agent } from './agent.js';
import { world, type World } from './world.js';

/**
 * Two people fill in one sheet at the same time, each from a screen that may be old. Whatever they add, change, move and
 * take out, in whatever order it arrives: what the server has at the end is what it said yes to, in that order.
 */
let w: World;
let worksheetId: string;

interface Row {
  rowId: string;
  step?: string;
}
interface Draft {
  version: number;
  answers: { steps?: Row[] };
}
/** `at` picks a row of those that are there; past the end it wraps. */
type Act = { do: 'add' | 'edit' | 'remove' | 'move'; at: number; words: string };

const FIELD = 'steps';

const act = (): fc.Arbitrary<Act> =>
  fc.record({
    do: fc.constantFrom('add', 'add', 'edit', 'remove', 'move'),
    at: fc.nat(20),
    words: fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' }).filter((text) => text.trim() !== ''),
  });

/** What both do in one moment. */
const moments = (): fc.Arbitrary<[Act, Act][]> => fc.array(fc.tuple(act(), act()), { minLength: 2, maxLength: 6 });

function done(rows: readonly Row[], { do: what, at, words }: Act, fresh: string): Row[] {
  const index = rows.length === 0 ? 0 : at % rows.length;
  const row = rows[index];
  if (what === 'add' || row === undefined) return [...rows, { rowId: fresh, step: `${fresh} ${words}` }];
  if (what === 'edit') return rows.with(index, { ...row, step: `${row.rowId} ${words}` });
  const rest = rows.toSpliced(index, 1);
  return what === 'remove' ? rest : rest.toSpliced(at % (rest.length + 1), 0, row);
}

beforeAll(async () => {
  w = await world();
  const { body } = await w.therapist.get('/worksheets?limit=100');
  worksheetId = (body as { items: { id: string; key: string }[] }).items.find(
    ({ key }) => key === 'self-care-plan',
  )!.id;
});
afterAll(() => w.close());

async function given(): Promise<string> {
  const { body } = await w.therapist.post('/assignments', { worksheetId, coupleId: w.coupleId, mode: 'together' });
  return (body as { items: { id: string }[] }).items[0]!.id;
}

it('never loses or mixes a row, however two people save at once', async () => {
  await fc.assert(
    fc.asyncProperty(moments(), async (all) => {
      const path = `/assignments/${await given()}/response`;
      const read = async (agent: Agent): Promise<Draft> => (await agent.get(path)).body as Draft;
      /** What the server said yes to, by the version it became. */
      const accepted = new Map<number, Row[]>();
      const attempt = async (agent: Agent, seen: Draft, one: Act, fresh: string): Promise<boolean> => {
        const rows = done(seen.answers.steps ?? [], one, fresh);
        const { status, body } = await agent.put(path, { answers: { [FIELD]: rows } }, etag(seen.version));
        if (status === 412) return false;
        expect([status, body]).toEqual([200, expect.anything()]);
        const { version } = body as Draft;
        expect(accepted.has(version)).toBe(false);
        accepted.set(version, rows);
        return true;
      };
      for (const pair of all) {
        const seen = await Promise.all([read(w.maya), read(w.tom)]);
        const both = [w.maya, w.tom].map((agent, i) => ({
          ...{ agent, seen: seen[i]!, one: pair[i]!, fresh: crypto.randomUUID() },
        }));
        const went = await Promise.all(both.map(({ agent, seen: on, one, fresh }) => attempt(agent, on, one, fresh)));
        // they read the same version, so one of the two was told, and goes on from what is there
        expect(went.filter(Boolean)).toHaveLength(1);
        const late = both[went.indexOf(false)]!;
        expect(await attempt(late.agent, await read(late.agent), late.one, late.fresh)).toBe(true);
        const now = await read(w.maya);
        expect(now.answers.steps ?? []).toEqual(accepted.get(now.version));
      }
      const rows = (await read(w.tom)).answers.steps ?? [];
      expect(new Set(rows.map(({ rowId }) => rowId)).size).toBe(rows.length);
      for (const row of rows) expect(row.step?.startsWith(row.rowId)).toBe(true);
    }),
    { numRuns: 8, interruptAfterTimeLimit: 40_000, markInterruptAsFailure: false },
  );
});

it('refuses rows that stand in one list twice', async () => {
  const path = `/assignments/${await given()}/response`;
  const rowId = crypto.randomUUID();
  await fc.assert(
    fc.asyncProperty(fc.array(fc.uuid(), { maxLength: 5 }), fc.nat(5), async (others, at) => {
      const ids = [...new Set(others), rowId].toSpliced(at, 0, rowId);
      const { status, body } = await w.maya.put(
        path,
        { answers: { [FIELD]: ids.map((id) => ({ rowId: id })) } },
        etag(1),
      );
      expect([status, (body as { errors: { code: string }[] }).errors[0]!.code]).toEqual([400, 'repeated']);
    }),
    { numRuns: 10 },
  );
});
