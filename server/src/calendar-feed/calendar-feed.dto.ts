import { IsBoolean, IsOptional } from 'class-validator';

/** `initials`: whether titles bear those of the practice. */
export class CalendarFeedInput {
  @IsOptional() @IsBoolean() initials?: boolean;
}

/** `path` holds the secret: it is told once, when it is made, and never again. */
export class CalendarFeedDto {
  on: boolean;
  initials: boolean;
  madeAt: string | null;
  lastReadAt: string | null;
  reads: number;
  path: string | null;
}
