import { Injectable } from '@nestjs/common';
import type { Score } from '../instruments/scoring.rules.js';
import { reveal, sql } from '../platform/database.js';
import { InstrumentsService } from '../questionnaires/instruments.service.js';
import { ScaleResponse } from './scales.entity.js';

/** The last answers to the scale a person answered last, oldest first. */
export interface LastScores {
  instrumentId: string;
  title: string;
  answeredOn: string;
  values: number[];
}

/** By the index on the newest answers: one step for each person, then four; nothing is sorted. */
const LAST_FOUR = `
  select r.id, r.client_id, r.instrument_id, r.answered_on, r.score
  from unnest($1::uuid[]) as p (id)
  cross join lateral (select n.instrument_id from scale_response n where n.clinic_id = (select req_clinic()) and n.client_id = p.id
    order by n.answered_at desc, n.id desc limit 1) newest
  cross join lateral (select r.id, r.client_id, r.instrument_id, r.answered_on, r.answered_at, r.score from scale_response r
    where r.clinic_id = (select req_clinic()) and r.client_id = p.id and r.instrument_id = newest.instrument_id
    order by r.answered_at desc limit 4) r`;

/** A line for each person of a caseload: one statement for the whole page. */
@Injectable()
export class LastScoresService {
  constructor(private readonly instruments: InstrumentsService) {}

  /** By person; nobody who answered nothing, or whom the reader does not see. */
  async of(clientIds: readonly string[]): Promise<Map<string, LastScores>> {
    const rows = await sql<{
      id: string;
      client_id: string;
      instrument_id: string;
      answered_on: string;
      score: Score;
    }>('scores last four', LAST_FOUR, [clientIds]);
    await reveal(ScaleResponse, rows);
    const measures = await this.instruments.measures([...new Set(rows.map((row) => row.instrument_id))]);
    const found = new Map<string, LastScores>();
    for (const row of rows) {
      const title = measures.get(row.instrument_id)?.title ?? '';
      const { client_id: id, instrument_id: instrumentId, answered_on: answeredOn } = row;
      const one = found.get(id) ?? { instrumentId, title, answeredOn, values: [] };
      // newest first, as they come
      found.set(id, row.score.total === null ? one : { ...one, values: [row.score.total, ...one.values] });
    }
    return found;
  }
}
