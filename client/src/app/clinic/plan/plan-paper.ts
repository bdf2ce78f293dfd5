import { Component, computed, input } from '@angular/core';
import type { GoalDto, PlanDto } from '../../../api/types.gen';
import { dated } from '../../kit/clock';
import { CHANGE_WORDS, readingWords, startWords, STATE_WORDS, targetWords } from './plan-words';

/** One version of a plan as it is read: problems, their goals and where each stands, what is done, and when it is over. */
@Component({
  selector: 'kept-plan-paper',
  templateUrl: './plan-paper.html',
})
export class PlanPaper {
  readonly plan = input.required<PlanDto>();
  protected readonly problems = computed(() => {
    const { content, changes, readings = [] } = this.plan();
    return content.problems.map((problem) => ({
      ...problem,
      goals: problem.goals.map((goal) => this.goalOf(goal, readings, changes)),
    }));
  });

  private goalOf(goal: GoalDto, readings: NonNullable<PlanDto['readings']>, changes: PlanDto['changes']) {
    const reading = readings.find(({ goalId }) => goalId === goal.id);
    const change = changes.find(({ goalId }) => goalId === goal.id);
    return {
      ...goal,
      target: targetWords(goal),
      start: startWords(goal),
      // What is over is not measured any more.
      reading: reading && this.plan().status === 'in_force' && goal.state === 'active' ? readingWords(reading) : '',
      reached: reading?.state === 'reached',
      stateWords: goal.state === 'active' ? '' : STATE_WORDS[goal.state],
      change: change && goal.state === 'active' ? CHANGE_WORDS[change.what] : '',
      lookedAt: goal.reviewOn ? dated(goal.reviewOn) : '',
    };
  }
}
