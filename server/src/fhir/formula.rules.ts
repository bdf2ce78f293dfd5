import { factsOf } from '../instruments/registry.content.js';
import type { ScoringFacts } from '../instruments/scoring.definition.js';
import type { Form, Formula } from './form.definition.js';
import { isComputed, type Placed } from './items.rules.js';
import { weightOf } from './options.rules.js';
import type { Extension, Questionnaire } from './questionnaire.schema.js';
import { sumOf } from './sums.rules.js';

const CALCULATED = 'sdc-questionnaire-calculatedExpression';
const VARIABLE = /\/(?:sdc-questionnaire-)?variable$/;

/** The sums a form would work out itself. They are looked at and compared, never carried out; the facts make the score. */
export function formulasOf(
  file: Questionnaire,
  placed: readonly Placed[],
  keys: ReadonlyMap<string, string>,
): Formula[] {
  const withPoints = placed.filter(bearsPoints).map(({ item }) => item.linkId);
  return placed.flatMap((each) => {
    const at = each.item.extension?.findIndex(({ url }) => url.endsWith(CALCULATED)) ?? -1;
    const { language = '', expression = '' } = each.item.extension?.[at]?.valueExpression ?? {};
    if (at < 0 || !isComputed(each.item)) return [];
    const around = { variables: variablesFor(file, each), withPoints };
    const sum = language === 'text/fhirpath' ? sumOf(expression, around) : null;
    const known = sum !== null && [...sum.adds.keys()].every((linkId) => keys.has(linkId)) ? sum : null;
    return {
      ...{ path: `${each.path}.extension[${at}]`, linkId: each.item.linkId, language },
      adds: known && Object.fromEntries([...known.adds].map(([linkId, weight]) => [keys.get(linkId)!, weight])),
      openAsNothing: known?.openAsNothing ?? false,
    };
  });
}

/** How a formula of the file stands to what the facts make of the same answers. */
export interface FormulaStanding {
  /** `same`: it adds the same items as they are; `part`: those of one subscale; `unread`: it is more than a plain sum. */
  verdict: 'same' | 'part' | 'differs' | 'unread' | 'unmapped';
  words: string;
}

/** Says of a formula that it scores nothing here, by what Kept scores instead, and whether both would come to the same. */
export function formulaStanding(formula: Formula, form: Form): FormulaStanding {
  const facts = factsOf(form.scoring?.code ?? null);
  if (!facts) {
    const words = 'Once it is said which scale this is, Kept scores by that scale’s own rules.';
    return { verdict: 'unmapped', words: `${brings(formula)} ${words}` };
  }
  const { verdict, words } = compared(formula, form, facts);
  return { verdict, words: `${brings(formula)} Kept scores by the rules of ${facts.title}. ${words}` };
}

const brings = ({ linkId }: Formula): string => `The form brings a formula of its own for ${linkId}; it is not used.`;

function compared(formula: Formula, form: Form, facts: ScoringFacts): FormulaStanding {
  const { adds, language, openAsNothing } = formula;
  if (adds === null) {
    const why =
      language === 'text/fhirpath'
        ? 'it is more than a sum of answers'
        : `it is written in ${language || 'a language it does not name'}`;
    return { verdict: 'unread', words: `The two were not compared: ${why}.` };
  }
  const open = openAsNothing ? ' It counts a question left open as nothing, which Kept never does.' : '';
  const part = facts.subscales.find(
    ({ items, op }) => op === 'sum' && differences(adds, form, facts, items).length === 0,
  );
  const found = differences(
    adds,
    form,
    facts,
    facts.items.map(({ key }) => key),
  );
  if (found.length === 0) {
    const words = `With every question answered both come to the same: it adds the ${facts.items.length} items as they are.`;
    return { verdict: 'same', words: words + open };
  }
  if (part) return { verdict: 'part', words: `It adds the items of ${part.title}, as Kept does.${open}` };
  return { verdict: 'differs', words: `The two differ: ${found.join('; ')}.${open}` };
}

/** Where a sum is not that of these items of the facts, each once, or as often as the facts count all of them. */
function differences(
  adds: Readonly<Record<string, number>>,
  form: Form,
  facts: ScoringFacts,
  wanted: readonly string[],
): string[] {
  const { op, factor } = facts.total;
  const isWhole = wanted.length === facts.items.length;
  const weight = op === 'sumTimes' && isWhole ? factor : 1;
  const targets = form.scoring?.items ?? {};
  const linkOf = (key: string): string => form.items.find((item) => item.key === key)?.linkId ?? key;
  const counted = Object.keys(targets).filter((key) => wanted.includes(targets[key]!));
  const turned = new Set(facts.items.filter(({ reverse }) => reverse).map(({ key }) => key));
  const say = (words: string, keys: readonly string[]): string[] =>
    keys.length === 0 ? [] : [`${words} ${keys.map(linkOf).join(', ')}`];
  return [
    ...say(
      'it leaves out',
      counted.filter((key) => !(key in adds)),
    ),
    ...say(
      'it also adds',
      Object.keys(adds).filter((key) => !counted.includes(key)),
    ),
    ...say(
      'it counts more or less than once',
      counted.filter((key) => key in adds && adds[key] !== weight),
    ),
    ...say(
      'it does not turn round',
      counted.filter((key) => key in adds && turned.has(targets[key]!)),
    ),
    ...(op === 'mean' && isWhole ? ['Kept takes the mean'] : []),
  ];
}

function variablesFor({ extension }: Questionnaire, each: Placed): ReadonlyMap<string, string> {
  const around: (readonly Extension[])[] = [];
  for (let at: Placed | null = each; at; at = at.parent) around.unshift(at.item.extension ?? []);
  return new Map(
    [extension ?? [], ...around].flat().flatMap(({ url, valueExpression }) => {
      const { name, language, expression } = valueExpression ?? {};
      return VARIABLE.test(url) && name && language === 'text/fhirpath' && expression ? [[name, expression]] : [];
    }),
  );
}

/** Whether the file itself gives the item's answers points: on its options, or in a list that was looked up. */
const bearsPoints = ({ item }: Placed): boolean =>
  item.answerValueSet !== undefined ||
  (item.answerOption?.some(({ extension, valueCoding }) => weightOf(extension, valueCoding?.extension) !== null) ??
    false);
