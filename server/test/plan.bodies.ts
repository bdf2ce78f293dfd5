import { randomUUID } from 'node:crypto';

/** A goal of a plan as a therapist writes it. */
export const goal = (behaviour: string, more: object = {}): Record<string, unknown> & { id: string } => ({
  id: randomUUID(),
  behaviour,
  measure: {
    ...{ kind: 'words', baseline: 'Twice a week', target: 'Six evenings of seven' },
    ...{ instrumentId: null, direction: 'at_least', points: null },
  },
  ...{ achievable: 'They have done it for a week.', relevance: 'Talks end in silence now.', reviewOn: null },
  ...{ state: 'active', reason: '' },
  ...more,
});

/** Measured by a scale: reached at this many points. */
export const scaled = (instrumentId: string, direction: 'at_least' | 'at_most', points: number): object => ({
  measure: { kind: 'scale', baseline: '', target: '', instrumentId, direction, points },
});

/** The whole text of a plan with these goals, all for one problem. */
export const planText = (goals: object[], more: object = {}): Record<string, unknown> => ({
  problems: [{ id: randomUUID(), words: 'Talks end in silence.', longGoal: 'Both can say what hurts.', goals }],
  interventions: [
    { id: randomUUID(), what: 'Listening in turns', frequency: 'every session', who: 'both with Dr Ellis' },
  ],
  endingCriteria: 'Three months without a talk that broke off.',
  ...{ reviewOn: null, reviewWords: '', ...more },
});

/** The same without these fields, such as what only the server may say. */
export const without = (thing: object, ...fields: string[]): Record<string, unknown> =>
  Object.fromEntries(Object.entries(thing).filter(([field]) => !fields.includes(field)));
