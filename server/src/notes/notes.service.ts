import { Injectable } from '@nestjs/common';
import { now } from '../platform/clock.js';
import { insertRow, repo, saveVersion, sql } from '../platform/database.js';
import { Forbidden, Invalid, NotFound, RuleBroken, Stale } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { actor } from '../platform/scope.js';
import { SessionsService } from '../sessions/sessions.service.js';
import type { Session } from '../sessions/session.entity.js';
import { BesideNotesService } from './beside-notes.service.js';
import { NoteAddendum, PsychotherapyAddendum, type AddendumRow } from './note-additions.entity.js';
import type { NewNote, NoteDto, NoteRevisionDto, NoteText } from './note.dto.js';
import { Note, NoteRevision, PsychotherapyNote, type NoteRow } from './note.entity.js';
import { mustFit, sectionsOf, wholeText, type NoteKind } from './note-formats.js';
import { noteDto } from './note.presenter.js';
import type { NoteFacts } from './note-signature.js';
import { NoteWordsService } from './note-words.service.js';
import { mustBeDraft, tookPlace } from './notes.rules.js';

/** Where a note lies: in the record, or in its author's own drawer. */
export interface Shelf {
  note: new () => NoteRow;
  addendum: new () => AddendumRow;
}
const RECORD: Shelf = { note: Note, addendum: NoteAddendum };
const OWN: Shelf = { note: PsychotherapyNote, addendum: PsychotherapyAddendum };
export const shelfOf = (kind: NoteKind): Shelf => (kind === 'psychotherapy' ? OWN : RECORD);

/** How many saves of one draft are kept. */
const REVISIONS_KEPT = 50;

@Injectable()
export class NotesService {
  constructor(
    private readonly sessions: SessionsService,
    private readonly beside: BesideNotesService,
    private readonly words: NoteWordsService,
  ) {}

  async start(asked: NewNote): Promise<NoteDto> {
    const at = now();
    const session = asked.sessionId ? await this.sessions.find(asked.sessionId) : null;
    const whose = await this.whose(asked, session);
    const inRecord = asked.kind !== 'psychotherapy';
    mustFit(asked.kind, asked.format);
    const saysWhen = inRecord && session === null;
    const note: NoteRow = {
      id: newId(),
      ...whose,
      sessionId: session?.id ?? null,
      authorId: actor().id,
      kind: asked.kind,
      format: asked.format,
      status: 'draft',
      sections: wholeText(asked.format, asked.sections ?? {}),
      facts: null,
      touchedGoals: [],
      happenedAt: tookPlace(asked.happenedAt, saysWhen, inRecord && session ? session.startsAt : at, at),
      createdAt: at,
      updatedAt: at,
      version: 1,
      signedAt: null,
      signedBy: null,
      signedVersion: null,
      contentHash: null,
      signature: null,
      returnedAt: null,
      returnedBy: null,
      errorAt: null,
      errorBy: null,
      errorReason: null,
    };
    if (session && inRecord) await this.sessions.markHeld(session, at);
    await insertRow(shelfOf(note.kind).note, note);
    await this.words.write(note);
    await this.keepRevision(note);
    return noteDto(note, inRecord && session ? factsOf(session) : null);
  }

  async read(id: string): Promise<NoteDto> {
    const note = await this.find(id);
    return noteDto(note, await this.wholeFactsFor(note));
  }

  async save(id: string, version: number, text: NoteText): Promise<NoteDto> {
    const note = await this.own(id);
    mustBeDraft(note.status);
    const format = text.format ?? note.format;
    mustFit(note.kind, format);
    const at = now();
    const saysWhen = note.sessionId === null && note.kind !== 'psychotherapy';
    const happenedAt = tookPlace(text.happenedAt, saysWhen, note.happenedAt, at);
    const touchedGoals = note.kind === 'psychotherapy' ? [] : [...new Set(text.touchedGoals ?? note.touchedGoals)];
    const patch = { format, sections: sectionsOf(format, text.sections), happenedAt, touchedGoals, updatedAt: at };
    await this.saveDraft(note, patch, version);
    await this.keepRevision(note);
    return noteDto(note, await this.factsFor(note));
  }

  /** The latest saves of one's own note, newest first. */
  async revisions(id: string): Promise<{ items: NoteRevisionDto[]; next: null }> {
    const note = await this.own(id);
    const found = await repo(NoteRevision).find({
      where: { noteId: note.id },
      order: { noteVersion: 'DESC' },
      take: REVISIONS_KEPT,
    });
    const items = found.map((revision) => ({
      id: revision.id,
      version: revision.noteVersion,
      format: revision.format,
      sections: revision.sections,
      savedAt: revision.savedAt.toISOString(),
    }));
    return { items, next: null };
  }

  /** A note the actor may see. Throws NotFound. */
  async find(id: string): Promise<NoteRow> {
    const note = (await repo(Note).findOneBy({ id })) ?? (await repo(PsychotherapyNote).findOneBy({ id }));
    if (!note) throw new NotFound('note');
    return note;
  }

  /** A note of the actor's own. Throws NotFound, or Forbidden for a colleague's. */
  async own(id: string): Promise<NoteRow> {
    const note = await this.find(id);
    if (note.authorId !== actor().id) throw new Forbidden();
    return note;
  }

  /**
   * Writes a draft if it still has that version. Throws Stale, or RuleBroken('already_signed') when a signature came
   * first: from then on no version of it can be written.
   */
  async saveDraft(note: NoteRow, patch: Partial<NoteRow>, version: number): Promise<void> {
    const before = { ...note };
    try {
      await saveVersion<NoteRow>(shelfOf(note.kind).note, note, patch, version);
      await this.words.follow(before, note);
    } catch (error) {
      if (!(error instanceof Stale)) throw error;
      const { status } = await this.find(note.id);
      if (status !== 'draft')
        throw patch.status ? new RuleBroken('already_signed', 'This note is already signed.') : signedMeanwhile();
      throw error;
    }
  }

  /** What took place, from the session as it stands; from the signature on, as it was signed. */
  async factsFor(note: NoteRow): Promise<NoteFacts | null> {
    if (note.status !== 'draft' || note.sessionId === null || note.kind === 'psychotherapy') return note.facts;
    return factsOf(await this.sessions.find(note.sessionId));
  }

  /** The same with what is known beside it: too much to gather for every save. */
  async wholeFactsFor(note: NoteRow): Promise<NoteFacts | null> {
    if (note.status !== 'draft' || note.sessionId === null || note.kind === 'psychotherapy') return note.facts;
    const session = await this.sessions.find(note.sessionId);
    return { ...factsOf(session), ...(await this.beside.of(note, session)) };
  }

  private async whose(asked: NewNote, session: Session | null): Promise<Pick<NoteRow, 'clientId' | 'coupleId'>> {
    const { clientId, coupleId } = asked;
    if (session) {
      const same = (id: string | undefined, its: string | null): boolean => id === undefined || id === its;
      if (!same(coupleId, session.coupleId) || (session.clientId !== null && !same(clientId, session.clientId)))
        throw new Invalid([{ path: 'sessionId', code: 'of_others', message: 'is not a session of theirs' }]);
      if (session.clientId !== null || clientId === undefined)
        return { clientId: session.clientId, coupleId: session.coupleId };
    }
    const within = coupleId ?? session?.coupleId ?? undefined;
    if (clientId !== undefined && within !== undefined) {
      const partners = await this.sessions.peopleIn({ coupleId: within });
      if (!partners.includes(clientId))
        throw new Invalid([{ path: 'clientId', code: 'not_in_care', message: 'is not part of this couple' }]);
    } else await this.sessions.peopleIn({ clientId, coupleId });
    return { clientId: clientId ?? null, coupleId: within ?? null };
  }

  private async keepRevision(note: NoteRow): Promise<void> {
    await insertRow(NoteRevision, {
      id: newId(),
      noteId: note.id,
      clientId: note.clientId,
      coupleId: note.coupleId,
      authorId: note.authorId,
      noteVersion: note.version,
      format: note.format,
      sections: note.sections,
      savedAt: note.updatedAt,
    });
    if (note.version > REVISIONS_KEPT)
      await sql('forget revisions', 'delete from note_revision where note_id = $1 and note_version <= $2', [
        note.id,
        note.version - REVISIONS_KEPT,
      ]);
  }
}

const signedMeanwhile = (): RuleBroken =>
  new RuleBroken('note_signed', 'This note was signed meanwhile. Add an addendum instead.');

const factsOf = (session: Session): NoteFacts => ({
  startsAt: session.startsAt.toISOString(),
  endsAt: session.endsAt.toISOString(),
  modality: session.modality,
  attendeeIds: session.attendeeIds,
  attendedIds: session.attendedIds,
});
