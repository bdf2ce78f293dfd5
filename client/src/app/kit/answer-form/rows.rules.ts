import type { AnswerRow } from './field-definition';

/** Rows are told apart by their id alone: where a row stands, and which copy of it is at hand, may have changed. */

export const withNew = (rows: readonly AnswerRow[], rowId: string): readonly AnswerRow[] => [...rows, { rowId }];

/** `at`: where it stood; past the end it becomes the last. A row that is there already stays as it is. */
export const withBack = (rows: readonly AnswerRow[], row: AnswerRow, at: number): readonly AnswerRow[] =>
  rows.some(({ rowId }) => rowId === row.rowId) ? rows : rows.toSpliced(at, 0, row);

export const withCell = (
  rows: readonly AnswerRow[],
  rowId: string,
  column: string,
  value: unknown,
): readonly AnswerRow[] => rows.map((row) => (row.rowId === rowId ? { ...row, [column]: value } : row));

export const without = (rows: readonly AnswerRow[], rowId: string): readonly AnswerRow[] =>
  rows.filter((row) => row.rowId !== rowId);

/** One place up or down; at either end, or for a row that is gone, nothing changes. */
export function moved(rows: readonly AnswerRow[], rowId: string, by: 1 | -1): readonly AnswerRow[] {
  const from = rows.findIndex((row) => row.rowId === rowId);
  const row = rows[from];
  const to = from + by;
  return row === undefined || to < 0 || to >= rows.length ? rows : rows.toSpliced(from, 1).toSpliced(to, 0, row);
}
