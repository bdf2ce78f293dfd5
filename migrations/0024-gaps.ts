import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What was begun is finished after the end of the work of two; who may undo that end finds it. Which of several things
 * that happened a sheet is about, the therapist's own part of a sheet, and whether a person wants to be reminded.
 */
export class Gaps0024 implements MigrationInterface {
  readonly name = 'Gaps0000000000024';

  async up(runner: QueryRunner): Promise<void> {
    for (const step of [FINISHING, REOPENINGS, ABOUT, OWN_PART, REMINDING]) await runner.query(step);
  }

  async down(): Promise<void> {
    throw new Error('migrations only move forward');
  }
}

const MINE = `author_id = (select req_actor()) and couple_id = any ((select left_couples())::uuid[])`;
const FINISHING = `
set role kept_sight;
-- couples I treated when their work ended: read on, and what I had begun there is mine to finish
create function left_couples() returns uuid[] language sql stable security definer set search_path = pg_catalog, public, pg_temp
  as $$ select array(select t.couple_id from public.care_team t where t.clinic_id = public.req_clinic()
    and t.staff_id = public.req_actor() and t.reads_on and public.req_is('therapist')) $$;
grant execute on function left_couples() to kept_app;
reset role;
set role kept_owner;
create policy finish on note for update using (${MINE}) with check (${MINE});
create policy finish on psychotherapy_note for update using (${MINE}) with check (${MINE});
create policy finish on note_revision for insert with check (${MINE});
create policy finish on note_addendum for insert with check (${MINE}
  and exists (select from note n where n.id = note_id and n.author_id = (select req_actor())));
create policy finish on psychotherapy_addendum for insert with check (${MINE});
reset role;`;

// Names and days only: an admin decides about it and does not read why it ended.
const REOPENINGS = `
set role kept_system;
create function reopenings() returns table (couple_id uuid, ended_on date, ended_at timestamptz, asked_by uuid, asked_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select e.couple_id, e.ended_on, e.ended_at, e.asked_by, e.asked_at from public.couple_ending e
  where e.clinic_id = public.req_clinic() and public.req_staff() and e.reopened_at is null and e.asked_by <> public.req_actor()
    and e.ended_at > now() - interval '30 days'
    and (public.req_is('admin') or e.couple_id = any ((select public.visible_couples())::uuid[]))
  order by e.asked_at limit 100 $$;
grant execute on function reopenings() to kept_app;
reset role;`;

const ABOUT = `
set role kept_owner;
-- not validated: the column is new and empty, and validating would read under the policies, as nobody
alter table assignment add column betrayal_id uuid,
  add constraint assignment_betrayal foreign key (clinic_id, betrayal_id) references betrayal_event (clinic_id, id) not valid;
reset role;`;

const OWN_PART = `
set role kept_owner;
create table therapist_part (
  clinic_id uuid not null references clinic, id uuid not null, assignment_id uuid not null, client_id uuid, couple_id uuid,
  answers bytea not null check (octet_length(answers) <= 262144), saved_by uuid not null, saved_at timestamptz not null,
  version int not null default 1, primary key (clinic_id, id), unique (clinic_id, assignment_id),
  check (num_nonnulls(client_id, couple_id) >= 1),
  foreign key (clinic_id, assignment_id) references assignment (clinic_id, id),
  foreign key (clinic_id, client_id) references client (clinic_id, id),
  foreign key (clinic_id, couple_id) references couple (clinic_id, id),
  foreign key (clinic_id, saved_by) references app_user (clinic_id, id));
select protect('therapist_part', 'staff');
select hang_on('therapist_part', 'assignment', 'assignment_id');
create policy by_her on therapist_part as restrictive for insert with check (saved_by = (select req_actor()));
create policy by_her_change on therapist_part as restrictive for update using (true) with check (saved_by = (select req_actor()));
-- a sheet of one's own within the work of two is read and answered also once that work has ended
drop policy pair on therapist_part;
drop policy pair_change on therapist_part;
create policy pair on therapist_part as restrictive for insert with check (couple_id is null
  or client_id = any ((select care_clients())::uuid[])
  or (couple_id = any ((select visible_couples())::uuid[]) and (client_id is null or is_partner(client_id, couple_id))));
create policy pair_change on therapist_part as restrictive for update using (true) with check (couple_id is null
  or client_id = any ((select care_clients())::uuid[]) or couple_id = any ((select visible_couples())::uuid[]));
reset role;`;

const REMINDING = `
set role kept_owner;
create table reminder_choice (
  clinic_id uuid not null references clinic, id uuid not null, client_id uuid not null, wanted boolean not null,
  changed_at timestamptz not null, version int not null default 1, primary key (clinic_id, id), unique (clinic_id, client_id),
  foreign key (clinic_id, client_id) references client (clinic_id, id));
select protect('reminder_choice', 'shared');
-- her own choice: staff read it and do not make it for her
create policy by_her on reminder_choice as restrictive for insert with check (client_id = (select req_client()));
create policy by_her_change on reminder_choice as restrictive for update using (client_id = (select req_client()));
grant select (clinic_id, client_id, wanted) on reminder_choice to kept_system;
reset role;
set role kept_system;
create function wants_reminders(clinic uuid, who uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select coalesce((select r.wanted from public.reminder_choice r where r.clinic_id = clinic and r.client_id = who), true) $$;
grant execute on function wants_reminders(uuid, uuid) to kept_worker;
reset role;`;
