import { IsIn, IsObject, IsOptional, IsString, Length } from 'class-validator';
import type { FormulaStanding } from '../fhir/formula.rules.js';
import { type Band, type ChangeRule, type Cutoff, type RegistryEntry } from '../instruments/scoring.definition.js';
import { PageQuery } from '../platform/paging.js';

export class OptionDto {
  key: string;
  text: string;
  /** Points; null while nobody has said what it is worth. */
  value: number | null;
}

/** When an item is asked: all or any of its conditions. */
export class ShownIfDto {
  all: boolean;
  conditions: ShownWhenDto[];
}

export class ShownWhenDto {
  item: string;
  operator: string;
  value: string;
}

export class ItemDto {
  key: string;
  linkId: string;
  text: string;
  loinc: string | null;
  /** Words of the two ends and the middle; empty where each option has its own. */
  low: string;
  middle: string;
  high: string;
  options: OptionDto[];
  /** FHIR type: `choice` and `open-choice` have options. */
  type: string;
  required: boolean;
  prefix: string;
  section: string;
  help: string;
  shownIf: ShownIfDto[];
  /** Key of the scale's item it stands for; null where it is not counted. */
  scoredAs: string | null;
}

export class ConstructDto {
  key: string;
  title: string;
  inTotal: boolean;
}

export class BandDto {
  code: string;
  lo: number;
  hi: number;

  static of = ({ code, lo, hi }: Band): BandDto => ({ code, lo, hi });
}

/** `case` is the line between the sides that a recovery crosses. */
export class CutoffDto {
  op: '>=' | '>' | '<' | '<=';
  value: number;
  meaning: string;
  source: string;
  caseness: boolean;

  static of = ({ op, value, meaning, source, caseness }: Cutoff): CutoffDto => ({
    op,
    value,
    meaning,
    source,
    caseness,
  });
}

/**
 * How change is read: `own_baseline` compares a person with that person's own first weeks, nothing else; the others are
 * published, or derived from what was published; `none` reads none.
 */
export class ChangeRuleDto {
  kind: 'own_baseline' | 'RCI' | 'MCID' | 'convention' | 'derived' | 'none';
  baselineWeeks: number;
  weeksInARow: number;
  rule: string | null;
  ruleVersion: number | null;
  threshold: number | null;
  source: string | null;
  /** `alpha` gives narrower limits than `retest`; null where the source was not seen to say. */
  reliability: number | null;
  reliabilityKind: 'alpha' | 'retest' | null;
  /** What reaching the threshold may be called. */
  name: 'reliable' | 'noticeable' | 'derived' | null;
}

export const NO_CHANGE_RULE: ChangeRuleDto = {
  ...{ kind: 'none' as const, baselineWeeks: 0, weeksInARow: 0, rule: null, ruleVersion: null, threshold: null },
  ...{ source: null, reliability: null, reliabilityKind: null, name: null },
};

export const changeRuleDto = (rule: ChangeRule | null): ChangeRuleDto =>
  rule === null
    ? NO_CHANGE_RULE
    : {
        ...{ kind: rule.kind, baselineWeeks: 0, weeksInARow: 0, rule: rule.code, ruleVersion: rule.version },
        ...{ threshold: rule.threshold, source: rule.source, name: rule.name },
        reliability: rule.reliability?.value ?? null,
        reliabilityKind: rule.reliability?.kind ?? null,
      };

/** What a total rests on: at least `answers` of the `counted` items, and all of `always`; with fewer than all it is an estimate. */
export class TotalNeedsDto {
  answers: number;
  counted: string[];
  always: string[];
}

/** `asked=true`: each in the version that is asked, and none that nobody can be asked yet. */
export class InstrumentsQuery extends PageQuery {
  @IsOptional() @IsIn(['true', 'false']) asked?: 'true' | 'false';
}

/** A tracker has no bands and no cut-offs; of a published scale a client is told neither. */
export class InstrumentDto {
  id: string;
  code: string;
  version: number;
  title: string;
  label: string;
  validated: boolean;
  audience: 'injured' | 'involved' | 'either';
  recall: string;
  /** How many days its questions look back on, and the fewest from one set of answers to the next; null where neither is known. */
  recallDays: number | null;
  minIntervalDays: number | null;
  lead: string;
  /** Words after the last question. */
  closing: string;
  higherMeans: string;
  totalTitle: string;
  items: ItemDto[];
  /** Null for a tracker, and while nobody has said which scale it is. */
  totalNeeds: TotalNeedsDto | null;
  constructs: ConstructDto[];
  bands: BandDto[];
  changeRule: ChangeRuleDto;
  cutoffs: CutoffDto[];
  direction: 'higher_better' | 'lower_better' | 'none';
  origin: 'built_in' | 'imported';
  recognisedAs: string | null;
  needsMapping: boolean;
  /** The version that is asked: an earlier one while this one waits for somebody to say what it is; null while none can be. */
  askedVersion: number | null;
  copyright: string;
  language: string | null;
  /** Of the file: its own address and version, and SHA-256 of its text in hex. */
  url: string | null;
  fileVersion: string | null;
  fileHash: string | null;
}

/**
 * A sum the file would work out itself, which scores nothing here. `adds`: keys of items to how often each counts, null for
 * what is more than a plain sum; `words`: how it stands to what Kept scores.
 */
export class FormulaDto {
  path: string;
  linkId: string;
  verdict: FormulaStanding['verdict'];
  words: string;
  adds: Record<string, unknown> | null;
}

export class ImportedDto {
  id: string;
  code: string;
  version: number;
  title: string;
  recognisedAs: string | null;
  needsMapping: boolean;
  /** The version that is asked by now; null while none can be. */
  askedVersion: number | null;
  formulas: FormulaDto[];
  warnings: string[];
}

/**
 * Where a mapping begins. `from`: what holds now, what an earlier edition of the same form was mapped to, for somebody to
 * confirm, or nothing. `asked`: every item somebody could be asked, also those that are no part of the scale.
 */
export class MappingDto {
  id: string;
  title: string;
  version: number;
  copyright: string;
  asked: ItemDto[];
  formulas: FormulaDto[];
  from: 'current' | 'earlier' | 'nothing';
  fromVersion: number | null;
  as: string | null;
  items: Record<string, unknown>;
  options: Record<string, unknown>;
}

/** Item keys to keys of the scale, and option keys to points where the file does not say them. */
export class NewMapping {
  @IsString() @Length(1, 40) as: string;
  @IsObject() items: Record<string, unknown>;
  @IsOptional() @IsObject() options?: Record<string, unknown>;
}

export class ScaleFactsItemDto {
  key: string;
  loinc: string | null;
  min: number;
  max: number;
  reverse: boolean;
  scored: boolean;
}

/** What is known of a scale without its wording; `items` is empty for one that is only named. */
export class ScaleFactsDto {
  code: string;
  title: string;
  itemCount: number;
  direction: RegistryEntry['direction'];
  recallDays: number | null;
  licence: string;
  text: RegistryEntry['text'];
  note: string;
  scored: boolean;
  items: ScaleFactsItemDto[];
  bands: BandDto[];
  cutoffs: CutoffDto[];
  changeRules: ChangeRuleDto[];
}
