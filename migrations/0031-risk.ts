import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Answers and signs that somebody may be in danger: one open alert for each person and piece of work, everything that
 * was added to it, and what was done. For whoever treats her; the person herself, a partner and a couple's record never
 * hold any of it. What a clinic sets for it: its own words for a crisis, and how long an alert may wait.
 */
export class Risk0031 implements MigrationInterface {
  readonly name = 'Risk0000000000031';

  async up(runner: QueryRunner): Promise<void> {
    for (const step of [SETTINGS, SETTINGS_AUDIT, TABLES, PROTECTION, WAITING, RAISING, WATCH])
      await runner.query(step);
  }

  async down(): Promise<void> {
    throw new Error('migrations only move forward');
  }
}

const SETTINGS = `
set role kept_owner;
alter table clinic add column version int not null default 1,
  add column risk_due_hours int not null default 24 check (risk_due_hours between 1 and 72),
  add column risk_urgent_hours int not null default 4 check (risk_urgent_hours between 1 and 24);
grant update (version, risk_due_hours, risk_urgent_hours) on clinic to kept_app;
reset role;`;

// The clinic has no clinic_id, so the trigger of all other tables cannot say whose change it is.
const SETTINGS_AUDIT = `
set role kept_audit;
create function audit_clinic() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  insert into public.audit_event (clinic_id, actor_id, request_id, act, target, row_ids, columns)
  values (new.id, public.req_actor(), nullif(current_setting('kept.request', true), '')::uuid, 'update', 'clinic', array[new.id],
    (select coalesce(array_agg(n.key order by n.key), '{}') from jsonb_each(to_jsonb(new)) n where n.value is distinct from to_jsonb(old) -> n.key));
  return null;
end $$;
revoke execute on function audit_clinic() from public;
grant execute on function audit_clinic() to kept_owner;
reset role;
set role kept_owner;
create trigger audit_change after update on clinic for each row execute function audit_clinic();
reset role;`;

// reach: who has been told so far; next_at: when somebody is told next, while nobody took it
const TABLES = `
set role kept_owner;
create table risk_alert (
  clinic_id uuid not null references clinic, id uuid not null, client_id uuid not null, couple_id uuid, version int not null default 1,
  status text not null check (status in ('open', 'taken', 'closed')), severity text not null check (severity in ('raised', 'high', 'urgent')),
  owner_id uuid, raised_at timestamptz not null, last_at timestamptz not null, asked_at timestamptz not null, due_at timestamptz not null,
  reach text not null check (reach in ('owner', 'supervisors', 'admins')), reminded boolean not null default false, told_at timestamptz not null,
  next_at timestamptz, outcome text check (outcome in ('contacted', 'plan_reviewed', 'referred', 'no_action')), closed_by uuid, closed_at timestamptz,
  primary key (clinic_id, id), unique (clinic_id, id, client_id), check (due_at > asked_at),
  check ((status = 'open') = (next_at is not null)), check ((status = 'closed') = (closed_at is not null)),
  check ((closed_at is null) = (closed_by is null)), check ((closed_at is null) = (outcome is null)),
  foreign key (clinic_id, client_id) references client (clinic_id, id),
  foreign key (clinic_id, couple_id) references couple (clinic_id, id),
  foreign key (clinic_id, owner_id) references app_user (clinic_id, id),
  foreign key (clinic_id, closed_by) references app_user (clinic_id, id));
create unique index risk_alert_one on risk_alert (clinic_id, client_id, coalesce(couple_id, client_id)) where status <> 'closed';
create index risk_alert_client on risk_alert (clinic_id, client_id, raised_at desc);
create index risk_alert_next on risk_alert (clinic_id, next_at) where next_at is not null;
create table risk_entry (
  clinic_id uuid not null references clinic, id uuid not null, alert_id uuid not null, client_id uuid not null, couple_id uuid,
  source text not null check (source in ('scale', 'by_hand')), facts bytea not null check (octet_length(facts) <= 32768),
  raised_by uuid not null, raised_at timestamptz not null,
  primary key (clinic_id, id), foreign key (clinic_id, alert_id, client_id) references risk_alert (clinic_id, id, client_id),
  foreign key (clinic_id, couple_id) references couple (clinic_id, id),
  foreign key (clinic_id, raised_by) references app_user (clinic_id, id));
create index risk_entry_alert on risk_entry (clinic_id, alert_id, raised_at);
create table risk_act (
  clinic_id uuid not null references clinic, id uuid not null, alert_id uuid not null, client_id uuid not null, couple_id uuid,
  kind text not null check (kind in ('taken_up', 'contacted', 'plan_reviewed', 'referred', 'no_action', 'reassigned')),
  note bytea check (octet_length(note) <= 32768), to_id uuid, by_id uuid not null, acted_at timestamptz not null,
  primary key (clinic_id, id), check ((kind = 'reassigned') = (to_id is not null)), check (kind <> 'no_action' or note is not null),
  foreign key (clinic_id, alert_id, client_id) references risk_alert (clinic_id, id, client_id),
  foreign key (clinic_id, couple_id) references couple (clinic_id, id),
  foreign key (clinic_id, to_id) references app_user (clinic_id, id), foreign key (clinic_id, by_id) references app_user (clinic_id, id));
create index risk_act_alert on risk_act (clinic_id, alert_id, acted_at);
select protect('risk_alert', 'staff'), protect('risk_entry', 'staff'), protect('risk_act', 'staff');
reset role;`;

const PROTECTION = `
set role kept_owner;
-- also when the work of two has ended since; whose a row is can never change
drop policy pair_change on risk_alert;
drop policy pair on risk_act;
select hang_on('risk_act', 'risk_alert', 'alert_id');
revoke update on risk_entry, risk_act from kept_app;
revoke insert on risk_alert from kept_app;
revoke update (raised_at, last_at, severity) on risk_alert from kept_app;
-- what nobody took in time reaches the supervisor of whoever should have, who acts on it then
create policy late on risk_alert for update using (reach <> 'owner' and (select req_is('supervisor'))
  and (client_id = any ((select visible_clients())::uuid[]) or couple_id = any ((select visible_couples())::uuid[])));
create policy late on risk_act for insert with check ((select req_is('supervisor')) and exists (select from risk_alert a
  where a.clinic_id = risk_act.clinic_id and a.id = risk_act.alert_id and a.reach <> 'owner'));
-- the front desk sees that somebody waits, and for whom; it hands over and closes nothing
create policy desk_see on risk_alert for select using ((select req_is('admin')) and status <> 'closed' and reach = 'admins');
create policy desk on risk_alert for update using ((select req_is('admin')) and status <> 'closed' and reach = 'admins');
create policy desk on risk_act for insert with check ((select req_is('admin')) and kind = 'reassigned' and note is null);
create policy closed_by_care on risk_alert as restrictive for update using (true) with check (status <> 'closed'
  or client_id = any ((select visible_clients())::uuid[]) or couple_id = any ((select visible_couples())::uuid[]));
create policy for_good on risk_alert as restrictive for update using (status <> 'closed') with check (true);
create policy own_act on risk_act as restrictive for insert with check (by_id = (select req_actor()));
-- her own answer raises it; she reads nothing of it, not even that it is there
create policy by_her on risk_entry for insert with check (client_id = (select req_client()) and source = 'scale');
create policy own_entry on risk_entry as restrictive for insert with check (raised_by = (select req_actor()));
grant select, insert, update on risk_alert to kept_system;
grant select (clinic_id, staff_id, client_id, couple_id, from_at, to_at) on care_team to kept_system;
grant select (clinic_id, supervisor_id, therapist_id, from_at, to_at) on supervision to kept_system;
reset role;`;

const WAITING = `
set role kept_owner;
create view risk_waiting with (security_invoker = true) as
  select a.id, a.client_id, a.due_at from risk_alert a where a.status <> 'closed'
    and (a.client_id = any ((select care_clients())::uuid[]) or a.couple_id = any ((select care_couples())::uuid[])
      or a.owner_id = (select req_actor()) or a.reach <> 'owner' and (select req_is('supervisor')));
grant select on risk_waiting to kept_app;
reset role;`;

// What is told again is added to the alert that is open: it keeps the earlier time and the graver word. One that
// somebody had taken waits anew: of this nobody knows yet.
const RAISING = `
set role kept_sight;
grant execute on function is_partner(uuid, uuid), care_couples(), visible_couples() to kept_system;
reset role;
set role kept_system;
create function risk_open(alert uuid, who uuid, couple uuid, grave text, owner uuid, far text, at timestamptz, due timestamptz, next timestamptz)
  returns table (alert_id uuid, owner_id uuid) language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if (couple is null or public.is_partner(who, couple)) is not true or not coalesce(who = public.req_client(), false)
    and not (public.req_staff() and (who = any ((select public.care_clients())::uuid[]) or couple = any ((select public.care_couples())::uuid[])))
  then raise exception 'not in care' using errcode = '42501'; end if;
  return query insert into public.risk_alert as a (clinic_id, id, client_id, couple_id, status, severity, owner_id, raised_at, last_at, asked_at, due_at, reach, told_at, next_at)
    values (public.req_clinic(), alert, who, couple, 'open', grave, owner, at, at, at, due, far, at, next)
    on conflict (clinic_id, client_id, (coalesce(couple_id, client_id))) where status <> 'closed' do update set version = a.version + 1,
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
grant execute on function risk_open(uuid, uuid, uuid, text, uuid, text, timestamptz, timestamptz, timestamptz) to kept_app;
reset role;`;

// When somebody is told is decided by the rules of the house; here it is only looked up and written down.
const WATCH = `
set role kept_system;
create function risk_due(at timestamptz, most int)
  returns table (clinic_id uuid, id uuid, reach text, reminded boolean, asked_at timestamptz, due_at timestamptz, told_at timestamptz)
  language sql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
  select a.clinic_id, a.id, a.reach, a.reminded, a.asked_at, a.due_at, a.told_at from public.risk_alert a
  where a.next_at <= at order by a.next_at limit most for update skip locked $$;
-- tells whoever is meant, as far as there is such a person who can look at it; answers how many there were
create function risk_tell(clinic uuid, alert uuid, whom text) returns int
  language sql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
  with people as (
    select u.id from public.risk_alert a join public.app_user u on u.clinic_id = a.clinic_id and u.status = 'active' and u.client_id is null
    where a.clinic_id = clinic and a.id = alert and case whom
      when 'owner' then u.id = a.owner_id and ('admin' = any (u.roles) or exists (select from public.care_team t where t.clinic_id = clinic
        and t.staff_id = u.id and (t.client_id = a.client_id or t.couple_id = a.couple_id) and t.from_at <= now() and (t.to_at is null or t.to_at > now())))
      when 'supervisors' then exists (select from public.supervision s where s.clinic_id = clinic and s.supervisor_id = u.id
        and s.therapist_id = a.owner_id and s.from_at <= now() and (s.to_at is null or s.to_at > now()))
      else 'admin' = any (u.roles) end),
  said as (insert into public.outbox (clinic_id, id, kind, payload)
    select clinic, gen_random_uuid(), 'risk.waiting', jsonb_build_object('userId', id) from people)
  select count(*)::int from people $$;
create function risk_step(clinic uuid, alert uuid, far text, at timestamptz, next timestamptz) returns void
  language sql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
  update public.risk_alert a set version = a.version + 1, reach = far, reminded = true, told_at = at, next_at = next
  where a.clinic_id = clinic and a.id = alert and a.status = 'open' $$;
grant execute on function risk_due(timestamptz, int), risk_tell(uuid, uuid, text), risk_step(uuid, uuid, text, timestamptz, timestamptz) to kept_worker;
reset role;`;
