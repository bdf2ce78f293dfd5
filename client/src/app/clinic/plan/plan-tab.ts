import { Component, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { PlanDto, PlanLineDto } from '../../../api/types.gen';
import { Api, query, read } from '../../core/api';
import { Login } from '../../core/login';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { problemOf, type Problem } from '../../core/problems';
import { PaperActs } from '../../kit/paper-acts/paper-acts';
import { Skeleton } from '../../kit/skeleton/skeleton';
import { whose } from '../note/whose';
import { PlanAnswers } from './plan-answers';
import { PlanEnd } from './plan-end';
import { PlanPaper } from './plan-paper';
import type { PlanOf } from './plan-text';
import { reviewWords, versionWords } from './plan-words';

/** The plan of a chart: what is in force and where its goals stand, the draft of the next, and every version before. */
@Component({
  selector: 'kept-plan-tab',
  imports: [PaperActs, PlanAnswers, PlanEnd, PlanPaper, ProblemNotice, RouterLink, Skeleton],
  templateUrl: './plan-tab.html',
})
export class PlanTab {
  /** From the route: the person's id in `clients/:id/plan`, the couple's in `couples/:id/plan`. */
  readonly id = input.required<string>();
  readonly of = input<'client' | 'couple', 'client' | 'couple' | undefined>('client', {
    // A route that says nothing hands over undefined.
    transform: (of) => of ?? 'client',
  });
  /** Their work has ended: it is read, and nothing is done any more. */
  readonly closed = input(false, { transform: (closed?: boolean) => closed ?? false });
  private readonly api = inject(Api);
  private readonly login = inject(Login);
  private readonly router = inject(Router);
  private readonly about = computed<PlanOf>(() =>
    this.of() === 'client' ? { clientId: this.id() } : { coupleId: this.id() },
  );
  protected readonly whose = whose(() => ({ clientId: null, coupleId: null, ...this.about() }));
  protected readonly page = read<{ items: PlanLineDto[] }>(() => '/plans' + query(this.about()));
  private readonly lines = computed(() => this.page.value()?.items ?? []);
  private readonly current = computed(() => this.lines().find(({ status }) => status === 'in_force'));
  protected readonly plan = read<PlanDto>(() => {
    const current = this.current();
    return current ? `/plans/${current.id}` : undefined;
  });
  protected readonly draft = computed(() => this.lines().find(({ status }) => status === 'draft') ?? null);
  protected readonly before = computed(() =>
    this.lines().filter(({ status }) => status === 'superseded' || status === 'ended'),
  );
  protected readonly isEmpty = computed(() => this.lines().every(({ status }) => status === 'draft'));
  protected readonly mayWrite = computed(() => this.login.can('plans:write') && !this.closed());
  protected readonly beginning = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly versionWords = versionWords;
  protected readonly reviewWords = reviewWords;

  /** A draft from what is in force, or an empty one; whoever began one before finds it again. */
  protected async begin(): Promise<void> {
    if (this.beginning()) return;
    this.beginning.set(true);
    this.problem.set(null);
    try {
      const draft = await this.api.post<PlanDto>('/plans', this.about());
      await this.router.navigateByUrl(`/plans/${draft.id}`);
    } catch (thrown) {
      this.problem.set(problemOf(thrown));
    } finally {
      this.beginning.set(false);
    }
  }

  protected take(plan: PlanDto): void {
    this.plan.set(plan);
    this.page.reload();
  }
}
