import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A caseload is put in order where all of it is known: what each person needs of whoever reads it, as one word. */
export class Needs0059 implements MigrationInterface {
  readonly name = 'Needs0000000000059';

  async up(runner: QueryRunner): Promise<void> {
    for (const step of ['set role kept_owner', WAITING, NEED, 'reset role']) await runner.query(step);
  }

  async down(): Promise<void> {
    throw new Error('migrations only move forward');
  }
}

const IN_CARE = `(client_id = any ((select care_clients())::uuid[]) or couple_id = any ((select care_couples())::uuid[]))`;

const WAITING = `
create view setback_unseen with (security_invoker = true) as
  select id, client_id, told_at from setback where seen_at is null and ${IN_CARE};
create view plan_review with (security_invoker = true) as
  select id, client_id, couple_id, review_on from treatment_plan where status = 'in_force' and ${IN_CARE};
grant select on setback_unseen, plan_review to kept_app;`;

/** What waits for the reader is little, however many people there are: it is read once and looked up for each of them. */
const among = (view: string, also = ''): string =>
  `c.id in (select client_id from ${view} where client_id is not null${also})`;
const amongJoint = (view: string, also = ''): string =>
  `h.couple_id in (select couple_id from ${view} where client_id is null and couple_id is not null${also})`;
const waits = (view: string, also?: string): string => `${among(view, also)} or ${amongJoint(view, also)}`;

/** Sessions of a person, alone or as one of two, each found by its own index. */
const session = (also: string): string =>
  `exists (select from session s where s.client_id = c.id and ${also})
     or exists (select from session s where s.client_id is null and s.couple_id = h.couple_id and ${also})`;
const TAKEN_PLACE = `s.starts_at <= now() and s.status in ('planned', 'held')`;
const PLANNED = `s.starts_at > now() and s.status = 'planned'`;

// the first that is true; a plan is due for review two weeks before its day, two weeks without a session and without a next one are quiet
const NEED = `
create view need with (security_invoker = true) as
  select c.id, case
    when ${among('risk_waiting')} then 'alert_open'
    when ${among('setback_unseen')} then 'setback_told'
    when ${waits('review_waiting')} then 'to_read'
    when ${waits('note_due')} then 'note_due'
    when c.status in ('ended', 'paused') then c.status
    when ${waits('plan_review', ' and review_on <= (select today + 14 from clinic_day)')} then 'plan_review'
    when c.status = 'waiting' then 'waiting'
    when ${session(`${PLANNED} and s.starts_at < (select ends from clinic_day)`)} then 'session_today'
    when ${session(PLANNED)} then 'nothing'
    when ${session(`${TAKEN_PLACE} and s.starts_at > now() - interval '14 days'`)} then 'unplanned'
    when ${session(TAKEN_PLACE)} then 'quiet'
    else 'unplanned' end as need
  from client c left join couple_partner h on h.client_id = c.id and h.to_at is null;
grant select on need to kept_app;`;
