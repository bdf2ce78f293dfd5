import { Injectable } from '@nestjs/common';
import { now } from '../platform/clock.js';
import { changeRow, insertRow, repo, sql } from '../platform/database.js';
import { NotFound } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { emit } from '../platform/outbox.js';
import { actor } from '../platform/scope.js';
import { RiskEntry } from './risk.entity.js';
import { RiskWaiting } from './risk.events.js';
import { dueAt, nextAt, ownerOf, severityOf, type Candidate, type RiskPolicy, type RiskFacts } from './risk.rules.js';

/** What raised it, and within whose work; `coupleId` for what a partner answered in the work of two. */
export interface Raised {
  clientId: string;
  coupleId: string | null;
  facts: RiskFacts;
}

interface AroundRow {
  due_hours: number;
  urgent_hours: number;
  staff_id: string | null;
  as: Candidate['as'];
  since: Date;
}

/** The policy of the clinic, and everybody who could own it, as far as they can sign in. */
const AROUND = `with person as (select c.id, c.primary_therapist_id from client c where c.id = $1),
whom as (
  select t.staff_id, case when t.staff_id = p.primary_therapist_id then 'lead' when t.client_id is not null then 'own' else 'couple' end as "as", t.from_at as since
  from person p join care_team t on t.client_id = p.id or t.couple_id = $2 where t.from_at <= now() and (t.to_at is null or t.to_at > now())
  union all
  select u.id, 'admin', u.created_at from app_user u where 'admin' = any (u.roles))
select k.risk_due_hours as due_hours, k.risk_urgent_hours as urgent_hours, w.staff_id, w."as", w.since
from person cross join clinic k left join (select w.* from whom w join app_user u on u.id = w.staff_id and u.status = 'active') w on true`;

@Injectable()
export class RiskService {
  /**
   * Raises an alert in this transaction, or adds to the one that is not closed. Nothing is raised where no answer was a
   * risk answer. Whoever answered learns nothing by it. Throws `NotFound` for somebody the actor does not know of.
   */
  async raise({ clientId, coupleId, facts }: Raised): Promise<string | null> {
    if ('items' in facts && facts.items.length === 0) return null;
    const rows = await sql<AroundRow & Record<string, unknown>>('risk around', AROUND, [clientId, coupleId]);
    const [first] = rows;
    if (!first) throw new NotFound('client');
    const policy: RiskPolicy = { dueHours: first.due_hours, urgentHours: first.urgent_hours };
    const candidates = rows.flatMap(({ staff_id: staffId, as, since }) => (staffId ? [{ staffId, as, since }] : []));
    const owner = ownerOf(candidates);
    const at = now();
    const severity = severityOf(facts, at);
    const due = dueAt(severity, policy, at);
    const reach = owner && owner.as !== 'admin' ? 'owner' : 'admins';
    const next = nextAt({ reach, reminded: false, askedAt: at, dueAt: due, toldAt: at });
    const [alert] = await sql<{ alert_id: string; owner_id: string | null }>(
      'risk open',
      'select * from risk_open($1, $2, $3, $4, $5, $6, $7, $8, $9)',
      [newId(), clientId, coupleId, severity, owner?.staffId ?? null, reach, at, due, next],
    );
    const source = 'danger' in facts ? 'by_hand' : 'level' in facts ? 'screener' : 'scale';
    const [alertId, raisedBy] = [alert!.alert_id, actor().id];
    await insertRow(RiskEntry, {
      ...{ id: newId(), alertId, clientId, coupleId },
      ...{ source, facts, raisedBy, raisedAt: at, errorAt: null, errorBy: null },
    });
    const admins = candidates.filter(({ as }) => as === 'admin').map(({ staffId }) => staffId);
    const told = reach === 'admins' ? admins : alert!.owner_id ? [alert!.owner_id] : [];
    for (const userId of told) if (userId !== raisedBy) await emit(new RiskWaiting({ userId }));
    return alertId;
  }

  /** A screener was entered in error: what it raised says so from now on, and is closed by nothing but a person's act. */
  async markMistake(clientId: string, screeningId: string): Promise<void> {
    const entries = await repo(RiskEntry).find({ where: { clientId, source: 'screener' }, take: 500 });
    const raised = entries.find(({ facts }) => 'screeningId' in facts && facts.screeningId === screeningId);
    if (raised) await changeRow(RiskEntry, raised, { errorAt: now(), errorBy: actor().id });
  }
}
