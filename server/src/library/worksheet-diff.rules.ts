import type { Column, Field, Section } from './worksheet.definition.js';
import type { Definition } from './worksheet.texts.js';

/** One thing that is not as it was, named so that a reader who knows neither key nor path understands it. */
export interface Difference {
  readonly change: 'added' | 'removed' | 'changed' | 'moved';
  readonly what: 'sheet' | 'part' | 'question';
  readonly name: string;
  /** What of it, each in words. */
  readonly details: string[];
}

/** From what was published last to what would be published now. Nothing was published: everything is new. */
export function differences(before: Definition | null, after: Definition): Difference[] {
  const [was, is] = [before?.sections ?? [], after.sections];
  const [old, now] = [placed(was), placed(is)];
  const found: Difference[] = [];
  if (before) {
    const details = sheetDetails(before, after);
    if (details.length > 0) found.push({ change: 'changed', what: 'sheet', name: after.title, details });
  }
  found.push(...parts(was, is));
  const kept = now
    .filter(({ field }) => old.some((each) => each.field.key === field.key))
    .map(({ field }) => field.key);
  const order = old.map(({ field }) => field.key).filter((key) => kept.includes(key));
  const moved = movedOf(order, kept);
  for (const { field, section } of now) {
    const previous = old.find((each) => each.field.key === field.key);
    const name = nameOf(field);
    if (!previous) {
      found.push({ change: 'added', what: 'question', name, details: [`In “${section.title}”`] });
      continue;
    }
    const details = questionDetails(previous.field, field);
    if (previous.section.key !== section.key) details.push(`Now in “${section.title}”`);
    if (details.length > 0) found.push({ change: 'changed', what: 'question', name, details });
    else if (moved.has(field.key)) found.push({ change: 'moved', what: 'question', name, details: [] });
  }
  for (const { field, section } of old)
    if (!now.some((each) => each.field.key === field.key))
      found.push({ change: 'removed', what: 'question', name: nameOf(field), details: [`Was in “${section.title}”`] });
  return found;
}

interface Placed {
  readonly field: Field;
  readonly section: Section;
}

const placed = (sections: readonly Section[]): Placed[] =>
  sections.flatMap((section) => section.fields.map((field) => ({ field, section })));

const nameOf = ({ label }: Pick<Field, 'label'>): string => label.trim() || 'A question without words';

/** Those that changed places: what is left when the longest run that kept its order is taken out. */
function movedOf(before: readonly string[], after: readonly string[]): Set<string> {
  const best: string[][] = [];
  after.forEach((key, i) => {
    const runs = best.slice(0, i).filter((run) => before.indexOf(run.at(-1)!) < before.indexOf(key));
    best.push([...runs.reduce<string[]>((a, b) => (b.length > a.length ? b : a), []), key]);
  });
  const longest = best.reduce<string[]>((a, b) => (b.length > a.length ? b : a), []);
  return new Set(after.filter((key) => !longest.includes(key)));
}

function parts(was: readonly Section[], is: readonly Section[]): Difference[] {
  const found = is.flatMap((section): Difference[] => {
    const old = was.find(({ key }) => key === section.key);
    const base = { what: 'part', name: section.title } as const;
    if (!old) return [{ ...base, change: 'added', details: [] }];
    const details = [...said('Title', old.title, section.title), ...said('Introduction', old.intro, section.intro)];
    return details.length > 0 ? [{ ...base, change: 'changed', details }] : [];
  });
  const gone = was.filter(({ key }) => !is.some((section) => section.key === key));
  return [
    ...found,
    ...gone.map(({ title }): Difference => ({ change: 'removed', what: 'part', name: title, details: [] })),
  ];
}

const said = (what: string, before: string | undefined, after: string | undefined): string[] =>
  (before ?? '') === (after ?? '') ? [] : [`${what}: “${before ?? ''}” is now “${after ?? ''}”`];

const turned = (before: unknown, after: unknown, on: string, off: string): string[] =>
  Boolean(before) === Boolean(after) ? [] : [after ? on : off];

function sheetDetails(before: Definition, after: Definition): string[] {
  return [
    ...said('Name', before.title, after.title),
    ...said('Summary', before.summary, after.summary),
    ...said('Before the first question', before.contentNote, after.contentNote),
    ...said('For', before.audience, after.audience),
    ...said('Minutes', String(before.minutes), String(after.minutes)),
    ...said('Stages', before.stages.join(', '), after.stages.join(', ')),
    ...turned(before.gated, after.gated, 'Asks about safety first', 'No longer asks about safety first'),
    ...turned(before.sensitivity, after.sensitivity, 'Never shared with a partner', 'Can be shared with a partner'),
    ...said('Safety note', before.safetyNote, after.safetyNote),
    ...said('To look for', before.reviewPrompts.join(' · '), after.reviewPrompts.join(' · ')),
  ];
}

function questionDetails(before: Field, after: Field): string[] {
  const columnsOf = (field: Field): readonly Column[] => (field.type === 'rows' ? field.columns : []);
  const [old, now] = [columnsOf(before), columnsOf(after)];
  return [
    ...ownDetails(before, after),
    ...said('Read by', before.visibility ?? 'therapist', after.visibility ?? 'therapist'),
    ...turned(before.alone, after.alone, 'Asked of each alone', 'Asked on a sheet of two as well'),
    ...now.flatMap((column) => {
      const previous = old.find(({ key }) => key === column.key);
      if (!previous) return [`New column “${column.label}”`];
      return ownDetails(previous, column).map((detail) => `Column “${column.label}”: ${detail}`);
    }),
    ...old
      .filter(({ key }) => !now.some((column) => column.key === key))
      .map(({ label }) => `Column “${label}” is gone`),
  ];
}

function ownDetails(before: Field | Column, after: Field | Column): string[] {
  return [
    ...said('Words', before.label, after.label),
    ...said('Hint', before.hint, after.hint),
    ...said('Help', before.help, after.help),
    ...said('Kind of answer', before.type, after.type),
    ...said('Choices', choices(before), choices(after)),
    ...turned(before.intense, after.intense, 'Now a hard question', 'No longer a hard question'),
    ...said('Asked of', before.by, after.by),
    ...turned(before.sensitivity, after.sensitivity, 'Never shared', 'Can be shared'),
    ...(JSON.stringify(before.showIf ?? null) === JSON.stringify(after.showIf ?? null)
      ? []
      : ['When it is asked has changed']),
  ];
}

function choices(field: Field | Column): string {
  if (field.type === 'one' || field.type === 'multi') return field.options.map(({ label }) => label).join(', ');
  if (field.type === 'scale') return `0 ${field.low}, 10 ${field.high}`;
  return field.type === 'number' ? `${field.min} to ${field.max}` : '';
}
