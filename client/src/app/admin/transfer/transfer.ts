import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { BoardDto, CaseloadRowDto, StaffDto, TransferDto } from '../../../api/types.gen';
import { Api, query, read } from '../../core/api';
import { Login } from '../../core/login';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { problemOf } from '../../core/problems';
import { CheckboxGroup } from '../../kit/checkbox-group/checkbox-group';
import { Select } from '../../kit/select/select';
import { Skeleton } from '../../kit/skeleton/skeleton';
import { Toasts } from '../../kit/toast/toasts';
import { unitsOf } from './transfer.units';

/** As many as one page of the list, and fewer than one transfer may hold. */
const MOST = 100;

interface Page<T> {
  items: T[];
  next: string | null;
}

/** Hands people over from one therapist to another: choose, look at what that means, confirm. */
@Component({
  selector: 'kept-transfer',
  imports: [CheckboxGroup, ProblemNotice, RouterLink, Select, Skeleton],
  templateUrl: './transfer.html',
})
export class Transfer {
  /** From the address: whose clients, and which of them is chosen to begin with. */
  readonly from = input<string>();
  readonly client = input<string>();
  private readonly api = inject(Api);
  private readonly login = inject(Login);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);

  protected readonly staff = read<Page<StaffDto>>(() => '/staff?limit=100&role=therapist');
  private readonly board = read<BoardDto>(() => '/caseloads');
  protected readonly fromId = linkedSignal(() => this.from() ?? '');
  protected readonly toId = signal('');
  protected readonly people = read<Page<CaseloadRowDto>>(() =>
    this.fromId() ? '/clients' + query({ therapistId: this.fromId(), sort: 'name', limit: MOST }) : undefined,
  );
  protected readonly units = computed(() => unitsOf(this.people.value()?.items ?? []));
  protected readonly chosen = linkedSignal<readonly string[]>(() => {
    const wanted = this.client();
    return this.units()
      .filter(({ key }) => wanted !== undefined && key.split(',').includes(wanted))
      .map(({ key }) => key);
  });
  protected readonly givers = computed(() =>
    (this.staff.value()?.items ?? []).map((one) => ({ key: one.id, label: one.displayName })),
  );
  /** Nobody hands anybody over to herself. */
  protected readonly takers = computed(() =>
    (this.staff.value()?.items ?? [])
      .filter((one) => one.status !== 'disabled' && one.id !== this.fromId() && one.id !== this.login.me()?.id)
      .map((one) => ({ key: one.id, label: [one.displayName, this.weekOf(one.id)].filter(Boolean).join(', ') })),
  );
  protected readonly giver = computed(() => this.nameOf(this.fromId()));
  protected readonly taker = computed(() => this.nameOf(this.toId()));
  /** A list that has come meanwhile with nobody chosen in it is still the same question. */
  private readonly asked = computed(
    () => ({
      fromStaffId: this.fromId(),
      toStaffId: this.toId(),
      clientIds: this.chosen().flatMap((key) => key.split(',')),
    }),
    { equal: (a, b) => JSON.stringify(a) === JSON.stringify(b) },
  );
  /** What the server says would happen; gone as soon as something else is chosen. */
  protected readonly plan = linkedSignal<unknown, TransferDto | null>({
    source: this.asked,
    computation: () => null,
  });
  protected readonly missing = linkedSignal<unknown, 'people' | 'taker' | null>({
    source: this.asked,
    computation: () => null,
  });
  protected readonly wrong = linkedSignal<unknown, string | null>({ source: this.asked, computation: () => null });
  protected readonly sending = signal(false);
  protected readonly choosePeople = $localize`Choose who goes.`;
  protected readonly chooseTaker = $localize`Choose who takes over.`;

  protected chooseAll(): void {
    this.chosen.set(this.units().map(({ key }) => key));
  }

  protected async look(): Promise<void> {
    if (this.chosen().length === 0) return this.missing.set('people');
    if (!this.toId()) return this.missing.set('taker');
    const plan = await this.send(true);
    if (plan) this.plan.set(plan);
  }

  protected async handOver(): Promise<void> {
    const done = await this.send(false);
    if (!done) return;
    const count = done.people.length;
    this.toasts.say(
      count === 1
        ? $localize`${done.people[0]!.displayName}:name: is in the care of ${this.taker()}:therapist: now.`
        : $localize`${count}:count: people are in the care of ${this.taker()}:therapist: now.`,
    );
    await this.router.navigateByUrl('/admin');
  }

  /** How much of the week is taken, where the practice has agreed on a number. */
  private weekOf(id: string): string {
    const row = this.board.value()?.items.find((one) => one.id === id);
    if (!row?.weeklySessions) return '';
    return $localize`${row.sessionsThisWeek}:sessions: of ${row.weeklySessions}:most: sessions this week`;
  }

  private nameOf(id: string): string {
    return this.staff.value()?.items.find((one) => one.id === id)?.displayName ?? '';
  }

  private async send(dryRun: boolean): Promise<TransferDto | null> {
    if (this.sending()) return null;
    this.sending.set(true);
    this.wrong.set(null);
    try {
      return await this.api.post<TransferDto>('/transfers' + query({ dryRun }), this.asked());
    } catch (thrown) {
      const { failed, safe } = problemOf(thrown).words;
      this.wrong.set(`${failed} ${safe}`);
      return null;
    } finally {
      this.sending.set(false);
    }
  }
}
