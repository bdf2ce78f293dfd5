import { Injectable } from '@nestjs/common';
import { now } from '../platform/clock.js';
import { config } from '../platform/config.holder.js';
import { insertRow, saveVersion, sql } from '../platform/database.js';
import { Forbidden, RuleBroken } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { actor } from '../platform/scope.js';
import type { NewAddendum, NoteDto, NoteMistake, ReturnedNote } from './note.dto.js';
import { Note, type NoteRow } from './note.entity.js';
import { NoteCosignature } from './note-additions.entity.js';
import { addendumHash, contentHash, seal, type NoteFacts } from './note-signature.js';
import { NoteWordsService } from './note-words.service.js';
import { NotesService, shelfOf } from './notes.service.js';
import { moveNote, mustHaveWords, mustTakeAddenda, statusWhenSigned } from './notes.rules.js';

/** Whatever fixes a note or stands beside a fixed one: signature, co-signature, addendum, "entered in error". */
@Injectable()
export class SigningService {
  constructor(
    private readonly notes: NotesService,
    private readonly words: NoteWordsService,
  ) {}

  /** The signer is whoever is signed in, and signs what they wrote themselves. */
  async sign(id: string, version: number): Promise<NoteDto> {
    const note = await this.notes.own(id);
    const status = moveNote(note.status, statusWhenSigned(note.kind, await this.isCosigned()));
    mustHaveWords(note.sections);
    const by = actor().id;
    const at = now();
    const facts = touchedIn(await this.notes.wholeFactsFor(note), note.touchedGoals);
    const happenedAt = facts ? new Date(facts.startsAt) : note.happenedAt;
    const hash = contentHash({ ...note, facts, happenedAt });
    const signature = seal({ act: 'signed', hash, by, at, version }, config().signingKey);
    await this.notes.saveDraft(
      note,
      {
        status,
        facts,
        happenedAt,
        updatedAt: at,
        signedAt: at,
        signedBy: by,
        signedVersion: version,
        contentHash: hash,
        signature,
      },
      version,
    );
    return this.notes.read(id);
  }

  /** Anybody who treats this person may add to the record; each under their own name. */
  async add(id: string, { text, reason }: NewAddendum): Promise<NoteDto> {
    const note = await this.notes.find(id);
    mustTakeAddenda(note.status);
    const addendum = {
      id: newId(),
      noteId: note.id,
      authorId: actor().id,
      createdAt: now(),
      text,
      reason: reason ?? null,
    };
    const hash = addendumHash(addendum);
    const by = actor().id;
    const signature = seal({ act: 'added', hash, by, at: addendum.createdAt, version: 1 }, config().signingKey);
    const whose = { clientId: note.clientId, coupleId: note.coupleId };
    const row = { ...addendum, ...whose, contentHash: hash, signature };
    await insertRow(shelfOf(note.kind).addendum, row);
    await this.words.writeAddendum(note, row);
    return this.notes.read(id);
  }

  async cosign(id: string): Promise<NoteDto> {
    const note = await this.waiting(id);
    const status = moveNote(note.status, 'signed');
    await this.answer(note, 'cosigned', null);
    await saveVersion(Note, note, { status, updatedAt: now() }, note.version);
    return this.notes.read(id);
  }

  /** Back to the author as a draft: the signature falls away, since the words will change. */
  async giveBack(id: string, { comment }: ReturnedNote): Promise<NoteDto> {
    const note = await this.waiting(id);
    const at = now();
    await this.answer(note, 'returned', comment);
    const unsigned = { signedAt: null, signedBy: null, signedVersion: null, contentHash: null, signature: null };
    const returned = {
      status: moveNote(note.status, 'draft'),
      updatedAt: at,
      returnedAt: at,
      returnedBy: actor().id,
    };
    await saveVersion(Note, note, { ...unsigned, ...returned }, note.version);
    return this.notes.read(id);
  }

  /** It stays readable as it was, marked; a note in the wrong chart is not made to vanish. */
  async enterInError(id: string, { reason }: NoteMistake): Promise<NoteDto> {
    const note = await this.notes.own(id);
    const at = now();
    const status = moveNote(note.status, 'entered_in_error');
    const patch: Partial<NoteRow> = { status, updatedAt: at, errorAt: at, errorBy: actor().id, errorReason: reason };
    await saveVersion<NoteRow>(shelfOf(note.kind).note, note, patch, note.version);
    return this.notes.read(id);
  }

  /** A note that waits for this supervisor. Throws NotFound, Forbidden or RuleBroken('not_awaiting_cosign'). */
  private async waiting(id: string): Promise<NoteRow> {
    const note = await this.notes.find(id);
    const [supervised] = await sql<{ yes: boolean }>(
      'supervises',
      `select exists (select from supervision where supervisor_id = $1 and therapist_id = $2
         and from_at <= now() and (to_at is null or to_at > now())) as yes`,
      [actor().id, note.authorId],
    );
    if (!supervised?.yes) throw new Forbidden();
    if (note.status !== 'awaiting_cosign')
      throw new RuleBroken('not_awaiting_cosign', 'This note does not wait for a co-signature.');
    return note;
  }

  private async isCosigned(): Promise<boolean> {
    const [row] = await sql<{ yes: boolean }>(
      'cosigned',
      `select exists (select from supervision where therapist_id = $1 and cosign
         and from_at <= now() and (to_at is null or to_at > now())) as yes`,
      [actor().id],
    );
    return row?.yes ?? false;
  }

  private async answer(note: NoteRow, decision: 'cosigned' | 'returned', comment: string | null): Promise<void> {
    const { id: by } = actor();
    const at = now();
    const hash = note.contentHash ?? '';
    const act = { act: 'cosigned' as const, hash, by, at, version: note.version };
    await insertRow(NoteCosignature, {
      id: newId(),
      noteId: note.id,
      clientId: note.clientId,
      coupleId: note.coupleId,
      supervisorId: by,
      decision,
      comment,
      createdAt: at,
      noteVersion: note.version,
      contentHash: hash,
      signature: decision === 'cosigned' ? seal(act, config().signingKey) : null,
    });
  }
}

/** Of the goals there are, those that the writer ticked. */
const touchedIn = (facts: NoteFacts | null, touched: readonly string[]): NoteFacts | null =>
  facts?.goals ? { ...facts, goals: facts.goals.filter(({ goalId }) => touched.includes(goalId)) } : facts;
