import { Injectable } from '@nestjs/common';
import { now } from '../platform/clock.js';
import { insertRow, reveal, sql } from '../platform/database.js';
import { type FieldError, Invalid, NotFound } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { emit } from '../platform/outbox.js';
import { actor } from '../platform/scope.js';
import { changeDto, instrumentScores } from './scores.rules.js';
import type {
  ClientScoresDto,
  CoupleScoresDto,
  NewScaleResponse,
  ScaleResponseDto,
  ScoresQuery,
} from './scales.dto.js';
import { ScaleResponse } from './scales.entity.js';
import { ScaleAnswered } from './scales.events.js';
import type { Instrument } from '../instruments/tracker.definition.js';
import { readAnswers, score, type Score } from '../instruments/scoring.rules.js';
import { readTotal } from './series.rules.js';
import { TRACKERS } from '../instruments/tracker.content.js';
import { dayIn } from './week.rules.js';

interface Opening {
  time_zone: string;
  schedule_couple: string | null;
  id: string | null;
  client_id: string;
  answered_on: string;
  score: Score;
}

interface StoredScore {
  id: string;
  client_id: string;
  instrument_id: string;
  instrument_version: number;
  answered_at: Date;
  answered_on: string;
  score: Score;
}

/** A clock that runs ahead by less than this is a clock, not a claim about the future. */
const CLOCK_SKEW_MS = 60_000;

@Injectable()
export class ScalesService {
  instruments(): readonly Instrument[] {
    return TRACKERS;
  }

  instrument(id: string): Instrument {
    const found = TRACKERS.find((tracker) => tracker.id === id);
    if (!found) throw new NotFound('instrument');
    return found;
  }

  /** Scores and keeps one set of answers. The care team reads it at once; no partner ever does. */
  async answer(sent: NewScaleResponse): Promise<ScaleResponseDto> {
    const { id: recordedBy, clientId: own } = actor();
    if (own !== null && own !== sent.clientId) throw new NotFound('client');
    const at = now();
    const answeredAt = sent.answeredAt ? new Date(sent.answeredAt) : at;
    const instrument = this.instrument(sent.instrumentId);
    const { answers, faults: unread } = readAnswers(instrument, sent.answers);
    const faults: FieldError[] = [...unread];
    if (Object.keys(sent.answers).length === 0) {
      faults.push({ path: 'answers', code: 'empty', message: 'Nothing was answered.' });
    }
    const late = answeredAt.getTime() > at.getTime() + CLOCK_SKEW_MS;
    if (late) faults.push({ path: 'answeredAt', code: 'future', message: 'answeredAt lies in the future.' });
    if (faults.length > 0) throw new Invalid(faults.slice(0, 50));

    const { timeZone, coupleId, before } = await this.opening(sent.clientId, instrument.id, answeredAt);
    const scored = score(instrument, answers);
    const response: ScaleResponse = {
      id: newId(),
      clientId: sent.clientId,
      coupleId,
      instrumentId: instrument.id,
      instrumentVersion: instrument.version,
      answeredAt,
      answeredOn: dayIn(timeZone, answeredAt),
      recordedBy,
      createdAt: at,
      answers,
      score: scored,
    };
    await insertRow(ScaleResponse, response);
    await emit(new ScaleAnswered({ responseId: response.id, clientId: response.clientId }));
    const reading = readTotal([...before, { answeredOn: response.answeredOn, score: scored }]);
    return {
      id: response.id,
      instrumentId: instrument.id,
      instrumentVersion: instrument.version,
      clientId: response.clientId,
      answeredAt: answeredAt.toISOString(),
      answeredOn: response.answeredOn,
      score: scored,
      // A response without a total says nothing about change, whatever the weeks before it said.
      change: scored.total === null ? null : changeDto(reading),
      risk: [],
    };
  }

  async scoresOfClient(clientId: string, query: ScoresQuery): Promise<ClientScoresDto> {
    const { clientId: own } = actor();
    if (own !== null && own !== clientId) throw new NotFound('client');
    const [person] = await sql('scores client', 'select id from client where id = $1', [clientId]);
    if (!person) throw new NotFound('client');
    const rows = await this.stored([clientId], query.instrumentId ?? null);
    const reader = own === null ? 'care' : 'self';
    return { clientId, instruments: this.byInstrument(rows, query, reader) };
  }

  /** Both partners for their care team, each from their own answers; nothing here joins two people into one number. */
  async scoresOfCouple(coupleId: string, instrumentId: string | null): Promise<CoupleScoresDto> {
    const partners = await sql<{ client_id: string; role: string }>(
      'scores couple partners',
      `select p.client_id, p.role from couple c join couple_partner p on p.couple_id = c.id and p.to_at is null
        where c.id = $1 order by p.place`,
      [coupleId],
    );
    if (partners.length === 0) throw new NotFound('couple');
    const rows = await this.stored(
      partners.map((partner) => partner.client_id),
      instrumentId,
    );
    return {
      coupleId,
      partners: partners.map(({ client_id: clientId, role }) => {
        const own = rows.filter((row) => row.client_id === clientId);
        return { clientId, role, instruments: this.byInstrument(own, {}, 'care') };
      }),
    };
  }

  /**
   * All that one answer needs to know, in one trip: that the person is there to be seen, the clinic's zone, whether the
   * scale is asked within a couple's work, and the earlier scores, of each week the last one.
   */
  private async opening(clientId: string, instrumentId: string, at: Date) {
    const rows = await sql<Opening>(
      'scale opening',
      `select k.time_zone, s.couple_id as schedule_couple, r.id, c.id as client_id, r.answered_on, r.score
        from client c join clinic k on k.id = c.clinic_id
        left join lateral (select s.couple_id from scale_schedule s join couple j on j.id = s.couple_id
          join couple_partner p on p.couple_id = j.id and p.client_id = s.client_id and p.to_at is null
          where s.client_id = c.id and s.instrument_id = $2 and s.ended_on is null order by s.created_at desc limit 1) s on true
        left join lateral (select distinct on ((r.answered_on - date '1969-12-29') / 7) r.id, r.answered_on, r.score
          from scale_response r where r.client_id = c.id and r.instrument_id = $2 and r.answered_at <= $3
          order by (r.answered_on - date '1969-12-29') / 7, r.answered_at desc) r on true
        where c.id = $1 order by r.answered_on`,
      [clientId, instrumentId, at],
    );
    const first = rows[0];
    if (!first) throw new NotFound('client');
    const stored = rows.flatMap(({ id, client_id, answered_on, score: sealed }) =>
      id === null ? [] : [{ id, client_id, answered_on, score: sealed }],
    );
    const before = await reveal(ScaleResponse, stored);
    return {
      timeZone: first.time_zone,
      coupleId: first.schedule_couple,
      before: before.map((row) => ({ answeredOn: row.answered_on, score: row.score })),
    };
  }

  /** Scores in rising order of time: the newest thousand, more than eighteen years of weeks. */
  private async stored(clientIds: string[], instrumentId: string | null): Promise<StoredScore[]> {
    const rows = await sql<StoredScore>(
      'scores stored',
      `select id, client_id, instrument_id, instrument_version, answered_at, answered_on, score from scale_response
        where client_id = any ($1::uuid[]) and ($2::uuid is null or instrument_id = $2) order by answered_at desc, id desc limit 1000`,
      [clientIds, instrumentId],
    );
    return reveal(ScaleResponse, rows.reverse());
  }

  private byInstrument(rows: readonly StoredScore[], query: ScoresQuery, reader: 'care' | 'self') {
    return TRACKERS.flatMap((instrument) => {
      const answers = rows
        .filter((row) => row.instrument_id === instrument.id)
        .map((row) => ({
          id: row.id,
          answeredAt: row.answered_at.toISOString(),
          answeredOn: row.answered_on,
          instrumentVersion: row.instrument_version,
          score: row.score,
        }));
      return answers.length === 0 ? [] : [instrumentScores(instrument, answers, query, reader)];
    });
  }
}
