import { computed, signal } from '@angular/core';
import type { Problem } from '../../core/problems';
import type { FieldError } from '../../kit/error-summary/error-summary';

/** What to do about a field that is missing or wrong, by the last piece of its path. */
const WORDS: Record<string, string> = {
  problems: $localize`Begin with a problem and a goal. A goal of the plan before is dropped with a reason, not taken out.`,
  words: $localize`Say what the problem is.`,
  longGoal: $localize`Say what it should become.`,
  goals: $localize`Each problem has a goal, or is taken out.`,
  behaviour: $localize`Say what they will do.`,
  relevance: $localize`Say why it matters for the problem.`,
  target: $localize`Say how one will see that it is reached.`,
  instrumentId: $localize`Choose the scale.`,
  points: $localize`Say at how many points it is reached.`,
  reason: $localize`Say why.`,
  what: $localize`Say what is done, or take the line out.`,
  endingCriteria: $localize`Say when the work is done.`,
  reviewOn: $localize`Choose a day that is still to come.`,
  reviewWords: $localize`Say what you saw together.`,
};

/** Places of a plan that the server found wanting, by their paths, such as `problems[0].goals[1].reason`. */
export class PlanFaults {
  private readonly wrong = signal<readonly string[]>([]);

  readonly summary = computed<FieldError[]>(() =>
    this.wrong().map((path) => ({ fieldId: this.id(path), message: wordsFor(path) })),
  );

  id(path: string): string {
    return `plan-${path.replaceAll(/\W+/g, '-')}`;
  }

  of(path: string): string | null {
    return this.wrong().includes(path) ? wordsFor(path) : null;
  }

  clear(): void {
    this.wrong.set([]);
  }

  /** False when it names no place of a plan. */
  take({ errors }: Problem): boolean {
    this.wrong.set([...new Set(errors.map(({ path }) => path))].filter((path) => wordsFor(path) !== ''));
    return this.wrong().length > 0;
  }
}

const wordsFor = (path: string): string => WORDS[path.split('.').at(-1) ?? ''] ?? '';
