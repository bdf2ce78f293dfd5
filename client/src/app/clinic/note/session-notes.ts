import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { NoteDto, NoteLineDto } from '../../../api/types.gen';
import { query, read } from '../../core/api';
import { Login } from '../../core/login';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { problemOf } from '../../core/problems';
import { formatLabel, KINDS } from './note-text';
import { StartNote } from './start-note';

/**
 * The notes of the record on one session, oldest first, and a further one. Private notes are looked for in their own
 * drawer, never listed here.
 */
@Component({
  selector: 'kept-session-notes',
  imports: [ProblemNotice, RouterLink],
  templateUrl: './session-notes.html',
})
export class SessionNotes {
  readonly sessionId = input.required<string>();
  /** Whose record a further note goes into: one partner's own, else that of the session. */
  readonly clientId = input<string | null>(null);
  /** The note that is open above the list: how that stands is known better than the list knows it. */
  readonly beside = input<NoteDto | null>(null);
  readonly mayWrite = input(false);
  /** The name a person is called by, for a note in one partner's own record. */
  readonly nameOf = input<(clientId: string) => string>(() => '');
  private readonly login = inject(Login);
  private readonly starting = inject(StartNote);
  protected readonly page = read<{ items: NoteLineDto[] }>(
    () => '/notes' + query({ sessionId: this.sessionId(), mistakes: 'hidden', limit: 100 }),
  );
  /** On paper a partner's own record stays apart from the joint one, as it does here. */
  protected readonly paper = computed(
    () => `/api/v1/sessions/${this.sessionId()}/notes/pdf` + query({ clientId: this.clientId() }),
  );
  /** Whether there is more on that paper than the note that is open. */
  protected readonly several = computed(
    () => this.lines().filter(({ clientId, coupleId }) => coupleId === null || clientId === this.clientId()).length > 1,
  );
  protected readonly failure = signal('');
  protected readonly begun = signal(false);
  protected readonly lines = computed(() =>
    (this.page.value()?.items ?? [])
      .filter(({ kind }) => kind !== 'psychotherapy')
      .sort((a, b) => a.createdAt.localeCompare(b.createdAt))
      .map((line) => ({
        ...line,
        status: line.id === this.beside()?.id ? this.beside()?.status : line.status,
        heading: this.headingOf(line),
        by: this.writerOf(line),
      })),
  );

  private headingOf({ kind, format, clientId, coupleId }: NoteLineDto): string {
    const form = kind === 'progress' ? formatLabel(format) : KINDS[kind];
    const person = coupleId !== null && clientId !== null ? this.nameOf()(clientId) : '';
    return person ? $localize`${form}:form:, own record of ${person}:name:` : form;
  }

  private writerOf({ authorId, authorName }: NoteLineDto): string {
    return authorId === this.login.me()?.id ? '' : authorName;
  }

  protected async another(): Promise<void> {
    if (this.begun()) return;
    this.begun.set(true);
    this.failure.set('');
    try {
      await this.starting.forSession(this.sessionId(), false, this.clientId());
    } catch (thrown) {
      this.failure.set(problemOf(thrown).words.failed);
    } finally {
      this.begun.set(false);
    }
  }
}
