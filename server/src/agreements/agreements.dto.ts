import { IsIn, IsOptional, IsString, IsUUID, Length } from 'class-validator';
import { IsDay } from '../platform/day.validator.js';
import { PageQuery } from '../platform/paging.js';
import { WAYS, type Act, type Standing, type Way } from './agreements.rules.js';

const OPEN = ['me', 'partner', 'both'] as const;
const STEPS = ['agree', 'decline', 'revisit', 'end', 'start'] as const;

/** Terms in words of one's own. There is no field for a password, a place or a key, and such words are refused. */
export class NewTerms {
  /** Who is open about it, seen from whoever writes. */
  @IsIn(OPEN) who: (typeof OPEN)[number];
  @IsString() @Length(1, 500) what: string;
  @IsString() @Length(1, 1000) why: string;
  @IsIn(WAYS) way: Way;
  /** What becomes less, and when. */
  @IsString() @Length(1, 1000) stepDown: string;
  /** The last day: after today, and at most ninety days from it. */
  @IsDay() untilOn: string;
}

export class NewAgreementDraft {
  /** The agreement that other terms are to stand beside; left out: for a new one. */
  @IsOptional() @IsUUID() agreementId?: string | null;
}

/** Terms as they are being written: any of it may still be missing. */
export class AgreementDraftInput {
  @IsOptional() @IsIn(OPEN) who?: (typeof OPEN)[number] | null;
  @IsString() @Length(0, 500) what: string;
  @IsString() @Length(0, 1000) why: string;
  @IsOptional() @IsIn(WAYS) way?: Way | null;
  @IsString() @Length(0, 1000) stepDown: string;
  /** Any day: whether it can be the last one is looked at when it is put forward. */
  @IsOptional() @IsDay() untilOn?: string | null;
}

export class AgreementDraftDto {
  id: string;
  version: number;
  who: 'me' | 'partner' | 'both' | null;
  what: string;
  why: string;
  way: Way | null;
  stepDown: string;
  untilOn: string | null;
  savedAt: string;
}

export class NewAgreementStep {
  @IsIn(STEPS) step: (typeof STEPS)[number];
  /** The terms that were read: to agree, or start, is to do so with these and no others. */
  @IsOptional() @IsUUID() termsId?: string;
}

export class AgreementQuery extends PageQuery {}

export class TermsDto {
  id: string;
  who: 'me' | 'partner' | 'both' | 'author' | 'other';
  what: string;
  why: string;
  way: Way;
  stepDown: string;
  untilOn: string;
  /** Who wrote these terms. */
  from: string;
  mine: boolean;
  writtenAt: string;
  iAgree: boolean;
  partnerAgrees: boolean;
  bothAgree: boolean;
  /** Staff only: waits for a clinician. */
  held: boolean | null;
}

export class AgreementDto {
  id: string;
  version: number;
  coupleId: string;
  standing: Standing;
  /** What its author is called. */
  from: string;
  mine: boolean;
  /** Staff only. */
  madeBy: string | null;
  proposedAt: string;
  startedAt: string | null;
  /** The terms in force; null before it was started. */
  terms: TermsDto | null;
  /** Terms that were put forward since, and are not in force. */
  asked: TermsDto | null;
  /** The last day of what is in force. */
  untilOn: string | null;
  endsSoon: boolean;
  /** What its reader can do now. */
  acts: Act[];
  /** Staff only: something of it waits for a clinician, since a safety check is missing, old or tells of a concern. */
  held: boolean | null;
}
