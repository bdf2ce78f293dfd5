import { Component, inject, input, output, signal, viewChild } from '@angular/core';
import type { NewRiskAlert, RiskAlertDto } from '../../../api/types.gen';
import { Api } from '../../core/api';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { type Problem, problemOf } from '../../core/problems';
import { Dialog } from '../../kit/dialog/dialog';
import { RadioGroup } from '../../kit/radio-group/radio-group';
import { TextArea } from '../../kit/text-area/text-area';

/** A clinician notes that somebody may be in danger: an alert with an owner and a time, like a risk answer. */
@Component({
  selector: 'kept-raise-risk',
  imports: [Dialog, ProblemNotice, RadioGroup, TextArea],
  templateUrl: './raise-risk.html',
})
export class RaiseRisk {
  readonly clientId = input.required<string>();
  readonly raised = output();
  private readonly api = inject(Api);
  private readonly dialog = viewChild.required(Dialog);
  protected readonly danger = signal<string | null>(null);
  protected readonly note = signal('');
  protected readonly dangerError = signal<string | null>(null);
  protected readonly noteError = signal<string | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly sending = signal(false);
  protected readonly options = [
    { key: 'now', label: $localize`Danger now` },
    { key: 'soon', label: $localize`Within days` },
    { key: 'unclear', label: $localize`To be looked at` },
  ];

  open(): void {
    this.danger.set(null);
    this.note.set('');
    this.dangerError.set(null);
    this.noteError.set(null);
    this.problem.set(null);
    this.dialog().open();
  }

  protected cancel(): void {
    this.dialog().close();
  }

  protected async raise(): Promise<void> {
    const [danger, note] = [this.danger(), this.note().trim()];
    this.dangerError.set(danger ? null : $localize`Say how soon.`);
    this.noteError.set(note.length < 3 ? $localize`Write what you saw or heard.` : null);
    if (!danger || this.noteError() || this.sending()) return;
    this.sending.set(true);
    this.problem.set(null);
    try {
      const body: NewRiskAlert = { danger: danger as NewRiskAlert['danger'], note };
      await this.api.post<RiskAlertDto>(`/clients/${this.clientId()}/risk-alerts`, body);
      this.dialog().close('raised');
      this.raised.emit();
    } catch (thrown) {
      this.problem.set(problemOf(thrown));
    } finally {
      this.sending.set(false);
    }
  }
}
