import { IsBoolean, IsIn, IsOptional, IsString, IsUUID, Length } from 'class-validator';
import { KINDS, type Kind } from '../commitments/parts.rules.js';
import { IsDay } from '../platform/day.validator.js';
import { PageQuery } from '../platform/paging.js';
import { MARKS, STATES, type Mark, type State } from './boundaries.rules.js';

export class NewBoundary {
  /** One of the areas of the boundary list, or one's own word for another. */
  @IsString() @Length(1, 60) area: string;
  @IsString() @Length(1, 500) limit: string;
  /** For the author and the care team alone, whatever becomes of it. */
  @IsOptional() @IsString() @Length(1, 2000) why?: string | null;
  /** What its author will then do: an act of one's own. */
  @IsOptional() @IsString() @Length(1, 500) ifNotKept?: string | null;
  @IsIn(KINDS) kind: Kind;
  @IsBoolean() negotiable: boolean;
  /** Four weeks from today where it is left out; ninety days at most. */
  @IsOptional() @IsDay() reviewOn?: string | null;
}

export class BoundaryChange {
  @IsOptional() @IsString() @Length(1, 60) area?: string;
  @IsOptional() @IsString() @Length(1, 500) limit?: string;
  @IsOptional() @IsString() @Length(1, 2000) why?: string | null;
  @IsOptional() @IsString() @Length(1, 500) ifNotKept?: string | null;
  @IsOptional() @IsIn(KINDS) kind?: Kind;
  @IsOptional() @IsBoolean() negotiable?: boolean;
  @IsOptional() @IsDay() reviewOn?: string;
}

/** A draft as it is being written: any of it may still be missing. */
export class DraftInput {
  @IsString() @Length(0, 60) area: string;
  @IsString() @Length(0, 500) limit: string;
  @IsString() @Length(0, 2000) why: string;
  @IsString() @Length(0, 500) ifNotKept: string;
  @IsOptional() @IsIn(KINDS) kind?: Kind | null;
  @IsBoolean() negotiable: boolean;
  /** A day that is no day to look at it again leaves the one before. */
  @IsOptional() @IsDay() reviewOn?: string | null;
}

export class DraftDto {
  id: string;
  version: number;
  area: string;
  limit: string;
  why: string;
  ifNotKept: string;
  kind: Kind | null;
  negotiable: boolean;
  reviewOn: string;
  savedAt: string;
}

export class NewMove {
  @IsIn(STATES) to: State;
  /** Read by whoever gives it and the care team. */
  @IsOptional() @IsString() @Length(1, 1000) reason?: string | null;
  /** The wording that was read: the step is refused when it says something else by now. */
  @IsOptional() @IsUUID() textId?: string;
}

export class NewWording {
  @IsString() @Length(1, 500) limit: string;
  /** The author's to change. */
  @IsOptional() @IsString() @Length(1, 500) ifNotKept?: string | null;
  @IsOptional() @IsDay() reviewOn?: string | null;
  @IsOptional() @IsUUID() textId?: string;
}

export class NewBoundaryComment {
  @IsString() @Length(1, 1000) text: string;
}

export class NewBoundaryEvent {
  @IsIn(MARKS) kind: Mark;
  /** Today where it is left out; never a day to come. A second word on the same day takes the place of the first. */
  @IsOptional() @IsDay() occurredOn?: string | null;
  @IsOptional() @IsString() @Length(1, 1000) note?: string | null;
}

export class BoundaryQuery extends PageQuery {}

export class BoundaryEventDto {
  id: string;
  kind: Mark;
  occurredOn: string;
  note: string | null;
  markedAt: string;
  /** Staff only: who said so. */
  clientId: string | null;
}

export class BoundaryDto {
  id: string;
  version: number;
  coupleId: string;
  kind: Kind;
  negotiable: boolean;
  /** It stands by its author's word alone. */
  fixed: boolean;
  state: State;
  stateAt: string;
  area: string;
  limit: string;
  ifNotKept: string | null;
  /** For its author and the care team. */
  why: string | null;
  /** The wording these words are of; null for a draft. */
  textId: string | null;
  /** What its author is called. */
  from: string;
  /** Written by whoever reads it. */
  mine: boolean;
  /** Staff only: the author. */
  madeBy: string | null;
  reviewOn: string;
  /** Its day has come. */
  reviewDue: boolean;
  proposedAt: string | null;
  agreedAt: string | null;
  activeFrom: string | null;
  /** Who agrees to these very words. */
  authorAgrees: boolean;
  otherAgrees: boolean;
  /** Where its reader could take it next. */
  moves: State[];
  /** What its reader said of it this week. */
  thisWeek: BoundaryEventDto | null;
  /** Staff only: waits for a clinician, since a safety check is missing, old or tells of a concern. */
  held: boolean | null;
  /** Staff only: words about it wait for a clinician. */
  talkHeld: boolean | null;
}

/** What this person can do in their couple, as their therapist set the parts. */
export class OwnPartDto {
  id: string;
  kinds: Kind[];
  promises: boolean;
  /** IANA zone by whose clock a promise is made and told to the actor, wherever the device is: where she or he lives. */
  zone: string;
}

export class WordingDto {
  id: string;
  limit: string;
  ifNotKept: string | null;
  reviewOn: string;
  from: string;
  mine: boolean;
  byAuthor: boolean;
  writtenAt: string;
  /** Staff only: waits for a clinician. */
  held: boolean | null;
}

export class BoundaryCommentDto {
  id: string;
  from: string;
  mine: boolean;
  byAuthor: boolean;
  text: string;
  writtenAt: string;
  /** Staff only: waits for a clinician. */
  held: boolean | null;
}

export class BoundaryMoveDto {
  from: State;
  to: State;
  reason: string | null;
  movedAt: string;
  /** Null: by staff. */
  clientId: string | null;
}

export class BoundaryDetailDto extends BoundaryDto {
  /** Every wording there was since the reader could meet it, oldest first. */
  wordings: WordingDto[];
  comments: BoundaryCommentDto[];
  /** Staff see every step and reason, a client her or his own. */
  history: BoundaryMoveDto[];
}
