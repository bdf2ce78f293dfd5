import { isDay } from '../platform/day.validator.js';
import type { FieldError } from '../platform/errors.js';
import { isId } from '../platform/ids.js';
import { isAnswered, shownColumns, shownFields, type Answers, type Row } from '../library/show-if.rules.js';
import { fieldsOf, type Column, type Field, type RowsField, type Worksheet } from '../library/worksheet.definition.js';

/** Characters of a short and of a long text, and rows of a list. */
export const MOST = { short: 300, long: 8000, rows: 200 } as const;

const WALL_TIME = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2})?$/;

/**
 * What does not fit the worksheet; empty when all does. `null` and a missing key mean "not answered" and always fit:
 * nothing here is ever required. Paths are those of the body, such as `answers.boundaries[2].limit`.
 */
export function answersFit(worksheet: Pick<Worksheet, 'sections'>, answers: Answers): FieldError[] {
  const fields = new Map(fieldsOf(worksheet).map((field) => [field.key, field]));
  return Object.entries(answers).flatMap(([key, value]) => {
    const path = `answers.${key}`;
    const field = fields.get(key);
    if (!field) return [fault(path, 'unknown_field', 'This worksheet has no such question.')];
    if (value === null) return [];
    return field.type === 'rows' ? rowsFit(field, value, path) : valueFits(field, value, path);
  });
}

function rowsFit(field: RowsField, value: unknown, path: string): FieldError[] {
  if (!Array.isArray(value)) return [fault(path, 'type', 'This takes a list of rows.')];
  if (value.length > MOST.rows) return [fault(path, 'too_many', `This takes at most ${MOST.rows} rows.`)];
  const columns = new Map(field.columns.map((column) => [column.key, column]));
  const seen = new Set<unknown>();
  return value.flatMap((row: unknown, index) => {
    const at = `${path}[${index}]`;
    if (typeof row !== 'object' || row === null || Array.isArray(row))
      return [fault(at, 'type', 'A row is an object with a rowId.')];
    const { rowId, ...cells } = row as Record<string, unknown>;
    const faults: FieldError[] = [];
    if (!isId(rowId)) faults.push(fault(`${at}.rowId`, 'format', 'Each row needs a rowId, a UUID.'));
    else if (seen.has(rowId)) faults.push(fault(`${at}.rowId`, 'repeated', 'Each rowId may appear once.'));
    seen.add(rowId);
    for (const [key, cell] of Object.entries(cells)) {
      const column = columns.get(key);
      if (!column) faults.push(fault(`${at}.${key}`, 'unknown_field', 'This list has no such column.'));
      else if (cell !== null) faults.push(...valueFits(column, cell, `${at}.${key}`));
    }
    return faults;
  });
}

function valueFits(field: Column, value: unknown, path: string): FieldError[] {
  switch (field.type) {
    case 'short':
    case 'long':
      if (typeof value !== 'string') return [fault(path, 'type', 'This takes text.')];
      return value.length <= MOST[field.type]
        ? []
        : [fault(path, 'too_long', `This takes at most ${MOST[field.type]} characters.`)];
    case 'scale':
      return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= 10
        ? []
        : [fault(path, 'range', 'This takes a whole number from 0 to 10.')];
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) && value >= field.min && value <= field.max
        ? []
        : [fault(path, 'range', `This takes a number from ${field.min} to ${field.max}.`)];
    case 'one':
      return isOption(field.options, value) ? [] : [fault(path, 'option', 'This is not one of the choices.')];
    case 'multi':
      if (!Array.isArray(value) || !value.every((key) => isOption(field.options, key)))
        return [fault(path, 'option', 'This takes a list of the choices.')];
      return new Set(value).size === value.length ? [] : [fault(path, 'repeated', 'Each choice may appear once.')];
    case 'date':
      return isDay(value) ? [] : [fault(path, 'format', 'This takes a day, such as 2026-03-14.')];
    case 'datetime':
      return typeof value === 'string' && isDay(WALL_TIME.exec(value)?.[1] ?? '')
        ? []
        : [fault(path, 'format', 'This takes a day and a time, such as 2026-03-14T21:30.')];
    case 'checkbox':
      return typeof value === 'boolean' ? [] : [fault(path, 'type', 'This takes true or false.')];
  }
}

const isOption = (options: readonly { key: string }[], key: unknown): boolean =>
  options.some((option) => option.key === key);

const fault = (path: string, code: string, message: string): FieldError => ({ path, code, message });

/**
 * What the reader gets: answers to questions that are asked, without blanks, without rows their author keeps back and
 * without what is kept for the session. The draft itself keeps everything.
 */
export function forSending(
  worksheet: Pick<Worksheet, 'sections'>,
  answers: Answers,
  forSession: readonly string[] = [],
): Answers {
  const sent: Answers = {};
  for (const field of shownFields(worksheet, answers)) {
    if (forSession.includes(field.key)) continue;
    const value = field.type === 'rows' ? rowsForSending(field, answers) : answers[field.key];
    if (isAnswered(value)) sent[field.key] = value;
  }
  return sent;
}

function rowsForSending(field: RowsField, answers: Answers): Row[] {
  const keep = field.sendRowsWhere;
  return rowsOf(answers[field.key])
    .filter((row) => keep === undefined || row[keep] === true)
    .map((row) => {
      const cells = shownColumns(field, row, answers)
        .filter((column) => isAnswered(row[column.key]))
        .map((column): [string, unknown] => [column.key, row[column.key]]);
      return { rowId: row.rowId, ...Object.fromEntries(cells) };
    })
    .filter((row) => Object.keys(row).length > 1);
}

const rowsOf = (value: unknown): Row[] => (Array.isArray(value) ? (value as Row[]) : []);

/** How many questions are asked, and how many of them have an answer. A count for its author and the reader, no grade. */
export function completeness(
  worksheet: Pick<Worksheet, 'sections'>,
  answers: Answers,
): { asked: number; answered: number } {
  const asked = shownFields(worksheet, answers);
  return { asked: asked.length, answered: asked.filter(({ key }) => isAnswered(answers[key])).length };
}

export type Change = 'same' | 'added' | 'removed' | 'changed';

export interface FieldDifference {
  key: string;
  change: Change;
  /** For rows, each row of either draft by its rowId, in the order of the newer draft, then those taken out. */
  rows: { rowId: string; change: Change }[];
}

/** The later draft beside the earlier one, question by question and row by row. */
export function difference(worksheet: Pick<Worksheet, 'sections'>, before: Answers, after: Answers): FieldDifference[] {
  return fieldsOf(worksheet).map((field: Field) => {
    const [was, is] = [before[field.key], after[field.key]];
    const rows = field.type === 'rows' ? rowDifference(rowsOf(was), rowsOf(is)) : [];
    return { key: field.key, change: changeOf(was, is), rows };
  });
}

function rowDifference(before: Row[], after: Row[]): { rowId: string; change: Change }[] {
  const was = new Map(before.map((row) => [row.rowId, row]));
  const now = new Set(after.map((row) => row.rowId));
  return [
    ...after.map((row) => ({ rowId: row.rowId, change: changeOf(was.get(row.rowId), row) })),
    ...before.filter((row) => !now.has(row.rowId)).map((row) => ({ rowId: row.rowId, change: 'removed' as const })),
  ];
}

function changeOf(was: unknown, is: unknown): Change {
  if (!isAnswered(was)) return isAnswered(is) ? 'added' : 'same';
  if (!isAnswered(is)) return 'removed';
  return sameValue(was, is) ? 'same' : 'changed';
}

/** Alike in content: the order of an object's keys does not count, that of a list does. */
function sameValue(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
  const keys = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...keys].every((key) => sameValue(left[key], right[key]));
}
