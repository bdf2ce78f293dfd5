import { inOrder, isAsked } from '../src/dashboard/home.rules.js';

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

describe('a check-in', () => {
  it('is asked when its day has come', () => {
    expect(isAsked('due', null, '2026-10-14', null)).toBe(true);
    for (const state of ['upcoming', 'answered', 'lapsed', 'ended'] as const)
      expect(isAsked(state, null, '2026-10-14', '2026-10-14')).toBe(false);
  });

  it('that belongs to sessions is asked from two days before the next', () => {
    expect(isAsked('with_session', null, '2026-10-14', null)).toBe(false);
    expect(isAsked('with_session', null, '2026-10-13', '2026-10-16')).toBe(false);
    expect(isAsked('with_session', null, '2026-10-14', '2026-10-16')).toBe(true);
    expect(isAsked('with_session', '2026-10-13', '2026-10-15', '2026-10-16')).toBe(true);
    expect(isAsked('with_session', '2026-10-14', '2026-10-15', '2026-10-16')).toBe(false);
  });
});
