import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { SessionsModule } from '../sessions/sessions.module.js';
import { NoteAddendum, NoteCosignature, PsychotherapyAddendum } from './note-additions.entity.js';
import { NoteListService } from './note-list.service.js';
import { Note, NoteRevision, PsychotherapyNote } from './note.entity.js';
import { NotesController } from './notes.controller.js';
import { NotesService } from './notes.service.js';
import { SignOffController } from './sign-off.controller.js';
import { SignOffService } from './sign-off.service.js';
import { SigningService } from './signing.service.js';

/**
 * Session notes: draft → signed (or waiting for a co-signature, then signed) → addenda only.
 *
 * - A draft is its author's alone, whoever else treats the person; only its author signs it.
 * - From the signature on a trigger keeps the words: whoever asks, whatever the program. What was wrong is added to or
 *   marked "entered in error", never taken away.
 * - The record and psychotherapy notes lie in different tables. The second are the author's for good: not the
 *   supervisor's, not the next therapist's, not the administrator's.
 * - A list never carries text.
 */
@Module({
  imports: [
    SessionsModule,
    TypeOrmModule.forFeature([
      Note,
      PsychotherapyNote,
      NoteAddendum,
      PsychotherapyAddendum,
      NoteCosignature,
      NoteRevision,
    ]),
  ],
  controllers: [NotesController, SignOffController],
  providers: [NotesService, SigningService, NoteListService, SignOffService],
})
export class NotesModule {}
