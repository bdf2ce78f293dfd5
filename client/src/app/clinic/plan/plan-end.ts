import { Component, inject, input, output, signal, viewChild } from '@angular/core';
import type { PlanDto } from '../../../api/types.gen';
import { Api } from '../../core/api';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { problemOf, type Problem } from '../../core/problems';
import { Dialog } from '../../kit/dialog/dialog';
import { TextArea } from '../../kit/text-area/text-area';

/** Ends a plan for good, with a word why. It stays readable. */
@Component({
  selector: 'kept-plan-end',
  imports: [Dialog, ProblemNotice, TextArea],
  template: `
    <kept-dialog heading="End this plan?" i18n-heading>
      <p i18n>It stays readable in the chart. No goal is worked on any more until another plan begins.</p>
      <kept-text-area label="Why does it end?" i18n-label [maxlength]="4000" [error]="error()" [(value)]="reason" />
      <kept-problem [problem]="problem()" (retry)="end()" />
      <ng-container actions>
        <button type="button" class="button button-primary" [attr.aria-disabled]="sending()" (click)="end()" i18n>
          End it
        </button>
        <button type="button" class="button" (click)="dialog().close()" i18n>Not now</button>
      </ng-container>
    </kept-dialog>
  `,
})
export class PlanEnd {
  readonly plan = input.required<PlanDto>();
  readonly finished = output();
  private readonly api = inject(Api);
  protected readonly dialog = viewChild.required(Dialog);
  protected readonly reason = signal('');
  protected readonly error = signal<string | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly sending = signal(false);

  open(): void {
    this.reason.set('');
    this.error.set(null);
    this.problem.set(null);
    this.dialog().open();
  }

  protected async end(): Promise<void> {
    const reason = this.reason().trim();
    this.error.set(reason === '' ? $localize`Say why, in a few words.` : null);
    if (reason === '' || this.sending()) return;
    this.sending.set(true);
    this.problem.set(null);
    try {
      await this.api.post<PlanDto>(`/plans/${this.plan().id}/end`, { reason });
      this.dialog().close();
      this.finished.emit();
    } catch (thrown) {
      this.problem.set(problemOf(thrown));
    } finally {
      this.sending.set(false);
    }
  }
}
