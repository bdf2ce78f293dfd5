import { Injectable } from '@nestjs/common';
import type { FormAnswers } from '../fhir/shown.rules.js';
import type { Score } from '../instruments/scoring.rules.js';
import { optionsOf } from '../instruments/tracker.definition.js';
import { reveal, sql } from '../platform/database.js';
import { InstrumentsService } from '../questionnaires/instruments.service.js';
import type { Measure } from '../questionnaires/measure.js';
import type { AnsweredScale } from './answered-scale.js';
import { ScaleResponse } from './scales.entity.js';

interface Stored extends Record<string, unknown> {
  id: string;
  client_id: string;
  couple_id: string | null;
  instrument_id: string;
  instrument_version: number;
  answered_on: string;
  answers: FormAnswers;
  score: Score;
}

/** Answers to scales read whole for what leaves the house. */
@Injectable()
export class RecordAnswersService {
  constructor(private readonly instruments: InstrumentsService) {}

  /** These, oldest first; what the reader may not see is left out. */
  async byIds(ids: readonly string[]): Promise<AnsweredScale[]> {
    const rows = await reveal(
      ScaleResponse,
      await sql<Stored>(
        'answers for the record',
        `select id, client_id, couple_id, instrument_id, instrument_version, answered_on, answers, score
         from scale_response where id = any ($1::uuid[]) order by answered_at, id`,
        [ids],
      ),
    );
    const measures = new Map<string, Measure>();
    const told = [];
    for (const row of rows) {
      const edition = `${row.instrument_id} ${row.instrument_version}`;
      const measure =
        measures.get(edition) ?? (await this.instruments.measure(row.instrument_id, row.instrument_version));
      measures.set(edition, measure);
      told.push({
        ...{ id: row.id, clientId: row.client_id, coupleId: row.couple_id, title: measure.title },
        ...{ answeredOn: row.answered_on, score: row.score },
        items: itemsOf(measure, row.answers),
      });
    }
    return told;
  }
}

function itemsOf(measure: Measure, answers: FormAnswers): AnsweredScale['items'] {
  const items =
    measure.kind === 'tracker'
      ? measure.tracker.items.map((item) => ({ key: item.key, text: item.text, options: optionsOf(item) }))
      : measure.form.items.filter(({ computed }) => !computed);
  return items.map(({ key, text, options }) => {
    const given = answers[key] ?? null;
    const chosen = options.find((option) => option.value === given || option.key === given);
    return { text, answer: given === null ? null : (chosen?.text ?? String(given)) };
  });
}
