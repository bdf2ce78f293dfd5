import { Component, inject, input, output, signal } from '@angular/core';
import type { SetbackPlanDto } from '../../../api/types.gen';
import { Api } from '../../core/api';
import { FieldWords } from '../../core/field-words';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { problemOf, type Problem } from '../../core/problems';
import { ErrorSummary } from '../../kit/error-summary/error-summary';
import { TextArea } from '../../kit/text-area/text-area';
import { TextField } from '../../kit/text-field/text-field';
import { Visibility } from '../../kit/visibility/visibility';
import { keptWords } from '../kept-words';
import { contentOf, textOf, tooLong, type PlanText } from './plan.rules';

/** The plan, written on a calm day: one thing on each line. */
@Component({
  selector: 'kept-plan-edit',
  imports: [ErrorSummary, ProblemNotice, TextArea, TextField, Visibility],
  templateUrl: './plan-edit.html',
})
export class PlanEdit {
  readonly plan = input.required<SetbackPlanDto>();
  readonly saved = output<SetbackPlanDto>();
  readonly cancelled = output();
  private readonly api = inject(Api);
  /** Words for a saving that another one has followed stay away. */
  protected readonly kept = keptWords<PlanText>(
    () => `plan ${this.plan().version}`,
    () => textOf(this.plan().content),
  );
  protected readonly text = this.kept.words;
  protected readonly sending = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly words = new FieldWords(
    {
      steps: $localize`At most twelve steps, each on a line of its own and no longer than a few sentences.`,
      people: $localize`At most twelve people, each on a line of their own.`,
      signs: $localize`At most twelve signs, each on a line of its own.`,
      safetySteps: $localize`At most twelve steps, each on a line of its own.`,
    },
    'plan',
  );
  protected readonly seenBy = $localize`you and your care team. A partner sees none of it.`;

  protected write(part: keyof PlanText, value: string): void {
    this.text.update((text) => ({ ...text, [part]: value }));
  }

  protected async save(): Promise<void> {
    const plan = contentOf(this.text());
    if (!this.words.mark(tooLong(plan)) || this.sending()) return;
    const { id, version } = this.plan();
    this.sending.set(true);
    this.problem.set(null);
    try {
      const saved = await this.api.put<SetbackPlanDto>(`/clients/${id}/setback-plan`, plan, { ifMatch: version });
      await this.kept.forget();
      this.saved.emit(saved);
    } catch (thrown) {
      const problem = problemOf(thrown);
      if (!this.words.take(problem)) this.problem.set(problem);
    } finally {
      this.sending.set(false);
    }
  }

  protected async giveUp(): Promise<void> {
    await this.kept.forget();
    this.cancelled.emit();
  }
}
