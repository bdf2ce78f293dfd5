import { Component, computed, inject, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { GoalDto, OwnPlanDto } from '../../../api/types.gen';
import { figure } from '../../../../../server/src/charts/axes.rules';
import { Api } from '../../core/api';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { problemOf, type Problem } from '../../core/problems';
import { dated } from '../../kit/clock';
import { TextArea } from '../../kit/text-area/text-area';
import { Visibility } from '../../kit/visibility/visibility';

const STATES: Record<GoalDto['state'], string> = {
  active: '',
  met: $localize`Reached`,
  paused: $localize`Rests for now`,
  dropped: $localize`Let go`,
};

/** One plan in plain words, and the reader's own word to it: yes, or what is not right. */
@Component({
  selector: 'kept-own-plan',
  imports: [ProblemNotice, RouterLink, TextArea, Visibility],
  templateUrl: './own-plan.html',
})
export class OwnPlan {
  readonly plan = input.required<OwnPlanDto>();
  readonly answered = output<OwnPlanDto>();
  private readonly api = inject(Api);
  protected readonly dated = dated;
  protected readonly key = computed(() => `own-plan-${this.plan().id}`);
  protected readonly problems = computed(() =>
    this.plan().content.problems.map((problem) => ({
      ...problem,
      goals: problem.goals.map((goal) => ({ ...goal, seen: seenBy(goal), state: STATES[goal.state] })),
    })),
  );
  protected readonly hasScales = computed(() =>
    this.plan().content.problems.some(({ goals }) => goals.some(({ measure }) => measure.kind === 'scale')),
  );
  protected readonly readers = computed(() =>
    this.plan().joint
      ? $localize`both of you, and those who treat you. What you say here, your partner does not read.`
      : $localize`you and those who treat you. Your partner does not learn of it.`,
  );
  protected readonly objecting = signal(false);
  protected readonly comment = signal('');
  protected readonly commentError = signal<string | null>(null);
  protected readonly sending = signal(false);
  protected readonly problem = signal<Problem | null>(null);

  protected agree(): Promise<void> {
    return this.say({ answer: 'agreed' });
  }

  protected object(): void {
    this.commentError.set(null);
    this.objecting.set(true);
  }

  protected async sendObjection(): Promise<void> {
    const comment = this.comment().trim();
    this.commentError.set(comment === '' ? $localize`Say in a few words what is not right.` : null);
    if (comment !== '') await this.say({ answer: 'disagreed', comment });
  }

  private async say(body: { answer: 'agreed' | 'disagreed'; comment?: string }): Promise<void> {
    if (this.sending()) return;
    this.sending.set(true);
    this.problem.set(null);
    try {
      this.answered.emit(await this.api.post<OwnPlanDto>(`/plans/${this.plan().id}/answer`, body));
      this.objecting.set(false);
      this.comment.set('');
    } catch (thrown) {
      this.problem.set(problemOf(thrown));
    } finally {
      this.sending.set(false);
    }
  }
}

function seenBy({ measure }: GoalDto): string {
  if (measure.kind === 'words') return measure.target;
  const points = figure(measure.points ?? 0);
  return measure.direction === 'at_most'
    ? $localize`Your answers to “${measure.title}:scale:” come to ${points}:points: or less`
    : $localize`Your answers to “${measure.title}:scale:” come to ${points}:points: or more`;
}
