import { Equals, IsIn, IsString, IsUUID, Length } from 'class-validator';
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

export class NewSafetyOverride {
  /** Why the work of two goes on: read by staff alone. */
  @IsString() @Length(20, 2000) reason: string;
  /** The last day it counts, at most 90 days ahead. */
  @IsDay() until: string;
}

/** `ended`: taken back, or ended by a concern that was told later. */
export class SafetyOverrideDto {
  id: string;
  coupleId: string;
  reason: string;
  until: string;
  signedBy: string;
  signedByName: string;
  signedAt: string;
  state: 'stands' | 'over' | 'ended';
  endedAt: string | null;
}

/** Where one partner stands. `due`: why to ask (again), null when there is nothing to ask for now. */
export class PartnerSafetyDto {
  clientId: string;
  result: 'clear' | 'concern' | 'not_done' | null;
  screenedOn: string | null;
  recordedByName: string | null;
  askAgainOn: string | null;
  due: 'never' | 'not_done' | 'old' | 'flag' | null;
}

/** For clinicians alone; in no portal, joint record or export. `waits`: what is gated is held back for now. */
export class CoupleSafetyDto {
  coupleId: string;
  waits: boolean;
  partners: PartnerSafetyDto[];
  /** The newest first. */
  overrides: SafetyOverrideDto[];
}

/** A couple of which somebody is to be asked alone. `never`: neither was ever asked. */
export class SafetyDueDto {
  coupleId: string;
  displayName: string;
  due: 'never' | 'not_done' | 'old' | 'flag';
}
