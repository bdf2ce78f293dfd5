import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A therapist may decide, for a while and with a reason, that the work of two goes on although the safety checks say
 * wait. `release_held` is the one place that answers whether it waits, for what is given and for what is shared.
 */
export class SafetyOverrides0016 implements MigrationInterface {
  readonly name = 'SafetyOverrides0000000000016';

  async up(runner: QueryRunner): Promise<void> {
    for (const step of [TABLE, GATE]) await runner.query(step);
  }

  async down(): Promise<void> {
    throw new Error('migrations only move forward');
  }
}

const TABLE = `
set role kept_owner;
create table safety_override (
  clinic_id uuid not null references clinic, id uuid not null, couple_id uuid not null,
  reason bytea not null check (octet_length(reason) <= 16384), until date not null,
  signed_by uuid not null, signed_at timestamptz not null, ended_at timestamptz, ended_by uuid,
  primary key (clinic_id, id), check ((ended_at is null) = (ended_by is null)),
  foreign key (clinic_id, couple_id) references couple (clinic_id, id),
  foreign key (clinic_id, signed_by) references app_user (clinic_id, id),
  foreign key (clinic_id, ended_by) references app_user (clinic_id, id));
create index safety_override_couple on safety_override (clinic_id, couple_id, signed_at desc);
select protect('safety_override', 'staff');
-- signed in one's own name, ended in one's own name, and ended for good
create policy own_signature on safety_override as restrictive for insert with check (signed_by = (select req_actor()) and ended_at is null);
create policy own_end on safety_override as restrictive for update using (ended_at is null) with check (ended_by = (select req_actor()));
revoke update on safety_override from kept_app;
grant update (ended_at, ended_by) on safety_override to kept_app;
grant select (clinic_id, couple_id, until, signed_at, ended_at) on safety_override to kept_system;
reset role;`;

const GATE = `
set role kept_system;
-- true = wait: somebody told of a concern, or (strict) a partner has no clear check of the last 90 days; unless a
-- therapist signed that it goes on, and nobody has told of a concern since
create or replace function release_held(couple uuid, strict boolean) returns boolean
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select coalesce(bool_or(s.result = 'concern' or strict and (s.result is distinct from 'clear' or s.screened_on < current_date - 90)), strict)
    and not exists (select from public.safety_override o where o.clinic_id = public.req_clinic() and o.couple_id = couple
      and o.ended_at is null and o.until >= current_date and couple = any ((select public.visible_couples())::uuid[])
      and not exists (select from public.safety_check k where k.clinic_id = o.clinic_id and k.couple_id = couple
        and k.result = 'concern' and k.recorded_at > o.signed_at))
  from public.couple_partner p left join lateral (select k.result, k.screened_on from public.safety_check k
    where k.clinic_id = p.clinic_id and k.couple_id = p.couple_id and k.client_id = p.client_id order by k.recorded_at desc, k.id desc limit 1) s on true
  where p.clinic_id = public.req_clinic() and p.couple_id = couple and p.to_at is null
    and couple = any ((select public.visible_couples())::uuid[]) $$;
reset role;`;
