import { byMonth } from './history.rules';

it('lists what was sent month by month, newest first, and leaves out what was not', () => {
  const at = (sentAt: string | null) => ({ sentAt });
  const months = byMonth(
    [at('2026-09-30T10:00:00Z'), at(null), at('2026-10-12T23:52:00Z'), at('2026-10-04T20:18:00Z')],
    'en-GB',
    'UTC',
  );
  expect(months.map(({ title, items }) => [title, items.map(({ sentAt }) => sentAt?.slice(0, 10))])).toEqual([
    ['October 2026', ['2026-10-12', '2026-10-04']],
    ['September 2026', ['2026-09-30']],
  ]);
});
