import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsUUID,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { IsDay } from '../platform/day.validator.js';
import { IsInstant } from '../platform/instant.validator.js';
import { PageQuery } from '../platform/paging.js';
import { CALLERS_OFF, CANCEL_REASONS, type CallerOff, type CancelReason } from './cancelling.rules.js';
import { MOST_TIMES, RHYTHMS, type Rhythm } from './series.rules.js';
import type { Session } from './session.entity.js';
import { MODALITIES, SESSION_STATUSES, type Modality, type SessionStatus } from './sessions.rules.js';

/** Again every so many weeks, or months on the same day of the same week. Without `untilOn` and `times` it goes on. */
export class SeriesInput {
  @IsIn(RHYTHMS) rhythm: Rhythm;
  @IsInt() @Min(1) @Max(12) every: number;
  @IsOptional() @IsDay() untilOn?: string;
  @IsOptional() @IsInt() @Min(2) @Max(MOST_TIMES) times?: number;
}

/** One of `clientId` and `coupleId`. Without `attendeeIds` everybody in this care attends. */
export class NewSession {
  @IsOptional() @IsUUID() clientId?: string;
  @IsOptional() @IsUUID() coupleId?: string;
  @IsInstant() startsAt: string;
  @IsInstant() endsAt: string;
  @IsOptional() @IsIn(MODALITIES) modality?: Modality;
  @IsOptional() @IsArray() @ArrayMaxSize(2) @ArrayUnique() @IsUUID('all', { each: true }) attendeeIds?: string[];
  @IsOptional() @ValidateNested() @Type(() => SeriesInput) repeat?: SeriesInput;
  /** Of those that come again: plan the others where some meet another session. */
  @IsOptional() @IsBoolean() leaveOutClashes?: boolean;
}

/** Who called it off. `byId` = which of those who were to come. `late` left out: by the clock, from now. */
export class CancellationInput {
  @IsIn(CALLERS_OFF) by: CallerOff;
  @IsOptional() @IsUUID() byId?: string;
  @IsOptional() @IsBoolean() late?: boolean;
  @IsOptional() @IsIn(CANCEL_REASONS) reason?: CancelReason;
}

export const SCOPES = ['one', 'following', 'all'] as const;
export type Scope = (typeof SCOPES)[number];

/**
 * What is left out stays as it is. `attendedIds` are those of the attendees who came, `lateIds` those of them who came
 * late. `scope`: of sessions that come again, this one, this and those after it, or all that are still to come.
 */
export class SessionChange {
  @IsOptional() @IsInstant() startsAt?: string;
  @IsOptional() @IsInstant() endsAt?: string;
  @IsOptional() @IsIn(MODALITIES) modality?: Modality;
  @IsOptional() @IsIn(SESSION_STATUSES) status?: SessionStatus;
  @IsOptional() @IsArray() @ArrayMaxSize(2) @ArrayUnique() @IsUUID('all', { each: true }) attendedIds?: string[];
  @IsOptional() @IsArray() @ArrayMaxSize(2) @ArrayUnique() @IsUUID('all', { each: true }) lateIds?: string[];
  @IsOptional() @ValidateNested() @Type(() => CancellationInput) cancellation?: CancellationInput;
  @IsOptional() @IsIn(SCOPES) scope?: Scope;
}

export const SESSION_SORTS = ['startsAt', '-startsAt'] as const;

/** `from` and `to` bound the start: from inclusive, to exclusive. */
export class SessionQuery extends PageQuery {
  @IsOptional() @IsInstant() from?: string;
  @IsOptional() @IsInstant() to?: string;
  @IsOptional() @IsUUID() clientId?: string;
  @IsOptional() @IsUUID() coupleId?: string;
  @IsOptional() @IsUUID() therapistId?: string;
  @IsOptional() @IsIn(SESSION_SORTS) sort?: (typeof SESSION_SORTS)[number];
}

/** How a session was called off, as far as it was told. */
export class CancellationDto {
  by: CallerOff;
  byId: string | null;
  late: boolean;
  reason: CancelReason | null;
  at: string;
}

/**
 * `who` is the person or couple as staff know them; null for a client. `noteId` is the latest note on this session that
 * the reader may see; a client never sees one, nor who called off, nor that a session is one of a series.
 */
export class SessionDto {
  id: string;
  version: number;
  clientId: string | null;
  coupleId: string | null;
  who: string | null;
  therapistId: string;
  startsAt: string;
  endsAt: string;
  modality: Modality;
  status: SessionStatus;
  attendeeIds: string[];
  attendedIds: string[] | null;
  lateIds: string[] | null;
  cancellation: CancellationDto | null;
  seriesId: string | null;
  noteId: string | null;
  noteStatus: string | null;
  createdAt: string;
  updatedAt: string;

  static of(session: Session, who: string | null, note?: { id: string; status: string } | null): SessionDto {
    return {
      ...session,
      who,
      startsAt: session.startsAt.toISOString(),
      endsAt: session.endsAt.toISOString(),
      cancellation: cancellationOf(session),
      noteId: note?.id ?? null,
      noteStatus: note?.status ?? null,
      createdAt: session.createdAt.toISOString(),
      updatedAt: session.updatedAt.toISOString(),
    };
  }
}

function cancellationOf(session: Session): CancellationDto | null {
  const { cancelledAt, cancelledBy, cancelledById, cancelledLate, cancelReason } = session;
  if (cancelledAt === null || cancelledBy === null) return null;
  return {
    by: cancelledBy,
    byId: cancelledById,
    late: cancelledLate === true,
    reason: cancelReason,
    at: cancelledAt.toISOString(),
  };
}

/** How a session comes again. `leftOut`: days whose hour was taken. `toCome`: planned and made so far. */
export class SessionSeriesDto {
  id: string;
  version: number;
  clientId: string | null;
  coupleId: string | null;
  rhythm: Rhythm;
  every: number;
  startsOn: string;
  atTime: string;
  minutes: number;
  untilOn: string | null;
  times: number | null;
  endedOn: string | null;
  leftOut: string[];
  toCome: number;
}
