import { comparedWith, conditionFaults } from './conditions.rules.js';
import type { Form, FormItem, ShownIf } from './form.definition.js';
import { formulasOf } from './formula.rules.js';
import {
  formFaults,
  isComputed,
  isLoinc,
  itemFaults,
  placedItems,
  releaseFaults,
  warningsOf,
  type Placed,
} from './items.rules.js';
import { optionsOf, type ValueSets } from './options.rules.js';
import { plainText } from './plain-text.rules.js';
import { type Coding, questionnaire, type Questionnaire, valueSet, type ValueSet } from './questionnaire.schema.js';
import { recognise } from './recognition.rules.js';
import { type Fault, faultsOf, openUpload } from './upload.rules.js';

/** A form that was read, or every reason why it was not, at most fifty. */
export type Import =
  | { form: Form; recognisedAs: string | null; needsMapping: boolean; warnings: string[]; faults: [] }
  | { form: null; faults: Fault[] };

const refused = (faults: readonly Fault[]): Import => ({ form: null, faults: faults.slice(0, 50) });

/**
 * Reads what was sent: an R4 Questionnaire, or a Bundle of one with its value sets. Nothing in it is carried out; wording,
 * order and options come from the file, what they score from the facts of this house.
 */
export function readUpload(sent: string): Import {
  const opened = openUpload(sent);
  if (opened.json === null) return refused(opened.faults);
  const found = resourcesIn(opened.json);
  if ('faults' in found) return refused(found.faults);
  const { at, resource, others } = found;
  const early = releaseFaults(resource, at);
  const shaped = questionnaire.safeParse(resource);
  if (!shaped.success) return refused([...early, ...faultsOf(shaped.error, at)]);
  const file = shaped.data;
  const { placed, faults: count } = placedItems(file, at);
  if (count.some(({ code }) => code === 'too_many')) return refused(count);
  const sets = valueSetsOf(file, others, at);
  const read = placed.map((each) => ({ each, ...optionsOf(each, sets.known) }));
  const faults = [
    ...early,
    ...count,
    ...formFaults(file, placed, at),
    ...itemFaults(placed),
    ...conditionFaults(placed),
    ...sets.faults,
    ...read.flatMap((one) => one.faults),
  ];
  if (faults.length > 0) return refused(faults);

  const keys = keysOf(placed);
  const items = read
    .filter(({ each }) => isQuestion(each))
    .map(({ each, options }): FormItem => ({ ...itemOf(each, keys, wordsBefore(placed, each)), options }));
  const known = recognise(file.code ?? [], items, placed, at);
  if (known.faults.length > 0) return refused(known.faults);
  const closing = closingOf(placed);
  const form: Form = {
    title: plainText(file.title ?? file.name ?? 'Untitled questionnaire').slice(0, 300),
    url: file.url ?? null,
    canonicalVersion: file.version ?? null,
    language: file.language ?? null,
    copyright: plainText(file.copyright ?? ''),
    lead: leadOf(placed),
    closing: closing.words,
    items,
    frames: placed.filter((each) => !isQuestion(each)).map(({ item }) => item.linkId),
    formulas: formulasOf(file, placed, keys),
    scoring: known.scoring,
  };
  const warnings = [...warningsOf(file, placed), ...closing.warnings, ...known.warnings].slice(0, 50);
  return { form, recognisedAs: known.code, needsMapping: known.scoring === null, warnings, faults: [] };
}

interface Found {
  at: string;
  resource: object;
  others: { json: unknown; at: string }[];
}

/** The questionnaire in what was sent, and what else came with it. */
function resourcesIn(json: object): Found | { faults: Fault[] } {
  const { resourceType, entry } = json as { resourceType?: unknown; entry?: unknown };
  const refuse = (path: string, code: string, message: string) => ({ faults: [{ path, code, message }] });
  if (resourceType === 'Questionnaire') return { at: '$', resource: json, others: [] };
  if (resourceType !== 'Bundle')
    return refuse('$.resourceType', 'not_a_questionnaire', 'A Questionnaire is needed, or a Bundle with one in it.');
  if (!Array.isArray(entry)) return refuse('$.entry', 'not_r4', 'A Bundle needs entries.');
  const resources = (entry as unknown[]).map((each, index) => ({
    at: `$.entry[${index}].resource`,
    json: typeof each === 'object' && each !== null ? (each as { resource?: unknown }).resource : undefined,
  }));
  const forms = resources.filter((each) => typeOf(each.json) === 'Questionnaire');
  const [form] = forms;
  if (!form || forms.length > 1)
    return refuse(forms[1]?.at ?? '$.entry', 'one_questionnaire', 'A Bundle has to hold one Questionnaire.');
  return { at: form.at, resource: form.json as object, others: resources.filter((each) => each !== form) };
}

const typeOf = (json: unknown): unknown =>
  typeof json === 'object' && json !== null ? (json as { resourceType?: unknown }).resourceType : undefined;

function valueSetsOf(file: Questionnaire, others: Found['others'], at: string): { known: ValueSets; faults: Fault[] } {
  const known = new Map<string, ValueSet>();
  const faults: Fault[] = [];
  const contained = (file.contained ?? []).map((json, index) => ({ json, at: `${at}.contained[${index}]`, own: true }));
  for (const { json, at: where, own } of [...contained, ...others.map((each) => ({ ...each, own: false }))]) {
    if (typeOf(json) !== 'ValueSet') continue;
    const shaped = valueSet.safeParse(json);
    if (!shaped.success) {
      faults.push(...faultsOf(shaped.error, where));
      continue;
    }
    const { id, url } = shaped.data;
    if (own && id) known.set(`#${id}`, shaped.data);
    if (url) known.set(url, shaped.data);
  }
  return { known, faults };
}

const isQuestion = ({ item: { type } }: Placed): boolean => type !== 'group' && type !== 'display';

/** A key for every item: its own LOINC code if no other item has it, else its linkId; linkIds for all where the two would meet. */
function keysOf(placed: readonly Placed[]): ReadonlyMap<string, string> {
  const codes = placed.map(({ item }) => loincOf(item.code));
  const links = placed.map(({ item }) => item.linkId);
  const once = codes.map((code) => (code !== null && codes.indexOf(code) === codes.lastIndexOf(code) ? code : null));
  const keys = links.map((link, index) => once[index] ?? link);
  return new Map(links.map((link, index) => [link, new Set(keys).size === keys.length ? keys[index]! : link]));
}

const loincOf = (codes: readonly Coding[] | undefined): string | null =>
  codes?.find(({ code, system }) => isLoinc(system) && /^\d{1,7}-\d$/.test(code ?? ''))?.code ?? null;

function itemOf(
  placed: Placed,
  keys: ReadonlyMap<string, string>,
  before: readonly Placed[],
): Omit<FormItem, 'options'> {
  const { item, parent } = placed;
  const around: Placed[] = [];
  for (let at = parent; at; at = at.parent) around.unshift(at);
  const inside = (item.item ?? []).filter(({ type }) => type === 'display');
  const words = [...before.map((each) => each.item), ...inside].map(({ text }) => plainText(text ?? ''));
  const numberOf = (name: string): number | null => {
    const found = item.extension?.find(({ url }) => url.endsWith(`/${name}`));
    return found?.valueInteger ?? found?.valueDecimal ?? null;
  };
  return {
    key: keys.get(item.linkId)!,
    linkId: item.linkId,
    text: plainText(item.text ?? ''),
    prefix: plainText(item.prefix ?? ''),
    section: around
      .map((each) => plainText(each.item.text ?? ''))
      .filter(Boolean)
      .join(' · '),
    help: words.filter(Boolean).join(' '),
    type: item.type,
    loinc: loincOf(item.code),
    required: item.required ?? false,
    repeats: (item.repeats ?? false) || around.some((each) => each.item.repeats === true),
    hidden:
      item.extension?.some(({ url, valueBoolean }) => url.endsWith('questionnaire-hidden') && valueBoolean === true) ??
      false,
    computed: isComputed(item),
    min: numberOf('minValue'),
    max: numberOf('maxValue'),
    maxLength: item.maxLength ?? null,
    shownIf: [...around, placed].flatMap((each) => shownIf(each, keys)),
  };
}

function shownIf({ item }: Placed, keys: ReadonlyMap<string, string>): ShownIf[] {
  if (!item.enableWhen?.length) return [];
  const conditions = item.enableWhen.map((condition) => {
    const [, compared] = comparedWith(condition)[0]!;
    const value =
      typeof compared === 'object' && compared !== null
        ? ((compared as Coding).code ?? (compared as Coding).display ?? (compared as { value?: number }).value ?? '')
        : (compared as string | number | boolean);
    return { item: keys.get(condition.question)!, operator: condition.operator, value };
  });
  return [{ all: item.enableBehavior === 'all', conditions }];
}

/** Displays between the question before and this one. Those before the first question lead the whole form. */
function wordsBefore(placed: readonly Placed[], each: Placed): Placed[] {
  const found: Placed[] = [];
  for (let at = placed.indexOf(each) - 1; at >= 0; at--) {
    const one = placed[at]!;
    if (isQuestion(one)) return found.reverse();
    const isHelpOfAnother = one.parent !== null && isQuestion(one.parent);
    if (one.item.type === 'display' && !isHelpOfAnother) found.push(one);
  }
  return [];
}

/** What stands after the last question that is asked. Words that hang on answers are shown to nobody, and it is said. */
function closingOf(placed: readonly Placed[]): { words: string; warnings: string[] } {
  const last = placed.findLastIndex((each) => isQuestion(each) && !isComputed(each.item));
  const after = placed
    .slice(last + 1)
    .filter(({ item, parent }) => item.type === 'display' && !(parent && isQuestion(parent)));
  const found = last < 0 ? [] : after;
  const always = found.filter(isAlwaysShown);
  return {
    words: linesOf(always),
    warnings: always.length < found.length ? ['Words after the last question that hang on answers are not shown.'] : [],
  };
}

const isAlwaysShown = ({ item, parent }: Placed): boolean =>
  !item.enableWhen?.length &&
  !item.extension?.some(({ url }) => /enableWhenExpression$|questionnaire-hidden$/.test(url)) &&
  (parent === null || isAlwaysShown(parent));

/** The words before the first question. */
function leadOf(placed: readonly Placed[]): string {
  const first = placed.findIndex(isQuestion);
  return linesOf(placed.slice(0, first === -1 ? 0 : first).filter(({ item }) => item.type === 'display'));
}

const linesOf = (displays: readonly Placed[]): string =>
  displays
    .map(({ item }) => plainText(item.text ?? ''))
    .filter(Boolean)
    .join('\n')
    .slice(0, 5000);
