import { answerWords } from '../../kit/answer-form/answer-words';
import { rowsOf, type AnswerRow, type Answers, type FieldDefinition } from '../../kit/answer-form/field-definition';

/** The therapist's cell of one row of a list that her client made, as a question of its own. */
export interface OwnQuestion extends FieldDefinition {
  readonly of: { readonly list: string; readonly rowId: string; readonly column: string } | null;
}

/**
 * Her own questions, one after the other. `fields`: what is hers; `asked`: what her client was asked, to call a row by
 * its words; `sent`: what he sent.
 */
export function ownQuestions(
  fields: readonly FieldDefinition[],
  asked: readonly FieldDefinition[],
  sent: Answers,
): readonly OwnQuestion[] {
  return fields.flatMap((field): OwnQuestion[] => {
    const list = asked.find(({ key }) => key === field.key);
    if (field.type !== 'rows' || !list) return [{ ...field, of: null }];
    return rowsOf(sent[field.key]).flatMap((row, index) =>
      (field.columns ?? []).map((column) => ({
        ...column,
        key: `${field.key}.${row.rowId}.${column.key}`,
        label: `${nameOf(list, row, index)}: ${column.label}`,
        showIf: null,
        of: { list: field.key, rowId: row.rowId, column: column.key },
      })),
    );
  });
}

/** What the row says of itself, else its place: "Topic 2". */
function nameOf(list: FieldDefinition, row: AnswerRow, index: number): string {
  const words = (list.columns ?? [])
    .filter(({ type }) => type !== 'checkbox')
    .map((column) => answerWords(column, row[column.key]))
    .find((each) => each !== null);
  return words ? `“${words}”` : `${list.itemLabel ?? ''} ${index + 1}`.trim();
}

/** Her answers by the keys of `ownQuestions`. */
export function flat(questions: readonly OwnQuestion[], answers: Answers): Answers {
  const cell = ({ key, of }: OwnQuestion): unknown =>
    of ? rowsOf(answers[of.list]).find(({ rowId }) => rowId === of.rowId)?.[of.column] : answers[key];
  return Object.fromEntries(questions.map((question) => [question.key, cell(question)]));
}

/** One answer put where it belongs. Cells of rows that her client has since taken out stay as they are. */
export function withAnswer(question: OwnQuestion, answers: Answers, value: unknown): Answers {
  const { of } = question;
  if (!of) return { ...answers, [question.key]: value };
  const rows = rowsOf(answers[of.list]);
  const known = rows.some(({ rowId }) => rowId === of.rowId);
  const all: readonly AnswerRow[] = known ? rows : [...rows, { rowId: of.rowId }];
  return {
    ...answers,
    [of.list]: all.map((row) => (row.rowId === of.rowId ? { ...row, [of.column]: value } : row)),
  };
}
