import { IsIn, IsObject, IsOptional, IsString, Length, Matches } from 'class-validator';
import { IsInstant } from '../platform/instant.validator.js';
import { ACTIONS } from './screening.entity.js';

export class ScreenerItemDto {
  key: string;
  number: string;
  span: 'lifetime' | 'three_months' | null;
  /** Asked once any of these was answered yes, or declined where the screener counts that as positive. */
  after: string[];
}

/** A screener's questions without their words: they are read from the clinician's own copy. */
export class ScreenerDto {
  code: 'asq' | 'c-ssrs';
  title: string;
  licence: string;
  /** Whether a declined question counts as positive. */
  declinedCounts: boolean;
  items: ScreenerItemDto[];
}

/** `answers`: key of a question to `yes`, `no` or `declined`; of every question that these answers lead to, and of no other. */
export class NewScreening {
  @IsIn(['asq', 'c-ssrs']) instrument: 'asq' | 'c-ssrs';
  @IsObject() answers: Record<string, unknown>;
  @IsIn(ACTIONS) action:
    'none_needed' | 'talked_through' | 'plan_made' | 'stayed_with' | 'referred' | 'emergency_called';
  @IsOptional() @IsString() @Length(1, 4000) note?: string | null;
  /** When it was asked; now unless given. */
  @IsOptional() @IsInstant() askedAt?: string;
}

export class ScreeningMistake {
  /** Not blank. */
  @IsString() @Length(1, 2000) @Matches(/\S/) reason: string;
}

export class ScreeningErrorDto {
  reason: string;
  byName: string;
  at: string;
}

export class ScreeningAnswerDto {
  key: string;
  number: string;
  span: 'lifetime' | 'three_months' | null;
  answer: 'yes' | 'no' | 'declined';
}

export class ScreeningDto {
  id: string;
  clientId: string;
  instrument: 'asq' | 'c-ssrs';
  title: string;
  level: 'none' | 'low' | 'moderate' | 'high' | 'imminent';
  answers: ScreeningAnswerDto[];
  action: 'none_needed' | 'talked_through' | 'plan_made' | 'stayed_with' | 'referred' | 'emergency_called';
  note: string | null;
  askedAt: string;
  recordedByName: string;
  recordedAt: string;
  enteredInError: ScreeningErrorDto | null;
}
