import { Component, computed, input, output } from '@angular/core';
import type { Conflict } from '../../core/draft';
import { linesOf, type PlanText } from './plan-text';

/** Two texts of one plan side by side. Neither goes away until somebody has chosen, and both may stay. */
@Component({
  selector: 'kept-plan-conflict',
  template: `
    <section class="stack note-conflict" aria-labelledby="conflict-title">
      <div class="stack-tight" role="alert">
        <h2 id="conflict-title" i18n>There are two texts of this plan</h2>
        <p i18n>It was written in two places. Nothing is saved over the other until you choose.</p>
      </div>
      <div class="two-texts">
        @for (column of columns(); track column.key) {
          <article class="paper" [attr.aria-labelledby]="'text-' + column.key">
            <h3 [id]="'text-' + column.key">{{ column.heading }}</h3>
            @for (line of column.lines; track $index) {
              <p class="as-written">{{ line }}</p>
            } @empty {
              <p class="quiet" i18n>Nothing written</p>
            }
            <p>
              <button class="button" type="button" (click)="settled.emit(column.text)" i18n>Keep this one</button>
            </p>
          </article>
        }
      </div>
      <p>
        <button class="button button-primary" type="button" (click)="keepBoth()" i18n>
          Keep both, what the other has as well
        </button>
      </p>
    </section>
  `,
})
export class PlanConflict {
  readonly both = input.required<Conflict<PlanText>>();
  readonly settled = output<PlanText>();
  protected readonly columns = computed(() => {
    const { mine, theirs, from } = this.both();
    const other = from === 'server' ? $localize`Saved from elsewhere` : $localize`Left unsent in another tab`;
    return [
      { key: 'mine', heading: $localize`What you wrote here`, text: mine, lines: linesOf(mine) },
      { key: 'theirs', heading: other, text: theirs, lines: linesOf(theirs) },
    ];
  });

  /** What is here, and whatever only the other has: its problems, its goals, its lines. */
  protected keepBoth(): void {
    const { mine, theirs } = this.both();
    const problems = mine.problems.map((problem) => {
      const other = theirs.problems.find(({ id }) => id === problem.id);
      return other ? { ...problem, goals: union(problem.goals, other.goals) } : problem;
    });
    this.settled.emit({
      ...mine,
      problems: union(problems, theirs.problems),
      interventions: union(mine.interventions, theirs.interventions),
      endingCriteria: mine.endingCriteria || theirs.endingCriteria,
      reviewWords: mine.reviewWords || theirs.reviewWords,
    });
  }
}

const union = <T extends { id: string }>(mine: readonly T[], theirs: readonly T[]): T[] => [
  ...mine,
  ...theirs.filter(({ id }) => !mine.some((one) => one.id === id)),
];
