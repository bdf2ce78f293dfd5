import { addresseeOf, dayIn, usualAddressee, partsIn } from './assign.rules';

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

describe('for whom it is when nobody has said', () => {
  const maya = { clientId: 'maya', role: 'injured' };
  const tom = { clientId: 'tom', role: 'involved' };
  it.each([
    ['injured', [maya, tom], 'maya'],
    ['involved', [maya, tom], 'tom'],
    ['involved', [maya, { ...tom, role: 'unspecified' }], 'each'],
    ['injured', [maya, { ...tom, role: 'injured' }], 'each'],
    ['joint', [maya, tom], 'together'],
    ['both', [maya, tom], 'each'],
    [null, [maya, tom], 'each'],
  ] as const)('%s', (audience, partners, expected) => {
    expect(usualAddressee(audience, partners)).toBe(expected);
  });
});

it('counts days on the calendar, over months and clock changes', () => {
  expect(dayIn(7, new Date(2026, 9, 28, 23, 30))).toBe('2026-11-04');
  expect(dayIn(0, new Date(2026, 0, 1, 0, 5))).toBe('2026-01-01');
});

describe('the part somebody has', () => {
  const partners = [
    { clientId: 'm', role: 'injured' },
    { clientId: 't', role: 'involved' },
  ];
  const event = (roles: { clientId: string; role: string }[]) => ({ id: 'e', closedAt: null, roles });

  it('is that in the thing the sheet is about, and in the work as a whole where that is left open', () => {
    expect(partsIn(partners, undefined)).toEqual(partners);
    const other = event([
      { clientId: 'm', role: 'involved' },
      { clientId: 't', role: 'unspecified' },
    ]);
    expect(partsIn(partners, other)).toEqual([
      { clientId: 'm', role: 'involved' },
      { clientId: 't', role: 'involved' },
    ]);
  });
});
