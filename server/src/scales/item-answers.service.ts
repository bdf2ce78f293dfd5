import { Injectable } from '@nestjs/common';
import type { FormAnswers } from '../fhir/shown.rules.js';
import { reveal, sql } from '../platform/database.js';
import { NotFound } from '../platform/errors.js';
import { itemsToAsk } from '../questionnaires/instrument.views.js';
import { InstrumentsService } from '../questionnaires/instruments.service.js';
import type { Measure } from '../questionnaires/measure.js';
import type { AskedItemDto, ItemAnswersDto, ItemAnswersQuery } from './item-answers.dto.js';
import { ScaleResponse } from './scales.entity.js';

/** More columns than these nobody reads. */
const MOST = 30;

/** What stands behind the totals, for the care team: a score hides which answer moved. */
@Injectable()
export class ItemAnswersService {
  constructor(private readonly instruments: InstrumentsService) {}

  async of(clientId: string, { instrumentId: asked, from }: ItemAnswersQuery): Promise<ItemAnswersDto> {
    const [person] = await sql<{ last: string | null }>(
      'items client',
      `select (select r.instrument_id from scale_response r where r.client_id = c.id order by r.answered_at desc limit 1) as last
        from client c where c.id = $1`,
      [clientId],
    );
    if (!person) throw new NotFound('client');
    const instrumentId = asked ?? person.last;
    if (instrumentId === null) return { instrumentId, items: [], answers: [] };
    const measure = await this.instruments.measure(instrumentId);
    const rows = await reveal(
      ScaleResponse,
      await sql<{ id: string; client_id: string; answered_on: string; answers: FormAnswers }>(
        'items answered',
        `select id, client_id, answered_on, answers from scale_response
          where client_id = $1 and instrument_id = $2 and ($3::date is null or answered_on >= $3::date)
          order by answered_at desc, id desc limit ${MOST}`,
        [clientId, instrumentId, from ?? null],
      ),
    );
    const items = itemsOf(measure);
    return {
      instrumentId,
      items,
      answers: rows.map(({ id, answered_on: answeredOn, answers }) => ({
        ...{ id, answeredOn },
        points: Object.fromEntries(items.map(({ key }) => [key, pointsOf(answers[key])])),
      })),
    };
  }
}

const pointsOf = (answer: FormAnswers[string] | undefined): number | null =>
  typeof answer === 'number' ? answer : null;

function itemsOf(measure: Measure): AskedItemDto[] {
  if (measure.kind === 'tracker') return measure.tracker.items.map(({ key, text }) => ({ key, text, risk: false }));
  const { form, facts } = measure;
  const atRisk = new Set(facts?.risks.map(({ item }) => item));
  return itemsToAsk(form).map(({ key, text }) => ({ key, text, risk: atRisk.has(form.scoring?.items[key] ?? '') }));
}
