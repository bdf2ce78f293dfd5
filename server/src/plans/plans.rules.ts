import { RuleBroken, type FieldError } from '../platform/errors.js';
import { goalsOf, type Goal, type GoalMeasure, type Measured, type PlanContent } from './plan.content.js';

export const PLAN_STATUSES = ['draft', 'discarded', 'in_force', 'superseded', 'ended'] as const;
export type PlanStatus = (typeof PLAN_STATUSES)[number];

/** Nothing leads back, and what was in force is never a draft again. */
const TRANSITIONS: Record<PlanStatus, readonly PlanStatus[]> = {
  draft: ['in_force', 'discarded'],
  discarded: [],
  in_force: ['superseded', 'ended'],
  superseded: [],
  ended: [],
};

/** Throws RuleBroken('plan_in_force') for what was a draft once, else RuleBroken('invalid_transition'). */
export function movePlan(from: PlanStatus, to: PlanStatus): PlanStatus {
  if (TRANSITIONS[from].includes(to)) return to;
  if (TRANSITIONS.draft.includes(to)) mustBeDraft(from);
  throw new RuleBroken('invalid_transition', `A plan that is ${from} cannot become ${to}.`);
}

/** Throws RuleBroken('plan_in_force'): what is agreed does not change; a review makes the next version. */
export function mustBeDraft(status: PlanStatus): void {
  if (status !== 'draft') throw new RuleBroken('plan_in_force', 'This is no draft any more. Review the plan instead.');
}

/** Throws RuleBroken('invalid_transition') for a draft, or what is over. */
export function mustBeInForce(status: PlanStatus): void {
  if (status !== 'in_force') throw new RuleBroken('invalid_transition', 'This plan is not in force.');
}

/** What a review begins from: the plan as it is, without what was met or dropped. */
export function afterReview(base: PlanContent): PlanContent {
  const problems = base.problems
    .map((problem) => ({
      ...problem,
      goals: problem.goals
        .filter(isOpen)
        .map((goal) => ({ ...goal, reason: goal.state === 'active' ? '' : goal.reason, reviewOn: null })),
    }))
    .filter(({ goals }) => goals.length > 0);
  return { ...base, problems, reviewOn: null, reviewWords: '' };
}

const isOpen = ({ state }: Goal): boolean => state === 'active' || state === 'paused';

/** A goal as it was written: its number, and what was measured when it began, are not its writer's to say. */
export type WrittenGoal = Omit<Goal, 'number' | 'since' | 'measure'> & {
  measure: Omit<GoalMeasure, 'title' | 'begun'>;
};
export type WrittenContent = Omit<PlanContent, 'problems' | 'lastNumber'> & {
  problems: (Omit<PlanContent['problems'][number], 'goals'> & { goals: WrittenGoal[] })[];
};

/** What was written, with what is known of each goal from before. */
export function withKnown(written: WrittenContent, before: PlanContent): PlanContent {
  const known = new Map(goalsOf(before).map((goal) => [goal.id, goal]));
  const problems = written.problems.map((problem) => ({
    ...problem,
    goals: problem.goals.map((goal) => {
      const old = known.get(goal.id);
      const same = old?.measure.kind === 'scale' && old.measure.instrumentId === goal.measure.instrumentId;
      const { title, begun } = same ? old.measure : { title: '', begun: null };
      const { number, since } = old ?? { number: null, since: null };
      return { ...goal, number, since, measure: { ...goal.measure, title, begun } };
    }),
  }));
  return { ...written, problems, lastNumber: before.lastNumber };
}

const empty = (words: string): boolean => words.trim() === '';
const fault = (path: string, code: string, message: string): FieldError => ({ path, code, message });

/** Scores are always one person's own: a joint plan is measured in words. Throws Invalid elsewhere for these faults. */
export function faultsOfJoint(content: PlanContent): FieldError[] {
  return content.problems.flatMap(({ goals }, at) =>
    goals.flatMap(({ measure }, index) =>
      measure.kind === 'scale'
        ? [fault(`problems[${at}].goals[${index}].measure.kind`, 'not_joint', 'A scale is one person’s own.')]
        : [],
    ),
  );
}

/** Ids that stand for two things, which nobody could tell apart later. */
export function faultsOfIds({
  problems,
  interventions,
}: Pick<WrittenContent, 'problems' | 'interventions'>): FieldError[] {
  const ids = [...problems, ...problems.flatMap(({ goals }) => goals), ...interventions].map(({ id }) => id);
  return new Set(ids).size === ids.length ? [] : [fault('problems', 'same_id', 'Two things have the same id.')];
}

/** What is missing before it may come into force; `base` is the plan it takes the place of. */
export function faultsOf(content: PlanContent, base: PlanContent | null, today: string): FieldError[] {
  const faults: FieldError[] = [];
  if (content.problems.length === 0) faults.push(fault('problems', 'required', 'Say what the problem is.'));
  if (!goalsOf(content).some(isOpen) && base === null)
    faults.push(fault('problems', 'no_goal', 'A plan begins with a goal.'));
  content.problems.forEach((problem, at) => faults.push(...faultsOfProblem(problem, `problems[${at}]`)));
  content.interventions.forEach(({ what }, at) => {
    if (empty(what)) faults.push(fault(`interventions[${at}].what`, 'required', 'Say what is done, or take it out.'));
  });
  if (empty(content.endingCriteria)) faults.push(fault('endingCriteria', 'required', 'Say when the work is done.'));
  if (content.reviewOn !== null && content.reviewOn <= today)
    faults.push(fault('reviewOn', 'in_past', 'Choose a day that is still to come.'));
  if (base) faults.push(...faultsOfReview(content, base));
  return faults;
}

function faultsOfProblem(problem: PlanContent['problems'][number], at: string): FieldError[] {
  const faults: FieldError[] = [];
  if (empty(problem.words)) faults.push(fault(`${at}.words`, 'required', 'Say what the problem is.'));
  if (empty(problem.longGoal)) faults.push(fault(`${at}.longGoal`, 'required', 'Say what it should become.'));
  if (problem.goals.length === 0) faults.push(fault(`${at}.goals`, 'required', 'Each problem has a goal.'));
  problem.goals.forEach((goal, index) => faults.push(...faultsOfGoal(goal, `${at}.goals[${index}]`)));
  return faults;
}

function faultsOfGoal(goal: Goal, at: string): FieldError[] {
  const faults: FieldError[] = [];
  const { measure } = goal;
  if (empty(goal.behaviour)) faults.push(fault(`${at}.behaviour`, 'required', 'Say what somebody will do.'));
  if (empty(goal.relevance)) faults.push(fault(`${at}.relevance`, 'required', 'Say why it matters for the problem.'));
  if (measure.kind === 'words' && empty(measure.target))
    faults.push(fault(`${at}.measure.target`, 'required', 'Say how one will see that it is reached.'));
  if (measure.kind === 'scale' && measure.instrumentId === null)
    faults.push(fault(`${at}.measure.instrumentId`, 'required', 'Choose the scale.'));
  if (measure.kind === 'scale' && measure.points === null)
    faults.push(fault(`${at}.measure.points`, 'required', 'Say at how many points it is reached.'));
  if ((goal.state === 'dropped' || goal.state === 'paused') && empty(goal.reason))
    faults.push(fault(`${at}.reason`, 'required', 'Say why.'));
  return faults;
}

function faultsOfReview(content: PlanContent, base: PlanContent): FieldError[] {
  const faults: FieldError[] = [];
  if (empty(content.reviewWords)) faults.push(fault('reviewWords', 'required', 'Say what you saw together.'));
  const kept = new Set(goalsOf(content).map(({ id }) => id));
  if (goalsOf(base).some((goal) => isOpen(goal) && !kept.has(goal.id)))
    faults.push(fault('problems', 'goal_missing', 'A goal is dropped with a reason; it is not taken out.'));
  return faults;
}

/** The last answer of each scale, by the id of the instrument. */
export type LastAnswers = ReadonlyMap<string, Measured & { title: string; min: number; max: number }>;

/** What is known on the day a plan comes into force. `titles`: of scales, by their ids. */
export interface Beginning {
  last: LastAnswers;
  titles: ReadonlyMap<string, string>;
  today: string;
  reviewOn: string;
}

/** What comes into force: each new goal gets its number, each new measure what was answered last before. */
export function inForce(content: PlanContent, { last, titles, today, reviewOn }: Beginning): PlanContent {
  let number = content.lastNumber;
  const begin = (goal: Goal): Goal => ({
    ...goal,
    number: goal.number ?? ++number,
    since: goal.since ?? today,
    measure: measureBegun(goal.measure),
  });
  const measureBegun = (measure: GoalMeasure): GoalMeasure => {
    const { kind, instrumentId } = measure;
    if (kind === 'words' || instrumentId === null || measure.title !== '') return measure;
    const answer = last.get(instrumentId);
    const begun = answer ? { total: answer.total, answeredOn: answer.answeredOn } : null;
    return { ...measure, title: titles.get(instrumentId) ?? '', begun };
  };
  const problems = content.problems.map((problem) => ({ ...problem, goals: problem.goals.map(begin) }));
  return { ...content, problems, reviewOn, lastNumber: number };
}

export type ChangeKind = 'added' | 'changed' | 'met' | 'paused' | 'dropped' | 'resumed';
export interface GoalChange {
  goalId: string;
  number: number | null;
  what: ChangeKind;
}

const MOVES: Record<Goal['state'], ChangeKind> = {
  active: 'resumed',
  met: 'met',
  paused: 'paused',
  dropped: 'dropped',
};

/** What became of each goal since the plan before, in the order of this one. A goal that goes on as it was is left out. */
export function changesSince(base: PlanContent, content: PlanContent): GoalChange[] {
  const before = new Map(goalsOf(base).map((goal) => [goal.id, goal]));
  return goalsOf(content).flatMap(({ id: goalId, ...goal }) => {
    const old = before.get(goalId);
    const change = (what: ChangeKind): GoalChange => ({ goalId, number: goal.number, what });
    if (!old) return change('added');
    if (old.state !== goal.state) return change(MOVES[goal.state]);
    return wordsOf(old) === wordsOf(goal) ? [] : change('changed');
  });
}

const wordsOf = ({ behaviour, relevance, achievable, measure }: Omit<Goal, 'id'>): string => {
  const { kind, baseline, target, instrumentId, direction, points } = measure;
  return JSON.stringify([behaviour, relevance, achievable, kind, baseline, target, instrumentId, direction, points]);
};

/** Where a goal that is measured by a scale stands. Nothing is read of an answer from before the goal. */
export interface GoalReading extends Record<string, unknown> {
  goalId: string;
  title: string;
  state: 'reached' | 'not_yet' | 'no_answer_since';
  /** The last answer, also one from before the goal; null: there is none. */
  last: Measured | null;
  min: number | null;
  max: number | null;
}

export function readingOf(goal: Goal, last: LastAnswers): GoalReading | null {
  const { kind, instrumentId, points, direction, begun, title } = goal.measure;
  if (kind !== 'scale' || instrumentId === null) return null;
  const answer = last.get(instrumentId);
  const range = { min: answer?.min ?? null, max: answer?.max ?? null };
  const known = { goalId: goal.id, title: answer?.title ?? title, ...range };
  const measured = answer ? { total: answer.total, answeredOn: answer.answeredOn } : null;
  const isNews = measured !== null && goal.since !== null && isAfter(measured.answeredOn, begun, goal.since);
  if (!isNews || points === null) return { ...known, state: 'no_answer_since', last: measured };
  const isThere = direction === 'at_most' ? measured.total <= points : measured.total >= points;
  return { ...known, state: isThere ? 'reached' : 'not_yet', last: measured };
}

const isAfter = (day: string, begun: Measured | null, since: string): boolean =>
  begun ? day > begun.answeredOn : day >= since;

/** Days before a review from which it is said to be due. */
export const DUE_BEFORE = 14;
export type ReviewStanding = 'later' | 'due' | 'overdue';

/** Of a plan in force: `dueFrom` is the day from which its review is due. Days as `YYYY-MM-DD`. */
export const reviewStanding = (reviewOn: string, dueFrom: string, today: string): ReviewStanding =>
  reviewOn < today ? 'overdue' : dueFrom <= today ? 'due' : 'later';
