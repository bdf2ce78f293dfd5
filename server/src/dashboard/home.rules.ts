interface Open {
  status: 'assigned' | 'draft' | 'returned';
  /** Calendar day `YYYY-MM-DD`, wished for, never a limit. */
  dueOn: string | null;
  savedAt: Date | null;
  assignedAt: Date;
}

const LAST_DAY = '9999-12-31';

/**
 * In which order open homework is offered: what was begun comes before what was not, the latest touched first; then
 * what came back; then by the day wished for, then by age. The first of them is the one next thing.
 */
export function inOrder<T extends Open>(open: readonly T[]): T[] {
  const rank = ({ status, savedAt }: Open): number =>
    status === 'draft' || (status === 'returned' && savedAt) ? 0 : status === 'returned' ? 1 : 2;
  return open.toSorted(
    (a, b) =>
      rank(a) - rank(b) ||
      (b.savedAt?.getTime() ?? 0) - (a.savedAt?.getTime() ?? 0) ||
      (a.dueOn ?? LAST_DAY).localeCompare(b.dueOn ?? LAST_DAY) ||
      a.assignedAt.getTime() - b.assignedAt.getTime(),
  );
}
