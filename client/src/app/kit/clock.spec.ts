import { dated, longDay, longDayOfYear, sessionTime, shortDay, tellTimeIn } from './clock';

describe('a day', () => {
  afterEach(() => {
    tellTimeIn(undefined);
    vi.useRealTimers();
  });

  it('has three letters of its month, or all of them', () => {
    expect([shortDay('2026-09-30'), longDay('2026-09-30')]).toEqual(['30 Sep', '30 September']);
    expect([dated('2026-09-30'), dated('2026-09-30', 'long')]).toEqual(['30 Sep 2026', '30 September 2026']);
  });

  it('that may lie far back has its year, unless that is this one in the zone of the practice', () => {
    tellTimeIn('America/New_York');
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2027-01-01T03:00:00Z') });
    expect([longDayOfYear('2026-09-30'), longDayOfYear('2025-09-30')]).toEqual(['30 September', '30 September 2025']);
    vi.setSystemTime(new Date('2027-01-01T06:00:00Z'));
    expect(longDayOfYear('2026-09-30')).toBe('30 September 2026');
  });

  it('of an instant is the one in the zone of the practice', () => {
    tellTimeIn('America/New_York');
    expect(dated('2027-01-01T03:00:00Z')).toBe('31 Dec 2026');
  });
});

describe('a session', () => {
  afterEach(() => tellTimeIn(undefined));

  it('has one time for everybody, wherever the device is', () => {
    tellTimeIn(undefined, 'America/New_York');
    expect(sessionTime('2026-11-26T15:00:00Z')).toBe('Thursday 26 November, 10:00');
  });
});
