import { Type } from 'class-transformer';
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
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { IsDay } from '../platform/day.validator.js';
import { PageQuery } from '../platform/paging.js';
import { actor } from '../platform/scope.js';
import { type Group, GROUPS, STATUSES, type Status } from './assignments.rules.js';
import type { Stage } from '../library/worksheet.definition.js';
import { WorksheetDto } from '../worksheets/worksheets.dto.js';

/** Given again each time one was accepted: the next is for `everyDays` later, while that is not past `until`. */
export class RepeatInput {
  @IsInt() @Min(1) @Max(366) everyDays: number;
  @IsOptional() @IsDay() until?: string | null;
}

/** One more sheet of a sequence: given so many days after the one before was read. */
export class StepInput {
  @IsUUID() worksheetId: string;
  @IsInt() @Min(0) @Max(90) afterDays: number;
}

/**
 * To one or two people for themselves (`clientIds`), or within the work of a couple (`coupleId`): to `each` partner a
 * sheet of their own, which the other never sees, or one sheet that both fill in `together`.
 */
export class NewAssignment {
  @IsUUID() worksheetId: string;
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(2)
  @ArrayUnique()
  @IsUUID('all', { each: true })
  clientIds?: string[];
  @IsOptional() @IsUUID() coupleId?: string | null;
  @IsOptional() @IsIn(['each', 'together']) mode?: 'each' | 'together' | null;
  @IsOptional() @IsDay() dueOn?: string | null;
  /** Wished for by the first session from now on, whenever that will be. Instead of `dueOn`. */
  @IsOptional() @IsBoolean() dueNextSession?: boolean | null;
  /** Not shown to its addressee before this day. */
  @IsOptional() @IsDay() opensOn?: string | null;
  /** What follows, one after the other. To one person alone. */
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(9)
  @ValidateNested({ each: true })
  @Type(() => StepInput)
  then?: StepInput[] | null;
  @IsOptional() @IsString() @Length(1, 2000) message?: string | null;
  @IsOptional() @ValidateNested() @Type(() => RepeatInput) repeat?: RepeatInput | null;
  /**
   * Which of the things that happened it is about: each has that part in it. Left out: the latest that is open. Null: none
   * of them, their roles in the work as a whole count.
   */
  @IsOptional() @IsUUID() betrayalId?: string | null;
  /** Why it is given although it comes early for their stage. For staff alone. */
  @IsOptional() @IsString() @Length(10, 500) earlyReason?: string | null;
}

export class AssignmentQuery extends PageQuery {
  @IsOptional() @IsUUID() clientId?: string;
  @IsOptional() @IsUUID() coupleId?: string;
  /**
   * `open`: assigned, draft or returned; `pending`: these and submitted; `done`: reviewed or withdrawn; `begun`: all but
   * assigned.
   */
  @IsOptional() @IsIn([...STATUSES, ...Object.keys(GROUPS)]) status?: Status | Group;
}

export interface AssignmentRow {
  id: string;
  version: number;
  client_id: string | null;
  couple_id: string | null;
  worksheet_id: string;
  worksheet_key: string;
  worksheet_version: number;
  asked_as: 'injured' | 'involved' | null;
  betrayal_id: string | null;
  status: Status;
  due_on: string | null;
  due_next_session: boolean;
  opens_on: string | null;
  sequence_id: string | null;
  assigned_by: string;
  assigned_by_name: string | null;
  assigned_at: Date;
  sent_at: Date | null;
  opened_at: Date | null;
  reviewed_at: Date | null;
  drafts_sent: number;
}

export class AssignmentDto {
  id: string;
  version: number;
  worksheetId: string;
  worksheetKey: string;
  worksheetVersion: number;
  title: string;
  minutes: number;
  clientId: string | null;
  coupleId: string | null;
  /** One sheet that both partners fill in. */
  together: boolean;
  status: Status;
  /** The day it is wished for, as far as it is known. */
  dueOn: string | null;
  dueNextSession: boolean;
  opensOn: string | null;
  /** Which of the things that happened it is about; staff only. */
  betrayalId: string | null;
  /** Set while this is one of a sequence; staff only. */
  sequenceId: string | null;
  assignedBy: string;
  assignedByName: string;
  assignedAt: string;
  sentAt: string | null;
  openedByTherapistAt: string | null;
  reviewedAt: string | null;
  /** How many drafts were sent and not taken back. */
  draftsSent: number;

  static of(row: AssignmentRow, worksheet: { title: string; minutes: number }): AssignmentDto {
    return {
      id: row.id,
      version: row.version,
      worksheetId: row.worksheet_id,
      worksheetKey: row.worksheet_key,
      worksheetVersion: row.worksheet_version,
      title: worksheet.title,
      minutes: worksheet.minutes,
      clientId: row.client_id,
      coupleId: row.couple_id,
      together: row.client_id === null,
      status: row.status,
      dueOn: row.due_on,
      dueNextSession: row.due_next_session,
      opensOn: row.opens_on,
      betrayalId: actor().clientId === null ? row.betrayal_id : null,
      sequenceId: actor().clientId === null ? row.sequence_id : null,
      assignedBy: row.assigned_by,
      assignedByName: row.assigned_by_name ?? '',
      assignedAt: row.assigned_at.toISOString(),
      sentAt: row.sent_at?.toISOString() ?? null,
      openedByTherapistAt: row.opened_at?.toISOString() ?? null,
      reviewedAt: row.reviewed_at?.toISOString() ?? null,
      draftsSent: row.drafts_sent,
    };
  }
}

/** Given before its time: where they stood, and why all the same. */
export class EarlyDto {
  stage: Stage;
  reason: string;
}

export class AssignmentDetailDto extends AssignmentDto {
  /** A word from the therapist to whoever gets it. */
  message: string | null;
  /** The version that was given, as it is asked here: of one person, or of two. */
  worksheet: WorksheetDto;
  /** For staff alone, where a reason was asked for. */
  early: EarlyDto | null;
}

/** What was given: one for each person, or one sheet for both. `id` is that of the first. */
export class NewAssignmentsDto {
  id: string;
  items: AssignmentDto[];
}
