import { Component, computed, inject, input, output, signal } from '@angular/core';
import type { PlanDto } from '../../../api/types.gen';
import { Api } from '../../core/api';
import { Login } from '../../core/login';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { problemOf, type Problem } from '../../core/problems';
import { wallDay } from '../../core/wall-clock';
import { DateField } from '../../kit/date-field/date-field';
import { dated } from '../../kit/clock';
import { TextField } from '../../kit/text-field/text-field';
import type { Whose } from '../note/whose';

interface Person {
  id: string;
  name: string;
}

/** Who agreed to a plan, how, and on which day; and what a therapist does about it: show it, or write down what was said. */
@Component({
  selector: 'kept-plan-answers',
  imports: [DateField, ProblemNotice, TextField],
  templateUrl: './plan-answers.html',
})
export class PlanAnswers {
  readonly plan = input.required<PlanDto>();
  readonly whose = input.required<Whose>();
  readonly mayWrite = input(false);
  readonly changed = output<PlanDto>();
  private readonly api = inject(Api);
  private readonly login = inject(Login);
  protected readonly dated = dated;
  protected readonly recording = signal<Person | null>(null);
  protected readonly answeredOn = signal<string | null>(null);
  protected readonly comment = signal('');
  protected readonly dayError = signal<string | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly sending = signal(false);
  protected readonly today = computed(() => wallDay(new Date(), this.login.me()?.clinic.timeZone ?? 'UTC'));
  protected readonly open = computed(() => this.mayWrite() && this.plan().status === 'in_force');
  protected readonly people = computed(() => this.whose().people());
  /** For each person what was said, the last first. */
  protected readonly said = computed(() =>
    this.people().map((person) => {
      const answers = this.plan().answers.filter(({ clientId }) => clientId === person.id);
      return { person, last: answers.at(-1) ?? null, before: answers.slice(0, -1).reverse() };
    }),
  );

  protected record(person: Person): void {
    this.answeredOn.set(this.today());
    this.comment.set('');
    this.dayError.set(null);
    this.recording.set(person);
  }

  protected show(): Promise<void> {
    return this.act('show', undefined);
  }

  protected async keep(person: Person): Promise<void> {
    const [answeredOn, comment] = [this.answeredOn(), this.comment().trim()];
    const fits = answeredOn !== null && answeredOn <= this.today();
    this.dayError.set(fits ? null : $localize`Choose today or a day before it.`);
    if (!fits) return;
    const body = { clientId: person.id, answeredOn, ...(comment ? { comment } : {}) };
    await this.act('agreed-in-session', body);
    if (!this.problem()) this.recording.set(null);
  }

  private async act(act: 'show' | 'agreed-in-session', body: object | undefined): Promise<void> {
    if (this.sending()) return;
    this.sending.set(true);
    this.problem.set(null);
    try {
      this.changed.emit(await this.api.post<PlanDto>(`/plans/${this.plan().id}/${act}`, body));
    } catch (thrown) {
      this.problem.set(problemOf(thrown));
    } finally {
      this.sending.set(false);
    }
  }
}
