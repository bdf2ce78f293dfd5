import { SCORED } from '../instruments/registry.content.js';
import type { FormOption } from './form.definition.js';
import { isLoinc, type Placed } from './items.rules.js';
import { plainText } from './plain-text.rules.js';
import type { AnswerOption, Coding, Extension, ValueSet } from './questionnaire.schema.js';
import type { Fault } from './upload.rules.js';

/**
 * LOINC answers of the items known here. The same answer code is worth something else in other forms, and one item has a code
 * of its own for 2, so it counts for these items alone.
 */
const ANSWER_POINTS: Readonly<Record<string, number>> = {
  ...{ 'LA6568-5': 0, 'LA6569-3': 1, 'LA6570-1': 2, 'LA18938-3': 2, 'LA6571-9': 3 },
  ...{ 'LA6572-7': 0, 'LA6573-5': 1, 'LA6575-0': 2, 'LA6574-3': 3 },
};
const KNOWN_ITEMS = new Set(
  SCORED.flatMap(({ items, unscored }) => [...items, ...unscored].flatMap(({ loinc }) => loinc ?? [])),
);
const MOST_OPTIONS = 200;
/** Both names of one thing, the newer one first. */
const WEIGHTS = [
  'http://hl7.org/fhir/StructureDefinition/itemWeight',
  'http://hl7.org/fhir/StructureDefinition/ordinalValue',
];

/** Value sets by the names they can be asked for. */
export type ValueSets = ReadonlyMap<string, ValueSet>;

/** The options of a choice, each with what it is worth where the file or a known code says so; never by its place. */
export function optionsOf({ item, path }: Placed, sets: ValueSets): { options: FormOption[]; faults: Fault[] } {
  if (item.type !== 'choice' && item.type !== 'open-choice') return { options: [], faults: [] };
  const listed =
    item.answerValueSet === undefined
      ? fromOptions(item.answerOption ?? [], path)
      : fromSet(item.answerValueSet, sets, path);
  const known = item.code?.some(({ code, system }) => isLoinc(system) && KNOWN_ITEMS.has(code ?? '')) ?? false;
  const pointsOf = ({ system, code }: FormOption): number | null =>
    known && isLoinc(system ?? undefined) ? (ANSWER_POINTS[code ?? ''] ?? null) : null;
  const options = listed.options.map((option) => ({ ...option, value: option.value ?? pointsOf(option) }));
  const faults = listed.faults.length > 0 ? listed.faults : listFaults(options, item.type, path);
  const turned = options.filter((option) => (pointsOf(option) ?? option.value) !== option.value);
  return { options, faults: [...faults, ...turned.map((option) => disagreement(option, path))] };
}

/** What an extension says an option is worth, in the order of the two places and the two names. */
export function weightOf(...places: (readonly Extension[] | undefined)[]): number | null {
  for (const place of places) {
    for (const url of WEIGHTS) {
      const found = place?.find((extension) => extension.url === url);
      const points = found?.valueDecimal ?? found?.valueInteger;
      if (points !== undefined) return points;
    }
  }
  return null;
}

/** Of the file and the code of an answer one is wrong, and nobody here can tell which. */
const disagreement = ({ code, value }: FormOption, path: string): Fault => ({
  ...{ path, code: 'different_values' },
  message: `The file says that the answer ${code} is worth ${value}; by its code it is worth ${ANSWER_POINTS[code ?? '']}.`,
});

function fromOptions(options: readonly AnswerOption[], path: string) {
  const faults: Fault[] = [];
  const read = options.flatMap((option, index): FormOption[] => {
    const { valueCoding, valueInteger, valueString, valueDate, valueTime, extension } = option;
    if (valueCoding) {
      const made = ofCoding(valueCoding, weightOf(extension, valueCoding.extension));
      if (made) return [made];
    }
    const plain = valueInteger ?? valueString ?? valueDate ?? valueTime;
    if (plain !== undefined && !valueCoding)
      return [
        { key: String(plain), text: plainText(String(plain)), system: null, code: null, value: weightOf(extension) },
      ];
    faults.push({
      ...{ path: `${path}.answerOption[${index}]`, code: 'option_value' },
      message: 'An option needs a coding, a whole number, words, a day or a time.',
    });
    return [];
  });
  return { options: read, faults };
}

function fromSet(name: string, sets: ValueSets, path: string) {
  const refuse = (message: string) => ({
    options: [],
    faults: [{ path: `${path}.answerValueSet`, code: 'unresolved_value_set', message }],
  });
  const set = sets.get(name) ?? sets.get(name.split('|')[0]!);
  if (!set) return refuse('The value set is neither in the file nor sent along with it.');
  const includes = set.compose?.include ?? [];
  const isWhole = includes.every(
    ({ concept, filter, valueSet }) => concept?.length && !filter?.length && !valueSet?.length,
  );
  const isNested = set.expansion?.contains?.some(({ contains }) => contains?.length) ?? false;
  if (set.compose?.exclude?.length || isNested || (!set.expansion?.contains?.length && !isWhole))
    return refuse('The value set does not list its codes one by one.');
  const concepts = set.expansion?.contains?.length
    ? set.expansion.contains
    : includes.flatMap(({ system, concept }) => (concept ?? []).map((each) => ({ ...each, system })));
  const options = concepts.flatMap((concept) => ofCoding(concept, weightOf(concept.extension)) ?? []);
  return options.length === concepts.length ? { options, faults: [] } : refuse('A code of the value set is empty.');
}

function ofCoding({ system, code, display }: Coding, value: number | null): FormOption | null {
  const key = code ?? display;
  if (!key?.trim()) return null;
  return { key, text: plainText(display ?? key), system: system ?? null, code: code ?? null, value };
}

function listFaults(options: readonly FormOption[], type: string, path: string): Fault[] {
  const keys = options.map(({ key }) => key);
  if (keys.length === 0 && type === 'choice') return [{ path, code: 'no_options', message: 'A choice needs options.' }];
  if (keys.length > MOST_OPTIONS) return [{ path, code: 'too_many', message: 'There are more than 200 options.' }];
  if (keys.some((key) => key.length > 200))
    return [{ path, code: 'option_value', message: 'A code or a word of an option is too long.' }];
  return new Set(keys).size === keys.length
    ? []
    : [{ path, code: 'duplicate_option', message: 'Two options cannot be told apart.' }];
}

/** Whether an answer is this option: by code, and by system where both say theirs. */
export const isOption = ({ system, code, display }: Coding, option: FormOption): boolean =>
  (code ?? display) === option.key && (!system || !option.system || system === option.system);
