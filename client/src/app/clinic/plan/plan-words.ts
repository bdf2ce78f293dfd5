import { figure } from '../../../../../server/src/charts/axes.rules';
import type { GoalChangeDto, GoalDto, GoalReadingDto, PlanLineDto } from '../../../api/types.gen';
import { dated, shortDay } from '../../kit/clock';

export const STATE_WORDS: Record<GoalDto['state'], string> = {
  active: $localize`Goes on`,
  met: $localize`Met`,
  paused: $localize`Paused`,
  dropped: $localize`Dropped`,
};

export const CHANGE_WORDS: Record<GoalChangeDto['what'], string> = {
  added: $localize`new`,
  changed: $localize`changed`,
  met: $localize`met`,
  paused: $localize`paused`,
  dropped: $localize`dropped`,
  resumed: $localize`taken up again`,
};

export const DIRECTION_WORDS: Record<GoalDto['measure']['direction'], string> = {
  at_most: $localize`At most`,
  at_least: $localize`At least`,
};

/** How one sees that a goal is reached. */
export function targetWords({ measure }: GoalDto): string {
  if (measure.kind === 'words') return measure.target;
  const points = figure(measure.points ?? 0);
  return measure.direction === 'at_most'
    ? $localize`${measure.title}:scale:: at most ${points}:points: points`
    : $localize`${measure.title}:scale:: at least ${points}:points: points`;
}

/** Where it began; empty when that was not written, or nothing had been answered. */
export function startWords({ measure }: GoalDto): string {
  if (measure.kind === 'words') return measure.baseline;
  const { begun } = measure;
  return begun ? $localize`${figure(begun.total)}:points: on ${dated(begun.answeredOn)}:day:` : '';
}

/** Where it stands by the last answer; nothing is read of one from before the goal. */
export function readingWords({ state, last }: GoalReadingDto): string {
  const score = last ? $localize`${figure(last.total)}:points: on ${dated(last.answeredOn)}:day:` : '';
  switch (state) {
    case 'reached':
      return $localize`Target reached: ${score}:score:`;
    case 'not_yet':
      return $localize`Not yet: ${score}:score:`;
    case 'no_answer_since':
      return last ? $localize`No answer since. Before that ${score}:score:` : $localize`No answer since`;
  }
}

/** "Version 2, in force since 3 Oct 2026". */
export function versionWords({ number, status, startedAt, endedAt }: PlanLineDto): string {
  const from = startedAt ? dated(startedAt) : '';
  const to = endedAt ? dated(endedAt) : '';
  switch (status) {
    case 'in_force':
      return $localize`Version ${number}:number:, in force since ${from}:day:`;
    case 'superseded':
      return $localize`Version ${number}:number:, in force from ${from}:day: to ${to}:last:`;
    case 'ended':
      return $localize`Version ${number}:number:, from ${from}:day:, ended on ${to}:last:`;
    default:
      return number === 1 ? $localize`Draft of a plan` : $localize`Draft of version ${number}:number:`;
  }
}

export function reviewWords({ review, reviewOn }: Pick<PlanLineDto, 'review' | 'reviewOn'>): string {
  if (review === null || reviewOn === null) return '';
  if (review === 'overdue') return $localize`Review overdue since ${shortDay(reviewOn)}:day:`;
  return review === 'due'
    ? $localize`Review due on ${shortDay(reviewOn)}:day:`
    : $localize`Next review on ${dated(reviewOn)}:day:`;
}
