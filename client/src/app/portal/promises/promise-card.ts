import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import type { PromiseDto, PromiseMarkDto } from '../../../api/types.gen';
import { Api } from '../../core/api';
import { problemOf, type Problem } from '../../core/problems';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { clock, weekday } from '../../kit/clock';
import type { Choice } from '../../kit/choice';
import { RadioGroup } from '../../kit/radio-group/radio-group';
import { Visibility } from '../../kit/visibility/visibility';

const WORDS: Record<PromiseMarkDto['mark'], string> = {
  done: $localize`Done`,
  late: $localize`Late`,
  missed: $localize`Missed`,
  saw_it: $localize`I saw it`,
  did_not: $localize`I did not`,
  not_saying: $localize`I’d rather not say`,
};

/** One promise. Its maker says what became of it; the other may say whether she saw it, or nothing at all. */
@Component({
  selector: 'kept-promise-card',
  imports: [ProblemNotice, RadioGroup, Visibility],
  templateUrl: './promise-card.html',
})
export class PromiseCard {
  readonly promise = input.required<PromiseDto>();
  readonly zone = input.required<string | undefined>();
  private readonly api = inject(Api);
  protected readonly answer = linkedSignal<PromiseMarkDto | null>(() => this.promise().myMark);
  protected readonly answered = computed(() => {
    const answer = this.answer();
    return answer === null ? '' : WORDS[answer.mark];
  });
  protected readonly options = computed<Choice[]>(() =>
    this.promise().canSay.map((mark) => ({ key: mark, label: WORDS[mark] })),
  );
  protected readonly asking = linkedSignal(() => this.promise().isPast && this.promise().myMark === null);
  protected readonly chosen = signal<string | null>(null);
  protected readonly sending = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly question = computed(() =>
    this.promise().mine ? $localize`What became of it?` : $localize`Did you see it?`,
  );
  protected readonly due = computed(() => {
    const { dueAt } = this.promise();
    return `${weekday(dueAt, this.zone())}, ${clock(dueAt, this.zone())}`;
  });
  protected readonly seenBy = $localize`you and your care team. Your partner does not see what you say here.`;

  protected ask(): void {
    this.chosen.set(this.answer()?.mark ?? null);
    this.asking.set(true);
  }

  protected async say(): Promise<void> {
    const mark = this.chosen();
    if (mark === null || this.sending()) return;
    this.sending.set(true);
    this.problem.set(null);
    try {
      this.answer.set(await this.api.post<PromiseMarkDto>(`/promises/${this.promise().id}/marks`, { mark }));
      this.asking.set(false);
    } catch (thrown) {
      this.problem.set(problemOf(thrown));
    } finally {
      this.sending.set(false);
    }
  }
}
