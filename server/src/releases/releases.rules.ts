import type { Answers, Row } from '../library/show-if.rules.js';
import {
  fieldsOf,
  isNeverShared,
  type Field,
  type RowsField,
  type Visibility,
  type Worksheet,
} from '../library/worksheet.definition.js';

/** From when an answer may be shared: at once, after the therapist has read it, or when both partners let theirs go. */
export type Moment = 'now' | 'after_review' | 'both_done';

export interface Shareable {
  key: string;
  moment: Moment;
  /** It could be shared now. */
  ready: boolean;
}

/**
 * What of a sent draft its author can share, in the order of the sheet. `chosen` is what she said when she sent it. A
 * choice is only ever kept or narrowed here: what a gated sheet asks is read by the therapist before a partner reads it.
 */
export function shareables(
  worksheet: Pick<Worksheet, 'sections' | 'gated' | 'sensitivity'>,
  answered: Readonly<Answers>,
  chosen: Readonly<Record<string, Visibility>>,
  isReviewed: boolean,
): Shareable[] {
  return fieldsOf(worksheet)
    .filter((field) => answered[field.key] !== undefined && !isNeverShared(worksheet, field))
    .map((field) => {
      const moment = momentOf(field, chosen[field.key], worksheet.gated);
      const needsReview = moment === 'after_review' || worksheet.gated;
      return { key: field.key, moment, ready: isReviewed || !needsReview };
    });
}

function momentOf(field: Field, chosen: Visibility | undefined, gated: boolean): Moment {
  switch (chosen ?? field.visibility ?? 'therapist') {
    case 'both_done':
      return 'both_done';
    case 'shared':
      return gated ? 'after_review' : 'now';
    case 'after_review':
    case 'therapist':
      return 'after_review';
  }
}

/** A release takes the place of an earlier one when it says all that one said, in its newer words. */
export const replaces = (newer: readonly string[], older: readonly string[]): boolean =>
  older.every((key) => newer.includes(key));

/** The words a partner gets of these answers: without the cells that stay between author and care team. */
export function copyOf(
  worksheet: Pick<Worksheet, 'sections' | 'sensitivity'>,
  answers: Readonly<Answers>,
  keys: readonly string[],
): Answers {
  const copy: Answers = {};
  for (const field of fieldsOf(worksheet)) {
    const value = answers[field.key];
    if (!keys.includes(field.key) || value === undefined || isNeverShared(worksheet, field)) continue;
    copy[field.key] =
      field.type === 'rows' && Array.isArray(value)
        ? (value as Row[]).map((row) => withoutOwn(worksheet, field, row))
        : value;
  }
  return copy;
}

/** A question as the partner meets it: without the columns that are never there for her. */
export const asShared = (worksheet: Pick<Worksheet, 'sensitivity'>, field: Field): Field =>
  field.type === 'rows'
    ? { ...field, columns: field.columns.filter((column) => !isNeverShared(worksheet, column)) }
    : field;

function withoutOwn(worksheet: Pick<Worksheet, 'sensitivity'>, field: RowsField, row: Row): Row {
  const own = field.columns.filter((column) => isNeverShared(worksheet, column)).map(({ key }) => key);
  return Object.fromEntries(Object.entries(row).filter(([key]) => !own.includes(key))) as Row;
}
