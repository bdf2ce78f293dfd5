import { ArrayMaxSize, IsArray, IsIn, IsObject, IsOptional, IsString, IsUUID, Length } from 'class-validator';
import { IsInstant } from '../platform/instant.validator.js';
import { PageQuery } from '../platform/paging.js';
import type { ChangeDto } from '../scales/scales.dto.js';
import { NOTE_FORMATS, NOTE_KINDS, type NoteFormat, type NoteKind } from './note-formats.js';
import { NOTE_STATUSES, type NoteStatus } from './notes.rules.js';

/**
 * Whose note it is may be left out when `sessionId` says so. Both ids: one partner's own note within the couple's
 * work. Without `sections` the note starts empty.
 */
export class NewNote {
  @IsOptional() @IsUUID() sessionId?: string;
  @IsOptional() @IsUUID() clientId?: string;
  @IsOptional() @IsUUID() coupleId?: string;
  @IsIn(NOTE_KINDS) kind: NoteKind;
  @IsIn(NOTE_FORMATS) format: NoteFormat;
  @IsOptional() @IsObject() sections?: Record<string, unknown>;
  /** When what it tells took place, where no session says so; not later than now. */
  @IsOptional() @IsInstant() happenedAt?: string;
}

/** The whole text, not a part of it. Another `format` brings its own sections. `happenedAt` as in a new note. */
export class NoteText {
  @IsObject() sections: Record<string, unknown>;
  @IsOptional() @IsIn(NOTE_FORMATS) format?: NoteFormat;
  @IsOptional() @IsInstant() happenedAt?: string;
  /** Goals of the plan that were worked on; left out, they stay as they are. A psychotherapy note has none. */
  @IsOptional() @IsArray() @ArrayMaxSize(40) @IsUUID(undefined, { each: true }) touchedGoals?: string[];
}

/**
 * `besideId`: the notes that belong together with that one, itself among them: those of its session; where it has none,
 * those of the same people that tell of the same day or were begun on the same day, by the practice's calendar.
 */
export class NoteQuery extends PageQuery {
  @IsOptional() @IsUUID() clientId?: string;
  @IsOptional() @IsUUID() coupleId?: string;
  @IsOptional() @IsUUID() sessionId?: string;
  @IsOptional() @IsUUID() besideId?: string;
  @IsOptional() @IsIn(NOTE_STATUSES) status?: NoteStatus;
  @IsOptional() @IsIn(NOTE_KINDS) kind?: NoteKind;
  /** Leaves out notes that were entered in error. */
  @IsOptional() @IsIn(['hidden']) mistakes?: 'hidden';
}

/** Words of one's own notes: all of them, the last as the beginning of a word from its fourth letter on. */
export class NoteSearch extends PageQuery {
  @IsString() @Length(1, 200) words: string;
  @IsOptional() @IsUUID() clientId?: string;
  @IsOptional() @IsUUID() coupleId?: string;
}

export class NewAddendum {
  @IsString() @Length(1, 50_000) text: string;
  @IsOptional() @IsString() @Length(1, 2000) reason?: string;
}

export class ReturnedNote {
  @IsString() @Length(1, 10_000) comment: string;
}

export class NoteMistake {
  @IsString() @Length(1, 2000) reason: string;
}

/** A note in a list: never its text. */
export class NoteLineDto {
  id: string;
  version: number;
  kind: NoteKind;
  format: NoteFormat;
  status: NoteStatus;
  clientId: string | null;
  coupleId: string | null;
  sessionId: string | null;
  authorId: string;
  authorName: string;
  happenedAt: string;
  createdAt: string;
  updatedAt: string;
  signedAt: string | null;
  addenda: number;
  returned: boolean;
}

/** A stretch of a note; `found`: what was searched for. */
export class FoundPieceDto {
  text: string;
  found: boolean;
}

/** An addendum of one's own, and when it was added. */
export class FoundAddendumDto {
  id: string;
  createdAt: string;
}

/**
 * A note of one's own that holds the words, or one to which one added them: then with that addendum. The text around
 * the first of them stands in `section`, of an addendum in its `text` or its `reason`.
 */
export class FoundNoteDto {
  id: string;
  kind: NoteKind;
  format: NoteFormat;
  status: NoteStatus;
  clientId: string | null;
  coupleId: string | null;
  who: string;
  happenedAt: string;
  addendum: FoundAddendumDto | null;
  section: string;
  pieces: FoundPieceDto[];
}

/** Homework that the therapist read since the session before; `decision`: taken as it is, or sent back for more. */
export class NoteHomeworkDto {
  assignmentId: string;
  title: string;
  decision: 'accept' | 'return';
  reviewedAt: string;
}

/** The last score of one scale by the day of the session; `verdict` null where nothing is read of it. */
export class NoteScoreDto {
  instrumentId: string;
  title: string;
  answeredOn: string;
  total: number;
  min: number;
  max: number;
  prorated: boolean;
  verdict: ChangeDto['verdict'] | null;
  delta: number | null;
}

/** A goal of the plan, in the words it had then. */
export class NoteGoalDto {
  goalId: string;
  planId: string;
  number: number;
  behaviour: string;
}

/**
 * What took place, from the session. `goals`: those worked on; while it is a draft all there are, of which `touchedGoals` of
 * the note names some. `homework`, `scores` and `goals`: when a note is read, and as it was signed from then on; the
 * answer to a save leaves them out, and so does what was signed before they were kept.
 */
export class NoteFactsDto {
  startsAt: string;
  endsAt: string;
  modality: string;
  attendeeIds: string[];
  attendedIds: string[] | null;
  homework?: NoteHomeworkDto[];
  scores?: NoteScoreDto[];
  goals?: NoteGoalDto[];
}

export class AddendumDto {
  id: string;
  authorId: string;
  authorName: string;
  text: string;
  reason: string | null;
  createdAt: string;
  contentHash: string;
}

export class CosignatureDto {
  decision: 'cosigned' | 'returned';
  supervisorId: string;
  supervisorName: string;
  comment: string | null;
  createdAt: string;
}

export class NoteErrorDto {
  reason: string;
  by: string;
  at: string;
}

/** `happenedAt`: the start of its session, else when it was begun. `dueAt`, `limitAt`: while it is a draft. */
export class NoteDto {
  id: string;
  version: number;
  kind: NoteKind;
  format: NoteFormat;
  status: NoteStatus;
  clientId: string | null;
  coupleId: string | null;
  sessionId: string | null;
  authorId: string;
  authorName: string;
  sections: Record<string, string>;
  facts: NoteFactsDto | null;
  touchedGoals: string[];
  happenedAt: string;
  createdAt: string;
  updatedAt: string;
  dueAt: string | null;
  limitAt: string | null;
  signedAt: string | null;
  signedBy: string | null;
  signedByName: string | null;
  contentHash: string | null;
  addenda: AddendumDto[];
  cosignatures: CosignatureDto[];
  enteredInError: NoteErrorDto | null;
}

export class NoteRevisionDto {
  id: string;
  version: number;
  format: NoteFormat;
  sections: Record<string, string>;
  savedAt: string;
}

/** One thing waiting in the sign-off queue, oldest first. `noteId` is null while nothing was written yet. */
export class SignOffDto {
  id: string;
  noteId: string | null;
  sessionId: string | null;
  clientId: string | null;
  coupleId: string | null;
  who: string;
  state: 'not_started' | 'draft' | 'returned' | 'awaiting_cosign';
  kind: NoteKind;
  authorId: string;
  authorName: string;
  happenedAt: string;
  dueAt: string;
  limitAt: string;
  hoursLeft: number;
  clock: 'in_time' | 'due' | 'late';
}
