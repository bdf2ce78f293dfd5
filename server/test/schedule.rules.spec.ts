import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { askedOn, dueState, nextAskedOn, type SchedulePlan } from '../src/scales/schedule.rules.js';
import { dayIn } from '../src/platform/days.js';
import { mondayOf, weekOf, weekly } from '../src/scales/week.rules.js';

const weeklyPlan: SchedulePlan = {
  startsOn: '2026-03-02',
  endedOn: null,
  everyDays: 7,
  beforeEachSession: false,
  expiresAfterDays: null,
};

describe('a weekly scale', () => {
  it.each([
    ['2026-03-01', null, 'upcoming'],
    ['2026-03-02', null, 'due'],
    ['2026-03-02', '2026-03-02', 'answered'],
    ['2026-03-08', '2026-03-02', 'answered'],
    ['2026-03-09', '2026-03-08', 'due'],
  ])('on %s, last answered %s, is %s', (today, last, state) => {
    expect(dueState(weeklyPlan, last, today)).toBe(state);
  });

  it('never piles up: after a year of silence there is one asking', () => {
    expect(askedOn('2026-03-02', 7, '2027-03-02')).toBe('2027-03-01');
    expect(dueState(weeklyPlan, null, '2027-03-02')).toBe('due');
    expect(dueState(weeklyPlan, '2027-03-01', '2027-03-02')).toBe('answered');
  });

  it('lapses after its days, and is asked again with the next round', () => {
    const plan = { ...weeklyPlan, expiresAfterDays: 3 };
    expect(dueState(plan, null, '2026-03-04')).toBe('due');
    expect(dueState(plan, null, '2026-03-05')).toBe('lapsed');
    expect(dueState(plan, null, '2026-03-09')).toBe('due');
  });

  it('is over from the day it was ended', () => {
    const plan = { ...weeklyPlan, endedOn: '2026-03-10' };
    expect(dueState(plan, null, '2026-03-09')).toBe('due');
    expect(dueState(plan, null, '2026-03-10')).toBe('ended');
    expect(nextAskedOn(plan, '2026-03-10')).toBeNull();
  });

  it('knows the day of the next asking', () => {
    expect(nextAskedOn(weeklyPlan, '2026-02-20')).toBe('2026-03-02');
    expect(nextAskedOn(weeklyPlan, '2026-03-02')).toBe('2026-03-09');
  });

  it('tied to sessions leaves the day to where sessions are known', () => {
    const plan = { ...weeklyPlan, everyDays: null, beforeEachSession: true };
    expect(dueState(plan, null, '2026-03-04')).toBe('with_session');
  });
});

describe('days and weeks', () => {
  it('put an answer at 23:30 on the evening it was given, wherever the server stands', () => {
    const lateSunday = new Date('2026-03-09T03:30:00Z');
    expect(dayIn('America/New_York', lateSunday)).toBe('2026-03-08');
    expect(dayIn('Europe/Berlin', lateSunday)).toBe('2026-03-09');
  });

  it('run from Monday to Sunday and on over the end of a year and clock changes', () => {
    expect(mondayOf(weekOf('2026-03-08'))).toBe('2026-03-02');
    expect(weekOf('2027-01-04') - weekOf('2026-12-28')).toBe(1);
    expect(weekOf('2026-12-31')).toBe(weekOf('2027-01-03'));
  });

  it('every day lies within the seven days of its week', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60_000 }), (days) => {
        const day = new Date(days * 86_400_000).toISOString().slice(0, 10);
        const offset = (Date.parse(day) - Date.parse(mondayOf(weekOf(day)))) / 86_400_000;
        expect(offset >= 0 && offset <= 6).toBe(true);
      }),
    );
  });

  it('let the last answer of a week stand for it', () => {
    const answers = [
      { answeredOn: '2026-03-02', value: 3 },
      { answeredOn: '2026-03-05', value: 5 },
      { answeredOn: '2026-03-16', value: null },
    ];
    const first = weekOf('2026-03-02');
    expect(weekly(answers)).toEqual([
      { week: first, value: 5 },
      { week: first + 2, value: null },
    ]);
  });
});
