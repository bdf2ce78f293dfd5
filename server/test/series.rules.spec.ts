import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { dayAfter, dayIn } from '../src/platform/days.js';
import { Invalid } from '../src/platform/errors.js';
import {
  daysOf,
  firstDays,
  goingOn,
  indexOf,
  isOver,
  madeUntil,
  moveOf,
  ruleFrom,
  timesOn,
  type Rule,
} from '../src/sessions/series.rules.js';

const weekly: Rule = {
  ...{ rhythm: 'weekly', every: 1, startsOn: '2026-10-06', atTime: '10:00', minutes: 50 },
  ...{ untilOn: null, times: null, endedOn: null },
};
const monthly: Rule = { ...weekly, rhythm: 'monthly' };

/** Zones with a spring and an autumn, north and south, by whole hours and by half of one, and one with none. */
const zones = fc.constantFrom(
  ...['America/New_York', 'Europe/Berlin', 'Europe/London', 'Australia/Lord_Howe', 'America/Santiago', 'Asia/Kolkata'],
);
const days = fc.integer({ min: 0, max: 5000 }).map((n) => dayAfter('2024-01-01', n));
const rules = fc.record({
  rhythm: fc.constantFrom('weekly' as const, 'monthly' as const),
  every: fc.integer({ min: 1, max: 12 }),
  startsOn: days,
  // The hours in which no clock is changed: practices are closed in those.
  atTime: fc.tuple(fc.integer({ min: 5, max: 23 }), fc.integer({ min: 0, max: 59 })).map((hm) => clockOf(...hm)),
  minutes: fc.integer({ min: 5, max: 480 }),
  untilOn: fc.constant(null),
  times: fc.constant(null),
  endedOn: fc.constant(null),
});
const clockOf = (hour: number, minute: number): string =>
  `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
const wall = (at: Date, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime())
    .toZonedDateTimeISO(zone)
    .toPlainTime()
    .toString({ smallestUnit: 'minute' });
const weekdayOf = (day: string): number => Temporal.PlainDate.from(day).dayOfWeek;

describe('a session that comes again', () => {
  it('stands each week on the same day, or every so many weeks', () => {
    expect(daysOf(weekly, '2026-10-06', '2026-10-27')).toEqual([
      '2026-10-06',
      '2026-10-13',
      '2026-10-20',
      '2026-10-27',
    ]);
    expect(daysOf({ ...weekly, every: 3 }, '2026-10-07', '2026-11-20')).toEqual(['2026-10-27', '2026-11-17']);
  });

  it('stands each month on the same day of the same week, the fifth being the last', () => {
    expect(firstDays(monthly, 4)).toEqual(['2026-10-06', '2026-11-03', '2026-12-01', '2027-01-05']);
    expect(firstDays({ ...monthly, startsOn: '2026-10-30' }, 4)).toEqual([
      ...['2026-10-30', '2026-11-27', '2026-12-25', '2027-01-29'],
    ]);
  });

  it('ends with its last day, its number, or the day it was ended', () => {
    const far = '2027-12-31';
    expect(daysOf({ ...weekly, untilOn: '2026-10-20' }, weekly.startsOn, far)).toHaveLength(3);
    expect(daysOf({ ...weekly, times: 5 }, weekly.startsOn, far).at(-1)).toBe('2026-11-03');
    expect(daysOf({ ...weekly, endedOn: '2026-10-20' }, weekly.startsOn, far).at(-1)).toBe('2026-10-13');
    expect([isOver({ ...weekly, times: 3 }, '2026-10-19'), isOver({ ...weekly, times: 3 }, '2026-10-20')]).toEqual([
      ...[false, true],
    ]);
    expect(isOver(weekly, far)).toBe(false);
  });

  it('keeps the time on the wall when the clocks go back, so that the instant moves by an hour', () => {
    const before = timesOn(weekly, '2026-10-27', 'America/New_York');
    const after = timesOn(weekly, '2026-11-03', 'America/New_York');
    expect([before.startsAt.toISOString(), after.startsAt.toISOString()]).toEqual([
      ...['2026-10-27T14:00:00.000Z', '2026-11-03T15:00:00.000Z'],
    ]);
    expect(after.endsAt.toISOString()).toBe('2026-11-03T15:50:00.000Z');
  });

  it('has, by whatever rule and in whatever zone, its day of the week, its time on the wall and its length', () => {
    fc.assert(
      fc.property(rules, zones, fc.integer({ min: 0, max: 30 }), (rule, zone, n) => {
        const day = firstDays(rule, n + 1)[n]!;
        const { startsAt, endsAt } = timesOn(rule, day, zone);
        expect(weekdayOf(day)).toBe(weekdayOf(rule.startsOn));
        expect([dayIn(zone, startsAt), wall(startsAt, zone)]).toEqual([day, rule.atTime]);
        expect(endsAt.getTime() - startsAt.getTime()).toBe(rule.minutes * 60_000);
      }),
    );
  });

  it('comes in order, never twice on a day, and once in every month where it is monthly', () => {
    fc.assert(
      fc.property(rules, fc.integer({ min: 2, max: 40 }), (rule, n) => {
        const made = firstDays(rule, n);
        expect([...new Set(made)].sort()).toEqual(made);
        if (rule.rhythm !== 'monthly') return;
        const month = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
        made.forEach((day, i) => expect(month(day)).toBe(month(rule.startsOn) + i * rule.every));
      }),
    );
  });

  it('is the same list, however it is cut into pieces as time goes by', () => {
    fc.assert(
      fc.property(rules, fc.integer({ min: 1, max: 60 }), (rule, step) => {
        const end = dayAfter(rule.startsOn, 300);
        const pieces: string[] = [];
        for (let from = rule.startsOn; from <= end; from = dayAfter(from, step))
          pieces.push(...daysOf(rule, from, [dayAfter(from, step - 1), end].sort()[0]!));
        expect(pieces).toEqual(daysOf(rule, rule.startsOn, end));
      }),
    );
  });

  it('is said by its first session in the words of the wall', () => {
    const first = { startsAt: new Date('2026-10-06T14:00:00Z'), endsAt: new Date('2026-10-06T14:50:00Z') };
    const asked = { rhythm: 'weekly' as const, every: 1, untilOn: null, times: null };
    expect(ruleFrom(first, 'America/New_York', asked)).toEqual(weekly);
  });

  it('stands twelve weeks ahead in the calendar, not for ever', () => {
    expect(madeUntil('2026-10-06')).toBe('2026-12-29');
  });
});

describe('changing it from some day on', () => {
  it('goes on with what is left of the number', () => {
    const rule = { ...weekly, times: 10 };
    expect(indexOf(rule, '2026-10-27')).toBe(3);
    expect(goingOn(rule, '2026-10-27', null)).toEqual({ ...rule, startsOn: '2026-10-27', times: 7 });
  });

  it('takes another day of the week and another time, and does not lose its last one by it', () => {
    const to = { startsAt: new Date('2026-10-29T18:30:00Z'), endsAt: new Date('2026-10-29T20:00:00Z') };
    const move = moveOf('2026-10-27', to, 'America/New_York');
    expect(move).toEqual({ days: 2, atTime: '14:30', minutes: 90 });
    const rule = { ...weekly, untilOn: '2026-11-10' };
    const next = goingOn(rule, '2026-10-27', move);
    expect(daysOf(next, next.startsOn, '2027-01-01')).toEqual(['2026-10-29', '2026-11-05', '2026-11-12']);
  });

  it('does not reach into the place of another week', () => {
    const to = { startsAt: new Date('2026-11-03T15:00:00Z'), endsAt: new Date('2026-11-03T16:00:00Z') };
    expect(() => moveOf('2026-10-27', to, 'America/New_York')).toThrow(Invalid);
  });

  it('has as many sessions as before, whatever is changed', () => {
    fc.assert(
      fc.property(rules, fc.integer({ min: 2, max: 30 }), fc.integer({ min: 0, max: 29 }), (rule, times, at) => {
        const from = firstDays(rule, times)[at % times]!;
        const next = goingOn({ ...rule, times }, from, { days: 1, atTime: '09:00', minutes: 50 });
        expect(indexOf({ ...rule, times }, from) + next.times!).toBe(times);
      }),
    );
  });
});
