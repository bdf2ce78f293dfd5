import { againWords, dayWords } from './next-words';

const today = '2026-11-22';
const asked = (more: object) => ({ lastAnsweredOn: null, nextOn: null, state: 'answered' as const, ...more });

it.each([
  ['2026-11-23', 'tomorrow'],
  ['2026-11-26', 'Thursday'],
  ['2026-11-29', '29 November'],
])('calls %s by the name one would use', (day, words) => {
  expect(dayWords(day, today)).toBe(words);
});

it.each([
  [asked({ lastAnsweredOn: today, nextOn: '2026-11-26' }), 'Already done today. Change it?'],
  [asked({ lastAnsweredOn: '2026-11-20', nextOn: '2026-11-26' }), 'Next: Thursday'],
  [asked({ state: 'lapsed', nextOn: '2026-11-26' }), 'Next: Thursday'],
  [asked({ state: 'with_session' }), 'Next: before your session'],
  [asked({}), 'Answer it again'],
])('tells what comes next, and of nothing that it is late: %j', (plan, words) => {
  expect(againWords(plan, today)).toBe(words);
});
