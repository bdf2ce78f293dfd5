import { ArrayMaxSize, IsArray, IsIn, IsObject, IsOptional, IsString, Length } from 'class-validator';
import type { Visibility } from '../library/worksheet.definition.js';

/** `answers`: field key to value; null for none. What is left out of it is no longer answered. */
export class ResponseInput {
  @IsObject() answers: Record<string, unknown>;
  /** Field key to `therapist`, `after_review`, `both_done` or `shared`. Nothing reaches a partner by this alone. */
  @IsOptional() @IsObject() visibility?: Record<string, unknown> | null;
  /** Fields to take up in a session: what they hold is not sent. */
  @IsOptional() @IsArray() @ArrayMaxSize(200) @IsString({ each: true }) @Length(1, 60, { each: true }) forSession?:
    string[] | null;
  /** The field to come back to, on whatever device. */
  @IsOptional() @IsString() @Length(1, 60) at?: string | null;
}

/** `version` is that of the assignment: one number moves with every save and every act. */
export class ResponseDto {
  id: string;
  version: number;
  clientId: string | null;
  coupleId: string | null;
  answers: Record<string, unknown>;
  visibility: Record<string, Visibility>;
  forSession: string[];
  at: string | null;
  savedAt: string | null;
}

export class ReviewInput {
  @IsIn(['accept', 'return']) decision: 'accept' | 'return';
  @IsOptional() @IsString() @Length(1, 8000) comment?: string | null;
  /** Field key to a comment of at most 8,000 characters. */
  @IsOptional() @IsObject() fieldComments?: Record<string, unknown> | null;
}

export class ReviewDto {
  decision: 'accept' | 'return';
  comment: string | null;
  fieldComments: Record<string, string>;
  reviewedBy: string;
  reviewedAt: string;
}

export class RowDifferenceDto {
  rowId: string;
  change: 'same' | 'added' | 'removed' | 'changed';
}

export class FieldDifferenceDto {
  key: string;
  change: 'same' | 'added' | 'removed' | 'changed';
  rows: RowDifferenceDto[];
}

/** A draft as it was sent. */
export class SubmissionDto {
  id: string;
  assignmentId: string;
  clientId: string | null;
  coupleId: string | null;
  draftNumber: number;
  answers: Record<string, unknown>;
  visibility: Record<string, Visibility>;
  forSession: string[];
  sentAt: string;
  openedByTherapistAt: string | null;
  /** How many questions were asked, and how many have an answer. */
  asked: number;
  answered: number;
  /** Against the draft sent before it; null for the first. */
  changes: FieldDifferenceDto[] | null;
  review: ReviewDto | null;
}
