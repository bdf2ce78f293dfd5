import { usualPacing, wishOf, type Pacing } from './pacing.rules';

describe('how homework is wished for', () => {
  const usual = usualPacing('2026-12-01');
  it.each<[string, Partial<Pacing>, unknown]>([
    ['by a day', {}, { dueOn: '2026-12-01' }],
    ['by the next session', { due: 'session' }, { dueNextSession: true }],
    ['by no day', { due: 'none' }, { dueOn: null }],
    ['again every two weeks', { then: 'again', everyDays: 14 }, { dueOn: '2026-12-01', repeat: { everyDays: 14 } }],
    [
      'again until a day',
      { then: 'again', until: '2027-01-01' },
      { dueOn: '2026-12-01', repeat: { everyDays: 7, until: '2027-01-01' } },
    ],
    ['again, without a number', { then: 'again', everyDays: null }, 'days'],
    ['again, more than once a day', { then: 'again', everyDays: 0.5 }, 'days'],
    [
      'followed by another',
      { due: 'session', then: 'follow', steps: [{ worksheetId: 'a', afterDays: 0 }] },
      { dueNextSession: true, then: [{ worksheetId: 'a', afterDays: 0 }] },
    ],
    ['followed by none', { then: 'follow' }, 'steps'],
    ['followed by one not chosen', { then: 'follow', steps: [{ worksheetId: '', afterDays: 1 }] }, 'steps'],
    ['followed in half a year', { then: 'follow', steps: [{ worksheetId: 'a', afterDays: 180 }] }, 'days'],
  ])('%s', (_, change, expected) => {
    expect(wishOf({ ...usual, ...change })).toEqual(expected);
  });
});
