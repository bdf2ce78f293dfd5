import { Component, computed, inject, input, output, signal, viewChild } from '@angular/core';
import type { BaselineStartDto, NewBaselineStart, PointDto } from '../../../../api/types.gen';
import { Api } from '../../../core/api';
import { problemOf } from '../../../core/problems';
import { longDayOfYear } from '../../../kit/clock';
import { DateField } from '../../../kit/date-field/date-field';
import { Dialog } from '../../../kit/dialog/dialog';
import { TextArea } from '../../../kit/text-area/text-area';
import { Toasts } from '../../../kit/toast/toasts';

/** From which day on answers are compared: an act with a reason, kept beside the ones before it. */
@Component({ selector: 'kept-new-start', imports: [DateField, Dialog, TextArea], templateUrl: './new-start.html' })
export class NewStart {
  readonly clientId = input.required<string>();
  readonly instrumentId = input.required<string>();
  readonly title = input.required<string>();
  /** Newest first. */
  readonly points = input.required<readonly PointDto[]>();
  readonly begun = output();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly dialog = viewChild.required(Dialog);
  private key = '';

  protected readonly startsOn = signal<string | null>(null);
  protected readonly reason = signal('');
  protected readonly tried = signal(false);
  protected readonly sending = signal(false);
  protected readonly wrong = signal('');
  protected readonly dayWrong = computed(() =>
    this.tried() && !this.startsOn() ? $localize`Choose the day from which answers are compared.` : null,
  );
  protected readonly reasonWrong = computed(() =>
    this.tried() && !this.reason().trim() ? $localize`Say why, for whoever reads this chart later.` : null,
  );
  /** What the day chosen would make the new measure. */
  protected readonly consequence = computed(() => {
    const day = this.startsOn();
    if (!day) return '';
    const first = this.points().findLast(({ answeredOn, score }) => answeredOn >= day && score.total !== null);
    return first
      ? $localize`Compared with the answers from ${longDayOfYear(first.answeredOn)}:day: on.`
      : $localize`No answer with a score since that day: the next one will be the first.`;
  });

  open(): void {
    this.key = crypto.randomUUID();
    this.startsOn.set(this.points()[0]?.answeredOn ?? null);
    this.reason.set('');
    this.wrong.set('');
    this.tried.set(false);
    this.dialog().open();
  }

  protected cancel(): void {
    this.dialog().close();
  }

  protected async begin(): Promise<void> {
    this.tried.set(true);
    const [startsOn, reason] = [this.startsOn(), this.reason().trim()];
    if (this.sending() || !startsOn || !reason) return;
    const body: NewBaselineStart = { instrumentId: this.instrumentId(), startsOn, reason };
    this.sending.set(true);
    try {
      const options = { idempotencyKey: this.key };
      await this.api.post<BaselineStartDto>(`/clients/${this.clientId()}/baselines`, body, options);
      this.dialog().close();
      this.toasts.say($localize`${this.title()}:title: is compared anew from ${longDayOfYear(startsOn)}:day:.`);
      this.begun.emit();
    } catch (thrown) {
      const { failed, next } = problemOf(thrown).words;
      this.wrong.set(`${failed} ${next}`);
    } finally {
      this.sending.set(false);
    }
  }
}
