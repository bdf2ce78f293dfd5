import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsNumber,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { IsDay } from '../platform/day.validator.js';
import { DIRECTIONS, GOAL_STATES, type Direction, type GoalState } from './plan.content.js';
import type { ChangeKind, GoalReading, PlanStatus, ReviewStanding } from './plans.rules.js';

/** Whose plan: a person's own, or a couple's. One of the two. */
export class NewPlan {
  @IsOptional() @IsUUID() clientId?: string;
  @IsOptional() @IsUUID() coupleId?: string;
}

export class PlanQuery extends NewPlan {}

export class GoalMeasureInput {
  @IsIn(['words', 'scale']) kind: 'words' | 'scale';
  @IsString() @Length(0, 1000) baseline: string;
  @IsString() @Length(0, 1000) target: string;
  @IsOptional() @IsUUID() instrumentId: string | null;
  @IsIn(DIRECTIONS) direction: Direction;
  @IsOptional() @IsNumber() @Min(0) @Max(10_000) points: number | null;
}

export class GoalInput {
  @IsUUID() id: string;
  @IsString() @Length(0, 1000) behaviour: string;
  @ValidateNested() @Type(() => GoalMeasureInput) measure: GoalMeasureInput;
  @IsString() @Length(0, 1000) achievable: string;
  @IsString() @Length(0, 1000) relevance: string;
  @IsOptional() @IsDay() reviewOn: string | null;
  @IsIn(GOAL_STATES) state: GoalState;
  @IsString() @Length(0, 1000) reason: string;
}

export class PlanProblemInput {
  @IsUUID() id: string;
  @IsString() @Length(0, 2000) words: string;
  @IsString() @Length(0, 2000) longGoal: string;
  @IsArray() @ArrayMaxSize(8) @ValidateNested({ each: true }) @Type(() => GoalInput) goals: GoalInput[];
}

export class InterventionInput {
  @IsUUID() id: string;
  @IsString() @Length(0, 1000) what: string;
  @IsString() @Length(0, 200) frequency: string;
  @IsString() @Length(0, 200) who: string;
}

/** The whole text of a draft. Any of it may still be empty. */
export class TreatmentPlanInput {
  @IsArray()
  @ArrayMaxSize(5)
  @ValidateNested({ each: true })
  @Type(() => PlanProblemInput)
  problems: PlanProblemInput[];
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => InterventionInput)
  interventions: InterventionInput[];
  @IsString() @Length(0, 4000) endingCriteria: string;
  @IsOptional() @IsDay() reviewOn: string | null;
  @IsString() @Length(0, 4000) reviewWords: string;
}

export class PlanEnd {
  @IsString() @Length(1, 4000) reason: string;
}

/** A person's own word to a plan that was shown to her. */
export class OwnAnswer {
  @IsIn(['agreed', 'disagreed']) answer: 'agreed' | 'disagreed';
  @IsOptional() @IsString() @Length(1, 4000) comment?: string;
}

/** Who agreed in a session, and on which day; not later than today. */
export class SessionAnswer {
  @IsUUID() clientId: string;
  @IsDay() answeredOn: string;
  @IsOptional() @IsString() @Length(1, 4000) comment?: string;
}

export class GoalScoreDto {
  total: number;
  answeredOn: string;
}

/** `begun`: what was answered last before the goal came into force. */
export class GoalMeasureDto {
  kind: 'words' | 'scale';
  baseline: string;
  target: string;
  instrumentId: string | null;
  title: string;
  direction: Direction;
  points: number | null;
  begun: GoalScoreDto | null;
}

export class GoalDto {
  id: string;
  number: number | null;
  since: string | null;
  behaviour: string;
  measure: GoalMeasureDto;
  achievable: string;
  relevance: string;
  reviewOn: string | null;
  state: GoalState;
  reason: string;
}

export class PlanProblemDto {
  id: string;
  words: string;
  longGoal: string;
  goals: GoalDto[];
}

export class InterventionDto {
  id: string;
  what: string;
  frequency: string;
  who: string;
}

export class TreatmentContentDto {
  problems: PlanProblemDto[];
  interventions: InterventionDto[];
  endingCriteria: string;
  reviewOn: string | null;
  reviewWords: string;
}

/** Where a goal stands by the last published score; `last` may be from before the goal. */
export class GoalReadingDto {
  goalId: string;
  title: string;
  state: GoalReading['state'];
  last: GoalScoreDto | null;
  min: number | null;
  max: number | null;
}

export class GoalChangeDto {
  goalId: string;
  number: number | null;
  what: ChangeKind;
}

export class PlanAnswerDto {
  id: string;
  clientId: string;
  answer: 'agreed' | 'disagreed';
  way: 'own' | 'in_session';
  comment: string | null;
  answeredOn: string;
  recordedByName: string;
}

/** A version in a list: never its text. */
export class PlanLineDto {
  id: string;
  version: number;
  number: number;
  status: PlanStatus;
  clientId: string | null;
  coupleId: string | null;
  reviewOn: string | null;
  review: ReviewStanding | null;
  updatedAt: string;
  startedAt: string | null;
  sharedAt: string | null;
  endedAt: string | null;
}

/** `readings`: when a plan is read; the answer to a save leaves them out. `reviewDays`: usual at this clinic. */
export class PlanDto extends PlanLineDto {
  content: TreatmentContentDto;
  baseId: string | null;
  reviewDays: number;
  readings?: GoalReadingDto[];
  /** Since the version before. */
  changes: GoalChangeDto[];
  answers: PlanAnswerDto[];
  startedByName: string | null;
  endReason: string | null;
}

/** A goal that is being worked on. `reading`: of one that is measured by a scale; `target`: of one in words. */
export class ActiveGoalDto {
  goalId: string;
  planId: string;
  number: number;
  behaviour: string;
  reading: GoalReadingDto | null;
  target: string;
}

/** A scale that a goal can be measured by; `last` null while it was not answered. */
export class PlanScaleDto {
  instrumentId: string;
  title: string;
  min: number | null;
  max: number | null;
  last: GoalScoreDto | null;
}

/** A plan in force whose review is due or overdue. */
export class PlanReviewDto {
  id: string;
  clientId: string | null;
  coupleId: string | null;
  displayName: string;
  reviewOn: string;
  review: ReviewStanding;
}

/** A plan as those read it whom it concerns. `mine`: one's own last word to it. */
export class OwnPlanDto {
  id: string;
  joint: boolean;
  status: PlanStatus;
  startedAt: string;
  endedAt: string | null;
  content: TreatmentContentDto;
  mine: PlanAnswerDto | null;
}
