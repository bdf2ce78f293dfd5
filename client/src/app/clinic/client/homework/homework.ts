import { afterRenderEffect, booleanAttribute, Component, computed, inject, input, viewChild } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { AssignmentDto } from '../../../../api/types.gen';
import { Api, read } from '../../../core/api';
import { Login } from '../../../core/login';
import { ProblemNotice } from '../../../core/problem/problem-notice';
import { problemOf } from '../../../core/problems';
import { clock, shortDay } from '../../../kit/clock';
import { Skeleton } from '../../../kit/skeleton/skeleton';
import { Toasts } from '../../../kit/toast/toasts';
import { Assign } from '../../assign/assign';
import { byState, stateWords } from './homework-lines';
import { PacingLines } from './pacing-lines';

/** What one person was given: what waits to be read first, then what is open, then what is done. */
@Component({
  selector: 'kept-client-homework',
  imports: [Assign, PacingLines, ProblemNotice, RouterLink, Skeleton],
  templateUrl: './homework.html',
})
export class ClientHomework {
  /** Client id, from the address. */
  readonly id = input.required<string>();
  /** From the address: open the assign dialog at once. */
  readonly assign = input(false, { transform: booleanAttribute });

  private readonly api = inject(Api);
  private readonly login = inject(Login);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly dialog = viewChild.required(Assign);

  protected readonly list = read<{ items: AssignmentDto[] }>(() => `/assignments?clientId=${this.id()}&limit=100`);
  protected readonly groups = computed(() => {
    const items = this.list.value()?.items;
    return items && byState(items);
  });
  protected readonly mayAssign = computed(() => this.login.can('assignments:assign'));
  protected readonly today = new Date().toISOString().slice(0, 10);
  protected readonly stateWords = stateWords;
  protected readonly shortDay = shortDay;
  protected readonly clock = clock;

  constructor() {
    afterRenderEffect(() => {
      if (!this.assign() || !this.mayAssign()) return;
      this.dialog().open();
      // Asked for once: a reload or the next press starts from a plain address.
      void this.router.navigate([], { queryParams: { assign: null }, queryParamsHandling: 'merge', replaceUrl: true });
    });
  }

  protected async withdraw(item: AssignmentDto): Promise<void> {
    try {
      await this.api.post(`/assignments/${item.id}/withdraw`, undefined, { ifMatch: item.version });
      this.toasts.say($localize`${item.title}:title: was taken back.`);
    } catch (thrown) {
      const { failed, next } = problemOf(thrown).words;
      this.toasts.fail(`${failed} ${next}`);
    }
    this.list.reload();
  }
}
