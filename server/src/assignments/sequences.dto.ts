import { IsBoolean, IsIn, IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';
import type { PausedWork } from './assignments.entity.js';
import type { SequenceAct, SequenceStatus } from './sequences.rules.js';

export class SequenceQuery {
  @IsOptional() @IsUUID() clientId?: string;
  @IsOptional() @IsUUID() coupleId?: string;
}

export class SequenceChange {
  @IsIn(['pause', 'resume', 'end']) act: SequenceAct;
}

export class StepDto {
  worksheetId: string;
  title: string;
  /** Days after the sheet before it was read. */
  afterDays: number;
  given: boolean;
}

export class SequenceDto {
  id: string;
  version: number;
  clientId: string | null;
  coupleId: string | null;
  status: SequenceStatus;
  steps: StepDto[];
  createdAt: string;
}

/** `what`: homework, where it is left out. */
export class NewPause {
  @IsInt() @Min(1) @Max(60) days: number;
  @IsOptional() @IsIn(['homework', 'check_ins']) what?: PausedWork;
}

/** From `fromOn` on nothing is asked for; on `untilOn` it goes on. `byClient`: she took it herself. */
export class PauseDto {
  id: string;
  clientId: string;
  what: PausedWork;
  byClient: boolean;
  fromOn: string;
  untilOn: string;
  endedOn: string | null;
}

/** A pause that holds today, of somebody in the reader's own care. */
export class RunningPauseDto extends PauseDto {
  displayName: string;
}

export class ReminderInput {
  @IsBoolean() wanted: boolean;
}

/** `version` 0: nothing was chosen yet, so that reminders come. */
export class ReminderChoiceDto {
  id: string;
  version: number;
  wanted: boolean;
}
