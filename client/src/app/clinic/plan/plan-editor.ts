import {
  afterNextRender,
  Component,
  computed,
  DestroyRef,
  ElementRef,
  inject,
  Injector,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { Router } from '@angular/router';
import type { GoalDto, GoalInput, PlanDto, PlanScaleDto } from '../../../api/types.gen';
import { Api, read } from '../../core/api';
import type { Draft } from '../../core/draft';
import { Drafts } from '../../core/drafts';
import { Login } from '../../core/login';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { problemOf, type Problem } from '../../core/problems';
import { dayAfter, wallDay } from '../../core/wall-clock';
import { DateField } from '../../kit/date-field/date-field';
import { Dialog } from '../../kit/dialog/dialog';
import { ErrorSummary } from '../../kit/error-summary/error-summary';
import { Skeleton } from '../../kit/skeleton/skeleton';
import { StatusLine } from '../../kit/status-line/status-line';
import { TextArea } from '../../kit/text-area/text-area';
import { TextField } from '../../kit/text-field/text-field';
import { GoalFields } from './goal-fields';
import { PlanConflict } from './plan-conflict';
import { PlanFaults } from './plan-faults';
import { newGoal, newIntervention, newProblem, textOf, withChanged, type PlanText } from './plan-text';

/** Where a draft of a plan is written: it saves itself, and ends with coming into force. */
@Component({
  selector: 'kept-plan-editor',
  imports: [
    ...[DateField, Dialog, ErrorSummary, GoalFields, PlanConflict, ProblemNotice, Skeleton, StatusLine],
    ...[TextArea, TextField],
  ],
  templateUrl: './plan-editor.html',
})
export class PlanEditor {
  readonly plan = input.required<PlanDto>();
  /** Where the chart of whom it is about shows its plan. */
  readonly back = input.required<string>();
  /** It came into force or was let go elsewhere: what is shown is no longer how it stands. */
  readonly outdated = output();

  private readonly api = inject(Api);
  private readonly drafts = inject(Drafts);
  private readonly login = inject(Login);
  private readonly router = inject(Router);
  private readonly injector = inject(Injector);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly starting = viewChild.required<Dialog>('starting');
  private readonly letting = viewChild.required<Dialog>('letting');
  private gone = false;

  protected readonly draft = signal<Draft<PlanText> | null>(null);
  protected readonly text = computed<PlanText>(() => this.draft()?.text() ?? textOf(this.plan()));
  protected readonly scales = read<{ items: PlanScaleDto[] }>(() =>
    this.plan().clientId ? `/plans/${this.plan().id}/scales` : undefined,
  );
  protected readonly faults = new PlanFaults();
  protected readonly problem = signal<Problem | null>(null);
  protected readonly refusal = signal('');
  protected readonly acting = signal(false);
  protected readonly offline = computed(() => !this.drafts.online());
  protected readonly isReview = computed(() => this.plan().baseId !== null);
  protected readonly known = computed(
    () =>
      new Map<string, GoalDto>(
        this.plan()
          .content.problems.flatMap(({ goals }) => goals)
          .filter(({ number }) => number !== null)
          .map((goal) => [goal.id, goal]),
      ),
  );
  protected readonly firstDay = computed(() =>
    dayAfter(wallDay(new Date(), this.login.me()?.clinic.timeZone ?? 'UTC'), 1),
  );
  protected readonly reviewHint = computed(() => $localize`Left empty: in ${this.plan().reviewDays}:days: days`);
  protected readonly goalCount = computed(
    () =>
      this.text()
        .problems.flatMap(({ goals }) => goals)
        .filter(({ state }) => state === 'active').length,
  );

  constructor() {
    afterNextRender(() => void this.open());
    inject(DestroyRef).onDestroy(() => {
      this.gone = true;
      const draft = this.draft();
      if (draft) void this.drafts.close(draft);
    });
  }

  private async open(): Promise<void> {
    const source = { path: `/plans/${this.plan().id}`, textOf, bodyOf: (text: PlanText) => text };
    const draft = await this.drafts.open<PlanText, PlanDto>(source, this.plan());
    if (this.gone) return void this.drafts.close(draft);
    this.draft.set(draft);
    if (draft.text().problems.length === 0) this.write({ problems: [newProblem()] });
  }

  protected write(change: Partial<PlanText>): void {
    this.problem.set(null);
    this.refusal.set('');
    this.draft()?.change({ ...this.text(), ...change });
  }

  protected changeProblem(id: string, change: Partial<PlanText['problems'][number]>): void {
    this.write({ problems: withChanged(this.text().problems, id, change) });
  }

  protected addProblem(): void {
    const problem = newProblem();
    this.write({ problems: [...this.text().problems, problem] });
    this.focusOn(`problems[${this.text().problems.length - 1}].words`);
  }

  protected removeProblem(id: string): void {
    this.write({ problems: this.text().problems.filter((problem) => problem.id !== id) });
    this.focusOn(null);
  }

  protected mayRemoveProblem({ goals }: PlanText['problems'][number]): boolean {
    return goals.every(({ id }) => !this.known().has(id));
  }

  protected addGoal(problemId: string): void {
    const at = this.text().problems.findIndex(({ id }) => id === problemId);
    const { goals } = this.text().problems[at]!;
    this.changeProblem(problemId, { goals: [...goals, newGoal()] });
    this.focusOn(`problems[${at}].goals[${goals.length}].behaviour`);
  }

  protected changeGoal(problemId: string, goalId: string, change: Partial<GoalInput>): void {
    const { goals } = this.text().problems.find(({ id }) => id === problemId)!;
    this.changeProblem(problemId, { goals: withChanged(goals, goalId, change) });
  }

  protected removeGoal(problemId: string, goalId: string): void {
    const { goals } = this.text().problems.find(({ id }) => id === problemId)!;
    this.changeProblem(problemId, { goals: goals.filter(({ id }) => id !== goalId) });
    this.focusOn(null);
  }

  protected addIntervention(): void {
    this.write({ interventions: [...this.text().interventions, newIntervention()] });
    this.focusOn(`interventions[${this.text().interventions.length - 1}].what`);
  }

  protected changeIntervention(id: string, change: Partial<PlanText['interventions'][number]>): void {
    this.write({ interventions: withChanged(this.text().interventions, id, change) });
  }

  protected removeIntervention(id: string): void {
    this.write({ interventions: this.text().interventions.filter((one) => one.id !== id) });
    this.focusOn(null);
  }

  protected askToStart(): void {
    if (this.offline() || !this.draft() || this.draft()?.conflict()) return;
    this.problem.set(null);
    this.starting().open();
  }

  protected start(): Promise<void> {
    this.starting().close();
    return this.act(async (draft) => {
      if (!(await draft.flush()))
        return this.refusal.set($localize`The last words are not saved yet, so this can't come into force.`);
      await this.api.post<PlanDto>(`/plans/${this.plan().id}/start`, {}, { ifMatch: draft.version() });
      await this.leave(draft);
    });
  }

  protected askToLetGo(): void {
    this.letting().open();
  }

  protected letGo(): Promise<void> {
    this.letting().close();
    return this.act(async (draft) => {
      await this.api.post(`/plans/${this.plan().id}/discard`, undefined, { ifMatch: draft.version() });
      await draft.discard();
      await this.leave(draft);
    });
  }

  protected async finishLater(): Promise<void> {
    await this.draft()?.flush();
    await this.router.navigateByUrl(this.back());
  }

  private async leave(draft: Draft<PlanText>): Promise<void> {
    await this.drafts.close(draft);
    await this.router.navigateByUrl(this.back());
  }

  /** What ends the draft; whatever is refused stays as it was written. */
  private async act(what: (draft: Draft<PlanText>) => Promise<void>): Promise<void> {
    const draft = this.draft();
    if (!draft || this.acting()) return;
    this.acting.set(true);
    this.faults.clear();
    this.refusal.set('');
    try {
      await what(draft);
    } catch (thrown) {
      const problem = problemOf(thrown);
      if (problem.code === 'plan_in_force') return this.outdated.emit();
      if (!this.faults.take(problem)) this.problem.set(problem);
    } finally {
      this.acting.set(false);
    }
  }

  /** Null: what had the focus is gone, so it goes to the heading of the page. */
  private focusOn(path: string | null): void {
    afterNextRender(
      () => {
        const to = path === null ? 'h1' : `#${this.faults.id(path)}`;
        (path === null ? document : this.element).querySelector<HTMLElement>(to)?.focus();
      },
      { injector: this.injector },
    );
  }
}
