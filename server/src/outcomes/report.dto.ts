import { IsOptional, IsString, Length } from 'class-validator';
import { OutcomesDto } from '../clients/outcomes.dto.js';
import { IsDay } from '../platform/day.validator.js';
import { ChangeRuleDto, CutoffDto } from '../questionnaires/instruments.dto.js';

/** Whole quarters that are over, first and last day; without them the last four. */
export class ReportQuery {
  @IsOptional() @IsDay() from?: string;
  @IsOptional() @IsDay() to?: string;
  /** Code of one scale. */
  @IsOptional() @IsString() @Length(1, 40) instrument?: string;
}

/** `low` and `high`: between which per cent the share lies in 95 of 100 such samples. */
export class ShareDto {
  count: number;
  of: number;
  percent: number;
  low: number;
  high: number;
}

export class VerdictCountDto {
  verdict: 'recovered' | 'improved' | 'unchanged' | 'deteriorated';
  people: number | null;
}

/** Null: too few to be told apart, or nothing to tell. `staffId` null: the whole practice, or nobody leads their care. */
export class OutcomeLineDto {
  staffId: string | null;
  name: string | null;
  people: number | null;
  better: ShareDto | null;
  verdicts: VerdictCountDto[];
  casesAtStart: ShareDto | null;
  casesAtEnd: ShareDto | null;
  recovered: ShareDto | null;
}

/** `caseLine`: from where a score counts as a case; null where nobody drew the line. `rules`: those the verdicts went by. */
export class MeasuredDto {
  code: string;
  title: string;
  caseLine: CutoffDto | null;
  rules: ChangeRuleDto[];
  all: OutcomeLineDto | null;
  therapists: OutcomeLineDto[];
}

export class AskingLineDto {
  staffId: string | null;
  name: string | null;
  people: number | null;
  answered: ShareDto | null;
}

export class AskingsDto {
  all: AskingLineDto | null;
  therapists: AskingLineDto[];
}

/** `fewest`: fewer people than that are never told apart. `ownOnly`: nothing is hidden, and nobody else's people are in it. */
export class OutcomeReportDto {
  from: string;
  to: string;
  fewest: number;
  ownOnly: boolean;
  askings: AskingsDto;
  closed: OutcomesDto;
  measured: MeasuredDto[];
}
