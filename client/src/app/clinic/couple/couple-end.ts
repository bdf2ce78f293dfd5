import { Component, computed, inject, input, output, signal, viewChild } from '@angular/core';
import type { CoupleDto } from '../../../api/types.gen';
import { Api } from '../../core/api';
import { problemOf } from '../../core/problems';
import { DateField } from '../../kit/date-field/date-field';
import { Dialog } from '../../kit/dialog/dialog';
import { Select } from '../../kit/select/select';
import { TextArea } from '../../kit/text-area/text-area';
import { OUTCOME_WORDS } from '../../people/outcome-words';
import { dayIn } from '../assign/assign.rules';

/** Fewest characters of a reason. */
const LEAST = 10;

/** Before the work of two is ended: exactly what ends, what stays, and what each may obtain. */
@Component({
  selector: 'kept-couple-end',
  imports: [DateField, Dialog, Select, TextArea],
  templateUrl: './couple-end.html',
})
export class CoupleEnd {
  readonly couple = input.required<CoupleDto>();
  readonly coupleEnded = output<CoupleDto>();
  private readonly api = inject(Api);
  private readonly dialog = viewChild.required(Dialog);
  protected readonly reason = signal('');
  protected readonly endedOn = signal<string | null>(null);
  /** Empty: not recorded with the end. */
  protected readonly outcome = signal('');
  protected readonly outcomes = Object.entries(OUTCOME_WORDS).map(([key, label]) => ({ key, label }));
  protected readonly wrong = signal('');
  protected readonly saving = signal(false);
  protected readonly today = dayIn(0, new Date());
  protected readonly heading = computed(() => $localize`End the work of ${this.couple().displayName}:names: together`);
  protected readonly names = computed(() => {
    const [first, second] = this.couple().partners.map(({ callName }) => callName ?? $localize`the partner`);
    return { first: first ?? '', second: second ?? '' };
  });

  open(): void {
    this.reason.set('');
    this.endedOn.set(this.today);
    this.outcome.set('');
    this.wrong.set('');
    this.dialog().open();
  }

  protected cancel(): void {
    this.dialog().close();
  }

  protected async end(): Promise<void> {
    const reason = this.reason().trim();
    if (this.saving()) return;
    if (reason.length < LEAST) return this.wrong.set($localize`Say in a few words why it ends.`);
    this.saving.set(true);
    try {
      const couple = await this.api.post<CoupleDto>(`/couples/${this.couple().id}/end`, {
        reason,
        endedOn: this.endedOn(),
        outcome: this.outcome() || null,
      });
      this.dialog().close('ended');
      this.coupleEnded.emit(couple);
    } catch (thrown) {
      const { failed, next } = problemOf(thrown).words;
      this.wrong.set(`${failed} ${next}`);
    } finally {
      this.saving.set(false);
    }
  }
}
