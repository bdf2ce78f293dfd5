import { factsOf } from '../instruments/registry.content.js';
import type { Form, FormItem } from './form.definition.js';
import { itemFaults } from './recognition.rules.js';
import type { Fault } from './upload.rules.js';

/** What a person says of a form whose codes do not: which scale, which item is which, and what each option is worth. */
export interface Mapping {
  as: string;
  items: Readonly<Record<string, unknown>>;
  options: Readonly<Record<string, unknown>>;
}

/**
 * The form as mapped, or every reason why it cannot be. Each scored item of the scale is named once; each of its options is
 * worth something, by this mapping or by the file. What the mapping says goes before what the file says.
 */
export function applyMapping(form: Form, { as, items, options }: Mapping): { form: Form; faults: Fault[] } {
  const facts = factsOf(as);
  if (!facts)
    return { form, faults: [{ path: 'as', code: 'unknown_scale', message: 'This scale is not scored here.' }] };
  const faults: Fault[] = [];
  const refuse = (path: string, code: string, message: string): void => void faults.push({ path, code, message });
  const own = new Map(form.items.map((item) => [item.key, item]));
  const canonical = new Set([...facts.items, ...facts.unscored].map(({ key }) => key));
  const named = new Map<string, string>();
  for (const [key, target] of Object.entries(items)) {
    if (!own.has(key)) refuse(`items.${key}`, 'unknown_item', 'The form has no such item.');
    else if (typeof target !== 'string' || !canonical.has(target))
      refuse(`items.${key}`, 'unknown_item', `${facts.title} has no such item.`);
    else if ([...named.values()].includes(target))
      refuse(`items.${key}`, 'named_twice', 'Another item stands for it already.');
    else named.set(key, target);
  }
  for (const { key } of facts.items)
    if (![...named.values()].includes(key))
      refuse('items', 'item_missing', `No item stands for ${key} of ${facts.title}.`);
  const worth = readWorth(own, options, refuse);
  const mapped = form.items.map((item) => ({
    ...item,
    options: item.options.map((option) => ({ ...option, value: worth.get(item.key)?.get(option.key) ?? option.value })),
  }));
  for (const item of mapped) {
    const key = named.get(item.key);
    if (key === undefined) continue;
    const open = facts.items.some((fact) => fact.key === key) && item.options.some(({ value }) => value === null);
    if (open) refuse(`options.${item.key}`, 'value_missing', 'Nobody says what each of its options is worth.');
    else faults.push(...itemFaults(facts, item, `options.${item.key}`, key));
  }
  const scoring = { code: facts.code, factsVersion: facts.version, items: Object.fromEntries(named) };
  return { form: { ...form, items: mapped, scoring }, faults: faults.slice(0, 50) };
}

/** The mapping a form has, as a person could have said it; null for none. */
export function mappingOf({ items, scoring }: Form): KnownMapping | null {
  if (scoring === null) return null;
  const named = items.filter(({ key }) => Object.hasOwn(scoring.items, key));
  return {
    as: scoring.code,
    items: { ...scoring.items },
    options: Object.fromEntries(
      named.map(({ key, options }) => [
        key,
        Object.fromEntries(options.flatMap((option) => (option.value === null ? [] : [[option.key, option.value]]))),
      ]),
    ),
  };
}

export interface KnownMapping {
  as: string;
  items: Record<string, string>;
  options: Record<string, Record<string, number>>;
}

/**
 * The mapping of an earlier edition of a form, where it can be asked of this one: every item it names is here under the same
 * linkId, with the same options. Null where one is not; then nothing is proposed, since a part of a mapping is a guess.
 */
export function carriedOver(form: Form, earlier: Form): KnownMapping | null {
  const known = mappingOf(earlier);
  if (!known) return null;
  const before = new Map(earlier.items.map((item) => [item.key, item]));
  const isSame = (key: string): boolean => {
    const [was, now] = [before.get(key), form.items.find((item) => item.key === key)];
    return was !== undefined && now !== undefined && shapeOf(was) === shapeOf(now);
  };
  return Object.keys(known.items).every(isSame) ? known : null;
}

const shapeOf = ({ linkId, type, options }: FormItem): string =>
  JSON.stringify([linkId, type, options.map(({ key, system }) => [key, system]).sort()]);

type Refuse = (path: string, code: string, message: string) => void;

function readWorth(
  own: ReadonlyMap<string, FormItem>,
  options: Readonly<Record<string, unknown>>,
  refuse: Refuse,
): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const worth = new Map<string, ReadonlyMap<string, number>>();
  for (const [key, values] of Object.entries(options)) {
    const item = own.get(key);
    if (!item) refuse(`options.${key}`, 'unknown_item', 'The form has no such item.');
    else if (typeof values !== 'object' || values === null)
      refuse(`options.${key}`, 'value', 'Option keys and whole numbers are needed.');
    else {
      const read = new Map<string, number>();
      for (const [option, value] of Object.entries(values)) {
        if (!item.options.some((each) => each.key === option))
          refuse(`options.${key}.${option}`, 'unknown_option', 'The item has no such option.');
        else if (typeof value !== 'number' || !Number.isInteger(value))
          refuse(`options.${key}.${option}`, 'value', 'A whole number is needed.');
        else read.set(option, value);
      }
      worth.set(key, read);
    }
  }
  return worth;
}
