import { Component, computed } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { OwnPlanDto } from '../../../api/types.gen';
import { read } from '../../core/api';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { Skeleton } from '../../kit/skeleton/skeleton';
import { OwnPlan } from './own-plan';

/** The plans that were shown to this person: her own, and the one of the two together. */
@Component({
  selector: 'kept-portal-working-on',
  imports: [OwnPlan, ProblemNotice, RouterLink, Skeleton],
  templateUrl: './working-on.html',
})
export class WorkingOn {
  protected readonly plans = read<{ items: OwnPlanDto[] }>(() => '/own-plans');
  /** Of each kind the newest: what came before is talked about in a session. */
  protected readonly shown = computed(() => {
    const items = this.plans.value()?.items ?? [];
    return [false, true].flatMap((joint) => items.find((plan) => plan.joint === joint) ?? []);
  });

  protected take(answered: OwnPlanDto): void {
    const items = this.plans.value()?.items ?? [];
    this.plans.set({ items: items.map((plan) => (plan.id === answered.id ? answered : plan)) });
  }
}
