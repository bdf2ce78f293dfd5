import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AssignmentsModule } from '../assignments/assignments.module.js';
import { ClinicsModule } from '../clinics/clinics.module.js';
import { PlansModule } from '../plans/plans.module.js';
import { ScalesModule } from '../scales/scales.module.js';
import { SessionsModule } from '../sessions/sessions.module.js';
import { NoteAddendum, NoteCosignature, PsychotherapyAddendum } from './note-additions.entity.js';
import { BesideNotesService } from './beside-notes.service.js';
import { NoteListService } from './note-list.service.js';
import { NoteSearchService } from './note-search.service.js';
import { NoteWordsService } from './note-words.service.js';
import { Note, NoteRevision, PsychotherapyNote } from './note.entity.js';
import { NotesController } from './notes.controller.js';
import { NotesService } from './notes.service.js';
import { RecordNotesService } from './record-notes.service.js';
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
 * - What is known beside a note (homework read, last scores) is read only and frozen with the signature, and so are the
 *   goals that its writer ticked; a joint note knows nothing of one partner's own.
 * - A list never carries text; what an author finds by its words carries the lines around them.
 * - The words of a note follow it in the same transaction, those of an addendum come with it; psychotherapy notes are
 *   never among them.
 */
@Module({
  imports: [
    AssignmentsModule,
    ClinicsModule,
    PlansModule,
    ScalesModule,
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
  providers: [
    BesideNotesService,
    NotesService,
    NoteWordsService,
    SigningService,
    NoteListService,
    NoteSearchService,
    RecordNotesService,
    SignOffService,
  ],
  exports: [RecordNotesService],
})
export class NotesModule {}
