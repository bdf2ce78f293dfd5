import { Injectable } from '@nestjs/common';
import { AssignmentsService } from '../assignments/assignments.service.js';
import { askingOf } from '../assignments/assignments.rules.js';
import type { Assignment } from '../assignments/assignments.entity.js';
import type { SubmissionDto } from '../assignments/responses.dto.js';
import { ResponsesService } from '../assignments/responses.service.js';
import { SubmissionsService } from '../assignments/submissions.service.js';
import { TherapistPartService } from '../assignments/therapist-part.service.js';
import { namesInCare, staffNames } from '../clients/people-names.js';
import { isAnswered, shownFields, type Answers } from '../library/show-if.rules.js';
import { asked, fieldsOf, therapistsPart, type Worksheet } from '../library/worksheet.definition.js';
import { now } from '../platform/clock.js';
import { actor } from '../platform/scope.js';
import type { SentFile } from '../platform/sent-file.js';
import { SharedService } from '../releases/shared.service.js';
import { WorksheetsService } from '../worksheets/worksheets.service.js';
import { answered, answeredBeside, longDate } from './answer-words.rules.js';
import { clinicZone } from './clinic-zone.js';
import type { Piece } from '../paper/paper.definition.js';
import { printed } from '../paper/paper.js';

/** How many shared things go on one paper: the newest. */
const MOST_SHARED = 100;

/** Sheets on paper: exactly what the reader could read on the screen, through the same services. */
@Injectable()
export class PapersService {
  constructor(
    private readonly assignments: AssignmentsService,
    private readonly responses: ResponsesService,
    private readonly submissions: SubmissionsService,
    private readonly therapists: TherapistPartService,
    private readonly shared: SharedService,
    private readonly worksheets: WorksheetsService,
  ) {}

  /** Its author has what is written so far, staff the newest draft that was sent; both with what was said to it. */
  async sheet(assignmentId: string): Promise<SentFile> {
    const assignment = await this.assignments.entity(assignmentId);
    const worksheet = await this.worksheets.worksheet(assignment.worksheetId);
    const [last] = await this.submissions.list(assignmentId);
    const zone = await clinicZone();
    const draft = await this.draftOf(assignment);
    const { clientId, coupleId } = assignment;
    const who = (await namesInCare([{ clientId, coupleId }]))({ clientId, coupleId });
    const facts = [
      who,
      draft || !last
        ? `Not sent yet. Printed on ${longDate(now(), zone, true)}.`
        : `Draft ${last.draftNumber}, sent on ${longDate(new Date(last.sentAt), zone, true)}.`,
    ];
    const pieces = [
      ...sheetPieces(
        asked(worksheet, askingOf(assignment)),
        draft ?? last?.answers ?? {},
        draft ? [] : (last?.forSession ?? []),
      ),
      ...(last ? await said(last, worksheet) : []),
      ...(actor().clientId === null ? await this.ownPart(assignment, worksheet, last?.answers ?? {}) : []),
    ];
    const bytes = await printed({ title: worksheet.title, facts, foot: who, pieces }, zone);
    return { id: assignment.id, clientId, coupleId, name: 'sheet.pdf', bytes };
  }

  /** Drafts on a list that was drawn up, each under a heading of its own, with what had been said to it by then. */
  async released(submissionIds: readonly string[], at: Date, zone: string): Promise<Piece[]> {
    const pieces: Piece[] = [];
    for (const { assignment, sent } of await this.submissions.byIds(submissionIds, at)) {
      const worksheet = await this.worksheets.worksheet(assignment.worksheetId);
      const when = `Draft ${sent.draftNumber}, sent on ${longDate(new Date(sent.sentAt), zone, true)}.`;
      pieces.push(
        { kind: 'part', title: worksheet.title },
        { kind: 'words', quiet: true, words: when },
        ...sheetPieces(asked(worksheet, askingOf(assignment)), sent.answers, sent.forSession, 3),
        ...(await said(sent, worksheet, 3)),
      );
    }
    return pieces;
  }

  /** What one partner let the other read: for a client what was shared with her, for staff both. */
  async sharedWith(coupleId: string): Promise<SentFile> {
    const { items } = await this.shared.of(coupleId, { limit: MOST_SHARED });
    const zone = await clinicZone();
    const pieces = items.flatMap(({ title, from, sharedAt, fields, answers }): Piece[] => [
      { kind: 'part', title },
      { kind: 'said', by: 'Shared by', words: `${from}, ${longDate(new Date(sharedAt), zone, false)}` },
      ...fields.map((field): Piece => ({
        ...{ kind: 'question' as const, label: field.label, note: null },
        answer: answered(field, answers[field.key]),
      })),
    ]);
    const facts = [`Printed on ${longDate(now(), zone, true)}.`, ...(items.length === 0 ? ['Nothing is shared.'] : [])];
    const bytes = await printed({ title: 'Shared with each other', facts, foot: 'Shared', pieces }, zone);
    return { id: coupleId, clientId: null, coupleId, name: 'shared.pdf', bytes };
  }

  /** The words of now while they are still its author's to change; null once they were sent, and for staff. */
  private async draftOf({ id, status }: Assignment): Promise<Answers | null> {
    if (actor().clientId === null || !['assigned', 'draft', 'returned'].includes(status)) return null;
    return (await this.responses.draft(id)).answers;
  }

  /** On a page of its own, so that the rest can be handed over. */
  private async ownPart(assignment: Assignment, worksheet: Worksheet, sent: Answers): Promise<Piece[]> {
    const { answers } = await this.therapists.of(assignment.id);
    const fields = therapistsPart(worksheet, askingOf(assignment)).filter(({ key }) => isAnswered(answers[key]));
    if (fields.length === 0) return [];
    const pieces = fields.map((field): Piece => {
      const list = fieldsOf(worksheet).find(({ key, by }) => key === field.key && by !== 'therapist');
      const [own, rows] = [answers[field.key], sent[field.key]];
      const answer = list ? answeredBeside(field, own, list, rows) : answered(field, own);
      return { kind: 'question', label: field.label, note: null, answer };
    });
    return [{ kind: 'part', title: 'For the care team alone', onNewPage: true }, ...pieces];
  }
}

function sheetPieces(worksheet: Worksheet, answers: Answers, forSession: readonly string[], level: 2 | 3 = 2): Piece[] {
  const shown = new Set(shownFields(worksheet, answers).map(({ key }) => key));
  return worksheet.sections.flatMap((section): Piece[] => {
    const fields = section.fields.filter(({ key }) => shown.has(key) || answers[key] !== undefined);
    if (fields.length === 0) return [];
    return [
      { kind: 'part', level, title: section.title },
      ...fields.map((field): Piece => {
        const isKept = forSession.includes(field.key);
        return {
          ...{ kind: 'question' as const, label: field.label, note: isKept ? 'Kept for the session' : null },
          answer: isKept ? null : answered(field, answers[field.key]),
        };
      }),
    ];
  });
}

/** The therapist's answer to the newest draft. */
async function said({ review }: SubmissionDto, worksheet: Worksheet, level: 2 | 3 = 2): Promise<Piece[]> {
  if (!review || (!review.comment && Object.keys(review.fieldComments).length === 0)) return [];
  const by = (await staffNames([review.reviewedBy])).get(review.reviewedBy) ?? 'The therapist';
  return [
    { kind: 'part', level, title: 'What was said to it' },
    ...(review.comment ? [{ kind: 'said' as const, by, words: review.comment }] : []),
    ...fieldsOf(worksheet).flatMap(({ key, label }): Piece[] => {
      const words = review.fieldComments[key];
      return words ? [{ kind: 'said', by: `${by}, on “${label}”`, words }] : [];
    }),
  ];
}
