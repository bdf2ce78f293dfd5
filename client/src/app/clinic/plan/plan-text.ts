import type { GoalDto, GoalInput, PlanDto, PlanProblemInput, TreatmentPlanInput } from '../../../api/types.gen';

/** What is written of a plan, as it travels between the fields, this browser and the server. */
export type PlanText = TreatmentPlanInput;

/** Whose plan: a person's own, or what two work on together. */
export type PlanOf = { clientId: string } | { coupleId: string };

/** What only the server says of a goal is no part of the text. */
export const textOf = ({ content }: Pick<PlanDto, 'content'>): PlanText => ({
  problems: content.problems.map(({ id, words, longGoal, goals }) => ({
    id,
    words,
    longGoal,
    goals: goals.map(written),
  })),
  interventions: content.interventions.map(({ id, what, frequency, who }) => ({ id, what, frequency, who })),
  ...{ endingCriteria: content.endingCriteria, reviewOn: content.reviewOn, reviewWords: content.reviewWords },
});

function written({ id, behaviour, measure, achievable, relevance, reviewOn, state, reason }: GoalDto): GoalInput {
  const { kind, baseline, target, instrumentId, direction, points } = measure;
  return {
    ...{ id, behaviour, achievable, relevance, reviewOn, state, reason },
    measure: { kind, baseline, target, instrumentId, direction, points },
  };
}

export const newGoal = (): GoalInput => ({
  ...{ id: crypto.randomUUID(), behaviour: '', achievable: '', relevance: '', reviewOn: null },
  measure: { kind: 'words', baseline: '', target: '', instrumentId: null, direction: 'at_most', points: null },
  ...{ state: 'active', reason: '' },
});

export const newProblem = (): PlanProblemInput => ({
  ...{ id: crypto.randomUUID(), words: '', longGoal: '', goals: [newGoal()] },
});

export const newIntervention = (): PlanText['interventions'][number] => ({
  ...{ id: crypto.randomUUID(), what: '', frequency: '', who: '' },
});

/** The list with the one of this id changed. */
export const withChanged = <T extends { id: string }>(list: readonly T[], id: string, change: Partial<T>): T[] =>
  list.map((one) => (one.id === id ? { ...one, ...change } : one));

/** Lines of a plan for putting two of them side by side. */
export function linesOf({ problems, interventions, endingCriteria, reviewWords }: PlanText): string[] {
  return [
    reviewWords,
    ...problems.flatMap(({ words, longGoal, goals }) => [words, longGoal, ...goals.map(({ behaviour }) => behaviour)]),
    ...interventions.map(({ what }) => what),
    endingCriteria,
  ].filter((line) => line.trim() !== '');
}
