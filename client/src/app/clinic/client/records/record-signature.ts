import { Component, computed, inject, input, output, signal, viewChild } from '@angular/core';
import type { NewRecordAuthorisation, RecordAuthorisationDto } from '../../../../api/types.gen';
import { Api } from '../../../core/api';
import { problemOf } from '../../../core/problems';
import { DateField } from '../../../kit/date-field/date-field';
import { Dialog } from '../../../kit/dialog/dialog';
import { dayIn } from '../../assign/assign.rules';

/** Days that a signature counts for, unless the paper says otherwise. */
const USUAL_DAYS = 90;
const MOST_DAYS = 366;

type About = Pick<NewRecordAuthorisation, 'clientId' | 'scope' | 'coupleId'>;

/** Somebody signed on paper that a record may go: from when, and until when it counts. */
@Component({
  selector: 'kept-record-signature',
  imports: [DateField, Dialog],
  template: `
    <kept-dialog [heading]="heading()">
      @if (about()?.scope === 'joint') {
        <p i18n>For the joint record, to go to whoever asked for it. Only with the signed sheet in your hands.</p>
      } @else {
        <p i18n>For the own record alone. Only with the signed sheet in your hands.</p>
      }
      <kept-date-field label="Signed on" i18n-label [max]="today" [(value)]="signedOn" />
      <kept-date-field
        label="Counts until"
        i18n-label
        hint="A year at most."
        i18n-hint
        [min]="today"
        [max]="latest"
        [error]="wrong() || null"
        [(value)]="expiresOn"
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
export class RecordSignature {
  /** Who asks for the records. */
  readonly forClientId = input.required<string>();
  /** With the name of whoever signed. */
  readonly recorded = output<string>();
  private readonly api = inject(Api);
  private readonly dialog = viewChild.required(Dialog);
  private readonly name = signal('');
  protected readonly about = signal<About | null>(null);
  protected readonly heading = computed(() => $localize`${this.name()}:name: has signed`);
  protected readonly signedOn = signal<string | null>(null);
  protected readonly expiresOn = signal<string | null>(null);
  protected readonly wrong = signal('');
  protected readonly saving = signal(false);
  protected readonly today = dayIn(0, new Date());
  protected readonly latest = dayIn(MOST_DAYS, new Date());

  open(about: About, name: string): void {
    this.about.set(about);
    this.name.set(name);
    this.signedOn.set(this.today);
    this.expiresOn.set(dayIn(USUAL_DAYS, new Date()));
    this.wrong.set('');
    this.dialog().open();
  }

  protected cancel(): void {
    this.dialog().close();
  }

  protected async record(): Promise<void> {
    const [about, signedOn, expiresOn] = [this.about(), this.signedOn(), this.expiresOn()];
    if (this.saving() || !about) return;
    if (!signedOn || !expiresOn) return this.wrong.set($localize`Choose both days.`);
    this.saving.set(true);
    const body: NewRecordAuthorisation = { ...about, signedOn, expiresOn };
    try {
      await this.api.post<RecordAuthorisationDto>(`/clients/${this.forClientId()}/record-authorisations`, body);
      this.dialog().close('recorded');
      this.recorded.emit(this.name());
    } catch (thrown) {
      const { failed, next } = problemOf(thrown).words;
      this.wrong.set(`${failed} ${next}`);
    } finally {
      this.saving.set(false);
    }
  }
}
