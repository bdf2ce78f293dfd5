import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, IsOptional, IsUUID } from 'class-validator';
import { IsInstant } from '../platform/instant.validator.js';
import { PageQuery } from '../platform/paging.js';
import type { Session } from './session.entity.js';
import { MODALITIES, SESSION_STATUSES, type Modality, type SessionStatus } from './sessions.rules.js';

/** One of `clientId` and `coupleId`. Without `attendeeIds` everybody in this care attends. */
export class NewSession {
  @IsOptional() @IsUUID() clientId?: string;
  @IsOptional() @IsUUID() coupleId?: string;
  @IsInstant() startsAt: string;
  @IsInstant() endsAt: string;
  @IsOptional() @IsIn(MODALITIES) modality?: Modality;
  @IsOptional() @IsArray() @ArrayMaxSize(2) @ArrayUnique() @IsUUID('all', { each: true }) attendeeIds?: string[];
}

/** What is left out stays as it is. `attendedIds` are those of the attendees who came. */
export class SessionChange {
  @IsOptional() @IsInstant() startsAt?: string;
  @IsOptional() @IsInstant() endsAt?: string;
  @IsOptional() @IsIn(MODALITIES) modality?: Modality;
  @IsOptional() @IsIn(SESSION_STATUSES) status?: SessionStatus;
  @IsOptional() @IsArray() @ArrayMaxSize(2) @ArrayUnique() @IsUUID('all', { each: true }) attendedIds?: string[];
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

/**
 * `who` is the person or couple as staff know them; null for a client. `noteId` is the latest note on this session that
 * the reader may see; a client never sees one.
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
      noteId: note?.id ?? null,
      noteStatus: note?.status ?? null,
      createdAt: session.createdAt.toISOString(),
      updatedAt: session.updatedAt.toISOString(),
    };
  }
}
