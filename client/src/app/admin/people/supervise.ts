import { Component, computed, inject, input, output, signal, viewChild } from '@angular/core';
import type { StaffDto, SupervisionDto } from '../../../api/types.gen';
import { Api } from '../../core/api';
import { Login } from '../../core/login';
import { problemOf } from '../../core/problems';
import { Checkbox } from '../../kit/checkbox/checkbox';
import { dated } from '../../kit/clock';
import { Dialog } from '../../kit/dialog/dialog';
import { Select } from '../../kit/select/select';
import { Toasts } from '../../kit/toast/toasts';

/** Who supervises one therapist: ends what is, sets up what shall be. */
@Component({
  selector: 'kept-supervise',
  imports: [Checkbox, Dialog, Select],
  templateUrl: './supervise.html',
})
export class Supervise {
  readonly therapist = input.required<StaffDto | null>();
  readonly staff = input.required<readonly StaffDto[]>();
  readonly changed = output();
  private readonly api = inject(Api);
  private readonly login = inject(Login);
  private readonly toasts = inject(Toasts);
  private readonly dialog = viewChild.required(Dialog);

  protected readonly heading = computed(() => $localize`Supervision of ${this.therapist()?.displayName ?? ''}:name:`);
  protected readonly dated = dated;
  protected readonly supervisorId = signal('');
  protected readonly cosign = signal(true);
  protected readonly wrong = signal<string | null>(null);
  protected readonly supervisors = computed(() => {
    const there = this.therapist()?.supervisions.map((one) => one.supervisorId) ?? [];
    const never = [this.therapist()?.id, this.login.me()?.id, ...there];
    return this.staff()
      .filter((one) => one.roles.includes('supervisor') && one.status !== 'disabled' && !never.includes(one.id))
      .map((one) => ({ key: one.id, label: one.displayName }));
  });

  open(): void {
    this.supervisorId.set('');
    this.cosign.set(true);
    this.wrong.set(null);
    this.dialog().open();
  }

  protected close(): void {
    this.dialog().close();
  }

  protected async setUp(): Promise<void> {
    if (!this.supervisorId()) {
      this.wrong.set($localize`Choose a supervisor.`);
      return;
    }
    const body = { supervisorId: this.supervisorId(), cosign: this.cosign() };
    await this.act(() => this.api.post(`/staff/${this.therapist()?.id}/supervisions`, body));
  }

  protected async end(supervision: SupervisionDto): Promise<void> {
    await this.act(() => this.api.delete(`/staff/${supervision.therapistId}/supervisions/${supervision.id}`));
  }

  private async act(work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
      this.dialog().close('done');
      this.toasts.say($localize`Supervision was changed.`);
      this.changed.emit();
    } catch (thrown) {
      this.wrong.set(problemOf(thrown).words.failed);
    }
  }
}
