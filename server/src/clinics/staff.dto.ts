import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsEmail,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsUUID,
  Max,
  MaxLength,
  Min,
  ValidateIf,
} from 'class-validator';
import { IsName, IsUndisguised } from '../platform/name.validator.js';
import { PageQuery } from '../platform/paging.js';
import { STAFF_ROLES, STAFF_STATUSES, type StaffRole, type StaffStatus } from './staff.rules.js';

/** A field that may be left out of a change but never emptied. */
const Kept = () => ValidateIf((_, value) => value !== undefined);

export class StaffInvitation {
  @IsEmail() @MaxLength(254) @IsUndisguised() email: string;
  @IsName(120) displayName: string;
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(3) @ArrayUnique() @IsIn(STAFF_ROLES, { each: true }) roles: StaffRole[];
}

/** What is left out stays as it is; `weeklySessions` null: nothing agreed. `disabled` ends every sign-in of this person at once. */
export class StaffChange {
  @Kept() @IsName(120) displayName?: string;
  @Kept()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(3)
  @ArrayUnique()
  @IsIn(STAFF_ROLES, { each: true })
  roles?: StaffRole[];
  @Kept() @IsIn(['active', 'disabled']) status?: 'active' | 'disabled';
  @IsOptional() @IsInt() @Min(1) @Max(80) weeklySessions?: number | null;
}

export class StaffQuery extends PageQuery {
  @IsOptional() @IsIn(STAFF_ROLES) role?: StaffRole;
  @IsOptional() @IsIn(STAFF_STATUSES) status?: StaffStatus;
}

/** `from`: a day of the clinic's calendar or an instant; left out, it begins now. */
export class NewSupervision {
  @IsUUID() supervisorId: string;
  @IsOptional() @IsISO8601({ strict: true }) @MaxLength(40) from?: string | null;
  @IsBoolean() cosign: boolean;
}

/** With `cosign`, what the therapist signs waits for the supervisor. */
export class SupervisionDto {
  id: string;
  therapistId: string;
  supervisorId: string;
  supervisorName: string;
  cosign: boolean;
  from: string;
  to: string | null;
}

export class StaffDto {
  id: string;
  version: number;
  displayName: string;
  email: string;
  roles: StaffRole[];
  status: StaffStatus;
  /** Sessions a week this person can hold, 1 to 80; null while nothing was agreed. */
  weeklySessions: number | null;
  supervisions: SupervisionDto[];
}
