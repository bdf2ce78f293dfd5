import { afterRenderEffect, booleanAttribute, Component, computed, inject, input, viewChild } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { AssignmentDto } from '../../../../api/types.gen';
import { Api } from '../../../core/api';
import { Login } from '../../../core/login';
import { readPages, type Pages } from '../../../core/pages/pages';
import { ShowMore } from '../../../core/pages/show-more';
import { ProblemNotice } from '../../../core/problem/problem-notice';
import { problemOf } from '../../../core/problems';
import { clock, shortDay } from '../../../kit/clock';
import { Key } from '../../../kit/key/key';
import { Row, RowNav } from '../../../kit/row-nav/row-nav';
import { Skeleton } from '../../../kit/skeleton/skeleton';
import { Toasts } from '../../../kit/toast/toasts';
import { Assign } from '../../assign/assign';
import { stateWords } from './homework-lines';
import { PacingLines } from './pacing-lines';

interface Group {
  readonly key: 'waiting' | 'open' | 'done';
  readonly title: string;
  readonly list: Pages<AssignmentDto>;
}

/** What one person was given: what waits to be read first, then what is open, then what is done. */
@Component({
  selector: 'kept-client-homework',
  imports: [Assign, Key, PacingLines, ProblemNotice, RouterLink, Row, RowNav, ShowMore, Skeleton],
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

  /** To read, open, done; each newest first, and as long as it is. */
  protected readonly groups: readonly Group[] = [
    { key: 'waiting', title: $localize`To read`, list: this.listOf('submitted') },
    { key: 'open', title: $localize`Still open`, list: this.listOf('open') },
    { key: 'done', title: $localize`Done`, list: this.listOf('done') },
  ];
  protected readonly problem = computed(() => {
    const failed = this.groups.find(({ list }) => !list.items() && list.problem());
    return failed?.list.problem() ?? null;
  });
  protected readonly loaded = computed(() => this.groups.every(({ list }) => list.items() !== undefined));
  protected readonly none = computed(() => this.groups.every(({ list }) => list.items()?.length === 0));
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

  protected reload(): void {
    for (const { list } of this.groups) list.reload();
  }

  protected async withdraw(item: AssignmentDto): Promise<void> {
    try {
      await this.api.post(`/assignments/${item.id}/withdraw`, undefined, { ifMatch: item.version });
      this.toasts.say($localize`${item.title}:title: was taken back.`);
    } catch (thrown) {
      const { failed, next } = problemOf(thrown).words;
      this.toasts.fail(`${failed} ${next}`);
    }
    this.reload();
  }

  private listOf(status: 'submitted' | 'open' | 'done'): Pages<AssignmentDto> {
    return readPages(() => `/assignments?clientId=${this.id()}&status=${status}`, 30);
  }
}
