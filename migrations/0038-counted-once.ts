import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whose people are counted is asked once a report, not once for each of twenty thousand of them. */
export class CountedOnce0038 implements MigrationInterface {
  readonly name = 'CountedOnce0000000000038';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(COUNTED);
  }

  async down(): Promise<void> {
    throw new Error('migrations only move forward');
  }
}

const COUNTED = `
set role kept_system;
create or replace function counted_people() returns table (client_id uuid, therapist_id uuid)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select c.id, c.primary_therapist_id from public.client c where c.clinic_id = (select public.req_clinic()) and ((select public.req_is('admin'))
    or (select public.req_staff()) and c.id = any ((select public.visible_clients())::uuid[]) and (c.primary_therapist_id = (select public.req_actor())
      or (select public.req_is('supervisor')) and c.primary_therapist_id in (select s.therapist_id from public.supervision s
        where s.clinic_id = (select public.req_clinic()) and s.supervisor_id = (select public.req_actor()) and s.from_at <= now() and (s.to_at is null or s.to_at > now())))) $$;
create or replace function outcome_readings(since date, until date, code text) returns table (instrument_code text, therapist_id uuid, people int,
  recovered int, improved int, unchanged int, deteriorated int, cases_first int, cases_last int, moved int, rules text[])
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  with last as (
    select distinct on (q.instrument_code, q.client_id) q.instrument_code, q.client_id, q.paired, q.from_case, q.to_case, q.verdict, q.rule_code
    from public.quarter_reading q where q.clinic_id = (select public.req_clinic()) and q.quarter between since and until and (code is null or q.instrument_code = code)
    order by q.instrument_code, q.client_id, q.quarter desc),
  -- counted before they are grouped by name of a rule, which would sort every one of them
  told as (
    select l.instrument_code, c.therapist_id, l.rule_code, count(*)::int as people, count(*) filter (where l.verdict = 'recovered')::int as recovered,
      count(*) filter (where l.verdict = 'improved')::int as improved, count(*) filter (where l.verdict = 'unchanged')::int as unchanged,
      count(*) filter (where l.verdict = 'deteriorated')::int as deteriorated, count(*) filter (where l.from_case)::int as cases_first,
      count(*) filter (where l.to_case)::int as cases_last, count(*) filter (where l.from_case and not l.to_case)::int as moved
    from last l join public.counted_people() c on c.client_id = l.client_id where l.paired group by 1, 2, 3)
  select t.instrument_code, t.therapist_id, sum(t.people)::int, sum(t.recovered)::int, sum(t.improved)::int, sum(t.unchanged)::int, sum(t.deteriorated)::int,
    sum(t.cases_first)::int, sum(t.cases_last)::int, sum(t.moved)::int, array_remove(array_agg(distinct t.rule_code), null) from told t group by 1, 2 $$;
reset role;`;
