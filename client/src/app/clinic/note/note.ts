import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { NoteDto } from '../../../api/types.gen';
import { read } from '../../core/api';
import { Login } from '../../core/login';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { Skeleton } from '../../kit/skeleton/skeleton';
import { NoteEditor } from './note-editor';
import { NoteReader } from './note-reader';
import { SessionNotes } from './session-notes';
import { whose } from './whose';

/** One note: written while it is the reader's own draft, read from then on. */
@Component({
  selector: 'kept-note',
  imports: [NgTemplateOutlet, NoteEditor, NoteReader, ProblemNotice, RouterLink, SessionNotes, Skeleton],
  templateUrl: './note.html',
})
export class Note {
  readonly id = input.required<string>();
  private readonly login = inject(Login);
  protected readonly note = read<NoteDto>(() => `/notes/${this.id()}`);
  protected readonly whose = whose(() => this.note.value());
  protected readonly isMine = computed(() => this.note.value()?.authorId === this.login.me()?.id);
  protected readonly writing = computed(() => this.note.value()?.status === 'draft' && this.isMine());
}
