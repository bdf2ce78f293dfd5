import { textFieldsOf, withWordsOf, type NoteText } from '../note-text';

/** Words chosen in one field of a note. `start` and `end` count characters of that field. */
export interface Passage {
  key: string;
  start: number;
  end: number;
  words: string;
}

/** What stands before words in the note they were moved into. */
const MARK = $localize`[Told alone]`;

export const marked = (words: string): string => `${MARK} ${words}`;

/** The chosen words without the blanks at either end; null when there are none. */
export function passageOf(key: string, text: string, from: number, to: number): Passage | null {
  const chosen = text.slice(from, to);
  const words = chosen.trim();
  if (words === '') return null;
  const start = from + chosen.indexOf(words);
  return { key, start, end: start + words.length, words };
}

export const isStillThere = (text: NoteText, { key, start, end, words }: Passage): boolean =>
  (text.sections[key] ?? '').slice(start, end) === words;

/** The text without the passage; two blanks that meet where it stood become one. */
export function without(text: NoteText, { key, start, end }: Passage): NoteText {
  const all = text.sections[key] ?? '';
  const [before, after] = [all.slice(0, start), all.slice(end)];
  const joint = /\s$|^$/u.test(before) ? after.replace(/^[^\S\n]+/u, '') : after;
  return withSection(text, key, before + joint);
}

/** The text with the passage back where it stood; at the end, if the text has become shorter than that. */
export function withAgain(text: NoteText, { key, start, words }: Passage): NoteText {
  const all = text.sections[key] ?? '';
  const at = Math.min(start, all.length);
  const [before, after] = [all.slice(0, at), all.slice(at)];
  const gap = (touching: boolean): string => (touching ? ' ' : '');
  return withSection(text, key, before + gap(/\S$/u.test(before)) + words + gap(/^\S/u.test(after)) + after);
}

/** The words under the same name, else in the first text, below what is there. */
export const withPassage = (text: NoteText, { key, words }: Passage): NoteText =>
  withWordsOf(text, { key, label: '', words: marked(words) });

/** The text without words that were moved into it; null when they were changed since. */
export function withoutMarked(text: NoteText, { words }: Passage): NoteText | null {
  const block = marked(words);
  const field = textFieldsOf(text.format).find(({ key }) => text.sections[key]?.includes(block));
  if (!field) return null;
  const all = text.sections[field.key] ?? '';
  return withSection(text, field.key, all.replace(`\n\n${block}`, '').replace(block, '').replace(/^\n\n/u, ''));
}

const withSection = (text: NoteText, key: string, words: string): NoteText => ({
  ...text,
  sections: { ...text.sections, [key]: words },
});
