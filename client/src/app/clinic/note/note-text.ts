import type { NoteDto } from '../../../api/types.gen';
import type { Choice } from '../../kit/choice';

export type NoteFormat = NoteDto['format'];
export type NoteKind = NoteDto['kind'];

/** What is written of a note, as it travels between the fields, this browser and the server. */
export interface NoteText {
  format: NoteFormat;
  sections: Record<string, string>;
}

export interface Section {
  key: string;
  label: string;
  /** What belongs here, in a few words. */
  hint: string;
}

const plan: Section = { key: 'plan', label: $localize`Plan`, hint: $localize`What comes next` };
const assessment: Section = { key: 'assessment', label: $localize`Assessment`, hint: $localize`What you make of it` };
const intervention: Section = { key: 'intervention', label: $localize`Intervention`, hint: $localize`What you did` };
const response: Section = { key: 'response', label: $localize`Response`, hint: $localize`How they took it` };

/** Sections in the order in which they are written and read. */
export const SECTIONS: Record<NoteFormat, readonly Section[]> = {
  soap: [
    { key: 'subjective', label: $localize`Subjective`, hint: $localize`What they told you` },
    { key: 'objective', label: $localize`Objective`, hint: $localize`What you saw and measured` },
    assessment,
    plan,
  ],
  dap: [{ key: 'data', label: $localize`Data`, hint: $localize`What was said and seen` }, assessment, plan],
  birp: [
    { key: 'behaviour', label: $localize`Behaviour`, hint: $localize`What they did and said` },
    intervention,
    response,
    plan,
  ],
  girp: [
    { key: 'goal', label: $localize`Goal`, hint: $localize`What you worked towards` },
    intervention,
    response,
    plan,
  ],
  pirp: [
    { key: 'problem', label: $localize`Problem`, hint: $localize`What you worked on` },
    intervention,
    response,
    plan,
  ],
  free: [{ key: 'text', label: $localize`Note`, hint: '' }],
};

export const FORMATS: readonly Choice[] = [
  { key: 'dap', label: $localize`DAP` },
  { key: 'soap', label: $localize`SOAP` },
  { key: 'birp', label: $localize`BIRP` },
  { key: 'girp', label: $localize`GIRP` },
  { key: 'pirp', label: $localize`PIRP` },
  { key: 'free', label: $localize`Plain` },
];

export const KINDS: Record<NoteKind, string> = {
  progress: $localize`Session note`,
  psychotherapy: $localize`Private note`,
  intake: $localize`Intake note`,
  risk: $localize`Risk note`,
  discharge: $localize`Discharge note`,
  plan: $localize`Treatment plan`,
};

export const emptyText = (format: NoteFormat): NoteText => ({
  format,
  sections: Object.fromEntries(SECTIONS[format].map(({ key }) => [key, ''])),
});

export const sectionLabel = (key: string): string =>
  Object.values(SECTIONS)
    .flat()
    .find((section) => section.key === key)?.label ?? key;

/**
 * The same words in another format: sections of the same name stay, the others go, in their order and under their
 * names, to the beginning of the first section. No word is lost, and a second change back keeps them too.
 */
export function reformat(text: NoteText, format: NoteFormat): NoteText {
  const next = emptyText(format);
  const homeless: string[] = [];
  for (const { key, label } of SECTIONS[text.format]) {
    const words = text.sections[key] ?? '';
    if (key in next.sections) next.sections[key] = words;
    else if (words.trim() !== '') homeless.push(text.format === 'free' ? words : `${label}: ${words}`);
  }
  const first = SECTIONS[format][0]?.key ?? '';
  next.sections[first] = [...homeless, next.sections[first]].filter((words) => words !== '').join('\n\n');
  return next;
}

/** Both texts of a section, one below the other; once where they say the same. */
export function joined(mine: NoteText, theirs: NoteText): NoteText {
  const other = theirs.format === mine.format ? theirs : reformat(theirs, mine.format);
  const sections = Object.fromEntries(
    SECTIONS[mine.format].map(({ key }) => {
      const [a, b] = [mine.sections[key] ?? '', other.sections[key] ?? ''];
      const both = a === b || a.includes(b) ? a : b.includes(a) ? b : `${a}\n\n${b}`;
      return [key, both];
    }),
  );
  return { format: mine.format, sections };
}

const words = new Intl.Segmenter('en', { granularity: 'word' });

export const countWords = (text: NoteText): number =>
  Object.values(text.sections).reduce(
    (sum, section) => sum + [...words.segment(section)].filter((part) => part.isWordLike).length,
    0,
  );

/** Sections that have words, and those that have none, by their names. */
export function filledAndEmpty(text: NoteText): { filled: string[]; empty: string[] } {
  const filled: string[] = [];
  const empty: string[] = [];
  for (const { key, label } of SECTIONS[text.format])
    ((text.sections[key] ?? '').trim() === '' ? empty : filled).push(label);
  return { filled, empty };
}
