import { askAgainOn, dueOf, type Check } from '../src/safety/safety-checks.rules.js';

const at = (day: string): Date => new Date(`${day}T12:00:00Z`);
const check = (result: Check['result'], day = '2026-03-01'): Check => ({
  result,
  screenedOn: day,
  recordedAt: at(day),
});

describe('a partner is asked alone', () => {
  it.each([
    ['who never was', null, null, '2026-03-02', 'never'],
    ['who could not be', check('not_done'), null, '2026-03-02', 'not_done'],
    ['again after telling of a concern', check('concern'), at('2026-03-01'), '2026-03-02', 'flag'],
    ['again after the other told of one', check('clear'), at('2026-03-05'), '2026-03-06', 'flag'],
    ['not again after a clear check that came later', check('clear'), at('2026-02-01'), '2026-03-06', null],
    ['not again on the ninetieth day', check('clear'), null, '2026-05-30', null],
    ['again on the day after', check('clear'), null, '2026-05-31', 'old'],
  ] as const)('%s', (_, latest, flaggedAt, today, due) => {
    expect(dueOf(latest, flaggedAt, today)).toBe(due);
  });

  it('is told from when, as long as the last check was clear', () => {
    expect([askAgainOn(check('clear')), askAgainOn(check('concern')), askAgainOn(null)]).toEqual([
      '2026-05-31',
      null,
      null,
    ]);
  });
});
