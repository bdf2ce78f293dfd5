import type { Form, FormItem } from '../fhir/form.definition.js';
import { formulaStanding } from '../fhir/formula.rules.js';
import { REFERENCED, SCORED } from '../instruments/registry.content.js';
import type { ChangeRule, RegistryEntry, ScoringFacts } from '../instruments/scoring.definition.js';
import { type Instrument, optionsOf } from '../instruments/tracker.definition.js';
import {
  BandDto,
  changeRuleDto,
  CutoffDto,
  NO_CHANGE_RULE,
  type FormulaDto,
  type ImportedDto,
  type InstrumentDto,
  type ItemDto,
  type MappingDto,
  type ScaleFactsDto,
  type TotalNeedsDto,
} from './instruments.dto.js';
import type { Edition, FormMeasure } from './measure.js';

/** Trackers ask about the days of a week. */
const WEEK = 7;

/** A tracker as it leaves the house. */
export function trackerView(tracker: Instrument): InstrumentDto {
  const { id, code, version, title, label, validated, audience, recall, lead, higherMeans, total } = tracker;
  const inTotal = (items: readonly string[], key: string) =>
    total.of === 'items' ? items.every((item) => total.keys.includes(item)) : total.keys.includes(key);
  return {
    ...{ id, code, version, title, label, validated, audience, recall, lead, higherMeans },
    ...{ recallDays: WEEK, minIntervalDays: null },
    totalTitle: total.title,
    totalNeeds: null,
    items: tracker.items.map((item) => ({
      ...{
        key: item.key,
        linkId: item.key,
        text: item.text,
        loinc: null,
        low: item.low,
        middle: item.middle,
        high: item.high,
      },
      options: optionsOf(item),
      ...{ type: 'choice', required: false, prefix: '', section: '', help: '', shownIf: [], scoredAs: item.key },
    })),
    constructs: tracker.constructs.map(({ key, title: name, items }) => ({
      key,
      title: name,
      inTotal: inTotal(items, key),
    })),
    bands: [],
    changeRule: { ...NO_CHANGE_RULE, kind: 'own_baseline', baselineWeeks: 6, weeksInARow: 2 },
    direction: 'none',
    origin: 'built_in',
    ...{ closing: '', cutoffs: [], recognisedAs: null, needsMapping: false, askedVersion: version },
    ...{ copyright: '', language: null, url: null, fileVersion: null, fileHash: null },
  };
}

/** A form of the clinic's own, and the version of it that is asked. Who answers it is told no bands, no lines and no rule of change. */
export function formView(
  { shown: measure, askedVersion }: Edition,
  rule: ChangeRule | null,
  reader: 'care' | 'self',
): InstrumentDto {
  const { id, version, title, form, facts, hash } = measure;
  const told = reader === 'care' ? facts : null;
  return {
    ...{ id, version, title, code: codeOf(measure), label: facts?.note ?? '', validated: facts !== null },
    audience: 'either',
    ...{ recallDays: facts?.recallDays ?? null, minIntervalDays: facts?.minIntervalDays ?? null },
    ...{ recall: recallOf(facts), lead: form.lead, closing: form.closing ?? '', higherMeans: '' },
    totalTitle: facts?.title ?? title,
    items: itemsToAsk(form).map((item) => itemView(item, form)),
    totalNeeds: totalNeeds(measure),
    constructs: (facts?.subscales ?? []).map(({ key, title: name }) => ({ key, title: name, inTotal: true })),
    bands: (told?.bands ?? []).map(BandDto.of),
    cutoffs: (told?.cutoffs ?? []).map(CutoffDto.of),
    changeRule: changeRuleDto(told ? rule : null),
    direction: told?.direction ?? 'none',
    origin: 'imported',
    ...{ recognisedAs: facts?.code ?? null, needsMapping: facts === null, askedVersion },
    ...{ copyright: form.copyright, language: form.language },
    ...{ url: form.url, fileVersion: form.canonicalVersion, fileHash: hash },
  };
}

/** What stands on the screen where somebody says which scale a form is. */
export function mappingView({ id, version, title, form }: FormMeasure, known: KnownMapping | null): MappingDto {
  const asked = form.items.filter(({ computed }) => !computed).map((item) => itemView(item, form));
  const { from, fromVersion, as, items, options } = known ?? NO_MAPPING;
  const formulas = formulasView(form);
  return { id, title, version, copyright: form.copyright, asked, formulas, from, fromVersion, as, items, options };
}

/** What is told of a form that was brought, or mapped. */
export function importedView(
  { shown, askedVersion }: Edition,
  warnings: string[],
  /** Known by its codes, though somebody still has to say what its options are worth. */
  recognisedAs: string | null = null,
): ImportedDto {
  const { id, version, title, form, facts } = shown;
  return {
    ...{ id, code: codeOf(shown), version, title, needsMapping: facts === null },
    ...{ recognisedAs: recognisedAs ?? facts?.code ?? null },
    ...{ askedVersion, formulas: formulasView(form), warnings },
  };
}

const formulasView = (form: Form): FormulaDto[] =>
  (form.formulas ?? []).map((formula) => ({
    ...{ path: formula.path, linkId: formula.linkId, adds: formula.adds && { ...formula.adds } },
    ...formulaStanding(formula, form),
  }));

export type KnownMapping = Pick<MappingDto, 'from' | 'fromVersion' | 'as' | 'items' | 'options'>;

const NO_MAPPING: KnownMapping = { from: 'nothing', fromVersion: null, as: null, items: {}, options: {} };

/** The code of its scale; of a form that is none known here, its title made short. */
export const codeOf = ({ facts, title }: Pick<FormMeasure, 'facts' | 'title'>): string =>
  facts?.code ??
  (title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40) ||
    'questionnaire');

/** What a person is asked: once it is known which scale it is, the items of that scale alone; totals never. */
export function itemsToAsk({ items, scoring }: Form): FormItem[] {
  return items.filter(({ key, computed }) => !computed && (scoring === null || Object.hasOwn(scoring.items, key)));
}

export function factsView(): ScaleFactsDto[] {
  const plain = ({ code, title, itemCount, direction, recallDays, licence, text, note }: RegistryEntry) => ({
    ...{ code, title, itemCount, direction, recallDays, licence, text, note },
  });
  const scored = SCORED.map((facts) => ({
    ...plain(facts),
    scored: true,
    items: [
      ...facts.items.map((item) => ({ ...item, scored: true })),
      ...facts.unscored.map((item) => ({ ...item, reverse: false, scored: false })),
    ],
    bands: facts.bands.map(BandDto.of),
    cutoffs: facts.cutoffs.map(CutoffDto.of),
    changeRules: facts.changeRules.map(changeRuleDto),
  }));
  const named = REFERENCED.map((entry) => ({
    ...plain(entry),
    scored: false,
    items: [],
    bands: [],
    cutoffs: [],
    changeRules: [],
  }));
  return [...scored, ...named];
}

function totalNeeds({ form: { scoring }, facts }: FormMeasure): TotalNeedsDto | null {
  if (!facts || !scoring) return null;
  const keysFor = (targets: readonly string[]): string[] =>
    Object.entries(scoring.items).flatMap(([key, target]) => (targets.includes(target) ? [key] : []));
  const { needed, always } = facts.total;
  return { answers: needed, counted: keysFor(facts.items.map(({ key }) => key)), always: keysFor(always) };
}

const recallOf = (facts: ScoringFacts | null): string => (facts?.recallDays ? `past ${facts.recallDays} days` : '');

function itemView(item: FormItem, { scoring }: Form): ItemDto {
  const { key, linkId, text, loinc, type, required, prefix, section, help } = item;
  return {
    ...{ key, linkId, text, loinc, low: '', middle: '', high: '', type, required, prefix, section, help },
    options: item.options.map((option) => ({ key: option.key, text: option.text, value: option.value })),
    shownIf: item.shownIf.map(({ all, conditions }) => ({
      all,
      conditions: conditions.map(({ item: about, operator, value }) => ({
        item: about,
        operator,
        value: String(value),
      })),
    })),
    scoredAs: scoring && Object.hasOwn(scoring.items, key) ? scoring.items[key]! : null,
  };
}
