import { Injectable } from '@nestjs/common';
import { ClientsService } from '../clients/clients.service.js';
import { callNames } from '../clients/people-names.js';
import { NotFound } from '../platform/errors.js';
import type { SentFile } from '../platform/sent-file.js';
import type { NoteDto } from '../notes/note.dto.js';
import { RecordNotesService } from '../notes/record-notes.service.js';
import type { Piece } from '../paper/paper.definition.js';
import { printed } from '../paper/paper.js';
import { SessionsService } from '../sessions/sessions.service.js';
import { clinicZone } from './clinic-zone.js';
import { namesOnPaper, printedOn } from './named-on-paper.js';
import { noteFacts, noteHeading, noteMark, notePieces } from './note-pieces.rules.js';
import type { SessionPaperQuery } from './record-papers.dto.js';

/** Notes on paper, as their reader could read them on the screen; a draft is its author's and says that it is one. */
@Injectable()
export class NotePapersService {
  constructor(
    private readonly notes: RecordNotesService,
    private readonly sessions: SessionsService,
    private readonly clients: ClientsService,
  ) {}

  async note(id: string): Promise<SentFile> {
    const note = await this.notes.one(id);
    const zone = await clinicZone();
    const { who, short } = await namesOnPaper(this.clients, note);
    const how = { zone, nameOf: await nameOf([note]), level: 2 as const };
    const [title, mark] = [noteHeading(note, zone), noteMark(note)];
    const facts = [who, ...noteFacts(note, how), printedOn(zone)];
    const foot = `${short} · ${title}`;
    const bytes = await printed({ title, facts, foot, ...(mark ? { mark } : {}), pieces: notePieces(note, how) }, zone);
    return { id, clientId: note.clientId, coupleId: note.coupleId, name: 'note.pdf', bytes };
  }

  /** All notes of one record on a session: what is in one partner's own record is on no paper of the joint one. */
  async session(sessionId: string, { clientId }: SessionPaperQuery): Promise<SentFile> {
    const session = await this.sessions.find(sessionId);
    const whose = { clientId: session.clientId ?? clientId ?? null, coupleId: session.coupleId };
    const notes = await this.notes.onSession(sessionId, whose.clientId);
    const [first] = notes;
    if (!first) throw new NotFound('note');
    const zone = await clinicZone();
    const { who, short } = await namesOnPaper(this.clients, whose);
    const title = noteHeading({ ...first, kind: 'progress' }, zone);
    const drafts = notes.some(({ status }) => status === 'draft');
    const bytes = await printed(
      {
        title: `Notes: ${title}`,
        facts: [who, printedOn(zone)],
        foot: `${short} · ${title}`,
        ...(drafts ? { mark: 'Holds a draft, not signed' } : {}),
        pieces: notesInTurn(notes, zone, await nameOf(notes)),
      },
      zone,
    );
    return { id: sessionId, ...whose, items: notes, name: 'notes.pdf', bytes };
  }
}

/** Each under a heading of its own. */
export const notesInTurn = (notes: readonly NoteDto[], zone: string, names: (id: string) => string): Piece[] =>
  notes.flatMap((note): Piece[] => {
    const how = { zone, nameOf: names, level: 3 as const };
    const facts: Piece = { kind: 'words', quiet: true, words: noteFacts(note, how).join('\n') };
    return [{ kind: 'part', title: noteHeading(note, zone) }, facts, ...notePieces(note, how)];
  });

/** What those who were there are called. */
export async function nameOf(notes: readonly NoteDto[]): Promise<(id: string) => string> {
  const names = await callNames(notes.flatMap(({ facts }) => facts?.attendedIds ?? facts?.attendeeIds ?? []));
  return (id) => names.get(id) ?? '';
}
