import { IsInstant } from '../platform/instant.validator.js';
import { IsDay } from '../platform/day.validator.js';
import { IsObject, IsOptional, IsUUID } from 'class-validator';
import { type Instrument, optionsOf } from '../instruments/tracker.definition.js';
import type { Side, Verdict } from './baseline.rules.js';

export class OptionDto {
  key: string;
  text: string;
  value: number;
}

export class ItemDto {
  key: string;
  linkId: string;
  text: string;
  loinc: string | null;
  /** Words of the two ends and the middle. */
  low: string;
  middle: string;
  high: string;
  options: OptionDto[];
}

export class ConstructDto {
  key: string;
  title: string;
  inTotal: boolean;
}

/** How change is read: `own_baseline` compares a person with that person's own first weeks, nothing else. */
export class ChangeRuleDto {
  kind: 'own_baseline';
  baselineWeeks: number;
  weeksInARow: number;
}

/** `bands` is empty: a tracker has no levels, no norms and no cut-offs. */
export class InstrumentDto {
  id: string;
  code: string;
  version: number;
  title: string;
  label: string;
  validated: boolean;
  audience: 'injured' | 'involved' | 'either';
  recall: string;
  lead: string;
  higherMeans: string;
  totalTitle: string;
  items: ItemDto[];
  constructs: ConstructDto[];
  bands: string[];
  changeRule: ChangeRuleDto;

  static of(instrument: Instrument): InstrumentDto {
    const { id, code, version, title, label, validated, audience, recall, lead, higherMeans, total } = instrument;
    const inTotal = (items: readonly string[], key: string) =>
      total.of === 'items' ? items.every((item) => total.keys.includes(item)) : total.keys.includes(key);
    return {
      ...{ id, code, version, title, label, validated, audience, recall, lead, higherMeans },
      totalTitle: total.title,
      items: instrument.items.map((item) => ({
        key: item.key,
        linkId: item.key,
        text: item.text,
        loinc: null,
        low: item.low,
        middle: item.middle,
        high: item.high,
        options: optionsOf(item),
      })),
      constructs: instrument.constructs.map(({ key, title: name, items }) => ({
        key,
        title: name,
        inTotal: inTotal(items, key),
      })),
      bands: [],
      changeRule: { kind: 'own_baseline', baselineWeeks: 6, weeksInARow: 2 },
    };
  }
}

/** `answers`: item key to an option's key or number, or null for "does not apply this week". */
export class NewScaleResponse {
  @IsUUID() instrumentId: string;
  @IsUUID() clientId: string;
  @IsObject() answers: Record<string, unknown>;
  @IsOptional() @IsInstant() answeredAt?: string | null;
}

/** Points on the items' own scale; null where too little was answered. */
export class ScoreDto {
  total: number | null;
  complete: boolean;
  prorated: boolean;
  answered: number;
  of: number;
  subscales: Record<string, number | null>;
  band: string | null;
}

/** `delta`: points from the mean of the person's own first weeks; `threshold`: how far one week may lie from it. */
export class ChangeDto {
  verdict: Verdict;
  delta: number;
  threshold: number;
  source: string;
}

export class ScaleResponseDto {
  id: string;
  instrumentId: string;
  instrumentVersion: number;
  clientId: string;
  answeredAt: string;
  answeredOn: string;
  score: ScoreDto;
  change: ChangeDto | null;
  risk: string[];
}

export class BaselineDto {
  state: 'empty' | 'starting' | 'forming' | 'moving' | 'set';
  n: number;
  mean: number | null;
  sd: number | null;
  limit: number | null;
  /** The range of one usual week, within the range of the items. */
  low: number | null;
  high: number | null;
  /** Mondays of the first and last week. */
  from: string | null;
  to: string | null;
}

/** `week`: its Monday. A week without an answer, or without a score, has the value null: a gap stays a gap. */
export class WeekDto {
  week: string;
  /** Day of the answer that stands for the week; the Monday of a week without one. */
  on: string;
  value: number | null;
  answered: boolean;
  prorated: boolean;
  inBaseline: boolean;
  beyond: Side | null;
  run: number;
}

/** One line of a chart: the total, or one construct. */
export class SeriesDto {
  key: string;
  title: string;
  kind: 'total' | 'construct';
  weeks: WeekDto[];
  baseline: BaselineDto;
  change: ChangeDto | null;
  /** The one sentence that states the finding, for whoever asked. */
  finding: string;
  /** The same in words for the person who answered. */
  ownWords: string;
}

export class PointDto {
  id: string;
  answeredAt: string;
  answeredOn: string;
  instrumentVersion: number;
  score: ScoreDto;
}

export class InstrumentScoresDto {
  instrumentId: string;
  code: string;
  title: string;
  label: string;
  higherMeans: string;
  min: number;
  max: number;
  bands: string[];
  series: SeriesDto[];
  /** Newest first, at most 200. */
  points: PointDto[];
}

export class ClientScoresDto {
  clientId: string;
  instruments: InstrumentScoresDto[];
}

export class PartnerScoresDto {
  clientId: string;
  role: string;
  instruments: InstrumentScoresDto[];
}

/** Two people side by side, never one number for both. */
export class CoupleScoresDto {
  coupleId: string;
  partners: PartnerScoresDto[];
}

export class ScoresQuery {
  @IsOptional() @IsUUID() instrumentId?: string;
  @IsOptional() @IsDay() from?: string;
  @IsOptional() @IsDay() to?: string;
}

export class CoupleScoresQuery {
  @IsOptional() @IsUUID() instrumentId?: string;
}
