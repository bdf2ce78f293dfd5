import { Type } from 'class-transformer';
import { IsIn, IsOptional, IsString, IsUUID, Length, Matches, ValidateNested } from 'class-validator';
import { IsDay } from '../platform/day.validator.js';
import { IsInstant } from '../platform/instant.validator.js';
import { PageQuery } from '../platform/paging.js';
import { PROMISE_MARKS, type PromiseMark } from './promises.rules.js';

/** What a clock on the wall shows where the person lives. */
export class WallClock {
  @IsDay() on: string;
  @IsString() @Matches(/^([01]\d|2[0-3]):[0-5]\d$/) at: string;
}

/** By when: a moment (`dueAt`), or a day and a time where its maker lives (`due`). One of the two. */
export class NewPromise {
  @IsUUID() coupleId: string;
  @IsString() @Length(1, 300) text: string;
  @IsOptional() @IsInstant() dueAt?: string;
  @IsOptional() @ValidateNested() @Type(() => WallClock) due?: WallClock;
}

export class NewPromiseMark {
  @IsIn(PROMISE_MARKS) mark: PromiseMark;
  @IsOptional() @IsString() @Length(1, 1000) note?: string | null;
}

export class PromiseQuery extends PageQuery {
  @IsUUID() coupleId: string;
}

export class PromiseMarkDto {
  id: string;
  mark: PromiseMark;
  note: string | null;
  markedAt: string;
  /** Staff only. */
  clientId: string | null;
}

export class PromiseDto {
  id: string;
  coupleId: string;
  text: string;
  from: string;
  mine: boolean;
  /** Staff only. */
  madeBy: string | null;
  dueAt: string;
  /** The day where its maker lives. */
  dueOn: string;
  isPast: boolean;
  /** Its reader's own last word on it. */
  myMark: PromiseMarkDto | null;
  /** What its reader can say of it now. */
  canSay: PromiseMark[];
  /** Staff only: the last word of each of the two. */
  marks: PromiseMarkDto[] | null;
  /** Staff only: the two tell differently. */
  disputed: boolean | null;
  /** Staff only: waits for a clinician. */
  held: boolean | null;
}
