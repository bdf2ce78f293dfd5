import type { Choice } from '../choice';

export type FieldType =
  'short' | 'long' | 'scale' | 'one' | 'multi' | 'date' | 'datetime' | 'checkbox' | 'number' | 'rows';

/** When a field is asked at all. In a row, `field` names a column of the same row if there is one, else a field of the form. */
export interface ShowIf {
  readonly field: string;
  readonly op: 'eq' | 'ne' | 'in' | 'gte' | 'lte' | 'answered';
  readonly value?: unknown;
}

/** One question of a worksheet or a scale. */
export interface FieldDefinition {
  readonly key: string;
  readonly type: FieldType;
  readonly label: string;
  readonly hint?: string | null;
  /** A longer word on what helps, folded away until it is asked for. */
  readonly help?: string | null;
  /**
   * `one`, `multi`: the answers. `scale`: keys are points; the lowest and the highest set the ends and their labels
   * say what the ends mean (0 to 10 without words when there are none).
   */
  readonly options?: readonly Choice[] | null;
  /** `rows` only: the fields of each row. A column is never `rows` itself. */
  readonly columns?: readonly FieldDefinition[] | null;
  /** `rows` only: what one row is called, such as "Boundary". */
  readonly itemLabel?: string | null;
  readonly showIf?: ShowIf | null;
}

/** Repeating rows carry an id made on the client, so that two drafts can be told row from row. */
export interface AnswerRow {
  readonly rowId: string;
  readonly [column: string]: unknown;
}

/** Field key to value: text, number, key, keys, day, instant on the wall clock, yes or no, rows; null for none. */
export type Answers = Readonly<Record<string, unknown>>;

/** The rows in an answer; anything else counts as no rows. */
export function rowsOf(value: unknown): readonly AnswerRow[] {
  return Array.isArray(value) ? value.filter(isRow) : [];
}

function isRow(value: unknown): value is AnswerRow {
  return typeof value === 'object' && value !== null && 'rowId' in value && typeof value.rowId === 'string';
}
