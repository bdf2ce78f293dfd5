import type { ColumnDto, FieldDto, SectionDto, ShowIfDto, WorksheetDto, WorksheetInput } from '../../../api/types.gen';

/** A worksheet as it is written at. */
export interface Sheet {
  readonly title: string;
  readonly summary: string;
  readonly audience: WorksheetDto['audience'];
  readonly stages: WorksheetDto['stages'];
  readonly minutes: number;
  readonly gated: boolean;
  readonly neverShared: boolean;
  readonly contentNote: string;
  readonly sections: readonly SectionDto[];
  readonly reviewPrompts: readonly string[];
  readonly safetyNote: string;
  readonly shared: boolean;
}

export const sheetOf = ({ guidance, ...of }: WorksheetDto): Sheet => ({
  ...{ title: of.title, summary: of.summary, audience: of.audience, stages: of.stages, minutes: of.minutes },
  ...{ gated: of.gated, neverShared: of.neverShared, contentNote: of.contentNote, sections: of.sections },
  ...{ reviewPrompts: guidance?.reviewPrompts ?? [], safetyNote: guidance?.safetyNote ?? '', shared: of.shared },
});

export const bodyOf = (sheet: Sheet): WorksheetInput => sheet as unknown as WorksheetInput;

/** Keys tell nothing, and one that was taken out never comes back as another question. */
const newKey = (): string => `q-${crypto.randomUUID().slice(0, 8)}`;

export type Type = FieldDto['type'];

/** What an answer of a kind needs to be answered. What another kind needed is let go. */
export function retyped<T extends ColumnDto>(field: T, type: Type): T {
  const isChoice = type === 'one' || type === 'multi';
  const wasChoice = field.type === 'one' || field.type === 'multi';
  const choices = wasChoice ? field.options : [choice(), choice()];
  const ends = [
    { key: '0', label: '' },
    { key: '10', label: '' },
  ];
  return {
    ...field,
    type,
    options: isChoice ? choices : type === 'scale' ? (field.type === 'scale' ? field.options : ends) : null,
    min: type === 'number' ? (field.min ?? 0) : null,
    max: type === 'number' ? (field.max ?? 100) : null,
    ...('columns' in field
      ? {
          columns: type === 'rows' ? (field.columns ?? [newColumn()]) : null,
          itemLabel: type === 'rows' ? field['itemLabel' as keyof T] : null,
          sendRowsWhere: null,
        }
      : {}),
  };
}

export const choice = (): { key: string; label: string } => ({ key: newKey(), label: '' });

const plain = { hint: null, help: null, options: null, min: null, max: null, showIf: null, neverShared: false };

export const newColumn = (): ColumnDto =>
  ({ ...plain, by: null, key: newKey(), type: 'short', label: '' }) as unknown as ColumnDto;

export const newQuestion = (): FieldDto => ({
  ...newColumn(),
  ...{ type: 'long', columns: null, itemLabel: null, sendRowsWhere: null, intense: false },
  ...{ visibility: 'therapist', alone: false },
});

export const newPart = (title: string): SectionDto => ({ key: newKey(), title, intro: '', fields: [] });

/** One question where it stands. */
export interface Placed {
  readonly field: FieldDto;
  readonly section: SectionDto;
  /** Counted over the whole sheet, from 1. */
  readonly number: number;
}

export const questionsOf = ({ sections }: Pick<Sheet, 'sections'>): Placed[] =>
  sections
    .flatMap((section) => section.fields.map((field) => ({ field, section })))
    .map((placed, index) => ({ ...placed, number: index + 1 }));

const inPart = (sheet: Sheet, key: string, change: (section: SectionDto) => SectionDto): Sheet => ({
  ...sheet,
  sections: sheet.sections.map((section) => (section.key === key ? change(section) : section)),
});

export const changedPart = (sheet: Sheet, key: string, to: Partial<SectionDto>): Sheet =>
  inPart(sheet, key, (section) => ({ ...section, ...to }));

export const changedQuestion = (sheet: Sheet, key: string, to: Partial<FieldDto>): Sheet => ({
  ...sheet,
  sections: sheet.sections.map((section) => ({
    ...section,
    fields: section.fields.map((field) => (field.key === key ? { ...field, ...to } : field)),
  })),
});

/** After a question, or at the end of a part. */
export function withQuestion(sheet: Sheet, field: FieldDto, section: string, after?: string): Sheet {
  return inPart(sheet, section, (part) => {
    const at = after ? part.fields.findIndex(({ key }) => key === after) + 1 : part.fields.length;
    return { ...part, fields: part.fields.toSpliced(at, 0, field) };
  });
}

export const withPart = (sheet: Sheet, part: SectionDto): Sheet => ({ ...sheet, sections: [...sheet.sections, part] });

/** A second one like it: with keys of its own. */
export const twin = (field: FieldDto): FieldDto => ({ ...field, key: newKey() });

export const without = (sheet: Sheet, key: string): Sheet => ({
  ...sheet,
  sections: sheet.sections
    .filter((section) => section.key !== key)
    .map((section) => ({ ...section, fields: section.fields.filter((field) => field.key !== key) })),
});

/** What was taken out of `before`, where it stood or as near as there still is; without the rules that hung on it. */
export function putBack(sheet: Sheet, before: Sheet, key: string): Sheet {
  const part = before.sections.findIndex((section) => section.key === key);
  const whole = before.sections[part];
  if (whole) return { ...sheet, sections: sheet.sections.toSpliced(part, 0, whole) };
  const placed = questionsOf(before).find(({ field }) => field.key === key);
  if (!placed) return sheet;
  const at = placed.section.fields.indexOf(placed.field);
  const home = sheet.sections.find((section) => section.key === placed.section.key) ?? sheet.sections.at(-1);
  if (!home) return withPart(sheet, { ...placed.section, fields: [placed.field] });
  return inPart(sheet, home.key, (into) => ({ ...into, fields: into.fields.toSpliced(at, 0, placed.field) }));
}

/** One place up or down; past the edge of its part, into the next one. The same sheet when there is no place to go to. */
export function moved(sheet: Sheet, key: string, by: 1 | -1): Sheet {
  const part = sheet.sections.findIndex((section) => section.key === key);
  if (part >= 0) return { ...sheet, sections: swapped(sheet.sections, part, by) };
  const from = sheet.sections.findIndex(({ fields }) => fields.some((field) => field.key === key));
  const section = sheet.sections[from];
  if (!section) return sheet;
  const at = section.fields.findIndex((field) => field.key === key);
  if (section.fields[at + by]) return changedPart(sheet, section.key, { fields: [...swapped(section.fields, at, by)] });
  const next = sheet.sections[from + by];
  const field = section.fields[at];
  if (!next || !field) return sheet;
  const left = changedPart(sheet, section.key, { fields: section.fields.filter((each) => each !== field) });
  return changedPart(left, next.key, { fields: by === 1 ? [field, ...next.fields] : [...next.fields, field] });
}

function swapped<T>(list: readonly T[], at: number, by: 1 | -1): readonly T[] {
  const one = list[at];
  if (one === undefined || at + by < 0 || at + by >= list.length) return list;
  return list.toSpliced(at, 1).toSpliced(at + by, 0, one);
}

/**
 * Takes off rules that no longer hang on a question before them, or wait for a choice that is gone; tells whose. A rule that
 * waits for one of several goes on waiting for those that are left.
 */
export function mended(sheet: Sheet): { sheet: Sheet; lost: string[] } {
  const before: FieldDto[] = [];
  const lost: string[] = [];
  let same = true;
  const mend = <T extends ColumnDto>(field: T, above: readonly ColumnDto[]): T => {
    if (!field.showIf) return field;
    const left = stillThere(field.showIf, above);
    if (left === field.showIf && holds(left, above)) return field;
    same = false;
    if (left && holds(left, above)) return { ...field, showIf: left };
    lost.push(field.label);
    return { ...field, showIf: null };
  };
  const sections = sheet.sections.map((section) => ({
    ...section,
    fields: section.fields.map((field) => {
      const own = mend(field, before);
      const columns = own.columns?.map((column, i) => mend(column, [...before, ...(own.columns ?? []).slice(0, i)]));
      before.push(own);
      return columns ? { ...own, columns } : own;
    }),
  }));
  return { sheet: same ? sheet : { ...sheet, sections }, lost };
}

/** The same rule without choices that were taken away; null when none of those it waited for is left. */
function stillThere(rule: ShowIfDto, above: readonly ColumnDto[]): ShowIfDto | null {
  const source = above.findLast(({ key }) => key === rule.field);
  const wanted: unknown = rule.value;
  if (rule.op !== 'in' || !Array.isArray(wanted) || !source) return rule;
  const left = wanted.filter((each) => source.options?.some(({ key }) => key === each));
  if (left.length === wanted.length) return rule;
  return left.length > 0 ? { ...rule, value: left as unknown as ShowIfDto['value'] } : null;
}

function holds({ field, op, value }: ShowIfDto, above: readonly ColumnDto[]): boolean {
  const source = above.findLast(({ key }) => key === field);
  if (!source) return false;
  if (op === 'answered') return true;
  if (op === 'gte' || op === 'lte') return source.type === 'scale' || source.type === 'number';
  const wanted: readonly unknown[] = op === 'in' ? (Array.isArray(value) ? value : []) : [value];
  if (source.type === 'one' || source.type === 'multi')
    // With none ticked yet it is unfinished; the findings say so.
    return wanted.every((each) => source.options?.some(({ key }) => key === each));
  return source.type !== 'rows' && wanted.length > 0;
}

/** What a finding is about: a question or a part by key, else the sheet. */
export function keyAt({ sections }: Pick<Sheet, 'sections'>, path: string): string {
  const [, part, , question] = /^sections\[(\d+)\](\.fields\[(\d+)\])?/.exec(path) ?? [];
  const section = part === undefined ? undefined : sections[Number(part)];
  if (!section) return 'sheet';
  return question === undefined ? section.key : (section.fields[Number(question)]?.key ?? section.key);
}
