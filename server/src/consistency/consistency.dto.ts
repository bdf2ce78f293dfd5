import { Type } from 'class-transformer';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import type { Mark, State } from '../boundaries/boundaries.rules.js';

export class WeeksQuery {
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(52) weeks: number = 12;
}

export class ConsistencyWeekDto {
  /** The Monday it begins with. */
  week: string;
  kept: number;
  bent: number;
  crossed: number;
  notSaying: number;
  occasions: number;
  /** Kept of the occasions, 0 to 1; null: nobody said anything, which is no success. */
  rate: number | null;
}

export class ReportDto {
  clientId: string;
  /** The one whose boundary it is. */
  isAuthor: boolean;
  kept: number;
  occasions: number;
  weeks: ConsistencyWeekDto[];
}

export class SaidDto {
  clientId: string;
  mark: Mark;
}

export class DisputeDto {
  week: string;
  said: SaidDto[];
}

/** What each of the two says became of one boundary, week by week. For the care team. */
export class ConsistencyDto {
  id: string;
  state: State;
  limit: string;
  activeFrom: string | null;
  reports: ReportDto[];
  /** Weeks of which the two tell differently. */
  disputed: DisputeDto[];
}

export class PromiseWeekDto {
  week: string;
  due: number;
  done: number;
  late: number;
  missed: number;
  unknown: number;
  saw: number;
  didNot: number;
  notSaying: number;
  silent: number;
  disputed: number;
  rate: number | null;
  seenRate: number | null;
}

export class PromiseReportDto {
  clientId: string;
  weeks: PromiseWeekDto[];
}

/** All of a couple's commitments, week by week. For the care team. */
export class CommitmentsDto {
  id: string;
  boundaries: ConsistencyDto[];
  /** Of each who made promises. */
  promises: PromiseReportDto[];
}
