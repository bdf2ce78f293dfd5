import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { IsDay } from '../platform/day.validator.js';
import { PageQuery } from '../platform/paging.js';
import { KINDS, PATHS, type Kind, type Path } from './journal.rules.js';

/** One line. */
export class WinInput {
  @IsString() @Length(1, 280) @Matches(/^[^\r\n]+$/) text: string;
}

export class GutCheckInput {
  @IsString() @Length(1, 2000) noticed: string;
  @IsOptional() @IsString() @Length(1, 2000) thought?: string | null;
  @IsOptional() @IsString() @Length(1, 2000) did?: string | null;
  @IsOptional() @IsString() @Length(1, 2000) later?: string | null;
}

/** `lean`: 0 (out) to 10 (in); left out: she does not know. */
export class LeaningInput {
  @IsOptional() @IsInt() @Min(0) @Max(10) lean?: number | null;
  @IsOptional() @IsString() @Length(1, 2000) note?: string | null;
}

export class CrossroadsInput {
  @IsOptional() @IsIn(PATHS) path?: Path | null;
  @IsOptional() @IsDay() repairUntil?: string | null;
  @IsOptional() @IsDay() decideOn?: string | null;
  @IsArray() @ArrayMaxSize(8) @IsString({ each: true }) @Length(1, 120, { each: true }) values: string[];
  @IsOptional() @IsString() @Length(1, 4000) note?: string | null;
}

/** Exactly one of `win`, `gutCheck`, `leaning` and `crossroads`. */
export class NewEntry {
  @IsOptional() @ValidateNested() @Type(() => WinInput) win?: WinInput | null;
  @IsOptional() @ValidateNested() @Type(() => GutCheckInput) gutCheck?: GutCheckInput | null;
  @IsOptional() @ValidateNested() @Type(() => LeaningInput) leaning?: LeaningInput | null;
  @IsOptional() @ValidateNested() @Type(() => CrossroadsInput) crossroads?: CrossroadsInput | null;
  /** Today where she lives, if left out; never a day to come. */
  @IsOptional() @IsDay() happenedOn?: string | null;
  /** Kept to herself, which only a win or a gut check can be. Her care team reads the rest. */
  @IsOptional() @IsBoolean() alone?: boolean | null;
}

/** `kind` as before; the whole of it anew, or only who reads it. */
export class EntryChange extends NewEntry {}

export class EntryQuery extends PageQuery {
  @IsOptional() @IsIn(KINDS) kind?: Kind;
  /** One month only, `YYYY-MM`. */
  @IsOptional() @Matches(/^\d{4}-(0[1-9]|1[0-2])$/) month?: string;
}

export class WinDto {
  text: string;
}

export class GutCheckDto {
  noticed: string;
  thought: string | null;
  did: string | null;
  later: string | null;
}

export class LeaningDto {
  lean: number | null;
  note: string | null;
}

export class CrossroadsDto {
  path: Path | null;
  repairUntil: string | null;
  decideOn: string | null;
  values: string[];
  note: string | null;
}

export class EntryDto {
  id: string;
  version: number;
  clientId: string;
  kind: Kind;
  happenedOn: string;
  alone: boolean;
  writtenAt: string;
  changedAt: string;
  win: WinDto | null;
  gutCheck: GutCheckDto | null;
  leaning: LeaningDto | null;
  crossroads: CrossroadsDto | null;
  /** Of a win: id of the copy her partner may read. */
  sharedAs: string | null;
}

export class SharedWinDto {
  id: string;
  coupleId: string;
  text: string;
  from: string;
  mine: boolean;
  happenedOn: string;
  /** Staff only: waits for a clinician. */
  held: boolean | null;
}

export class OpenWin {
  @IsString() @Length(3, 1000) reason: string;
}
