import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { categoryOf } from '../coach/coach.rules.js';
import { now } from '../platform/clock.js';
import { insertRow, repo, saveVersion, sql } from '../platform/database.js';
import { Invalid, NotFound, type FieldError } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { emit } from '../platform/outbox.js';
import { actor } from '../platform/scope.js';
import { completeness, difference, MOST } from './answers.rules.js';
import type { AssignmentDetailDto } from './assignments.dto.js';
import { AssignmentsService } from './assignments.service.js';
import { peopleOf } from './assignment.rows.js';
import { after, askingOf } from './assignments.rules.js';
import type { ResponseDto, ReviewDto, ReviewInput, SubmissionDto } from './responses.dto.js';
import { asked, fieldsOf, type Worksheet } from '../library/worksheet.definition.js';
import { Assignment, Review, Submission } from './assignments.entity.js';
import { WorksheetReturned, WorksheetReviewed } from './assignments.events.js';
import { SequencesService } from './sequences.service.js';
import { WorksheetsService } from '../worksheets/worksheets.service.js';

/** The reader's side: what was sent, draft by draft, and what the therapist says to it. */
@Injectable()
export class SubmissionsService {
  constructor(
    private readonly worksheets: WorksheetsService,
    private readonly assignments: AssignmentsService,
    private readonly sequences: SequencesService,
  ) {}

  /** The newest draft that was sent, for staff. Throws `NotFound` while nothing was: a draft is its author's. */
  async latest(assignmentId: string): Promise<ResponseDto> {
    const assignment = await this.assignments.entity(assignmentId);
    const [sent] = await this.sent(assignmentId);
    if (!sent) throw new NotFound('response');
    await this.open(assignment);
    const { answers, visibility, forSession } = sent.content;
    return {
      ...{ id: sent.id, version: assignment.version, clientId: assignment.clientId, coupleId: assignment.coupleId },
      ...{ answers, visibility, forSession, at: null, savedAt: sent.sentAt.toISOString() },
    };
  }

  /** Every draft that was sent and not taken back, newest first, each with what the therapist said to it. */
  async list(assignmentId: string): Promise<SubmissionDto[]> {
    const assignment = await this.assignments.entity(assignmentId);
    await this.open(assignment);
    const worksheet = await this.worksheetOf(assignment);
    const sent = await this.sent(assignmentId);
    const reviews = await repo(Review).findBy({ assignmentId });
    return sent.map((submission, index) => ({
      ...dtoOf(submission, worksheet, sent[index + 1]),
      review: reviewOf(reviews.find(({ submissionId }) => submissionId === submission.id)),
    }));
  }

  /**
   * Drafts that were sent, by their ids, the oldest first, each with what was said to it up to `until`; whoever reads the
   * last one has opened its sheet.
   */
  async byIds(ids: readonly string[], until: Date): Promise<{ assignment: Assignment; sent: SubmissionDto }[]> {
    const found = await repo(Submission).find({ where: { id: In(ids) }, order: { sentAt: 'ASC', id: 'ASC' } });
    const rows = found.filter(({ recalledAt }) => recalledAt === null);
    const assignments = await repo(Assignment).findBy({ id: In(rows.map(({ assignmentId }) => assignmentId)) });
    const of = new Map(assignments.map((assignment) => [assignment.id, assignment]));
    const reviews = await repo(Review).findBy({ submissionId: In(rows.map(({ id }) => id)) });
    for (const assignment of assignments) {
      const { id, draftsSent } = assignment;
      if (rows.some(({ assignmentId, draftNumber }) => assignmentId === id && draftNumber === draftsSent))
        await this.open(assignment);
    }
    const read = [];
    for (const row of rows) {
      const assignment = of.get(row.assignmentId);
      if (!assignment) continue;
      const said = reviews.find(({ submissionId, reviewedAt }) => submissionId === row.id && reviewedAt <= until);
      const sent = { ...dtoOf(row, await this.worksheetOf(assignment), undefined), review: reviewOf(said) };
      read.push({ assignment, sent });
    }
    return read;
  }

  /** The draft that is with the therapist, or was last. Throws `NotFound` when none is. Reading it opens nothing. */
  async last(assignmentId: string): Promise<Submission> {
    const [sent] = await this.sent(assignmentId);
    if (!sent) throw new NotFound('response');
    return sent;
  }

  private sent(assignmentId: string): Promise<Submission[]> {
    return repo(Submission)
      .find({ where: { assignmentId }, order: { draftNumber: 'DESC', sentAt: 'DESC' } })
      .then((rows) => rows.filter(({ recalledAt }) => recalledAt === null));
  }

  /**
   * From the therapist's first look on its author cannot take it back. The version stays: reading changes nothing for
   * anyone else. A supervisor's look does not count; the row policies let only the care team write here.
   */
  private async open(assignment: Assignment): Promise<void> {
    if (actor().clientId !== null || assignment.status !== 'submitted' || assignment.openedAt !== null) return;
    const at = now();
    const opened = await sql(
      'homework open',
      `update assignment set opened_at = $2 where id = $1 and status = 'submitted' and opened_at is null returning id`,
      [assignment.id, at],
    );
    if (opened.length === 0) return;
    await sql(
      'submission open',
      'update submission set opened_at = $2 where assignment_id = $1 and draft_number = $3 and recalled_at is null',
      [assignment.id, at, assignment.draftsSent],
    );
    assignment.openedAt = at;
  }

  async review(assignmentId: string, input: ReviewInput, version: number): Promise<AssignmentDetailDto> {
    const assignment = await this.assignments.entity(assignmentId);
    const fieldComments = commentsOf(await this.worksheetOf(assignment), input.fieldComments ?? {});
    const status = after(input.decision, assignment);
    const [sent] = await this.sent(assignmentId);
    if (!sent) throw new NotFound('response');
    await this.open(assignment);
    const at = now();
    await saveVersion(Assignment, assignment, { status, reviewedAt: at, updatedAt: at }, version);
    await insertRow(Review, {
      id: newId(),
      assignmentId,
      submissionId: sent.id,
      clientId: assignment.clientId,
      coupleId: assignment.coupleId,
      decision: input.decision,
      content: { comment: input.comment ?? null, fieldComments },
      reviewedBy: actor().id,
      reviewedAt: at,
    });
    const Said = input.decision === 'return' ? WorksheetReturned : WorksheetReviewed;
    for (const clientId of await peopleOf({ client_id: assignment.clientId, couple_id: assignment.coupleId }))
      await emit(new Said({ assignmentId, clientId }));
    if (input.decision === 'accept') {
      await this.assignments.repeat(assignment);
      await this.sequences.advance(assignment);
    }
    return this.assignments.one(assignmentId);
  }

  private async worksheetOf(assignment: Assignment): Promise<Worksheet> {
    return asked(await this.worksheets.worksheet(assignment.worksheetId), askingOf(assignment));
  }
}

function dtoOf(row: Submission, worksheet: Worksheet, before: Submission | undefined): Omit<SubmissionDto, 'review'> {
  const { id, assignmentId, clientId, coupleId, draftNumber, content } = row;
  const { answers, visibility, forSession } = content;
  return {
    ...{ id, assignmentId, clientId, coupleId, draftNumber, answers, visibility, forSession },
    sentAt: row.sentAt.toISOString(),
    openedByTherapistAt: row.openedAt?.toISOString() ?? null,
    ...completeness(worksheet, answers),
    changes: before ? difference(worksheet, before.content.answers, answers) : null,
    // On a sheet of two, whose ticks these were is no business of the other's.
    hints: (actor().clientId !== null && clientId === null ? [] : (content.hints ?? [])).map((hint) => {
      const { name, question } = categoryOf(hint.rule);
      return { ...hint, name, question };
    }),
  };
}

function reviewOf(row: Review | undefined): ReviewDto | null {
  if (!row) return null;
  const { comment, fieldComments } = row.content;
  const { decision, reviewedBy } = row;
  return { decision, comment, fieldComments, reviewedBy, reviewedAt: row.reviewedAt.toISOString() };
}

/** Comments that say something. Throws `Invalid` for a question the worksheet does not have. */
function commentsOf(worksheet: Worksheet, comments: Record<string, unknown>): Record<string, string> {
  const known = new Set(fieldsOf(worksheet).map(({ key }) => key));
  const errors: FieldError[] = [];
  for (const [key, text] of Object.entries(comments)) {
    const path = `fieldComments.${key}`;
    if (!known.has(key)) errors.push({ path, code: 'unknown_field', message: 'This worksheet has no such question.' });
    else if (typeof text !== 'string' || text.length > MOST.long)
      errors.push({ path, code: 'type', message: `This takes text of at most ${MOST.long} characters.` });
  }
  if (errors.length > 0) throw new Invalid(errors);
  return Object.fromEntries(
    Object.entries(comments as Record<string, string>).filter(([, text]) => text.trim() !== ''),
  );
}
