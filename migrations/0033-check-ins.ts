import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Check-ins as a therapist plans them: once, until a day, with a word when one is asked; and a rest from them that the
 * client takes herself, kept where her rests from homework are.
 */
export class CheckIns0033 implements MigrationInterface {
  readonly name = 'CheckIns0000000000033';

  async up(runner: QueryRunner): Promise<void> {
    for (const step of [PLANS, RESTS, VIEWS, HOMEWORK, REMINDERS]) await runner.query(step);
  }

  async down(): Promise<void> {
    throw new Error('migrations only move forward');
  }
}

// reminded_on: the first day of the asking of which the person was last told. What ran before asks as it did, unreminded.
const PLANS = `
set role kept_owner;
alter table scale_schedule add column once boolean not null default false, add column ends_on date,
  add column remind boolean not null default false, add column min_interval_days int check (min_interval_days between 1 and 366),
  add column reminded_on date;
alter table scale_schedule drop constraint scale_schedule_check,
  add constraint scale_schedule_rhythm check (num_nonnulls(every_days) + before_each_session::int + once::int = 1),
  add constraint scale_schedule_span check (ends_on >= starts_on);
grant update (every_days, before_each_session, once, starts_on, ends_on, expires_after_days, remind, min_interval_days) on scale_schedule to kept_app;
create index scale_schedule_remind on scale_schedule (clinic_id, id) where remind and ended_on is null;
reset role;`;

// A therapist of the couple alone has asked for check-ins too, and is told that they rest; of homework's rests she is not.
const RESTS = `
set role kept_owner;
alter table homework_pause add column what text not null default 'homework' check (what in ('homework', 'check_ins'));
create policy rest_of_check_ins on homework_pause for select using (what = 'check_ins' and (select req_staff())
  and client_id = any ((select visible_people())::uuid[]));
reset role;`;

const VIEWS = `
set role kept_owner;
create or replace view own_pause with (security_invoker = true) as
  select p.id, p.until_on::text from homework_pause p cross join clinic_day d
  where p.client_id = (select req_client()) and p.ended_on is null and p.from_on <= d.today and p.until_on > d.today and p.what = 'homework';
drop view own_check_in;
-- days of sessions that a person comes to; two branches where a row is hers or the couple's: each is one index range
create view session_day with (security_invoker = true) as
  select s.clinic_id, s.client_id, s.couple_id, s.starts_at, s.status, (s.starts_at at time zone c.time_zone)::date as on_day
  from session s join clinic c on c.id = s.clinic_id
  where s.client_id is not null and s.status <> 'cancelled' and s.attendee_ids @> array[s.client_id]
  union all
  select s.clinic_id, p.client_id, s.couple_id, s.starts_at, s.status, (s.starts_at at time zone c.time_zone)::date
  from couple_partner p join session s on s.clinic_id = p.clinic_id and s.couple_id = p.couple_id join clinic c on c.id = s.clinic_id
  where s.client_id is null and s.status <> 'cancelled' and s.attendee_ids @> array[p.client_id];
create view check_in_rest with (security_invoker = true) as
  select p.clinic_id, p.id, p.client_id, p.from_on, coalesce(p.ended_on, p.until_on) as until_on, p.set_by from homework_pause p
  where p.what = 'check_ins' and coalesce(p.ended_on, p.until_on) > p.from_on;
-- a plan with all that its rules are read against
create view check_in_plan with (security_invoker = true) as
  select s.clinic_id, s.id, s.version, s.client_id, s.couple_id, s.instrument_id, s.every_days, s.before_each_session, s.once,
    s.starts_on::text, s.ends_on::text, s.ended_on::text, s.expires_after_days, s.min_interval_days, s.remind, s.reminded_on::text,
    s.created_at, c.time_zone,
    array(select distinct r.answered_on::text from scale_response r where r.clinic_id = s.clinic_id and r.client_id = s.client_id
      and r.instrument_id = s.instrument_id order by 1) as answered_on,
    case when s.before_each_session then array(select distinct d.on_day::text from session_day d where d.clinic_id = s.clinic_id and d.client_id = s.client_id
      and d.on_day >= s.starts_on - 7 order by 1) else '{}' end as sessions_on,
    (select coalesce(jsonb_agg(jsonb_build_object('from', p.from_on, 'until', p.until_on) order by p.from_on), '[]'::jsonb)
      from check_in_rest p where p.clinic_id = s.clinic_id and p.client_id = s.client_id) as rests
  from scale_schedule s join clinic c on c.id = s.clinic_id;
grant select on session_day, check_in_rest, check_in_plan to kept_app;
grant select on session_day, check_in_rest, check_in_plan to kept_system;
grant select on scale_schedule to kept_system;
grant update (reminded_on) on scale_schedule to kept_system;
grant select (clinic_id, client_id, instrument_id, answered_on) on scale_response to kept_system;
grant select on homework_pause to kept_system;
reset role;`;

const HOMEWORK = `
set role kept_system;
create or replace function homework_remind(most int) returns int
  language sql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
  with due as (
    select a.clinic_id, a.id, a.client_id, a.couple_id from public.assignment a join public.clinic c on c.id = a.clinic_id
    cross join lateral (select (now() at time zone c.time_zone)::date as today) d
    where a.status in ('assigned', 'draft', 'returned') and not a.reminded and coalesce(a.opens_on, d.today) <= d.today
      and (a.due_on between d.today and d.today + 1 or a.opens_on between d.today - 1 and d.today and a.opens_on > (a.assigned_at at time zone c.time_zone)::date
        or a.due_next_session and exists (select from public.session s where s.clinic_id = a.clinic_id and s.status = 'planned'
          and s.starts_at > now() and (s.starts_at at time zone c.time_zone)::date <= d.today + 1
          and (a.client_id = any (s.attendee_ids) or a.client_id is null and s.client_id is null and s.couple_id = a.couple_id)))
      and not exists (select from public.homework_pause p where p.clinic_id = a.clinic_id and p.client_id = a.client_id and p.what = 'homework'
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
reset role;`;

// Which plans may be asking today, cheaply and with some to spare; the worker decides each by the rules of the house.
const REMINDERS = `
set role kept_system;
create function check_ins_to_tell(after_clinic uuid, after_id uuid, most int) returns setof public.check_in_plan
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select v.* from public.check_in_plan v join (
    select s.clinic_id, s.id from public.scale_schedule s join public.clinic c on c.id = s.clinic_id
    cross join lateral (select (now() at time zone c.time_zone)::date as today) d
    cross join lateral (select case when s.once then s.starts_on
      when s.every_days is null then d.today - 2
      else d.today - (d.today - s.starts_on) % s.every_days end as round) a
    where (after_id is null or (s.clinic_id, s.id) > (after_clinic, after_id)) and s.remind and s.ended_on is null
      and s.starts_on <= d.today and (s.ends_on is null or s.ends_on >= d.today) and (s.reminded_on is null or s.reminded_on < a.round)
      and (s.before_each_session or not exists (select from public.scale_response r where r.clinic_id = s.clinic_id
        and r.client_id = s.client_id and r.instrument_id = s.instrument_id and r.answered_on >= a.round))
      and (not s.before_each_session or exists (select from public.session b where b.clinic_id = s.clinic_id and b.status = 'planned'
        and b.attendee_ids @> array[s.client_id] and (b.client_id = s.client_id or b.couple_id in (select p.couple_id from public.couple_partner p
          where p.clinic_id = s.clinic_id and p.client_id = s.client_id))
        and b.starts_at >= now() - interval '1 day' and (b.starts_at at time zone c.time_zone)::date between d.today and d.today + 2))
    order by s.clinic_id, s.id limit most) w on w.clinic_id = v.clinic_id and w.id = v.id
  order by v.clinic_id, v.id $$;
create function check_in_of(clinic uuid, schedule uuid) returns setof public.check_in_plan
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select v.* from public.check_in_plan v where v.clinic_id = clinic and v.id = schedule $$;
-- once an asking, whoever asks for it at the same time
create function check_in_tell(clinic uuid, schedule uuid, asked_on date) returns boolean
  language sql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
  with told as (update public.scale_schedule s set reminded_on = asked_on where s.clinic_id = clinic and s.id = schedule
      and s.ended_on is null and (s.reminded_on is null or s.reminded_on < asked_on) returning s.clinic_id, s.id, s.client_id),
  said as (insert into public.outbox (clinic_id, id, kind, payload)
    select clinic_id, gen_random_uuid(), 'scale.reminder', jsonb_build_object('scheduleId', id, 'clientId', client_id) from told)
  select exists (select from told) $$;
revoke execute on function check_ins_to_tell(uuid, uuid, int), check_in_of(uuid, uuid), check_in_tell(uuid, uuid, date) from public;
grant execute on function check_ins_to_tell(uuid, uuid, int), check_in_of(uuid, uuid), check_in_tell(uuid, uuid, date) to kept_worker;
reset role;`;
