import { IsString, IsUUID, Length, Matches } from 'class-validator';
import { IsDay } from '../platform/day.validator.js';

export class NewBaselineStart {
  @IsUUID() instrumentId: string;
  /** Answers from this day on are compared with the first of them. */
  @IsDay() startsOn: string;
  @IsString() @Length(1, 500) @Matches(/\S/) reason: string;
}

/** An act by which a comparison began anew. */
export class BaselineStartDto {
  id: string;
  instrumentId: string;
  startsOn: string;
  reason: string;
  /** Name of who did it. */
  setBy: string;
  setAt: string;
}
