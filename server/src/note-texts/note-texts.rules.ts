import type { NoteFormat } from '../notes/note-formats.js';

export const NOTE_TEXT_KINDS = ['template', 'snippet'] as const;
export type NoteTextKind = (typeof NOTE_TEXT_KINDS)[number];

/** How many of each kind one person keeps. */
export const MOST_NOTE_TEXTS = 100;
/** The longest snippet, in UTF-16 code units. */
export const LONGEST_SNIPPET = 5_000;

/** What is typed after `;`: letters and digits of any script, and `-` between them. */
const WORD = /^[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*$/u;
const LONGEST_WORD = 30;

interface Given {
  kind: NoteTextKind;
  name: string;
  format: NoteFormat;
  sections: Record<string, string>;
  shared: boolean;
}

/** What is wrong with a text, each with its path; `taken`: the snippet words that its owner has already. */
export function faultsOfText(
  given: Given,
  taken: readonly string[],
): { path: string; code: string; message: string }[] {
  const faults = [];
  const empty = Object.values(given.sections).every((words) => words.trim() === '');
  if (empty) faults.push({ path: 'sections', code: 'required', message: 'Write what it begins with.' });
  if (given.kind === 'template') return faults;
  if (given.format !== 'free')
    faults.push({ path: 'format', code: 'of_templates', message: 'A snippet is plain text.' });
  if (given.shared) faults.push({ path: 'shared', code: 'of_templates', message: 'A snippet is its owner’s alone.' });
  if (given.name.length > LONGEST_WORD || !WORD.test(given.name))
    faults.push({ path: 'name', code: 'not_a_word', message: 'One word of letters and digits, up to 30.' });
  else if (taken.some((word) => word.toLowerCase() === given.name.toLowerCase()))
    faults.push({ path: 'name', code: 'taken', message: 'There is a snippet of that name.' });
  if ((given.sections['text'] ?? '').length > LONGEST_SNIPPET)
    faults.push({ path: 'sections.text', code: 'too_long', message: `Up to ${LONGEST_SNIPPET} characters.` });
  return faults;
}
