import { Component, computed, inject, input, output, signal } from '@angular/core';
import type { OwnQuestionsDto, ReadinessDto } from '../../../api/types.gen';
import { Api, read } from '../../core/api';
import { FieldWords } from '../../core/field-words';
import { problemOf, type Problem } from '../../core/problems';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { ErrorSummary } from '../../kit/error-summary/error-summary';
import { Skeleton } from '../../kit/skeleton/skeleton';
import { TextArea } from '../../kit/text-area/text-area';
import { Visibility } from '../../kit/visibility/visibility';
import { keptWords } from '../kept-words';
import { dayWords } from './question.words';

interface Plan {
  readonly support: string;
  readonly place: string;
  readonly nextDays: string;
  readonly children: string;
}

const EMPTY: Plan = { support: '', place: '', nextDays: '', children: '' };

/** Before a session in which something is answered: am I ready, and who and what is there afterwards. */
@Component({
  selector: 'kept-ready',
  imports: [ErrorSummary, ProblemNotice, Skeleton, TextArea, Visibility],
  templateUrl: './ready.html',
  host: { class: 'room-page' },
})
export class Ready {
  readonly coupleId = input.required<string>();
  readonly sessionId = input.required<string>();
  readonly left = output();
  private readonly api = inject(Api);
  private readonly own = read<OwnQuestionsDto>(() => `/couples/${this.coupleId()}/own-questions`);
  protected readonly session = computed<ReadinessDto | undefined>(() =>
    this.own.value()?.sessions.find(({ sessionId }) => sessionId === this.sessionId()),
  );
  private readonly kept = keptWords<Plan>(
    () => `ready ${this.sessionId()}`,
    () => {
      const { support, place, nextDays, children } = this.session() ?? EMPTY;
      return { support, place, nextDays, children };
    },
  );
  protected readonly plan = this.kept.words;
  protected readonly loadProblem = computed(() => this.own.problem());
  protected readonly sending = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly words = new FieldWords(
    {
      support: $localize`Say who is there for you.`,
      place: $localize`Say where you will be.`,
      nextDays: $localize`Say who asks how you are.`,
    },
    'ready',
  );
  protected readonly dayWords = dayWords;
  protected readonly seenBy = $localize`you and your care team. Never your partner.`;

  protected write(part: Partial<Plan>): void {
    this.plan.update((plan) => ({ ...plan, ...part }));
  }

  protected async say(ready: boolean): Promise<void> {
    const plan = this.plan();
    const missing = (['support', 'place', 'nextDays'] as const).filter((key) => ready && plan[key].trim() === '');
    if (!this.words.mark(missing) || this.sending()) return;
    this.sending.set(true);
    this.problem.set(null);
    try {
      const body = { sessionId: this.sessionId(), ready, ...plan };
      await this.api.post(`/couples/${this.coupleId()}/readiness`, body);
      await this.kept.forget();
      this.left.emit();
    } catch (thrown) {
      this.problem.set(problemOf(thrown));
    } finally {
      this.sending.set(false);
    }
  }

  protected retry(): void {
    this.own.reload();
  }
}
