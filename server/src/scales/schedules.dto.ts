import { Type } from 'class-transformer';
import { IsBoolean, IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';
import { IsDay } from '../platform/day.validator.js';
import { PageQuery } from '../platform/paging.js';
import type { DueState } from './schedule.rules.js';

/** For one person (`clientId`) or for each partner of a couple (`coupleId`); by days or before each session. */
export class NewSchedule {
  @IsUUID() instrumentId: string;
  @IsOptional() @IsUUID() clientId?: string | null;
  @IsOptional() @IsUUID() coupleId?: string | null;
  @IsOptional() @IsInt() @Min(1) @Max(366) everyDays?: number | null;
  @IsOptional() @IsBoolean() beforeEachSession?: boolean | null;
  @IsDay() startsOn: string;
  @IsOptional() @IsInt() @Min(1) @Max(366) expiresAfterDays?: number | null;
}

export class ScheduleQuery extends PageQuery {
  @IsOptional() @IsUUID() clientId?: string;
  @IsOptional() @IsUUID() coupleId?: string;
  @IsOptional() @Type(() => String) @IsUUID() instrumentId?: string;
}

export class ScheduleDto {
  id: string;
  version: number;
  instrumentId: string;
  instrumentTitle: string;
  clientId: string;
  coupleId: string | null;
  everyDays: number | null;
  beforeEachSession: boolean;
  startsOn: string;
  expiresAfterDays: number | null;
  endedOn: string | null;
  state: DueState;
  lastAnsweredOn: string | null;
  nextOn: string | null;
}

/** What was scheduled: one for the person, or one for each partner. `id` is that of the first. */
export class NewScheduleDto {
  id: string;
  items: ScheduleDto[];
}
