import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A therapist's own calendar under an address that is its own key. It lies behind the door like every other secret: only
 * its hash, out of the app's reach.
 */
export class CalendarFeed0049 implements MigrationInterface {
  readonly name = 'CalendarFeed0000000000049';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(FEED);
  }

  async down(): Promise<void> {
    throw new Error('migrations only move forward');
  }
}

const FEED = `
set role kept_system;
create table door.calendar_feed (
  user_id uuid primary key, clinic_id uuid not null, token_hash bytea not null unique check (octet_length(token_hash) = 32),
  initials boolean not null, made_at timestamptz not null default now(), read_at timestamptz, reads int not null default 0);
-- a new address ends the one before
create function door_feed_make(hash bytea, shown boolean) returns void
  language sql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
  insert into door.calendar_feed as f (user_id, clinic_id, token_hash, initials)
    select public.req_actor(), public.req_clinic(), hash, shown where public.req_is('therapist')
  on conflict (user_id) do update set token_hash = excluded.token_hash, initials = excluded.initials, made_at = now(), read_at = null, reads = 0 $$;
create function door_feed_end() returns void
  language sql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
  delete from door.calendar_feed where user_id = public.req_actor() and clinic_id = public.req_clinic() $$;
create function door_feed_own() returns table (initials boolean, made_at timestamptz, read_at timestamptz, reads int)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select f.initials, f.made_at, f.read_at, f.reads from door.calendar_feed f where f.user_id = public.req_actor() and f.clinic_id = public.req_clinic() $$;
-- whose it is, while they work here as a therapist: the transaction reads on with their sight, and no more than theirs
create function door_feed_open(hash bytea, request uuid) returns table (user_id uuid, clinic_id uuid, initials boolean)
  language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare f record; u record;
begin
  select * into f from door.calendar_feed d where d.token_hash = hash;
  if not found then return; end if;
  select a.roles into u from public.app_user a where a.clinic_id = f.clinic_id and a.id = f.user_id and a.status = 'active' and 'therapist' = any (a.roles);
  if not found then return; end if;
  update door.calendar_feed d set read_at = now(), reads = d.reads + 1 where d.user_id = f.user_id;
  perform set_config('kept.clinic', f.clinic_id::text, true), set_config('kept.actor', f.user_id::text, true),
    set_config('kept.roles', 'therapist', true), set_config('kept.client', '', true), set_config('kept.request', request::text, true);
  return query select f.user_id, f.clinic_id, f.initials;
end $$;
revoke execute on function door_feed_make(bytea, boolean), door_feed_end(), door_feed_own(), door_feed_open(bytea, uuid) from public;
grant execute on function door_feed_make(bytea, boolean), door_feed_end(), door_feed_own(), door_feed_open(bytea, uuid) to kept_app;
reset role;`;
