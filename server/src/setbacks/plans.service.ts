import { Injectable } from '@nestjs/common';
import { Submission } from '../assignments/assignments.entity.js';
import { assertClientSeen } from '../clients/seen.js';
import { now } from '../platform/clock.js';
import { insertRow, repo, sql } from '../platform/database.js';
import { NotFound, Stale } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { actor } from '../platform/scope.js';
import { EMPTY_PLAN, planFromAnswers, type PlanContent } from './plan.rules.js';
import { SetbackPlan } from './setback.entity.js';
import type { PlanInput, SetbackPlanDto } from './setbacks.dto.js';

/** Her own sheet before one that two filled in together; the last she sent. */
const SENT = `select s.id from submission s join assignment a on a.id = s.assignment_id
  where a.worksheet_key = 'setback-plan' and s.recalled_at is null and (s.client_id = $1 or (s.client_id is null
    and s.couple_id = (select p.couple_id from couple_partner p where p.client_id = $1 and p.to_at is null)))
  order by s.client_id is null, s.sent_at desc limit 1`;

@Injectable()
export class PlansService {
  /** Her plan; until she has saved one of her own, what she last sent on the worksheet. */
  async of(clientId: string): Promise<SetbackPlanDto> {
    await assertClientSeen(clientId);
    const row = await latest(clientId);
    if (row) return dtoOf(clientId, 'own', row.content, row.version, row.savedAt);
    const [sent] = await sql<{ id: string }>('plan from worksheet', SENT, [clientId]);
    const sheet = sent && (await repo(Submission).findOneBy({ id: sent.id }));
    return sheet
      ? dtoOf(clientId, 'worksheet', planFromAnswers(sheet.content.answers), 0, sheet.sentAt)
      : dtoOf(clientId, 'none', EMPTY_PLAN, 0, null);
  }

  /** Throws `NotFound` for anybody but her, `Stale` when she saved it elsewhere meanwhile. `version` 0: the first one. */
  async save(clientId: string, plan: PlanInput, version: number): Promise<SetbackPlanDto> {
    await assertSelf(clientId);
    const before = (await latest(clientId))?.version ?? 0;
    if (before !== version) throw new Stale(before);
    const { steps, people, signs, safetySteps } = plan;
    const row = await insertRow(SetbackPlan, {
      ...{ id: newId(), clientId, coupleId: await coupleNow(clientId), version: version + 1, savedAt: now() },
      content: {
        ...{ steps, signs, safetySteps, stopWord: plan.stopWord ?? null, notToday: plan.notToday ?? null },
        people: people.map(({ name, phone }) => ({ name, phone })),
      },
    });
    return dtoOf(clientId, 'own', row.content, row.version, row.savedAt);
  }
}

/** What is hers to write nobody else writes. */
export async function assertSelf(clientId: string): Promise<void> {
  await assertClientSeen(clientId);
  if (actor().clientId !== clientId) throw new NotFound('client');
}

/** The couple she is in care with, if there is one: then those who treat the two read it as well. */
export async function coupleNow(clientId: string): Promise<string | null> {
  const [row] = await sql<{ couple_id: string }>(
    'setback couple',
    'select couple_id from couple_partner where client_id = $1 and to_at is null',
    [clientId],
  );
  return row?.couple_id ?? null;
}

async function latest(clientId: string): Promise<SetbackPlan | null> {
  const [row] = await repo(SetbackPlan).find({ where: { clientId }, order: { version: 'DESC' }, take: 1 });
  return row ?? null;
}

/** There is one of each person, so it has her id. */
const dtoOf = (
  id: string,
  source: SetbackPlanDto['source'],
  content: PlanContent,
  version: number,
  savedAt: Date | null,
): SetbackPlanDto => ({ id, version, source, content, savedAt: savedAt?.toISOString() ?? null });
