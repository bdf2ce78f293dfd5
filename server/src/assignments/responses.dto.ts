import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsObject, IsOptional, IsString, Length, ValidateNested } from 'class-validator';
import { RULES, type Rule } from '../coach/finding.rules.js';
import type { Visibility } from '../library/worksheet.definition.js';
import { FieldDto } from '../worksheets/worksheets.dto.js';

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

/** A hint of the apology coach as its author saw it: the question it stood at, the kind, and the words it quoted. */
export class SharedHint {
  @IsString() @Length(1, 60) field: string;
  @IsIn(RULES) rule: Rule;
  @IsString() @Length(1, 700) quote: string;
}

export class Sending {
  /** Only where the author ticked it: their therapist sees these beside the letter. Nobody else ever does. */
  @IsOptional() @IsArray() @ArrayMaxSize(200) @ValidateNested({ each: true }) @Type(() => SharedHint) hints?:
    SharedHint[] | null;
}

export class SharedHintDto {
  field: string;
  rule: Rule;
  quote: string;
  name: string;
  question: string;
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

export class TherapistPartInput {
  /** Field key to value, of the therapist's own questions; in a list, her cells of each row by its rowId. */
  @IsObject() answers: Record<string, unknown>;
}

/** `version` 0: nothing was saved yet. `fields`: her questions, and of lists the columns that are hers. */
export class TherapistPartDto {
  id: string;
  version: number;
  clientId: string | null;
  coupleId: string | null;
  fields: FieldDto[];
  answers: Record<string, unknown>;
  savedByName: string | null;
  savedAt: string | null;
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
  /** Hints of the apology coach that its author chose to show; none otherwise. */
  hints: SharedHintDto[];
}
