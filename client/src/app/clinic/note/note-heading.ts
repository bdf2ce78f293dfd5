import type { NoteDto } from '../../../api/types.gen';
import { clock, weekday } from '../../kit/clock';
import { wallDay } from '../../core/wall-clock';
import { KINDS } from './note-text';

export function modalityWords(modality: string): string {
  if (modality === 'video') return $localize`by video`;
  if (modality === 'phone') return $localize`by phone`;
  return $localize`in person`;
}

type Headed = Pick<NoteDto, 'kind' | 'clientId' | 'coupleId' | 'sessionId' | 'happenedAt'> &
  Partial<Pick<NoteDto, 'facts'>>;

/** "Joint session, Wednesday 14 October". */
export function noteTitle(note: Headed, zone: string): string {
  const day = weekday(note.happenedAt, zone);
  if (note.kind !== 'progress') return `${KINDS[note.kind]}, ${day}`;
  if (note.sessionId === null) return $localize`Note, ${day}:day:`;
  if (note.clientId !== null && (note.facts?.attendeeIds.length ?? 0) > 1)
    return $localize`Own record, joint session of ${day}:day:`;
  return note.clientId === null ? $localize`Joint session, ${day}:day:` : $localize`Session, ${day}:day:`;
}

/** "10:00 to 10:50, in person." Nothing where no session is known. */
export function noteTimes(note: Pick<NoteDto, 'facts'>, zone: string): string {
  const { facts } = note;
  if (!facts) return '';
  return $localize`${clock(facts.startsAt, zone)}:start: to ${clock(facts.endsAt, zone)}:end:, ${modalityWords(facts.modality)}:how:.`;
}

/** Where it goes and who can read it there. */
export function noteReaders(note: Pick<NoteDto, 'kind' | 'clientId' | 'coupleId'>, name: string): string {
  if (note.kind === 'psychotherapy') return $localize`Only you. Not in the record, not in releases.`;
  if (note.clientId === null) return $localize`Goes to the joint record, which your care team can read.`;
  if (note.coupleId !== null)
    return $localize`Goes to the own record of ${name}:name: within the couple’s work, which the care team can read. It is no part of the joint record.`;
  return $localize`Goes to the record of ${name}:name:, which the care team can read.`;
}

/** Begun on another day than the one it tells of, by the practice's calendar. A private note tells no day. */
export const isLateEntry = (note: Pick<NoteDto, 'kind' | 'happenedAt' | 'createdAt'>, zone: string): boolean =>
  note.kind !== 'psychotherapy' && wallDay(note.createdAt, zone) > wallDay(note.happenedAt, zone);

/** What has to be known of a note before it is read; nothing of one that stands as it was signed. */
export function noteStanding({ status }: Pick<NoteDto, 'status'>): string {
  if (status === 'draft') return $localize`Draft, not signed`;
  if (status === 'awaiting_cosign') return $localize`Waits for a co-signature`;
  return status === 'entered_in_error' ? $localize`Entered in error` : '';
}
