import { Type } from 'class-transformer';
import {
  IsBoolean,
  IsEmail,
  IsIn,
  IsOptional,
  IsString,
  IsTimeZone,
  IsUUID,
  Length,
  Matches,
  MaxLength,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { IsDay } from '../platform/day.validator.js';
import { IsName, IsUndisguised } from '../platform/name.validator.js';
import { CLIENT_STATUSES, type ClientStatus } from './clients.rules.js';

/** A field that may be left out of a change but never emptied. */
const Kept = () => ValidateIf((_, value) => value !== undefined);

const TIME_OF_DAY = /^([01]\d|2[0-3]):[0-5]\d$/;
const PHONE = /^\+?[0-9][0-9 ()./#x-]*$/;

/** How this person may be reached without harm: `from` and `to` are times of day in their own zone, `HH:MM`. */
export class SafeContact {
  @IsName(40) channel: string;
  @IsOptional() @Matches(TIME_OF_DAY) from?: string | null;
  @IsOptional() @Matches(TIME_OF_DAY) to?: string | null;
  @IsOptional() @IsBoolean() voicemail?: boolean | null;
}

export class ClientDetails {
  @IsOptional() @IsName(120) preferredName?: string | null;
  @IsOptional() @IsName(40) pronouns?: string | null;
  @IsOptional() @IsDay() birthDate?: string | null;
  @IsOptional() @IsEmail() @MaxLength(254) @IsUndisguised() email?: string | null;
  @IsOptional() @IsString() @Length(3, 40) @Matches(PHONE) phone?: string | null;
  @IsOptional() @IsTimeZone() @MaxLength(64) timeZone?: string | null;
  @IsOptional() @ValidateNested() @Type(() => SafeContact) safeContact?: SafeContact | null;
}

export class NewClient extends ClientDetails {
  @IsName(120) givenName: string;
  @IsName(120) familyName: string;
}

/** What is left out stays as it is; `null` empties. */
export class ClientChange extends ClientDetails {
  @Kept() @IsName(120) givenName?: string;
  @Kept() @IsName(120) familyName?: string;
  @Kept() @IsIn(CLIENT_STATUSES) status?: ClientStatus;
  @IsOptional() @IsUUID() primaryTherapistId?: string | null;
}

export class PortalInvitation {
  @IsEmail() @MaxLength(254) @IsUndisguised() email: string;
}

/** The other half of the couple, for a reader who may know of them. */
export class OtherPartnerDto {
  clientId: string;
  displayName: string;
}

/** A row of the caseload: who it is, not how to reach them. */
export class CaseloadRowDto {
  id: string;
  version: number;
  givenName: string;
  familyName: string;
  preferredName: string | null;
  displayName: string;
  status: ClientStatus;
  primaryTherapistId: string | null;
  coupleId: string | null;
  /** Whether the reader treats or supervises that couple, so that its page can be opened; false for the front desk. */
  coupleInCare: boolean;
  partner: OtherPartnerDto | null;
  createdAt: string;
  updatedAt: string;
}

export class ClientDto extends CaseloadRowDto {
  pronouns: string | null;
  birthDate: string | null;
  email: string | null;
  phone: string | null;
  timeZone: string | null;
  safeContact: SafeContact | null;
  portal: 'none' | 'invited' | 'active' | 'disabled';
}
