import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { IsDay } from '../platform/day.validator.js';
import type { Blocked } from './record-releases.rules.js';

const SCOPES = ['own', 'joint'] as const;

export class NewRecordAuthorisation {
  /** Who signed: for `own` the person who asks, for `joint` either of the two. */
  @IsUUID() clientId: string;
  @IsIn(SCOPES) scope: 'own' | 'joint';
  /** With `joint`: whose. */
  @IsOptional() @IsUUID() coupleId?: string | null;
  @IsDay() signedOn: string;
  /** The last day on which it counts, within a year. */
  @IsDay() expiresOn: string;
}

export class NewRecordRelease {
  @IsIn(SCOPES) scope: 'own' | 'joint';
  @IsOptional() @IsUUID() coupleId?: string | null;
}

export class RecordAuthorisationDto {
  id: string;
  clientId: string;
  clientName: string;
  coupleId: string | null;
  scope: 'own' | 'joint';
  signedOn: string;
  expiresOn: string;
  state: 'stands' | 'expired' | 'revoked';
  recordedByName: string;
}

export class ReleaseSignerDto {
  clientId: string;
  name: string;
  /** The signature that counts today; null when there is none. */
  signature: RecordAuthorisationDto | null;
}

export class ReleaseItemDto {
  id: string;
  /** `plan_answer`: what this person answered to the plan of two. */
  kind: 'note' | 'sheet' | 'scale' | 'plan' | 'plan_answer';
  title: string | null;
  noteKind: string | null;
  noteFormat: string | null;
  at: string;
  addenda: number;
  authorName: string | null;
  planNumber?: number;
}

/** What would go under one set of signatures. */
export class ReleasePartDto {
  scope: 'own' | 'joint';
  coupleId: string | null;
  coupleName: string | null;
  allowed: boolean;
  signers: ReleaseSignerDto[];
  items: ReleaseItemDto[];
}

export class WithheldDto {
  what: 'partner_record' | 'psychotherapy' | 'unsigned' | 'plan_drafts' | 'mistakes' | 'staff_only' | 'joint_of_others';
  /** Null: not counted, since that alone would tell. */
  count: number | null;
}

export class DrawnReleaseDto {
  id: string;
  scope: 'own' | 'joint';
  coupleId: string | null;
  drawnAt: string;
  drawnByName: string;
  count: number;
  /** Why it cannot leave today; null when nothing is in the way. */
  blocked: Blocked | null;
}

export class RecordPreviewDto {
  id: string;
  parts: ReleasePartDto[];
  withheld: WithheldDto[];
  /** All that were ever recorded for this person's requests, the newest first. */
  authorisations: RecordAuthorisationDto[];
  drawn: DrawnReleaseDto[];
}

export class RecordReleaseDto {
  id: string;
  clientId: string;
  scope: 'own' | 'joint';
  coupleId: string | null;
  drawnAt: string;
  drawnByName: string;
  /** Why it cannot leave today; null when nothing is in the way. */
  blocked: Blocked | null;
  signers: ReleaseSignerDto[];
  items: ReleaseItemDto[];
}
