import { staffNames } from '../clients/people-names.js';
import { repo, sql } from '../platform/database.js';
import { dayAfter } from '../platform/days.js';
import type { PlanContent } from './plan.content.js';
import { PlanAnswer, TreatmentPlan } from './plan.entity.js';
import type { PlanAnswerDto, TreatmentContentDto, PlanDto, PlanLineDto } from './plans.dto.js';
import { changesSince, DUE_BEFORE, reviewStanding, type GoalReading, type ReviewStanding } from './plans.rules.js';

/** Only what is in force is looked at again. */
export function standingOfReview(
  { status, reviewOn }: Pick<TreatmentPlan, 'status' | 'reviewOn'>,
  today: string,
): ReviewStanding | null {
  if (status !== 'in_force' || reviewOn === null) return null;
  return reviewStanding(reviewOn, dayAfter(reviewOn, -DUE_BEFORE), today);
}

export const planLine = (plan: TreatmentPlan, today: string): PlanLineDto => ({
  ...{ id: plan.id, version: plan.version, number: plan.number, status: plan.status },
  ...{ clientId: plan.clientId, coupleId: plan.coupleId, reviewOn: plan.reviewOn },
  review: standingOfReview(plan, today),
  updatedAt: plan.updatedAt.toISOString(),
  startedAt: plan.startedAt?.toISOString() ?? null,
  sharedAt: plan.sharedAt?.toISOString() ?? null,
  endedAt: plan.endedAt?.toISOString() ?? null,
});

/** A plan as its therapists read it, with what was answered to it up to `until`, if that is given. */
export async function planDto(
  plan: TreatmentPlan,
  today: string,
  readings?: GoalReading[],
  until?: Date,
): Promise<PlanDto> {
  const base = plan.baseId ? await repo(TreatmentPlan).findOneBy({ id: plan.baseId }) : null;
  const answers = plan.startedAt
    ? (await answersTo(plan.id)).filter(({ answeredAt }) => !until || answeredAt <= until)
    : [];
  const names = await staffNames([...answers.map(({ recordedBy }) => recordedBy), plan.startedBy ?? plan.createdBy]);
  return {
    ...planLine(plan, today),
    content: contentDto(plan.content),
    baseId: plan.baseId,
    reviewDays: await reviewDays(),
    ...(readings ? { readings } : {}),
    changes: base ? changesSince(base.content, plan.content) : [],
    answers: answers.map((answer) => answerDto(answer, names.get(answer.recordedBy) ?? '')),
    startedByName: plan.startedBy && (names.get(plan.startedBy) ?? ''),
    endReason: plan.endReason,
  };
}

/** Oldest first; row policies leave a client nobody's but her own. */
export const answersTo = (planId: string): Promise<PlanAnswer[]> =>
  repo(PlanAnswer).find({ where: { planId }, order: { answeredAt: 'ASC', id: 'ASC' } });

export const answerDto = (row: PlanAnswer, recordedByName: string): PlanAnswerDto => ({
  ...{ id: row.id, clientId: row.clientId, answer: row.answer, way: row.way, comment: row.comment },
  ...{ answeredOn: row.answeredOn, recordedByName },
});

export const contentDto = (content: PlanContent): TreatmentContentDto => ({
  ...{ problems: content.problems, interventions: content.interventions, endingCriteria: content.endingCriteria },
  ...{ reviewOn: content.reviewOn, reviewWords: content.reviewWords },
});

/** The clinic's usual time between two reviews. */
export async function reviewDays(): Promise<number> {
  const [row] = await sql<{ days: number }>(
    'plan review days',
    'select plan_review_days as days from clinic where id = (select req_clinic())',
  );
  return row?.days ?? 90;
}
