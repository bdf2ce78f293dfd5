import { SCORED } from '../instruments/registry.content.js';
import type { ScoringFacts } from '../instruments/scoring.definition.js';
import type { FormItem, FormScoring } from './form.definition.js';
import { isLoinc, type Placed } from './items.rules.js';
import type { Coding } from './questionnaire.schema.js';
import type { Fault } from './upload.rules.js';

/** `scoring` is null for a form that is no scale known here, or whose codes or values somebody has to say first. */
export interface Recognition {
  code: string | null;
  scoring: FormScoring | null;
  faults: Fault[];
  warnings: string[];
}

const NOTHING: Recognition = { code: null, scoring: null, faults: [], warnings: [] };

/**
 * Which scale a form is: by the LOINC code of the panel together with the full set of the codes of its items. A form that
 * calls itself one of them and is another is refused; one that has no item codes is for a person to map.
 */
export function recognise(
  panels: readonly Coding[],
  items: readonly FormItem[],
  places: readonly Placed[],
  at: string,
): Recognition {
  const facts = SCORED.find(
    ({ panel }) => panel !== null && panels.some(({ code, system }) => code === panel && isLoinc(system)),
  );
  if (!facts) return NOTHING;
  const known = new Set([...facts.items, ...facts.unscored].map(({ loinc }) => loinc));
  const own = items.filter(({ computed }) => !computed);
  if (own.every(({ loinc }) => loinc === null))
    return { ...NOTHING, warnings: [`The form says it is ${facts.title}, but its items have no codes.`] };

  const faults = [
    ...missing(facts, own, at),
    ...own.flatMap((item) => {
      const path = places.find((each) => each.item.linkId === item.linkId)?.path ?? at;
      return known.has(item.loinc) ? itemFaults(facts, item, path) : extraFaults(facts, item, path);
    }),
  ];
  if (faults.length > 0) return { ...NOTHING, code: facts.code, faults };
  const counted = own.filter(({ loinc }) => known.has(loinc));
  const warnings = own
    .filter((item) => !known.has(item.loinc))
    .map(({ linkId }) => `Item ${linkId} is no part of ${facts.title} and is left out.`);
  const isWhole = counted.every(
    ({ loinc, options }) => !isScored(facts, loinc) || options.every(({ value }) => value !== null),
  );
  if (!isWhole)
    return {
      code: facts.code,
      scoring: null,
      faults,
      warnings: [...warnings, 'Nobody says what the options are worth.'],
    };
  const keys = Object.fromEntries(counted.map(({ key, loinc }) => [key, loinc!]));
  return {
    code: facts.code,
    scoring: { code: facts.code, factsVersion: facts.version, items: keys },
    faults,
    warnings,
  };
}

/**
 * What keeps an item from standing for one of the facts: it has to be a single choice, shown to everyone, with as many
 * options as the scale has, each worth something else.
 */
export function itemFaults(
  facts: ScoringFacts,
  item: FormItem,
  path: string,
  key: string | null = item.loinc,
): Fault[] {
  const fact = facts.items.find((each) => each.key === key);
  if (!fact) return [];
  const refuse = (code: string, message: string): Fault[] => [{ path, code, message }];
  if (item.type !== 'choice' || item.repeats)
    return refuse('different_options', 'A scored item is a choice of one option.');
  if (item.shownIf.length > 0)
    return refuse('conditional_item', 'A scored item that is not always shown would change what a score means.');
  const count = fact.max - fact.min + 1;
  if (item.options.length !== count) return refuse('different_options', `${facts.title} has ${count} options here.`);
  const values = item.options.flatMap(({ value }) => value ?? []);
  const fits = values.every((value) => Number.isInteger(value) && value >= fact.min && value <= fact.max);
  if (!fits || new Set(values).size !== values.length)
    return refuse(
      'different_values',
      `The options of ${facts.title} are worth ${fact.min} to ${fact.max}, each its own.`,
    );
  return [];
}

const isScored = (facts: ScoringFacts, loinc: string | null): boolean =>
  facts.items.some((each) => each.loinc === loinc);

function missing(facts: ScoringFacts, own: readonly FormItem[], at: string): Fault[] {
  return facts.items.flatMap(({ loinc }) => {
    const count = own.filter((item) => item.loinc === loinc).length;
    if (count === 1) return [];
    const which = count === 0 ? 'is missing' : `stands here ${count} times`;
    return [
      {
        path: `${at}.item`,
        code: 'wrong_items',
        message: `${facts.title} has ${facts.items.length} items; ${loinc} ${which}.`,
      },
    ];
  });
}

function extraFaults(facts: ScoringFacts, item: FormItem, path: string): Fault[] {
  return item.options.some(({ value }) => value !== null)
    ? [{ path, code: 'extra_scored_item', message: `${facts.title} has no such scored item.` }]
    : [];
}
