import { In } from 'typeorm';
import { namesInCare, staffNames } from '../clients/people-names.js';
import { now } from '../platform/clock.js';
import { repo, sql } from '../platform/database.js';
import { actor } from '../platform/scope.js';
import type { RiskActDto, RiskAlertDto, RiskEntryDto } from './risk.dto.js';
import { RiskActRow, RiskAlert, RiskEntry } from './risk.entity.js';
import { isLate, isOfEarlier, mayDo, type RiskAct, type Standing } from './risk.rules.js';

interface SightRow {
  id: string;
  cares: boolean;
  sees: boolean;
}

/** How the actor stands to each of these alerts. */
export async function standingsTo(alerts: readonly RiskAlert[]): Promise<Map<string, Standing>> {
  const rows = await sql<SightRow & Record<string, unknown>>(
    'risk standings',
    `select id, client_id = any ((select care_clients())::uuid[]) or coalesce(couple_id = any ((select care_couples())::uuid[]), false) as cares,
       client_id = any ((select visible_clients())::uuid[]) or coalesce(couple_id = any ((select visible_couples())::uuid[]), false) as sees
     from risk_alert where id = any ($1::uuid[])`,
    [alerts.map(({ id }) => id)],
  );
  const { roles } = actor();
  return new Map(
    rows.map(({ id, cares, sees }) => [
      id,
      cares ? 'care' : sees ? (roles.includes('supervisor') ? 'supervisor' : 'nobody') : 'admin',
    ]),
  );
}

const ACTS: readonly Exclude<RiskAct, 'add'>[] = ['take', 'close', 'reassign'];

/** In the order they came in. To the front desk: whose it is and until when, and nothing clinical. */
export async function alertDtos(alerts: readonly RiskAlert[]): Promise<RiskAlertDto[]> {
  if (alerts.length === 0) return [];
  const alertId = In(alerts.map(({ id }) => id));
  const standings = await standingsTo(alerts);
  const entries = await repo(RiskEntry).find({ where: { alertId }, order: { raisedAt: 'ASC', id: 'ASC' }, take: 500 });
  const acts = await repo(RiskActRow).find({ where: { alertId }, order: { actedAt: 'ASC', id: 'ASC' }, take: 500 });
  const nameOf = await namesInCare(alerts.map(({ clientId }) => ({ clientId, coupleId: null })));
  const staff = await staffNames([
    ...alerts.flatMap(({ ownerId, closedBy }) => [ownerId, closedBy].filter((id) => id !== null)),
    ...entries.flatMap(({ raisedBy, errorBy }) => [raisedBy, errorBy].filter((id) => id !== null)),
    ...acts.flatMap(({ byId, toId }) => [byId, toId].filter((id) => id !== null)),
  ]);
  const staffName = (id: string | null): string | null => (id === null ? null : (staff.get(id) ?? null));
  return alerts.map((alert) => {
    const standing = standings.get(alert.id) ?? 'nobody';
    const { id, version, clientId, status, ownerId, reach, dueAt } = alert;
    return {
      ...{ id, version, clientId, displayName: nameOf({ clientId, coupleId: null }), status, ownerId, reach },
      severity: standing === 'admin' ? null : alert.severity,
      ownerName: staffName(ownerId),
      ...{ raisedAt: alert.raisedAt.toISOString(), lastAt: alert.lastAt.toISOString(), dueAt: dueAt.toISOString() },
      isLate: isLate(status, dueAt, now()),
      ...{ outcome: alert.outcome, closedAt: alert.closedAt?.toISOString() ?? null },
      closedByName: staffName(alert.closedBy),
      may: ACTS.filter((act) => mayDo(standing, act, status, reach)),
      entries: entries.filter((one) => one.alertId === id).map((one) => entryDto(one, staffName)),
      acts: acts.filter((one) => one.alertId === id).map((one) => actDto(one, staffName)),
    };
  });
}

type NameOf = (id: string | null) => string | null;

const entryDto = (
  { id, source, facts, raisedBy, raisedAt, errorAt, errorBy }: RiskEntry,
  name: NameOf,
): RiskEntryDto => ({
  ...{ id, source },
  instrument: 'instrument' in facts ? facts.instrument : null,
  items: 'items' in facts ? facts.items : [],
  level: 'level' in facts ? facts.level : null,
  answeredAt: 'items' in facts ? (facts.answeredAt ?? null) : null,
  isOfEarlier: isOfEarlier(facts, raisedAt),
  danger: 'danger' in facts ? facts.danger : null,
  note: 'danger' in facts ? facts.note : null,
  raisedByName: name(raisedBy),
  raisedAt: raisedAt.toISOString(),
  enteredInError: errorAt && { byName: name(errorBy), at: errorAt.toISOString() },
});

const actDto = ({ id, kind, note, toId, byId, actedAt }: RiskActRow, name: NameOf): RiskActDto => ({
  ...{ id, kind, note, toName: name(toId), byName: name(byId), actedAt: actedAt.toISOString() },
});
