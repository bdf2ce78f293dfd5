import { Component, inject, output, signal, viewChild } from '@angular/core';
import { Api } from '../../core/api';
import { problemOf, type Problem } from '../../core/problems';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { Dialog } from '../../kit/dialog/dialog';
import { TextArea } from '../../kit/text-area/text-area';

/** Characters a reason for letting go must have at least. */
const REASON = 10;

/**
 * Lets go to the other partner what a safety check held back, for a reason that staff alone read. What is held stands
 * between its tags: `<kept-let-go #letGo (tried)="list.reload()">{{ words }}</kept-let-go>`.
 */
@Component({
  selector: 'kept-let-go',
  imports: [Dialog, ProblemNotice, TextArea],
  templateUrl: './let-go.html',
})
export class LetGo {
  /** Sent: true when it went. Whatever the answer, what was shown before may be out of date. */
  readonly tried = output<boolean>();
  private readonly api = inject(Api);
  protected readonly dialog = viewChild.required(Dialog);
  protected readonly reason = signal('');
  protected readonly reasonError = signal<string | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly sending = signal(false);
  private path = '';

  /** Asks for the reason; `path` is what is held, such as `/promises/<id>`. */
  ask(path: string): void {
    this.path = path;
    this.reason.set('');
    this.reasonError.set(null);
    this.problem.set(null);
    this.dialog().open();
  }

  protected async letGo(): Promise<void> {
    const reason = this.reason().trim();
    const tooShort = reason.length < REASON;
    this.reasonError.set(tooShort ? $localize`Say it in a sentence: at least ${REASON}:least: characters.` : null);
    if (tooShort || this.sending()) return;
    this.sending.set(true);
    this.problem.set(null);
    try {
      await this.api.post(`${this.path}/open`, { reason });
      this.dialog().close();
      this.tried.emit(true);
    } catch (thrown) {
      this.problem.set(problemOf(thrown));
      this.tried.emit(false);
    } finally {
      this.sending.set(false);
    }
  }
}
