import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { OUTCOMES, type Outcome } from './outcomes.rules.js';

export class NewOutcome {
  @IsIn(OUTCOMES) outcome: Outcome;
  /** Sealed, for staff. */
  @IsOptional() @IsString() @Length(1, 2000) note?: string | null;
}

export class OutcomeDto {
  id: string;
  outcome: Outcome;
  note: string | null;
  recordedByName: string;
  recordedAt: string;
}

/** `people`: persons and couples; null where there are some, but too few to be told apart. */
export class OutcomeTallyDto {
  outcome: Outcome;
  people: number | null;
}

/** All four are completed care. `completed`: null where it would tell a hidden part. */
export class OutcomesDto {
  items: OutcomeTallyDto[];
  completed: number | null;
}
