import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { IsNull, type FindOptionsWhere } from 'typeorm';
import { Assignment } from '../assignments/assignments.entity.js';
import { AssignmentsService } from '../assignments/assignments.service.js';
import { SubmissionsService } from '../assignments/submissions.service.js';
import { Client } from '../clients/client.entity.js';
import { callName } from '../clients/clients.rules.js';
import { bothOf } from '../couples/couple.partners.js';
import { now } from '../platform/clock.js';
import { changeRow, insertRow, repo, sql } from '../platform/database.js';
import { Invalid, NotFound, RuleBroken } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { emit } from '../platform/outbox.js';
import { actor } from '../platform/scope.js';
import { fieldsOf } from '../library/worksheet.definition.js';
import { FieldDto } from '../worksheets/worksheets.dto.js';
import { WorksheetsService } from '../worksheets/worksheets.service.js';
import type { NewProposal, NewReleasesDto, ProposalDto, ReleaseDto, SharingDto } from './releases.dto.js';
import { Release, ShareProposal } from './releases.entity.js';
import { AnswersShared, SharingProposed } from './releases.events.js';
import { asShared, copyOf, replaces, shareables, type Shareable } from './releases.rules.js';

/** The author's side, and what staff see of it: what of a sheet can be shared, is shared, was taken back. */
@Injectable()
export class ReleasesService {
  constructor(
    private readonly assignments: AssignmentsService,
    private readonly submissions: SubmissionsService,
    private readonly worksheets: WorksheetsService,
  ) {}

  /** Throws `NotFound` when the assignment is not the actor's to see. */
  async sharing(assignmentId: string): Promise<SharingDto> {
    const assignment = await this.assignments.entity(assignmentId);
    const releases = await this.of({ assignmentId });
    const [proposal] = await repo(ShareProposal).find({
      where: { assignmentId },
      order: { proposedAt: 'DESC' },
      take: 1,
    });
    const worksheet = await this.worksheets.worksheet(assignment.worksheetId);
    const fields = await this.shareable(assignment);
    const keys = fields.map(({ key }) => key);
    const told = new Set([...keys, ...releases.flatMap(({ content }) => Object.keys(content.answers))]);
    const last = keys.length > 0 ? await this.submissions.last(assignment.id) : null;
    return {
      id: assignment.id,
      clientId: assignment.clientId,
      coupleId: assignment.coupleId,
      fields,
      asked: fieldsOf(worksheet)
        .filter(({ key }) => told.has(key))
        .map((field) => FieldDto.of(asShared(worksheet, field), worksheet)),
      answers: last ? copyOf(worksheet, last.content.answers, keys) : {},
      releases: releases.map(dtoOf),
      proposal: proposal ? proposalDto(proposal) : null,
    };
  }

  /**
   * Copies these answers, as they were last sent, to where the partner may read them. What waits for both partners is a
   * release of its own. An earlier release that says nothing more is taken back. Throws `RuleBroken('not_reviewed_yet')`,
   * `Invalid` for a question that was not answered.
   */
  async release(assignmentId: string, fieldKeys: string[]): Promise<NewReleasesDto> {
    const assignment = await this.assignments.entity(assignmentId);
    const known = new Map((await this.shareable(assignment)).map((field) => [field.key, field]));
    const wanted = fieldKeys.map((key, i) => known.get(key) ?? unknown(`fieldKeys[${i}]`));
    if (wanted.some(({ ready }) => !ready))
      throw new RuleBroken('not_reviewed_yet', 'This is shared once it has been read in therapy.');
    // What was taken back stays so: its words need not be opened again.
    for (const earlier of await this.of({ assignmentId, withdrawnAt: IsNull() })) {
      if (replaces(fieldKeys, Object.keys(earlier.content.answers)))
        await changeRow(Release, earlier, { withdrawnAt: now() });
    }
    const groups = [wanted.filter(({ moment }) => moment !== 'both_done'), wanted.filter(isForBoth)];
    const made: Release[] = [];
    for (const group of groups) if (group.length > 0) made.push(await this.copy(assignment, group));
    const open = (await repo(ShareProposal).findBy({ assignmentId })).filter(({ answeredAt }) => answeredAt === null);
    for (const proposal of open) await changeRow(ShareProposal, proposal, { answeredAt: now(), declined: false });
    return { id: made[0]!.id, items: made.map(dtoOf) };
  }

  private async copy(assignment: Assignment, fields: readonly Shareable[]): Promise<Release> {
    const [coupleId, clientId] = [assignment.coupleId!, assignment.clientId!];
    const { id: submissionId, content } = await this.submissions.last(assignment.id);
    const author = await repo(Client).findOneBy({ id: clientId });
    const worksheet = await this.worksheets.worksheet(assignment.worksheetId);
    const [gate] = await sql<{ held: boolean }>('release gate', 'select release_held($1, $2) as held', [
      coupleId,
      worksheet.gated,
    ]);
    const held = gate?.held ?? true;
    const awaits = fields.some(isForBoth) ? (assignment.round ?? assignment.id) : null;
    const at = now();
    const release = await insertRow(Release, {
      // Says nothing of when it was let go: the other meets it by this id, perhaps later.
      id: randomUUID(),
      coupleId,
      releasedBy: clientId,
      assignmentId: assignment.id,
      submissionId,
      worksheetId: assignment.worksheetId,
      content: {
        from: author ? callName(author) : '',
        answers: copyOf(
          worksheet,
          content.answers,
          fields.map(({ key }) => key),
        ),
      },
      releasedAt: at,
      awaits,
      held,
      openFrom: held || awaits ? null : at,
      openedBy: null,
      reason: null,
      seenAt: null,
      withdrawnAt: null,
    });
    await this.tell(release);
    return release;
  }

  /** Opens what waits for both, if the other is there too; and tells whoever has something new to read. */
  private async tell(release: Release): Promise<void> {
    const { coupleId, releasedBy, awaits, openFrom } = release;
    const others = (await bothOf(coupleId)).filter((id) => id !== releasedBy);
    if (openFrom !== null) for (const clientId of others) await emit(new AnswersShared({ coupleId, clientId }));
    if (awaits === null) return;
    const [both] = await sql<{ open: boolean }>('release both', 'select release_both($1, $2) as open', [
      coupleId,
      awaits,
    ]);
    if (!both?.open) return;
    release.openFrom = now();
    for (const clientId of [releasedBy, ...others]) await emit(new AnswersShared({ coupleId, clientId }));
  }

  /** Ends the sharing from now on. What was read stays read. */
  async withdraw(id: string): Promise<ReleaseDto> {
    const release = await this.entity(id);
    if (release.releasedBy !== actor().clientId) throw new NotFound('release');
    if (release.withdrawnAt === null) await changeRow(Release, release, { withdrawnAt: now() });
    return dtoOf(release);
  }

  /** A clinician lets go of what was held back, and says why. */
  async open(id: string, reason: string): Promise<ReleaseDto> {
    const release = await this.entity(id);
    if (!release.held || release.withdrawnAt !== null)
      throw new RuleBroken('invalid_transition', 'This is not held back.');
    const openFrom = release.awaits === null ? now() : null;
    await changeRow(Release, release, { held: false, openFrom, openedBy: actor().id, reason });
    await this.tell(release);
    return dtoOf(release);
  }

  /** Staff suggest; the author alone shares. */
  async propose(assignmentId: string, { fieldKeys, message }: NewProposal): Promise<ProposalDto> {
    const assignment = await this.assignments.entity(assignmentId);
    const known = (await this.shareable(assignment)).map(({ key }) => key);
    fieldKeys.forEach((key, i) => known.includes(key) || unknown(`fieldKeys[${i}]`));
    const [clientId, coupleId] = [assignment.clientId!, assignment.coupleId!];
    const proposal = await insertRow(ShareProposal, {
      id: newId(),
      assignmentId,
      clientId,
      coupleId,
      fieldKeys,
      message: message ?? null,
      proposedBy: actor().id,
      proposedAt: now(),
      answeredAt: null,
      declined: null,
    });
    await emit(new SharingProposed({ assignmentId, clientId }));
    return proposalDto(proposal);
  }

  async decline(proposalId: string): Promise<ProposalDto> {
    const proposal = await repo(ShareProposal).findOneBy({ id: proposalId });
    if (!proposal) throw new NotFound('proposal');
    if (proposal.answeredAt !== null) throw new RuleBroken('invalid_transition', 'This has been answered.');
    await changeRow(ShareProposal, proposal, { answeredAt: now(), declined: true });
    return proposalDto(proposal);
  }

  /** What of its last sent draft can come before the partner; nothing of a sheet of one's own care, or of two. */
  private async shareable(assignment: Assignment): Promise<Shareable[]> {
    const { clientId, coupleId, status, worksheetId } = assignment;
    if (clientId === null || coupleId === null || (await bothOf(coupleId)).length < 2) return [];
    if (status !== 'submitted' && status !== 'reviewed' && status !== 'returned') return [];
    const { answers, visibility } = (await this.submissions.last(assignment.id)).content;
    return shareables(await this.worksheets.worksheet(worksheetId), answers, visibility, status === 'reviewed');
  }

  private of(where: FindOptionsWhere<Release>): Promise<Release[]> {
    return repo(Release).find({ where, order: { releasedAt: 'DESC', id: 'DESC' }, take: 100 });
  }

  private async entity(id: string): Promise<Release> {
    const release = await repo(Release).findOneBy({ id });
    if (!release) throw new NotFound('release');
    return release;
  }
}

const isForBoth = ({ moment }: Shareable): boolean => moment === 'both_done';

function unknown(path: string): never {
  throw new Invalid([{ path, code: 'not_answered', message: 'There is no answer to this question to share.' }]);
}

/** What is held back looks to its author like any other: why it is, is not hers to know. */
function dtoOf(row: Release): ReleaseDto {
  const waits = row.awaits !== null && row.openFrom === null;
  return {
    id: row.id,
    assignmentId: row.assignmentId,
    coupleId: row.coupleId,
    fieldKeys: Object.keys(row.content.answers),
    answers: row.content.answers,
    state: row.withdrawnAt ? 'withdrawn' : waits ? 'waiting' : 'shared',
    releasedAt: row.releasedAt.toISOString(),
    withdrawnAt: row.withdrawnAt?.toISOString() ?? null,
    seen: actor().clientId === null ? row.seenAt !== null && row.openFrom !== null && row.seenAt >= row.openFrom : null,
    held: actor().clientId === null ? row.held : null,
  };
}

const proposalDto = (row: ShareProposal): ProposalDto => ({
  id: row.id,
  assignmentId: row.assignmentId,
  fieldKeys: row.fieldKeys,
  message: row.message,
  proposedAt: row.proposedAt.toISOString(),
  answer: row.answeredAt === null ? 'open' : row.declined ? 'declined' : 'shared',
});
