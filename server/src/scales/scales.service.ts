import { dayIn } from '../platform/days.js';
import { Injectable } from '@nestjs/common';
import type { FormAnswers } from '../fhir/shown.rules.js';
import type { ScoringFacts } from '../instruments/scoring.definition.js';
import { readAnswers, score, type Score } from '../instruments/scoring.rules.js';
import { now } from '../platform/clock.js';
import { insertRow, reveal, sql } from '../platform/database.js';
import { type FieldError, Invalid, NotFound, RuleBroken } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { emit } from '../platform/outbox.js';
import { actor } from '../platform/scope.js';
import { ChangeRulesService } from '../questionnaires/change-rules.service.js';
import { InstrumentsService } from '../questionnaires/instruments.service.js';
import type { FormMeasure, TrackerMeasure } from '../questionnaires/measure.js';
import { RiskService } from '../risk/risk.service.js';
import { publishedChange, shownScore } from './published-scores.rules.js';
import { type Compared, type PublishedReading, readForm, readFormAnswers, readingOf } from './published.rules.js';
import { keepQuarter } from './quarter.readings.js';
import { changeDto } from './scores.rules.js';
import type { NewScaleResponse, ScaleResponseDto } from './scales.dto.js';
import { type AnswerSource, ScaleResponse } from './scales.entity.js';
import { ScaleAnswered } from './scales.events.js';
import { readTotal } from './series.rules.js';
import { weekOf } from './week.rules.js';

interface Earlier {
  id: string;
  client_id: string;
  answered_on: string;
  score: Score;
  reading: PublishedReading | null;
}

type Opening = {
  time_zone: string;
  schedule_couple: string | null;
  client_id: string;
  compared_from: string | null;
} & {
  [column in keyof Earlier]: Earlier[column] | null;
};

/** Whom an answer is about, when it was given, and how it came. */
interface Given {
  clientId: string;
  answeredAt: Date;
  at: Date;
  source: AnswerSource;
}

/** A clock that runs ahead by less than this is a clock, not a claim about the future. */
const CLOCK_SKEW_MS = 60_000;

const OPENING = `select k.time_zone, s.couple_id as schedule_couple, b.starts_on as compared_from, r.id, c.id as client_id, r.answered_on, r.score, r.reading
  from client c join clinic k on k.id = c.clinic_id
  left join lateral (select s.couple_id from scale_schedule s join couple j on j.id = s.couple_id
    join couple_partner p on p.couple_id = j.id and p.client_id = s.client_id and p.to_at is null
    where s.client_id = c.id and s.instrument_id = $2 and s.ended_on is null order by s.created_at desc limit 1) s on true
  left join lateral (select b.starts_on from scale_baseline b where b.client_id = c.id and b.instrument_id = $2
    and b.starts_on <= ($3::timestamptz at time zone k.time_zone)::date order by b.set_at desc, b.id desc limit 1) b on true`;
/** Of each week the last one: what a tracker is compared with. */
const WEEKLY = `${OPENING}
  left join lateral (select distinct on ((r.answered_on - date '1969-12-29') / 7) r.id, r.answered_on, r.score, r.reading
    from scale_response r where r.client_id = c.id and r.instrument_id = $2 and r.answered_at <= $3
    order by (r.answered_on - date '1969-12-29') / 7, r.answered_at desc) r on true
  where c.id = $1 order by r.answered_on`;
/** The earliest ones of all, and the earliest since the comparison began: the first with a score is what a published scale is compared with. */
const EARLIEST = `${OPENING}
  left join lateral (
    (select r.id, r.answered_on, r.answered_at, r.score, r.reading from scale_response r
      where r.client_id = c.id and r.instrument_id = $2 and r.answered_at <= $3 order by r.answered_at, r.id limit 50)
    union
    (select r.id, r.answered_on, r.answered_at, r.score, r.reading from scale_response r
      where r.client_id = c.id and r.instrument_id = $2 and r.answered_at <= $3 and r.answered_on >= b.starts_on
      order by r.answered_at, r.id limit 50)) r on true
  where c.id = $1 order by r.answered_at, r.id`;

@Injectable()
export class ScalesService {
  constructor(
    private readonly instruments: InstrumentsService,
    private readonly rules: ChangeRulesService,
    private readonly alerts: RiskService,
  ) {}

  /** Scores and keeps one set of answers. The care team reads it at once; no partner ever does. */
  async answer(sent: NewScaleResponse): Promise<ScaleResponseDto> {
    const { clientId: own } = actor();
    if (own !== null && own !== sent.clientId) throw new NotFound('client');
    const at = now();
    const answeredAt = sent.answeredAt ? new Date(sent.answeredAt) : at;
    const source: AnswerSource = own === null ? 'in_session' : 'self';
    const given = { clientId: sent.clientId, at, answeredAt, source };
    const measure = await this.instruments.measure(sent.instrumentId, sent.instrumentVersion ?? null);
    const late = given.answeredAt.getTime() > at.getTime() + CLOCK_SKEW_MS;
    const timing = late ? [{ path: 'answeredAt', code: 'future', message: 'answeredAt lies in the future.' }] : [];
    const faults: FieldError[] =
      Object.keys(sent.answers).length === 0
        ? [{ path: 'answers', code: 'empty', message: 'Nothing was answered.' }, ...timing]
        : timing;
    return measure.kind === 'tracker'
      ? this.answerTracker(measure, sent, given, faults)
      : this.answerForm(measure, sent, given, faults);
  }

  /** Keeps answers to a form that were read already, by key of its items; as `answer` does. */
  async keepForm(
    measure: FormMeasure,
    answers: FormAnswers,
    { clientId, answeredAt, at, source }: Given,
  ): Promise<ScaleResponseDto> {
    const facts = factsOf(measure);
    const { timeZone, coupleId, startsOn, before } = await this.opening(EARLIEST, clientId, measure.id, answeredAt);
    const read = readForm(measure.form, facts, answers);
    const rule = (await this.rules.current()).get(facts.code) ?? null;
    const first = firstScored(before, facts);
    const compared = firstScored(before, facts, startsOn ?? undefined);
    const reading = readingOf(facts, rule, compared, read);
    const answeredOn = dayIn(timeZone, answeredAt);
    const when = { answeredAt, answeredOn, createdAt: at };
    const row = { clientId, coupleId, ...when, source, answers, score: read.score, reading };
    const { id } = await this.keep(row, measure);
    const { total } = read.score;
    await keepQuarter(facts, rule, { clientId, answeredAt, answeredOn, first: first?.total ?? null, total });
    await this.alerts.raise({
      clientId,
      coupleId,
      facts: { responseId: id, instrument: facts.code, items: reading.risk, answeredAt: answeredAt.toISOString() },
    });
    const reader = actor().clientId === null ? 'care' : 'self';
    return {
      id,
      instrumentId: measure.id,
      instrumentVersion: measure.version,
      clientId,
      answeredAt: answeredAt.toISOString(),
      answeredOn,
      score: shownScore(read.score, reader),
      change: reader === 'care' ? publishedChange(reading) : null,
      risk: reader === 'care' ? reading.risk : [],
      danger: reading.risk.length > 0,
    };
  }

  private async answerTracker(
    { id: instrumentId, version, tracker }: TrackerMeasure,
    sent: NewScaleResponse,
    { clientId, answeredAt, at, source }: Given,
    faults: FieldError[],
  ): Promise<ScaleResponseDto> {
    const { answers, faults: unread } = readAnswers(tracker, sent.answers);
    refuse([...unread, ...faults]);
    const { timeZone, coupleId, since, before } = await this.opening(WEEKLY, clientId, instrumentId, answeredAt);
    const scored = score(tracker, answers);
    const answeredOn = dayIn(timeZone, answeredAt);
    const when = { answeredAt, answeredOn, createdAt: at };
    const row = { clientId, coupleId, ...when, source, answers, score: scored, reading: null };
    const { id } = await this.keep(row, { id: instrumentId, version });
    const earlier = before.map((each) => ({ answeredOn: each.answered_on, score: each.score }));
    const reading = readTotal([...earlier, { answeredOn, score: scored }], since);
    return {
      ...{ id, instrumentId, instrumentVersion: version, clientId, answeredAt: answeredAt.toISOString(), answeredOn },
      score: scored,
      // A response without a total says nothing about change, whatever the weeks before it said.
      change: scored.total === null ? null : changeDto(reading),
      risk: [],
      danger: false,
    };
  }

  private answerForm(
    measure: FormMeasure,
    sent: NewScaleResponse,
    given: Given,
    faults: FieldError[],
  ): Promise<ScaleResponseDto> {
    factsOf(measure);
    const { answers, faults: unread } = readFormAnswers(measure.form, sent.answers);
    refuse([...unread, ...faults]);
    return this.keepForm(measure, answers, given);
  }

  private async keep(
    row: Omit<ScaleResponse, 'id' | 'instrumentId' | 'instrumentVersion' | 'recordedBy'>,
    { id: instrumentId, version: instrumentVersion }: { id: string; version: number },
  ): Promise<ScaleResponse> {
    const response = { id: newId(), instrumentId, instrumentVersion, recordedBy: actor().id, ...row };
    await insertRow(ScaleResponse, response);
    await emit(new ScaleAnswered({ responseId: response.id, clientId: response.clientId }));
    return response;
  }

  /**
   * All that one answer needs to know, in one trip: that the person is there to be seen, the clinic's zone, whether the
   * scale is asked within a couple's work, and earlier scores.
   */
  private async opening(text: typeof WEEKLY | typeof EARLIEST, clientId: string, instrumentId: string, at: Date) {
    const name = text === WEEKLY ? 'scale opening' : 'form opening';
    const rows = await sql<Opening>(name, text, [clientId, instrumentId, at]);
    const first = rows[0];
    if (!first) throw new NotFound('client');
    const stored = rows.flatMap(({ id, client_id, answered_on, score: sealed, reading }) =>
      id === null ? [] : [{ id, client_id, answered_on, score: sealed, reading } as Earlier],
    );
    return {
      timeZone: first.time_zone,
      coupleId: first.schedule_couple,
      /** From when on this person is compared, as a day and as a week; not set: from the first answer. */
      startsOn: first.compared_from,
      since: first.compared_from === null ? undefined : weekOf(first.compared_from),
      before: await reveal(ScaleResponse, stored),
    };
  }
}

function refuse(faults: readonly FieldError[]): void {
  if (faults.length > 0) throw new Invalid(faults.slice(0, 50));
}

/** The facts that score a form. Throws `RuleBroken` while nobody has said which those are. */
export function factsOf({ facts }: FormMeasure): ScoringFacts {
  if (!facts) throw new RuleBroken('needs_mapping', 'First somebody has to say which scale this form is.');
  return facts;
}

function firstScored(before: readonly Earlier[], { code }: ScoringFacts, since = ''): Compared | null {
  const first = before.find(
    ({ answered_on: on, score: { total }, reading }) => on >= since && total !== null && reading?.code === code,
  );
  return first ? { id: first.id, answeredOn: first.answered_on, total: first.score.total! } : null;
}
