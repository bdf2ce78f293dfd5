import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { NoteDto } from '../../../api/types.gen';
import { read } from '../../core/api';
import { Login } from '../../core/login';
import { printedAs } from '../../core/on-paper';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { PaperActs } from '../../kit/paper-acts/paper-acts';
import { Skeleton } from '../../kit/skeleton/skeleton';
import { NoteEditor } from './note-editor';
import { noteStanding, noteTitle } from './note-heading';
import { NoteReader } from './note-reader';
import { SessionRecords } from './split/session-records';
import { SessionNotes } from './session-notes';
import { whose } from './whose';

/** One note: written while it is the reader's own draft, read from then on. */
@Component({
  selector: 'kept-note',
  imports: [
    NgTemplateOutlet,
    NoteEditor,
    NoteReader,
    PaperActs,
    ProblemNotice,
    RouterLink,
    SessionNotes,
    SessionRecords,
    Skeleton,
  ],
  templateUrl: './note.html',
})
export class Note {
  readonly id = input.required<string>();
  private readonly login = inject(Login);
  protected readonly note = read<NoteDto>(() => `/notes/${this.id()}`);
  protected readonly whose = whose(() => this.note.value());
  protected readonly isMine = computed(() => this.note.value()?.authorId === this.login.me()?.id);
  /** There are several records to write into, unless only one of the two was asked to come. */
  protected readonly isOfSeveralRecords = computed(() => {
    const note = this.note.value();
    if (!note || note.coupleId === null) return false;
    return note.clientId === null || note.sessionId === null || (note.facts?.attendeeIds.length ?? 0) > 1;
  });
  protected readonly writing = computed(() => this.note.value()?.status === 'draft' && this.isMine());

  /** A private note leaves the house in no file. */
  protected readonly paper = computed(() => {
    const note = this.note.value();
    return note && note.kind !== 'psychotherapy' ? `/api/v1/notes/${note.id}/pdf` : null;
  });

  constructor() {
    printedAs(() => {
      const note = this.note.value();
      if (!note) return null;
      const standing = noteStanding(note);
      const title = noteTitle(note, this.login.me()?.clinic.timeZone ?? 'UTC');
      return { whose: this.whose.name(), what: standing ? `${title} · ${standing}` : title };
    });
  }
}
