import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  askings,
  askingState,
  asksTooOften,
  currentAsking,
  dueState,
  missedAskings,
  nextAskedOn,
  type Around,
  type Asking,
  type DueState,
  type SchedulePlan,
} from '../src/scales/schedule.rules.js';
import { dayAfter, dayIn, daysBetween } from '../src/platform/days.js';

const missedOn = (...given: Parameters<typeof missedAskings>): string[] => missedAskings(...given).map(({ on }) => on);
const anyPlan: SchedulePlan = {
  ...{ startsOn: '2026-03-02', endsOn: null, endedOn: null, everyDays: null, beforeEachSession: false, once: false },
  ...{ expiresAfterDays: null, minIntervalDays: null },
};
const weekly: SchedulePlan = { ...anyPlan, everyDays: 7 };
const once: SchedulePlan = { ...anyPlan, once: true };
const sessional: SchedulePlan = { ...anyPlan, beforeEachSession: true };

/** Who answered on these days, has sessions on those, and rests in between. */
const life = (answeredOn: string[] = [], sessionsOn: string[] = [], ...rests: [string, string][]): Around => ({
  ...{ answeredOn, sessionsOn, rests: rests.map(([from, until]) => ({ from, until })) },
});

type Row = [today: string, answered: string[], state: DueState];

describe('a weekly scale', () => {
  it.each<Row>([
    ['2026-03-01', [], 'upcoming'],
    ['2026-03-02', [], 'due'],
    ['2026-03-02', ['2026-03-02'], 'answered'],
    ['2026-03-08', ['2026-03-02'], 'answered'],
    ['2026-03-09', ['2026-03-08'], 'due'],
  ])('on %s, answered on %j, is %s', (today, answered, state) => {
    expect(dueState(weekly, life(answered), today)).toBe(state);
  });

  it('never piles up: after a year of silence there is one asking', () => {
    expect(currentAsking(weekly, life(), '2027-03-02')?.on).toBe('2027-03-01');
    expect(askings(weekly, life(), '2027-03-02', '2027-03-02')).toHaveLength(1);
    expect(dueState(weekly, life(['2027-03-01']), '2027-03-02')).toBe('answered');
  });

  it('lapses after its days, is met by a late answer all the same, and is asked again with the next round', () => {
    const plan = { ...weekly, expiresAfterDays: 3 };
    expect(dueState(plan, life(), '2026-03-04')).toBe('due');
    expect(dueState(plan, life(), '2026-03-05')).toBe('lapsed');
    expect(dueState(plan, life(['2026-03-06']), '2026-03-06')).toBe('answered');
    expect(dueState(plan, life(), '2026-03-09')).toBe('due');
  });

  it('is over from the day it was ended, and what was open then was stopped, not missed', () => {
    const plan = { ...weekly, endedOn: '2026-03-11' };
    expect(dueState(plan, life(), '2026-03-10')).toBe('due');
    expect(dueState(plan, life(), '2026-03-11')).toBe('ended');
    expect(nextAskedOn(plan, life(), '2026-03-11')).toBeNull();
    expect(told(plan, life(), '2026-03-30')).toEqual(['2026-03-02 lapsed', '2026-03-09 stopped']);
  });

  it('is asked up to its last day, and not after', () => {
    const plan = { ...weekly, endsOn: '2026-03-16' };
    expect(dueState(plan, life(), '2026-03-16')).toBe('due');
    expect(dueState(plan, life(), '2026-03-17')).toBe('ended');
    expect(nextAskedOn(plan, life(), '2026-03-09')).toBe('2026-03-16');
    expect(nextAskedOn(plan, life(), '2026-03-16')).toBeNull();
  });

  it('knows the day of the next asking', () => {
    expect(nextAskedOn(weekly, life(), '2026-02-20')).toBe('2026-03-02');
    expect(nextAskedOn(weekly, life(), '2026-03-02')).toBe('2026-03-09');
  });

  it('keeps to the days of the clinic also in the week in which its clocks change', () => {
    // New York goes to summer time on 8 March 2026, Berlin back on 25 October
    for (const [zone, before, after] of [
      ['America/New_York', '2026-03-08T04:30:00Z', '2026-03-15T03:30:00Z'],
      ['Europe/Berlin', '2026-10-18T21:30:00Z', '2026-10-25T22:30:00Z'],
    ] as const) {
      const [first, next] = [dayIn(zone, new Date(before)), dayIn(zone, new Date(after))];
      expect(daysBetween(first, next)).toBe(7);
      expect(dueState({ ...weekly, startsOn: first }, life([first]), next)).toBe('due');
    }
  });
});

describe('a rest', () => {
  const holiday = life([], [], ['2026-03-07', '2026-03-24']);

  it('lets every asking that falls into it lapse in silence, and leaves one behind it, not three', () => {
    expect(dueState(weekly, holiday, '2026-03-10')).toBe('paused');
    expect(told(weekly, holiday, '2026-03-31')).toEqual([
      '2026-03-02 lapsed',
      '2026-03-09 paused',
      '2026-03-16 paused',
      '2026-03-23 paused',
      '2026-03-30 open',
    ]);
    expect(dueState(weekly, holiday, '2026-03-24')).toBe('lapsed');
    expect(nextAskedOn(weekly, holiday, '2026-03-10')).toBe('2026-03-30');
  });

  it('of a day or two leaves an asking from before it open again afterwards', () => {
    const short = life([], [], ['2026-03-03', '2026-03-05']);
    expect(dueState(weekly, short, '2026-03-04')).toBe('paused');
    expect(dueState(weekly, short, '2026-03-05')).toBe('due');
  });

  it('that she ended on the day she took it changed nothing', () => {
    expect(dueState(weekly, life([], [], ['2026-03-02', '2026-03-02']), '2026-03-02')).toBe('due');
  });

  it('moves what is asked but once to the day after it', () => {
    const around = life([], [], ['2026-03-01', '2026-03-06']);
    expect(dueState(once, around, '2026-03-03')).toBe('paused');
    expect(dueState(once, around, '2026-03-06')).toBe('due');
    expect(nextAskedOn(once, around, '2026-03-03')).toBe('2026-03-06');
  });

  it('takes its days from the time before a session, or all of them', () => {
    const until = (day: string) => life([], ['2026-03-13'], ['2026-03-09', day]);
    expect(dueState(sessional, until('2026-03-13'), '2026-03-12')).toBe('paused');
    expect(dueState(sessional, until('2026-03-13'), '2026-03-13')).toBe('due');
    expect(told(sessional, until('2026-03-20'), '2026-03-21')).toEqual(['2026-03-11 paused']);
  });

  it('keeps nobody from answering', () => {
    const around = { ...holiday, answeredOn: ['2026-03-10'] };
    expect(dueState(weekly, around, '2026-03-10')).toBe('answered');
  });
});

describe('askings nobody answered', () => {
  const monthly: SchedulePlan = { ...anyPlan, startsOn: '2026-01-05', everyDays: 28 };

  it.each<[string, string[], string[]]>([
    ['a month between two answers that were asked monthly is no gap', ['2026-01-05', '2026-02-02', '2026-03-03'], []],
    ['a round without an answer is one', ['2026-01-05', '2026-03-03'], ['2026-02-02']],
    ['the round that still runs is none', ['2026-01-05', '2026-02-02'], []],
    ['nor is what was asked before the first answer', ['2026-02-03'], []],
    ['without an answer there is nothing to interrupt', [], []],
  ])('%s', (_, answered, missed) => {
    expect(missedOn(monthly, life(answered), '2026-03-10')).toEqual(missed);
  });

  it('are none while she rests, and none once the plan has ended', () => {
    const plan = { ...monthly, everyDays: 7 };
    const resting = life(['2026-01-05', '2026-02-02'], [], ['2026-01-12', '2026-01-25']);
    expect(missedOn(plan, resting, '2026-02-05')).toEqual(['2026-01-26']);
    expect(missedOn({ ...plan, endedOn: '2026-01-20' }, life(['2026-01-05']), '2026-06-01')).toEqual(['2026-01-12']);
    expect(missedOn({ ...plan, endsOn: '2026-01-20' }, life(['2026-01-05']), '2026-06-01')).toEqual([
      ...['2026-01-12', '2026-01-19'],
    ]);
  });

  it('are sessions it was asked before, where sessions decide', () => {
    const around = life(['2026-03-04', '2026-03-18'], ['2026-03-04', '2026-03-11', '2026-03-18']);
    expect(missedOn(sessional, around, '2026-03-20')).toEqual(['2026-03-09']);
    expect(missedAskings(sessional, around, '2026-03-20')).toEqual([{ on: '2026-03-09', until: '2026-03-11' }]);
  });
});

describe('a scale that is asked once', () => {
  it.each<Row>([
    ['2026-03-01', [], 'upcoming'],
    ['2026-03-02', [], 'due'],
    ['2027-03-02', [], 'due'],
    ['2027-03-02', ['2026-05-01'], 'answered'],
  ])('on %s, answered on %j, is %s', (today, answered, state) => {
    expect(dueState(once, life(answered), today)).toBe(state);
    if (today >= once.startsOn) expect(nextAskedOn(once, life(answered), today)).toBeNull();
  });

  it('lapses for good where it was given days', () => {
    expect(dueState({ ...once, expiresAfterDays: 7 }, life(), '2026-03-09')).toBe('lapsed');
  });
});

describe('a scale before each session', () => {
  const friday = ['2026-03-13'];

  it.each<[today: string, sessions: string[], answered: string[], state: DueState]>([
    ['2026-03-11', [], [], 'with_session'],
    ['2026-03-10', friday, [], 'with_session'],
    ['2026-03-11', friday, [], 'due'],
    ['2026-03-13', friday, [], 'due'],
    ['2026-03-14', friday, [], 'with_session'],
    ['2026-03-12', friday, ['2026-03-11'], 'answered'],
    ['2026-03-11', friday, ['2026-03-06'], 'due'],
    // moved from Friday to Monday: what was said on Thursday still stands for it
    ['2026-03-15', ['2026-03-16'], ['2026-03-12'], 'answered'],
    // moved by two weeks: it would be old by then
    ['2026-03-26', ['2026-03-27'], ['2026-03-12'], 'due'],
    // the day after a session belongs to the next one, and no earlier day does
    ['2026-03-14', ['2026-03-13', '2026-03-14'], ['2026-03-12'], 'due'],
  ])('on %s, with sessions on %j and answers on %j, is %s', (today, sessions, answered, state) => {
    expect(dueState(sessional, life(answered, sessions), today)).toBe(state);
  });

  it('is asked once for two sessions on one day, and no more for one that was cancelled', () => {
    expect(askings(sessional, life([], ['2026-03-13', '2026-03-13']), '2026-03-01', '2026-03-31')).toHaveLength(1);
    expect(askings(sessional, life(), '2026-03-01', '2026-03-31')).toEqual([]);
  });

  it('tells the next asking as far as sessions are planned', () => {
    expect(nextAskedOn(sessional, life([], ['2026-03-13', '2026-03-20']), '2026-03-12')).toBe('2026-03-18');
    expect(nextAskedOn(sessional, life([], friday), '2026-03-12')).toBeNull();
  });

  it('passes over sessions that come sooner than the scale may be asked again', () => {
    const monthly = { ...sessional, minIntervalDays: 28 };
    const fridays = ['2026-03-06', '2026-03-13', '2026-03-20', '2026-03-27', '2026-04-03'];
    expect(told(monthly, life(['2026-03-05'], fridays), '2026-04-02')).toEqual([
      '2026-03-04 answered',
      '2026-04-02 open',
    ]);
  });
});

it('asks no more often than a scale allows', () => {
  expect(asksTooOften({ ...weekly, minIntervalDays: 7 })).toBe(false);
  expect(asksTooOften({ ...weekly, minIntervalDays: 14 })).toBe(true);
  expect(asksTooOften({ ...sessional, minIntervalDays: 14 })).toBe(false);
});

describe('whatever is planned, answered, rested and met', () => {
  const day = fc.integer({ min: 0, max: 200 }).map((days) => dayAfter('2026-01-01', days));
  const days = fc.uniqueArray(day, { maxLength: 15 }).map((all) => all.toSorted());
  const rest = fc
    .tuple(day, fc.integer({ min: 0, max: 60 }))
    .map(([from, length]): [string, string] => [from, dayAfter(from, length)]);
  const rhythm = fc.oneof(
    fc.integer({ min: 1, max: 40 }).map((everyDays) => ({ everyDays })),
    fc.constant({ beforeEachSession: true }),
    fc.constant({ once: true }),
  );
  const plan = fc
    .record({
      startsOn: day,
      endsOn: fc.option(day),
      endedOn: fc.option(day),
      expiresAfterDays: fc.option(fc.integer({ min: 1, max: 40 })),
      minIntervalDays: fc.option(fc.integer({ min: 1, max: 40 })),
    })
    .chain((terms) => rhythm.map((each): SchedulePlan => ({ ...anyPlan, ...terms, ...each })));
  const around = fc
    .tuple(days, days, fc.array(rest, { maxLength: 4 }))
    .map(([answered, sessions, rests]) => life(answered, sessions, ...rests));
  const holds = (says: (plan: SchedulePlan, around: Around, today: string) => boolean): void =>
    fc.assert(fc.property(plan, around, day, says), { numRuns: 500 });

  it('there is never more than one asking open, on any day', () => {
    holds((one, lived) => {
      const all = askings(one, lived, '2026-01-01', '2026-12-31');
      return all.every((asking, at) => at === 0 || all[at - 1]!.until < asking.on);
    });
  });

  it('nobody is asked in a rest, after the end, before the start, or having answered this asking', () => {
    holds((one, lived, today) => {
      if (dueState(one, lived, today) !== 'due') return true;
      const { answeredOn } = currentAsking(one, lived, today)!;
      const rested = lived.rests.some(({ from, until }) => from <= today && today < until);
      const over = (one.endsOn !== null && today > one.endsOn) || (one.endedOn !== null && today >= one.endedOn);
      return answeredOn === null && !rested && !over && today >= one.startsOn;
    });
  });

  it('the next asking lies ahead, outside of every rest, and is asked on its day', () => {
    holds((one, lived, today) => {
      const past = { ...lived, answeredOn: lived.answeredOn.filter((each) => each <= today) };
      const next = nextAskedOn(one, past, today);
      return next === null || (next > today && dueState(one, past, next) === 'due');
    });
  });

  it('an answer meets no more than one asking', () => {
    holds((one, lived) => {
      const met = askings(one, lived, '2026-01-01', '2026-12-31').flatMap(({ answeredOn }) => answeredOn ?? []);
      return new Set(met).size === met.length;
    });
  });

  it('what the day says and what the calendar says is the same', () => {
    holds((one, lived, today) => {
      const open = askings(one, lived, today, today).some((each) => askingState(each, lived, today) === 'open');
      return open === (dueState(one, lived, today) === 'due');
    });
  });
});

/** The askings of a plan from its first day until today, each with how it stands. */
function told(plan: SchedulePlan, around: Around, today: string): string[] {
  const stateOf = (asking: Asking): string => `${asking.on} ${askingState(asking, around, today)}`;
  return askings(plan, around, plan.startsOn, today).map(stateOf);
}
