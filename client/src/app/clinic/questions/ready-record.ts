import { Component, inject, input, output, signal, viewChild } from '@angular/core';
import type { PartnerReadinessDto } from '../../../api/types.gen';
import { Api } from '../../core/api';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { problemOf, type Problem } from '../../core/problems';
import { Dialog } from '../../kit/dialog/dialog';
import { RadioGroup } from '../../kit/radio-group/radio-group';
import { TextField } from '../../kit/text-field/text-field';
import type { Choice } from '../../kit/choice';

/** Writing down what one of the two said about being ready, for whoever says it in person. */
@Component({
  selector: 'kept-ready-record',
  imports: [Dialog, ProblemNotice, RadioGroup, TextField],
  templateUrl: './ready-record.html',
})
export class ReadyRecord {
  readonly coupleId = input.required<string>();
  readonly sessionId = input.required<string>();
  readonly said = input.required<PartnerReadinessDto>();
  readonly name = input.required<string>();
  readonly recorded = output();
  private readonly api = inject(Api);
  protected readonly dialog = viewChild.required(Dialog);
  protected readonly choices: readonly Choice[] = [
    { key: 'yes', label: $localize`Ready` },
    { key: 'no', label: $localize`Not this time` },
  ];
  protected readonly ready = signal<string | null>(null);
  protected readonly support = signal('');
  protected readonly place = signal('');
  protected readonly nextDays = signal('');
  protected readonly wrong = signal<string | null>(null);
  protected readonly sending = signal(false);
  protected readonly problem = signal<Problem | null>(null);

  protected open(): void {
    const { ready, support, place, nextDays } = this.said();
    this.ready.set(ready === null ? null : ready ? 'yes' : 'no');
    this.support.set(support);
    this.place.set(place);
    this.nextDays.set(nextDays);
    this.wrong.set(null);
    this.problem.set(null);
    this.dialog().open();
  }

  protected async record(): Promise<void> {
    if (this.ready() === null) return this.wrong.set($localize`Say what you were told.`);
    if (this.sending()) return;
    this.sending.set(true);
    try {
      const { clientId, children } = this.said();
      const plan = { support: this.support(), place: this.place(), nextDays: this.nextDays(), children };
      const body = { sessionId: this.sessionId(), clientId, ready: this.ready() === 'yes', ...plan };
      await this.api.post(`/couples/${this.coupleId()}/readiness`, body);
      this.dialog().close();
      this.recorded.emit();
    } catch (thrown) {
      this.problem.set(problemOf(thrown));
    } finally {
      this.sending.set(false);
    }
  }
}
