import { rowsOf, type Answers, type FieldDefinition } from '../../kit/answer-form/field-definition';

/** Questions of the apology whose answer is its author's own voice. What the partner said is not for a hint. */
const VOICED = new Set(['act', 'understood', 'responsibility', 'remorse', 'offer', 'action']);

/** One text of the letter: a question, or one column of one of its rows. */
export interface LetterText {
  readonly field: string;
  readonly rowId: string | null;
  readonly text: string;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Every text the coach may read, in the order of the worksheet; blank ones are left out. */
export function textsOf(fields: readonly FieldDefinition[], answers: Answers): LetterText[] {
  return fields
    .flatMap((field): LetterText[] => {
      const { key, columns } = field;
      if (field.type !== 'rows')
        return VOICED.has(key) ? [{ field: key, rowId: null, text: textOf(answers[key]) }] : [];
      const voiced = (columns ?? []).filter((column) => VOICED.has(column.key));
      return rowsOf(answers[key]).flatMap((row) =>
        voiced.map((column) => ({ field: key, rowId: row.rowId, text: textOf(row[column.key]) })),
      );
    })
    .filter(({ text }) => text.trim() !== '');
}

/** What the coach reads of the page on show: its own texts only. */
export const onPage = (texts: readonly LetterText[], field: string, rowId: string | null): LetterText[] =>
  texts.filter((text) => text.field === field && text.rowId === rowId);

/** Every text somewhere in somebody's answers: of questions, and of each column of each row. */
export const wordsIn = (answers: unknown): string[] => {
  if (typeof answers === 'string') return answers.trim() === '' ? [] : [answers];
  return typeof answers === 'object' && answers !== null
    ? Object.entries(answers).flatMap(([key, value]) => (key === 'rowId' ? [] : wordsIn(value)))
    : [];
};
