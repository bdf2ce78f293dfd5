import type { Form, FormItem } from './form.definition.js';
import { isOption } from './options.rules.js';
import { questionnaireResponse, type ResponseAnswer, type ResponseItem } from './questionnaire.schema.js';
import { type FormAnswers, isShown } from './shown.rules.js';
import { type Fault, faultsOf, openUpload } from './upload.rules.js';

/** The part of a QuestionnaireResponse that says which form it answers and when. */
export interface ResponseHead {
  questionnaire: string | null;
  authored: string | null;
  items: readonly ResponseItem[];
  warnings: string[];
}

export type Read<T> = { value: T; faults: [] } | { value: null; faults: Fault[] };

const refused = (faults: readonly Fault[]): { value: null; faults: Fault[] } => ({
  value: null,
  faults: faults.slice(0, 50),
});
const MOST_LEVELS = 16;

/** Opens what was sent. Only answers that were given in full, and are meant, are taken. */
export function openResponse(sent: string): Read<ResponseHead> {
  const opened = openUpload(sent);
  if (opened.json === null) return refused(opened.faults);
  const shaped = questionnaireResponse.safeParse(opened.json);
  if (!shaped.success) return refused(faultsOf(shaped.error, '$'));
  const { status, questionnaire, authored, item } = shaped.data;
  const refuse = (code: string, message: string) => refused([{ path: '$.status', code, message }]);
  if (status === 'entered-in-error') return refuse('entered_in_error', 'These answers are marked as entered in error.');
  if (status !== 'completed' && status !== 'amended')
    return refuse('not_completed', 'These answers were not completed.');
  const warnings =
    status === 'amended' ? ['The answers were amended: what they were before may have been taken earlier.'] : [];
  return {
    value: { questionnaire: questionnaire ?? null, authored: authored ?? null, items: item ?? [], warnings },
    faults: [],
  };
}

/** Answers by the keys of the form, and the total the file itself names, if any. */
export interface ResponseAnswers {
  answers: FormAnswers;
  total: number | null;
  warnings: string[];
}

/**
 * Finds each answer by its linkId, never by its place. A linkId the form does not have, a code none of its options has, and a
 * number where a code belongs are reasons to refuse all of it: what is left would be another score.
 */
export function readResponse(form: Form, items: readonly ResponseItem[]): Read<ResponseAnswers> {
  const byLink = new Map(form.items.map((item) => [item.linkId, item]));
  const frames = new Set(form.frames);
  const answers: Record<string, number | string | null> = {};
  const faults: Fault[] = [];
  let total: number | null = null;
  const visit = (list: readonly ResponseItem[], path: string, level: number): void => {
    for (const [index, { linkId, answer = [], item: inside = [] }] of list.entries()) {
      const at = `${path}.item[${index}]`;
      const asked = byLink.get(linkId);
      if (level > MOST_LEVELS) faults.push({ path: at, code: 'too_deep', message: 'Nested too deep.' });
      else if (!asked && !frames.has(linkId))
        faults.push({ path: `${at}.linkId`, code: 'unknown_link_id', message: 'The form has no item of this name.' });
      else {
        if (asked?.computed) total = numberOf(answer[0]) ?? total;
        else if (asked && isCounted(form, asked)) {
          const read = readAnswer(asked, answer, at);
          if (asked.key in answers) faults.push({ path: at, code: 'answered_twice', message: 'It is answered twice.' });
          else if (typeof read === 'object' && read !== null) faults.push(read);
          else answers[asked.key] = read;
        }
        visit(inside, at, level + 1);
        for (const [place, { item = [] }] of answer.entries()) visit(item, `${at}.answer[${place}]`, level + 1);
      }
    }
  };
  visit(items, '$', 1);
  if (faults.length > 0) return refused(faults);
  if (Object.values(answers).every((each) => each === null))
    return refused([{ path: '$.item', code: 'empty', message: 'Nothing was answered.' }]);
  const warnings = [...leaveOut(form, answers), ...openOnes(form, answers)];
  return { value: { answers, total, warnings }, faults: [] };
}

const isCounted = ({ scoring }: Form, { key }: FormItem): boolean =>
  scoring !== null && Object.hasOwn(scoring.items, key);

/** One answer: points where they are known, else the key of its option; null for none; or why it cannot be taken. */
function readAnswer(item: FormItem, answer: readonly ResponseAnswer[], at: string): number | string | null | Fault {
  const [first, ...more] = answer;
  if (first === undefined) return null;
  const refuse = (code: string, message: string): Fault => ({ path: `${at}.answer[0]`, code, message });
  if (more.length > 0) return { path: `${at}.answer[1]`, code: 'answered_twice', message: 'It takes one answer.' };
  const { valueCoding, valueInteger, valueString, valueDate, valueTime } = first;
  const plain = valueInteger ?? valueString ?? valueDate ?? valueTime;
  if (!valueCoding && plain === undefined) return refuse('not_a_coding', 'The code of an option is needed.');
  const chosen = item.options.find((option) =>
    // What an option is worth is no name for it: forms count the same answers from 0 and from 1.
    valueCoding ? isOption(valueCoding, option) : option.code === null && option.key === String(plain),
  );
  if (!chosen)
    return valueCoding
      ? refuse('unknown_option', 'The item has no such option.')
      : refuse('not_a_coding', 'The code of an option is needed.');
  return chosen.value ?? chosen.key;
}

const numberOf = (answer: ResponseAnswer | undefined): number | null =>
  answer?.valueDecimal ?? answer?.valueInteger ?? answer?.valueQuantity?.value ?? null;

/** Takes out what was answered though the other answers leave it out, and says so. */
function leaveOut(form: Form, answers: Record<string, number | string | null>): string[] {
  const hidden = form.items.filter((item) => (answers[item.key] ?? null) !== null && !isShown(form, item, answers));
  for (const { key } of hidden) answers[key] = null;
  return hidden.map(({ linkId }) => `${linkId} is answered though the other answers leave it out: not counted.`);
}

const openOnes = (form: Form, answers: FormAnswers): string[] =>
  form.items
    .filter((item) => item.required && isCounted(form, item) && (answers[item.key] ?? null) === null)
    .filter((item) => isShown(form, item, answers))
    .map(({ linkId }) => `${linkId} has to be answered in the file's own words, and is not.`);
