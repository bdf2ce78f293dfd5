import { IsOptional, IsUUID } from 'class-validator';
import { IsDay } from '../platform/day.validator.js';

/** Whose record: one partner's own within a couple's session; left out, that of the session. */
export class SessionPaperQuery {
  @IsOptional() @IsUUID() clientId?: string;
}

/** Days on the practice's clock, both of them within the time. */
export class RecordPaperQuery {
  @IsOptional() @IsDay() from?: string;
  @IsOptional() @IsDay() to?: string;
}
