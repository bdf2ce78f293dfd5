import { Component, computed, output, signal, viewChild } from '@angular/core';
import { problemOf } from '../../core/problems';
import { DateField } from '../../kit/date-field/date-field';
import { Dialog } from '../../kit/dialog/dialog';
import { dayIn } from '../assign/assign.rules';

/** Days that a signature counts for, unless the paper says otherwise. */
const USUAL_DAYS = 90;
const MOST_DAYS = 366;

/** Calendar days. */
export interface PaperDays {
  signedOn: string;
  expiresOn: string;
}

/** A sheet that somebody signed, and how that is recorded. */
export interface SignedSheet {
  /** Who signed it. */
  name: string;
  /** What is to be known before it is recorded. */
  about: string;
  /** It counts until a day that stands on it. */
  expires: boolean;
  /** Rejects with a `Problem`. */
  record(days: PaperDays): Promise<unknown>;
}

/** Somebody signed on paper: on which day, and until when it counts where that ends. */
@Component({
  selector: 'kept-signed-on-paper',
  imports: [DateField, Dialog],
  templateUrl: './signed-on-paper.html',
})
export class SignedOnPaper {
  /** With the name of whoever signed. */
  readonly recorded = output<string>();
  private readonly dialog = viewChild.required(Dialog);
  protected readonly sheet = signal<SignedSheet | null>(null);
  protected readonly heading = computed(() => $localize`${this.sheet()?.name ?? ''}:name: signed on paper`);
  protected readonly signedOn = signal<string | null>(null);
  protected readonly expiresOn = signal<string | null>(null);
  protected readonly wrong = signal('');
  protected readonly saving = signal(false);
  protected readonly today = dayIn(0, new Date());
  protected readonly latest = dayIn(MOST_DAYS, new Date());

  open(sheet: SignedSheet): void {
    this.sheet.set(sheet);
    this.signedOn.set(this.today);
    this.expiresOn.set(dayIn(USUAL_DAYS, new Date()));
    this.wrong.set('');
    this.dialog().open();
  }

  protected cancel(): void {
    this.dialog().close();
  }

  protected async record(): Promise<void> {
    const [sheet, signedOn, expiresOn] = [this.sheet(), this.signedOn(), this.expiresOn()];
    if (this.saving() || !sheet) return;
    if (!signedOn || !expiresOn)
      return this.wrong.set(
        sheet.expires ? $localize`Choose both days.` : $localize`Choose the day that stands on the sheet.`,
      );
    this.saving.set(true);
    try {
      await sheet.record({ signedOn, expiresOn });
      this.dialog().close('recorded');
      this.recorded.emit(sheet.name);
    } catch (thrown) {
      const { failed, next } = problemOf(thrown).words;
      this.wrong.set(`${failed} ${next}`);
    } finally {
      this.saving.set(false);
    }
  }
}
