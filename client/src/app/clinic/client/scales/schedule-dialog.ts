import { Component, computed, inject, input, output, signal, viewChild } from '@angular/core';
import type { InstrumentDto, NewSchedule, NewScheduleDto } from '../../../../api/types.gen';
import { Api } from '../../../core/api';
import { problemOf } from '../../../core/problems';
import { DateField } from '../../../kit/date-field/date-field';
import { Dialog } from '../../../kit/dialog/dialog';
import { RadioGroup } from '../../../kit/radio-group/radio-group';
import { Select } from '../../../kit/select/select';
import { Toasts } from '../../../kit/toast/toasts';

/** The rhythm tied to sessions; the others are numbers of days. */
const WITH_SESSIONS = 'sessions';

/** Asks one person for a scale from a day on, or both partners in one act. */
@Component({
  selector: 'kept-schedule-dialog',
  imports: [DateField, Dialog, RadioGroup, Select],
  templateUrl: './schedule-dialog.html',
})
export class ScheduleDialog {
  readonly clientId = input.required<string>();
  readonly coupleId = input<string | null>(null);
  readonly name = input('');
  readonly instruments = input.required<readonly InstrumentDto[]>();
  readonly scheduled = output();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly dialog = viewChild.required(Dialog);
  private key = crypto.randomUUID();

  protected readonly chosen = signal('');
  protected readonly rhythm = signal('7');
  protected readonly who = signal<string | null>('one');
  protected readonly startsOn = signal<string | null>(null);
  protected readonly sending = signal(false);
  protected readonly wrong = signal('');

  protected readonly scales = computed(() =>
    this.instruments()
      .filter(({ needsMapping }) => !needsMapping)
      .map(({ id, title }) => ({ key: id, label: title })),
  );
  protected readonly instrumentId = computed(() => this.chosen() || (this.scales()[0]?.key ?? ''));
  protected readonly rhythms = [
    { key: '7', label: $localize`Every week` },
    { key: '14', label: $localize`Every 2 weeks` },
    { key: '28', label: $localize`Every 4 weeks` },
    { key: WITH_SESSIONS, label: $localize`Before each session` },
  ];
  protected readonly people = computed(() => [
    { key: 'one', label: this.name() || $localize`This client` },
    { key: 'both', label: $localize`Both partners, each for themselves` },
  ]);

  open(): void {
    this.key = crypto.randomUUID();
    this.wrong.set('');
    this.startsOn.set(today());
    this.dialog().open();
  }

  protected cancel(): void {
    this.dialog().close();
  }

  protected async schedule(): Promise<void> {
    const startsOn = this.startsOn();
    if (this.sending() || !startsOn) return this.wrong.set(startsOn ? '' : $localize`Choose the day it starts.`);
    const coupleId = this.coupleId();
    const body: NewSchedule = {
      instrumentId: this.instrumentId(),
      ...(this.who() === 'both' && coupleId ? { coupleId } : { clientId: this.clientId() }),
      ...(this.rhythm() === WITH_SESSIONS ? { beforeEachSession: true } : { everyDays: Number(this.rhythm()) }),
      startsOn,
    };
    this.sending.set(true);
    try {
      await this.api.post<NewScheduleDto>('/scale-schedules', body, { idempotencyKey: this.key });
      this.dialog().close();
      const title = this.scales().find(({ key }) => key === body.instrumentId)?.label ?? '';
      this.toasts.say($localize`${title}:title: is scheduled.`);
      this.scheduled.emit();
    } catch (thrown) {
      const { failed, next } = problemOf(thrown).words;
      this.wrong.set(`${failed} ${next}`);
    } finally {
      this.sending.set(false);
    }
  }
}

/** Today as a calendar day where the reader is. */
function today(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}
