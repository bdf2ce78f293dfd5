import { IsISO8601, IsOptional, IsUUID, MaxLength } from 'class-validator';

/** `from`: when care begins, a day of the clinic's calendar or an instant; left out, it begins now. */
export class NewCareTeamMember {
  @IsUUID() staffId: string;
  @IsOptional() @IsISO8601({ strict: true }) @MaxLength(40) from?: string | null;
}

/** `to` is null while care goes on. `primary`: the therapist who answers for this person's care. */
export class CareTeamMemberDto {
  id: string;
  staffId: string;
  displayName: string;
  primary: boolean;
  from: string;
  to: string | null;
}
