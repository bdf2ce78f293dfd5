import { Component, computed, inject, input, output, signal, viewChild } from '@angular/core';
import type { CoupleDto, CoupleSafetyDto, SafetyOverrideDto } from '../../../api/types.gen';
import { Api } from '../../core/api';
import { Login } from '../../core/login';
import { problemOf } from '../../core/problems';
import { dated, stamp } from '../../kit/clock';
import { DateField } from '../../kit/date-field/date-field';
import { Dialog } from '../../kit/dialog/dialog';
import { TextArea } from '../../kit/text-area/text-area';
import { dayIn } from '../assign/assign.rules';
import { AskAlone } from './ask-alone';
import { safetyWords } from './safety-words';

/** Fewest characters of a reason. */
const LEAST = 20;

/** Whether each partner is safe in this work, for clinicians alone: never in session view, in no portal and no record. */
@Component({
  selector: 'kept-couple-safety',
  imports: [AskAlone, DateField, Dialog, TextArea],
  templateUrl: './couple-safety.html',
})
export class CoupleSafety {
  readonly couple = input.required<CoupleDto>();
  readonly safety = input.required<CoupleSafetyDto>();
  readonly changed = output();
  private readonly api = inject(Api);
  private readonly login = inject(Login);
  private readonly dialog = viewChild(Dialog);
  protected readonly mayRecord = computed(() => this.login.can('safety-checks:record'));
  protected readonly mayGoOn = computed(() => this.safety().waits && this.login.can('safety-overrides:sign'));
  protected readonly standing = computed(() => this.safety().overrides.find(({ state }) => state === 'stands'));
  protected readonly earlier = computed(() => this.safety().overrides.filter(({ state }) => state !== 'stands'));
  protected readonly partners = computed(() =>
    this.couple().partners.map((partner) => {
      const safety = this.safety().partners.find(({ clientId }) => clientId === partner.clientId);
      return {
        partner,
        name: partner.callName ?? $localize`Partner`,
        words: safety ? safetyWords(safety) : '',
        isDue: Boolean(safety?.due),
      };
    }),
  );
  protected readonly today = dayIn(0, new Date());
  protected readonly latest = dayIn(90, new Date());
  protected readonly reason = signal('');
  protected readonly until = signal<string | null>(null);
  protected readonly wrong = signal('');
  protected readonly failure = signal('');
  protected readonly saving = signal(false);
  protected readonly stamp = stamp;
  protected readonly dated = dated;

  protected openSigning(): void {
    this.reason.set('');
    this.until.set(dayIn(30, new Date()));
    this.wrong.set('');
    this.dialog()?.open();
  }

  protected cancel(): void {
    this.dialog()?.close();
  }

  protected async sign(): Promise<void> {
    const [reason, until] = [this.reason().trim(), this.until()];
    if (this.saving()) return;
    if (reason.length < LEAST || !until)
      return this.wrong.set($localize`Say in a sentence why it goes on, and until when.`);
    this.saving.set(true);
    try {
      await this.api.post<SafetyOverrideDto>(`/couples/${this.couple().id}/safety-overrides`, { reason, until });
      this.dialog()?.close('signed');
      this.changed.emit();
    } catch (thrown) {
      const { failed, next } = problemOf(thrown).words;
      this.wrong.set(`${failed} ${next}`);
    } finally {
      this.saving.set(false);
    }
  }

  protected async end(override: SafetyOverrideDto): Promise<void> {
    this.failure.set('');
    try {
      await this.api.post(`/safety-overrides/${override.id}/end`);
    } catch (thrown) {
      const { failed, next } = problemOf(thrown).words;
      this.failure.set(`${failed} ${next}`);
    }
    this.changed.emit();
  }
}
