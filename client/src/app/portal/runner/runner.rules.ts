import { rowsOf, type AnswerRow, type Answers, type FieldDefinition } from '../../kit/answer-form/field-definition';
import type { Reader } from './readers.rules';
import { isAnswered, shownColumns, shownFields } from '../../kit/answer-form/show-if';

/** Hard questions, and questions at all, until a pause is offered. */
export const INTENSE_UNTIL_PAUSE = 3;
export const QUESTIONS_UNTIL_PAUSE = 12;

/** Characters a short and a long answer may have. */
const MOST = { short: 300, long: 8000 } as const;

/** What a sheet looks for in its texts. `refuse`: it is not kept, and the sheet waits. `warn`: a word to think about. */
export interface Watch {
  readonly code: string;
  readonly act: 'refuse' | 'warn';
  readonly pattern: string;
  readonly message: string;
}

export interface Asked extends FieldDefinition {
  readonly intense?: boolean;
  readonly sendRowsWhere?: string | null;
  readonly visibility?: Reader;
  /** Stays between its writer and the care team for good. */
  readonly neverShared?: boolean;
  readonly min?: number | null;
  readonly max?: number | null;
}

/** A page of the runner. Kept in the history as it is, so it must survive a reload. */
export type Step =
  | { readonly kind: 'note' | 'comments' | 'check' }
  | { readonly kind: 'question' | 'pause'; readonly key: string }
  | { readonly kind: 'row'; readonly key: string; readonly rowId: string };

export const question = (key: string): Step => ({ kind: 'question', key });

/** The pages between the first note and the last look, as things are answered now. A pause follows the question it names. */
export function pagesOf(fields: readonly Asked[], answers: Answers): readonly Step[] {
  const asked = shownFields(fields, answers) as readonly Asked[];
  let intense = 0;
  let sincePause = 0;
  return asked.flatMap((field, index): Step[] => {
    if (field.intense) intense += 1;
    sincePause += 1;
    const due = intense >= INTENSE_UNTIL_PAUSE || sincePause >= QUESTIONS_UNTIL_PAUSE;
    if (!due || index === asked.length - 1) return [question(field.key)];
    intense = 0;
    sincePause = 0;
    return [question(field.key), { kind: 'pause', key: field.key }];
  });
}

export const sameStep = (a: Step, b: Step): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The page after this one. After one row comes the list it is in; after the last question the look over it all. */
export function after(step: Step, pages: readonly Step[]): Step {
  if (step.kind === 'row') return question(step.key);
  const at = pages.findIndex((page) => sameStep(page, step));
  if (at >= 0) return pages[at + 1] ?? { kind: 'check' };
  // A pause that is no longer due, or a question no longer asked: on from the question it belongs to.
  const from = 'key' in step ? pages.findIndex((page) => 'key' in page && page.key === step.key) : -1;
  return pages[from + 1] ?? { kind: 'check' };
}

/** The page before this one, or null before the first. */
export function before(step: Step, pages: readonly Step[]): Step | null {
  if (step.kind === 'row') return question(step.key);
  if (step.kind === 'check') return pages.at(-1) ?? null;
  const at = pages.findIndex((page) => sameStep(page, step));
  return at > 0 ? (pages[at - 1] ?? null) : at === 0 ? { kind: 'note' } : null;
}

/** Whether a page that was left in the history still exists. */
export function isOpen(step: Step, pages: readonly Step[], answers: Answers): boolean {
  if (step.kind === 'row') {
    const rows = answers[step.key];
    return Array.isArray(rows) && rows.some((row) => (row as AnswerRow).rowId === step.rowId);
  }
  return !('key' in step) || pages.some((page) => sameStep(page, step));
}

/** Where in the questions this page is, from 1; and how many there are now. */
export function placeOf(step: Step, pages: readonly Step[]): { place: number; of: number } {
  const questions = pages.filter((page) => page.kind === 'question');
  const place = 'key' in step ? questions.findIndex((page) => 'key' in page && page.key === step.key) + 1 : 0;
  return { place, of: questions.length };
}

/** True while how many questions there are does not hang on an answer. */
export const isFixed = (fields: readonly Asked[]): boolean => fields.every((field) => !field.showIf);

/** What is wrong with an answer, if anything: too long to keep, or outside of what is asked. */
export function faultOf(field: Asked, value: unknown, answers: Answers): string | null {
  if (value === undefined || value === null) return null;
  if (field.type === 'rows') {
    const rows = Array.isArray(value) ? (value as AnswerRow[]) : [];
    for (const row of rows) {
      for (const column of shownColumns(field.columns ?? [], row, answers)) {
        const fault = faultOf(column, row[column.key], answers);
        if (fault) return `${column.label}: ${fault}`;
      }
    }
    return null;
  }
  if ((field.type === 'short' || field.type === 'long') && typeof value === 'string' && value.length > MOST[field.type])
    return $localize`This has ${value.length}:count: characters; there is room for ${MOST[field.type]}:most:.`;
  const { min, max } = field;
  if (field.type === 'number' && typeof value === 'number' && typeof min === 'number' && typeof max === 'number')
    return value >= min && value <= max ? null : $localize`This can be from ${min}:min: to ${max}:max:.`;
  return null;
}

/** What is found in the texts of one answer, with its place: the field's key, or `field.rowId.column`. */
export function seenIn(field: Asked, value: unknown, watches: readonly Watch[]): { place: string; watch: Watch }[] {
  const texts = field.type === 'rows' ? rowTexts(field, value) : [{ place: field.key, text: value }];
  return watches.flatMap((watch) => {
    const wanted = new RegExp(watch.pattern, 'iu');
    return texts
      .filter(({ text }) => typeof text === 'string' && wanted.test(text))
      .map(({ place }) => ({ place, watch }));
  });
}

const rowTexts = (field: Asked, value: unknown): { place: string; text: unknown }[] =>
  rowsOf(value).flatMap((row) =>
    (field.columns ?? [])
      .filter(({ type }) => type === 'short' || type === 'long')
      .map(({ key }) => ({ place: `${field.key}.${row.rowId}.${key}`, text: row[key] })),
  );

/** What of an answer will be sent: a row without its tick stays with its author. */
export function partToSend(field: Asked, value: unknown): unknown {
  const keep = field.sendRowsWhere;
  if (!keep || !Array.isArray(value)) return value;
  return (value as AnswerRow[]).filter((row) => row[keep] === true);
}

export const countAnswered = (fields: readonly Asked[], answers: Answers): number =>
  fields.filter((field) => isAnswered(partToSend(field, answers[field.key]))).length;
