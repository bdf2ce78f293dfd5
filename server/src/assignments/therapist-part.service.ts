import { Injectable } from '@nestjs/common';
import { staffNames } from '../clients/people-names.js';
import { therapistsPart, type Field } from '../library/worksheet.definition.js';
import { now } from '../platform/clock.js';
import { repo, sql } from '../platform/database.js';
import { seal, sealedColumnsOf } from '../platform/encryption.js';
import { Invalid, RuleBroken, Stale } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { actor } from '../platform/scope.js';
import { FieldDto } from '../worksheets/worksheets.dto.js';
import { WorksheetsService } from '../worksheets/worksheets.service.js';
import { answersFit } from './answers.rules.js';
import { askingOf } from './assignments.rules.js';
import { Assignment, TherapistPart } from './assignments.entity.js';
import { AssignmentsService } from './assignments.service.js';
import type { TherapistPartDto, TherapistPartInput } from './responses.dto.js';

const [ANSWERS] = sealedColumnsOf(TherapistPart);

/** The questions of a sheet that are the therapist's own: kept beside the answers, and from whoever gave them. */
@Injectable()
export class TherapistPartService {
  constructor(
    private readonly worksheets: WorksheetsService,
    private readonly assignments: AssignmentsService,
  ) {}

  async of(assignmentId: string): Promise<TherapistPartDto> {
    const assignment = await this.assignments.entity(assignmentId);
    const fields = await this.fields(assignment);
    const part = await repo(TherapistPart).findOneBy({ assignmentId });
    return dtoOf(assignment, fields, part);
  }

  /** `version` 0: the first save. Throws `Stale`, `Invalid`, `RuleBroken` for a sheet that was withdrawn. */
  async save(assignmentId: string, { answers }: TherapistPartInput, version: number): Promise<TherapistPartDto> {
    const assignment = await this.assignments.entity(assignmentId);
    if (assignment.status === 'withdrawn') throw new RuleBroken('invalid_transition', 'This sheet was withdrawn.');
    const fields = await this.fields(assignment);
    const faults = answersFit({ sections: [{ key: '', title: '', intro: '', fields }] }, answers);
    if (faults.length > 0) throw new Invalid(faults);
    const before = await repo(TherapistPart).findOneBy({ assignmentId });
    if ((before?.version ?? 0) !== version) throw new Stale(before?.version ?? 0);
    const { clientId, coupleId } = assignment;
    const [id, savedBy, savedAt] = [before?.id ?? newId(), actor().id, now()];
    const sealed = await seal('therapist_part', ANSWERS!, { id, client_id: clientId, couple_id: coupleId }, answers);
    const saved = await sql<{ id: string }>(
      'therapist part save',
      `insert into therapist_part (id, assignment_id, client_id, couple_id, answers, saved_by, saved_at, version)
         values ($1, $2, $3, $4, $5, $6, $7, 1)
       on conflict (clinic_id, assignment_id) do update set answers = excluded.answers, saved_by = excluded.saved_by,
         saved_at = excluded.saved_at, version = therapist_part.version + 1 where therapist_part.version = $8 returning id`,
      [id, assignmentId, clientId, coupleId, sealed, savedBy, savedAt, version],
    );
    if (saved.length === 0) throw new Stale(version + 1);
    const part = { id, assignmentId, clientId, coupleId, answers, savedBy, savedAt, version: version + 1 };
    return dtoOf(assignment, fields, part);
  }

  private async fields(assignment: Assignment): Promise<Field[]> {
    return therapistsPart(await this.worksheets.worksheet(assignment.worksheetId), askingOf(assignment));
  }
}

async function dtoOf(
  { id, clientId, coupleId }: Assignment,
  fields: readonly Field[],
  part: TherapistPart | null,
): Promise<TherapistPartDto> {
  return {
    ...{ id: part?.id ?? id, version: part?.version ?? 0, clientId, coupleId },
    fields: fields.map((field) => FieldDto.of(field)),
    answers: part?.answers ?? {},
    savedByName: part && ((await staffNames([part.savedBy])).get(part.savedBy) ?? null),
    savedAt: part?.savedAt.toISOString() ?? null,
  };
}
