import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A plan for hard days, and the days on which somebody said that there was a setback. Both are one person's own, read by
 * her care team and never by a partner. Nothing else changes by them: no score, no promise, no homework.
 */
export class Setbacks0022 implements MigrationInterface {
  readonly name = 'Setbacks0000000000022';

  async up(runner: QueryRunner): Promise<void> {
    for (const step of [TABLES, TIMELINE]) await runner.query(step);
  }

  async down(): Promise<void> {
    throw new Error('migrations only move forward');
  }
}

const TABLES = `
set role kept_owner;
create table setback_plan (
  clinic_id uuid not null references clinic, id uuid not null, client_id uuid not null, couple_id uuid,
  version int not null check (version >= 1), content bytea not null check (octet_length(content) <= 65536), saved_at timestamptz not null,
  primary key (clinic_id, id), unique (clinic_id, client_id, version),
  foreign key (clinic_id, client_id) references client (clinic_id, id),
  foreign key (clinic_id, couple_id) references couple (clinic_id, id));
create table setback (
  clinic_id uuid not null references clinic, id uuid not null, client_id uuid not null, couple_id uuid,
  content bytea not null check (octet_length(content) <= 32768), told_at timestamptz not null, seen_by uuid, seen_at timestamptz,
  primary key (clinic_id, id), check ((seen_by is null) = (seen_at is null)),
  foreign key (clinic_id, client_id) references client (clinic_id, id),
  foreign key (clinic_id, couple_id) references couple (clinic_id, id),
  foreign key (clinic_id, seen_by) references app_user (clinic_id, id));
create index setback_of on setback (clinic_id, client_id, told_at desc, id desc);
create index setback_waiting on setback (clinic_id, told_at) where seen_at is null;
select protect('setback_plan', 'shared'), protect('setback', 'shared');
-- each saving is a row of its own: what was the plan on that day can be read later
create policy by_her on setback_plan as restrictive for insert with check (client_id = (select req_client()));
revoke update on setback_plan from kept_app;
-- she tells it; staff take note of it once, also when the work of two has ended since
create policy by_her on setback as restrictive for insert with check (client_id = (select req_client()) and seen_at is null);
create policy by_staff on setback as restrictive for update using ((select req_staff()) and seen_at is null) with check (seen_by = (select req_actor()));
drop policy pair_change on setback;
create policy pair_change on setback as restrictive for update using (true) with check (couple_id is null
  or client_id = any ((select care_clients())::uuid[]) or couple_id = any ((select visible_couples())::uuid[]));
revoke update on setback from kept_app;
grant update (seen_by, seen_at) on setback to kept_app;
reset role;`;

// Added to the view as it stands: other features hang their events on it as well.
const TIMELINE = `
set role kept_owner;
do $$ begin
  execute 'create or replace view timeline_event with (security_invoker = true) as ' || rtrim(pg_get_viewdef('timeline_event'::regclass), ';')
    || ' union all select s.id, s.client_id, s.couple_id, ''setback'', s.told_at, null, null, null::uuid, null::uuid from setback s';
end $$;
reset role;`;
