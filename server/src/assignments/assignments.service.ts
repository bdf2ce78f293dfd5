import { Injectable } from '@nestjs/common';
import { v5 } from 'uuid';
import { now } from '../platform/clock.js';
import { insertRow, repo, saveVersion, sql } from '../platform/database.js';
import { Invalid, NotFound, RuleBroken } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { emit } from '../platform/outbox.js';
import { decodeCursor, keyset, type Page } from '../platform/paging.js';
import { actor } from '../platform/scope.js';
import { standingAbout, type StandingAbout } from '../couples/standing.js';
import { ASSIGNMENT, assignmentRow, clinicToday, goesOnFor, peopleOf, revealGivers } from './assignment.rows.js';
import {
  AssignmentDto,
  type AssignmentDetailDto,
  type AssignmentQuery,
  type AssignmentRow,
  type NewAssignment,
  type NewAssignmentsDto,
} from './assignments.dto.js';
import { after, askingOf, STATUSES, statusesOf } from './assignments.rules.js';
import { SafetyChecksService } from '../safety/safety-checks.service.js';
import { fitOf } from '../library/library.rules.js';
import { asked, type Stage, type Worksheet } from '../library/worksheet.definition.js';
import { Assignment, EarlyAssignment, HomeworkSequence, type Step } from './assignments.entity.js';
import { WorksheetAssigned } from './assignments.events.js';
import { WorksheetDto } from '../worksheets/worksheets.dto.js';
import { WorksheetsService } from '../worksheets/worksheets.service.js';

type Addressee = Pick<Assignment, 'clientId' | 'coupleId' | 'askedAs' | 'betrayalId'>;
/** How and for when it is given. */
export type Wish = Pick<
  Assignment,
  'dueOn' | 'dueNextSession' | 'opensOn' | 'sequenceId' | 'message' | 'repeatEveryDays' | 'repeatUntil' | 'round'
>;
/** To whom, and where they stand in the work of their couple. */
type Reached = Addressee & { stage: Stage | null };

@Injectable()
export class AssignmentsService {
  constructor(
    private readonly worksheets: WorksheetsService,
    private readonly safetyChecks: SafetyChecksService,
  ) {}

  async assign(wanted: NewAssignment): Promise<NewAssignmentsDto> {
    const addressees = await this.addresseesOf(wanted);
    const planned = stepsOf(wanted, addressees.length);
    const sheets: Worksheet[] = [];
    for (const { worksheetId } of planned) sheets.push(await this.worksheets.toGive(worksheetId));
    // What follows is what is there today, whatever is published until its turn.
    const steps = planned.map(({ afterDays }, i) => ({ worksheetId: sheets[i]!.id, afterDays }));
    for (const sheet of sheets) await this.assertMayBeGiven(sheet, wanted);
    const isEarly = ({ stage }: Reached): boolean =>
      stage !== null && sheets.some((sheet) => fitOf(sheet, stage) === 'early');
    const reason = wanted.earlyReason?.trim();
    if (!reason && addressees.some(isEarly))
      throw new RuleBroken('stage_reason_needed', 'This tends to come later than where they stand. Say why now.');
    const made: Assignment[] = [];
    const round = newId();
    for (const addressee of addressees) {
      const row = await this.give(sheets[0]!, addressee, {
        dueOn: wanted.dueOn ?? null,
        dueNextSession: wanted.dueNextSession ?? false,
        opensOn: wanted.opensOn ?? null,
        sequenceId: steps.length > 1 ? await this.plan(addressee, steps) : null,
        message: wanted.message ?? null,
        repeatEveryDays: wanted.repeat?.everyDays ?? null,
        repeatUntil: wanted.repeat?.until ?? null,
        round,
      });
      if (reason && isEarly(addressee)) await keepReason(row, addressee.stage!, reason);
      made.push(row);
    }
    const items = await this.read('assignments made', 'where a.id = any ($1::uuid[]) order by a.id', [
      made.map(({ id }) => id),
    ]);
    return { id: made[0]!.id, items };
  }

  private async assertMayBeGiven(sheet: Worksheet, { coupleId, mode }: NewAssignment): Promise<void> {
    // Alone and outside of the couple's work nothing can come before a partner's eyes.
    if (sheet.gated && coupleId && !(await this.safetyChecks.isClear(coupleId)))
      throw new RuleBroken('safety_check_missing', 'Ask each partner alone about safety first, and record it.');
    if (mode === 'together' && sheet.sensitivity === 'never_shared')
      throw new RuleBroken('alone_only', 'This worksheet is for each alone: nothing on it may come before a partner.');
  }

  private async plan({ clientId, coupleId }: Addressee, steps: Step[]): Promise<string> {
    const sequence = await insertRow(HomeworkSequence, {
      ...{ id: newId(), clientId, coupleId, steps, given: 1, status: 'running' as const },
      ...{ createdBy: actor().id, createdAt: now(), version: 1 },
    });
    return sequence.id;
  }

  /** Gives it again, `repeatEveryDays` after it was last wished for, if it was to be repeated and is not past its end. */
  async repeat(row: Assignment): Promise<void> {
    if (row.repeatEveryDays === null) return;
    const from = row.dueOn ?? now().toISOString().slice(0, 10);
    const dueOn = new Date(Date.parse(`${from}T00:00:00Z`) + row.repeatEveryDays * 86_400_000)
      .toISOString()
      .slice(0, 10);
    if (row.repeatUntil !== null && dueOn > row.repeatUntil) return;
    const { message, repeatEveryDays, repeatUntil } = row;
    const rest = { dueNextSession: false, opensOn: null, sequenceId: null };
    // The same for both partners, whoever of them is first.
    const round = row.round && v5(dueOn, row.round);
    const wish = { dueOn, message, repeatEveryDays, repeatUntil, round, ...rest };
    const addressee = await goesOnFor(row);
    if (addressee) await this.give(await this.worksheets.worksheet(row.worksheetId), addressee, wish);
  }

  async give(
    worksheet: Worksheet,
    { clientId, coupleId, askedAs, betrayalId }: Addressee,
    wish: Wish,
  ): Promise<Assignment> {
    const at = now();
    const row = await insertRow(Assignment, {
      id: newId(),
      version: 1,
      clientId,
      coupleId,
      worksheetId: worksheet.id,
      worksheetKey: worksheet.key,
      worksheetVersion: worksheet.version,
      askedAs,
      betrayalId,
      status: 'assigned',
      ...wish,
      assignedBy: actor().id,
      assignedAt: at,
      updatedAt: at,
      sentAt: null,
      openedAt: null,
      reviewedAt: null,
      draftsSent: 0,
    });
    // What opens later is told of when it does.
    if (row.opensOn !== null && row.opensOn > (await clinicToday())) return row;
    for (const person of await peopleOf({ client_id: clientId, couple_id: coupleId }))
      await emit(new WorksheetAssigned({ assignmentId: row.id, clientId: person }));
    return row;
  }

  /** Throws `Invalid` when nobody is named, or someone outside of the couple; `NotFound` for whom the actor does not see. */
  private async addresseesOf({ clientIds, coupleId, mode, betrayalId }: NewAssignment): Promise<Reached[]> {
    if (!coupleId) {
      if (!clientIds) throw invalid('clientIds', 'one_of', 'Name a client or a couple.');
      if (mode === 'together') throw invalid('coupleId', 'required', 'Two people fill in one sheet only as a couple.');
      const seen = await sql<{ id: string }>('homework people', 'select id from client where id = any ($1::uuid[])', [
        clientIds,
      ]);
      if (seen.length !== clientIds.length) throw new NotFound('client');
      const standings = await standingAbout({ clientIds }, betrayalId);
      return clientIds.map((clientId) => ({ clientId, coupleId: null, ...standingIn(standings, clientId) }));
    }
    const standings = await standingAbout({ coupleId }, betrayalId);
    const partners = standings.map(({ clientId }) => clientId);
    if (partners.length === 0) throw new NotFound('couple');
    if (clientIds?.some((id) => !partners.includes(id)))
      throw invalid('clientIds', 'not_a_partner', 'Only the partners of this couple can be named.');
    if (mode === 'together') {
      const [{ stage, betrayalId: about }] = standings as [StandingAbout];
      return [{ clientId: null, coupleId, askedAs: null, betrayalId: about, stage }];
    }
    return (clientIds ?? partners).map((clientId) => ({ clientId, coupleId, ...standingIn(standings, clientId) }));
  }

  /** Newest first. A partner's list holds his own sheets and the joint ones, and no sign of others. */
  async list(query: AssignmentQuery): Promise<Page<AssignmentDto>> {
    const before = decodeCursor(query.cursor, 1)?.[0] ?? null;
    const statuses = query.status ? statusesOf(query.status) : STATUSES;
    const page = 'a.status = any ($1) and ($2::uuid is null or a.id < $2::uuid) order by a.id desc limit $3';
    const values: unknown[] = [statuses, before, query.limit + 1];
    const items = query.clientId
      ? await this.read(
          'homework of client',
          `where a.client_id = $4 and ($5::uuid is null or a.couple_id = $5) and ${page}`,
          [...values, query.clientId, query.coupleId ?? null],
        )
      : query.coupleId
        ? await this.read('homework of couple', `where a.couple_id = $4 and ${page}`, [...values, query.coupleId])
        : await this.read('homework', `where ${page}`, values);
    return keyset(items, query.limit, ({ id }) => [id]);
  }

  private async read(name: string, where: string, values: unknown[]): Promise<AssignmentDto[]> {
    const rows = await revealGivers(await sql<AssignmentRow>(name, `select ${ASSIGNMENT} ${where}`, values));
    const worksheetOf = await this.worksheets.worksheets(rows.map(({ worksheet_id }) => worksheet_id));
    return rows.map((row) => AssignmentDto.of(row, worksheetOf(row.worksheet_id)));
  }

  async one(id: string): Promise<AssignmentDetailDto> {
    const row = await assignmentRow(id);
    const { message } = await this.entity(id);
    const worksheet = await this.worksheets.worksheet(row.worksheet_id);
    const early = actor().clientId === null ? await repo(EarlyAssignment).findOneBy({ assignmentId: id }) : null;
    return {
      ...AssignmentDto.of(row, worksheet),
      message,
      early: early && { stage: early.stage, reason: early.reason },
      worksheet: WorksheetDto.of(
        asked(worksheet, askingOf({ clientId: row.client_id, askedAs: row.asked_as })),
        actor().clientId === null,
      ),
    };
  }

  /** Throws `NotFound` when there is none, or it is not the actor's to see. */
  async entity(id: string): Promise<Assignment> {
    const row = await repo(Assignment).findOneBy({ id });
    if (!row) throw new NotFound('assignment');
    return row;
  }

  async withdraw(id: string, version: number): Promise<AssignmentDetailDto> {
    const row = await this.entity(id);
    await saveVersion(Assignment, row, { status: after('withdraw', row), updatedAt: now() }, version);
    return this.one(id);
  }
}

/** The sheet itself, then what follows it. Throws `Invalid` where a plan would be for two, or repeats itself. */
function stepsOf({ worksheetId, then, repeat, dueOn, dueNextSession }: NewAssignment, people: number): Step[] {
  if (dueOn && dueNextSession) throw invalid('dueNextSession', 'one_of', 'Wish for a day or for the next session.');
  if (!then) return [{ worksheetId, afterDays: 0 }];
  if (people > 1) throw invalid('then', 'one_person', 'A sequence is for one person, or for two on one sheet.');
  if (repeat) throw invalid('repeat', 'one_of', 'A sheet is repeated or followed by others, not both.');
  return [
    { worksheetId, afterDays: 0 },
    ...then.map(({ worksheetId: id, afterDays }) => ({ worksheetId: id, afterDays })),
  ];
}

const invalid = (path: string, code: string, message: string): Invalid => new Invalid([{ path, code, message }]);

/** The one role somebody is asked in, null where none is known or both are theirs; and the stage of their couple. */
function standingIn(
  standings: readonly StandingAbout[],
  clientId: string,
): Pick<Reached, 'askedAs' | 'betrayalId' | 'stage'> {
  const found = standings.find((each) => each.clientId === clientId);
  if (!found) return { askedAs: null, betrayalId: null, stage: null };
  const { role, betrayalId, stage } = found;
  return { askedAs: role === 'injured' || role === 'involved' ? role : null, betrayalId, stage };
}

async function keepReason(
  { id, clientId, coupleId, assignedAt }: Assignment,
  stage: Stage,
  reason: string,
): Promise<void> {
  const whose = { assignmentId: id, clientId, coupleId };
  await insertRow(EarlyAssignment, {
    ...{ id: newId(), ...whose, stage, reason },
    ...{ givenBy: actor().id, givenAt: assignedAt },
  });
}
