import type { CaseloadRowDto, StandingDto } from '../../../api/types.gen';
import { courseWords, firstReason, reasonOf, restWords } from './standing-words';

const NOW = Date.parse('2026-10-14T12:00:00Z');
const person = (status: CaseloadRowDto['status'] = 'active') => ({ status }) as CaseloadRowDto;
const standing = (more: Partial<StandingDto> = {}): StandingDto => ({
  id: 'a',
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
  ['2 to read', person(), standing({ toRead: 2, notesDue: 1 })],
  ['Note due', person(), standing({ notesDue: 1, noteClock: 'due' })],
  ['Note late', person(), standing({ notesDue: 2, noteClock: 'late' })],
  ['Waits for a first session', person('waiting'), standing()],
  ['Quiet for 16 days', person(), standing({ lastSeenAt: '2026-09-28T11:00:00Z', nextAt: null })],
  ['Session today', person(), standing({ nextAt: '2026-10-14T14:00:00Z' })],
  ['No session planned', person(), standing({ nextAt: null })],
  ['Nothing waits', person(), standing()],
  ['Care is paused', person('paused'), standing({ toRead: 1 })],
])('says "%s"', (words, who, where) => {
  expect(reasonOf(who, where, NOW).words).toBe(words);
});

it('says first that an alert is open, then that a setback was told', () => {
  expect(firstReason(standing({ alertsOpen: 1 }), true)).toMatchObject({ rank: -1, words: 'Safety alert open' });
  expect(firstReason(standing(), true)).toMatchObject({ rank: 0, words: 'Told of a setback' });
  expect(firstReason(undefined, false)).toBeNull();
});

it('says until when somebody rests from check-ins, and nothing of those who do not', () => {
  expect(restWords('2026-11-03')).toBe('Check-ins paused until 3 November');
  expect(restWords(null)).toBe('');
});

it('puts first who needs something, and last who is no longer in care', () => {
  const ranks = [
    reasonOf(person(), standing({ toRead: 1 }), NOW),
    reasonOf(person(), standing({ notesDue: 1 }), NOW),
    reasonOf(person(), standing(), NOW),
    reasonOf(person('ended'), standing(), NOW),
  ].map(({ rank }) => rank);
  expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
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
