import { IsIn, IsOptional, IsString, IsUUID, Length } from 'class-validator';
import { worksheetById } from '../library/worksheet.library.js';
import { PageQuery } from '../platform/paging.js';
import type { Offer } from '../library/library.rules.js';
import {
  fieldsOf,
  isNeverShared,
  STAGES,
  type Audience,
  type Column,
  type Field,
  type FieldType,
  type Stage,
  type Visibility,
  type Worksheet,
  type Writer,
} from '../library/worksheet.definition.js';

export class WorksheetQuery extends PageQuery {
  /** Words of the title, the summary or the key. */
  @IsOptional() @IsString() @Length(1, 100) q?: string;
  /** For whom: what suits a person in this role. */
  @IsOptional() @IsIn(['injured', 'involved']) role?: 'injured' | 'involved';
  @IsOptional() @IsIn(STAGES) stage?: Stage;
  /** Before whom or what: their role and stage put first what suits, and leave nothing out. */
  @IsOptional() @IsUUID() clientId?: string;
  @IsOptional() @IsUUID() coupleId?: string;
  /** Which of the things that happened their roles are taken from. Left out: the latest that is open. */
  @IsOptional() @IsUUID() betrayalId?: string;
  /** `published` can be given out today. Left out: all but those that are over. */
  @IsOptional() @IsIn(['draft', 'published', 'retired']) status?: 'draft' | 'published' | 'retired';
}

export class ChoiceDto {
  key: string;
  label: string;
}

/** `in` takes a list as `value`, the others one value; `answered` none. */
export class ShowIfDto {
  field: string;
  op: 'eq' | 'ne' | 'in' | 'gte' | 'lte' | 'answered';
  value?: unknown;
}

export class ColumnDto {
  key: string;
  type: FieldType;
  label: string;
  hint: string | null;
  /** A longer word on what helps. */
  help: string | null;
  /** `one`, `multi`: the choices. `scale`: the ends 0 and 10 with their words. */
  options: ChoiceDto[] | null;
  /** `number` only; both included. */
  min: number | null;
  max: number | null;
  showIf: ShowIfDto | null;
  /** Whose question it is, where it is not that of whoever fills in the sheet. */
  by: Writer | null;
  /** Stays between its writer and the care team for good: it can be released to nobody. */
  neverShared: boolean;

  static of(column: Column | Field): ColumnDto {
    return {
      key: column.key,
      type: column.type,
      label: column.label,
      hint: column.hint ?? null,
      help: column.help ?? null,
      options: optionsOf(column),
      min: column.type === 'number' ? column.min : null,
      max: column.type === 'number' ? column.max : null,
      showIf: column.showIf ? { ...column.showIf } : null,
      by: column.by ?? null,
      neverShared: column.sensitivity === 'never_shared',
    };
  }
}

function optionsOf(field: Column | Field): ChoiceDto[] | null {
  if (field.type === 'one' || field.type === 'multi') return field.options.map(({ key, label }) => ({ key, label }));
  if (field.type !== 'scale') return null;
  return [
    { key: '0', label: field.low },
    { key: '10', label: field.high },
  ];
}

export class FieldDto extends ColumnDto {
  columns: ColumnDto[] | null;
  /** `rows` only: what one row is called. */
  itemLabel: string | null;
  /** `rows` only: a row without a tick in this column stays with its author. */
  sendRowsWhere: string | null;
  /** A hard question: a pause is offered after three of them. */
  intense: boolean;
  visibility: Visibility;
  /** Asked only where one person fills the sheet in alone. */
  alone: boolean;

  static override of(field: Field, worksheet?: Pick<Worksheet, 'sensitivity'>): FieldDto {
    const isRows = field.type === 'rows';
    return {
      ...ColumnDto.of(field),
      columns: isRows ? field.columns.map((column) => ColumnDto.of(column)) : null,
      itemLabel: isRows ? field.itemLabel : null,
      sendRowsWhere: isRows ? (field.sendRowsWhere ?? null) : null,
      intense: field.intense ?? false,
      visibility: field.visibility ?? 'therapist',
      alone: field.alone ?? false,
      neverShared: isNeverShared(worksheet ?? {}, field),
    };
  }
}

export class SectionDto {
  key: string;
  title: string;
  intro: string;
  fields: FieldDto[];
}

/** `refuse`: what matches is not stored. `warn`: a word to think about. `pattern` is matched whatever the case. */
export class WatchDto {
  code: string;
  act: 'refuse' | 'warn';
  pattern: string;
  message: string;
}

/** How a worksheet stands to the people and the stage it was looked up for. */
export class OfferDto {
  /** Null: not among what is offered first. */
  because: 'often_first' | 'for_role' | 'fits_stage' | null;
  /** `early`: giving it asks for a reason. Null while no stage is named. */
  fit: 'fits' | 'ahead' | 'early' | 'behind' | null;
}

/** For those who read what comes back; a client gets none of it. */
export class GuidanceDto {
  reviewPrompts: string[];
  safetyNote: string;
}

/** Where a worksheet comes from and how it stands to the reader. */
export interface Standing {
  readonly source: WorksheetDto['source'];
  readonly status: WorksheetDto['status'];
  /** Of the row that is written at; null: nobody writes at it. */
  readonly version: number | null;
  readonly published: number | null;
  readonly changed: boolean;
  readonly shared: boolean;
  readonly madeBy: string | null;
}

export const BUILT_IN: Standing = {
  ...{ source: 'built_in', status: 'published', version: null, published: null },
  ...{ changed: false, shared: true, madeBy: null },
};

/** One of the published versions of what staff made. */
export const A_VERSION: Standing = { ...BUILT_IN, source: 'version', shared: false };

export class WorksheetDto {
  id: string;
  key: string;
  title: string;
  /** Of one that staff made: that for `If-Match`. Of the others: which version of it this is. */
  version: number;
  status: 'draft' | 'published' | 'retired';
  /** `own`: made by whoever reads this. `shared`: by a colleague. `version`: one of those that were published. */
  source: 'built_in' | 'own' | 'shared' | 'version';
  /** Number of the newest version; null: none yet. */
  published: number | null;
  /** Of one's own: something was written since. */
  changed: boolean;
  /** Colleagues may read, give out and copy it. */
  shared: boolean;
  madeBy: string | null;
  summary: string;
  audience: Audience;
  stages: Stage[];
  minutes: number;
  gated: boolean;
  contentNote: string;
  questions: number;
  /** Looked for in every text of the sheet. */
  watches: WatchDto[];
  sections: SectionDto[];
  guidance: GuidanceDto | null;
  /** Nothing of it on this sheet ever comes before a partner, so it is given to each alone. */
  neverShared: boolean;
  /** In a list that was asked for somebody, or for a role or a stage. */
  offer: OfferDto | null;

  static of(
    worksheet: Worksheet,
    forStaff: boolean,
    offer: Offer | null = null,
    standing: Standing = worksheetById(worksheet.id) ? BUILT_IN : A_VERSION,
  ): WorksheetDto {
    const { id, key, title, summary, audience, minutes, gated, contentNote } = worksheet;
    const { source, status, changed, shared, madeBy } = standing;
    return {
      ...{ id, key, title, summary, audience, minutes, gated, contentNote },
      ...{ source, status, changed, shared, madeBy },
      version: standing.version ?? worksheet.version,
      published: standing.version === null ? worksheet.version : standing.published,
      stages: [...worksheet.stages],
      questions: fieldsOf(worksheet).length,
      watches: (worksheet.watches ?? []).map((watch) => ({ ...watch })),
      sections: worksheet.sections.map((section) => ({
        key: section.key,
        title: section.title,
        intro: section.intro,
        fields: section.fields.map((field) => FieldDto.of(field, worksheet)),
      })),
      guidance: forStaff ? { reviewPrompts: [...worksheet.reviewPrompts], safetyNote: worksheet.safetyNote } : null,
      neverShared: worksheet.sensitivity === 'never_shared',
      offer: offer && { because: offer.because, fit: offer.fit },
    };
  }
}
