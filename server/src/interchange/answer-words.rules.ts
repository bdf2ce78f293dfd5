import { isAnswered, type Row } from '../library/show-if.rules.js';
import type { FieldType } from '../library/worksheet.definition.js';
import type { Answered } from '../paper/paper.definition.js';

/** What of a question is needed to put its answer into words; a question as it goes over HTTP has it as well. */
interface Question {
  readonly key: string;
  readonly type: FieldType;
  readonly label: string;
  readonly options?: readonly { key: string; label: string }[] | null;
}
interface Listed extends Question {
  readonly columns?: readonly Question[] | null;
  readonly itemLabel?: string | null;
}

export function answered(field: Listed, value: unknown): Answered {
  if (field.type !== 'rows') return { words: wordsOf(field, value), entries: [] };
  const rows = Array.isArray(value) ? (value as Row[]) : [];
  const entries = rows.map((row, index) => ({
    name: `${field.itemLabel ?? ''} ${index + 1}`.trim(),
    lines: (field.columns ?? []).flatMap((column) => {
      const words = wordsOf(column, row[column.key]);
      return words === null ? [] : [{ label: column.label.replace(/[?:…]+$/, ''), words }];
    }),
  }));
  return { words: null, entries: entries.filter(({ lines }) => lines.length > 0) };
}

/** Somebody's own cells of a list that another made: each entry by its place in that list and its first words. */
export function answeredBeside(own: Listed, cells: unknown, list: Listed, rows: unknown): Answered {
  const made = Array.isArray(rows) ? (rows as Row[]) : [];
  const mine = Array.isArray(cells) ? (cells as Row[]) : [];
  const entries = made.flatMap((row, index) => {
    const [entry] = answered(own, [mine.find(({ rowId }) => rowId === row.rowId) ?? { rowId: row.rowId }]).entries;
    const called = answered(list, [row]).entries[0]?.lines[0]?.words;
    const name = [`${list.itemLabel ?? ''} ${index + 1}`.trim(), ...(called ? [`“${called}”`] : [])].join(' ');
    return entry ? [{ name, lines: entry.lines }] : [];
  });
  return { words: null, entries };
}

/** Labels instead of keys, days written out; null when there is no answer. */
function wordsOf(column: Question, value: unknown): string | null {
  if (column.type === 'checkbox') return value === true ? 'Yes' : value === false ? 'No' : null;
  if (!isAnswered(value)) return null;
  switch (column.type) {
    case 'one':
      return labelOf(column.options, value);
    case 'multi':
      return Array.isArray(value) ? value.map((key) => labelOf(column.options, key)).join(', ') : null;
    case 'scale':
      return `${String(value)} of 10`;
    case 'date':
      return wallClock(`${String(value)}T00:00Z`, false) ?? String(value);
    case 'datetime':
      return wallClock(`${String(value).slice(0, 16)}Z`, true) ?? String(value);
    case 'short':
    case 'long':
    case 'number':
    case 'rows':
      return String(value);
  }
}

const labelOf = (options: Question['options'], key: unknown): string =>
  options?.find((option) => option.key === key)?.label ?? String(key);

/** A day or a time as it was written down: it has no zone, so none may shift it. */
function wallClock(text: string, withTime: boolean): string | null {
  const at = new Date(text);
  return Number.isNaN(at.getTime()) ? null : longDate(at, 'UTC', withTime);
}

/** "14 March 2026", or "14 March 2026 at 21:30", in this zone. */
export const longDate = (at: Date, timeZone: string, withTime: boolean): string =>
  new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone, dateStyle: 'long' },
    ...(withTime ? { timeStyle: 'short' } : {}),
  }).format(at);
