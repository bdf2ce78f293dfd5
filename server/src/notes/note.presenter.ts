import { In, type FindOptionsWhere } from 'typeorm';
import { repo } from '../platform/database.js';
import type { NoteDto } from './note.dto.js';
import type { NoteRow } from './note.entity.js';
import { type AddendumRow, NoteAddendum, NoteCosignature, PsychotherapyAddendum } from './note-additions.entity.js';
import type { NoteFacts } from './note-signature.js';
import { signingClock, type SigningHours } from './notes.rules.js';
import { signingHours } from './signing-hours.js';
import { staffNames } from '../clients/people-names.js';

/** A note as it is read: with its later additions, its co-signatures, and the names of all who wrote. */
export const noteDto = async (note: NoteRow, facts: NoteFacts | null): Promise<NoteDto> =>
  (await noteDtos([note], () => facts))[0]!;

/** Many of them at once; `factsOf` says what stands beside each. */
export async function noteDtos(
  notes: readonly NoteRow[],
  factsOf: (note: NoteRow) => NoteFacts | null = (note) => note.facts,
): Promise<NoteDto[]> {
  const settled = notes.filter((note) => note.status !== 'draft' || note.returnedAt !== null);
  const ofRecord = settled.filter(({ kind }) => kind !== 'psychotherapy');
  const addenda = [
    ...(await beside<AddendumRow>(NoteAddendum, ofRecord)),
    ...(await beside<AddendumRow>(
      PsychotherapyAddendum,
      settled.filter(({ kind }) => kind === 'psychotherapy'),
    )),
  ];
  const answers = await beside(NoteCosignature, ofRecord);
  const names = await staffNames([
    ...notes.map(({ authorId }) => authorId),
    ...addenda.map(({ authorId }) => authorId),
    ...answers.map(({ supervisorId }) => supervisorId),
  ]);
  const hours = notes.some(({ status }) => status === 'draft') ? await signingHours() : null;
  return notes.map((note) => {
    const own = <T extends { noteId: string }>(rows: readonly T[]): T[] =>
      rows.filter(({ noteId }) => noteId === note.id);
    return asRead(note, factsOf(note), { addenda: own(addenda), cosignatures: own(answers), names, hours });
  });
}

/** What was put beside these notes, in its order. */
async function beside<T extends { noteId: string; createdAt: Date }>(
  of: new () => T,
  notes: readonly NoteRow[],
): Promise<T[]> {
  if (notes.length === 0) return [];
  const where = { noteId: In(notes.map(({ id }) => id)) } as FindOptionsWhere<T>;
  return repo(of).find({ where, order: { createdAt: 'ASC' } });
}

interface Beside {
  addenda: readonly AddendumRow[];
  cosignatures: readonly NoteCosignature[];
  names: ReadonlyMap<string, string>;
  /** Null where no draft is among the notes. */
  hours: SigningHours | null;
}

function asRead(note: NoteRow, facts: NoteFacts | null, { addenda, cosignatures, names, hours }: Beside): NoteDto {
  const nameOf = (id: string): string => names.get(id) ?? '';
  const clock =
    note.status === 'draft' && hours
      ? signingClock(facts ? new Date(facts.endsAt) : note.createdAt, note.updatedAt, hours)
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
