import { SCORED } from '../instruments/registry.content.js';
import type { Extension, Questionnaire, QuestionnaireItem } from './questionnaire.schema.js';
import type { Fault } from './upload.rules.js';

/** An item where it stands: `parent` is the item it is nested in. */
export interface Placed {
  item: QuestionnaireItem;
  path: string;
  parent: Placed | null;
}

const MOST_ITEMS = 500;
const MOST_LEVELS = 8;
const ASKED = ['boolean', 'decimal', 'integer', 'date', 'dateTime', 'time', 'string', 'text', 'choice', 'open-choice'];
const KNOWN = new Set(['group', 'display', ...ASKED, 'quantity']);
const NOT_YET = new Set(['reference', 'attachment', 'url']);
const CALCULATED = /sdc-questionnaire-calculatedExpression$/;
const TOTALS = new Set(SCORED.flatMap(({ total }) => total.loinc ?? []));
export const LOINC = 'http://loinc.org';

/** Every item with its path, outermost first; faults where there are too many or they are nested too deep. */
export function placedItems({ item: roots }: Questionnaire, at: string): { placed: Placed[]; faults: Fault[] } {
  const placed: Placed[] = [];
  const faults: Fault[] = [];
  const visit = (items: readonly QuestionnaireItem[], path: string, parent: Placed | null, level: number): void => {
    for (const [index, item] of items.entries()) {
      const here = { item, path: `${path}.item[${index}]`, parent };
      placed.push(here);
      if (!item.item?.length) continue;
      if (level >= MOST_LEVELS)
        faults.push({
          path: `${here.path}.item`,
          code: 'too_deep',
          message: 'Items are nested more than 8 levels deep.',
        });
      else visit(item.item, here.path, here, level + 1);
    }
  };
  visit(roots ?? [], at, null, 1);
  if (placed.length === 0) faults.push({ path: `${at}.item`, code: 'empty', message: 'There are no items.' });
  if (placed.length > MOST_ITEMS)
    faults.push({ path: `${at}.item`, code: 'too_many', message: 'There are more than 500 items.' });
  return { placed, faults };
}

/** What is wrong with single items: types, names, elements of other releases, and what changes who sees what. */
export function itemFaults(placed: readonly Placed[]): Fault[] {
  const seen = new Set<string>();
  return placed.flatMap(({ item, path }) => {
    const faults: Fault[] = [];
    const refuse = (where: string, code: string, message: string) => faults.push({ path: path + where, code, message });
    const { linkId, type } = item;
    if (linkId.trim() === '' || linkId.length > 200 || /^(__proto__|constructor|prototype)$/.test(linkId))
      refuse('.linkId', 'link_id', 'A linkId of 1 to 200 characters is needed.');
    if (seen.has(linkId)) refuse('.linkId', 'duplicate_link_id', 'This linkId stands at another item as well.');
    seen.add(linkId);
    if (type === 'coding' || type === 'question')
      refuse('.type', 'not_r4', 'This type is not of R4; there it is called choice.');
    else if (NOT_YET.has(type)) refuse('.type', 'unsupported_type', 'Items of this type are not taken yet.');
    else if (!KNOWN.has(type)) refuse('.type', 'unknown_type', 'There is no such type of item in R4.');
    if (item.answerOption && item.answerValueSet !== undefined)
      refuse('.answerValueSet', 'two_option_lists', 'Options are listed twice, here and in answerOption.');
    for (const [index, extension] of (item.extension ?? []).entries()) {
      const fault = extensionFault(extension, isComputed(item));
      if (fault) refuse(`.extension[${index}]`, ...fault);
    }
    return faults;
  });
}

/** Elements that R4 does not have, or had under another name: only the raw file shows them. */
export function releaseFaults(json: object, at: string): Fault[] {
  const faults: Fault[] = [];
  const stack: { items: unknown; path: string }[] = [{ items: (json as { item?: unknown }).item, path: at }];
  for (let next = stack.pop(); next && faults.length < 50; next = stack.pop()) {
    if (!Array.isArray(next.items)) continue;
    for (const [index, item] of (next.items as unknown[]).entries()) {
      if (typeof item !== 'object' || item === null) continue;
      const path = `${next.path}.item[${index}]`;
      for (const name of ['option', 'options', 'answerConstraint', 'disabledDisplay'])
        if (name in item) faults.push({ path: `${path}.${name}`, code: 'not_r4', message: 'R4 has no such element.' });
      stack.push({ items: (item as { item?: unknown }).item, path });
    }
  }
  return faults;
}

/** What is wrong with the form as a whole. */
export function formFaults(form: Questionnaire, placed: readonly Placed[], at: string): Fault[] {
  const faults: Fault[] = [];
  const refuse = (where: string, code: string, message: string) => faults.push({ path: at + where, code, message });
  if (form.status === 'retired') refuse('.status', 'retired', 'This questionnaire is retired.');
  if (form.meta?.profile?.some((profile) => /adapt/i.test(profile)))
    refuse('.meta.profile', 'adaptive', 'Adaptive questionnaires are not taken.');
  for (const [index, { url, valueCode }] of (form.extension ?? []).entries()) {
    if (/questionnaire-adaptive$/.test(url))
      refuse(`.extension[${index}]`, 'adaptive', 'Adaptive questionnaires are not taken.');
    if (/assemble-expectation$/.test(url) && valueCode?.startsWith('assemble'))
      refuse(`.extension[${index}]`, 'modular', 'This form has to be put together from parts first.');
  }
  if (form.derivedFrom?.length && placed.length === 0)
    refuse('.derivedFrom', 'modular', 'This form has to be put together from parts first.');
  return faults;
}

/** Worked out from other answers, so nobody is asked: a known total, or a number that the file would calculate. */
export function isComputed({ code, type, extension }: QuestionnaireItem): boolean {
  if (code?.some((each) => TOTALS.has(each.code ?? '') && isLoinc(each.system))) return true;
  return isCalculated({ type, extension });
}

/** A number that the file would work out by a formula of its own. */
const isCalculated = ({ type, extension }: Pick<QuestionnaireItem, 'type' | 'extension'>): boolean =>
  ['decimal', 'integer', 'quantity'].includes(type) && (extension?.some(({ url }) => CALCULATED.test(url)) ?? false);

/** A code without a system is read as LOINC where it is looked up among codes that are known to be. */
export const isLoinc = (system: string | undefined): boolean => system === undefined || system === LOINC;

type Reason = [code: string, message: string];

function extensionFault({ url, valueExpression }: Extension, computed: boolean): Reason | null {
  if (/sub-?questionnaire$/i.test(url)) return ['modular', 'This form has to be put together from parts first.'];
  if (/questionnaire-adaptive$/.test(url)) return ['adaptive', 'Adaptive questionnaires are not taken.'];
  if (computed) return null;
  if (/enableWhenExpression$/.test(url))
    return [
      'enable_when_expression',
      'What shows this item is a program; showing it wrongly would change what is meant.',
    ];
  const changesDisplay = /(?:answerExpression|answerOptionsToggleExpression|cqf-expression)$/.test(url);
  if (changesDisplay && valueExpression?.language !== 'text/fhirpath')
    return ['expression_language', 'Only FHIRPath may bear on what is shown.'];
  return null;
}

const IGNORED =
  /(?:variable|calculatedExpression|enableWhenExpression|initialExpression|answerExpression|observationExtract|observationLinkPeriod|launchContext|itemExtractionContext|candidateExpression|contextExpression)$/;

/** What the file says and nobody here does, one line for each kind. */
export function warningsOf(form: Questionnaire, placed: readonly Placed[]): string[] {
  const ignored = new Map<string, number>();
  // What a formula says, and calls by name, is reported with it.
  const ofFormulas = placed.some(({ item }) => isCalculated(item)) ? /variable$/ : null;
  const extensions = placed.flatMap(({ item }) =>
    (item.extension ?? []).filter(({ url }) => !(isCalculated(item) && CALCULATED.test(url))),
  );
  for (const { url } of [...(form.extension ?? []), ...extensions]) {
    const name = ofFormulas?.test(url) ? undefined : IGNORED.exec(url)?.[0];
    if (name) ignored.set(name, (ignored.get(name) ?? 0) + 1);
  }
  const warnings = [...ignored].map(([name, count]) => `${name} is ignored (${count}).`);
  if (form.status === undefined) warnings.push('The file does not say its status.');
  if (placed.some(({ item }) => item.code?.some(({ system }) => system === undefined)))
    warnings.push('Codes without a system are read as LOINC.');
  return warnings;
}
