import { notBefore, takesMail } from '../src/notifications/safe-hours.rules.js';

const BERLIN = 'Europe/Berlin';
const hours = (from: string | null, to: string | null) => ({ channel: 'email', from, to });
const until = (from: string | null, to: string | null, now: string): string | null =>
  notBefore(hours(from, to), BERLIN, new Date(now))?.toISOString() ?? null;

describe('a mail waits for the hours that are safe', () => {
  it.each([
    ['nothing agreed: it goes at any time', null, null, '2026-01-10T03:00:00Z', null],
    ['within them: it goes', '09:00', '17:00', '2026-01-10T08:00:00Z', null],
    ['in their last minute: it goes', '09:00', '17:00', '2026-01-10T15:59:59Z', null],
    ['at their end: it waits for the morning', '09:00', '17:00', '2026-01-10T16:00:00Z', '2026-01-11T08:00:00.000Z'],
    ['before they begin: it waits a little', '09:00', '17:00', '2026-01-10T07:59:00Z', '2026-01-10T08:00:00.000Z'],
    ['over midnight, in the evening: it goes', '20:00', '02:00', '2026-01-10T20:00:00Z', null],
    ['over midnight, after it: it goes', '20:00', '02:00', '2026-01-10T00:59:00Z', null],
    ['over midnight, by day: it waits', '20:00', '02:00', '2026-01-10T01:00:00Z', '2026-01-10T19:00:00.000Z'],
    ['only a beginning: until midnight', '18:00', null, '2026-01-10T23:30:00Z', '2026-01-11T17:00:00.000Z'],
    ['only an end: from midnight on', null, '12:00', '2026-01-10T12:00:00Z', '2026-01-10T23:00:00.000Z'],
    ['on the eve of summer time', '09:00', '17:00', '2026-03-28T20:00:00Z', '2026-03-29T07:00:00.000Z'],
    ['in an hour that is skipped', '02:30', '05:00', '2026-03-29T00:30:00Z', '2026-03-29T01:30:00.000Z'],
  ])('%s', (_, from, to, now, expected) => {
    expect(until(from, to, now)).toBe(expected);
  });

  it('and goes only where mail is what was agreed, or nothing was', () => {
    const channels = ['email', 'E-Mail', 'sms', 'phone', 'none', 'by a friend'];
    expect([takesMail(null), ...channels.map((channel) => takesMail({ channel }))]).toEqual([
      ...[true, true, true, false, false, false, false],
    ]);
  });
});
