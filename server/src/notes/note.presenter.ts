import { repo } from '../platform/database.js';
import type { NoteDto } from './note.dto.js';
import type { NoteRow } from './note.entity.js';
import { NoteAddendum, NoteCosignature, PsychotherapyAddendum } from './note-additions.entity.js';
import type { NoteFacts } from './note-signature.js';
import { signingClock } from './notes.rules.js';
import { signingHours } from './signing-hours.js';
import { staffNames } from '../clients/people-names.js';

/** A note as it is read: with its later additions, its co-signatures, and the names of all who wrote. */
export async function noteDto(note: NoteRow, facts: NoteFacts | null): Promise<NoteDto> {
  const isNew = note.status === 'draft' && note.returnedAt === null;
  const own = note.kind === 'psychotherapy';
  const beside = { where: { noteId: note.id }, order: { createdAt: 'ASC' as const } };
  const addenda = isNew ? [] : await repo(own ? PsychotherapyAddendum : NoteAddendum).find(beside);
  const cosignatures = isNew || own ? [] : await repo(NoteCosignature).find(beside);
  const people = [note.authorId, ...addenda.map((a) => a.authorId), ...cosignatures.map((c) => c.supervisorId)];
  const names = await staffNames(people);
  const nameOf = (id: string): string => names.get(id) ?? '';
  const clock =
    note.status === 'draft'
      ? signingClock(facts ? new Date(facts.endsAt) : note.createdAt, note.updatedAt, await signingHours())
      : null;
  return {
    id: note.id,
    version: note.version,
    kind: note.kind,
    format: note.format,
    status: note.status,
    clientId: note.clientId,
    coupleId: note.coupleId,
    sessionId: note.sessionId,
    authorId: note.authorId,
    authorName: nameOf(note.authorId),
    sections: note.sections,
    facts,
    touchedGoals: note.touchedGoals,
    happenedAt: note.happenedAt.toISOString(),
    createdAt: note.createdAt.toISOString(),
    updatedAt: note.updatedAt.toISOString(),
    dueAt: clock?.dueAt.toISOString() ?? null,
    limitAt: clock?.limitAt.toISOString() ?? null,
    signedAt: note.signedAt?.toISOString() ?? null,
    signedBy: note.signedBy,
    signedByName: note.signedBy && nameOf(note.signedBy),
    contentHash: note.contentHash,
    addenda: addenda.map((addendum) => ({
      id: addendum.id,
      authorId: addendum.authorId,
      authorName: nameOf(addendum.authorId),
      text: addendum.text,
      reason: addendum.reason,
      createdAt: addendum.createdAt.toISOString(),
      contentHash: addendum.contentHash,
    })),
    cosignatures: cosignatures.map((answer) => ({
      decision: answer.decision,
      supervisorId: answer.supervisorId,
      supervisorName: nameOf(answer.supervisorId),
      comment: answer.comment,
      createdAt: answer.createdAt.toISOString(),
    })),
    enteredInError:
      note.errorAt && note.errorBy
        ? { reason: note.errorReason ?? '', by: note.errorBy, at: note.errorAt.toISOString() }
        : null,
  };
}
