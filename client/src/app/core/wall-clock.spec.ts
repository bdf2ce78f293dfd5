import { dayAfter, instantAt, mondayOf, wallDay, wallTime } from './wall-clock';

describe('the clock on the wall', () => {
  it('shows the time of the zone, midnight as 00', () => {
    expect(wallTime('2026-10-14T14:00:00Z', 'America/New_York')).toBe('2026-10-14T10:00');
    expect(wallTime('2026-10-14T04:00:00Z', 'America/New_York')).toBe('2026-10-14T00:00');
    expect(wallDay('2026-10-14T23:30:00Z', 'Europe/Berlin')).toBe('2026-10-15');
  });

  it('and back again, through every hour of the days on which clocks change', () => {
    for (const zone of ['America/New_York', 'Europe/Berlin', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'UTC'])
      for (const day of [
        '2026-03-08',
        '2026-03-29',
        '2026-10-25',
        '2026-11-01',
        '2026-04-05',
        '2026-10-04',
        '2026-06-15',
      ])
        for (let hour = 0; hour < 48; hour++) {
          const at = new Date(Date.parse(`${day}T00:00:00Z`) + hour * 3_600_000);
          const wall = wallTime(at, zone);
          expect(wallTime(instantAt(wall, zone), zone)).toBe(wall);
        }
  });

  it('takes the first of a time that comes twice, and goes on past one that never comes', () => {
    expect(instantAt('2026-11-01T01:30', 'America/New_York')).toBe('2026-11-01T05:30:00.000Z');
    expect(instantAt('2026-03-08T02:30', 'America/New_York')).toBe('2026-03-08T07:30:00.000Z');
  });

  it('counts days and weeks by the calendar', () => {
    expect(dayAfter('2026-02-28', 1)).toBe('2026-03-01');
    expect([mondayOf('2026-10-12'), mondayOf('2026-10-14'), mondayOf('2026-10-18')]).toEqual([
      '2026-10-12',
      '2026-10-12',
      '2026-10-12',
    ]);
  });
});
