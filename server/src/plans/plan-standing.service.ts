import { Injectable } from '@nestjs/common';
import { partnersOf } from '../couples/couple.partners.js';
import { now } from '../platform/clock.js';
import { insertRow, repo, saveVersion, sql } from '../platform/database.js';
import { dayAfter } from '../platform/days.js';
import { Invalid, NotFound } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { emit } from '../platform/outbox.js';
import type { Page } from '../platform/paging.js';
import { actor } from '../platform/scope.js';
import { InstrumentsService } from '../questionnaires/instruments.service.js';
import { GoalsService } from './goals.service.js';
import { goalsOf, type PlanContent } from './plan.content.js';
import { PlanAnswer, TreatmentPlan, type PlanAnswerKind } from './plan.entity.js';
import { answerDto, answersTo, contentDto, reviewDays } from './plan.presenter.js';
import type { OwnAnswer, OwnPlanDto, PlanDto, PlanEnd, SessionAnswer } from './plans.dto.js';
import { PlanShown } from './plans.events.js';
import { faultsOf, faultsOfJoint, inForce, movePlan, mustBeInForce } from './plans.rules.js';
import { findPlan, PlansService } from './plans.service.js';

/** What puts a plan in force, shows it to those whom it concerns, takes their word, and ends it. */
@Injectable()
export class PlanStandingService {
  constructor(
    private readonly plans: PlansService,
    private readonly goals: GoalsService,
    private readonly instruments: InstrumentsService,
  ) {}

  /** The draft comes into force and never changes again; the plan before is over. Throws `Invalid`, `Stale`. */
  async start(id: string, version: number): Promise<PlanDto> {
    const plan = await findPlan(id);
    const status = movePlan(plan.status, 'in_force');
    const base = await inForceNow(plan);
    const today = await this.goals.today();
    const faults = [
      ...faultsOf(plan.content, base?.content ?? null, today),
      ...(plan.coupleId ? faultsOfJoint(plan.content) : []),
    ];
    if (faults.length > 0) throw new Invalid(faults);
    const reviewOn = plan.content.reviewOn ?? dayAfter(today, await reviewDays());
    const titles = await this.titlesOf(plan.content);
    const last = await this.goals.lastAnswers(plan);
    const content = inForce(plan.content, { last, titles, today, reviewOn });
    const [at, by] = [now(), actor().id];
    if (base) {
      const over = { status: movePlan(base.status, 'superseded'), endedAt: at, endedBy: by, updatedAt: at };
      await saveVersion(TreatmentPlan, base, over, base.version);
    }
    const started = { status, content, reviewOn, startedAt: at, startedBy: by, updatedAt: at };
    await saveVersion(TreatmentPlan, plan, started, version);
    return this.plans.read(id);
  }

  /** From now on those whom it concerns may read it, for good. Throws `RuleBroken('invalid_transition')`. */
  async show(id: string): Promise<PlanDto> {
    const plan = await locked(id);
    mustBeInForce(plan.status);
    if (plan.sharedAt === null) {
      await saveVersion(TreatmentPlan, plan, { sharedAt: now(), sharedBy: actor().id }, plan.version);
      for (const clientId of await concerned(plan)) await emit(new PlanShown({ planId: id, clientId }));
    }
    return this.plans.read(id);
  }

  /** Throws `RuleBroken('invalid_transition')`. */
  async end(id: string, { reason }: PlanEnd): Promise<PlanDto> {
    const plan = await locked(id);
    const status = movePlan(plan.status, 'ended');
    const at = now();
    const ended = { status, endedAt: at, endedBy: actor().id, endReason: reason, updatedAt: at };
    await saveVersion(TreatmentPlan, plan, ended, plan.version);
    return this.plans.read(id);
  }

  /** Somebody agreed in a session, as her therapist writes it down. Throws `Invalid`, `RuleBroken('invalid_transition')`. */
  async agreedInSession(id: string, { clientId, answeredOn, comment }: SessionAnswer): Promise<PlanDto> {
    const plan = await locked(id);
    mustBeInForce(plan.status);
    if (!(await concerned(plan)).includes(clientId))
      throw new Invalid([{ path: 'clientId', code: 'of_others', message: 'This is not a plan of theirs.' }]);
    if (answeredOn > (await this.goals.today()))
      throw new Invalid([{ path: 'answeredOn', code: 'in_future', message: 'Choose a day up to today.' }]);
    await keepAnswer(plan, { clientId, answer: 'agreed', way: 'in_session', comment: comment ?? null, answeredOn });
    return this.plans.read(id);
  }

  /** What was shown to the actor as a person in care, the plans in force first. A partner's own is never among it. */
  async own(): Promise<Page<OwnPlanDto>> {
    const plans = await repo(TreatmentPlan).find({ order: { startedAt: 'DESC', id: 'DESC' }, take: 50 });
    const items = await Promise.all(plans.map((plan) => ownDto(plan)));
    return {
      items: items.sort((a, b) => Number(b.status === 'in_force') - Number(a.status === 'in_force')),
      next: null,
    };
  }

  /** One that was shown to the actor as a person in care. Throws NotFound. */
  async ownOne(id: string): Promise<OwnPlanDto> {
    return ownDto(await findPlan(id));
  }

  async answer(id: string, { answer, comment }: OwnAnswer): Promise<OwnPlanDto> {
    const { clientId } = actor();
    const plan = await findPlan(id);
    if (clientId === null) throw new NotFound('plan');
    mustBeInForce(plan.status);
    const answeredOn = await this.goals.today();
    await keepAnswer(plan, { clientId, answer, way: 'own', comment: comment ?? null, answeredOn });
    return ownDto(plan);
  }

  private async titlesOf(content: PlanContent): Promise<Map<string, string>> {
    const asked = goalsOf(content).flatMap(({ measure }) => measure.instrumentId ?? []);
    const found = await this.instruments.measures(asked);
    const missing = asked.find((id) => !found.has(id));
    if (missing) throw new Invalid([{ path: 'problems', code: 'no_scale', message: 'There is no such scale.' }]);
    return new Map([...found].map(([id, { title }]) => [id, title]));
  }
}

/** One act at a time: two people put it in force, or end it, at the same moment. */
async function locked(id: string): Promise<TreatmentPlan> {
  await sql('plan locked', 'select id from treatment_plan where id = $1 for update', [id]);
  return findPlan(id);
}

const inForceNow = ({ clientId, coupleId }: TreatmentPlan): Promise<TreatmentPlan | null> =>
  repo(TreatmentPlan).findOneBy({ ...(clientId ? { clientId } : { coupleId: coupleId! }), status: 'in_force' });

const concerned = ({ clientId, coupleId }: TreatmentPlan): Promise<string[]> =>
  clientId ? Promise.resolve([clientId]) : partnersOf(coupleId);

async function keepAnswer(
  plan: TreatmentPlan,
  given: { clientId: string; answer: PlanAnswerKind } & Pick<PlanAnswer, 'way' | 'comment' | 'answeredOn'>,
): Promise<void> {
  await insertRow(PlanAnswer, {
    ...{ id: newId(), planId: plan.id, coupleId: plan.coupleId },
    ...given,
    ...{ answeredAt: now(), recordedBy: actor().id },
  });
}

/** What somebody answered to a scale she reads where her answers are, as far as she is told of it. */
const withoutScores = (content: PlanContent): PlanContent => ({
  ...content,
  problems: content.problems.map((problem) => ({
    ...problem,
    goals: problem.goals.map((goal) => ({ ...goal, measure: { ...goal.measure, begun: null } })),
  })),
});

async function ownDto(plan: TreatmentPlan): Promise<OwnPlanDto> {
  const mine = (await answersTo(plan.id)).at(-1);
  return {
    ...{ id: plan.id, joint: plan.clientId === null, status: plan.status },
    startedAt: plan.startedAt?.toISOString() ?? '',
    endedAt: plan.endedAt?.toISOString() ?? null,
    content: contentDto(withoutScores(plan.content)),
    // what was said in a session is her therapist's wording, for the care team
    mine: mine ? { ...answerDto(mine, ''), comment: mine.way === 'own' ? mine.comment : null } : null,
  };
}
