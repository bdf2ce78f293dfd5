import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Treatment plans: a row for each version. A draft is the care team's; what is in force never changes, save for its
 * standing and for being shown to whom it concerns. What somebody answers to it is that person's own.
 */
export class TreatmentPlans0050 implements MigrationInterface {
  readonly name = 'TreatmentPlans0000000000050';

  async up(runner: QueryRunner): Promise<void> {
    for (const step of ['set role kept_owner', TABLES, PROTECTION, IMMUTABLE, NOTES, 'reset role'])
      await runner.query(step);
  }

  async down(): Promise<void> {
    throw new Error('migrations only move forward');
  }
}

const TABLES = `
alter table clinic add column plan_review_days int not null default 90 check (plan_review_days between 7 and 366);
grant update (plan_review_days) on clinic to kept_app;
create table treatment_plan (
  clinic_id uuid not null references clinic, id uuid not null, client_id uuid, couple_id uuid,
  number int not null check (number > 0), base_id uuid,
  status text not null check (status in ('draft', 'discarded', 'in_force', 'superseded', 'ended')),
  content bytea not null check (octet_length(content) <= 524288),
  review_on date, created_by uuid not null, created_at timestamptz not null, updated_at timestamptz not null, version int not null default 1,
  started_at timestamptz, started_by uuid, shared_at timestamptz, shared_by uuid,
  ended_at timestamptz, ended_by uuid, end_reason bytea check (octet_length(end_reason) <= 16384),
  primary key (clinic_id, id), check (num_nonnulls(client_id, couple_id) = 1),
  check ((status in ('draft', 'discarded')) = (started_at is null)), check ((started_at is null) = (started_by is null)),
  check (started_at is null or review_on is not null), check ((shared_at is null) = (shared_by is null)),
  check (shared_at is null or started_at is not null), check ((status in ('superseded', 'ended')) = (ended_at is not null)),
  check ((ended_at is null) = (ended_by is null)), check (end_reason is null or status = 'ended'),
  foreign key (clinic_id, client_id) references client (clinic_id, id),
  foreign key (clinic_id, couple_id) references couple (clinic_id, id),
  foreign key (clinic_id, base_id) references treatment_plan (clinic_id, id),
  foreign key (clinic_id, created_by) references app_user (clinic_id, id),
  foreign key (clinic_id, started_by) references app_user (clinic_id, id),
  foreign key (clinic_id, shared_by) references app_user (clinic_id, id),
  foreign key (clinic_id, ended_by) references app_user (clinic_id, id));
create index treatment_plan_client on treatment_plan (clinic_id, client_id, number desc) where client_id is not null;
create index treatment_plan_couple on treatment_plan (clinic_id, couple_id, number desc) where couple_id is not null;
create index treatment_plan_review on treatment_plan (clinic_id, review_on, id) where status = 'in_force';
-- one plan in force and one draft of the next at a time
create unique index treatment_plan_one_of_client on treatment_plan (clinic_id, client_id, status) where client_id is not null and status in ('draft', 'in_force');
create unique index treatment_plan_one_of_couple on treatment_plan (clinic_id, couple_id, status) where couple_id is not null and status in ('draft', 'in_force');
create table plan_answer (
  clinic_id uuid not null references clinic, id uuid not null, plan_id uuid not null, client_id uuid not null, couple_id uuid,
  answer text not null check (answer in ('agreed', 'disagreed')), way text not null check (way in ('own', 'in_session')),
  comment bytea check (octet_length(comment) <= 16384), answered_on date not null, answered_at timestamptz not null, recorded_by uuid not null,
  primary key (clinic_id, id), check (way = 'own' or answer = 'agreed'),
  foreign key (clinic_id, plan_id) references treatment_plan (clinic_id, id),
  foreign key (clinic_id, client_id) references client (clinic_id, id),
  foreign key (clinic_id, couple_id) references couple (clinic_id, id),
  foreign key (clinic_id, recorded_by) references app_user (clinic_id, id));
create index plan_answer_of on plan_answer (clinic_id, plan_id, answered_at);`;

const PROTECTION = `
select protect('treatment_plan', 'shared', false), protect('plan_answer', 'shared');
-- whom it concerns reads what was shown to her, and no draft
create policy shown on treatment_plan as restrictive for select
  using ((select req_staff()) or (shared_at is not null and started_at is not null));
create policy begun on treatment_plan as restrictive for insert
  with check (status = 'draft' and created_by = (select req_actor()) and started_at is null);
revoke update (number, base_id, created_by, created_at) on treatment_plan from kept_app;
-- a word of one's own, to what is in force and was shown; or what staff were told in a session
create policy own_word on plan_answer as restrictive for insert with check (recorded_by = (select req_actor())
  and case when (select req_staff()) then way = 'in_session' else way = 'own' and client_id = (select req_client()) end
  and exists (select from treatment_plan p where p.clinic_id = plan_answer.clinic_id and p.id = plan_answer.plan_id
    and p.status = 'in_force' and p.couple_id is not distinct from plan_answer.couple_id
    and (p.client_id is null or p.client_id = plan_answer.client_id)));
revoke update on plan_answer from kept_app;`;

// From the day it is in force its words stay as they are, whoever asks.
const IMMUTABLE = `
create function plan_keep() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  standing constant text[] := array['status', 'version', 'updated_at', 'ended_at', 'ended_by', 'end_reason', 'shared_at', 'shared_by'];
begin
  if tg_op = 'DELETE' then raise exception 'a plan is not deleted' using errcode = 'KE001'; end if;
  if old.status = 'draft' and new.status in ('draft', 'discarded', 'in_force') then return new; end if;
  if not (old.status = 'in_force' and new.status in ('in_force', 'superseded', 'ended')) then
    raise exception 'this plan is over' using errcode = 'KE001'; end if;
  if to_jsonb(old) - standing <> to_jsonb(new) - standing or old.shared_at is not null and new.shared_at is distinct from old.shared_at then
    raise exception 'a plan in force does not change' using errcode = 'KE001'; end if;
  return new;
end $$;
create function plan_answer_keep() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  raise exception 'what was answered stays' using errcode = 'KE001';
end $$;
create trigger plan_keep before update or delete on treatment_plan for each row execute function plan_keep();
create trigger plan_keep before update or delete on plan_answer for each row execute function plan_answer_keep();`;

// what the writer of a note ticked while it is a draft; signed, it stands in the facts
const NOTES = `
alter table note add column touched_goals uuid[] not null default '{}' check (cardinality(touched_goals) <= 40);
alter table psychotherapy_note add column touched_goals uuid[] not null default '{}' check (cardinality(touched_goals) = 0);
grant update (touched_goals) on note, psychotherapy_note to kept_app;`;
