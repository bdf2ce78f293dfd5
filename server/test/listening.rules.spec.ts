import {
  ACTS,
  actsOf,
  afterAct,
  hasReplied,
  mayWrite,
  STATES,
  type Act,
  type Side,
  type State,
} from '../src/listening/listening.rules.js';

/** Every state and side, with all that is possible there before a reply. What is not here is refused. */
const POSSIBLE: Record<State, Record<Side, Partial<Record<Act, State>>>> = {
  kept: { writer: { rewrite: 'kept', offer: 'offered', withdraw: 'withdrawn' }, listener: {}, staff: {} },
  offered: { writer: { withdraw: 'withdrawn' }, listener: { reflect: 'reflected' }, staff: {} },
  reflected: {
    writer: { hear: 'heard', not_yet: 'not_yet', withdraw: 'withdrawn' },
    listener: { reply: 'reflected' },
    staff: {},
  },
  not_yet: { writer: { hear: 'heard', withdraw: 'withdrawn' }, listener: { reflect: 'reflected' }, staff: {} },
  heard: { writer: { withdraw: 'withdrawn' }, listener: { reply: 'heard' }, staff: {} },
  withdrawn: { writer: {}, listener: {}, staff: {} },
};

describe('a piece to listen to, for every side, act and state', () => {
  for (const state of STATES)
    for (const side of ['writer', 'listener', 'staff'] as const)
      it(`${state}: ${side} can ${Object.keys(POSSIBLE[state][side]).join(', ') || 'do nothing'}`, () => {
        for (const act of ACTS) {
          const to = POSSIBLE[state][side][act];
          if (to) expect([act, afterAct(act, state, side, false)]).toEqual([act, to]);
          else expect(() => afterAct(act, state, side, false)).toThrow();
        }
        expect(new Set(actsOf(state, side, false))).toEqual(new Set(Object.keys(POSSIBLE[state][side])));
      });

  it('has one reply to each time it was said back', () => {
    for (const state of STATES) {
      expect(actsOf(state, 'listener', true)).not.toContain('reply');
      expect(() => afterAct('reply', state, 'listener', true)).toThrow();
    }
    expect(hasReplied([])).toBe(false);
    expect(hasReplied(['reflection'])).toBe(false);
    expect(hasReplied(['reflection', 'reply'])).toBe(true);
    expect(hasReplied(['reflection', 'reply', 'not_yet', 'reflection'])).toBe(false);
    expect(hasReplied(['reflection', 'reply', 'heard'])).toBe(true);
  });

  it('says why there is no reply yet', () => {
    for (const state of ['kept', 'offered', 'not_yet'] as const)
      expect(() => afterAct('reply', state, 'listener', false)).toThrow(/First say back/);
  });

  it('is written first by whoever was hurt', () => {
    expect((['injured', 'both', 'unspecified', 'involved'] as const).map(mayWrite)).toEqual([true, true, true, false]);
  });
});
