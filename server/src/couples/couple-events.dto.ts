import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  Length,
  ValidateNested,
} from 'class-validator';
import { IsDay } from '../platform/day.validator.js';
import { Partner } from './couples.dto.js';
import { OUTCOMES, type Outcome } from '../clients/outcomes.rules.js';
import { BETRAYAL_TYPES, type BetrayalType, type PartnerRole } from './couples.rules.js';

/** One thing that happened, and each partner's part in it: neither's follows from the other's. */
export class NewBetrayal {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(6)
  @ArrayUnique()
  @IsIn(BETRAYAL_TYPES, { each: true })
  types: BetrayalType[];
  /** What is known, in a few words; sealed, for staff. */
  @IsOptional() @IsString() @Length(1, 2000) known?: string | null;
  @IsOptional() @IsDay() discoveredOn?: string | null;
  @IsArray() @ArrayMinSize(2) @ArrayMaxSize(2) @ValidateNested({ each: true }) @Type(() => Partner) roles: Partner[];
}

/** The whole of it anew, and why. */
export class BetrayalChange extends NewBetrayal {
  @IsString() @Length(3, 1000) reason: string;
}

export class BetrayalClosing {
  @IsString() @Length(3, 1000) reason: string;
}

export class BetrayalRoleDto {
  clientId: string;
  role: PartnerRole;
}

export class BetrayalDto {
  id: string;
  version: number;
  coupleId: string;
  types: BetrayalType[];
  known: string | null;
  discoveredOn: string | null;
  roles: BetrayalRoleDto[];
  createdByName: string;
  createdAt: string;
  updatedAt: string;
  closedAt: string | null;
}

/** `role`: whose, from what to what. */
export class CoupleChangeDto {
  id: string;
  coupleId: string;
  eventId: string | null;
  what: 'role' | 'event_added' | 'event_changed' | 'event_closed' | 'ended';
  clientId: string | null;
  from: PartnerRole | null;
  to: PartnerRole | null;
  reason: string | null;
  changedBy: string;
  changedByName: string;
  changedAt: string;
}

export class EndCouple {
  @IsString() @Length(10, 2000) reason: string;
  /** The day their work together ended, today if left out; never a day to come. */
  @IsOptional() @IsDay() endedOn?: string | null;
  /** How their care came to a close, if it has; recorded with it. */
  @IsOptional() @IsIn(OUTCOMES) outcome?: Outcome | null;
}

/** An end that somebody of the staff asks to undo: names and days, for whoever may be the second person. */
export class ReopeningDto {
  /** The couple's. */
  id: string;
  displayName: string;
  endedOn: string;
  askedByName: string;
  askedAt: string;
  reopenUntil: string;
}

/** `reopenUntil`: the last moment at which two of the staff can still undo it; `askedBy`: who asked for that. */
export class CoupleEndingDto {
  id: string;
  coupleId: string;
  endedOn: string;
  endedByName: string;
  endedAt: string;
  reason: string;
  reopenUntil: string;
  askedBy: string | null;
  askedByName: string | null;
}
