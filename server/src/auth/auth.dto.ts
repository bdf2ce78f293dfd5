import { IsEmail, IsString, Length, MaxLength } from 'class-validator';

export class LoginInput {
  @IsString() @Length(3, 254) email: string;
  @IsString() @Length(1, 128) password: string;
}

export class ForgotInput {
  @IsEmail() @MaxLength(254) email: string;
}

export class TokenInput {
  @IsString() @Length(20, 100) token: string;
}

export class NewPasswordInput extends TokenInput {
  @IsString() @Length(1, 128) password: string;
}

export class OwnClinicDto {
  id: string;
  name: string;
  timeZone: string;
  locale: string;
  phone: string;
  crisisText: string;
}

/** The signed-in user. Instants are ISO 8601 in UTC. */
export class MeDto {
  id: string;
  displayName: string;
  email: string;
  roles: ('therapist' | 'supervisor' | 'admin' | 'client')[];
  clinic: OwnClinicDto;
  clientId: string | null;
  permissions: string[];
  idleExpiresAt: string;
  expiresAt: string;
}

/** `second_factor_required` leaves its place in the flow: then `methods` is set instead of `me`. */
export class SignedInDto {
  status: 'signed_in' | 'second_factor_required';
  me?: MeDto;
  methods?: string[];
}

/** One place where the user is signed in. */
export class OwnLoginDto {
  id: string;
  device: string;
  createdAt: string;
  seenAt: string;
  current: boolean;
}

/** What an invitation says before it is accepted: enough to tell "is this you?", not more. */
export class InvitationDto {
  kind: 'staff' | 'client';
  clinicName: string;
  invitedBy: string;
  initials: string;
  birthYear: number | null;
  expired: boolean;
}

/** Base64 of 32 bytes. Seals unsent drafts on the device; held in memory only. */
export class DraftKeyDto {
  key: string;
}
