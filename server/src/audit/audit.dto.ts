import { IsOptional, IsString, IsUUID, Matches } from 'class-validator';
import { IsInstant } from '../platform/instant.validator.js';
import { PageQuery } from '../platform/paging.js';
import type { Kind, Sight } from './who-sees.rules.js';

/**
 * `who`: the user who acted. `whose`: the person in care it was about. `what`: an act (`read`, `update`, `signed in` …)
 * or a target (`notes`, `client` …). `from` inclusive, `to` exclusive.
 */
export class AuditQuery extends PageQuery {
  @IsOptional() @IsUUID() who?: string;
  @IsOptional() @IsUUID() whose?: string;
  @IsOptional() @IsString() @Matches(/^[a-z0-9 _-]{1,60}$/) what?: string;
  @IsOptional() @IsInstant() from?: string;
  @IsOptional() @IsInstant() to?: string;
}

/** Codes only; the screen makes a sentence of them. `columns` names what a change touched, never to what. */
export class AuditEventDto {
  id: string;
  at: string;
  actorId: string | null;
  /** Null: nobody in particular (the system), or somebody who is gone. */
  actorName: string | null;
  act: string;
  target: string;
  rowIds: string[];
  clientId: string | null;
  clientName: string | null;
  coupleId: string | null;
  columns: string[];
}

/** Whether the sealed chain of the clinic's log holds. `head`: SHA-256 of the last link, to compare with an anchor. */
export class VerificationDto {
  events: number;
  head: string | null;
  holds: boolean;
  defect: string | null;
  checkedAt: string;
}

/** Somebody on the staff who opened the person's own work, once for each day and kind of thing. */
export class OwnAccessDto {
  id: string;
  /** Calendar day in the clinic's zone. */
  day: string;
  staffName: string;
  target: 'assignments' | 'clients' | 'scales' | 'timeline';
}

/** One kind of thing and who can see it; the words for both are the screen's. */
export class WhoSeesDto {
  kind: Kind;
  me: Sight;
  therapist: Sight;
  /** Null for whoever has no partner here. */
  partner: Sight | null;
  admin: Sight;
}
