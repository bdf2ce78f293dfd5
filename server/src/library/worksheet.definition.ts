/** Who may read an answer once it is sent. What goes beyond the therapist takes a release by its author. */
export const VISIBILITIES = ['therapist', 'after_review', 'both_done', 'shared'] as const;
export type Visibility = (typeof VISIBILITIES)[number];

export const AUDIENCES = ['injured', 'involved', 'either', 'both', 'joint'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** Where a couple stands in the work, as their therapist sees it. */
export const STAGES = ['stabilise', 'understand', 'repair', 'rebuild', 'part'] as const;
export type Stage = (typeof STAGES)[number];

/** Whose question it is. `therapist`: hers alone, never asked of a client. */
export const WRITERS = ['injured', 'involved', 'therapist'] as const;
export type Writer = (typeof WRITERS)[number];

/**
 * What is looked for in text as it is typed. `refuse`: what matches is never stored, and the rest waits with it until
 * its author takes it out. `warn`: a word to think about; nothing is held back.
 */
export interface Watch {
  readonly code: string;
  readonly act: 'refuse' | 'warn';
  /** Source of a regular expression, case-insensitive: the same on the server and in the browser. */
  readonly pattern: string;
  readonly message: string;
}

export const FIELD_TYPES = [
  'short',
  'long',
  'scale',
  'one',
  'multi',
  'date',
  'datetime',
  'checkbox',
  'number',
  'rows',
] as const;
export type FieldType = (typeof FIELD_TYPES)[number];

export interface Choice {
  readonly key: string;
  readonly label: string;
}

/** When a field is asked at all. In a row, `field` names a column of the same row if there is one, else a field. */
export interface ShowIf {
  readonly field: string;
  readonly op: 'eq' | 'ne' | 'in' | 'gte' | 'lte' | 'answered';
  readonly value?: string | number | boolean | readonly string[];
}

interface Question {
  readonly key: string;
  readonly label: string;
  readonly hint?: string;
  /** A longer word on what helps, folded away until it is asked for. */
  readonly help?: string;
  readonly showIf?: ShowIf;
  /** A hard question: a pause is offered after three of them. */
  readonly intense?: boolean;
  /** Only this person is asked. Absent: whoever fills in the sheet. */
  readonly by?: Writer;
  /** Stays between its author and the care team for good: no release, no shared sheet, no joint export. */
  readonly sensitivity?: 'never_shared';
}

export interface PlainField extends Question {
  readonly type: 'short' | 'long' | 'date' | 'datetime' | 'checkbox';
}

/** Whole numbers 0 to 10. The words say what the two ends mean. */
export interface ScaleField extends Question {
  readonly type: 'scale';
  readonly low: string;
  readonly high: string;
}

/** A number from `min` to `max`, both included. */
export interface NumberField extends Question {
  readonly type: 'number';
  readonly min: number;
  readonly max: number;
}

export interface ChoiceField extends Question {
  readonly type: 'one' | 'multi';
  readonly options: readonly Choice[];
}

export type Column = PlainField | ScaleField | NumberField | ChoiceField;

export interface RowsField extends Question {
  readonly type: 'rows';
  /** What one row is called, such as "Boundary". */
  readonly itemLabel: string;
  readonly columns: readonly Column[];
  /** Key of a checkbox column: a row without that tick stays with its author and is never sent. */
  readonly sendRowsWhere?: string;
}

export type Field = (Column | RowsField) & {
  /** Who may read the answer unless its author says otherwise. Absent: `therapist`. */
  readonly visibility?: Visibility;
  /** Asked only where one person fills the sheet in alone, never on a sheet of two. */
  readonly alone?: boolean;
};

export interface Section {
  readonly key: string;
  readonly title: string;
  /** What this part asks, in one or two sentences: said before its first question. */
  readonly intro: string;
  readonly fields: readonly Field[];
}

/** A worksheet as data. A published version never changes: answers point at it for good. */
export interface Worksheet {
  /** Stable over all clinics and starts: made from key and version. */
  readonly id: string;
  readonly key: string;
  readonly version: number;
  readonly title: string;
  readonly summary: string;
  readonly audience: Audience;
  /** Where it tends to help. */
  readonly stages: readonly Stage[];
  /** About how long it takes, in minutes. */
  readonly minutes: number;
  /** Needs a clear safety check of each partner before it is given to two people or shown to a partner. */
  readonly gated: boolean;
  /** The whole sheet is of the class that a field may be of: nothing on it ever comes before a partner. */
  readonly sensitivity?: 'never_shared';
  /** Looked for in every text of the sheet. */
  readonly watches?: readonly Watch[];
  /** Said before the first question: what it asks, and what happens to the answers. */
  readonly contentNote: string;
  readonly sections: readonly Section[];
  /** For the therapist alone. */
  readonly reviewPrompts: readonly string[];
  readonly safetyNote: string;
}

export const fieldsOf = (worksheet: Pick<Worksheet, 'sections'>): Field[] =>
  worksheet.sections.flatMap((section) => [...section.fields]);

export const isNeverShared = (
  worksheet: Pick<Worksheet, 'sensitivity'>,
  question: Pick<Question, 'sensitivity'>,
): boolean => (worksheet.sensitivity ?? question.sensitivity) === 'never_shared';

/** Of whom a sheet is asked: two people on one sheet, or one in this role (null: no role is known, or both are hers). */
export interface Asking {
  readonly together: boolean;
  readonly as: 'injured' | 'involved' | null;
}

/** The sheet as it is asked: of one person in her role, or of two who fill it in together. */
export function asked(worksheet: Worksheet, asking: Asking): Worksheet {
  const sections = worksheet.sections
    .map((section) => ({ ...section, fields: section.fields.flatMap((field) => askedField(worksheet, field, asking)) }))
    .filter((section) => section.fields.length > 0);
  return { ...worksheet, sections };
}

/** What of the sheet is the therapist's own to fill in: her questions, and her columns of the lists her client is asked for. */
export function therapistsPart(worksheet: Worksheet, asking: Asking): Field[] {
  const lists = new Set(fieldsOf(asked(worksheet, asking)).map(({ key }) => key));
  return fieldsOf(worksheet).flatMap((field): Field[] => {
    if (field.by === 'therapist') return [field];
    if (field.type !== 'rows' || !lists.has(field.key)) return [];
    const columns = field.columns.filter(({ by }) => by === 'therapist');
    return columns.length > 0 ? [{ ...field, columns }] : [];
  });
}

function askedField(worksheet: Worksheet, field: Field, asking: Asking): Field[] {
  const isAsked = (question: Question): boolean =>
    isAskedOf(question, asking) && !(asking.together && isNeverShared(worksheet, question));
  if (!isAsked(field) || (asking.together && field.alone)) return [];
  if (field.type !== 'rows') return [field];
  const columns = field.columns.filter(isAsked);
  return columns.length > 0 ? [{ ...field, columns }] : [];
}

const isAskedOf = ({ by }: Question, { together, as }: Asking): boolean =>
  by === undefined || (by !== 'therapist' && (together || as === null || as === by));
