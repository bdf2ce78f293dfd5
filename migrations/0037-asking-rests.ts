import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Askings are counted as they are planned by now: once, until a day, and not in a rest from check-ins. An answer stands for the session of its six days. */
export class AskingRests0037 implements MigrationInterface {
  readonly name = 'AskingRests0000000000037';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(REFRESH);
  }

  async down(): Promise<void> {
    throw new Error('migrations only move forward');
  }
}

const REFRESH = `
set role kept_system;
create or replace function asking_refresh(since date, until date) returns int
  language sql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
  with asked as (
    select s.clinic_id, s.client_id, s.instrument_id, d::date as on_day, d::date as first_day,
      d::date + coalesce(least(s.every_days, s.expires_after_days), 3650) - 1 as last_day
    from public.scale_schedule s cross join lateral generate_series(
      s.starts_on + s.every_days * greatest(0, (since - s.starts_on + s.every_days - 1) / s.every_days), least(until, coalesce(s.ended_on - 1, until), coalesce(s.ends_on, until)), s.every_days * interval '1 day') d
    where s.every_days is not null
    union all
    select s.clinic_id, s.client_id, s.instrument_id, s.starts_on, s.starts_on, s.starts_on + coalesce(s.expires_after_days, 3650) - 1
    from public.scale_schedule s where s.every_days is null and not s.before_each_session and s.starts_on between since and least(until, coalesce(s.ended_on - 1, until), coalesce(s.ends_on, until))
    union all
    select s.clinic_id, s.client_id, s.instrument_id, t.on_day, t.on_day - 6, t.on_day
    from public.scale_schedule s join public.clinic k on k.id = s.clinic_id
    cross join lateral (select distinct (e.starts_at at time zone k.time_zone)::date as on_day from public.session e
      where e.clinic_id = s.clinic_id and e.status = 'held' and e.attendee_ids @> array[s.client_id]
        and e.starts_at >= greatest(since, s.starts_on) - interval '1 day' and e.starts_at < until + interval '2 days') t
    where s.before_each_session and t.on_day between greatest(since, s.starts_on) and least(until, coalesce(s.ended_on - 1, until), coalesce(s.ends_on, until))),
  counted as (
    select a.clinic_id, a.client_id, date_trunc('quarter', a.on_day::timestamp)::date as quarter, count(*)::int as asked,
      count(*) filter (where exists (select from public.scale_response r where r.clinic_id = a.clinic_id and r.client_id = a.client_id
        and r.instrument_id = a.instrument_id and r.answered_on between a.first_day and a.last_day))::int as met
    from asked a where not exists (select from public.homework_pause p where p.clinic_id = a.clinic_id and p.client_id = a.client_id and p.what = 'check_ins'
      and p.from_on <= a.on_day and coalesce(p.ended_on, p.until_on) > a.on_day)
    group by 1, 2, 3),
  kept as (
    insert into public.asking_tally as t (clinic_id, id, client_id, quarter, asked, met)
    select clinic_id, gen_random_uuid(), client_id, quarter, asked, met from counted
    on conflict (clinic_id, quarter, client_id) do update set asked = excluded.asked, met = excluded.met
    where (t.asked, t.met) is distinct from (excluded.asked, excluded.met) returning 1)
  select count(*)::int from kept $$;
reset role;`;
