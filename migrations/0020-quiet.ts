import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What tells by its going, its timing or its absence: marks of reading, mails that wait, and reminders. */
export class Quiet0020 implements MigrationInterface {
  readonly name = 'Quiet0000000000020';

  async up(runner: QueryRunner): Promise<void> {
    for (const step of [READING, BOTH, WAITING, REMINDERS]) await runner.query(step);
  }

  async down(): Promise<void> {
    throw new Error('migrations only move forward');
  }
}

// What is held back is marked with what is not: a mark missing from it alone would tell its author that it is held.
const READING = `
set role kept_system;
create or replace function release_seen(couple uuid) returns void
  language sql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
  update public.release r set seen_at = clock_timestamp() where r.clinic_id = public.req_clinic() and r.couple_id = couple
    and (r.open_from is not null and (r.seen_at is null or r.seen_at < r.open_from) or r.held and r.awaits is null and r.seen_at is null)
    and r.withdrawn_at is null and public.req_client() is not null and r.released_by <> public.req_client()
    and couple = any ((select public.visible_couples())::uuid[]) $$;
reset role;`;

const BOTH = `
set role kept_system;
create or replace function release_both(couple uuid, round uuid) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  -- one of the two after the other: neither sees what the other is only just letting go
  perform pg_advisory_xact_lock(hashtextextended(round::text, 0));
  perform 1 from public.release r where r.clinic_id = public.req_clinic() and r.awaits = round for update;
  if couple <> all ((select public.visible_couples())::uuid[]) or (select count(distinct r.released_by) from public.release r
    where r.clinic_id = public.req_clinic() and r.couple_id = couple and r.awaits = round and r.withdrawn_at is null and not r.held) < 2 then return false; end if;
  update public.release r set open_from = now() where r.clinic_id = public.req_clinic() and r.couple_id = couple and r.awaits = round
    and r.withdrawn_at is null and not r.held and r.open_from is null;
  return found;
end $$;
reset role;`;

// A mail may wait for a safe hour. What was taken back meanwhile, or ended with the couple, is not told of any more.
const WAITING = `
set role kept_owner;
grant select (clinic_id, id, couple_id, open_from) on boundary to kept_system;
reset role;
set role kept_system;
create function still_there(clinic uuid, who uuid, couple uuid, boundary_id uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select exists (select from public.couple_partner p where p.clinic_id = clinic and p.client_id = who and p.to_at is null
    and (exists (select from public.release r where r.clinic_id = clinic and r.couple_id = couple and r.couple_id = p.couple_id
        and r.released_by <> who and r.open_from is not null and r.withdrawn_at is null)
      or exists (select from public.boundary b where b.clinic_id = clinic and b.id = boundary_id and b.couple_id = p.couple_id
        and b.open_from is not null))) $$;
grant execute on function still_there(uuid, uuid, uuid, uuid) to kept_worker;
reset role;`;

// A session that the other has alone is nobody else's: it sets no day and brings no mail.
const REMINDERS = `
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
reset role;`;
