import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  ValidateNested,
} from 'class-validator';
import { IsDay } from '../platform/day.validator.js';
import { PageQuery } from '../platform/paging.js';
import {
  BETRAYAL_TYPES,
  PARTNER_ROLES,
  STAGES,
  type BetrayalType,
  type PartnerRole,
  type Stage,
} from './couples.rules.js';

export class Partner {
  @IsUUID() clientId: string;
  @IsIn(PARTNER_ROLES) role: PartnerRole;
}

export class CoupleDetails {
  @IsOptional() @IsArray() @ArrayMaxSize(6) @ArrayUnique() @IsIn(BETRAYAL_TYPES, { each: true }) betrayalTypes?:
    BetrayalType[] | null;
  @IsOptional() @IsDay() discoveredOn?: string | null;
  @IsOptional() @IsIn(STAGES) stage?: Stage | null;
}

/** The order of the partners is the couple's own: the first is A, the second B. */
export class NewCouple extends CoupleDetails {
  @IsArray() @ArrayMinSize(2) @ArrayMaxSize(2) @ValidateNested({ each: true }) @Type(() => Partner) partners: Partner[];
}

/** What is left out stays as it is; `null` empties. `partners` may say roles anew, never other people. */
export class CoupleChange extends CoupleDetails {
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(2)
  @ValidateNested({ each: true })
  @Type(() => Partner)
  partners?: Partner[] | null;
  /** Why the stage changes; it stands in the couple's history of stages. */
  @IsOptional() @IsString() @Length(1, 500) stageReason?: string | null;
  /** Why a role changes; it stands in the couple's history, for staff. */
  @IsOptional() @IsString() @Length(1, 1000) reason?: string | null;
}

/** Where the couple stood from `changedAt` on. */
export class CoupleStageDto {
  id: string;
  coupleId: string;
  stage: Stage | null;
  reason: string | null;
  changedBy: string;
  changedByName: string;
  changedAt: string;
}

export class CoupleQuery extends PageQuery {
  @IsOptional() @IsUUID() clientId?: string;
  @IsOptional() @IsIn(STAGES) stage?: Stage;
  @IsOptional() @IsIn(['active', 'ended']) status?: 'active' | 'ended';
}

/** Names are null for a partner the reader may not know of. */
export class PartnerDto {
  clientId: string;
  role: PartnerRole;
  displayName: string | null;
  callName: string | null;
}

/** What happened and how far they have come is told to those who treat them, and left out for the front desk. */
export class CoupleDto {
  id: string;
  version: number;
  displayName: string;
  partners: PartnerDto[];
  status: 'active' | 'ended';
  betrayalTypes?: BetrayalType[];
  discoveredOn?: string | null;
  stage?: Stage | null;
  createdAt: string;
  updatedAt: string;
}
