import { Injectable } from '@nestjs/common';
import type { Score } from '../instruments/scoring.rules.js';
import { assertClientSeen } from '../clients/seen.js';
import { reveal, sql } from '../platform/database.js';
import { NotFound } from '../platform/errors.js';
import { actor } from '../platform/scope.js';
import { ChangeRulesService } from '../questionnaires/change-rules.service.js';
import { InstrumentsService } from '../questionnaires/instruments.service.js';
import type { Measure } from '../questionnaires/measure.js';
import { BaselinesService, type Starts } from './baselines.service.js';
import { missedRounds, type Rounds } from './missed.rules.js';
import { type Reader, publishedScores } from './published-scores.rules.js';
import type { PublishedReading } from './published.rules.js';
import { instrumentScores } from './scores.rules.js';
import type { ClientScoresDto, CoupleScoresDto, InstrumentScoresDto, ScoresQuery } from './scales.dto.js';
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

  /** Scores in rising order of time: the newest 2,500, two hundred of each of a dozen scales. */
  private async stored(clientIds: string[], instrumentId: string | null): Promise<StoredScore[]> {
    const rows = await sql<StoredScore>(
      'scores stored',
      `select id, client_id, instrument_id, instrument_version, source, answered_at, answered_on, score, reading from scale_response
        where client_id = any ($1::uuid[]) and ($2::uuid is null or instrument_id = $2) order by answered_at desc, id desc limit 2500`,
      [clientIds, instrumentId],
    );
    return reveal(ScaleResponse, rows.reverse());
  }

  /** How rows are read: what they answer, and what they are set beside, is looked up once for all of them. */
  private async reading(rows: readonly StoredScore[], reader: Reader) {
    const people = [...new Set(rows.map((row) => row.client_id))];
    const measures = await this.instruments.measures([...new Set(rows.map((row) => row.instrument_id))]);
    const hasForms = [...measures.values()].some(({ kind }) => kind === 'form');
    const rules = hasForms && reader === 'care' ? await this.rules.current() : null;
    const askings = hasForms ? await askingsOf(people) : [];
    const starts = await this.baselines.of(people, reader);
    return (own: readonly StoredScore[], query: ScoresQuery): InstrumentScoresDto[] =>
      [...measures.values()].flatMap((measure) => {
        const answers = own.filter((row) => row.instrument_id === measure.id);
        return answers.length === 0 ? [] : scoresOf(measure, answers, query, reader, { rules, askings, starts });
      });
  }
}

interface Asking extends Rounds {
  clientId: string;
  instrumentId: string;
  today: string;
}

interface Lookups {
  rules: Awaited<ReturnType<ChangeRulesService['current']>> | null;
  askings: readonly Asking[];
  starts: Starts;
}

/** Plans by days, also those that have ended. */
async function askingsOf(people: readonly string[]): Promise<Asking[]> {
  const rows = await sql<{
    client_id: string;
    instrument_id: string;
    every_days: number;
    starts_on: string;
    ended_on: string | null;
    today: string;
  }>(
    'scores askings',
    `select s.client_id, s.instrument_id, s.every_days, s.starts_on, s.ended_on, d.today::text as today
      from scale_schedule s cross join clinic_day d where s.client_id = any ($1::uuid[]) and s.every_days is not null
      order by s.created_at desc limit 200`,
    [people],
  );
  return rows.map((row) => ({
    ...{ clientId: row.client_id, instrumentId: row.instrument_id, everyDays: row.every_days },
    ...{ startsOn: row.starts_on, endedOn: row.ended_on, today: row.today },
  }));
}

function scoresOf(
  measure: Measure,
  rows: readonly StoredScore[],
  query: ScoresQuery,
  reader: Reader,
  { rules, askings, starts }: Lookups,
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
  const clientId = rows[0]!.client_id;
  const begun = starts.of(clientId, measure.id);
  if (measure.kind === 'tracker') return [instrumentScores(measure.tracker, answers, query, begun, reader)];
  const { facts } = measure;
  if (!facts) return [];
  // Before it was mapped anew the form may have been taken for another scale: those are no points of this one.
  const own = answers.flatMap((answer) => {
    const { reading } = answer;
    return reading?.code === facts.code ? [{ ...answer, reading }] : [];
  });
  const plans = askings.filter((each) => each.clientId === clientId && each.instrumentId === measure.id);
  const missed = missedRounds(
    plans,
    own.map(({ answeredOn }) => answeredOn),
    plans[0]?.today ?? '',
  );
  const beside = { rule: rules?.get(facts.code) ?? null, starts: begun, missed };
  return [publishedScores({ ...measure, facts }, own, query, beside, reader)];
}
