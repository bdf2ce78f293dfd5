import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { now } from '../platform/clock.js';
import { insertRow, repo, saveVersion, sql } from '../platform/database.js';
import { Forbidden, Invalid, NotFound, RuleBroken } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { emit } from '../platform/outbox.js';
import type { Page } from '../platform/paging.js';
import { actor } from '../platform/scope.js';
import type { Acknowledgement, NewRiskAlert, RiskAlertDto, RiskAlertsQuery } from './risk.dto.js';
import { RiskActRow, RiskAlert } from './risk.entity.js';
import { RiskWaiting } from './risk.events.js';
import { actOf, dueAt, mayDo, nextAt, STATES, type Outcome, type RiskAct } from './risk.rules.js';
import { RiskService } from './risk.service.js';
import { alertDtos, standingsTo } from './risk.view.js';

/** More than this nobody has open, and of what is over the newest are read. */
const MOST = 50;

@Injectable()
export class RiskAlertsService {
  constructor(private readonly risk: RiskService) {}

  /** What is not closed first by when it is due; what is closed from the newest. */
  async list({ status, clientId }: RiskAlertsQuery): Promise<Page<RiskAlertDto>> {
    const isClosed = status === 'closed';
    const rows = await repo(RiskAlert).find({
      where: { status: In(isClosed ? ['closed'] : ['open', 'taken']), ...(clientId ? { clientId } : {}) },
      order: isClosed ? { closedAt: 'DESC', id: 'DESC' } : { dueAt: 'ASC', id: 'ASC' },
      take: MOST,
    });
    return { items: await alertDtos(rows), next: null };
  }

  async one(id: string): Promise<RiskAlertDto> {
    return (await alertDtos([await this.known(id)]))[0]!;
  }

  /** Those of a day's list, by when they are due. */
  async ofDay(ids: readonly string[]): Promise<RiskAlertDto[]> {
    if (ids.length === 0) return [];
    return alertDtos(await repo(RiskAlert).find({ where: { id: In(ids) }, order: { dueAt: 'ASC', id: 'ASC' } }));
  }

  /** By a clinician's own hand; added to the alert that is not closed, where there is one. */
  async raise(clientId: string, { danger, note }: NewRiskAlert): Promise<RiskAlertDto> {
    const [sight] = await sql<{ cares: boolean }>(
      'risk by hand',
      'select id = any ((select care_clients())::uuid[]) as cares from client where id = $1',
      [clientId],
    );
    if (!sight) throw new NotFound('client');
    if (!sight.cares) throw new Forbidden();
    const id = await this.risk.raise({ clientId, coupleId: null, facts: { danger, note: note.trim() } });
    return this.one(id!);
  }

  /** Throws `RuleBroken('invalid_transition')` once it is closed, or taken twice. */
  async acknowledge(id: string, { outcome, note }: Acknowledgement): Promise<RiskAlertDto> {
    const alert = await this.known(id);
    const words = note?.trim() ? note.trim() : null;
    await assertMay(alert, actOf(outcome));
    if (outcome === 'no_action' && words === null)
      throw new Invalid([{ path: 'note', code: 'required', message: 'Say why nothing is to be done.' }]);
    // The act first: once an alert is closed nothing hangs itself on it any more.
    await this.record(alert, outcome, words, null);
    await saveVersion(RiskAlert, alert, patchFor(outcome), alert.version);
    return this.one(id);
  }

  /** To somebody who treats her. One that was taken waits anew for whoever has it now. */
  async reassign(id: string, ownerId: string): Promise<RiskAlertDto> {
    const alert = await this.known(id);
    await assertMay(alert, 'reassign');
    if (!(await treats(ownerId, alert)))
      throw new Invalid([{ path: 'ownerId', code: 'not_on_care_team', message: 'This person does not treat her.' }]);
    await this.record(alert, 'reassigned', null, ownerId);
    await saveVersion(RiskAlert, alert, { ownerId, ...(await anew(alert)) }, alert.version);
    if (ownerId !== actor().id) await emit(new RiskWaiting({ userId: ownerId }));
    return this.one(id);
  }

  private async known(id: string): Promise<RiskAlert> {
    const alert = await repo(RiskAlert).findOneBy({ id });
    if (!alert) throw new NotFound('risk_alert');
    return alert;
  }

  private async record(
    { id: alertId, clientId, coupleId }: RiskAlert,
    kind: RiskActRow['kind'],
    note: string | null,
    toId: string | null,
  ): Promise<void> {
    const [byId, actedAt] = [actor().id, now()];
    await insertRow(RiskActRow, { id: newId(), alertId, clientId, coupleId, kind, note, toId, byId, actedAt });
  }
}

async function assertMay(alert: RiskAlert, act: RiskAct): Promise<void> {
  if (STATES[alert.status][act] === undefined)
    throw new RuleBroken('invalid_transition', 'Somebody has done this already. Read the alert anew.');
  const standing = (await standingsTo([alert])).get(alert.id) ?? 'nobody';
  if (!mayDo(standing, act, alert.status, alert.reach)) throw new Forbidden();
}

/** Whoever takes it has it. */
function patchFor(outcome: Outcome): Partial<RiskAlert> {
  const me = actor().id;
  return outcome === 'taken_up'
    ? { status: 'taken', ownerId: me, nextAt: null }
    : { status: 'closed', outcome, closedBy: me, closedAt: now(), nextAt: null };
}

async function anew({ status, severity, reach }: RiskAlert): Promise<Partial<RiskAlert>> {
  if (status === 'open') return {};
  const [policy] = await sql<{ due: number; urgent: number }>(
    'risk policy',
    'select risk_due_hours as due, risk_urgent_hours as urgent from clinic',
  );
  const at = now();
  const due = dueAt(severity, { dueHours: policy!.due, urgentHours: policy!.urgent }, at);
  const telling = { reach, reminded: false, askedAt: at, dueAt: due, toldAt: at };
  return { status: 'open', ...telling, nextAt: nextAt(telling) };
}

async function treats(staffId: string, { clientId, coupleId }: RiskAlert): Promise<boolean> {
  const rows = await sql(
    'risk treats',
    `select 1 from care_team t join app_user u on u.id = t.staff_id and u.status = 'active'
     where t.staff_id = $1 and (t.client_id = $2 or t.couple_id = $3) and t.from_at <= now() and (t.to_at is null or t.to_at > now())`,
    [staffId, clientId, coupleId],
  );
  return rows.length > 0;
}
