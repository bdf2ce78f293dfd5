import type { SessionDto } from '../../../api/types.gen';
import { clock } from '../../kit/clock';
import { modalityWords } from '../note/note-heading';

export type CancelReason = NonNullable<NonNullable<SessionDto['cancellation']>['reason']>;

export const REASON_WORDS: Record<CancelReason, string> = {
  ill: $localize`Ill`,
  work: $localize`Work`,
  family: $localize`Family`,
  travel: $localize`Travel`,
  cost: $localize`Cost`,
  forgot: $localize`Forgot`,
  other: $localize`Another reason`,
};

/** How a session went, or was called off, in a few words; empty while it is planned, and once it simply took place. */
export function outcomeWords(session: SessionDto): string {
  const { status, cancellation, attendeeIds, attendedIds, lateIds } = session;
  if (status === 'missed') return $localize`Nobody came`;
  if (status === 'cancelled') {
    if (cancellation?.by !== 'client') return $localize`Cancelled`;
    return cancellation.late ? $localize`Cancelled late` : $localize`Cancelled in time`;
  }
  if (status !== 'held' || attendedIds === null) return '';
  if (attendedIds.length < attendeeIds.length) return $localize`One of two came`;
  return (lateIds ?? []).length > 0 ? $localize`Came late` : '';
}

/** "10:00–10:50" on the wall of the practice. */
export const spanWords = ({ startsAt, endsAt }: Pick<SessionDto, 'startsAt' | 'endsAt'>, zone: string): string =>
  `${clock(startsAt, zone)}–${clock(endsAt, zone)}`;

/** "until 10:50, by video", with what became of it before that. */
export function sessionWords(session: SessionDto, zone: string): string {
  const how = $localize`until ${clock(session.endsAt, zone)}:time:, ${modalityWords(session.modality)}:how:`;
  const outcome = outcomeWords(session);
  return outcome ? `${outcome} · ${how}` : how;
}

/** Whether somebody has to say what became of it, or write it down. */
export const isNoteDue = (session: SessionDto, now: number): boolean =>
  session.noteId === null &&
  (session.status === 'planned' || session.status === 'held') &&
  Date.parse(session.startsAt) <= now;
