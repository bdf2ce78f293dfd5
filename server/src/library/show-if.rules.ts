import {
  fieldsOf,
  type Column,
  type Field,
  type RowsField,
  type ShowIf,
  type Worksheet,
} from './worksheet.definition.js';

export type Answers = Record<string, unknown>;

export interface Row {
  rowId: string;
  [column: string]: unknown;
}

/** Blank text, no choice and no rows are no answer. Zero is one, and so is a tick taken away. */
export function isAnswered(value: unknown): boolean {
  if (value === undefined || value === null) return false;
  if (typeof value === 'string') return value.trim() !== '';
  return !Array.isArray(value) || value.length > 0;
}

/** The fields that are asked, given what is answered so far. A field that hangs on a hidden one is hidden too. */
export function shownFields(worksheet: Pick<Worksheet, 'sections'>, answers: Answers): Field[] {
  const fields = fieldsOf(worksheet);
  return fields.filter((field) => isShown(field, fields, answers, {}, new Set()));
}

/** The columns that are asked in one row. */
export const shownColumns = (field: RowsField, row: Row, answers: Answers): Column[] =>
  field.columns.filter((column) => isShown(column, field.columns, row, answers, new Set()));

function isShown(
  field: Field | Column,
  siblings: readonly (Field | Column)[],
  values: Answers,
  outer: Answers,
  above: ReadonlySet<string>,
): boolean {
  const rule = field.showIf;
  if (!rule || above.has(field.key)) return true;
  const source = siblings.find((sibling) => sibling.key === rule.field);
  if (source && !isShown(source, siblings, values, outer, new Set([...above, field.key]))) return false;
  return holds(rule, source ? values[rule.field] : (values[rule.field] ?? outer[rule.field]));
}

function holds(rule: ShowIf, value: unknown): boolean {
  switch (rule.op) {
    case 'answered':
      return isAnswered(value) === (rule.value !== false);
    case 'eq':
      return Array.isArray(value) ? value.includes(rule.value) : value === rule.value;
    case 'ne':
      return !holds({ ...rule, op: 'eq' }, value);
    case 'in': {
      const wanted: readonly unknown[] = Array.isArray(rule.value) ? rule.value : [];
      return Array.isArray(value) ? value.some((each) => wanted.includes(each)) : wanted.includes(value);
    }
    case 'gte':
      return isAnswered(value) && Number(value) >= Number(rule.value);
    case 'lte':
      return isAnswered(value) && Number(value) <= Number(rule.value);
  }
}
