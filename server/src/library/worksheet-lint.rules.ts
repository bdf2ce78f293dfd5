import { pressureIn, type Pressure } from './pressure.rules.js';
import { readingGrade } from './reading.rules.js';
import { fieldsOf, type Column, type Field, type ShowIf } from './worksheet.definition.js';
import { whyNever } from './worksheet-shape.rules.js';
import { passagesOf, passagesOfField, type Definition } from './worksheet.texts.js';

/** `problem`: it is not published like this. `hint`: the author decides. */
export interface Finding {
  readonly path: string;
  readonly severity: 'problem' | 'hint';
  readonly code: string;
  /** What is the matter, in one plain sentence. */
  readonly message: string;
  readonly advice: string;
}

/** Questions in one part before it is long. A new part says what it asks before it goes on. */
export const MOST_TOGETHER = 8;
/** Hard questions in one part. */
export const MOST_HARD = 3;
/** Years of schooling. */
export const HIGHEST_GRADE = 8;
/** Below this many words a grade says nothing about a text. */
const WORDS_FOR_GRADE = 12;
/** Minutes a question takes, at the very least and at most. */
const MINUTES = { least: 0.25, most: 8 } as const;

const problem = (path: string, code: string, message: string, advice: string): Finding => ({
  ...{ path, severity: 'problem', code, message, advice },
});
const hint = (path: string, code: string, message: string, advice: string): Finding => ({
  ...{ path, severity: 'hint', code, message, advice },
});

/** What a careful colleague would say before this goes out, in the order of the sheet; what stands in the way first. */
export function lint(definition: Definition): Finding[] {
  const findings = [...sheet(definition), ...sections(definition), ...questions(definition), ...words(definition)];
  return findings.toSorted((a, b) => Number(a.severity === 'hint') - Number(b.severity === 'hint'));
}

function sheet(definition: Definition): Finding[] {
  const count = fieldsOf(definition).length;
  const findings: Finding[] = [];
  if (definition.title.trim() === '')
    findings.push(problem('title', 'title_missing', 'The worksheet has no name.', 'Give it a short, neutral one.'));
  if (count === 0)
    findings.push(problem('sections', 'nothing_asked', 'Nothing is asked yet.', 'Add a first question.'));
  const [least, most] = [Math.ceil(count * MINUTES.least), Math.max(10, count * MINUTES.most)];
  if (count > 0 && (definition.minutes < least || definition.minutes > most))
    findings.push(
      hint(
        'minutes',
        'minutes',
        `${definition.minutes} minutes for ${count} questions is hard to believe.`,
        `Between ${least} and ${most} minutes would fit. Fill it in once yourself and take the time.`,
      ),
    );
  return findings;
}

function sections({ sections: parts }: Definition): Finding[] {
  return parts.flatMap(({ title, fields }, s) => {
    const path = `sections[${s}]`;
    const name = title.trim() === '' ? `Part ${s + 1}` : `“${title}”`;
    const hard = fields.filter(({ intense }) => intense).length;
    const findings: Finding[] = [];
    if (title.trim() === '')
      findings.push(
        problem(`${path}.title`, 'title_missing', `${name} has no title.`, 'Say in a word or two what it is about.'),
      );
    if (fields.length === 0)
      findings.push(hint(path, 'empty_part', `${name} asks nothing.`, 'Take it out, or move a question into it.'));
    if (fields.length > MOST_TOGETHER)
      findings.push(
        hint(
          path,
          'no_pause',
          `${name} asks ${fields.length} questions without a pause.`,
          `Split it after at most ${MOST_TOGETHER}, so that the next part can say first what it asks.`,
        ),
      );
    if (hard > MOST_HARD)
      findings.push(
        hint(
          path,
          'too_hard',
          `${name} has ${hard} hard questions.`,
          `Leave at most ${MOST_HARD} together and put something lighter between.`,
        ),
      );
    return findings;
  });
}

function questions(definition: Definition): Finding[] {
  const before: Field[] = [];
  return definition.sections.flatMap((section, s) =>
    section.fields.flatMap((field, f) => {
      const path = `sections[${s}].fields[${f}]`;
      const name = `Question ${before.length + 1}`;
      const found = [...question(field, before, path, name)];
      if (field.type === 'rows') {
        if (field.columns.length === 0)
          found.push(
            problem(
              `${path}.columns`,
              'columns_missing',
              `${name} is a list without columns.`,
              'Add what one entry consists of.',
            ),
          );
        field.columns.forEach((column, c) =>
          found.push(
            ...question(
              column,
              [...before, ...field.columns.slice(0, c)],
              `${path}.columns[${c}]`,
              `Column ${c + 1} of question ${before.length + 1}`,
            ),
          ),
        );
      }
      before.push(field);
      return found;
    }),
  );
}

function question(field: Field | Column, before: readonly (Field | Column)[], path: string, name: string): Finding[] {
  const findings: Finding[] = [];
  if (field.label.trim() === '')
    findings.push(problem(`${path}.label`, 'label_missing', `${name} has no words.`, 'Write what is asked.'));
  if (field.type === 'one' || field.type === 'multi') {
    if (field.options.length < 2)
      findings.push(
        problem(
          `${path}.options`,
          'options_missing',
          `${name} has nothing to choose from.`,
          'Give at least two choices.',
        ),
      );
    if (field.options.some(({ label }) => label.trim() === ''))
      findings.push(
        problem(
          `${path}.options`,
          'option_blank',
          `A choice of ${name.toLowerCase()} has no words.`,
          'Write it, or take it out.',
        ),
      );
  }
  if (field.type === 'scale' && (field.low.trim() === '' || field.high.trim() === ''))
    findings.push(
      problem(
        `${path}.options`,
        'ends_missing',
        `${name} does not say what 0 and 10 mean.`,
        'Write a word for each end.',
      ),
    );
  return [...findings, ...rule(field, before, path, name)];
}

function rule(field: Field | Column, before: readonly (Field | Column)[], path: string, name: string): Finding[] {
  if (!field.showIf) return [];
  const never = whyNever(field.showIf, before);
  if (never)
    return [
      problem(`${path}.showIf`, 'never_asked', `${name} can never be asked: its rule can’t come true.`, never.message),
    ];
  const source = before.findLast(({ key }) => key === field.showIf!.field);
  if (source?.by !== undefined && source.by !== field.by)
    return [
      problem(
        `${path}.showIf`,
        'others_answer',
        `${name} hangs on what only somebody else is asked.`,
        'A rule can look only at answers of the same person: anything else would give them away.',
      ),
    ];
  if (field.showIf.op === 'in' && source && waitsForAny(field.showIf, source))
    return [
      hint(
        `${path}.showIf`,
        'any_answer',
        `${name} waits for any of the answers there are.`,
        'Say “is answered” instead: it holds when a choice is added, too.',
      ),
    ];
  return [];
}

function waitsForAny({ value }: ShowIf, source: Field | Column): boolean {
  const wanted: readonly unknown[] = Array.isArray(value) ? value : [];
  return (source.type === 'one' || source.type === 'multi') && source.options.every(({ key }) => wanted.includes(key));
}

/** "You must answer": every question can be skipped, so none may say otherwise. */
const NO_WAY_ROUND =
  /\b(?:must|have to|need to|required to)\b[^.?!]{0,20}\b(?:answer|fill|complete|finish)\b|\b(?:mandatory|compulsory|cannot be skipped|can’t be skipped|can't be skipped|no skipping|answer (?:all|every))\b/i;

const WHY_NOT: Record<Pressure['code'], string> = {
  hurry: 'It hurries. There is no timetable for this: leave the time out.',
  shame: 'It can shame. Say what happened, not what somebody is.',
  streak: 'It keeps count of somebody. Leave the counting out.',
  guilt: 'It presses by guilt. Ask, and leave a no open.',
};

function words(definition: Definition): Finding[] {
  const findings: Finding[] = [];
  for (const { path, text } of passagesOf(definition)) {
    const name = nameAt(definition, path);
    if (NO_WAY_ROUND.test(text))
      findings.push(
        problem(
          path,
          'no_way_to_skip',
          `${name} says that it has to be answered.`,
          'Every question can be skipped or kept for the session. Say so, or say nothing.',
        ),
      );
    for (const { code, quote } of pressureIn(text))
      findings.push(hint(path, `pressure_${code}`, `${name}: “${quote}” can be heard as pressure.`, WHY_NOT[code]));
  }
  definition.sections.forEach((section, s) => {
    const intro = `sections[${s}].intro`;
    if (isHard([section.intro])) findings.push(tooLong(intro, nameAt(definition, intro)));
    section.fields.forEach((field, f) => {
      const path = `sections[${s}].fields[${f}]`;
      const own = passagesOfField(field, path).filter((each) => /fields\[\d+\]\.(?:label|hint|help)$/.test(each.path));
      if (isHard(own.map(({ text }) => text))) findings.push(tooLong(`${path}.label`, nameAt(definition, path)));
    });
  });
  return findings;
}

/** What a reader calls the place: "Question 4", "Part 2", else the sheet itself. */
function nameAt({ sections: parts }: Definition, path: string): string {
  const [, part, , field] = /^sections\[(\d+)\](\.fields\[(\d+)\])?/.exec(path) ?? [];
  if (part === undefined) return 'The worksheet';
  if (field === undefined) return `Part ${Number(part) + 1}`;
  const before = parts.slice(0, Number(part)).reduce((sum, { fields }) => sum + fields.length, 0);
  return `Question ${before + Number(field) + 1}`;
}

function isHard(texts: readonly string[]): boolean {
  const text = texts.join('\n');
  return (text.match(/\p{L}+/gu) ?? []).length >= WORDS_FOR_GRADE && readingGrade(text) > HIGHEST_GRADE;
}

const tooLong = (path: string, name: string): Finding =>
  hint(
    path,
    'reading',
    `${name} reads above grade ${HIGHEST_GRADE}.`,
    'Shorter sentences and everyday words are read at night, too.',
  );
