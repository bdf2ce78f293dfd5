import { dayIn, givesWay, hoursOf, linesOf, minuteOf, nowAt, placeOf } from './week-place.rules';

const ZONE = 'America/New_York';
const session = (startsAt: string, endsAt: string, status = 'planned') => ({ startsAt, endsAt, status });

describe('where a session lies in its day', () => {
  it('is told by the wall of the practice, in summer and in winter', () => {
    expect(minuteOf('2026-10-27T14:00:00Z', ZONE)).toBe(600);
    expect(minuteOf('2026-11-03T15:00:00Z', ZONE)).toBe(600);
  });

  it('draws eight to six, and more where a session needs it', () => {
    expect(hoursOf([], ZONE)).toEqual({ from: 8, to: 18 });
    const early = session('2026-10-27T10:30:00Z', '2026-10-27T11:20:00Z');
    const late = session('2026-10-27T22:30:00Z', '2026-10-27T23:20:00Z');
    expect(hoursOf([early, late], ZONE)).toEqual({ from: 6, to: 20 });
    expect(linesOf({ from: 8, to: 11 })).toEqual([8, 9, 10]);
  });

  it('takes its share of the height', () => {
    const place = placeOf(session('2026-10-27T14:00:00Z', '2026-10-27T15:00:00Z'), { from: 8, to: 18 }, ZONE);
    expect(place).toEqual({ top: 20, height: 10 });
  });

  it('ends with the day where it reaches past midnight', () => {
    const late = session('2026-10-28T03:00:00Z', '2026-10-28T05:00:00Z');
    expect(hoursOf([late], ZONE).to).toBe(24);
    expect(placeOf(late, { from: 0, to: 24 }, ZONE).height).toBeCloseTo(100 / 24);
  });

  it('gives way where it was called off and another one took its hour', () => {
    const off = session('2026-10-27T14:00:00Z', '2026-10-27T15:00:00Z', 'cancelled');
    const other = session('2026-10-27T14:30:00Z', '2026-10-27T15:30:00Z');
    const next = session('2026-10-27T15:00:00Z', '2026-10-27T16:00:00Z');
    expect([givesWay(off, [off, other]), givesWay(off, [off, next]), givesWay(other, [off, other])]).toEqual([
      ...[true, false, false],
    ]);
  });
});

describe('the line of now', () => {
  it('stands at its time, and nowhere out of hours', () => {
    const hours = { from: 8, to: 18 };
    expect(nowAt(new Date('2026-10-27T17:00:00Z'), hours, ZONE)).toBe(50);
    expect(nowAt(new Date('2026-10-27T03:00:00Z'), hours, ZONE)).toBeNull();
  });
});

describe('a day in the address', () => {
  it('is taken only if the calendar has it', () => {
    expect(['2026-10-27', '2026-02-30', 'soon', null].map(dayIn)).toEqual(['2026-10-27', null, null, null]);
  });
});
