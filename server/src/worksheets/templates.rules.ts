import { ISOLATION, LIVE_LOCATION, SECRETS, SURVEILLANCE } from '../library/watches.js';
import type { Choice, Column, Field, Section, ShowIf, Watch, Worksheet } from '../library/worksheet.definition.js';
import { mustBeGated } from '../library/worksheet-care.rules.js';
import type { Definition } from '../library/worksheet.texts.js';
import type {
  ColumnInput,
  FieldInput,
  NewWorksheet,
  OptionInput,
  SectionInput,
  ShowIfInput,
  WorksheetInput,
} from './templates.dto.js';

/** Looked for in the answers of every sheet, whoever made it. */
const ALWAYS: readonly Watch[] = [SECRETS, LIVE_LOCATION, SURVEILLANCE, ISOLATION];

/** How a new worksheet begins. */
export const BLANK: Definition = {
  title: '',
  summary: '',
  audience: 'either',
  stages: [],
  minutes: 10,
  gated: false,
  contentNote: '',
  watches: ALWAYS,
  sections: [],
  reviewPrompts: [],
  safetyNote: '',
};

/** What a worksheet asks and says, without what makes it this version. */
export function definitionOf(worksheet: Worksheet): Definition {
  const { title, summary, audience, stages, minutes, gated, contentNote, sections } = worksheet;
  const { sensitivity, reviewPrompts, safetyNote, watches = [] } = worksheet;
  return {
    ...{ title, summary, audience, stages, minutes, gated, contentNote, sections, reviewPrompts, safetyNote },
    ...(sensitivity ? { sensitivity } : {}),
    watches: [...watches, ...ALWAYS.filter(({ code }) => !watches.some((watch) => watch.code === code))],
  };
}

/** What was sent, on top of what stood there. Keys that were left out are made; empty hints are none. */
export function written(before: Definition, input: WorksheetInput | NewWorksheet, newKey: () => string): Definition {
  const after: Definition = {
    title: input.title ?? before.title,
    summary: input.summary ?? before.summary,
    audience: input.audience ?? before.audience,
    stages: input.stages ?? before.stages,
    minutes: input.minutes ?? before.minutes,
    gated: input.gated ?? before.gated,
    contentNote: input.contentNote ?? before.contentNote,
    watches: before.watches ?? ALWAYS,
    sections: input.sections ? sectionsOf(input.sections, newKey) : before.sections,
    reviewPrompts: (input.reviewPrompts ?? before.reviewPrompts).filter((prompt) => prompt.trim() !== ''),
    safetyNote: input.safetyNote ?? before.safetyNote,
    ...((input.neverShared ?? before.sensitivity === 'never_shared') ? { sensitivity: 'never_shared' as const } : {}),
  };
  return { ...after, gated: after.gated || mustBeGated(after) };
}

function sectionsOf(sections: readonly SectionInput[], newKey: MakeKey): Section[] {
  return sections.map(({ key, title, intro, fields }) => ({
    key: key ?? newKey(),
    title,
    intro: intro ?? '',
    fields: fields.map((field) => fieldOf(field, newKey)),
  }));
}

/** Keys tell nothing: they stand unsealed beside rows. A key that was taken out never comes back as another question. */
type MakeKey = () => string;

function fieldOf(input: FieldInput, newKey: MakeKey): Field {
  const more = {
    ...(input.visibility && input.visibility !== 'therapist' ? { visibility: input.visibility } : {}),
    ...(input.alone ? { alone: true } : {}),
    ...(input.intense ? { intense: true } : {}),
  };
  const { type } = input;
  if (type !== 'rows') return { ...columnOf({ ...input, type }, newKey), ...more };
  return {
    ...asked(input, newKey),
    ...more,
    type: 'rows',
    itemLabel: input.itemLabel || 'Entry',
    columns: (input.columns ?? []).map((column) => columnOf(column, newKey)),
    ...(input.sendRowsWhere ? { sendRowsWhere: input.sendRowsWhere } : {}),
  };
}

function columnOf(input: ColumnInput, newKey: MakeKey): Column {
  const base = asked(input, newKey);
  const options = input.options ?? [];
  switch (input.type) {
    case 'scale': {
      const end = (key: string): string => options.find((each) => each.key === key)?.label ?? '';
      return { ...base, type: 'scale', low: end('0'), high: end('10') };
    }
    case 'one':
    case 'multi':
      return { ...base, type: input.type, options: optionsOf(options, newKey) };
    case 'number':
      return { ...base, type: 'number', min: input.min ?? 0, max: input.max ?? 100 };
    default:
      return { ...base, type: input.type };
  }
}

function asked(input: ColumnInput | FieldInput, newKey: MakeKey) {
  return {
    key: input.key ?? newKey(),
    label: input.label,
    ...(input.hint?.trim() ? { hint: input.hint } : {}),
    ...(input.help?.trim() ? { help: input.help } : {}),
    ...(input.showIf ? { showIf: ruleOf(input.showIf) } : {}),
    ...(input.by ? { by: input.by } : {}),
    ...(input.neverShared ? { sensitivity: 'never_shared' as const } : {}),
  };
}

/** Whether such an answer can be given is asked later, of the whole sheet. */
function ruleOf({ field, op, value }: ShowIfInput): ShowIf {
  if (op === 'answered') return value === false ? { field, op, value } : { field, op };
  return { field, op, value: value as NonNullable<ShowIf['value']> };
}

function optionsOf(options: readonly OptionInput[], newKey: MakeKey): Choice[] {
  return options.map(({ key, label }) => ({ key: key ?? newKey(), label }));
}
