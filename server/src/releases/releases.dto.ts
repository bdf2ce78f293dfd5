import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsOptional, IsString, Length } from 'class-validator';
import { PageQuery } from '../platform/paging.js';
import { FieldDto } from '../worksheets/worksheets.dto.js';
import type { Moment } from './releases.rules.js';

/** Questions of the sheet, by key. */
export class FieldKeys {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @ArrayUnique()
  @IsString({ each: true })
  @Length(1, 60, { each: true })
  fieldKeys: string[];
}

export class NewRelease extends FieldKeys {}

export class NewProposal extends FieldKeys {
  @IsOptional() @IsString() @Length(1, 2000) message?: string | null;
}

export class OpenRelease {
  /** Why it is right to let it go: read by staff alone. */
  @IsString() @Length(10, 1000) reason: string;
}

/** To its author and to staff. `waiting`: shown once both partners have shared theirs. */
export class ReleaseDto {
  id: string;
  assignmentId: string;
  coupleId: string;
  fieldKeys: string[];
  answers: Record<string, unknown>;
  state: 'shared' | 'waiting' | 'withdrawn';
  releasedAt: string;
  withdrawnAt: string | null;
  /** Staff only: the partner has had it before her or his eyes. Its author is told no more than that this may be. */
  seen: boolean | null;
  /** Staff only: waits for a clinician, since a safety check is missing, old or tells of a concern. */
  held: boolean | null;
}

export class NewReleasesDto {
  id: string;
  items: ReleaseDto[];
}

export class ProposalDto {
  id: string;
  assignmentId: string;
  fieldKeys: string[];
  message: string | null;
  proposedAt: string;
  answer: 'open' | 'declined' | 'shared';
}

export class ShareableDto {
  key: string;
  moment: Moment;
  ready: boolean;
}

/** Whose eyes one sent sheet can come before, and has. */
export class SharingDto {
  id: string;
  clientId: string | null;
  coupleId: string | null;
  /** Empty: nothing of this sheet can be shared by this reader. */
  fields: ShareableDto[];
  /** The questions of `fields` and of `releases`, as the partner meets them. */
  asked: FieldDto[];
  /** What of `fields` would come before the partner, word for word. */
  answers: Record<string, unknown>;
  releases: ReleaseDto[];
  proposal: ProposalDto | null;
}

export class SharedQuery extends PageQuery {
  /**
   * What this person can read of the other's, with her or his own rights: for staff one of the two, for a client the
   * word `partner`.
   */
  @IsOptional() @IsString() @Length(1, 36) reader?: string;
}

/** What one partner let the other read: these words, and no sign of others. */
export class SharedDto {
  id: string;
  /** What its author is called. */
  from: string;
  title: string;
  sharedAt: string;
  fields: FieldDto[];
  answers: Record<string, unknown>;
}
