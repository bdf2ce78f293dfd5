import type { NoteDto } from '../../../api/types.gen';
import type { NoteText } from './note-text';

/** What of a note is written, for the draft engine. */
export const noteTextOf = ({ format, sections, sessionId, happenedAt, touchedGoals }: NoteDto): NoteText => ({
  ...{ format, sections, touchedGoals },
  ...(sessionId === null ? { happenedAt } : {}),
});
