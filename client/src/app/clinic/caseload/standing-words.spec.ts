import { calls, NEEDS } from '../../../../../server/src/dashboard/needs.rules';
import type { StandingDto } from '../../../api/types.gen';
import { courseWords, reasonOf, restWords } from './standing-words';

const NOW = Date.parse('2026-10-14T12:00:00Z');
const standing = (more: Partial<StandingDto> = {}): StandingDto => ({
  id: 'a',
  need: 'nothing',
  lastSeenAt: '2026-10-07T12:00:00Z',
  nextAt: '2026-10-21T12:00:00Z',
  toRead: 0,
  notesDue: 0,
  noteClock: 'in_time',
  homeworkOpen: 0,
  alertsOpen: 0,
  checkInsPausedUntil: null,
  scale: null,
  ...more,
});

it.each([
  ['Safety alert open', standing({ need: 'alert_open', toRead: 1 })],
  ['Told of a setback', standing({ need: 'setback_told' })],
  ['2 to read', standing({ need: 'to_read', toRead: 2 })],
  ['Note due', standing({ need: 'note_due', noteClock: 'due' })],
  ['Note late', standing({ need: 'note_due', noteClock: 'late' })],
  ['Plan to review', standing({ need: 'plan_review' })],
  ['Waits for a first session', standing({ need: 'waiting' })],
  ['Quiet for 16 days', standing({ need: 'quiet', lastSeenAt: '2026-09-28T11:00:00Z' })],
  ['Session today', standing({ need: 'session_today' })],
  ['No session planned', standing({ need: 'unplanned' })],
  ['Nothing waits', standing()],
  ['Care is paused', standing({ need: 'paused' })],
  ['Care has ended', standing({ need: 'ended' })],
  ['', undefined],
])('says "%s"', (words, where) => {
  expect(reasonOf(where, NOW).words).toBe(words);
});

it.each(NEEDS)('marks "%s" only where there is something to do', (need) => {
  const { words, tag } = reasonOf(standing({ need }), NOW);
  expect(words).not.toBe('');
  expect(tag !== null).toBe(calls(need));
});

it('says until when somebody rests from check-ins, and nothing of those who do not', () => {
  expect(restWords('2026-11-03')).toBe('Check-ins paused until 3 November');
  expect(restWords(null)).toBe('');
});

it.each([
  [[12, 18], 'up 6'],
  [[41, 38, 36], 'down 2'],
  [[5.43, 5.43], 'same'],
  [[4], ''],
  [[], ''],
])('says of %j which way the last step went: "%s"', (values, words) => {
  expect(courseWords(values)).toBe(words);
});
