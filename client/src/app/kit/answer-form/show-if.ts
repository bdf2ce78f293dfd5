import { rowsOf, type AnswerRow, type Answers, type FieldDefinition, type ShowIf } from './field-definition';

/** Blank text, no choice and no rows are no answer. Zero is one, and so is a tick taken away. */
export function isAnswered(value: unknown): boolean {
  if (value === undefined || value === null) return false;
  if (typeof value === 'string') return value.trim() !== '';
  return !Array.isArray(value) || value.length > 0;
}

/** The fields that are asked, given what is answered so far. A field that hangs on a hidden one is hidden too. */
export function shownFields(fields: readonly FieldDefinition[], answers: Answers): readonly FieldDefinition[] {
  return fields.filter((field) => isShown(field, fields, answers, new Set()));
}

/** The columns that are asked in one row. */
export function shownColumns(
  columns: readonly FieldDefinition[],
  row: AnswerRow,
  answers: Answers,
): readonly FieldDefinition[] {
  return columns.filter((column) => isShown(column, columns, row, new Set(), answers));
}

/** The answers without those to questions that are no longer asked. Send these, so that nothing unseen is stored. */
export function askedAnswers(fields: readonly FieldDefinition[], answers: Answers): Answers {
  const asked = shownFields(fields, answers).filter((field) => field.key in answers);
  return Object.fromEntries(asked.map((field) => [field.key, askedValue(field, answers)]));
}

function askedValue(field: FieldDefinition, answers: Answers): unknown {
  const value = answers[field.key];
  if (field.type !== 'rows') return value;
  return rowsOf(value).map((row) => {
    const shown = shownColumns(field.columns ?? [], row, answers).filter((column) => column.key in row);
    return { rowId: row.rowId, ...Object.fromEntries(shown.map((column) => [column.key, row[column.key]])) };
  });
}

function isShown(
  field: FieldDefinition,
  siblings: readonly FieldDefinition[],
  values: Answers,
  above: ReadonlySet<string>,
  outer: Answers = {},
): boolean {
  const rule = field.showIf;
  if (!rule || above.has(field.key)) return true;
  const source = siblings.find((sibling) => sibling.key === rule.field);
  if (source && !isShown(source, siblings, values, new Set([...above, field.key]), outer)) return false;
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
