import { Component, computed, inject, input } from '@angular/core';
import type { SetbackDto, SetbackPlanDto } from '../../../../api/types.gen';
import { Api, read } from '../../../core/api';
import { Login } from '../../../core/login';
import { ProblemNotice } from '../../../core/problem/problem-notice';
import { problemOf } from '../../../core/problems';
import { clock, dated, shortDay } from '../../../kit/clock';
import { Skeleton } from '../../../kit/skeleton/skeleton';
import { Toasts } from '../../../kit/toast/toasts';

/** Setbacks a person told of, and the plan she made for such days. Her partner learns of neither. */
@Component({
  selector: 'kept-hard-days',
  imports: [ProblemNotice, Skeleton],
  templateUrl: './hard-days.html',
  host: { class: 'stack' },
})
export class HardDays {
  readonly clientId = input.required<string>();
  private readonly api = inject(Api);
  private readonly login = inject(Login);
  private readonly toasts = inject(Toasts);
  protected readonly setbacks = read<{ items: SetbackDto[] }>(() => `/clients/${this.clientId()}/setbacks`);
  protected readonly plan = read<SetbackPlanDto>(() => `/clients/${this.clientId()}/setback-plan`);
  protected readonly mayTakeNote = computed(() => this.login.can('setbacks:take-note'));
  protected readonly clock = clock;
  protected readonly dated = dated;
  protected readonly shortDay = shortDay;

  protected people({ content }: SetbackPlanDto): string {
    return content.people.map(({ name, phone }) => `${name} ${phone}`.trim()).join('; ');
  }

  protected async takeNote({ id }: SetbackDto): Promise<void> {
    try {
      await this.api.post(`/setbacks/${id}/seen`);
    } catch (thrown) {
      const { failed, next } = problemOf(thrown).words;
      this.toasts.fail(`${failed} ${next}`);
    }
    this.setbacks.reload();
  }
}
