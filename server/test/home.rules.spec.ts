import { inOrder } from '../src/dashboard/home.rules.js';

const sheet = (
  name: string,
  status: 'assigned' | 'draft' | 'returned',
  more: { dueOn?: string; savedAt?: string; assignedAt?: string } = {},
) => ({
  name,
  status,
  dueOn: more.dueOn ?? null,
  savedAt: more.savedAt ? new Date(more.savedAt) : null,
  assignedAt: new Date(more.assignedAt ?? '2026-10-01'),
});
const names = (open: ReturnType<typeof sheet>[]): string[] => inOrder(open).map(({ name }) => name);

describe('the one next thing', () => {
  it('is what was begun, the latest touched first', () => {
    expect(
      names([
        sheet('new', 'assigned', { dueOn: '2026-10-02' }),
        sheet('begun', 'draft', { savedAt: '2026-10-03' }),
        sheet('begun later', 'draft', { savedAt: '2026-10-04' }),
      ]),
    ).toEqual(['begun later', 'begun', 'new']);
  });

  it('is then what came back, then what was wished for soonest, then what was given first', () => {
    expect(
      names([
        sheet('any day', 'assigned', { assignedAt: '2026-09-01' }),
        sheet('any day, later', 'assigned', { assignedAt: '2026-09-02' }),
        sheet('friday', 'assigned', { dueOn: '2026-10-09' }),
        sheet('thursday', 'assigned', { dueOn: '2026-10-08' }),
        sheet('came back', 'returned'),
      ]),
    ).toEqual(['came back', 'thursday', 'friday', 'any day', 'any day, later']);
  });
});
