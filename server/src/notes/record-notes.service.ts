import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { repo, sql } from '../platform/database.js';
import { RuleBroken } from '../platform/errors.js';
import type { NoteDto } from './note.dto.js';
import { Note } from './note.entity.js';
import { noteDtos } from './note.presenter.js';
import { NotesService } from './notes.service.js';

/** How many notes are handed over at once: the newest. */
export const MOST_NOTES = 1000;

/**
 * Notes of the record, read whole by whoever may read each of them, for what leaves the house. Psychotherapy notes are no
 * part of the record, whoever asks.
 */
@Injectable()
export class RecordNotesService {
  constructor(private readonly notes: NotesService) {}

  /** Throws NotFound, or RuleBroken('not_of_the_record') for the reader's own psychotherapy note. */
  async one(id: string): Promise<NoteDto> {
    const note = await this.notes.find(id);
    if (note.kind === 'psychotherapy')
      throw new RuleBroken('not_of_the_record', 'A private note is no part of the record and has no paper.');
    return this.notes.read(id);
  }

  /** On one session, oldest first: those of one person's record, or (null) of the joint one. The reader's drafts too. */
  async onSession(sessionId: string, clientId: string | null): Promise<NoteDto[]> {
    const found = await repo(Note).find({
      where: { sessionId, clientId: clientId ?? IsNull() },
      order: { createdAt: 'ASC' },
      take: MOST_NOTES,
    });
    const notes = [];
    for (const { id } of found) notes.push(await this.notes.read(id));
    return notes;
  }

  /**
   * Signed notes of a list that was drawn up, oldest first, each with as many of its addenda as the list says. What a
   * supervisor said when a note went back to its author is between the two.
   */
  async released(listed: readonly { id: string; addenda: number }[]): Promise<NoteDto[]> {
    const found = await repo(Note).findBy({ id: In(listed.map(({ id }) => id)), status: 'signed' });
    const addenda = new Map(listed.map((item) => [item.id, item.addenda]));
    return (await noteDtos(found.sort(byTime))).map((note) => ({
      ...note,
      addenda: note.addenda.slice(0, addenda.get(note.id)),
      cosignatures: note.cosignatures.filter(({ decision }) => decision === 'cosigned'),
    }));
  }

  /** Of one person's own record, oldest first, without drafts; `from` is within the time, `to` is not. */
  async ofClient(clientId: string, from: Date | null, to: Date | null): Promise<NoteDto[]> {
    const ids = await sql<{ id: string }>(
      'notes of record',
      `select id from note where client_id = $1 and status <> 'draft' and ($2::timestamptz is null or happened_at >= $2)
         and ($3::timestamptz is null or happened_at < $3) order by happened_at desc, id desc limit ${MOST_NOTES}`,
      [clientId, from, to],
    );
    const found = await repo(Note).findBy({ id: In(ids.map(({ id }) => id)) });
    return noteDtos(found.sort(byTime));
  }
}

const byTime = (a: Note, b: Note): number =>
  a.happenedAt.getTime() - b.happenedAt.getTime() || a.id.localeCompare(b.id);
