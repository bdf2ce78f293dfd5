/** A published scale as it leaves the house: to its care team with bands, lines and verdicts, to whoever answered without. */
import { type ChangeRule, type ScoringFacts } from '../instruments/scoring.definition.js';
import type { Score } from '../instruments/scoring.rules.js';
import { BandDto, changeRuleDto, CutoffDto } from '../questionnaires/instruments.dto.js';
import { codeOf } from '../questionnaires/instrument.views.js';
import type { FormMeasure } from '../questionnaires/measure.js';
import { publishedFinding } from './published-finding.rules.js';
import type { PublishedReading } from './published.rules.js';
import type { BaselineStartDto } from './baselines.dto.js';
import { ruleBasis } from './change-basis.rules.js';
import type {
  BaselineDto,
  ChangeDto,
  InstrumentScoresDto,
  NoticeDto,
  PointDto,
  SeriesDto,
  WeekDto,
} from './scales.dto.js';
import type { Missed } from './schedule.rules.js';
import { missedWeeks, mondayOf, weekOf } from './week.rules.js';

export type Reader = 'care' | 'self';

/** One stored answer, in rising order of time. */
export interface PublishedAnswer {
  id: string;
  answeredAt: string;
  answeredOn: string;
  instrumentVersion: number;
  source: PointDto['source'];
  score: Score;
  reading: PublishedReading;
}

const MOST_POINTS = 200;
const MOST_WEEKS = 104;

/** What an answer is set beside: the rule that holds now, the day the comparison began anew, the askings nobody answered. */
export interface Beside {
  /** At the clinic. */
  today: string;
  rule: ChangeRule | null;
  /** Newest act first. */
  starts: BaselineStartDto[];
  missed: readonly Missed[];
}

/** A band is a level, and levels are for the care team. */
export const shownScore = (score: Score, reader: Reader): Score =>
  reader === 'care' ? score : { ...score, band: null };

/** The verdict with the rule it was made by. */
export function publishedChange({ change }: PublishedReading): ChangeDto | null {
  if (change === null) return null;
  const { verdict, delta, rule, from } = change;
  return {
    verdict,
    delta,
    threshold: rule.threshold,
    source: rule.source,
    rule: changeRuleDto(rule),
    comparedWith: from,
  };
}

export function publishedScores(
  measure: FormMeasure & { facts: ScoringFacts },
  answers: readonly PublishedAnswer[],
  { from = '', to = '9999-12-31' }: { from?: string; to?: string },
  { today, rule, starts, missed }: Beside,
  reader: Reader,
): InstrumentScoresDto {
  const { facts } = measure;
  const care = reader === 'care';
  const shown = answers.filter(({ answeredOn }) => answeredOn >= from && answeredOn <= to);
  return {
    ...{ instrumentId: measure.id, code: codeOf(measure), title: measure.title, label: facts.note, higherMeans: '' },
    ...{ min: facts.total.min, max: facts.total.max, validated: true },
    bands: care ? facts.bands.map(BandDto.of) : [],
    cutoffs: care ? facts.cutoffs.map(CutoffDto.of) : [],
    changeRule: changeRuleDto(care ? rule : null),
    changeBasis: care ? ruleBasis(rule) : '',
    direction: care ? facts.direction : 'none',
    starts: care ? starts : [],
    riskItems: care ? facts.risks.map(({ code }) => code) : [],
    series: linesOf(facts).map(({ key, title, kind, valueOf }): SeriesDto => ({
      ...{ key, title, kind },
      weeks: weeksOf(answers, missed, valueOf).filter(({ week }) => week >= from && week <= to),
      baseline: baselineOf(answers, care && kind === 'total' ? rule : null, starts[0]?.startsOn ?? ''),
      change: care && kind === 'total' ? (lastChange(answers) ?? null) : null,
      ...(kind === 'total' ? findings(facts, answers, reader, today) : { finding: '', ownWords: '' }),
    })),
    points: shown
      .slice(-MOST_POINTS)
      .reverse()
      .map((answer): PointDto => pointOf(facts, answer, reader)),
  };
}

function pointOf(facts: ScoringFacts, { reading, score, ...point }: PublishedAnswer, reader: Reader): PointDto {
  const care = reader === 'care';
  return {
    ...point,
    score: shownScore(score, reader),
    change: care ? publishedChange(reading) : null,
    risk: care ? reading.risk : [],
    notices: care ? noticesOf(facts, reading) : [],
  };
}

const noticesOf = ({ notices = [] }: ScoringFacts, reading: PublishedReading): NoticeDto[] =>
  notices
    .filter(({ code }) => reading.notices?.includes(code))
    .map(({ code, words, offers }) => ({ code, words, offers: offers ?? null }));

interface Line {
  key: string;
  title: string;
  kind: 'total' | 'construct';
  valueOf: (score: Score) => number | null;
}

const linesOf = ({ title, subscales }: ScoringFacts): Line[] => [
  { key: 'total', title, kind: 'total', valueOf: ({ total }) => total },
  ...subscales.map((each): Line => {
    return {
      key: each.key,
      title: each.title,
      kind: 'construct',
      valueOf: (score) => score.subscales[each.key] ?? null,
    };
  }),
];

/** A week for each answer, and one for each asking that got none: that is a gap, and nothing is drawn across it. */
function weeksOf(answers: readonly PublishedAnswer[], missed: readonly Missed[], valueOf: Line['valueOf']): WeekDto[] {
  const answered = new Map(answers.map((answer) => [weekOf(answer.answeredOn), answer]));
  const asked = missedWeeks(missed, new Set(answered.keys()));
  return [...new Set([...answered.keys(), ...asked.keys()])]
    .sort((a, b) => a - b)
    .slice(-MOST_WEEKS)
    .map((week) => {
      const answer = answered.get(week);
      return {
        week: mondayOf(week),
        on: answer?.answeredOn ?? asked.get(week) ?? mondayOf(week),
        value: answer ? valueOf(answer.score) : null,
        answered: answer !== undefined,
        missed: answer === undefined,
        prorated: answer?.score.prorated ?? false,
        ...{ inBaseline: false, beyond: null, run: 0 },
      };
    });
}

/** What the ribbon of a chart lies around: the first total (since the last new start), and how far from it change is read. */
function baselineOf(answers: readonly PublishedAnswer[], rule: ChangeRule | null, since: string): BaselineDto {
  const first = answers.find(({ score, answeredOn }) => score.total !== null && answeredOn >= since);
  const none = { n: 0, mean: null, sd: null, limit: null, low: null, high: null, from: null, to: null };
  if (!first || rule === null) return { ...none, state: 'first' };
  const monday = mondayOf(weekOf(first.answeredOn));
  return { ...none, state: 'first', n: 1, mean: first.score.total, limit: rule.threshold, from: monday, to: monday };
}

const lastChange = (answers: readonly PublishedAnswer[]): ChangeDto | undefined | null => {
  const last = answers.findLast(({ score }) => score.total !== null);
  return last && publishedChange(last.reading);
};

function findings(facts: ScoringFacts, answers: readonly PublishedAnswer[], reader: Reader, today: string) {
  const words = (who: Reader): string => publishedFinding(facts, answers, who, today);
  return { finding: words(reader), ownWords: words('self') };
}
