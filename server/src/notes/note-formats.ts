import { Invalid } from '../platform/errors.js';
import { fieldsOf, formatFits, type NoteField } from './note-forms.definition.js';

export const NOTE_FORMATS = [
  'soap',
  'dap',
  'birp',
  'girp',
  'pirp',
  'free',
  'couple',
  'intake',
  'risk',
  'discharge',
  'contact',
] as const;
export type NoteFormat = (typeof NOTE_FORMATS)[number];

export const NOTE_KINDS = ['progress', 'psychotherapy', 'intake', 'risk', 'discharge', 'plan', 'contact'] as const;
export type NoteKind = (typeof NOTE_KINDS)[number];

export type Sections = Record<string, string>;

/** The longest section, in UTF-16 code units: some 8,000 words, so that a pasted intake fits. */
export const LONGEST_SECTION = 50_000;
/** All sections together, likewise. */
export const LONGEST_NOTE = 200_000;

const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const MOMENT = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d$/;

/** What is wrong with the words of a field; null when nothing is. An empty field says nothing. */
function wrongIn(field: NoteField, words: string): { code: string; message: string } | null {
  if (words.length > LONGEST_SECTION)
    return { code: 'too_long', message: `must be at most ${LONGEST_SECTION} characters` };
  if (words === '') return null;
  if (field.kind === 'choice' && !field.choices?.some(({ key }) => key === words))
    return { code: 'unknown_choice', message: 'is not one of its choices' };
  if (field.kind === 'day' && !DAY.test(words)) return { code: 'not_a_day', message: 'must be a day: YYYY-MM-DD' };
  if (field.kind === 'moment' && !MOMENT.test(words))
    return { code: 'not_a_moment', message: 'must be a day and a time: YYYY-MM-DDTHH:mm' };
  return null;
}

/**
 * Only this format's sections, each a string of at most 50,000 code units and together at most 200,000; a choice, day
 * or time only as its form has it. Throws Invalid with the path `sections.<key>` of everything that does not belong.
 */
export function sectionsOf(format: NoteFormat, given: Record<string, unknown>): Sections {
  const fields = new Map(fieldsOf(format).map((field) => [field.key, field]));
  const sections: Sections = {};
  const problems = [];
  for (const [key, text] of Object.entries(given)) {
    const path = `sections.${key}`;
    const field = fields.get(key);
    if (!field) problems.push({ path, code: 'unknown_section', message: `is not a section of ${format}` });
    else if (typeof text !== 'string') problems.push({ path, code: 'not_text', message: 'must be text' });
    else {
      const wrong = wrongIn(field, text);
      if (wrong) problems.push({ path, ...wrong });
      sections[key] = text;
    }
  }
  const length = Object.values(sections).reduce((sum, { length }) => sum + length, 0);
  if (length > LONGEST_NOTE)
    problems.push({ path: 'sections', code: 'too_long', message: `must be at most ${LONGEST_NOTE} characters` });
  if (problems.length > 0) throw new Invalid(problems);
  return sections;
}

/** Every section of the format, those that were not given empty. Throws like `sectionsOf`. */
export const wholeText = (format: NoteFormat, given: Record<string, unknown>): Sections => ({
  ...Object.fromEntries(fieldsOf(format).map(({ key }) => [key, ''])),
  ...sectionsOf(format, given),
});

/** Throws Invalid at `format` where that form is another kind of note's. */
export function mustFit(kind: NoteKind, format: NoteFormat): void {
  if (!formatFits(kind, format))
    throw new Invalid([{ path: 'format', code: 'of_another_kind', message: `is not a format of ${kind}` }]);
}

export const isEmpty = (sections: Sections): boolean => Object.values(sections).every((text) => text.trim() === '');
