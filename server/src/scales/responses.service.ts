import { Injectable } from '@nestjs/common';
import { openResponse, readResponse } from '../fhir/response.rules.js';
import type { FormAnswers } from '../fhir/shown.rules.js';
import type { Score } from '../instruments/scoring.rules.js';
import { now } from '../platform/clock.js';
import { reveal, sql } from '../platform/database.js';
import { type FieldError, Invalid, NotFound, Refused } from '../platform/errors.js';
import { isInstant } from '../platform/instant.validator.js';
import { InstrumentsService } from '../questionnaires/instruments.service.js';
import type { FormMeasure } from '../questionnaires/measure.js';
import type { PublishedReading } from './published.rules.js';
import { responseBundle, trackerAnswered } from './response-bundle.rules.js';
import type { FhirBundleDto, ImportedResponseDto, ResponseImportQuery } from './responses.dto.js';
import { ScaleResponse } from './scales.entity.js';
import { factsOf, ScalesService } from './scales.service.js';

interface Stored {
  id: string;
  client_id: string;
  instrument_id: string;
  instrument_version: number;
  answered_at: Date;
  answers: FormAnswers;
  score: Score;
  reading: PublishedReading | null;
}

@Injectable()
export class ResponsesService {
  constructor(
    private readonly instruments: InstrumentsService,
    private readonly scales: ScalesService,
  ) {}

  /**
   * Answers that were given elsewhere, as a FHIR QuestionnaireResponse, kept as if they had been given here. The form is the one
   * the answers name, or the one the query names. Throws `Refused` with the path of every reason.
   */
  async import(sent: string, { clientId, instrumentId }: ResponseImportQuery): Promise<ImportedResponseDto> {
    const opened = openResponse(sent);
    if (opened.value === null) throw refusal(opened.faults);
    const { questionnaire, authored, items, warnings } = opened.value;
    const measure = await this.formOf(questionnaire, instrumentId);
    const facts = factsOf(measure);
    const at = now();
    const answeredAt = answeredWhen(authored, at);
    const read = readResponse(measure.form, items);
    if (read.value === null) throw refusal(read.faults);
    const { answers, total } = read.value;
    const kept = await this.scales.keepForm(measure, answers, { clientId, at, answeredAt, source: 'file' });
    const differs = total !== null && total !== kept.score.total;
    return {
      ...kept,
      fileTotal: total,
      warnings: [
        ...warnings,
        ...(authored === null ? ['The file does not say when it was answered: taken as of now.'] : []),
        ...read.value.warnings,
        ...(differs ? [`The file names a total of ${total}; ${facts.title} gives ${kept.score.total ?? 'none'}.`] : []),
      ],
    };
  }

  /** One set of answers and its scores as a Bundle of FHIR R4. Throws `NotFound`. */
  async bundle(id: string): Promise<FhirBundleDto> {
    const [row] = await reveal(
      ScaleResponse,
      await sql<Stored>(
        'response for fhir',
        `select id, client_id, instrument_id, instrument_version, answered_at, answers, score, reading
          from scale_response where id = $1`,
        [id],
      ),
    );
    if (!row) throw new NotFound('scale response');
    const measure = await this.instruments.measure(row.instrument_id, row.instrument_version);
    const { client_id: clientId, instrument_id: instrumentId, instrument_version: version, answers, score } = row;
    const given = { id, clientId, answeredAt: row.answered_at.toISOString(), instrumentId, version, answers, score };
    const { reading } = row;
    if (measure.kind === 'tracker') return asDto(responseBundle(trackerAnswered(measure.tracker, given)));
    if (reading === null) throw new NotFound('scale response');
    return asDto(responseBundle({ ...given, form: measure.form, facts: factsOf(measure), reading }));
  }

  private async formOf(questionnaire: string | null, instrumentId: string | undefined): Promise<FormMeasure> {
    if (instrumentId !== undefined) {
      const measure = await this.instruments.measure(instrumentId);
      if (measure.kind === 'form') return measure;
      throw new Invalid([{ path: 'instrumentId', code: 'built_in', message: 'A practice tracker has no file.' }]);
    }
    const found = questionnaire === null ? null : await this.instruments.byCanonical(questionnaire);
    if (found) return found;
    throw refusal([
      {
        path: '$.questionnaire',
        code: 'unknown_questionnaire',
        message: 'No form, or more than one, has this address: bring it first, or say which instrument it answers.',
      },
    ]);
  }
}

const asDto = ({ resourceType, id, type, entry }: ReturnType<typeof responseBundle>): FhirBundleDto => ({
  ...{ resourceType, id: id ?? '', type },
  entry: (entry ?? []).map(({ resource }) => ({ resource: { ...resource } })),
});

const refusal = (errors: readonly FieldError[]): Refused =>
  new Refused('not_importable', 'These answers cannot be taken.', [...errors]);

/** A day without a time would be a guess about which answer came first. */
function answeredWhen(authored: string | null, at: Date): Date {
  if (authored === null) return at;
  const path = '$.authored';
  if (!isInstant(authored))
    throw refusal([{ path, code: 'not_an_instant', message: 'A time with its offset is needed.' }]);
  const answeredAt = new Date(authored);
  if (answeredAt > at) throw refusal([{ path, code: 'future', message: 'It lies in the future.' }]);
  return answeredAt;
}
