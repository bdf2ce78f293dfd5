import { Injectable } from '@nestjs/common';
import type { Score } from '../instruments/scoring.rules.js';
import { assertClientSeen } from '../clients/seen.js';
import { now } from '../platform/clock.js';
import { reveal, sql } from '../platform/database.js';
import { dayIn } from '../platform/days.js';
import { NotFound } from '../platform/errors.js';
import { actor } from '../platform/scope.js';
import { ChangeRulesService } from '../questionnaires/change-rules.service.js';
import { InstrumentsService } from '../questionnaires/instruments.service.js';
import type { Measure } from '../questionnaires/measure.js';
import { BaselinesService, type Starts } from './baselines.service.js';
import { type Reader, publishedScores } from './published-scores.rules.js';
import type { PublishedReading } from './published.rules.js';
import { aroundOf, planOf, type PlanRow } from './schedule.rows.js';
import { missedAskings } from './schedule.rules.js';
import { instrumentScores } from './scores.rules.js';
import type { ChangeDto, ClientScoresDto, CoupleScoresDto, InstrumentScoresDto, ScoresQuery } from './scales.dto.js';
import { type AnswerSource, ScaleResponse } from './scales.entity.js';

interface StoredScore {
  id: string;
  client_id: string;
  instrument_id: string;
  instrument_version: number;
  source: AnswerSource | null;
  answered_at: Date;
  answered_on: string;
  score: Score;
  reading: PublishedReading | null;
  /** Of the clinic. */
  time_zone: string;
}

@Injectable()
export class ScoresService {
  constructor(
    private readonly instruments: InstrumentsService,
    private readonly rules: ChangeRulesService,
    private readonly baselines: BaselinesService,
  ) {}

  async scoresOfClient(clientId: string, query: ScoresQuery): Promise<ClientScoresDto> {
    const { clientId: own } = actor();
    if (own !== null && own !== clientId) throw new NotFound('client');
    await assertClientSeen(clientId);
    const rows = await this.stored([clientId], query.instrumentId ?? null);
    const read = await this.reading(rows, own === null ? 'care' : 'self');
    return { clientId, instruments: read(rows, query) };
  }

  /** Both partners for their care team, each from their own answers; nothing here joins two people into one number. */
  async scoresOfCouple(coupleId: string, instrumentId: string | null): Promise<CoupleScoresDto> {
    const partners = await sql<{ client_id: string; role: string }>(
      'scores couple partners',
      `select p.client_id, p.role from couple c join couple_partner p on p.couple_id = c.id
        where c.id = $1 order by p.place`,
      [coupleId],
    );
    if (partners.length === 0) throw new NotFound('couple');
    const rows = await this.stored(
      partners.map((partner) => partner.client_id),
      instrumentId,
    );
    const read = await this.reading(rows, 'care');
    return {
      coupleId,
      partners: partners.map(({ client_id: clientId, role }) => {
        const own = rows.filter((row) => row.client_id === clientId);
        return { clientId, role, instruments: read(own, {}) };
      }),
    };
  }

  /**
   * To the care team: the last score of each scale by the end of a calendar day, newest first, read as it was read then.
   * Scales without a score by that day are left out.
   */
  async lastBy(clientId: string, day: string): Promise<LastScore[]> {
    return (await this.lastOf([clientId], day)).get(clientId) ?? [];
  }

  /** The same of several people at once, by person; nobody who has none. */
  async lastOf(clientIds: string[], day: string): Promise<Map<string, LastScore[]>> {
    const rows = (await this.stored(clientIds, null)).filter((row) => row.answered_on <= day);
    const read = await this.reading(rows, 'care', day);
    const own = Map.groupBy(rows, (row) => row.client_id);
    return new Map(
      [...own].map(([clientId, answers]) => [
        clientId,
        read(answers, {})
          .flatMap(lastOf)
          .sort((a, b) => b.answeredOn.localeCompare(a.answeredOn) || a.title.localeCompare(b.title)),
      ]),
    );
  }

  /** Scores in rising order of time: the newest 2,500, two hundred of each of a dozen scales. */
  private async stored(clientIds: string[], instrumentId: string | null): Promise<StoredScore[]> {
    const rows = await sql<StoredScore>(
      'scores stored',
      `select id, client_id, instrument_id, instrument_version, source, answered_at, answered_on, score, reading,
        (select time_zone from clinic where id = req_clinic()) as time_zone from scale_response
        where client_id = any ($1::uuid[]) and ($2::uuid is null or instrument_id = $2) order by answered_at desc, id desc limit 2500`,
      [clientIds, instrumentId],
    );
    return reveal(ScaleResponse, rows.reverse());
  }

  /** How rows are read: what they answer, and what they are set beside, is looked up once for all. `day`: as of then. */
  private async reading(rows: readonly StoredScore[], reader: Reader, day: string | null = null) {
    const people = [...new Set(rows.map((row) => row.client_id))];
    const measures = await this.instruments.measures([...new Set(rows.map((row) => row.instrument_id))]);
    const hasForms = [...measures.values()].some(({ kind }) => kind === 'form');
    const rules = hasForms && reader === 'care' ? await this.rules.current() : null;
    const plans = measures.size > 0 ? await plansOf(people) : [];
    const starts = await this.baselines.of(people, reader);
    return (own: readonly StoredScore[], query: ScoresQuery): InstrumentScoresDto[] =>
      [...measures.values()].flatMap((measure) => {
        const answers = own.filter((row) => row.instrument_id === measure.id);
        return answers.length === 0 ? [] : scoresOf(measure, answers, query, reader, { rules, plans, starts, day });
      });
  }
}

/** The last score of one scale, and how it is read. */
export interface LastScore {
  instrumentId: string;
  title: string;
  /** Calendar day. */
  answeredOn: string;
  total: number;
  min: number;
  max: number;
  prorated: boolean;
  /** Null where nothing is read of it. */
  verdict: ChangeDto['verdict'] | null;
  /** Points since what it is compared with; null without a verdict. */
  delta: number | null;
}

function lastOf({ instrumentId, title, min, max, points, series }: InstrumentScoresDto): LastScore[] {
  const last = points.find(({ score }) => score.total !== null);
  if (!last || last.score.total === null) return [];
  const change = series.find(({ kind }) => kind === 'total')?.change ?? null;
  const { total, prorated } = last.score;
  const read = { verdict: change?.verdict ?? null, delta: change?.delta ?? null };
  return [{ instrumentId, title, answeredOn: last.answeredOn, total, min, max, prorated, ...read }];
}

interface Lookups {
  rules: Awaited<ReturnType<ChangeRulesService['current']>> | null;
  plans: readonly PlanRow[];
  starts: Starts;
  /** The calendar day it is read as of; null for today. */
  day: string | null;
}

/** Also those that have ended; more than this nobody has. */
const PLANS = `select * from check_in_plan where client_id = any ($1::uuid[]) order by created_at desc limit 200`;

const plansOf = (people: readonly string[]): Promise<PlanRow[]> =>
  sql<PlanRow & Record<string, unknown>>('scores plans', PLANS, [people]);

function scoresOf(
  measure: Measure,
  rows: readonly StoredScore[],
  query: ScoresQuery,
  reader: Reader,
  { rules, plans, starts, day }: Lookups,
): InstrumentScoresDto[] {
  const answers = rows.map((row) => ({
    id: row.id,
    answeredAt: row.answered_at.toISOString(),
    answeredOn: row.answered_on,
    instrumentVersion: row.instrument_version,
    source: row.source,
    score: row.score,
    reading: row.reading,
  }));
  const { client_id: clientId, time_zone: zone } = rows[0]!;
  const today = day ?? dayIn(zone, now());
  const begun = starts.of(clientId, measure.id).filter(({ startsOn }) => day === null || startsOn <= day);
  const asked = plans.filter((plan) => plan.client_id === clientId && plan.instrument_id === measure.id);
  const missed = asked.flatMap((plan) => missedAskings(planOf(plan), aroundOf(plan), today));
  const beside = { today, starts: begun, missed };
  if (measure.kind === 'tracker') return [instrumentScores(measure.tracker, answers, query, beside, reader)];
  const { facts } = measure;
  if (!facts) return [];
  // Before it was mapped anew the form may have been taken for another scale: those are no points of this one.
  const own = answers.flatMap((answer) => {
    const { reading } = answer;
    return reading?.code === facts.code ? [{ ...answer, reading }] : [];
  });
  const rule = rules?.get(facts.code) ?? null;
  return [publishedScores({ ...measure, facts }, own, query, { ...beside, rule }, reader)];
}
