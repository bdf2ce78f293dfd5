import { Injectable } from '@nestjs/common';
import { now } from '../platform/clock.js';
import { insertRow, repo, reveal, saveVersion, sql } from '../platform/database.js';
import { seal, sealedColumnsOf } from '../platform/encryption.js';
import { Invalid, NotFound, RuleBroken, Stale, type FieldError } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { emit } from '../platform/outbox.js';
import { actor } from '../platform/scope.js';
import { answersFit, forSending } from './answers.rules.js';
import type { AssignmentDetailDto } from './assignments.dto.js';
import { after, askingOf, type Status } from './assignments.rules.js';
import { AssignmentsService } from './assignments.service.js';
import type { ResponseDto, ResponseInput, Sending } from './responses.dto.js';
import {
  asked,
  fieldsOf,
  isNeverShared,
  VISIBILITIES,
  type Asking,
  type Visibility,
  type Worksheet,
} from '../library/worksheet.definition.js';
import { Assignment, Response, Submission, type Content } from './assignments.entity.js';
import { WorksheetSubmitted } from './assignments.events.js';
import { sightings } from '../library/watches.rules.js';
import { WorksheetsService } from '../worksheets/worksheets.service.js';

interface DraftRow {
  assignment_id: string;
  version: number;
  client_id: string | null;
  couple_id: string | null;
  worksheet_id: string;
  asked_as: Asking['as'];
  status: Status;
  opened_at: Date | null;
  id: string | null;
  saved_at: Date | null;
  content: Content | Buffer | null;
}

const [CONTENT] = sealedColumnsOf(Response);

/** The author's side: the draft, sending it, taking it back. The row policies keep drafts from everyone else. */
@Injectable()
export class ResponsesService {
  constructor(
    private readonly worksheets: WorksheetsService,
    private readonly assignments: AssignmentsService,
  ) {}

  /** Throws `NotFound` when the assignment is not the actor's to see. */
  async draft(assignmentId: string): Promise<ResponseDto> {
    const row = await this.row(assignmentId, true);
    const content = row.content as Content | null;
    return {
      ...whose(row),
      id: row.id ?? assignmentId,
      version: row.version,
      answers: content?.answers ?? {},
      visibility: content?.visibility ?? {},
      forSession: content?.forSession ?? [],
      at: content?.at ?? null,
      savedAt: row.saved_at?.toISOString() ?? null,
    };
  }

  /** Two statements: autosave calls this every few seconds. */
  async save(assignmentId: string, input: ResponseInput, version: number): Promise<ResponseDto> {
    const row = await this.row(assignmentId, false);
    const worksheet = asked(
      await this.worksheets.worksheet(row.worksheet_id),
      askingOf({ clientId: row.client_id, askedAs: row.asked_as }),
    );
    const content = contentOf(worksheet, input);
    const status = after('save', { status: row.status, openedAt: row.opened_at });
    const [id, at] = [row.id ?? newId(), now()];
    const saved = await sql<{ id: string }>(
      'draft save',
      `with moved as (update assignment set version = version + 1, status = $3, updated_at = $4 where id = $1 and version = $2
         returning id, client_id, couple_id)
       insert into response (id, assignment_id, client_id, couple_id, content, saved_at)
         select $5, moved.id, moved.client_id, moved.couple_id, $6, $4 from moved
       on conflict (clinic_id, assignment_id) do update set content = excluded.content, saved_at = excluded.saved_at returning id`,
      [assignmentId, version, status, at, id, await seal('response', CONTENT!, { ...whose(row), id }, content)],
    );
    if (saved.length === 0) throw new Stale((await this.row(assignmentId, false)).version);
    const { answers, visibility, forSession } = content;
    return {
      ...{ ...whose(row), id, version: version + 1, answers, visibility, forSession },
      at: content.at ?? null,
      savedAt: at.toISOString(),
    };
  }

  /** Copies the draft as the therapist will read it; the draft itself keeps what was not sent. */
  async submit(assignmentId: string, version: number, { hints }: Sending = {}): Promise<AssignmentDetailDto> {
    const assignment = await this.assignments.entity(assignmentId);
    const status = after('submit', assignment);
    const draft = await repo(Response).findOneBy({ assignmentId });
    if (!draft) throw new RuleBroken('invalid_transition', 'Nothing has been written yet.');
    const worksheet = asked(await this.worksheets.worksheet(assignment.worksheetId), askingOf(assignment));
    const { answers, visibility, forSession } = draft.content;
    const at = now();
    const draftNumber = assignment.draftsSent + 1;
    await saveVersion(
      Assignment,
      assignment,
      { status, sentAt: at, openedAt: null, draftsSent: draftNumber, updatedAt: at },
      version,
    );
    await insertRow(Submission, {
      id: newId(),
      assignmentId,
      clientId: assignment.clientId,
      coupleId: assignment.coupleId,
      draftNumber,
      content: {
        ...{ answers: forSending(worksheet, answers, forSession), visibility, forSession },
        ...(hints?.length && worksheet.key === 'apology' ? { hints } : {}),
      },
      sentBy: actor().id,
      sentAt: at,
      openedAt: null,
      recalledAt: null,
    });
    await emit(new WorksheetSubmitted({ assignmentId }));
    return this.assignments.one(assignmentId);
  }

  /** Takes back what was sent, until the therapist has opened it. Whoever comes first, the row lock decides. */
  async recall(assignmentId: string): Promise<AssignmentDetailDto> {
    const assignment = await this.assignments.entity(assignmentId);
    const status = after('recall', assignment);
    const at = now();
    const [taken] = await sql<{ draft: number }>(
      'homework recall',
      `update assignment set status = $2, sent_at = null, drafts_sent = drafts_sent - 1, version = version + 1, updated_at = $3
        where id = $1 and status = 'submitted' and opened_at is null returning drafts_sent + 1 as draft`,
      [assignmentId, status, at],
    );
    if (!taken) throw new RuleBroken('already_opened', 'It has been opened, so it can no longer be taken back.');
    await sql(
      'submission recall',
      'update submission set recalled_at = $3 where assignment_id = $1 and draft_number = $2 and recalled_at is null',
      [assignmentId, taken.draft, at],
    );
    return this.assignments.one(assignmentId);
  }

  private async row(assignmentId: string, withContent: boolean): Promise<DraftRow> {
    const columns = `a.id as assignment_id, a.version, a.client_id, a.couple_id, a.worksheet_id, a.asked_as, a.status, a.opened_at, r.id, r.saved_at`;
    const from =
      'from assignment a left join response r on r.clinic_id = a.clinic_id and r.assignment_id = a.id where a.id = $1';
    const [row] = withContent
      ? await sql<DraftRow>('draft', `select ${columns}, r.content ${from}`, [assignmentId])
      : await sql<DraftRow>('draft head', `select ${columns} ${from}`, [assignmentId]);
    if (!row) throw new NotFound('assignment');
    if (row.content) await reveal(Response, [row]);
    return row;
  }
}

const whose = (row: { client_id: string | null; couple_id: string | null }) => ({
  clientId: row.client_id,
  coupleId: row.couple_id,
});

/** What was sent, checked against the worksheet. Throws `Invalid` with every path that does not fit. */
function contentOf(worksheet: Worksheet, { answers, visibility, forSession, at }: ResponseInput): Content {
  const fields = fieldsOf(worksheet);
  const known = new Set(fields.map(({ key }) => key));
  const kept = new Set(fields.filter((field) => isNeverShared(worksheet, field)).map(({ key }) => key));
  const unknown = (path: string): FieldError => ({
    path,
    code: 'unknown_field',
    message: 'This worksheet has no such question.',
  });
  const errors = answersFit(worksheet, answers);
  for (const [key, value] of Object.entries(visibility ?? {})) {
    if (!known.has(key)) errors.push(unknown(`visibility.${key}`));
    else if (!VISIBILITIES.some((each) => each === value))
      errors.push({
        path: `visibility.${key}`,
        code: 'option',
        message: `This takes one of: ${VISIBILITIES.join(', ')}.`,
      });
    else if (kept.has(key) && value !== 'therapist')
      errors.push({
        path: `visibility.${key}`,
        code: 'never_shared',
        message: 'This answer stays between its writer and the therapist.',
      });
  }
  for (const { path, watch } of sightings(worksheet, answers))
    if (watch.act === 'refuse') errors.push({ path: `answers.${path}`, code: watch.code, message: watch.message });
  (forSession ?? []).forEach((key, index) => {
    if (!known.has(key)) errors.push(unknown(`forSession[${index}]`));
  });
  if (errors.length > 0) throw new Invalid(errors);
  return {
    answers,
    visibility: { ...visibility } as Record<string, Visibility>,
    forSession: [...new Set(forSession ?? [])],
    at: at ?? null,
  };
}
