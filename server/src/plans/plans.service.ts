import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { assertClientSeen, assertCoupleSeen } from '../clients/seen.js';
import { namesInCare } from '../clients/people-names.js';
import { now } from '../platform/clock.js';
import { insertRow, repo, saveVersion, sql } from '../platform/database.js';
import { dayAfter } from '../platform/days.js';
import { Invalid, NotFound } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import type { Page } from '../platform/paging.js';
import { actor } from '../platform/scope.js';
import { InstrumentsService } from '../questionnaires/instruments.service.js';
import { GoalsService } from './goals.service.js';
import { EMPTY_CONTENT, type PlanContent } from './plan.content.js';
import { TreatmentPlan } from './plan.entity.js';
import { planDto, planLine, standingOfReview } from './plan.presenter.js';
import type {
  ActiveGoalDto,
  NewPlan,
  PlanDto,
  TreatmentPlanInput,
  PlanLineDto,
  PlanQuery,
  PlanReviewDto,
  PlanScaleDto,
} from './plans.dto.js';
import {
  afterReview,
  DUE_BEFORE,
  faultsOfIds,
  faultsOfJoint,
  movePlan,
  mustBeDraft,
  withKnown,
} from './plans.rules.js';

/** Plans of those in the actor's own care, the longest waiting first. */
const DUE = `select id from plan_review where review_on <= $1 order by review_on, id limit 50`;
const MOST_SCALES = 100;

/** Plans as they are read and written. What puts one in force, shows it or ends it: plan-standing.service. */
@Injectable()
export class PlansService {
  constructor(
    private readonly goals: GoalsService,
    private readonly instruments: InstrumentsService,
  ) {}

  /** The draft of whoever this is: the one there is, one made from the plan in force, or an empty one. */
  async begin(whose: NewPlan): Promise<PlanDto> {
    const of = oneOf(whose);
    await assertSeen(whose);
    // Two devices begin the same draft.
    await sql('plan begun', 'select pg_advisory_xact_lock(hashtextextended($1, 0))', [
      `plan ${whose.clientId ?? ''} ${whose.coupleId ?? ''}`,
    ]);
    const plans = await versionsOf(of);
    const draft = plans.find(({ status }) => status === 'draft');
    if (draft) return this.told(draft);
    const base = plans.find(({ status }) => status === 'in_force') ?? null;
    const latest = plans.find(({ startedAt }) => startedAt !== null);
    const at = now();
    const plan: TreatmentPlan = {
      ...{ id: newId(), clientId: whose.clientId ?? null, coupleId: whose.coupleId ?? null },
      ...{ number: (latest?.number ?? 0) + 1, baseId: base?.id ?? null, status: 'draft' },
      content: base ? afterReview(base.content) : blankAfter(latest),
      ...{ reviewOn: null, createdBy: actor().id, createdAt: at, updatedAt: at, version: 1 },
      ...{ startedAt: null, startedBy: null, sharedAt: null, sharedBy: null },
      ...{ endedAt: null, endedBy: null, endReason: null },
    };
    await insertRow(TreatmentPlan, plan);
    return this.told(plan);
  }

  /** Every version that came into force, newest first, and the draft of the next before them. */
  async list(whose: PlanQuery): Promise<Page<PlanLineDto>> {
    const of = oneOf(whose);
    await assertSeen(whose);
    const today = await this.goals.today();
    const plans = (await versionsOf(of)).filter(({ status }) => status !== 'discarded');
    return { items: plans.map((plan) => planLine(plan, today)), next: null };
  }

  /** What is being worked on: the active goals of the plan in force, by number. */
  async activeGoals(whose: PlanQuery): Promise<Page<ActiveGoalDto>> {
    oneOf(whose);
    await assertSeen(whose);
    const { clientId = null, coupleId = null } = whose;
    return { items: await this.goals.active({ clientId, coupleId }), next: null };
  }

  async read(id: string): Promise<PlanDto> {
    return this.told(await findPlan(id));
  }

  /** Throws `RuleBroken('plan_in_force')`, `Invalid`, `Stale`. */
  async save(id: string, version: number, written: TreatmentPlanInput): Promise<PlanDto> {
    const plan = await findPlan(id);
    mustBeDraft(plan.status);
    const content = withKnown(plainly(written), plan.content);
    const faults = [...faultsOfIds(content), ...(plan.coupleId ? faultsOfJoint(content) : [])];
    if (faults.length > 0) throw new Invalid(faults);
    await saveVersion(TreatmentPlan, plan, { content, updatedAt: now() }, version);
    return planDto(plan, await this.goals.today());
  }

  /** A draft that nobody wants any more. */
  async discard(id: string, version: number): Promise<void> {
    const plan = await findPlan(id);
    const status = movePlan(plan.status, 'discarded');
    await saveVersion(TreatmentPlan, plan, { status, updatedAt: now() }, version);
  }

  /** What a goal of this plan can be measured by: first what this person answered, then the other scales of the clinic. */
  async scales(id: string): Promise<Page<PlanScaleDto>> {
    const { clientId } = await findPlan(id);
    if (clientId === null) return { items: [], next: null };
    const answers = await this.goals.answersOf(clientId);
    const answered = [...answers].map(([instrumentId, { title, min, max, total, answeredOn }]) => ({
      ...{ instrumentId, title, min, max },
      last: { total, answeredOn },
    }));
    const all = await this.instruments.list({ limit: MOST_SCALES, asked: 'true' });
    const others = all.items
      .filter((one) => !answers.has(one.id))
      .map(({ id: instrumentId, title }) => ({ instrumentId, title, min: null, max: null, last: null }));
    return { items: [...answered, ...others], next: null };
  }

  /** Plans in the actor's care whose review is due or overdue, the longest waiting first. */
  async reviewsDue(): Promise<Page<PlanReviewDto>> {
    const today = await this.goals.today();
    const found = await sql<{ id: string }>('plan reviews due', DUE, [dayAfter(today, DUE_BEFORE)]);
    const plans = await repo(TreatmentPlan).find({
      where: { id: In(found.map(({ id }) => id)) },
      order: { reviewOn: 'ASC', id: 'ASC' },
    });
    const nameOf = await namesInCare(plans);
    const items = plans.flatMap((plan) => {
      const review = standingOfReview(plan, today);
      const { id, clientId, coupleId, reviewOn } = plan;
      return review && reviewOn ? { id, clientId, coupleId, displayName: nameOf(plan), reviewOn, review } : [];
    });
    return { items, next: null };
  }

  async told(plan: TreatmentPlan): Promise<PlanDto> {
    return planDto(plan, await this.goals.today(), await this.goals.readings(plan));
  }
}

/** A plan the actor may see. Throws NotFound. */
export async function findPlan(id: string): Promise<TreatmentPlan> {
  const plan = await repo(TreatmentPlan).findOneBy({ id });
  if (!plan) throw new NotFound('plan');
  return plan;
}

const versionsOf = (of: { clientId: string } | { coupleId: string }): Promise<TreatmentPlan[]> =>
  repo(TreatmentPlan).find({ where: of, order: { number: 'DESC', createdAt: 'DESC' } });

function oneOf({ clientId, coupleId }: NewPlan): { clientId: string } | { coupleId: string } {
  if (clientId !== undefined && coupleId === undefined) return { clientId };
  if (coupleId !== undefined && clientId === undefined) return { coupleId };
  throw new Invalid([{ path: 'clientId', code: 'one_of', message: 'Name either a client or a couple.' }]);
}

const assertSeen = ({ clientId, coupleId }: NewPlan): Promise<void> =>
  clientId === undefined ? assertCoupleSeen(coupleId!) : assertClientSeen(clientId);

/** After a plan that has ended nothing is carried over, but no number of a goal comes twice. */
const blankAfter = (latest: TreatmentPlan | undefined): PlanContent => ({
  ...EMPTY_CONTENT,
  lastNumber: latest?.content.lastNumber ?? 0,
});

/** As plain values, with what was left out as null. */
function plainly({ problems, interventions, endingCriteria, reviewOn = null, reviewWords }: TreatmentPlanInput) {
  return {
    ...{ endingCriteria, reviewOn, reviewWords },
    interventions: interventions.map(({ id, what, frequency, who }) => ({ id, what, frequency, who })),
    problems: problems.map(({ id, words, longGoal, goals }) => ({
      ...{ id, words, longGoal },
      goals: goals.map(({ measure, reviewOn: on = null, ...goal }) => {
        const { kind, baseline, target, direction, instrumentId = null, points = null } = measure;
        return { ...goal, reviewOn: on, measure: { kind, baseline, target, direction, instrumentId, points } };
      }),
    })),
  };
}
