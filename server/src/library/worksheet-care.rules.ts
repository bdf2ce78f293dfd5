import { fieldsOf, isNeverShared, VISIBILITIES, type Field, type Visibility } from './worksheet.definition.js';
import type { Fault } from './worksheet-shape.rules.js';
import { passagesOf, type Definition } from './worksheet.texts.js';

interface Refusal {
  readonly code: string;
  readonly pattern: RegExp;
  readonly message: string;
}

/** What no worksheet may ask of anybody. One sentence is looked at at a time; to advise against it is no asking. */
const REFUSALS: readonly Refusal[] = [
  {
    code: 'asks_for_secrets',
    pattern:
      /\b(?:what|which|write|enter|type|give|share|list|tell|send|hand|know|exchange|swap|your|their|his|her|partner’s|partner's|every|each|all)\b[^.?!]{0,40}\b(?:pass ?(?:word|code|phrase)s?|pin(?: (?:code|number)s?)?|log-?in(?: details| data)?|unlock codes?)\b|\bpass ?(?:word|code)s?\b[^.?!]{0,30}\b(?:share|give|swap|exchange|hand over)\b|^\s*(?:my |your )?(?:pass ?(?:word|code)s?|pin)\s*[:?]?\s*$/i,
    message: 'A worksheet never asks for passwords or codes: they open things that belong to other people.',
  },
  {
    code: 'asks_to_be_followed',
    pattern:
      /\b(?:share|send|turn on|switch on|keep on|give|post|where)\b[^.?!]{0,40}\b(?:live location|location|gps|where you are at all times)\b|\b(?:live location|location sharing|tracking app|track(?:er|ing)? (?:me|you|him|her|them|the phone|your|my)|spyware|airtag|gps)\b/i,
    message: 'A worksheet never follows anybody on a map. A word before somebody leaves says enough.',
  },
  {
    code: 'forbids_help',
    pattern:
      /\b(?:do not|don’t|don't|never|not allowed to|may not|must not|no longer|stop|promise not to|agree not to|will not|won’t|won't)\b[^.?!]{0,30}\b(?:tell|talk(?:ing)? (?:to|with)|speak(?:ing)? (?:to|with)|call(?:ing)?|see(?:ing)?|meet(?:ing)?|contact(?:ing)?|visit(?:ing)?|ask(?:ing)?)\b[^.?!]{0,30}\b(?:friends?|family|parents?|mother|father|sister|brother|therapist|counsell?or|doctor|police|lawyer|help ?line|anyone|anybody|help)\b/i,
    message: 'A worksheet never shuts friends, family or help out. They stay open to everybody.',
  },
];

/** Words that turn a sentence against what it names: "a password is not kept here". */
const AGAINST = /\b(?:no|not|never|without|instead|rather than|don’t|don't|cannot|can’t|can't)\b/i;

/** Everything the sheet asks that nobody may be asked, by the place it stands at. */
export const unsafeIn = (definition: Definition): Fault[] =>
  passagesOf(definition).flatMap(({ path, text }) => {
    const sentences = text.split(/(?<=[.?!])\s+/);
    return REFUSALS.filter(({ code, pattern }) =>
      sentences.some((one) => pattern.test(one) && (code === 'forbids_help' || !AGAINST.test(one))),
    ).map(({ code, message }) => ({ path, code, message }));
  });

/** What a copy may make tighter and never looser. */
export interface Floor {
  readonly gated: boolean;
  readonly neverShared: boolean;
  readonly fields: readonly FloorField[];
}

interface FloorField {
  readonly key: string;
  readonly label: string;
  readonly neverShared: boolean;
  readonly alone: boolean;
  readonly visibility: Visibility;
  readonly columns: readonly string[];
}

export const floorOf = (definition: Definition): Floor => ({
  gated: definition.gated,
  neverShared: definition.sensitivity === 'never_shared',
  fields: fieldsOf(definition).map((field) => ({
    key: field.key,
    label: field.label,
    neverShared: isNeverShared(definition, field),
    alone: field.alone ?? false,
    visibility: field.visibility ?? 'therapist',
    columns: neverSharedColumns(field),
  })),
});

const neverSharedColumns = (field: Field): string[] =>
  field.type === 'rows'
    ? field.columns.filter(({ sensitivity }) => sensitivity === 'never_shared').map(({ key }) => key)
    : [];

/** Where a copy would show more, or to more people, than what it was copied from. A question is known by key or words. */
export function loosenedIn(definition: Definition, floor: Floor): Fault[] {
  const faults: Fault[] = [];
  if (floor.gated && !definition.gated)
    faults.push({ path: 'gated', code: 'gated', message: 'What it was copied from asks about safety first.' });
  if (floor.neverShared && definition.sensitivity !== 'never_shared')
    faults.push({ path: 'neverShared', code: 'never_shared', message: 'What it was copied from is never shared.' });
  definition.sections.forEach((section, s) =>
    section.fields.forEach((field, f) => {
      const was = floor.fields.find(({ key, label }) => key === field.key || (label !== '' && label === field.label));
      if (was) faults.push(...loosenedField(definition, field, was, `sections[${s}].fields[${f}]`));
    }),
  );
  return faults;
}

function loosenedField(definition: Definition, field: Field, was: FloorField, path: string): Fault[] {
  const faults: Fault[] = [];
  if (was.neverShared && !isNeverShared(definition, field))
    faults.push({ path: `${path}.neverShared`, code: 'never_shared', message: 'This question is never shared.' });
  if (was.alone && !field.alone)
    faults.push({ path: `${path}.alone`, code: 'alone', message: 'This question is asked of each alone.' });
  if (VISIBILITIES.indexOf(field.visibility ?? 'therapist') > VISIBILITIES.indexOf(was.visibility))
    faults.push({
      path: `${path}.visibility`,
      code: 'visibility',
      message: 'A copy can be read by fewer, not by more.',
    });
  if (field.type === 'rows')
    field.columns.forEach((column, c) => {
      if (was.columns.includes(column.key) && column.sensitivity !== 'never_shared')
        faults.push({
          path: `${path}.columns[${c}].neverShared`,
          code: 'never_shared',
          message: 'This column is never shared.',
        });
    });
  return faults;
}

/** Two people on one sheet, or an answer that comes before a partner, asks about safety first. */
export const mustBeGated = (definition: Definition): boolean =>
  definition.audience === 'joint' ||
  fieldsOf(definition).some(({ visibility }) => (visibility ?? 'therapist') !== 'therapist');
