import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How homework is given over time: wished for by the next session, one sheet after the other, paused, and reminded of
 * once, the day before. A sequence is the therapist's plan and in no portal; a pause is the client's as much as hers.
 */
export class Assigning0018 implements MigrationInterface {
  readonly name = 'Assigning0000000000018';

  async up(runner: QueryRunner): Promise<void> {
    for (const step of [TABLES, VIEWS, REMINDERS]) await runner.query(step);
  }

  async down(): Promise<void> {
    throw new Error('migrations only move forward');
  }
}

const TABLES = `
set role kept_owner;
create table homework_sequence (
  clinic_id uuid not null references clinic, id uuid not null, client_id uuid, couple_id uuid,
  steps jsonb not null check (jsonb_array_length(steps) between 2 and 10), given int not null check (given >= 1),
  status text not null check (status in ('running', 'paused', 'ended')), created_by uuid not null, created_at timestamptz not null,
  version int not null default 1, primary key (clinic_id, id), check (num_nonnulls(client_id, couple_id) >= 1),
  foreign key (clinic_id, client_id) references client (clinic_id, id),
  foreign key (clinic_id, couple_id) references couple (clinic_id, id),
  foreign key (clinic_id, created_by) references app_user (clinic_id, id));
create index homework_sequence_client on homework_sequence (clinic_id, client_id, id desc);
create table homework_pause (
  clinic_id uuid not null references clinic, id uuid not null, client_id uuid not null, from_on date not null, until_on date not null,
  ended_on date, set_by uuid not null, set_at timestamptz not null, primary key (clinic_id, id),
  check (until_on > from_on and until_on <= from_on + 60), check (ended_on >= from_on),
  foreign key (clinic_id, client_id) references client (clinic_id, id),
  foreign key (clinic_id, set_by) references app_user (clinic_id, id));
create index homework_pause_client on homework_pause (clinic_id, client_id, until_on desc);
alter table assignment add column due_next_session boolean not null default false, add column opens_on date,
  add column sequence_id uuid, add column reminded boolean not null default false,
  add constraint assignment_due_once check (not (due_next_session and due_on is not null)),
  -- not validated: the column is new and empty, and validating would read under the policies, as nobody
  add constraint assignment_sequence foreign key (clinic_id, sequence_id) references homework_sequence (clinic_id, id) not valid;
create index assignment_to_come on assignment (clinic_id, opens_on, due_on)
  where status in ('assigned', 'draft', 'returned') and not reminded;
select protect('homework_sequence', 'staff'), protect('homework_pause', 'shared');
create policy own_plan on homework_sequence as restrictive for insert with check (created_by = (select req_actor()));
revoke update on homework_sequence from kept_app;
grant update (given, status, version) on homework_sequence to kept_app;
create policy own_pause on homework_pause as restrictive for insert with check (set_by = (select req_actor()));
revoke update on homework_pause from kept_app;
grant update (ended_on) on homework_pause to kept_app;
-- what opens later is not there for a client before its day
create policy opens on assignment as restrictive for select using ((select req_staff()) or opens_on is null
  or opens_on <= (select (now() at time zone c.time_zone)::date from clinic c where c.id = (select req_clinic())));
reset role;`;

const VIEWS = `
set role kept_owner;
create or replace view own_homework with (security_invoker = true) as
  select a.id, a.couple_id, a.client_id, a.worksheet_id, a.status, coalesce(a.due_on, d.day)::text as due_on, r.id as response_id,
    r.content, r.saved_at, a.assigned_at
  from assignment a left join response r on r.assignment_id = a.id
  left join lateral (select min(s.starts_at at time zone (select k.time_zone from clinic k))::date as day from session s
    where a.due_next_session and s.status <> 'cancelled' and s.starts_at > a.assigned_at and s.attendee_ids @> array[(select req_client())]) d on true
  where a.status in ('assigned', 'draft', 'returned') and (a.client_id = (select req_client())
    or (a.client_id is null and a.couple_id = any ((select visible_couples())::uuid[])));
create view own_pause with (security_invoker = true) as
  select p.id, p.until_on::text from homework_pause p cross join clinic_day d
  where p.client_id = (select req_client()) and p.ended_on is null and p.from_on <= d.today and p.until_on > d.today;
grant select on own_pause to kept_app;
reset role;`;

const REMINDERS = `
set role kept_owner;
grant select (clinic_id, id, client_id, couple_id, status, due_on, due_next_session, opens_on, assigned_at, reminded), update (reminded) on assignment to kept_system;
grant select (clinic_id, client_id, from_on, until_on, ended_on) on homework_pause to kept_system;
grant select (clinic_id, client_id, couple_id, starts_at, status, attendee_ids) on session to kept_system;
reset role;
set role kept_system;
-- puts one neutral word a sheet into the outbox: the day before it was wished for, and when one that opens later opens.
-- Not while she has paused, and never a second time.
create function homework_remind(most int) returns int
  language sql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
  with due as (
    select a.clinic_id, a.id, a.client_id, a.couple_id from public.assignment a join public.clinic c on c.id = a.clinic_id
    cross join lateral (select (now() at time zone c.time_zone)::date as today) d
    where a.status in ('assigned', 'draft', 'returned') and not a.reminded and coalesce(a.opens_on, d.today) <= d.today
      and (a.due_on between d.today and d.today + 1 or a.opens_on between d.today - 1 and d.today and a.opens_on > (a.assigned_at at time zone c.time_zone)::date
        or a.due_next_session and exists (select from public.session s where s.clinic_id = a.clinic_id and s.status = 'planned'
          and s.starts_at > now() and (s.starts_at at time zone c.time_zone)::date <= d.today + 1
          and (s.client_id = a.client_id or s.couple_id = a.couple_id or a.client_id = any (s.attendee_ids))))
      and not exists (select from public.homework_pause p where p.clinic_id = a.clinic_id and p.client_id = a.client_id
        and p.from_on <= d.today and coalesce(p.ended_on, p.until_on) > d.today)
    order by a.clinic_id, a.id limit most for update of a skip locked),
  told as (update public.assignment a set reminded = true from due where a.clinic_id = due.clinic_id and a.id = due.id),
  people as (
    select clinic_id, id, client_id from due where client_id is not null
    union all
    select due.clinic_id, due.id, p.client_id from due join public.couple_partner p on p.clinic_id = due.clinic_id and p.couple_id = due.couple_id
      and p.to_at is null where due.client_id is null),
  said as (insert into public.outbox (clinic_id, id, kind, payload)
    select clinic_id, gen_random_uuid(), 'worksheet.reminder', jsonb_build_object('assignmentId', id, 'clientId', client_id) from people)
  select count(*)::int from due $$;
grant execute on function homework_remind(int) to kept_worker;
reset role;`;
