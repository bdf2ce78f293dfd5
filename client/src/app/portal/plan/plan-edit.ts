import { Component, OnInit, inject, input, output, signal } from '@angular/core';
import type { SetbackPlanDto } from '../../../api/types.gen';
import { Api } from '../../core/api';
import { Drafts } from '../../core/drafts';
import { FieldWords } from '../../core/field-words';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { problemOf, type Problem } from '../../core/problems';
import { ErrorSummary } from '../../kit/error-summary/error-summary';
import { TextArea } from '../../kit/text-area/text-area';
import { TextField } from '../../kit/text-field/text-field';
import { Visibility } from '../../kit/visibility/visibility';
import { contentOf, textOf, tooLong, type PlanText } from './plan.rules';

/** What was being written, and on which saving: put by on this device until it is saved. */
interface Unsaved {
  version: number;
  text: PlanText;
}

/** Sealed like a draft. */
const UNSAVED = 'plan-unsaved';

/** The plan, written on a calm day: one thing on each line. */
@Component({
  selector: 'kept-plan-edit',
  imports: [ErrorSummary, ProblemNotice, TextArea, TextField, Visibility],
  templateUrl: './plan-edit.html',
})
export class PlanEdit implements OnInit {
  readonly plan = input.required<SetbackPlanDto>();
  readonly saved = output<SetbackPlanDto>();
  readonly cancelled = output();
  private readonly api = inject(Api);
  private readonly drafts = inject(Drafts);
  protected readonly text = signal<PlanText>(textOf(NOTHING));
  protected readonly restored = signal(false);
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

  ngOnInit(): void {
    this.text.set(textOf(this.plan().content));
    void this.restore();
  }

  private async restore(): Promise<void> {
    const before = await this.drafts.kept<Unsaved | null>(UNSAVED);
    if (before?.version !== this.plan().version) return;
    this.text.set(before.text);
    this.restored.set(true);
  }

  protected write(part: keyof PlanText, value: string): void {
    if (this.text()[part] === value) return;
    this.text.update((text) => ({ ...text, [part]: value }));
    void this.drafts.keep(UNSAVED, { version: this.plan().version, text: this.text() } satisfies Unsaved);
  }

  protected async save(): Promise<void> {
    const plan = contentOf(this.text());
    if (!this.words.mark(tooLong(plan)) || this.sending()) return;
    const { id, version } = this.plan();
    this.sending.set(true);
    this.problem.set(null);
    try {
      const saved = await this.api.put<SetbackPlanDto>(`/clients/${id}/setback-plan`, plan, { ifMatch: version });
      await this.drafts.keep(UNSAVED, null);
      this.saved.emit(saved);
    } catch (thrown) {
      const problem = problemOf(thrown);
      if (!this.words.take(problem)) this.problem.set(problem);
    } finally {
      this.sending.set(false);
    }
  }

  protected async giveUp(): Promise<void> {
    await this.drafts.keep(UNSAVED, null);
    this.cancelled.emit();
  }
}

const NOTHING: SetbackPlanDto['content'] = {
  steps: [],
  people: [],
  signs: [],
  stopWord: null,
  notToday: null,
  safetySteps: [],
};
