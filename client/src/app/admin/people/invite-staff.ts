import { Component, inject, output, signal, viewChild } from '@angular/core';
import { Api } from '../../core/api';
import { FieldWords } from '../../core/field-words';
import { problemOf } from '../../core/problems';
import { CheckboxGroup } from '../../kit/checkbox-group/checkbox-group';
import { Dialog } from '../../kit/dialog/dialog';
import { TextField } from '../../kit/text-field/text-field';
import { Toasts } from '../../kit/toast/toasts';
import { STAFF_ROLE_CHOICES } from './staff-words';

/** Name, address and roles of a new colleague; the mail is sent by the server. */
@Component({
  selector: 'kept-invite-staff',
  imports: [CheckboxGroup, Dialog, TextField],
  templateUrl: './invite-staff.html',
})
export class InviteStaff {
  readonly invited = output();
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly dialog = viewChild.required(Dialog);

  protected readonly displayName = signal('');
  protected readonly email = signal('');
  protected readonly roles = signal<readonly string[]>(['therapist']);
  protected readonly wrong = signal<string | null>(null);
  protected readonly sending = signal(false);
  protected readonly fields = new FieldWords(
    {
      displayName: $localize`Enter the name colleagues know, up to 120 characters.`,
      email: $localize`Enter an e-mail address, such as name@mail.com.`,
      roles: $localize`Choose at least one role.`,
    },
    'invite',
  );
  protected readonly choices = STAFF_ROLE_CHOICES;

  open(): void {
    this.displayName.set('');
    this.email.set('');
    this.roles.set(['therapist']);
    this.wrong.set(null);
    this.fields.mark([]);
    this.dialog().open();
  }

  protected cancel(): void {
    this.dialog().close();
  }

  protected async sendInvitation(): Promise<void> {
    if (this.sending()) return;
    this.wrong.set(null);
    const missing = [this.displayName().trim() ? '' : 'displayName', this.roles().length ? '' : 'roles'];
    if (!this.fields.mark(missing)) return;
    this.sending.set(true);
    try {
      const body = { email: this.email().trim(), displayName: this.displayName().trim(), roles: this.roles() };
      await this.api.post('/staff/invitations', body);
      this.dialog().close('sent');
      this.toasts.say($localize`The invitation is on its way to ${body.email}:address:.`);
      this.invited.emit();
    } catch (thrown) {
      const problem = problemOf(thrown);
      if (!this.fields.take(problem)) this.wrong.set(problem.words.failed);
    } finally {
      this.sending.set(false);
    }
  }
}
