import { Component, computed, inject, input, output, signal, viewChild } from '@angular/core';
import type { InstrumentDto, NewAssignmentsDto, NewScheduleDto, WorksheetDto } from '../../../api/types.gen';
import { Api, read } from '../../core/api';
import { Login } from '../../core/login';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { problemOf } from '../../core/problems';
import { wallDay } from '../../core/wall-clock';
import { DateField } from '../../kit/date-field/date-field';
import { Dialog } from '../../kit/dialog/dialog';
import { Select } from '../../kit/select/select';
import { Skeleton } from '../../kit/skeleton/skeleton';
import { Toasts } from '../../kit/toast/toasts';
import { dayIn } from '../assign/assign.rules';
import { newForm, ONCE, SESSIONS, termsOf } from '../check-ins/plan-terms';

export interface Chosen {
  id: string;
  displayName: string;
}

/** Days from today that homework is wished for, unless the therapist says otherwise. */
const USUAL_DAYS = 7;

/** Why one of them was not given it, as the therapist can mend it. */
const REFUSED: Record<string, string> = {
  stage_reason_needed: $localize`it comes early for their stage: give it from the chart, and say why`,
  safety_check_missing: $localize`somebody is to be asked alone about safety first`,
  alone_only: $localize`it is for each alone`,
};

/** One sheet, or one scale, for several people in one act. Whom it does not fit is named, and stays chosen. */
@Component({
  selector: 'kept-several-dialog',
  imports: [DateField, Dialog, ProblemNotice, Select, Skeleton],
  templateUrl: './several-dialog.html',
})
export class SeveralDialog {
  readonly people = input.required<readonly Chosen[]>();
  /** Ids of those who were given it. */
  readonly given = output<readonly string[]>();

  private readonly api = inject(Api);
  private readonly login = inject(Login);
  private readonly toasts = inject(Toasts);
  private readonly dialog = viewChild.required(Dialog);
  private readonly keys = new Map<string, string>();

  protected readonly what = signal<'homework' | 'scale' | null>(null);
  protected readonly worksheets = read<{ items: WorksheetDto[] }>(() =>
    this.what() === 'homework' ? '/worksheets?limit=100&status=published' : undefined,
  );
  protected readonly instruments = read<{ items: InstrumentDto[] }>(() =>
    this.what() === 'scale' ? '/instruments?asked=true&limit=100' : undefined,
  );
  protected readonly offered = computed(() => (this.what() === 'homework' ? this.worksheets : this.instruments));
  protected readonly choices = computed(() =>
    this.offered()
      .value()
      ?.items.map(({ id, title }) => ({ key: id, label: title })),
  );
  protected readonly chosen = signal('');
  protected readonly dueOn = signal<string | null>(null);
  protected readonly rhythm = signal('7');
  protected readonly rhythms = [
    { key: '7', label: $localize`Every week` },
    { key: '14', label: $localize`Every 2 weeks` },
    { key: '28', label: $localize`Every 4 weeks` },
    { key: SESSIONS, label: $localize`Before each session` },
    { key: ONCE, label: $localize`Once` },
  ];
  protected readonly sending = signal(false);
  protected readonly wrong = signal('');
  protected readonly refused = signal<readonly { id: string; words: string }[]>([]);
  protected readonly names = computed(() =>
    this.people()
      .map(({ displayName }) => displayName)
      .join(', '),
  );
  protected readonly heading = computed(() => {
    const count = this.people().length;
    if (this.what() === 'scale') return $localize`Schedule a scale for ${count}:count:`;
    return $localize`Assign homework to ${count}:count:`;
  });
  protected readonly label = computed(() => (this.what() === 'scale' ? $localize`Scale` : $localize`Worksheet`));

  open(what: 'homework' | 'scale'): void {
    this.what.set(what);
    this.keys.clear();
    this.chosen.set('');
    this.wrong.set('');
    this.refused.set([]);
    this.dueOn.set(dayIn(USUAL_DAYS, new Date()));
    this.dialog().open();
  }

  protected cancel(): void {
    this.dialog().close();
  }

  protected async give(): Promise<void> {
    if (this.sending()) return;
    if (!this.chosen())
      return this.wrong.set(this.what() === 'scale' ? $localize`Choose a scale.` : $localize`Choose a worksheet.`);
    this.sending.set(true);
    this.wrong.set('');
    this.refused.set([]);
    const done = await this.toEach(this.people());
    this.sending.set(false);
    if (done.length > 0) this.sayDone(done.length);
    this.given.emit(done);
    if (this.refused().length === 0) this.dialog().close();
  }

  /** One after the other: the server gives each by its own rules, and one that is refused holds up nobody. */
  private async toEach(people: readonly Chosen[]): Promise<string[]> {
    const done: string[] = [];
    for (const { id, displayName } of people) {
      try {
        await this.send(id);
        done.push(id);
      } catch (thrown) {
        const { code, words } = problemOf(thrown);
        this.keys.delete(id);
        const why = REFUSED[code ?? ''] ?? words.failed;
        this.refused.update((all) => [...all, { id, words: `${displayName}: ${why}` }]);
      }
    }
    return done;
  }

  private async send(clientId: string): Promise<void> {
    const idempotencyKey = this.keys.get(clientId) ?? crypto.randomUUID();
    this.keys.set(clientId, idempotencyKey);
    if (this.what() === 'homework') {
      const body = { worksheetId: this.chosen(), clientIds: [clientId], dueOn: this.dueOn() };
      await this.api.post<NewAssignmentsDto>('/assignments', body, { idempotencyKey });
      return;
    }
    const today = wallDay(new Date(), this.login.me()?.clinic.timeZone ?? 'UTC');
    const body = { instrumentId: this.chosen(), clientId, ...termsOf({ ...newForm(today), rhythm: this.rhythm() }) };
    await this.api.post<NewScheduleDto>('/scale-schedules', body, { idempotencyKey });
  }

  private sayDone(count: number): void {
    const title = this.choices()?.find(({ key }) => key === this.chosen())?.label ?? '';
    this.toasts.say(
      count === 1 ? $localize`${title}:title: for 1 person.` : $localize`${title}:title: for ${count}:count: people.`,
    );
  }
}
