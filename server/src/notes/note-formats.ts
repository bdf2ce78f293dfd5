import { Invalid } from '../platform/errors.js';

export const NOTE_FORMATS = ['soap', 'dap', 'birp', 'girp', 'pirp', 'free'] as const;
export type NoteFormat = (typeof NOTE_FORMATS)[number];

export const NOTE_KINDS = ['progress', 'psychotherapy', 'intake', 'risk', 'discharge', 'plan'] as const;
export type NoteKind = (typeof NOTE_KINDS)[number];

export type Sections = Record<string, string>;

/** The sections of each format, in the order in which they are written and read. */
export const SECTION_KEYS: Record<NoteFormat, readonly string[]> = {
  soap: ['subjective', 'objective', 'assessment', 'plan'],
  dap: ['data', 'assessment', 'plan'],
  birp: ['behaviour', 'intervention', 'response', 'plan'],
  girp: ['goal', 'intervention', 'response', 'plan'],
  pirp: ['problem', 'intervention', 'response', 'plan'],
  free: ['text'],
};

/** The longest section, in UTF-16 code units: some 8,000 words, so that a pasted intake fits. */
export const LONGEST_SECTION = 50_000;

/**
 * Only this format's sections, each a string of at most 50,000 code units.
 * Throws Invalid with the path `sections.<key>` of everything that does not belong.
 */
export function sectionsOf(format: NoteFormat, given: Record<string, unknown>): Sections {
  const allowed = SECTION_KEYS[format];
  const sections: Sections = {};
  const problems = [];
  for (const [key, text] of Object.entries(given)) {
    const path = `sections.${key}`;
    if (!allowed.includes(key))
      problems.push({ path, code: 'unknown_section', message: `is not a section of ${format}` });
    else if (typeof text !== 'string') problems.push({ path, code: 'not_text', message: 'must be text' });
    else if (text.length > LONGEST_SECTION)
      problems.push({ path, code: 'too_long', message: `must be at most ${LONGEST_SECTION} characters` });
    else sections[key] = text;
  }
  if (problems.length > 0) throw new Invalid(problems);
  return sections;
}

export const isEmpty = (sections: Sections): boolean => Object.values(sections).every((text) => text.trim() === '');
