import { HttpErrorResponse } from '@angular/common/http';
import fc from 'fast-check';
import { Draft } from './draft';
import type { ServerText } from './draft-link';
import { freshDraft, isStopped, isUnsent, saveDueAt, step, type DraftEvent } from './draft.rules';
import { problemOf } from './problems';
import { Disk } from '../../testing/draft-ends';
import type { AnswerRow } from '../kit/answer-form/field-definition';
import { moved, withCell, withNew, without } from '../kit/answer-form/rows.rules';

type Rows = readonly AnswerRow[];

describe('the rules of a draft', () => {
  const events: fc.Arbitrary<DraftEvent['type'][]> = fc.array(
    fc.constantFrom<DraftEvent['type']>(
      ...(['changed', 'changed', 'kept', 'sent', 'slow', 'acknowledged', 'failed', 'resumed'] as const),
      ...(['signed-out', 'conflicted', 'locked', 'rebased'] as const),
    ),
    { maxLength: 60 },
  );

  it('never call it saved before the server said so, and always come back to it', () => {
    fc.assert(
      fc.property(events, fc.infiniteStream(fc.nat(20_000)), fc.infiniteStream(fc.boolean()), (list, waits, coins) => {
        let state = freshDraft(1);
        let at = 1_000;
        for (const type of list) {
          at += waits.next().value ?? 0;
          const due = saveDueAt(state);
          // what is on its way is what an answer is about
          const fits =
            type === 'sent'
              ? due !== null && due <= at
              : ['acknowledged', 'failed', 'signed-out', 'conflicted', 'locked'].includes(type)
                ? state.sending !== null
                : type !== 'rebased' || state.phase === 'conflict';
          if (!fits) continue;
          const before = state;
          state = step(state, {
            ...{ type, at, seq: state.seq, version: state.version + 1, unsent: coins.next().value ?? true },
            ...{ why: coins.next().value ? 'offline' : 'busy' },
          });
          expect(state.savedSeq).toBeLessThanOrEqual(state.seq);
          expect(state.seq).toBeGreaterThanOrEqual(before.seq);
          if (state.phase === 'saved' || state.phase === 'back-online') expect(isUnsent(state)).toBe(false);
          if (isStopped(state.phase)) expect(saveDueAt(state)).toBeNull();
          else if (isUnsent(state) && state.sending === null) expect(saveDueAt(state)).not.toBeNull();
        }
      }),
      { numRuns: 1_000 },
    );
  });
});

/** Takes a text for the version it has; loses the way there or back when told to. */
class Server {
  rows: Rows = [];
  version = 1;
  weather: 'fine' | 'lost on the way' | 'lost on the way back' = 'fine';

  load(): Promise<ServerText<Rows>> {
    return this.weather === 'lost on the way' ? Promise.reject(failure(0)) : Promise.resolve(this.read());
  }
  read(): ServerText<Rows> {
    return { text: structuredClone(this.rows), version: this.version };
  }
  save(rows: Rows, version: number): Promise<{ version: number }> {
    if (this.weather === 'lost on the way') return Promise.reject(failure(0));
    if (version !== this.version) return Promise.reject(failure(412));
    this.rows = structuredClone(rows);
    this.version += 1;
    return this.weather === 'fine' ? Promise.resolve({ version: this.version }) : Promise.reject(failure(0));
  }
}

const failure = (status: number) => problemOf(new HttpErrorResponse({ status, error: {} }));

/** Both texts: every row of either, a row in both as it is here. */
const union = (mine: Rows, theirs: Rows): Rows => [
  ...mine,
  ...theirs.filter(({ rowId }) => !mine.some((row) => row.rowId === rowId)),
];

type Act =
  | { do: 'add' | 'write' | 'remove' | 'up' | 'down'; tab: 0 | 1; at: number }
  | { do: 'crash'; tab: 0 | 1 }
  | { do: 'wait'; ms: number }
  | { do: 'weather'; to: Server['weather'] };

const tab = fc.constantFrom(0 as const, 1 as const);
const acts: fc.Arbitrary<Act[]> = fc.array(
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({ do: fc.constantFrom('add', 'add', 'write', 'remove', 'up', 'down'), tab, at: fc.nat(9) }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('crash' as const), tab }) },
    { weight: 4, arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.nat(12_000) }) },
    {
      weight: 2,
      arbitrary: fc.record({
        do: fc.constant('weather' as const),
        to: fc.constantFrom(
          'fine' as const,
          'fine' as const,
          'lost on the way' as const,
          'lost on the way back' as const,
        ),
      }),
    },
  ),
  { maxLength: 40 },
);

describe('two tabs at one list', () => {
  beforeEach(() => void vi.useFakeTimers({ now: new Date('2026-10-14T09:00:00Z') }));
  afterEach(() => void vi.useRealTimers());

  it('keep every row that nobody took out, and no row with another’s words, through crashes and lost answers', async () => {
    await fc.assert(fc.asyncProperty(acts, played), { numRuns: 150 });
  });
});

async function played(list: readonly Act[]): Promise<void> {
  const server = new Server();
  const disk = new Disk();
  let opened = 0;
  /** A second tab does not take what the first has not sent: that one is alive. */
  const open = async (alone: boolean): Promise<Draft<Rows>> => {
    const seen = server.read();
    opened += 1;
    const link = {
      ...{ key: `anna|/list|${opened}`, store: disk },
      save: (rows: Rows, version: number) => server.save(rows, version),
      load: () => server.load(),
    };
    const draft = new Draft<Rows>(link, seen);
    if (alone) await draft.recover('anna|/list|', seen);
    return draft;
  };
  const tabs: [Draft<Rows>, Draft<Rows>] = [await open(false), await open(false)];
  const made = new Set<string>();
  const takenOut = new Set<string>();
  let words = 0;
  const settle = (): void => {
    for (const draft of tabs) {
      const conflict = draft.conflict();
      if (conflict) draft.settle(union(conflict.mine, conflict.theirs));
    }
  };
  const wait = async (ms: number): Promise<void> => void (await vi.advanceTimersByTimeAsync(ms));
  for (const act of list) {
    if (act.do === 'wait') await wait(act.ms);
    else if (act.do === 'weather') server.weather = act.to;
    else if (act.do === 'crash') {
      // what was typed in the last moment is not on the disk yet, and nothing says it is
      await wait(400);
      tabs[act.tab].stop();
      tabs[act.tab] = await open(false);
    } else {
      const draft = tabs[act.tab];
      const rows = draft.text();
      const id = rows[act.at % Math.max(1, rows.length)]?.rowId ?? 'none';
      words += 1;
      if (act.do === 'add') {
        made.add(`row ${words}`);
        draft.change(withCell(withNew(rows, `row ${words}`), `row ${words}`, 'a', `row ${words}: 0`));
      } else if (act.do === 'write') draft.change(withCell(rows, id, 'a', `${id}: ${words}`));
      else if (act.do === 'remove') {
        takenOut.add(id);
        draft.change(without(rows, id));
      } else draft.change(moved(rows, id, act.do === 'up' ? -1 : 1));
    }
    settle();
  }
  server.weather = 'fine';
  for (let round = 0; round < 8; round++) {
    for (const draft of tabs) draft.resume();
    await wait(70_000);
    settle();
  }
  for (const draft of tabs) draft.stop();
  // Whoever opens it next is given what crashed tabs had left on the disk.
  const last = await open(true);
  for (let round = 0; round < 2 * opened + 4; round++) {
    await wait(70_000);
    const conflict = last.conflict();
    if (conflict) last.settle(union(conflict.mine, conflict.theirs));
  }
  last.stop();
  const there = server.rows.map(({ rowId }) => rowId);
  expect(new Set(there).size).toBe(there.length);
  for (const id of made) if (!takenOut.has(id)) expect(there).toContain(id);
  for (const { rowId, ...cells } of server.rows) expect(String(cells['a']).startsWith(`${rowId}: `)).toBe(true);
  expect([last.unsent(), disk.entries.size]).toEqual([false, 0]);
}
