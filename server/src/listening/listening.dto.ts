import { IsBoolean, IsString, Length } from 'class-validator';
import { PageQuery } from '../platform/paging.js';
import type { Act, State, Turn } from './listening.rules.js';

export class ListeningText {
  @IsString() @Length(1, 8000) text: string;
}

export class ListeningClosing {
  /** False: not yet. */
  @IsBoolean() heard: boolean;
}

export class ListeningOpening {
  /** Why it is right to let it go: read by staff alone. */
  @IsString() @Length(10, 1000) reason: string;
}

export class ListeningQuery extends PageQuery {}

export class ListeningTurnDto {
  id: string;
  kind: Turn;
  mine: boolean;
  /** What its writer is called; null for heard and not yet. */
  from: string | null;
  text: string | null;
  writtenAt: string;
}

export class ListeningDto {
  id: string;
  /** Of the words, while they are kept. */
  version: number;
  coupleId: string;
  state: State;
  /** What its writer is called. */
  from: string;
  mine: boolean;
  text: string;
  /** Its place in time: when it was offered, or opened, or else begun. */
  at: string;
  savedAt: string | null;
  turns: ListeningTurnDto[];
  /** What its reader could do next. */
  acts: Act[];
  /** Staff only: whoever wrote it. */
  madeBy: string | null;
  /** Staff only: waits for a clinician, since a safety check is missing, old or tells of a concern. */
  held: boolean | null;
}

/** Whether this person writes first here, as their therapist set the parts. */
export class OwnListeningDto {
  id: string;
  writes: boolean;
}
