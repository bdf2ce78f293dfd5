import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a partner may read: copies of answers, made by their author's own act. A row belongs to the couple, so that both
 * can meet it; until it is open, and from when it is taken back, its author and the care team alone do.
 */
export class Releases0012 implements MigrationInterface {
  readonly name = 'Releases0000000000012';

  async up(runner: QueryRunner): Promise<void> {
    for (const step of [TABLES, PROTECTION, GATE]) await runner.query(step);
  }

  async down(): Promise<void> {
    throw new Error('migrations only move forward');
  }
}

// round: sheets that were given in one go; "when both are done" is asked within it
const TABLES = `
set role kept_owner;
alter table assignment add column round uuid;
create table release (
  clinic_id uuid not null references clinic, id uuid not null, couple_id uuid not null, released_by uuid not null,
  assignment_id uuid not null, submission_id uuid not null, worksheet_id uuid not null,
  content bytea not null check (octet_length(content) <= 1048576), released_at timestamptz not null,
  awaits uuid, held boolean not null, open_from timestamptz, opened_by uuid, reason bytea check (octet_length(reason) <= 8192),
  seen_at timestamptz, withdrawn_at timestamptz,
  primary key (clinic_id, id), check (not held or open_from is null), check ((opened_by is null) = (reason is null)),
  foreign key (clinic_id, couple_id) references couple (clinic_id, id),
  foreign key (clinic_id, released_by) references client (clinic_id, id),
  foreign key (clinic_id, assignment_id) references assignment (clinic_id, id),
  foreign key (clinic_id, submission_id) references submission (clinic_id, id),
  foreign key (clinic_id, opened_by) references app_user (clinic_id, id));
create index release_shared on release (clinic_id, couple_id, open_from desc, id desc) where withdrawn_at is null and open_from is not null;
create index release_assignment on release (clinic_id, assignment_id, released_at desc);
create index release_round on release (clinic_id, awaits) where awaits is not null;
create table share_proposal (
  clinic_id uuid not null references clinic, id uuid not null, assignment_id uuid not null, client_id uuid not null, couple_id uuid not null,
  field_keys text[] not null check (cardinality(field_keys) between 1 and 200), message bytea check (octet_length(message) <= 16384),
  proposed_by uuid not null, proposed_at timestamptz not null, answered_at timestamptz, declined boolean,
  primary key (clinic_id, id), check ((answered_at is null) = (declined is null)),
  foreign key (clinic_id, assignment_id) references assignment (clinic_id, id),
  foreign key (clinic_id, client_id) references client (clinic_id, id),
  foreign key (clinic_id, couple_id) references couple (clinic_id, id),
  foreign key (clinic_id, proposed_by) references app_user (clinic_id, id));
create index share_proposal_assignment on share_proposal (clinic_id, assignment_id, proposed_at desc);
select protect('release', 'shared'), protect('share_proposal', 'shared');
reset role;`;

const PROTECTION = `
set role kept_owner;
-- only what is open is there for the other; only its author makes one, of what she herself sent, and takes it back
create policy open_read on release as restrictive for select
  using ((select req_staff()) or released_by = (select req_client()) or (open_from is not null and withdrawn_at is null));
create policy of_own on release as restrictive for insert with check (released_by = (select req_client()) and opened_by is null
  and exists (select from submission s where s.clinic_id = release.clinic_id and s.id = release.submission_id
    and s.assignment_id = release.assignment_id and s.client_id = release.released_by and s.couple_id = release.couple_id));
create policy by_its_own on release as restrictive for update using ((select req_staff()) or released_by = (select req_client()));
revoke update on release from kept_app;
grant update (withdrawn_at, held, open_from, opened_by, reason) on release to kept_app;
-- what is held back is let go by staff, what is shared is taken back by its author, neither does the other's act
create function release_acts() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if public.req_client() is not null and (new.held, new.open_from, new.opened_by) is distinct from (old.held, old.open_from, old.opened_by)
    or public.req_staff() and new.withdrawn_at is distinct from old.withdrawn_at
    or old.withdrawn_at is not null then raise exception 'not your act' using errcode = '42501'; end if;
  return new;
end $$;
create trigger release_acts before update on release for each row
  when (current_user = 'kept_app') execute function release_acts();
select hang_on('share_proposal', 'assignment', 'assignment_id');
create policy by_staff on share_proposal as restrictive for insert with check ((select req_staff()) and proposed_by = (select req_actor()) and answered_at is null);
create policy by_her on share_proposal as restrictive for update using (client_id = (select req_client()) and answered_at is null)
  with check (client_id = (select req_client()));
revoke update on share_proposal from kept_app;
grant update (answered_at, declined) on share_proposal to kept_app;
reset role;`;

// The one who shares may not learn what her partner told the clinician, so these ask on the house's behalf.
const GATE = `
set role kept_owner;
grant select (clinic_id, couple_id, client_id, result, screened_on, recorded_at, id) on safety_check to kept_system;
grant select (clinic_id, couple_id, client_id, to_at) on couple_partner to kept_system;
grant select (clinic_id, id, couple_id, released_by, awaits, held, open_from, withdrawn_at, seen_at), update (open_from, seen_at) on release to kept_system;
reset role;
set role kept_system;
-- true = wait: somebody told of a concern, or (strict) a partner has no clear check of the last 90 days
create function release_held(couple uuid, strict boolean) returns boolean
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select coalesce(bool_or(s.result = 'concern' or strict and (s.result is distinct from 'clear' or s.screened_on < current_date - 90)), strict)
  from public.couple_partner p left join lateral (select k.result, k.screened_on from public.safety_check k
    where k.clinic_id = p.clinic_id and k.couple_id = p.couple_id and k.client_id = p.client_id order by k.recorded_at desc, k.id desc limit 1) s on true
  where p.clinic_id = public.req_clinic() and p.couple_id = couple and p.to_at is null
    and couple = any ((select public.visible_couples())::uuid[]) $$;
-- opens what both partners have let go of, within one round; true = it did
create function release_both(couple uuid, round uuid) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform 1 from public.release r where r.clinic_id = public.req_clinic() and r.awaits = round for update;
  if couple <> all ((select public.visible_couples())::uuid[]) or (select count(distinct r.released_by) from public.release r
    where r.clinic_id = public.req_clinic() and r.couple_id = couple and r.awaits = round and r.withdrawn_at is null and not r.held) < 2 then return false; end if;
  update public.release r set open_from = now() where r.clinic_id = public.req_clinic() and r.couple_id = couple and r.awaits = round
    and r.withdrawn_at is null and not r.held and r.open_from is null;
  return found;
end $$;
-- that she has met it: its author is told only so much, and only so that taking back promises nothing it cannot do
create function release_seen(couple uuid) returns void
  language sql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
  update public.release r set seen_at = now() where r.clinic_id = public.req_clinic() and r.couple_id = couple and r.seen_at is null
    and r.open_from is not null and r.withdrawn_at is null and public.req_client() is not null and r.released_by <> public.req_client()
    and couple = any ((select public.visible_couples())::uuid[]) $$;
grant execute on function release_held(uuid, boolean), release_both(uuid, uuid), release_seen(uuid) to kept_app;
reset role;
set role kept_sight;
grant execute on function visible_couples() to kept_system;
-- who the two of a couple are now; a partner may not read the other's row, yet what is shared has to find its reader
create function both_of(couple uuid) returns uuid[] language sql stable security definer set search_path = pg_catalog, public, pg_temp
  as $$ select array(select p.client_id from public.couple_partner p where p.clinic_id = public.req_clinic() and p.couple_id = couple
    and p.to_at is null and couple = any ((select public.visible_couples())::uuid[]) order by p.place) $$;
grant execute on function both_of(uuid) to kept_app;
reset role;`;
