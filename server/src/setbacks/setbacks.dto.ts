import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsInt, IsOptional, IsString, Length, Max, Min, ValidateNested } from 'class-validator';
import { MOST_LETTERS, MOST_LINES } from './plan.rules.js';

export class PlanPersonInput {
  @IsString() @Length(1, 120) name: string;
  /** Empty when there is none. */
  @IsString() @Length(0, 40) phone: string;
}

/** The whole plan. Whoever leaves a list empty has none of it. */
export class PlanInput {
  @IsArray()
  @ArrayMaxSize(MOST_LINES)
  @IsString({ each: true })
  @Length(1, MOST_LETTERS, { each: true })
  steps: string[];
  @IsArray()
  @ArrayMaxSize(MOST_LINES)
  @ValidateNested({ each: true })
  @Type(() => PlanPersonInput)
  people: PlanPersonInput[];
  @IsArray()
  @ArrayMaxSize(MOST_LINES)
  @IsString({ each: true })
  @Length(1, MOST_LETTERS, { each: true })
  signs: string[];
  @IsOptional() @IsString() @Length(1, MOST_LETTERS) stopWord?: string | null;
  @IsOptional() @IsString() @Length(1, MOST_LETTERS) notToday?: string | null;
  @IsArray()
  @ArrayMaxSize(MOST_LINES)
  @IsString({ each: true })
  @Length(1, MOST_LETTERS, { each: true })
  safetySteps: string[];
}

export class PlanPersonDto {
  name: string;
  phone: string;
}

export class PlanContentDto {
  steps: string[];
  people: PlanPersonDto[];
  signs: string[];
  stopWord: string | null;
  notToday: string | null;
  safetySteps: string[];
}

/** `source`: her own saving, what she last sent on the worksheet (then `version` is 0), or nothing so far. */
export class SetbackPlanDto {
  id: string;
  version: number;
  source: 'own' | 'worksheet' | 'none';
  content: PlanContentDto;
  savedAt: string | null;
}

export class NewSetback {
  /** What happened, in her own words, if she wants to say. */
  @IsOptional() @IsString() @Length(1, 2000) note?: string | null;
  /** Days without homework from today on; none when it is left out, or when there is a pause already. */
  @IsOptional() @IsInt() @Min(1) @Max(14) pauseDays?: number | null;
}

/** `urgent`: her words may speak of danger. */
export class SetbackDto {
  id: string;
  clientId: string;
  note: string | null;
  urgent: boolean;
  toldAt: string;
  seenAt: string | null;
}

/** A setback of which nobody on the care team has taken note so far. */
export class WaitingSetbackDto {
  id: string;
  clientId: string;
  displayName: string;
  urgent: boolean;
  toldAt: string;
}
