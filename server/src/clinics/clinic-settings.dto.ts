import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Length, Max, Min, ValidateNested } from 'class-validator';
import { CRISIS_TEXT } from './crisis-text.rules.js';
import { SECRETS_CHOICES, SECRETS_TEXT, type SecretsChoice } from './secrets-text.rules.js';

/** What partners of a couple sign about things told alone, in the practice's words. */
export class SecretsTextsDto {
  @IsString() @Length(SECRETS_TEXT.least, SECRETS_TEXT.most) no_secrets: string;
  @IsString() @Length(SECRETS_TEXT.least, SECRETS_TEXT.most) limited: string;
  @IsString() @Length(SECRETS_TEXT.least, SECRETS_TEXT.most) full: string;
}

export class ClinicSettingsInput {
  /** Plain text, read by a person in care after an answer that may speak of danger. */
  @IsString() @Length(CRISIS_TEXT.least, CRISIS_TEXT.most) crisisText: string;
  /** Shown with it, to be called during the practice's hours. */
  @IsString() @Length(0, 40) phone: string;
  /** Hours within which somebody is to take an alert. */
  @IsInt() @Min(1) @Max(72) riskDueHours: number;
  /** Likewise for danger at this moment. */
  @IsInt() @Min(1) @Max(24) riskUrgentHours: number;
  /** Hours after a session's end at which its unsigned note is due; left out, it stays as it is. */
  @IsOptional() @IsInt() @Min(1) @Max(336) noteDueHours?: number;
  /** Likewise late; not before it is due. */
  @IsOptional() @IsInt() @Min(1) @Max(336) noteLimitHours?: number;
  /** Days from one review of a treatment plan to the next, where nothing else was agreed. */
  @IsOptional() @IsInt() @Min(7) @Max(366) planReviewDays?: number;
  /** What a couple begins with; left out, it stays as it is. */
  @IsOptional() @IsIn(SECRETS_CHOICES) secretsDefault?: SecretsChoice;
  /** What is signed already keeps its words. */
  @IsOptional() @ValidateNested() @Type(() => SecretsTextsDto) secretsTexts?: SecretsTextsDto;
}

export class ClinicSettingsDto {
  id: string;
  version: number;
  crisisText: string;
  /** What stands there until a practice has written its own. */
  usualCrisisText: string;
  phone: string;
  riskDueHours: number;
  riskUrgentHours: number;
  noteDueHours: number;
  noteLimitHours: number;
  planReviewDays: number;
  secretsDefault: SecretsChoice;
  secretsTexts: SecretsTextsDto;
  usualSecretsTexts: SecretsTextsDto;
}
