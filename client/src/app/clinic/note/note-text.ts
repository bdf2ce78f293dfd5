import type { NoteDto } from '../../../api/types.gen';
import {
  fieldsOf,
  formatFits,
  NOTE_FORMS,
  PROGRESS_FORMS,
  type NoteField,
  type NoteGroup,
} from '../../../../../server/src/notes/note-forms.definition';
import type { Choice } from '../../kit/choice';
import { dated } from '../../kit/clock';

export type NoteFormat = NoteDto['format'];
export type NoteKind = NoteDto['kind'];

/** What is written of a note, as it travels between the fields, this browser and the server. */
export interface NoteText {
  format: NoteFormat;
  sections: Record<string, string>;
  /** When what it tells took place, where no session says so. */
  happenedAt?: string;
  /** Goals of the plan that were worked on, by their ids. */
  touchedGoals?: string[];
}

export const groupsOf = (format: NoteFormat): readonly NoteGroup[] => NOTE_FORMS[format];

const FORMATS: readonly { key: NoteFormat; label: string }[] = [
  { key: 'dap', label: $localize`DAP` },
  { key: 'soap', label: $localize`SOAP` },
  { key: 'birp', label: $localize`BIRP` },
  { key: 'girp', label: $localize`GIRP` },
  { key: 'pirp', label: $localize`PIRP` },
  { key: 'couple', label: $localize`Couple session` },
  { key: 'intake', label: $localize`Intake` },
  { key: 'risk', label: $localize`Risk assessment` },
  { key: 'discharge', label: $localize`Discharge` },
  { key: 'contact', label: $localize`Contact` },
  { key: 'free', label: $localize`Plain` },
];

export const formatLabel = (format: NoteFormat): string => FORMATS.find(({ key }) => key === format)?.label ?? format;

/** A template may begin any of them. */
export const templateFormats: readonly Choice[] = FORMATS;

export const textFieldsOf = (format: NoteFormat): NoteField[] => fieldsOf(format).filter(({ kind }) => kind === 'text');

/** The formats of a kind, its own first. A couple's form is for what both may read. */
export function formatsFor({ kind, clientId }: Pick<NoteDto, 'kind' | 'clientId'>): readonly Choice[] {
  const fits = FORMATS.filter(({ key }) => formatFits(kind, key) && (key !== 'couple' || clientId === null));
  return fits.sort((a, b) => Number(b.key === kind) - Number(a.key === kind));
}

/** Those that serve every kind: the one used last is begun with again. */
export const generalFormats: ReadonlySet<string> = new Set(Object.keys(PROGRESS_FORMS));

/** The format a kind begins with: its own form, else the one its writer used last. */
export const firstFormat = (kind: NoteKind, remembered: NoteFormat): NoteFormat =>
  FORMATS.find(({ key }) => key === kind)?.key ?? (formatFits(kind, remembered) ? remembered : 'dap');

export const KINDS: Record<NoteKind, string> = {
  progress: $localize`Session note`,
  psychotherapy: $localize`Private note`,
  intake: $localize`Intake`,
  risk: $localize`Risk assessment`,
  discharge: $localize`Discharge summary`,
  plan: $localize`Treatment plan`,
  contact: $localize`Contact note`,
};

/** What somebody may begin by hand; a session note begins from its session too, a treatment plan elsewhere. */
export const STARTED_KINDS: readonly NoteKind[] = ['progress', 'intake', 'risk', 'contact', 'discharge'];

export const emptyText = (format: NoteFormat): NoteText => ({
  format,
  sections: Object.fromEntries(fieldsOf(format).map(({ key }) => [key, ''])),
});

/** What a field says, in words: of a choice its name, of a day the day. */
export function wordsOf(field: NoteField, value: string): string {
  if (field.kind === 'choice') return field.choices?.find(({ key }) => key === value)?.label ?? value;
  if (value === '' || field.kind === 'text') return value;
  return field.kind === 'day' ? dated(value) : `${dated(value.slice(0, 10))}, ${value.slice(11)}`;
}

export interface Part {
  key: string;
  label: string;
  words: string;
}

/** A note as it is read, section by section. */
export const partsOf = ({ format, sections }: NoteText): Part[] =>
  fieldsOf(format).map((field) => ({
    key: field.key,
    label: field.label,
    words: wordsOf(field, sections[field.key] ?? ''),
  }));

export const isWritten = ({ words }: { words: string }): boolean => words.trim() !== '';

/**
 * The same words in another format: texts of the same name stay, all else goes, in its order and under its name, to the
 * beginning of the first text. No word is lost, and a second change back keeps them too.
 */
export function reformat(text: NoteText, format: NoteFormat): NoteText {
  const next = { ...text, ...emptyText(format) };
  const texts = textFieldsOf(format);
  const homeless: string[] = [];
  for (const field of fieldsOf(text.format)) {
    const words = wordsOf(field, text.sections[field.key] ?? '');
    if (field.kind === 'text' && texts.some(({ key }) => key === field.key)) next.sections[field.key] = words;
    else if (words.trim() !== '') homeless.push(text.format === 'free' ? words : `${field.label}: ${words}`);
  }
  const first = texts[0]?.key ?? '';
  next.sections[first] = [...homeless, next.sections[first]].filter((words) => words !== '').join('\n\n');
  return next;
}

/** Both texts of a section, one below the other; once where they say the same. Of two choices or days, mine. */
export function joined(mine: NoteText, theirs: NoteText): NoteText {
  const other = theirs.format === mine.format ? theirs : reformat(theirs, mine.format);
  const sections = Object.fromEntries(
    fieldsOf(mine.format).map(({ key, kind }) => {
      const [a, b] = [mine.sections[key] ?? '', other.sections[key] ?? ''];
      if (kind !== 'text') return [key, a || b];
      const both = a === b || a.includes(b) ? a : b.includes(a) ? b : `${a}\n\n${b}`;
      return [key, both];
    }),
  );
  const touched = new Set([...(mine.touchedGoals ?? []), ...(theirs.touchedGoals ?? [])]);
  return { ...mine, sections, ...(touched.size > 0 ? { touchedGoals: [...touched] } : {}) };
}

const words = new Intl.Segmenter('en', { granularity: 'word' });

export const countWords = (text: NoteText): number =>
  partsOf(text).reduce((sum, part) => sum + [...words.segment(part.words)].filter((one) => one.isWordLike).length, 0);

/** Sections that have words, and those that have none, by their names. */
export function filledAndEmpty(text: NoteText): { filled: string[]; empty: string[] } {
  const parts = partsOf(text);
  const named = (some: Part[]): string[] => some.map(({ label }) => label);
  return { filled: named(parts.filter(isWritten)), empty: named(parts.filter((part) => !isWritten(part))) };
}

/** The texts that say word for word what the note before said under the same name: taken over, and not changed yet. */
export const takenOver = (text: NoteText, last: Pick<NoteDto, 'format' | 'sections'> | null): Part[] =>
  last === null
    ? []
    : fieldsOf(text.format)
        .filter(({ key, kind }) => kind === 'text' && repeats(text.sections[key] ?? '', last.sections[key] ?? ''))
        .map(({ key, label }) => ({ key, label, words: last.sections[key] ?? '' }));

const repeats = (now: string, before: string): boolean => before.trim() !== '' && now.includes(before.trim());

/** A text begun from a template: its format, and its words wherever nothing is written. No word goes. */
export function begunFrom(text: NoteText, template: Pick<NoteText, 'format' | 'sections'>): NoteText {
  const next = text.format === template.format ? text : reformat(text, template.format);
  const sections = Object.fromEntries(
    Object.entries(next.sections).map(([key, words]) => [
      key,
      words.trim() === '' ? (template.sections[key] ?? '') : words,
    ]),
  );
  return { ...next, sections };
}

/** The words of one section of an earlier note, put where they belong in this one, below what is there. */
export function withWordsOf(text: NoteText, part: Part): NoteText {
  const texts = textFieldsOf(text.format);
  const key = texts.find((field) => field.key === part.key)?.key ?? texts[0]?.key ?? '';
  const before = text.sections[key] ?? '';
  if (repeats(before, part.words)) return text;
  const both = before.trim() === '' ? part.words : `${before}\n\n${part.words}`;
  return { ...text, sections: { ...text.sections, [key]: both } };
}
