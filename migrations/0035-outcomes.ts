import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a clinic may know of how care goes, without a score of anybody. Of each person, published scale and quarter one row
 * says where she stood at its last answer; of each person and quarter another how many askings were met. No role that the
 * server runs as reads either table: only counts come out. And screeners that a clinician asked, with what was done.
 */
export class Outcomes0035 implements MigrationInterface {
  readonly name = 'Outcomes0000000000035';

  async up(runner: QueryRunner): Promise<void> {
    for (const step of [TABLES, KEEPING, TALLY, COUNTS, SCREENINGS, QUIET_LOG]) await runner.query(step);
  }

  async down(): Promise<void> {
    throw new Error('migrations only move forward');
  }
}

// Codes and yes or no, never points: those stay sealed beside the answer.
const TABLES = `
set role kept_owner;
create table quarter_reading (
  clinic_id uuid not null references clinic, id uuid not null, client_id uuid not null,
  instrument_code text not null check (octet_length(instrument_code) <= 40), quarter date not null,
  last_at timestamptz not null, paired boolean not null, from_case boolean, to_case boolean,
  verdict text check (verdict in ('recovered', 'improved', 'unchanged', 'deteriorated')),
  rule_code text check (octet_length(rule_code) <= 40), rule_version int,
  primary key (clinic_id, id), check (quarter = date_trunc('quarter', quarter::timestamp)::date),
  check ((verdict is null) = (rule_code is null)), check (verdict is null or paired),
  foreign key (clinic_id, client_id) references client (clinic_id, id));
create unique index quarter_reading_of on quarter_reading (clinic_id, instrument_code, client_id, quarter)
  include (paired, from_case, to_case, verdict, rule_code);
create table asking_tally (
  clinic_id uuid not null references clinic, id uuid not null, client_id uuid not null, quarter date not null,
  asked int not null check (asked >= 0), met int not null check (met between 0 and asked),
  primary key (clinic_id, id), foreign key (clinic_id, client_id) references client (clinic_id, id));
create unique index asking_tally_of on asking_tally (clinic_id, quarter, client_id) include (asked, met);
select protect('quarter_reading', 'system'), protect('asking_tally', 'system');
grant select, insert, update, delete on quarter_reading, asking_tally to kept_system;
grant select (clinic_id, client_id, instrument_id, every_days, before_each_session, starts_on, expires_after_days, ended_on) on scale_schedule to kept_system;
grant select (clinic_id, client_id, instrument_id, answered_on) on scale_response to kept_system;
reset role;
set role kept_sight;
grant execute on function care_people(), visible_clients() to kept_system;
reset role;`;

// Taken out and put in anew, never changed in place: the log of changes names the columns, and so would tell of a verdict.
const KEEPING = `
set role kept_system;
create function quarter_keep(reading uuid, who uuid, code text, at timestamptz, answered date, has_first boolean, was boolean, is_now boolean,
  word text, rule text, rule_no int) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare q date := date_trunc('quarter', answered::timestamp)::date;
begin
  if not coalesce(who = public.req_client(), false) and not (public.req_staff() and who = any ((select public.care_people())::uuid[]))
  then raise exception 'not in care' using errcode = '42501'; end if;
  delete from public.quarter_reading r where r.clinic_id = public.req_clinic() and r.instrument_code = code and r.client_id = who and r.quarter = q and r.last_at <= at;
  insert into public.quarter_reading as r (clinic_id, id, client_id, instrument_code, quarter, last_at, paired, from_case, to_case, verdict, rule_code, rule_version)
    values (public.req_clinic(), reading, who, code, q, at, has_first, was, is_now, word, rule, rule_no)
    on conflict (clinic_id, instrument_code, client_id, quarter) do update set last_at = excluded.last_at, paired = excluded.paired, from_case = excluded.from_case,
      to_case = excluded.to_case, verdict = excluded.verdict, rule_code = excluded.rule_code, rule_version = excluded.rule_version
    where r.last_at <= excluded.last_at;
end $$;
grant execute on function quarter_keep(uuid, uuid, text, timestamptz, date, boolean, boolean, boolean, text, text, int) to kept_app;
reset role;`;

// An asking is met by any answer in its time: until it lapses or the next one takes its place; before a session, in the week
// that leads up to it. What fell into a pause, or would come after the plan ended, was never asked.
const TALLY = `
set role kept_system;
create function asking_refresh(since date, until date) returns int
  language sql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
  with asked as (
    select s.clinic_id, s.client_id, s.instrument_id, d::date as on_day, d::date as first_day,
      d::date + coalesce(least(s.every_days, s.expires_after_days), 3650) - 1 as last_day
    from public.scale_schedule s cross join lateral generate_series(
      s.starts_on + s.every_days * greatest(0, (since - s.starts_on + s.every_days - 1) / s.every_days), least(until, coalesce(s.ended_on - 1, until)), s.every_days * interval '1 day') d
    where s.every_days is not null
    union all
    select s.clinic_id, s.client_id, s.instrument_id, s.starts_on, s.starts_on, s.starts_on + coalesce(s.expires_after_days, 3650) - 1
    from public.scale_schedule s where s.every_days is null and not s.before_each_session and s.starts_on between since and least(until, coalesce(s.ended_on - 1, until))
    union all
    select s.clinic_id, s.client_id, s.instrument_id, t.on_day, t.on_day - 7, t.on_day
    from public.scale_schedule s join public.clinic k on k.id = s.clinic_id
    cross join lateral (select distinct (e.starts_at at time zone k.time_zone)::date as on_day from public.session e
      where e.clinic_id = s.clinic_id and e.status = 'held' and e.attendee_ids @> array[s.client_id]
        and e.starts_at >= greatest(since, s.starts_on) - interval '1 day' and e.starts_at < until + interval '2 days') t
    where s.before_each_session and t.on_day between greatest(since, s.starts_on) and least(until, coalesce(s.ended_on - 1, until))),
  counted as (
    select a.clinic_id, a.client_id, date_trunc('quarter', a.on_day::timestamp)::date as quarter, count(*)::int as asked,
      count(*) filter (where exists (select from public.scale_response r where r.clinic_id = a.clinic_id and r.client_id = a.client_id
        and r.instrument_id = a.instrument_id and r.answered_on between a.first_day and a.last_day))::int as met
    from asked a where not exists (select from public.homework_pause p where p.clinic_id = a.clinic_id and p.client_id = a.client_id
      and p.from_on <= a.on_day and coalesce(p.ended_on, p.until_on) > a.on_day)
    group by 1, 2, 3),
  kept as (
    insert into public.asking_tally as t (clinic_id, id, client_id, quarter, asked, met)
    select clinic_id, gen_random_uuid(), client_id, quarter, asked, met from counted
    on conflict (clinic_id, quarter, client_id) do update set asked = excluded.asked, met = excluded.met
    where (t.asked, t.met) is distinct from (excluded.asked, excluded.met) returning 1)
  select count(*)::int from kept $$;
grant execute on function asking_refresh(date, date) to kept_worker;
select asking_refresh((current_date - interval '3 years')::date, current_date);
reset role;`;

// To the admin by whoever leads each person's care; to anybody else only those whom she leads or supervises, and may read.
const COUNTS = `
set role kept_system;
create function counted_people() returns table (client_id uuid, therapist_id uuid)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select c.id, c.primary_therapist_id from public.client c where c.clinic_id = public.req_clinic() and (public.req_is('admin')
    or public.req_staff() and c.id = any ((select public.visible_clients())::uuid[]) and (c.primary_therapist_id = public.req_actor()
      or public.req_is('supervisor') and exists (select from public.supervision s where s.clinic_id = public.req_clinic() and s.supervisor_id = public.req_actor()
        and s.therapist_id = c.primary_therapist_id and s.from_at <= now() and (s.to_at is null or s.to_at > now())))) $$;
create function outcome_readings(since date, until date, code text) returns table (instrument_code text, therapist_id uuid, people int,
  recovered int, improved int, unchanged int, deteriorated int, cases_first int, cases_last int, moved int, rules text[])
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  with last as (
    select distinct on (q.instrument_code, q.client_id) q.instrument_code, q.client_id, q.paired, q.from_case, q.to_case, q.verdict, q.rule_code
    from public.quarter_reading q where q.clinic_id = public.req_clinic() and q.quarter between since and until and (code is null or q.instrument_code = code)
    order by q.instrument_code, q.client_id, q.quarter desc)
  select l.instrument_code, c.therapist_id, count(*)::int, count(*) filter (where l.verdict = 'recovered')::int, count(*) filter (where l.verdict = 'improved')::int,
    count(*) filter (where l.verdict = 'unchanged')::int, count(*) filter (where l.verdict = 'deteriorated')::int, count(*) filter (where l.from_case)::int,
    count(*) filter (where l.to_case)::int, count(*) filter (where l.from_case and not l.to_case)::int, array_remove(array_agg(distinct l.rule_code), null)
  from last l join public.counted_people() c on c.client_id = l.client_id where l.paired group by 1, 2 $$;
create function outcome_askings(since date, until date) returns table (therapist_id uuid, people int, asked int, met int)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select c.therapist_id, count(distinct t.client_id)::int, sum(t.asked)::int, sum(t.met)::int from public.asking_tally t
  join public.counted_people() c on c.client_id = t.client_id where t.clinic_id = public.req_clinic() and t.quarter between since and until and t.asked > 0 group by 1 $$;
create function outcome_counts_between(since date, until date) returns table (outcome text, people int)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select l.outcome, count(*)::int from (select distinct on (o.client_id, o.couple_id) o.outcome, o.client_id, o.couple_id, (o.recorded_at at time zone k.time_zone)::date as on_day
    from public.care_outcome o join public.clinic k on k.id = o.clinic_id
    where o.clinic_id = public.req_clinic() order by o.client_id, o.couple_id, o.recorded_at desc, o.id desc) l
  where l.on_day between since and until and (public.req_is('admin') or public.req_staff() and (l.client_id in (select client_id from public.counted_people())
    or l.couple_id = any ((select public.visible_couples())::uuid[]) and exists (select from public.couple_partner p join public.counted_people() c on c.client_id = p.client_id
      where p.clinic_id = public.req_clinic() and p.couple_id = l.couple_id)))
  group by l.outcome $$;
revoke execute on function counted_people() from public;
grant execute on function outcome_readings(date, date, text), outcome_askings(date, date), outcome_counts_between(date, date) to kept_app;
reset role;`;

const SCREENINGS = `
set role kept_owner;
create table screening (
  clinic_id uuid not null references clinic, id uuid not null, client_id uuid not null,
  instrument_code text not null check (instrument_code in ('asq', 'c-ssrs')), content bytea not null check (octet_length(content) <= 32768),
  asked_at timestamptz not null, recorded_by uuid not null, recorded_at timestamptz not null, primary key (clinic_id, id),
  foreign key (clinic_id, client_id) references client (clinic_id, id),
  foreign key (clinic_id, recorded_by) references app_user (clinic_id, id));
create index screening_client on screening (clinic_id, client_id, asked_at desc, id desc);
select protect('screening', 'staff');
create policy own_word on screening as restrictive for insert with check (recorded_by = (select req_actor()));
-- what was asked and answered is a record of its moment
revoke update on screening from kept_app;
alter table risk_entry drop constraint risk_entry_source_check,
  add constraint risk_entry_source_check check (source in ('scale', 'by_hand', 'screener'));
reset role;`;

// Both tables say nothing that the answer's own line in the log does not: they are there for whoever asks by name.
const QUIET_LOG = `
set role kept_audit;
create or replace function audit_read(who uuid, whose uuid, what text, since timestamptz, until timestamptz, before bigint, most int)
  returns table (id bigint, at timestamptz, actor_id uuid, act text, target text, row_ids uuid[], client_id uuid, couple_id uuid, columns text[])
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select e.id, e.at, e.actor_id, e.act, e.target, e.row_ids, e.client_id, e.couple_id, e.columns from public.audit_event e
  where public.req_is('admin') and e.clinic_id = public.req_clinic() and (who is null or e.actor_id = who) and (whose is null or e.client_id = whose)
    and (what is null or e.target = what or e.act = what) and (since is null or e.at >= since) and (until is null or e.at < until)
    and (before is null or e.id < before)
    and (what is not null or (e.target not in ('outbox', 'idempotency', 'account', 'quarter_reading', 'asking_tally')))
  order by e.id desc limit least(most, 101) $$;
reset role;`;
