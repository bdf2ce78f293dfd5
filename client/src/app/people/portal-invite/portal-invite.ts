import { Component, inject, input, linkedSignal, output, signal, viewChild } from '@angular/core';
import type { ClientDto } from '../../../api/types.gen';
import { Api } from '../../core/api';
import { problemOf } from '../../core/problems';
import { Dialog } from '../../kit/dialog/dialog';
import { TextField } from '../../kit/text-field/text-field';
import { Toasts } from '../../kit/toast/toasts';

/** Asks for the address an invitation goes to. One person, one address, one portal. */
@Component({
  selector: 'kept-portal-invite',
  imports: [Dialog, TextField],
  templateUrl: './portal-invite.html',
})
export class PortalInvite {
  readonly client = input.required<ClientDto>();
  readonly invited = output();
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly dialog = viewChild.required(Dialog);

  protected readonly email = linkedSignal(() => this.client().email ?? '');
  protected readonly wrong = signal<string | null>(null);
  protected readonly sending = signal(false);

  open(): void {
    this.wrong.set(null);
    this.dialog().open();
  }

  protected cancel(): void {
    this.dialog().close();
  }

  protected async sendInvitation(): Promise<void> {
    if (this.sending()) return;
    this.sending.set(true);
    this.wrong.set(null);
    try {
      await this.api.post(`/clients/${this.client().id}/portal-invitation`, { email: this.email().trim() });
      this.dialog().close('sent');
      this.toasts.say($localize`The invitation is on its way to ${this.email().trim()}:address:.`);
      this.invited.emit();
    } catch (thrown) {
      const problem = problemOf(thrown);
      this.wrong.set(
        problem.kind === 'invalid' ? $localize`Enter an e-mail address, such as name@mail.com.` : problem.words.failed,
      );
    } finally {
      this.sending.set(false);
    }
  }
}
