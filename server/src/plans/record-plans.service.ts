import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { staffNames } from '../clients/people-names.js';
import { repo, sql } from '../platform/database.js';
import { RuleBroken } from '../platform/errors.js';
import { GoalsService } from './goals.service.js';
import type { WordToJointPlan } from './plan.content.js';
import { PlanAnswer, TreatmentPlan } from './plan.entity.js';
import { planDto } from './plan.presenter.js';
import type { PlanDto } from './plans.dto.js';
import { findPlan, PlansService } from './plans.service.js';

/** Plans read whole for what leaves the house. Of a record are those that came into force: a draft is none yet. */
@Injectable()
export class RecordPlansService {
  constructor(
    private readonly plans: PlansService,
    private readonly goals: GoalsService,
  ) {}

  /** Throws NotFound, or RuleBroken('not_of_the_record') for a draft that was let go. */
  async one(id: string): Promise<PlanDto> {
    const plan = await findPlan(id);
    if (plan.status === 'discarded')
      throw new RuleBroken('not_of_the_record', 'This draft was let go and has no paper.');
    return this.plans.told(plan);
  }

  /** One person's own, oldest first, that were in force at any moment from `from` to before `to`. */
  async ofClient(clientId: string, from: Date | null, to: Date | null): Promise<PlanDto[]> {
    const plans = await repo(TreatmentPlan).find({ where: { clientId }, order: { number: 'ASC' } });
    const within = plans.filter(
      ({ startedAt, endedAt }) =>
        startedAt !== null && (!to || startedAt < to) && (!from || !endedAt || endedAt >= from),
    );
    return this.told(within);
  }

  /** These as they stood at that moment, oldest first: what was answered or ended later is not told, nor why any of them ended. */
  async asOf(ids: readonly string[], at: Date): Promise<PlanDto[]> {
    const plans = await repo(TreatmentPlan).find({ where: { id: In(ids) }, order: { startedAt: 'ASC', id: 'ASC' } });
    return this.told(
      plans.map((plan) => ({ ...standingAt(plan, at), endReason: null })),
      at,
    );
  }

  /** What one person answered to plans of two within the time, oldest first. */
  async wordsToJoint(clientId: string, from: Date | null, to: Date | null): Promise<WordToJointPlan[]> {
    const words = await repo(PlanAnswer).find({ where: { clientId }, order: { answeredAt: 'ASC', id: 'ASC' } });
    return withNumbers(
      words.filter(({ coupleId, answeredAt: at }) => coupleId !== null && (!from || at >= from) && (!to || at < to)),
    );
  }

  /** These, oldest first. */
  async words(ids: readonly string[]): Promise<WordToJointPlan[]> {
    return withNumbers(
      await repo(PlanAnswer).find({ where: { id: In(ids) }, order: { answeredAt: 'ASC', id: 'ASC' } }),
    );
  }

  private async told(plans: readonly TreatmentPlan[], until?: Date): Promise<PlanDto[]> {
    const today = await this.goals.today();
    const told = [];
    for (const plan of plans) told.push(await planDto(plan, today, undefined, until));
    return told;
  }
}

function standingAt(plan: TreatmentPlan, at: Date): TreatmentPlan {
  const sharedAt = plan.sharedAt && plan.sharedAt <= at ? plan.sharedAt : null;
  if (plan.endedAt === null || plan.endedAt <= at) return { ...plan, sharedAt };
  return { ...plan, sharedAt, status: 'in_force', endedAt: null };
}

async function withNumbers(words: readonly PlanAnswer[]): Promise<WordToJointPlan[]> {
  const plans = await sql<{ id: string; number: number }>(
    'numbers of plans answered',
    'select id, number from treatment_plan where id = any ($1::uuid[])',
    [words.map(({ planId }) => planId)],
  );
  const names = await staffNames(words.flatMap(({ way, recordedBy }) => (way === 'in_session' ? [recordedBy] : [])));
  const numbers = new Map(plans.map(({ id, number }) => [id, number]));
  return words.map(({ id, clientId, coupleId, planId, answer, way, comment, answeredOn, recordedBy }) => ({
    ...{ id, clientId, coupleId, planNumber: numbers.get(planId) ?? null },
    ...{ answer, way, comment, answeredOn, recordedByName: names.get(recordedBy) ?? '' },
  }));
}
