/** From readings to what leaves the house: rounded, days instead of week numbers, cut to the days asked for. */
import type { Baseline, Reading } from './baseline.rules.js';
import type { Instrument } from '../instruments/tracker.definition.js';
import { NO_CHANGE_RULE } from '../questionnaires/instruments.dto.js';
import type { BaselineStartDto } from './baselines.dto.js';
import { baselineBasis } from './change-basis.rules.js';
import type { BaselineDto, ChangeDto, InstrumentScoresDto, PointDto } from './scales.dto.js';
import type { Missed } from './schedule.rules.js';
import { type Line, linesOf, rangeOf } from './series.rules.js';
import { mondayOf, weekOf } from './week.rules.js';

const MOST_POINTS = 200;

export function changeDto({ change, baseline }: Reading): ChangeDto | null {
  if (!change) return null;
  return {
    verdict: change.verdict,
    delta: round(change.delta),
    threshold: round(change.limit),
    source: `Own baseline of ${baseline.n} weeks; two weeks in a row beyond the limit`,
    rule: null,
    comparedWith: null,
  };
}

/** `answers` in rising order of time. Days cut what is shown, never what the baseline rests on. */
export function instrumentScores(
  instrument: Instrument,
  answers: readonly Omit<PointDto, 'change' | 'risk' | 'notices'>[],
  { from = '', to = '9999-12-31' }: { from?: string; to?: string },
  { today, starts, missed }: { today: string; starts: BaselineStartDto[]; missed: readonly Missed[] },
  reader: 'care' | 'self',
): InstrumentScoresDto {
  const range = rangeOf(instrument);
  const { id, code, title, label, higherMeans } = instrument;
  const since = starts[0] ? weekOf(starts[0].startsOn) : undefined;
  const lines = linesOf(instrument, answers, reader, { today, since, missed });
  const [total] = lines;
  return {
    ...{ instrumentId: id, code, title, label, higherMeans, ...range },
    ...{ bands: [], cutoffs: [], validated: false },
    direction: 'none',
    changeRule: { ...NO_CHANGE_RULE, kind: 'own_baseline', baselineWeeks: 6, weeksInARow: 2 },
    changeBasis: reader === 'care' && total ? baselineBasis(total.reading.baseline) : '',
    starts: reader === 'care' ? starts : [],
    riskItems: [],
    series: lines.map((line) => seriesDto(line, range, from, to)),
    points: answers
      .filter(({ answeredOn }) => answeredOn >= from && answeredOn <= to)
      .slice(-MOST_POINTS)
      .reverse()
      .map((point) => ({ ...point, change: null, risk: [], notices: [] })),
  };
}

function seriesDto(line: Line, range: { min: number; max: number }, from: string, to: string) {
  const { key, title, kind, reading, weeks, finding, ownWords } = line;
  return {
    ...{ key, title, kind, finding, ownWords },
    weeks: weeks.filter(({ week }) => week >= from && week <= to),
    baseline: baselineDto(reading.baseline, range),
    change: changeDto(reading),
  };
}

function baselineDto(
  { state, n, mean, sd, limit, from, to }: Baseline,
  { min, max }: { min: number; max: number },
): BaselineDto {
  const ready = state === 'set' && mean !== null && limit !== null;
  return {
    state,
    n,
    mean: mean === null ? null : round(mean),
    sd: sd === null ? null : round(sd),
    limit: limit === null ? null : round(limit),
    low: ready ? round(Math.max(min, mean - limit)) : null,
    high: ready ? round(Math.min(max, mean + limit)) : null,
    from: from === null ? null : mondayOf(from),
    to: to === null ? null : mondayOf(to),
  };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
