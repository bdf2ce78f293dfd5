import { dayAfter } from '../platform/days.js';
import { Injectable } from '@nestjs/common';
import { repo, saveVersion } from '../platform/database.js';
import { NotFound } from '../platform/errors.js';
import type { Page } from '../platform/paging.js';
import { SafetyChecksService } from '../safety/safety-checks.service.js';
import type { Worksheet } from '../library/worksheet.definition.js';
import { worksheetsOf } from '../worksheets/worksheet.versions.js';
import { WorksheetsService } from '../worksheets/worksheets.service.js';
import { clinicToday, goesOnFor } from './assignment.rows.js';
import { Assignment, HomeworkSequence } from './assignments.entity.js';
import { AssignmentsService } from './assignments.service.js';
import type { SequenceDto, SequenceQuery } from './sequences.dto.js';
import { sequenceAfter, type SequenceAct } from './sequences.rules.js';

/** Sheets that follow each other. */
@Injectable()
export class SequencesService {
  constructor(
    private readonly assignments: AssignmentsService,
    private readonly worksheets: WorksheetsService,
    private readonly safetyChecks: SafetyChecksService,
  ) {}

  /** Newest first, at most 100: a person has few. */
  async list({ clientId, coupleId }: SequenceQuery): Promise<Page<SequenceDto>> {
    const where = { ...(clientId ? { clientId } : {}), ...(coupleId ? { coupleId } : {}) };
    const rows = await repo(HomeworkSequence).find({ where, order: { id: 'DESC' }, take: 100 });
    const titles = await worksheetsOf(rows.flatMap(({ steps }) => steps.map(({ worksheetId }) => worksheetId)));
    return { items: rows.map((row) => dtoOf(row, titles)), next: null };
  }

  async change(id: string, act: SequenceAct, version: number): Promise<SequenceDto> {
    const row = await this.entity(id);
    await saveVersion(HomeworkSequence, row, { status: sequenceAfter(act, row.status) }, version);
    if (act === 'resume') {
      const last = await repo(Assignment).findOne({ where: { sequenceId: id }, order: { id: 'DESC' } });
      if (last?.status === 'reviewed') await this.advance(last);
    }
    const now = await this.entity(id);
    return dtoOf(now, await worksheetsOf(now.steps.map(({ worksheetId }) => worksheetId)));
  }

  /**
   * Gives the next sheet, once this one was accepted. What would need a safety check that is missing pauses the
   * sequence: a review is never refused for what comes after it.
   */
  async advance(done: Assignment): Promise<void> {
    if (done.sequenceId === null) return;
    const sequence = await this.entity(done.sequenceId);
    const step = sequence.steps[sequence.given];
    if (sequence.status !== 'running') return;
    if (!step) return void (await saveVersion(HomeworkSequence, sequence, { status: 'ended' }, sequence.version));
    const worksheet = await this.worksheets.worksheet(step.worksheetId);
    const addressee = await goesOnFor(done);
    if (!addressee || (worksheet.gated && addressee.coupleId && !(await this.safetyChecks.isClear(addressee.coupleId))))
      return void (await saveVersion(HomeworkSequence, sequence, { status: 'paused' }, sequence.version));
    await saveVersion(HomeworkSequence, sequence, { given: sequence.given + 1 }, sequence.version);
    await this.assignments.give(worksheet, addressee, {
      dueOn: null,
      dueNextSession: done.dueNextSession,
      opensOn: dayAfter(await clinicToday(), step.afterDays),
      sequenceId: sequence.id,
      message: null,
      repeatEveryDays: null,
      repeatUntil: null,
      round: null,
    });
  }

  private async entity(id: string): Promise<HomeworkSequence> {
    const row = await repo(HomeworkSequence).findOneBy({ id });
    if (!row) throw new NotFound('sequence');
    return row;
  }
}

function dtoOf(row: HomeworkSequence, titles: Map<string, Worksheet>): SequenceDto {
  return {
    id: row.id,
    version: row.version,
    clientId: row.clientId,
    coupleId: row.coupleId,
    status: row.status,
    steps: row.steps.map(({ worksheetId, afterDays }, i) => ({
      worksheetId,
      title: titles.get(worksheetId)?.title ?? '',
      afterDays,
      given: i < row.given,
    })),
    createdAt: row.createdAt.toISOString(),
  };
}
