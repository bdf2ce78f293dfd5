import { describe, expect, it } from '@jest/globals';
import { Invalid, RuleBroken } from '../src/platform/errors.js';
import { attendanceOf } from '../src/sessions/attendance.rules.js';
import { cancelled } from '../src/sessions/cancelling.rules.js';

const [maya, tom, dana] = ['maya', 'tom', 'dana'] as const;
const now = new Date('2026-10-14T11:00:00Z');
const joint = {
  ...{ status: 'planned' as const, startsAt: new Date('2026-10-14T10:00:00Z') },
  ...{ attendeeIds: [maya, tom], attendedIds: null, lateIds: null },
};

describe('who came', () => {
  it('makes the session held when anybody did, and missed when nobody did', () => {
    expect(attendanceOf(joint, { attendedIds: [maya] }, now)).toEqual({
      ...{ status: 'held', attendedIds: [maya], lateIds: [] },
    });
    expect(attendanceOf(joint, { attendedIds: [] }, now)).toEqual({ status: 'missed', attendedIds: [], lateIds: [] });
  });

  it('is told of each partner, and so is who came late', () => {
    const told = attendanceOf(joint, { attendedIds: [tom, maya], lateIds: [tom] }, now);
    expect(told).toEqual({ status: 'held', attendedIds: [maya, tom], lateIds: [tom] });
  });

  it('lets nobody be late who did not come, nor come who was not to', () => {
    expect(() => attendanceOf(joint, { attendedIds: [maya], lateIds: [tom] }, now)).toThrow(Invalid);
    expect(() => attendanceOf(joint, { attendedIds: [dana] }, now)).toThrow(Invalid);
  });

  it('is corrected later: whoever no longer came is no longer late', () => {
    const held = { ...joint, status: 'held' as const, attendedIds: [maya, tom], lateIds: [tom] };
    expect(attendanceOf(held, { attendedIds: [maya] }, now).lateIds).toEqual([]);
    expect(attendanceOf(held, { status: 'missed' }, now)).toEqual({ status: 'missed', attendedIds: [], lateIds: [] });
    expect(attendanceOf(held, { status: 'planned' }, now)).toEqual({
      ...{ status: 'planned', attendedIds: null, lateIds: null },
    });
  });

  it('is not told before it began, nor of what was called off', () => {
    const tomorrow = { ...joint, startsAt: new Date('2026-10-15T10:00:00Z') };
    expect(() => attendanceOf(tomorrow, { attendedIds: [maya] }, now)).toThrow(RuleBroken);
    const off = { ...joint, status: 'cancelled' as const };
    expect(() => attendanceOf(off, { attendedIds: [maya] }, now)).toThrow(RuleBroken);
  });
});

describe('calling a session off', () => {
  const tomorrow = { startsAt: new Date('2026-10-15T11:00:00Z'), attendeeIds: [maya, tom] };

  it('is late by a client within a day of it, and in time with a day’s notice', () => {
    expect(cancelled({ by: 'client', byId: maya }, tomorrow, now).cancelledLate).toBe(false);
    const soon = new Date('2026-10-14T11:00:01Z');
    expect(cancelled({ by: 'client', byId: maya }, tomorrow, soon).cancelledLate).toBe(true);
  });

  it('is never late by the therapist, and follows what is told of the notice', () => {
    expect(cancelled({ by: 'therapist', late: true }, tomorrow, new Date('2026-10-15T10:59:00Z')).cancelledLate).toBe(
      false,
    );
    const entered = new Date('2026-10-15T10:00:00Z');
    expect(cancelled({ by: 'client', late: false }, tomorrow, entered).cancelledLate).toBe(false);
  });

  it('names only who was to come', () => {
    expect(() => cancelled({ by: 'client', byId: dana }, tomorrow, now)).toThrow(Invalid);
    expect(() => cancelled({ by: 'therapist', byId: maya }, tomorrow, now)).toThrow(Invalid);
  });
});
