import type { PartnerRole } from '../src/couples/couples.rules.js';
import {
  aboutsOf,
  ACTS,
  actsOf,
  afterAct,
  isPlanned,
  isUnderWay,
  isWithin,
  lacks,
  LEVELS,
  mayAsk,
  mayBeAsked,
  STATES,
  upTo,
  type Act,
  type Side,
  type Standing,
  type State,
} from '../src/questions/questions.rules.js';

/** Every state and side, with all that is possible there. What is not here is refused. */
const POSSIBLE: Record<State, Record<Side, Partial<Record<Act, State>>>> = {
  open: {
    asker: { reword: 'open', tag: 'open', withdraw: 'withdrawn' },
    asked: {},
    staff: { order: 'open', about: 'open', pass_on: 'passed_on', set_aside: 'set_aside' },
  },
  passed_on: {
    asker: { tag: 'passed_on', withdraw: 'withdrawn' },
    asked: { draft: 'passed_on' },
    staff: { order: 'passed_on', plan: 'passed_on', set_aside: 'set_aside', answer: 'answered' },
  },
  set_aside: {
    asker: { tag: 'set_aside', withdraw: 'withdrawn' },
    asked: {},
    staff: { order: 'set_aside', take_up: 'open' },
  },
  answered: { asker: {}, asked: {}, staff: {} },
  withdrawn: { asker: {}, asked: {}, staff: {} },
};

const SIDES: Side[] = ['asker', 'asked', 'staff'];

describe('a question, for every side, act and state', () => {
  for (const state of STATES)
    for (const side of SIDES)
      it(`${state}: ${side} can ${Object.keys(POSSIBLE[state][side]).join(', ') || 'do nothing'}`, () => {
        for (const act of ACTS) {
          const to = POSSIBLE[state][side][act];
          if (to) expect([act, afterAct(act, state, side)]).toEqual([act, to]);
          else expect(() => afterAct(act, state, side)).toThrow();
        }
        expect(new Set(actsOf(state, side))).toEqual(new Set(Object.keys(POSSIBLE[state][side])));
      });
});

describe('who asks and who is asked', () => {
  it('follows what was done to whom', () => {
    expect((['injured', 'both', 'unspecified', 'involved'] as const).map(mayAsk)).toEqual([true, true, true, false]);
    expect((['injured', 'both', 'unspecified', 'involved'] as const).map(mayBeAsked)).toEqual([
      false,
      true,
      true,
      true,
    ]);
  });
});

describe('what a question is about', () => {
  const event = (betrayalId: string | null, hers: PartnerRole, his: PartnerRole) => [
    { clientId: 'her', role: hers, betrayalId },
    { clientId: 'him', role: his, betrayalId },
  ];
  it('is each thing in which its asker was hurt and the other is asked, in the order given', () => {
    const events = [
      event('latest', 'involved', 'injured'),
      event('both', 'both', 'both'),
      event('first', 'injured', 'involved'),
    ];
    const about = (betrayalId: string, askedId: string) => ({ betrayalId, askedId });
    expect(aboutsOf(events, 'her')).toEqual([about('both', 'him'), about('first', 'him')]);
    expect(aboutsOf(events, 'him')).toEqual([about('latest', 'her'), about('both', 'her')]);
  });
  it('is their work as a whole where nothing is open, and nothing where nobody is asked', () => {
    expect(aboutsOf([event(null, 'injured', 'involved')], 'her')).toEqual([{ betrayalId: null, askedId: 'him' }]);
    expect(aboutsOf([event(null, 'injured', 'injured')], 'her')).toEqual([]);
    expect(aboutsOf([[]], 'her')).toEqual([]);
  });
});

describe('how much is told', () => {
  const parts = { facts: 'what', outline: 'how', full: 'all' };
  it('is never more than was wanted', () => {
    for (const [i, level] of LEVELS.entries())
      for (const [j, wanted] of LEVELS.entries()) expect(isWithin(level, wanted)).toBe(i <= j);
  });
  it('holds no part beyond its level', () => {
    expect(upTo('facts', parts)).toEqual({ facts: 'what', outline: '', full: '' });
    expect(upTo('outline', parts)).toEqual({ facts: 'what', outline: 'how', full: '' });
    expect(upTo('full', parts)).toEqual(parts);
  });
});

const AT = new Date('2026-05-04T10:20:00Z');
const session = (more: object = {}): NonNullable<Standing['session']> => ({
  startsAt: new Date('2026-05-04T10:00:00Z'),
  endsAt: new Date('2026-05-04T10:50:00Z'),
  status: 'planned',
  ...more,
});
const afterwards = { support: 'My sister', place: 'At home', nextDays: 'She rings', children: '' };
const complete = (more: Partial<Standing> = {}): Standing => ({
  ...{ state: 'passed_on', tag: 'in_session', held: false, answer: { facts: 'In March.', ready: true } },
  session: session(),
  readiness: [
    { ready: true, afterwards },
    { ready: true, afterwards },
  ],
  ...more,
});

describe('before an answer is given', () => {
  it('nothing is lacking when everything is there', () => {
    expect(lacks(complete(), AT)).toEqual([]);
  });

  it('every single thing that lacks is named', () => {
    const cases: [Partial<Standing>, string[]][] = [
      [{ held: true }, ['safety']],
      [{ tag: 'not_yet' }, ['not_wanted']],
      [{ tag: 'not_to_know' }, ['not_wanted']],
      [{ tag: 'now' }, []],
      [{ state: 'open' }, ['not_passed_on']],
      [{ answer: null }, ['no_answer']],
      [{ answer: { facts: ' ', ready: true } }, ['no_answer']],
      [{ answer: { facts: 'In March.', ready: false } }, ['no_consent']],
      [{ session: null, readiness: [] }, ['no_session', 'not_ready', 'no_aftercare']],
      [{ readiness: [{ ready: true, afterwards }] }, ['not_ready', 'no_aftercare']],
      [
        {
          readiness: [
            { ready: true, afterwards },
            { ready: false, afterwards },
          ],
        },
        ['not_ready'],
      ],
      [
        {
          readiness: [
            { ready: true, afterwards },
            { ready: true, afterwards: { ...afterwards, place: ' ' } },
          ],
        },
        ['no_aftercare'],
      ],
      [{ session: session({ status: 'cancelled' }) }, ['not_in_session']],
      [{ session: session({ startsAt: new Date('2026-05-04T10:36:00Z') }) }, ['not_in_session']],
      [{ session: session({ endsAt: new Date('2026-05-04T09:19:00Z') }) }, ['not_in_session']],
    ];
    for (const [more, expected] of cases) expect([more, lacks(complete(more), AT)]).toEqual([more, expected]);
  });

  it('is a session from a quarter of an hour before it until an hour after it', () => {
    const at = (time: string): boolean => isUnderWay(session(), new Date(`2026-05-04T${time}Z`));
    expect(['09:44:59', '09:45:00', '11:50:00', '11:50:01'].map(at)).toEqual([false, true, true, false]);
  });

  it('wants somebody, somewhere and the next days, and leaves the rest open', () => {
    expect(isPlanned(afterwards)).toBe(true);
    for (const key of ['support', 'place', 'nextDays'] as const)
      expect(isPlanned({ ...afterwards, [key]: '' })).toBe(false);
  });
});
