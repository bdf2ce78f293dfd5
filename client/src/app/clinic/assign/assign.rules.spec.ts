import { addresseeOf, dayIn } from './assign.rules';

describe('for whom a worksheet is', () => {
  it.each([
    ['maya', 'maya', null, { clientIds: ['maya'] }],
    ['maya', 'maya', 'pair', { clientIds: ['maya'] }],
    ['tom', null, 'pair', { clientIds: ['tom'], coupleId: 'pair' }],
    ['each', null, 'pair', { coupleId: 'pair', mode: 'each' }],
    ['together', 'maya', 'pair', { coupleId: 'pair', mode: 'together' }],
    ['each', 'maya', null, null],
  ])('%s, chosen from the chart of %s in couple %s', (choice, clientId, coupleId, to) => {
    expect(addresseeOf(choice, clientId, coupleId)).toEqual(to);
  });
});

it('counts days on the calendar, over months and clock changes', () => {
  expect(dayIn(7, new Date(2026, 9, 28, 23, 30))).toBe('2026-11-04');
  expect(dayIn(0, new Date(2026, 0, 1, 0, 5))).toBe('2026-01-01');
});
