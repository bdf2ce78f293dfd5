import type { NoteLineDto } from '../../../../api/types.gen';

/** One of the records a note of a couple goes into: the joint one, one partner's own, or the writer's private notes. */
export interface RecordOf {
  isPrivate: boolean;
  /** Whose own record; null for the joint one and for private notes. */
  clientId: string | null;
}

type Line = Pick<NoteLineDto, 'kind' | 'clientId'>;

export const isIn = ({ kind, clientId }: Line, record: RecordOf): boolean =>
  (kind === 'psychotherapy') === record.isPrivate && (record.isPrivate || clientId === record.clientId);

/** Of notes that belong together the one that stands for a record: what is open, else the reader's draft, else the first. */
export function noteIn(
  lines: readonly NoteLineDto[],
  record: RecordOf,
  { openId, readerId }: { openId: string; readerId: string | undefined },
): NoteLineDto | null {
  const within = lines.filter((line) => isIn(line, record));
  const draft = within.find(({ status, authorId }) => status === 'draft' && authorId === readerId);
  return within.find(({ id }) => id === openId) ?? draft ?? within[0] ?? null;
}
