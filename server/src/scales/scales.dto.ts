import { IsInstant } from '../platform/instant.validator.js';
import { IsDay } from '../platform/day.validator.js';
import { IsInt, IsObject, IsOptional, IsUUID, Max, Min } from 'class-validator';
import type { PublishedVerdict } from '../instruments/change.rules.js';
import { BandDto, ChangeRuleDto, CutoffDto } from '../questionnaires/instruments.dto.js';
import { BaselineStartDto } from './baselines.dto.js';
import type { Side, Verdict } from './baseline.rules.js';

/**
 * `answers`: item key to an option's key or number, or null for "does not apply this week". `instrumentVersion`: the wording
 * that was on screen; without it, the newest.
 */
export class NewScaleResponse {
  @IsUUID() instrumentId: string;
  @IsOptional() @IsInt() @Min(1) @Max(1_000_000) instrumentVersion?: number | null;
  @IsUUID() clientId: string;
  @IsObject() answers: Record<string, unknown>;
  @IsOptional() @IsInstant() answeredAt?: string | null;
}

/** Points on the items' own scale; null where too little was answered. */
export class ScoreDto {
  total: number | null;
  complete: boolean;
  prorated: boolean;
  answered: number;
  of: number;
  subscales: Record<string, number | null>;
  band: string | null;
}

/** What a published scale is compared with: the first answer with a score. */
export class ComparedDto {
  id: string;
  answeredOn: string;
  total: number;
}

/**
 * Of a tracker, `delta` is points from the mean of the person's own first weeks, `threshold` how far one week may lie from it.
 * Of a published scale, points since the answer it is compared with, by the rule that held when it was answered.
 */
export class ChangeDto {
  verdict: Verdict | PublishedVerdict;
  delta: number;
  threshold: number;
  source: string;
  /** Null for a tracker. */
  rule: ChangeRuleDto | null;
  comparedWith: ComparedDto | null;
}

export class ScaleResponseDto {
  id: string;
  instrumentId: string;
  instrumentVersion: number;
  clientId: string;
  answeredAt: string;
  answeredOn: string;
  score: ScoreDto;
  change: ChangeDto | null;
  risk: string[];
  /** Told to whoever answered as well: an answer may speak of danger, so the page after it says what happens now. */
  danger: boolean;
}

export class BaselineDto {
  /** `first`: a published scale is compared with its first answer; `mean` is its total, `limit` the threshold. */
  state: 'empty' | 'starting' | 'forming' | 'moving' | 'set' | 'first';
  n: number;
  mean: number | null;
  sd: number | null;
  limit: number | null;
  /** The range of one usual week, within the range of the items. */
  low: number | null;
  high: number | null;
  /** Mondays of the first and last week. */
  from: string | null;
  to: string | null;
}

/**
 * `week`: its Monday. A week without an answer, or without a score, has the value null: a gap stays a gap. Of a published
 * scale there are only weeks with an answer, or with an asking that got none.
 */
export class WeekDto {
  week: string;
  /** Day of the answer that stands for the week; of a week without one, the day of the asking or its Monday. */
  on: string;
  value: number | null;
  answered: boolean;
  /** Asked for and not given, and neither a rest nor the end of its plan was in between. */
  missed: boolean;
  prorated: boolean;
  inBaseline: boolean;
  beyond: Side | null;
  run: number;
}

/** One line of a chart: the total, or one construct. */
export class SeriesDto {
  key: string;
  title: string;
  kind: 'total' | 'construct';
  weeks: WeekDto[];
  baseline: BaselineDto;
  change: ChangeDto | null;
  /** The one sentence that states the finding, for whoever asked. */
  finding: string;
  /** The same in words for the person who answered. */
  ownWords: string;
}

/** What the answers say beside their score; `offers` is the code of a scale to offer. */
export class NoticeDto {
  code: string;
  words: string;
  offers: string | null;
}

export class PointDto {
  id: string;
  answeredAt: string;
  answeredOn: string;
  instrumentVersion: number;
  /** Who wrote it down: the person, somebody of the practice beside her, or another system; null where nobody kept it. */
  source: 'self' | 'in_session' | 'file' | null;
  score: ScoreDto;
  /** By the rule that held when it was answered; null for a tracker, a first answer, and whoever answers. */
  change: ChangeDto | null;
  risk: string[];
  notices: NoticeDto[];
}

export class InstrumentScoresDto {
  instrumentId: string;
  code: string;
  title: string;
  label: string;
  higherMeans: string;
  min: number;
  max: number;
  bands: BandDto[];
  cutoffs: CutoffDto[];
  /** The rule that holds now; a verdict keeps the one it was made by. */
  changeRule: ChangeRuleDto;
  /** How change is read, and where that comes from, in words; empty for whoever answers. */
  changeBasis: string;
  direction: 'higher_better' | 'lower_better' | 'none';
  validated: boolean;
  /** Codes of the items an answer to which may have to be looked at. */
  riskItems: string[];
  /** Acts by which the comparison began anew, newest first: the first counts. */
  starts: BaselineStartDto[];
  series: SeriesDto[];
  /** Newest first, at most 200. */
  points: PointDto[];
}

export class ClientScoresDto {
  clientId: string;
  instruments: InstrumentScoresDto[];
}

export class PartnerScoresDto {
  clientId: string;
  role: string;
  instruments: InstrumentScoresDto[];
}

/** Two people side by side, never one number for both. */
export class CoupleScoresDto {
  coupleId: string;
  partners: PartnerScoresDto[];
}

export class ScoresQuery {
  @IsOptional() @IsUUID() instrumentId?: string;
  @IsOptional() @IsDay() from?: string;
  @IsOptional() @IsDay() to?: string;
}

export class CoupleScoresQuery {
  @IsOptional() @IsUUID() instrumentId?: string;
}
