import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsDefined,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import {
  AUDIENCES,
  FIELD_TYPES,
  STAGES,
  VISIBILITIES,
  WRITERS,
  type Audience,
  type FieldType,
  type Stage,
  type Visibility,
  type Writer,
} from '../library/worksheet.definition.js';
import type { Difference } from '../library/worksheet-diff.rules.js';
import type { Finding } from '../library/worksheet-lint.rules.js';

const KEY = /^[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?$/;

/** `key`: small letters, digits and hyphens; made if it is left out, and the same in every version. */
export class OptionInput {
  @IsOptional() @IsString() @Matches(KEY) key?: string | null;
  @IsString() @Length(0, 120) label: string;
}

/** `in` takes a list of texts as `value`, `answered` none or false, the others one text, number or boolean. */
export class ShowIfInput {
  @IsString() @Matches(KEY) field: string;
  @IsIn(['eq', 'ne', 'in', 'gte', 'lte', 'answered']) op: 'eq' | 'ne' | 'in' | 'gte' | 'lte' | 'answered';
  @IsOptional() value?: unknown;
}

export class QuestionInput {
  @IsOptional() @IsString() @Matches(KEY) key?: string | null;
  @IsString() @Length(0, 300) label: string;
  @IsOptional() @IsString() @Length(0, 500) hint?: string | null;
  @IsOptional() @IsString() @Length(0, 1000) help?: string | null;
  /** `one`, `multi`: the choices. `scale`: the keys 0 and 10 with their words. */
  @IsOptional() @IsArray() @ArrayMaxSize(30) @ValidateNested({ each: true }) @Type(() => OptionInput) options?:
    OptionInput[] | null;
  @IsOptional() @IsInt() @Min(-1_000_000) @Max(1_000_000) min?: number | null;
  @IsOptional() @IsInt() @Min(-1_000_000) @Max(1_000_000) max?: number | null;
  @IsOptional() @ValidateNested() @Type(() => ShowIfInput) showIf?: ShowIfInput | null;
  @IsOptional() @IsIn(WRITERS) by?: Writer | null;
  @IsOptional() @IsBoolean() neverShared?: boolean | null;
}

/** A list has no list within it. */
export class ColumnInput extends QuestionInput {
  @IsIn(FIELD_TYPES.filter((type) => type !== 'rows')) type: Exclude<FieldType, 'rows'>;
}

export class FieldInput extends QuestionInput {
  @IsIn(FIELD_TYPES) type: FieldType;
  @IsOptional() @IsArray() @ArrayMaxSize(12) @ValidateNested({ each: true }) @Type(() => ColumnInput) columns?:
    ColumnInput[] | null;
  @IsOptional() @IsString() @Length(0, 60) itemLabel?: string | null;
  @IsOptional() @IsString() @Length(1, 60) sendRowsWhere?: string | null;
  @IsOptional() @IsBoolean() intense?: boolean | null;
  @IsOptional() @IsBoolean() alone?: boolean | null;
  @IsOptional() @IsIn(VISIBILITIES) visibility?: Visibility | null;
}

export class SectionInput {
  @IsOptional() @IsString() @Matches(KEY) key?: string | null;
  @IsString() @Length(0, 120) title: string;
  @IsOptional() @IsString() @Length(0, 600) intro?: string | null;
  @IsArray() @ArrayMaxSize(60) @ValidateNested({ each: true }) @Type(() => FieldInput) fields: FieldInput[];
}

/** What is left out stays as it was, or as a new worksheet begins. */
export class WorksheetParts {
  @IsOptional() @IsString() @Length(0, 300) summary?: string | null;
  @IsOptional() @IsIn(AUDIENCES) audience?: Audience | null;
  @IsOptional() @IsArray() @ArrayMaxSize(5) @IsIn(STAGES, { each: true }) stages?: Stage[] | null;
  @IsOptional() @IsInt() @Min(1) @Max(240) minutes?: number | null;
  /** Set by itself where two fill in one sheet, or an answer is meant for a partner. */
  @IsOptional() @IsBoolean() gated?: boolean | null;
  @IsOptional() @IsBoolean() neverShared?: boolean | null;
  @IsOptional() @IsString() @Length(0, 600) contentNote?: string | null;
  @IsOptional() @IsArray() @ArrayMaxSize(12) @IsString({ each: true }) @Length(0, 300, { each: true }) reviewPrompts?:
    string[] | null;
  @IsOptional() @IsString() @Length(0, 1000) safetyNote?: string | null;
  /** Colleagues of the clinic may read, give out and copy what is published of it. */
  @IsOptional() @IsBoolean() shared?: boolean | null;
}

/** A new one, empty or with what is sent; or, with `copyOf`, a copy of any worksheet the actor may read. */
export class NewWorksheet extends WorksheetParts {
  @IsOptional() @IsUUID() copyOf?: string | null;
  @IsOptional() @IsString() @Length(1, 120) title?: string | null;
  @IsOptional() @IsArray() @ArrayMaxSize(20) @ValidateNested({ each: true }) @Type(() => SectionInput) sections?:
    SectionInput[] | null;
}

/** The whole worksheet as it is to be from now on. */
export class WorksheetInput extends WorksheetParts {
  @IsString() @Length(0, 120) title: string;
  @IsDefined()
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => SectionInput)
  sections: SectionInput[];
}

export class PublishInput {
  /** The hints were read, and it goes out all the same. */
  @IsOptional() @IsBoolean() confirmed?: boolean | null;
}

/** What a careful colleague would say. `problem`: it is not published like this. */
export class FindingDto {
  /** Such as `sections[0].fields[2].label`. */
  path: string;
  severity: 'problem' | 'hint';
  code: string;
  message: string;
  advice: string;

  static of(finding: Finding): FindingDto {
    return { ...finding };
  }
}

export class DifferenceDto {
  change: 'added' | 'removed' | 'changed' | 'moved';
  what: 'sheet' | 'part' | 'question';
  name: string;
  details: string[];

  static of(difference: Difference): DifferenceDto {
    return { ...difference };
  }
}
