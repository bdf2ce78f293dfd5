import { Component, computed, inject, input, output, signal, viewChild } from '@angular/core';
import type { PaperSignature, PolicySignatureDto } from '../../../../api/types.gen';
import { Api } from '../../../core/api';
import { problemOf } from '../../../core/problems';
import { DateField } from '../../../kit/date-field/date-field';
import { Dialog } from '../../../kit/dialog/dialog';
import { dayIn } from '../../assign/assign.rules';

/** One partner signed the current version on paper, on a day. */
@Component({
  selector: 'kept-paper-signed',
  imports: [DateField, Dialog],
  template: `
    <kept-dialog [heading]="heading()">
      <p i18n>Only with the signed sheet in your hands. It is told with your name.</p>
      <kept-date-field
        label="The day that stands on it"
        i18n-label
        [max]="today"
        [error]="wrong() || null"
        [(value)]="signedOn"
      />
      <ng-container actions>
        <button
          type="button"
          class="button button-primary"
          [attr.aria-disabled]="saving() ? 'true' : null"
          (click)="record()"
          i18n
        >
          Record
        </button>
        <button type="button" class="button" (click)="cancel()" i18n>Cancel</button>
      </ng-container>
    </kept-dialog>
  `,
})
export class PaperSigned {
  readonly policyId = input.required<string>();
  /** With the name of whoever signed. */
  readonly recorded = output<string>();
  private readonly api = inject(Api);
  private readonly dialog = viewChild.required(Dialog);
  private readonly who = signal({ clientId: '', name: '' });
  protected readonly heading = computed(() => $localize`${this.who().name}:name: signed on paper`);
  protected readonly signedOn = signal<string | null>(null);
  protected readonly wrong = signal('');
  protected readonly saving = signal(false);
  protected readonly today = dayIn(0, new Date());

  open(clientId: string, name: string): void {
    this.who.set({ clientId, name });
    this.signedOn.set(this.today);
    this.wrong.set('');
    this.dialog().open();
  }

  protected cancel(): void {
    this.dialog().close();
  }

  protected async record(): Promise<void> {
    const { clientId, name } = this.who();
    const signedOn = this.signedOn();
    if (this.saving()) return;
    if (!signedOn) return this.wrong.set($localize`Choose the day that stands on the sheet.`);
    this.saving.set(true);
    const body: PaperSignature = { clientId, signedOn };
    try {
      await this.api.post<PolicySignatureDto>(`/secrets-policies/${this.policyId()}/paper-signatures`, body);
      this.dialog().close('recorded');
      this.recorded.emit(name);
    } catch (thrown) {
      const { failed, next } = problemOf(thrown).words;
      this.wrong.set(`${failed} ${next}`);
    } finally {
      this.saving.set(false);
    }
  }
}
