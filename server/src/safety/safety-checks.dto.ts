import { Equals, IsIn, IsUUID } from 'class-validator';
import { IsDay } from '../platform/day.validator.js';

/** A check counts only when the partner was asked alone. */
export class NewSafetyCheck {
  @IsUUID() clientId: string;
  @IsIn(['clear', 'concern', 'not_done']) result: 'clear' | 'concern' | 'not_done';
  @Equals(true) screenedAlone: boolean;
  @IsDay() screenedOn: string;
}

export class SafetyCheckDto {
  id: string;
  coupleId: string;
  clientId: string;
  result: 'clear' | 'concern' | 'not_done';
  screenedAlone: boolean;
  screenedOn: string;
  recordedBy: string;
  recordedAt: string;
}
