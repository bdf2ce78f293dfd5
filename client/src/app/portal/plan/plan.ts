import { Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { SetbackPlanDto } from '../../../api/types.gen';
import { read } from '../../core/api';
import { Login } from '../../core/login';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { Skeleton } from '../../kit/skeleton/skeleton';
import { dated } from '../../kit/clock';
import { crisisLinesFor, deviceZone } from '../break/break.rules';
import { Crisis } from './crisis';
import { PlanCopies, type PlanCopy } from './plan-copy';
import { PlanEdit } from './plan-edit';
import { dialled } from './plan.rules';
import { Setback } from './setback';

/** A plan for hard moments: first what to do, then whom to call. It opens without a connection as well. */
@Component({
  selector: 'kept-plan',
  imports: [Crisis, PlanEdit, ProblemNotice, RouterLink, Setback, Skeleton],
  templateUrl: './plan.html',
})
export class Plan {
  private readonly login = inject(Login);
  private readonly copies = inject(PlanCopies);
  private readonly clientId = computed(() => this.login.me()?.clientId ?? null);
  protected readonly asked = read<SetbackPlanDto>(
    () => (this.clientId() && `/clients/${this.clientId()}/setback-plan`) || undefined,
  );
  /** What lies on this device; undefined while that is not known. */
  protected readonly copy = signal<PlanCopy | null | undefined>(undefined);
  protected readonly kept = signal(false);
  protected readonly mode = signal<'plan' | 'edit' | 'telling' | 'danger'>('plan');
  protected readonly reached = signal(false);
  protected readonly said = signal('');

  /** What the server says, else what was put by here. */
  protected readonly plan = computed(() => this.asked.value()?.content ?? this.copy()?.plan ?? null);
  protected readonly isEmpty = computed(() => this.asked.value()?.source === 'none');
  protected readonly putBy = computed(() => {
    const copy = this.copy();
    return this.asked.value() || !copy ? '' : dated(new Date(copy.at).toISOString(), 'long');
  });
  protected readonly waits = computed(
    () => !this.plan() && (this.copy() === undefined || (this.clientId() !== null && !this.asked.problem())),
  );
  protected readonly clinic = computed(() => {
    const own = this.login.me()?.clinic;
    const copy = this.copy();
    return {
      name: own?.name ?? copy?.clinicName ?? '',
      crisisText: own?.crisisText ?? '',
      phone: own?.phone ?? copy?.clinicPhone ?? '',
      lines: own ? crisisLinesFor(own.locale, own.timeZone) : (copy?.lines ?? crisisLinesFor('', deviceZone())),
    };
  });
  protected readonly dialled = dialled;

  constructor() {
    void this.copies.open().then((copy) => this.copy.set(copy));
    if (this.login.me()) void this.copies.wished().then((wished) => this.kept.set(wished));
    effect(() => {
      const plan = this.asked.value();
      if (plan && plan.source !== 'none') untracked(() => void this.copies.put(plan.content));
    });
  }

  /** What was said of the last act would read as said of the next one. */
  protected begin(mode: 'edit' | 'telling'): void {
    this.said.set('');
    this.mode.set(mode);
  }

  protected saved(plan: SetbackPlanDto): void {
    this.asked.set(plan);
    this.said.set($localize`Your plan is saved.`);
    this.mode.set('plan');
  }

  protected told({ reached, danger }: { reached: boolean; danger: boolean }): void {
    this.reached.set(reached);
    if (reached) this.said.set($localize`Told. Your therapist sees it when opening the day; that may not be tonight.`);
    this.mode.set(danger ? 'danger' : 'plan');
  }

  protected async keepHere(on: boolean): Promise<void> {
    const plan = this.plan();
    if (!plan) return;
    await this.copies.wish(on, plan);
    this.kept.set(on);
    this.said.set(
      on ? $localize`Your plan is kept on this device.` : $localize`Your plan is no longer kept on this device.`,
    );
  }
}
