import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * An alert of a couple's work on which somebody's own care acts after the end of that work is hers alone: from that act on
 * it belongs to the work of two no more, and neither does what is done about it. Which of the things that happened a
 * question is about. And words for an agreement, while they are being written: their author's alone.
 */
export class AloneOnward0040 implements MigrationInterface {
  readonly name = 'AloneOnward0000000000040';

  async up(runner: QueryRunner): Promise<void> {
    for (const step of [LEFT, LEAVES, RAISING, HANGS, ...EARLIER, ABOUT, DRAFTS]) await runner.query(step);
  }

  async down(): Promise<void> {
    throw new Error('migrations only move forward');
  }
}

// One that has left stands beside another of her own care that may be open already.
const LEFT = `
set role kept_owner;
alter table risk_alert add column left_work boolean not null default false, add check (not left_work or couple_id is null);
revoke update (left_work) on risk_alert from kept_app;
drop index risk_alert_one;
create unique index risk_alert_one on risk_alert (clinic_id, client_id, coalesce(couple_id, client_id)) where status <> 'closed' and not left_work;
reset role;`;

// A supervisor of the former team, or the front desk, may have to act where nobody of her own care does: then it stays.
const LEAVES = `
set role kept_sight;
grant execute on function visible_clients() to kept_system;
reset role;
set role kept_system;
create function leave_ended_risk() returns trigger
  language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if new.client_id = any ((select public.visible_clients())::uuid[])
    and exists (select from public.couple c where c.clinic_id = new.clinic_id and c.id = new.couple_id and c.status = 'ended') then
    new.couple_id := null;
    if tg_table_name = 'risk_alert' then new.left_work := true; end if;
  end if;
  return new;
end $$;
revoke execute on function leave_ended_risk() from public;
grant execute on function leave_ended_risk() to kept_owner;
reset role;
set role kept_owner;
create trigger leave_ended_risk before update on risk_alert for each row
  when (new.couple_id is not null and current_user = 'kept_app') execute function leave_ended_risk();
create trigger leave_ended_risk before insert on risk_act for each row
  when (new.couple_id is not null and current_user = 'kept_app') execute function leave_ended_risk();
reset role;`;

const RAISING = `
set role kept_system;
create or replace function risk_open(alert uuid, who uuid, couple uuid, grave text, owner uuid, far text, at timestamptz, due timestamptz, next timestamptz)
  returns table (alert_id uuid, owner_id uuid) language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if (couple is null or public.is_partner(who, couple)) is not true or not coalesce(who = public.req_client(), false)
    and not (public.req_staff() and (who = any ((select public.care_clients())::uuid[]) or couple = any ((select public.care_couples())::uuid[])))
  then raise exception 'not in care' using errcode = '42501'; end if;
  return query insert into public.risk_alert as a (clinic_id, id, client_id, couple_id, status, severity, owner_id, raised_at, last_at, asked_at, due_at, reach, told_at, next_at)
    values (public.req_clinic(), alert, who, couple, 'open', grave, owner, at, at, at, due, far, at, next)
    on conflict (clinic_id, client_id, (coalesce(couple_id, client_id))) where status <> 'closed' and not left_work do update set version = a.version + 1,
      status = 'open', last_at = excluded.last_at, owner_id = coalesce(a.owner_id, excluded.owner_id),
      severity = case when array_position(array['raised', 'high', 'urgent'], excluded.severity) > array_position(array['raised', 'high', 'urgent'], a.severity)
        then excluded.severity else a.severity end,
      asked_at = case a.status when 'taken' then excluded.asked_at else a.asked_at end,
      told_at = case a.status when 'taken' then excluded.told_at else a.told_at end,
      reminded = a.reminded and a.status <> 'taken',
      due_at = case a.status when 'taken' then excluded.due_at else least(a.due_at, excluded.due_at) end,
      next_at = case a.status when 'taken' then excluded.next_at else least(a.next_at, excluded.next_at) end,
      reach = case a.status when 'taken' then excluded.reach else a.reach end
    returning a.id, a.owner_id;
end $$;
reset role;`;

// What is done about an alert is seen by those who see the alert, or by fewer.
const HANGS = `
set role kept_owner;
alter policy on_risk_alert on risk_act with check (exists (select from risk_alert parent where parent.clinic_id = risk_act.clinic_id
  and parent.id = risk_act.alert_id and parent.client_id is not distinct from risk_act.client_id
  and (parent.couple_id is not distinct from risk_act.couple_id or risk_act.couple_id is null)));
reset role;`;

const EARLIER = [
  `
update risk_act t set couple_id = null where exists (select from couple_ending e where e.clinic_id = t.clinic_id and e.couple_id = t.couple_id
    and e.ended_at < t.acted_at and (e.reopened_at is null or t.acted_at < e.reopened_at))
  and exists (select from care_team c where c.clinic_id = t.clinic_id and c.client_id = t.client_id and c.staff_id = t.by_id
    and c.from_at <= t.acted_at and (c.to_at is null or c.to_at > t.acted_at))`,
  `
update risk_alert a set couple_id = null, left_work = true where a.couple_id is not null
  and exists (select from risk_act t where t.clinic_id = a.clinic_id and t.alert_id = a.id and t.couple_id is null)`,
];

// (not validated: the column is new and empty, and validating would read under the policies, as nobody)
const ABOUT = `
set role kept_owner;
alter table question add column betrayal_id uuid,
  add constraint question_betrayal foreign key (clinic_id, betrayal_id) references betrayal_event (clinic_id, id) not valid;
grant update (betrayal_id) on question to kept_app;
-- which it is about is for staff to say
create policy about_later on question as restrictive for insert with check (betrayal_id is null);
create function question_about() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if public.req_client() is not null then raise exception 'not your act' using errcode = '42501'; end if;
  return new;
end $$;
create trigger question_about before update on question for each row
  when (current_user = 'kept_app' and new.betrayal_id is distinct from old.betrayal_id) execute function question_about();
reset role;`;

const DRAFTS = `
set role kept_owner;
create table agreement_draft (
  clinic_id uuid not null references clinic, id uuid not null, client_id uuid not null, couple_id uuid not null, agreement_id uuid, version int not null,
  content bytea not null check (octet_length(content) <= 65536), saved_at timestamptz not null,
  primary key (clinic_id, id),
  foreign key (clinic_id, client_id) references client (clinic_id, id),
  foreign key (clinic_id, couple_id) references couple (clinic_id, id),
  foreign key (clinic_id, agreement_id) references agreement (clinic_id, id));
create unique index agreement_draft_one on agreement_draft (clinic_id, client_id, couple_id, coalesce(agreement_id, couple_id));
select protect('agreement_draft', 'shared');
-- nobody else reads a word of it, the care team neither
create policy own_words on agreement_draft as restrictive for all using (client_id = (select req_client())) with check (client_id = (select req_client()));
revoke update on agreement_draft from kept_app;
grant update (version, content, saved_at) on agreement_draft to kept_app;
reset role;`;
