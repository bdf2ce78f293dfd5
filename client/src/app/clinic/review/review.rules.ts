import type { FieldDto, SubmissionDto } from '../../../api/types.gen';
import { answerWords } from '../../kit/answer-form/answer-words';
import { shownFields } from '../../kit/answer-form/show-if';
import { rowsOf, type AnswerRow, type FieldDefinition } from '../../kit/answer-form/field-definition';

export type Change = 'same' | 'added' | 'removed' | 'changed';

/** A piece of an answer in words, as it is and as it was in the draft before. */
export interface Piece {
  readonly key: string;
  /** "Boundary 2"; empty for an answer that is no list. */
  readonly name: string;
  readonly now: string;
  readonly before: string;
}

/** One question of the worksheet as the reader meets it. */
export interface Line {
  readonly key: string;
  readonly place: number;
  readonly label: string;
  readonly change: Change | null;
  readonly forSession: boolean;
  readonly pieces: readonly Piece[];
  readonly answered: boolean;
}

/** Every question that was asked, in its order, with the draft before beside it where there was one. */
export function linesOf(
  fields: readonly FieldDto[],
  draft: SubmissionDto,
  before: SubmissionDto | null,
): readonly Line[] {
  const asked = shownFields(fields, draft.answers);
  const met = (field: FieldDto): boolean => [draft, before].some((each) => each?.answers[field.key] !== undefined);
  return fields
    .filter((field) => asked.includes(field) || met(field))
    .map((field, index) => {
      const pieces = piecesOf(field, draft.answers[field.key], before?.answers[field.key]);
      return {
        key: field.key,
        place: index + 1,
        label: field.label,
        change: draft.changes?.find(({ key }) => key === field.key)?.change ?? null,
        forSession: draft.forSession.includes(field.key),
        pieces,
        answered: pieces.some(({ now }) => now !== ''),
      };
    });
}

function piecesOf(field: FieldDto, now: unknown, before: unknown): readonly Piece[] {
  if (field.type !== 'rows') {
    const piece = {
      key: field.key,
      name: '',
      now: answerWords(field, now) ?? '',
      before: answerWords(field, before) ?? '',
    };
    return piece.now || piece.before ? [piece] : [];
  }
  const [rows, earlier] = [rowsOf(now), rowsOf(before)];
  const gone = earlier.filter((row) => !rows.some(({ rowId }) => rowId === row.rowId));
  return [...rows, ...gone].map((row, index) => ({
    key: row.rowId,
    name: `${field.itemLabel ?? ''} ${index + 1}`.trim(),
    now: rowWords(
      field.columns ?? [],
      rows.find(({ rowId }) => rowId === row.rowId),
    ),
    before: rowWords(
      field.columns ?? [],
      earlier.find(({ rowId }) => rowId === row.rowId),
    ),
  }));
}

/** A row as lines of "label: words". */
function rowWords(columns: readonly FieldDefinition[], row: AnswerRow | undefined): string {
  if (!row) return '';
  return columns
    .flatMap((column) => {
      const words = answerWords(column, row[column.key]);
      return words === null ? [] : [`${column.label.replace(/[?:…]+$/, '')}: ${words}`];
    })
    .join('\n');
}

/** "9 questions: 2 changed, 1 kept for the session." */
export function summaryOf(lines: readonly Line[]): string {
  const changed = lines.filter(({ change }) => change && change !== 'same').length;
  const kept = lines.filter(({ forSession }) => forSession).length;
  const parts = [
    changed ? $localize`${changed}:count: changed` : '',
    kept ? $localize`${kept}:count: kept for the session` : '',
  ].filter(Boolean);
  const answered = lines.filter((line) => line.answered).length;
  const all = $localize`${answered}:answered: of ${lines.length}:count: answered`;
  return parts.length ? `${all}; ${parts.join(', ')}.` : `${all}.`;
}
