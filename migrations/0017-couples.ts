import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What happened between two people may be more than one thing, and neither has the same part in each; roles change, with
 * a reason that staff read. The work of two can end: what was joint is closed, what is each one's own goes on. And a
 * mail waits for the hours in which it is safe.
 */
export class Couples0017 implements MigrationInterface {
  readonly name = 'Couples0000000000017';

  async up(runner: QueryRunner): Promise<void> {
    for (const step of [EVENTS, ENDING, SIGHT, OWN_WORK, ENDS, CONTACT]) await runner.query(step);
  }

  async down(): Promise<void> {
    throw new Error('migrations only move forward');
  }
}

const EVENTS = `
set role kept_owner;
create table betrayal_event (
  clinic_id uuid not null references clinic, id uuid not null, couple_id uuid not null,
  content bytea not null check (octet_length(content) <= 32768), created_by uuid not null, created_at timestamptz not null,
  updated_at timestamptz not null, closed_at timestamptz, version int not null default 1, primary key (clinic_id, id),
  foreign key (clinic_id, couple_id) references couple (clinic_id, id),
  foreign key (clinic_id, created_by) references app_user (clinic_id, id));
create table couple_change (
  clinic_id uuid not null references clinic, id uuid not null, couple_id uuid not null, event_id uuid,
  what text not null check (what in ('role', 'event_added', 'event_changed', 'event_closed', 'ended')),
  content bytea not null check (octet_length(content) <= 32768), changed_by uuid not null, changed_at timestamptz not null,
  primary key (clinic_id, id),
  foreign key (clinic_id, couple_id) references couple (clinic_id, id),
  foreign key (clinic_id, event_id) references betrayal_event (clinic_id, id),
  foreign key (clinic_id, changed_by) references app_user (clinic_id, id));
create index betrayal_event_couple on betrayal_event (clinic_id, couple_id, created_at);
create index couple_change_latest on couple_change (clinic_id, couple_id, changed_at desc);
select protect('betrayal_event', 'staff'), protect('couple_change', 'staff');
create policy own_event on betrayal_event as restrictive for insert with check (created_by = (select req_actor()) and closed_at is null);
create policy still_open on betrayal_event as restrictive for update using (closed_at is null) with check (true);
revoke update on betrayal_event from kept_app;
grant update (content, updated_at, closed_at, version) on betrayal_event to kept_app;
-- a record: written once, in one's own name
create policy own_change on couple_change as restrictive for insert with check (changed_by = (select req_actor()));
revoke update on couple_change from kept_app;
reset role;`;

const ENDING = `
set role kept_owner;
create table couple_ending (
  clinic_id uuid not null references clinic, id uuid not null, couple_id uuid not null,
  content bytea not null check (octet_length(content) <= 32768), ended_on date not null,
  ended_by uuid not null, ended_at timestamptz not null, asked_by uuid, asked_at timestamptz, reopened_by uuid, reopened_at timestamptz,
  primary key (clinic_id, id), check ((asked_by is null) = (asked_at is null)), check ((reopened_by is null) = (reopened_at is null)),
  check (reopened_by is null or asked_by is not null and asked_by <> reopened_by),
  foreign key (clinic_id, couple_id) references couple (clinic_id, id),
  foreign key (clinic_id, ended_by) references app_user (clinic_id, id),
  foreign key (clinic_id, asked_by) references app_user (clinic_id, id),
  foreign key (clinic_id, reopened_by) references app_user (clinic_id, id));
create index couple_ending_latest on couple_ending (clinic_id, couple_id, ended_at desc);
select protect('couple_ending', 'staff');
create policy own_word on couple_ending as restrictive for insert
  with check (ended_by = (select req_actor()) and asked_by is null and reopened_by is null);
-- it is asked for and undone by the functions below alone
revoke update on couple_ending from kept_app;
-- care that ended with the couple: what was joint is still read by whoever had written it
alter table care_team add column reads_on boolean not null default false check (not reads_on or couple_id is not null and to_at is not null);
create policy no_reading_on on care_team as restrictive for insert with check (not reads_on);
grant select on couple_ending, couple, couple_partner, care_team to kept_system;
grant update (ended_at, asked_by, asked_at, reopened_by, reopened_at) on couple_ending to kept_system;
grant update (status, updated_at, version) on couple to kept_system;
grant update (to_at) on couple_partner to kept_system;
grant update (to_at, reads_on) on care_team to kept_system;
grant select (clinic_id, id, client_id, couple_id, status, version), update (status, updated_at, version) on assignment to kept_system;
grant select (couple_id, version), update (status, updated_at, version) on session to kept_system;
grant update (withdrawn_at) on release to kept_system;
grant select (clinic_id, couple_id, answered_at), update (answered_at, declined) on share_proposal to kept_system;
reset role;`;

const SIGHT = `
set role kept_sight;
create or replace view sight_care as
  select t.client_id, t.couple_id, t.staff_id = (select req_actor()) and not t.reads_on as own from care_team t
  where t.clinic_id = (select req_clinic()) and (select req_client()) is null and t.from_at <= now()
    and (t.to_at is null or t.to_at > now() or t.reads_on)
    and t.staff_id = any (array(
      select req_actor() where req_is('therapist')
      union all
      select s.therapist_id from supervision s where req_is('supervisor') and s.clinic_id = (select req_clinic())
        and s.supervisor_id = (select req_actor()) and s.from_at <= now() and (s.to_at is null or s.to_at > now())));
grant execute on function care_couples() to kept_system;
reset role;`;

// A sheet of one's own within the work of two is finished, read and answered also once that work has ended: it hangs on
// an assignment that was given while it lasted, so that nothing new begins.
const ITS_OWN = `client_id = (select req_client()) or client_id = any ((select care_clients())::uuid[])`;
const HANGING = ['response', 'submission', 'review'].map(
  (table) => `
drop policy pair on ${table};
drop policy pair_change on ${table};
create policy pair on ${table} as restrictive for insert with check (couple_id is null or ${ITS_OWN}
  or (couple_id = any ((select visible_couples())::uuid[]) and (client_id is null or is_partner(client_id, couple_id))));
create policy pair_change on ${table} as restrictive for update using (true)
  with check (couple_id is null or ${ITS_OWN} or couple_id = any ((select visible_couples())::uuid[]));`,
);
const OWN_WORK = `
set role kept_owner;${HANGING.join('')}
drop policy pair_change on assignment;
create policy pair_change on assignment as restrictive for update using (true)
  with check (couple_id is null or ${ITS_OWN} or couple_id = any ((select visible_couples())::uuid[]));
reset role;`;

const ENDS = `
set role kept_system;
-- closes what is joint; false = it is not the actor's to end, or has ended. Sheets that nobody could answer are withdrawn
create function end_couple(ending uuid) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare clinic uuid := public.req_clinic(); pair uuid;
begin
  update public.couple_ending e set ended_at = now() where e.clinic_id = clinic and e.id = ending and e.ended_by = public.req_actor()
    and e.reopened_at is null and e.couple_id = any ((select public.care_couples())::uuid[]) returning e.couple_id into pair;
  if pair is null then return false; end if;
  update public.couple c set status = 'ended', updated_at = now(), version = c.version + 1
    where c.clinic_id = clinic and c.id = pair and c.status = 'active';
  if not found then return false; end if;
  update public.assignment a set status = 'withdrawn', updated_at = now(), version = a.version + 1
    where a.clinic_id = clinic and a.couple_id = pair and a.status in ('assigned', 'draft', 'returned') and (a.client_id is null
      or not exists (select from public.care_team t where t.clinic_id = clinic and t.client_id = a.client_id
        and t.from_at <= now() and (t.to_at is null or t.to_at > now())));
  update public.session s set status = 'cancelled', updated_at = now(), version = s.version + 1
    where s.clinic_id = clinic and s.couple_id = pair and s.status = 'planned' and s.starts_at > now();
  update public.release r set withdrawn_at = now() where r.clinic_id = clinic and r.couple_id = pair and r.withdrawn_at is null;
  update public.share_proposal p set answered_at = now(), declined = true
    where p.clinic_id = clinic and p.couple_id = pair and p.answered_at is null;
  update public.care_team t set to_at = now(), reads_on = t.from_at <= now()
    where t.clinic_id = clinic and t.couple_id = pair and (t.to_at is null or t.to_at > now());
  update public.couple_partner p set to_at = now() where p.clinic_id = clinic and p.couple_id = pair and p.to_at is null;
  return true;
end $$;
-- one of the staff asks for it to be undone, within thirty days
create function ask_reopening(couple uuid) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  update public.couple_ending e set asked_by = public.req_actor(), asked_at = now() where e.clinic_id = public.req_clinic()
    and e.couple_id = couple and e.reopened_at is null and e.asked_at is null and e.ended_at > now() - interval '30 days'
    and couple = any ((select public.visible_couples())::uuid[]) and public.req_is('therapist');
  return found;
end $$;
-- another one does it; answers what stands in the way, or nothing
create function reopen_couple(couple uuid) returns text
  language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare clinic uuid := public.req_clinic(); e record;
begin
  if not public.req_staff() or not (public.req_is('admin') or couple = any ((select public.visible_couples())::uuid[])) then return 'not_found'; end if;
  select * into e from public.couple_ending x where x.clinic_id = clinic and x.couple_id = couple and x.reopened_at is null
    order by x.ended_at desc limit 1 for update;
  if not found or e.asked_at is null or e.ended_at <= now() - interval '30 days' then return 'not_asked'; end if;
  if e.asked_by = public.req_actor() then return 'second_person_needed'; end if;
  if exists (select from public.couple_partner p join public.couple_partner q on q.clinic_id = p.clinic_id and q.client_id = p.client_id
    where p.clinic_id = clinic and p.couple_id = couple and p.to_at = e.ended_at and q.to_at is null) then return 'already_in_couple'; end if;
  update public.couple_ending x set reopened_by = public.req_actor(), reopened_at = now() where x.clinic_id = clinic and x.id = e.id;
  update public.couple_partner p set to_at = null where p.clinic_id = clinic and p.couple_id = couple and p.to_at = e.ended_at;
  update public.care_team t set to_at = null, reads_on = false where t.clinic_id = clinic and t.couple_id = couple and t.reads_on
    and t.to_at = e.ended_at and exists (select from public.app_user u where u.clinic_id = clinic and u.id = t.staff_id and u.status = 'active');
  update public.couple c set status = 'active', updated_at = now(), version = c.version + 1 where c.clinic_id = clinic and c.id = couple;
  return null;
end $$;
grant execute on function end_couple(uuid), ask_reopening(uuid), reopen_couple(uuid) to kept_app;
reset role;`;

const CONTACT = `
set role kept_system;
drop function mail_address(uuid, uuid);
-- where a user's mail goes and when it is safe, still sealed, with the keys that open it
create function mail_address(clinic uuid, who uuid)
  returns table (email bytea, key_id uuid, wrapped bytea, clinic_key bytea, clinic_name text, status text, client_id uuid, safe_contact bytea, time_zone text)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select u.email, k.id, k.wrapped, c.wrapped_key, c.name, u.status, u.client_id, p.safe_contact, coalesce(p.time_zone, c.time_zone)
  from public.app_user u join public.clinic c on c.id = u.clinic_id
  left join public.client p on p.clinic_id = u.clinic_id and p.id = u.client_id
  left join public.data_key k on k.clinic_id = u.clinic_id and k.client_id = u.client_id where u.clinic_id = clinic and u.id = who $$;
grant execute on function mail_address(uuid, uuid) to kept_worker;
reset role;`;
