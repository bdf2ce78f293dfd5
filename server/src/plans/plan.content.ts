/** What a plan says. Texts may be empty while it is a draft; once it is in force nothing of it changes. */
export interface PlanContent {
  problems: PlanProblem[];
  interventions: Intervention[];
  /** When the work is done. */
  endingCriteria: string;
  /** Calendar day; null in a draft: as many days on as the clinic has set. */
  reviewOn: string | null;
  /** What was seen when the plan before was looked at; empty in a first one. */
  reviewWords: string;
  /** The highest number that a goal of this line of plans has had: none is given twice. */
  lastNumber: number;
}

export interface PlanProblem {
  id: string;
  words: string;
  longGoal: string;
  goals: Goal[];
}

export const GOAL_STATES = ['active', 'met', 'paused', 'dropped'] as const;
export type GoalState = (typeof GOAL_STATES)[number];

/** One objective: what somebody does, how one sees it, why it matters, and when it is looked at. */
export interface Goal {
  id: string;
  /** From the day it came into force; what notes call it by. */
  number: number | null;
  /** Calendar day on which it came into force. */
  since: string | null;
  behaviour: string;
  measure: GoalMeasure;
  /** Why it can be done. */
  achievable: string;
  /** Why it matters for the problem. */
  relevance: string;
  /** Calendar day; null: with the whole plan. */
  reviewOn: string | null;
  state: GoalState;
  /** Why it was dropped or paused, or how one saw that it is met. */
  reason: string;
}

export const DIRECTIONS = ['at_least', 'at_most'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** In words, or by a scale of the person's chart; then `begun` is what was answered last before it came into force. */
export interface GoalMeasure {
  kind: 'words' | 'scale';
  /** Of a measure in words. */
  baseline: string;
  target: string;
  instrumentId: string | null;
  title: string;
  direction: Direction;
  /** Points of the scale's total. */
  points: number | null;
  begun: Measured | null;
}

export interface Measured {
  total: number;
  /** Calendar day. */
  answeredOn: string;
}

export interface Intervention {
  id: string;
  what: string;
  frequency: string;
  who: string;
}

/** What one person answered to the plan of two: a word of her own, kept in her own record. */
export interface WordToJointPlan {
  id: string;
  clientId: string;
  coupleId: string | null;
  /** Null where whoever reads it does not read the plan of the two. */
  planNumber: number | null;
  answer: 'agreed' | 'disagreed';
  way: 'own' | 'in_session';
  /** Her words; of an answer in a session those of `recordedByName`. */
  comment: string | null;
  recordedByName: string;
  /** Calendar day. */
  answeredOn: string;
}

export const EMPTY_CONTENT: PlanContent = {
  ...{ problems: [], interventions: [], endingCriteria: '', reviewOn: null, reviewWords: '', lastNumber: 0 },
};

export const goalsOf = ({ problems }: PlanContent): Goal[] => problems.flatMap(({ goals }) => goals);
