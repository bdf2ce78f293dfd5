import { Component, effect, inject, input, signal, untracked } from '@angular/core';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { problemOf, type Problem } from '../../core/problems';
import { Skeleton } from '../../kit/skeleton/skeleton';
import { KINDS, type NoteKind } from './note-text';
import { StartNote } from './start-note';

/** `/notes/new?sessionId=` or `?clientId=` or `?coupleId=`: begins a note and goes on to it, leaving no trace in Back. */
@Component({
  selector: 'kept-new-note',
  imports: [ProblemNotice, Skeleton],
  template: `
    <h1 class="visually-hidden" tabindex="-1" i18n>New note</h1>
    @if (problem(); as trouble) {
      <kept-problem [problem]="trouble" (retry)="begin()" />
    } @else {
      <div aria-busy="true"><kept-skeleton [lines]="10" /></div>
    }
  `,
})
export class NewNote {
  readonly sessionId = input<string>();
  readonly clientId = input<string>();
  readonly coupleId = input<string>();
  readonly kind = input<string>();
  private readonly starting = inject(StartNote);
  protected readonly problem = signal<Problem | null>(null);
  private begun = false;

  constructor() {
    effect(() => {
      // The address is known once the inputs are; it is read once, so that one visit begins one note.
      this.sessionId();
      untracked(() => this.begun || this.begin());
    });
  }

  protected begin(): void {
    this.begun = true;
    this.problem.set(null);
    const [sessionId, asked] = [this.sessionId(), this.kind() ?? 'progress'];
    const kind = asked in KINDS ? (asked as NoteKind) : 'progress';
    const about = { clientId: this.clientId() ?? null, coupleId: this.coupleId() ?? null };
    const started = sessionId ? this.starting.forSession(sessionId, true) : this.starting.about(about, kind, true);
    started.catch((thrown: unknown) => this.problem.set(problemOf(thrown)));
  }
}
