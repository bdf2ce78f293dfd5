import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  MaxLength,
  Min,
} from 'class-validator';
import { PageQuery } from '../platform/paging.js';
import { LEVELS, TAGS, type Act, type Lack, type Level, type State, type Tag } from './questions.rules.js';

export class NewQuestion {
  @IsString() @Length(1, 2000) text: string;
  /** `in_session` where it is left out. */
  @IsOptional() @IsIn(TAGS) tag?: Tag;
  /** Facts alone where it is left out. */
  @IsOptional() @IsIn(LEVELS) detail?: Level;
}

export class QuestionChange {
  @IsOptional() @IsString() @Length(1, 2000) text?: string;
  @IsOptional() @IsIn(TAGS) tag?: Tag;
  @IsOptional() @IsIn(LEVELS) detail?: Level;
}

/** What he would say, by how much is wanted. Only `facts` is needed. */
export class AnswerInput {
  @IsString() @MaxLength(8000) facts: string;
  @IsOptional() @IsString() @MaxLength(8000) outline?: string;
  @IsOptional() @IsString() @MaxLength(8000) full?: string;
  /** These words can be used in a session. */
  @IsBoolean() ready: boolean;
}

export class NewReadiness {
  @IsUUID() sessionId: string;
  /** Staff only: which of the two they asked. */
  @IsOptional() @IsUUID() clientId?: string;
  @IsBoolean() ready: boolean;
  @IsOptional() @IsString() @MaxLength(1000) support?: string;
  @IsOptional() @IsString() @MaxLength(1000) place?: string;
  @IsOptional() @IsString() @MaxLength(1000) nextDays?: string;
  @IsOptional() @IsString() @MaxLength(1000) children?: string;
}

export class QuestionOrder {
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(200) @ArrayUnique() @IsUUID('all', { each: true }) ids: string[];
}

export class QuestionPlan {
  /** A session of both; null: none. */
  @IsOptional() @IsUUID() sessionId?: string | null;
}

export class QuestionAbout {
  /** One of `abouts` of the question. */
  @IsUUID() betrayalId: string;
}

export class SetAside {
  /** Why it is better not answered here: read by staff alone. */
  @IsString() @Length(10, 1000) reason: string;
}

export class NewAnswering {
  @IsIn(LEVELS) level: Level;
  /** The words that were read: refused when they are others by now. */
  @IsInt() @Min(1) answerVersion: number;
}

export class QuestionQuery extends PageQuery {}

export class PlannedDto {
  sessionId: string;
  startsAt: string;
}

/** An answer as it was given, in a session. */
export class GivenDto {
  level: Level;
  facts: string;
  outline: string;
  full: string;
  givenAt: string;
}

/** A question, to whoever asks it. Nothing here moves by what the other writes. */
export class QuestionDto {
  id: string;
  version: number;
  coupleId: string;
  text: string;
  tag: Tag;
  detail: Level;
  state: State;
  askedAt: string;
  plannedFor: PlannedDto | null;
  given: GivenDto | null;
  acts: Act[];
}

export class DraftedAnswerDto {
  version: number;
  facts: string;
  outline: string;
  full: string;
  ready: boolean;
  savedAt: string;
}

/** A question, to whoever is asked. */
export class AskedDto {
  id: string;
  /** Of the answer; 0 before there is one. */
  version: number;
  coupleId: string;
  /** What the asker is called. */
  from: string;
  text: string;
  detail: Level;
  state: 'asked' | 'closed' | 'answered';
  passedOnAt: string;
  plannedFor: PlannedDto | null;
  answer: DraftedAnswerDto | null;
  /** When the answer was saved. */
  savedAt: string | null;
  given: GivenDto | null;
}

/** One's own word on one session, and what one has to fall back on. */
export class ReadinessDto {
  /** Null: nothing was said yet. */
  id: string | null;
  sessionId: string;
  startsAt: string;
  ready: boolean | null;
  support: string;
  place: string;
  nextDays: string;
  children: string;
  recordedAt: string | null;
}

/** What this person can do here, as their therapist set the parts, and the sessions that are prepared for. */
export class OwnQuestionsDto {
  id: string;
  asks: boolean;
  isAsked: boolean;
  sessions: ReadinessDto[];
}

export class PartnerReadinessDto {
  clientId: string;
  ready: boolean | null;
  /** Support, night and the next days are thought of. */
  planned: boolean;
  support: string;
  place: string;
  nextDays: string;
  children: string;
  recordedAt: string | null;
  /** Said by her or him; else written down by staff. */
  own: boolean;
}

export class DeskSessionDto {
  id: string;
  startsAt: string;
  endsAt: string;
  underWay: boolean;
  partners: PartnerReadinessDto[];
}

export class DeskQuestionDto {
  id: string;
  /** Whoever asks. */
  clientId: string;
  text: string;
  tag: Tag;
  detail: Level;
  state: State;
  askedAt: string;
  passedOnAt: string | null;
  sessionId: string | null;
  /** Which of the things that happened it is about; null where nothing is recorded, or nobody is to be asked. */
  betrayalId: string | null;
  /** While it is open: what it can be about, by the parts in it, the latest first. */
  abouts: string[];
  reason: string | null;
  answer: DraftedAnswerDto | null;
  given: GivenDto | null;
  /** Who gave the answer. */
  givenByName: string | null;
  acts: Act[];
  lacks: Lack[];
}

/** All questions of a couple as the care team leads them. */
export class DeskDto {
  id: string;
  /** Neither answered nor withdrawn nor set aside. */
  openCount: number;
  /** A check of safety of one of the two is missing, old, or tells of a concern: nothing goes on to the other. */
  held: boolean;
  questions: DeskQuestionDto[];
  sessions: DeskSessionDto[];
}
