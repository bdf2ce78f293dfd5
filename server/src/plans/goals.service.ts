import { Injectable } from '@nestjs/common';
import { ClinicsService } from '../clinics/clinics.service.js';
import { now } from '../platform/clock.js';
import { repo } from '../platform/database.js';
import { dayIn } from '../platform/days.js';
import { ScoresService } from '../scales/scores.service.js';
import { goalsOf, type Goal, type PlanContent } from './plan.content.js';
import { TreatmentPlan } from './plan.entity.js';
import { readingOf, type GoalReading, type LastAnswers } from './plans.rules.js';

/** Whose: one person's own, or (`clientId` null) what both of a couple work on. */
interface Whose {
  clientId: string | null;
  coupleId: string | null;
}

/** A goal by its number and words. */
export interface NamedGoal {
  goalId: string;
  planId: string;
  number: number;
  behaviour: string;
}

/** A goal that is being worked on, for one line elsewhere. */
export interface ActiveGoal extends NamedGoal {
  /** Of a goal that is measured by a scale. */
  reading: GoalReading | null;
  /** Of a goal that is measured in words: when it is reached. */
  target: string;
  /** Whether those whose plan it is can read it. */
  shared: boolean;
}

/** The goals of plans in force, and where they stand. */
@Injectable()
export class GoalsService {
  constructor(
    private readonly clinics: ClinicsService,
    private readonly scores: ScoresService,
  ) {}

  /**
   * The active goals of the plan in force, by number; none where there is no plan, or none for this reader. A partner's own
   * goals are never among those of a couple.
   */
  async active(whose: Whose): Promise<ActiveGoal[]> {
    const plan = await planInForce(whose);
    if (!plan) return [];
    const last = await this.lastAnswers(plan);
    return activeIn(plan).map((goal) => ({
      ...named(plan, goal),
      ...{ reading: readingOf(goal, last), target: goal.measure.kind === 'words' ? goal.measure.target : '' },
      shared: plan.sharedAt !== null,
    }));
  }

  /** The same by number and words alone, without asking for any score. */
  async named(whose: Whose): Promise<NamedGoal[]> {
    const plan = await planInForce(whose);
    return plan ? activeIn(plan).map((goal) => named(plan, goal)) : [];
  }

  /** Where each goal that is measured by a scale stands. */
  async readings(plan: Pick<TreatmentPlan, 'clientId' | 'content'>): Promise<GoalReading[]> {
    const last = await this.lastAnswers(plan);
    return goalsOf(plan.content).flatMap((goal) => readingOf(goal, last) ?? []);
  }

  async lastAnswers({ clientId, content }: { clientId: string | null; content: PlanContent }): Promise<LastAnswers> {
    const isMeasured = goalsOf(content).some(({ measure }) => measure.kind === 'scale');
    return clientId === null || !isMeasured ? new Map() : this.answersOf(clientId);
  }

  /** The last score of every scale this person answered, by instrument. */
  async answersOf(clientId: string): Promise<LastAnswers> {
    const last = await this.scores.lastBy(clientId, await this.today());
    return new Map(
      last.map(({ instrumentId, title, min, max, total, answeredOn }) => [
        instrumentId,
        { title, min, max, total, answeredOn },
      ]),
    );
  }

  /** Calendar day at the clinic. */
  async today(): Promise<string> {
    return dayIn(await this.clinics.timeZone(), now());
  }
}

const planInForce = ({ clientId, coupleId }: Whose): Promise<TreatmentPlan | null> => {
  const of = clientId === null ? { coupleId: coupleId ?? undefined } : { clientId };
  return repo(TreatmentPlan).findOneBy({ ...of, status: 'in_force' });
};

const activeIn = ({ content }: TreatmentPlan): Goal[] =>
  goalsOf(content)
    .filter(({ state }) => state === 'active')
    .sort((a, b) => (a.number ?? 0) - (b.number ?? 0));

const named = (plan: TreatmentPlan, { id, number, behaviour }: Goal): NamedGoal => ({
  ...{ goalId: id, planId: plan.id, number: number ?? 0, behaviour },
});
