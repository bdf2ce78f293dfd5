import { Type } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';
import { IsDay } from '../platform/day.validator.js';
import { PageQuery } from '../platform/paging.js';
import type { AskingState, DueState } from './schedule.rules.js';

/**
 * For one person (`clientId`) or for each partner of a couple (`coupleId`); by days, before each session, or once. Of a couple,
 * `onlyFor` names the partner who alone is asked, in the work of the two.
 */
export class NewSchedule {
  @IsUUID() instrumentId: string;
  @IsOptional() @IsUUID() clientId?: string | null;
  @IsOptional() @IsUUID() coupleId?: string | null;
  @IsOptional() @IsUUID() onlyFor?: string | null;
  @IsOptional() @IsInt() @Min(1) @Max(366) everyDays?: number | null;
  @IsOptional() @IsBoolean() beforeEachSession?: boolean | null;
  @IsOptional() @IsBoolean() once?: boolean | null;
  @IsDay() startsOn: string;
  /** The last day on which it is asked. */
  @IsOptional() @IsDay() endsOn?: string | null;
  @IsOptional() @IsInt() @Min(1) @Max(366) expiresAfterDays?: number | null;
  /** A neutral word by mail when it is asked, for whoever wants such mail; without it none is sent. */
  @IsOptional() @IsBoolean() remind?: boolean | null;
}

/**
 * `endsOn` and `remind` may change at any time; the others until the plan has begun, since what was asked would read
 * otherwise afterwards. Naming a rhythm takes the place of the one before. `both`: also for the partner, who was asked in the
 * same act.
 */
export class ScheduleChange {
  @IsOptional() @IsInt() @Min(1) @Max(366) everyDays?: number | null;
  @IsOptional() @IsBoolean() beforeEachSession?: boolean | null;
  @IsOptional() @IsBoolean() once?: boolean | null;
  @IsOptional() @IsDay() startsOn?: string;
  @IsOptional() @IsDay() endsOn?: string | null;
  @IsOptional() @IsInt() @Min(1) @Max(366) expiresAfterDays?: number | null;
  @IsOptional() @IsBoolean() remind?: boolean;
  @IsOptional() @IsBoolean() both?: boolean;
}

/** `both=true`: it ends for both partners. */
export class EndQuery {
  @IsOptional() @IsIn(['true', 'false']) both?: 'true' | 'false';
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
  /** The same is asked of the partner, in the work of the two. */
  withPartner: boolean;
  everyDays: number | null;
  beforeEachSession: boolean;
  once: boolean;
  startsOn: string;
  endsOn: string | null;
  expiresAfterDays: number | null;
  remind: boolean;
  endedOn: string | null;
  state: DueState;
  lastAnsweredOn: string | null;
  /** First day of the asking that is open, and its last one; null where none is. */
  askedOn: string | null;
  askedUntil: string | null;
  /** The first day after the pause that holds today. */
  pausedUntil: string | null;
  nextOn: string | null;
}

/** What was scheduled: one for the person, or one for each partner. `id` is that of the first. */
export class NewScheduleDto {
  id: string;
  items: ScheduleDto[];
}

/** From the first to the last day, at most 100 days; for one person, or both partners in their work as a couple. */
export class CalendarQuery {
  @IsOptional() @IsUUID() clientId?: string;
  @IsOptional() @IsUUID() coupleId?: string;
  @IsDay() from: string;
  @IsDay() to: string;
}

export class CalendarAskingDto {
  scheduleId: string;
  instrumentId: string;
  title: string;
  on: string;
  /** The last day; null where it stays open. */
  until: string | null;
  sessionOn: string | null;
  answeredOn: string | null;
  state: AskingState;
}

export class CalendarAnswerDto {
  instrumentId: string;
  title: string;
  on: string;
}

export class CalendarSessionDto {
  on: string;
  startsAt: string;
  status: 'planned' | 'held' | 'missed';
}

export class CalendarRestDto {
  from: string;
  /** The first day after it. */
  until: string;
}

export class CalendarPersonDto {
  clientId: string;
  askings: CalendarAskingDto[];
  answers: CalendarAnswerDto[];
  sessions: CalendarSessionDto[];
  rests: CalendarRestDto[];
}

export class ScaleCalendarDto {
  from: string;
  to: string;
  /** The day it is at the clinic. */
  today: string;
  people: CalendarPersonDto[];
}
