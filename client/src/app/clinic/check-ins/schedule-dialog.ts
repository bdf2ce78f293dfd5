import { Component, computed, inject, input, output, signal, viewChild } from '@angular/core';
import type { InstrumentDto, NewSchedule, NewScheduleDto, ScheduleDto } from '../../../api/types.gen';
import { Api } from '../../core/api';
import { Login } from '../../core/login';
import { problemOf } from '../../core/problems';
import { wallDay } from '../../core/wall-clock';
import { Checkbox } from '../../kit/checkbox/checkbox';
import { DateField } from '../../kit/date-field/date-field';
import { Dialog } from '../../kit/dialog/dialog';
import { NumberField } from '../../kit/number-field/number-field';
import { RadioGroup } from '../../kit/radio-group/radio-group';
import { Select } from '../../kit/select/select';
import { Toasts } from '../../kit/toast/toasts';
import {
  cautionOf,
  changeOf,
  faultsOf,
  formOf,
  newForm,
  ONCE,
  OTHER,
  SESSIONS,
  termsOf,
  type PlanForm,
} from './plan-terms';

const BOTH = 'both';

/** Asks one person for a scale, or both partners in one act; and changes what is asked. */
@Component({
  selector: 'kept-schedule-dialog',
  imports: [Checkbox, DateField, Dialog, NumberField, RadioGroup, Select],
  templateUrl: './schedule-dialog.html',
})
export class ScheduleDialog {
  /** Whom it may ask: one person, or the two of a couple. */
  readonly people = input.required<readonly { clientId: string; name: string }[]>();
  readonly coupleId = input<string | null>(null);
  readonly instruments = input.required<readonly InstrumentDto[]>();
  readonly scheduled = output();

  private readonly api = inject(Api);
  private readonly login = inject(Login);
  private readonly toasts = inject(Toasts);
  private readonly dialog = viewChild.required(Dialog);
  private key = crypto.randomUUID();

  protected readonly other = OTHER;
  /** The plan to change, of each person asked; none for a new one. */
  private readonly plans = signal<readonly ScheduleDto[]>([]);
  protected readonly plan = computed(
    () => this.plans().find(({ clientId }) => clientId === this.whom()) ?? this.plans()[0] ?? null,
  );
  protected readonly chosen = signal('');
  protected readonly form = signal<PlanForm>(newForm(''));
  protected readonly whom = signal<string | null>(null);
  protected readonly sending = signal(false);
  protected readonly wrong = signal('');
  private readonly tried = signal(false);

  protected readonly heading = computed(() =>
    this.plan() ? $localize`Change what is asked` : $localize`Schedule a scale`,
  );
  protected readonly scales = computed(() => this.instruments().map(({ id, title }) => ({ key: id, label: title })));
  protected readonly instrumentId = computed(
    () => this.plan()?.instrumentId ?? (this.chosen() || (this.scales()[0]?.key ?? '')),
  );
  private readonly scale = computed(() => this.instruments().find(({ id }) => id === this.instrumentId()));
  private readonly faults = computed(() => faultsOf(this.form(), this.scale()));
  /** A rhythm that cannot be is told at once, an open field when somebody goes on without it. */
  protected readonly shown = computed(() => (this.tried() ? this.faults() : { rhythm: this.faults().rhythm }));
  protected readonly caution = computed(() => cautionOf(this.form(), this.scale()));
  protected readonly hasBegun = computed(() => (this.plan()?.startsOn ?? '9') <= this.today());
  protected readonly replaces = computed(() => {
    const plan = this.plan();
    return plan !== null && changeOf(plan, this.form(), this.today()) === null;
  });
  /** In the couple's work a scale is asked of both, or of one of them. */
  protected readonly offersBoth = computed(
    () => this.coupleId() !== null && (!this.plan() || this.plan()?.coupleId === this.coupleId()),
  );
  protected readonly forBoth = computed(() => this.offersBoth() && this.whom() === BOTH);
  protected readonly whoLabel = computed(() => (this.plan() ? $localize`Who it changes for` : $localize`Who is asked`));
  protected readonly who = computed(() => [
    ...this.whoMay().map(({ clientId, name }) => ({ key: clientId, label: name || $localize`This client` })),
    { key: BOTH, label: $localize`Both partners, each for themselves` },
  ]);
  /** Only of whom a plan runs it can be changed. */
  private readonly whoMay = computed(() => {
    const asked = this.plans().map(({ clientId }) => clientId);
    return this.people().filter(({ clientId }) => asked.length === 0 || asked.includes(clientId));
  });
  protected readonly rhythms = [
    { key: '7', label: $localize`Every week` },
    { key: '14', label: $localize`Every 2 weeks` },
    { key: '28', label: $localize`Every 4 weeks` },
    { key: OTHER, label: $localize`Another number of days` },
    { key: SESSIONS, label: $localize`Before each session` },
    { key: ONCE, label: $localize`Once` },
  ];

  /** A new plan of a scale that somewhere else was offered. */
  offer(instrumentId: string): void {
    this.open();
    this.chosen.set(instrumentId);
  }

  /** A new plan, or other terms for one that runs. */
  open(plans: readonly ScheduleDto[] = []): void {
    this.key = crypto.randomUUID();
    this.wrong.set('');
    this.tried.set(false);
    this.plans.set(plans);
    this.form.set(plans[0] ? formOf(plans[0]) : newForm(this.today()));
    this.whom.set(this.startsWithBoth(plans) ? BOTH : (plans[0]?.clientId ?? this.people()[0]?.clientId ?? null));
    this.dialog().open();
  }

  protected set(part: Partial<PlanForm>): void {
    this.form.update((form) => ({ ...form, ...part }));
  }

  protected cancel(): void {
    this.dialog().close();
  }

  protected async schedule(): Promise<void> {
    this.tried.set(true);
    if (this.sending() || Object.keys(this.faults()).length > 0) return;
    this.sending.set(true);
    this.wrong.set('');
    try {
      await this.write();
      this.dialog().close();
      const title = this.scale()?.title ?? this.plan()?.instrumentTitle ?? '';
      this.toasts.say(this.plan() ? $localize`${title}:title: is changed.` : $localize`${title}:title: is scheduled.`);
      this.scheduled.emit();
    } catch (thrown) {
      const { detail, words } = problemOf(thrown);
      this.wrong.set(detail ?? `${words.failed} ${words.next}`);
    } finally {
      this.sending.set(false);
    }
  }

  private async write(): Promise<void> {
    const plan = this.plan();
    const both = this.forBoth();
    const change = plan && changeOf(plan, this.form(), this.today());
    if (plan && change) {
      await this.api.patch<ScheduleDto>(`/scale-schedules/${plan.id}`, { ...change, both }, { ifMatch: plan.version });
      return;
    }
    const terms = termsOf(this.form());
    const body: NewSchedule = {
      instrumentId: this.instrumentId(),
      ...terms,
      ...(plan && { startsOn: this.today() }),
      ...this.addressee(plan),
    };
    await this.api.post<NewScheduleDto>('/scale-schedules', body, { idempotencyKey: this.key });
  }

  /** One partner of the couple's work stays in it. */
  private addressee(plan: ScheduleDto | null): Pick<NewSchedule, 'clientId' | 'coupleId' | 'onlyFor'> {
    if (this.forBoth()) return { coupleId: this.coupleId() };
    const one = plan?.clientId ?? this.whom();
    return plan?.coupleId ? { coupleId: plan.coupleId, onlyFor: one } : { clientId: one };
  }

  /** What was planned for both is changed for both, unless somebody says otherwise. */
  private startsWithBoth(plans: readonly ScheduleDto[]): boolean {
    const [plan] = plans;
    return plan ? plan.withPartner && plan.coupleId === this.coupleId() : this.people().length > 1;
  }

  private today(): string {
    return wallDay(new Date(), this.login.me()?.clinic.timeZone ?? 'UTC');
  }
}
