/**
 * The door: what happens before anybody is known. Its tables lie in a schema the app cannot reach at all; it meets
 * them through these functions, each of which does one narrow thing. Only hashes of tokens are stored.
 */
export const door = `
create schema door authorization kept_system;
create schema pgboss authorization kept_worker;
set role kept_system;
create table door.account (
  email_index bytea primary key check (octet_length(email_index) = 32), clinic_id uuid not null, user_id uuid not null unique,
  password_hash text, changed_at timestamptz not null default now());
create table door.login (
  id uuid primary key, token_hash bytea not null unique check (octet_length(token_hash) = 32), clinic_id uuid not null, user_id uuid not null,
  device text not null default '' check (length(device) <= 200), idle_for interval not null,
  created_at timestamptz not null default now(), seen_at timestamptz not null default now(), expires_at timestamptz not null);
create index login_user on door.login (user_id, created_at);
create index login_age on door.login (expires_at);
create table door.token (
  token_hash bytea primary key check (octet_length(token_hash) = 32), purpose text not null check (purpose in ('invitation', 'reset')),
  clinic_id uuid not null, user_id uuid not null, invited_by uuid, email_index bytea not null,
  created_at timestamptz not null default now(), expires_at timestamptz not null, used_at timestamptz);
create index token_user on door.token (user_id, purpose);
create table door.throttle (key bytea primary key, n int not null, until timestamptz not null);

create function open_request(hash bytea, request uuid, extend boolean)
  returns table (user_id uuid, clinic_id uuid, roles text[], client_id uuid, login_id uuid, idle_expires_at timestamptz, expires_at timestamptz)
  language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare l record; u record;
begin
  select * into l from door.login d where d.token_hash = hash and d.expires_at > now() and d.seen_at + d.idle_for > now();
  if not found then return; end if;
  select a.roles, a.client_id into u from public.app_user a where a.clinic_id = l.clinic_id and a.id = l.user_id and a.status = 'active';
  if not found then return; end if;
  -- written at most every 30 s, so that reading does not write
  if extend and l.seen_at < now() - interval '30 seconds' then
    update door.login d set seen_at = now() where d.id = l.id; l.seen_at := now();
  end if;
  perform set_config('kept.clinic', l.clinic_id::text, true), set_config('kept.actor', l.user_id::text, true),
    set_config('kept.roles', array_to_string(u.roles, ','), true), set_config('kept.client', coalesce(u.client_id::text, ''), true),
    set_config('kept.request', request::text, true);
  return query select l.user_id, l.clinic_id, u.roles, u.client_id, l.id, least(l.seen_at + l.idle_for, l.expires_at), l.expires_at;
end $$;

create function door_account(address bytea) returns table (clinic_id uuid, user_id uuid, password_hash text, roles text[], status text)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select a.clinic_id, a.user_id, a.password_hash, u.roles, u.status from door.account a
  join public.app_user u on u.clinic_id = a.clinic_id and u.id = a.user_id where a.email_index = address $$;

-- starts a login; more than twenty at once end the oldest
create function door_enter(login uuid, clinic uuid, who uuid, hash bytea, device text, idle interval, absolute interval) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  insert into door.login (id, clinic_id, user_id, token_hash, device, idle_for, expires_at) values (login, clinic, who, hash, device, idle, now() + absolute);
  delete from door.login d where d.user_id = who and d.id not in (select x.id from door.login x where x.user_id = who order by x.created_at desc, x.id desc limit 20);
  insert into public.audit_event (clinic_id, actor_id, act, target, row_ids) values (clinic, who, 'signed in', 'login', array[login]);
end $$;
create function door_failed(address bytea) returns void
  language sql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
  insert into public.audit_event (clinic_id, actor_id, act, target) select a.clinic_id, a.user_id, 'sign-in failed', 'login' from door.account a where a.email_index = address $$;
create function door_leave(hash bytea) returns void
  language sql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
  with gone as (delete from door.login where token_hash = hash returning clinic_id, user_id, id)
  insert into public.audit_event (clinic_id, actor_id, act, target, row_ids) select clinic_id, user_id, 'signed out', 'login', array[id] from gone $$;
create function door_own_logins() returns table (id uuid, device text, created_at timestamptz, seen_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select d.id, d.device, d.created_at, d.seen_at from door.login d where d.clinic_id = public.req_clinic() and d.user_id = public.req_actor()
    and d.expires_at > now() and d.seen_at + d.idle_for > now() order by d.created_at desc $$;
create function door_end_own_login(which uuid) returns boolean
  language sql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
  with gone as (delete from door.login where id = which and clinic_id = public.req_clinic() and user_id = public.req_actor() returning 1) select exists (select from gone) $$;
-- an admin disables a user of her clinic: every login ends in the same transaction
create function door_end_logins_of(who uuid) returns void
  language sql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
  delete from door.login where clinic_id = public.req_clinic() and user_id = who and (public.req_is('admin') or who = public.req_actor()) $$;

-- an address belongs to one account; false = it is taken by somebody else
create function door_invite(address bytea, who uuid) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare clinic uuid := public.req_clinic();
begin
  -- staff are invited by an admin, a person in care by an admin or whoever treats her: else an invitation could be led astray
  if not exists (select from public.app_user u where u.clinic_id = clinic and u.id = who and (public.req_is('admin')
    or u.client_id = any (public.care_clients()))) then return false; end if;
  insert into door.account (email_index, clinic_id, user_id) values (address, clinic, who)
    on conflict (user_id) do update set email_index = excluded.email_index where account.password_hash is null;
  return exists (select from door.account a where a.user_id = who and a.email_index = address);
exception when unique_violation then return false;
end $$;
-- the worker makes the secret of a mailed link when it writes the mail: it never lies in a queue
create function door_issue(clinic uuid, who uuid, wanted text, hash bytea, valid interval, inviter uuid) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare a record;
begin
  select x.email_index into a from door.account x where x.clinic_id = clinic and x.user_id = who;
  if not found then return false; end if;
  update door.token set used_at = now() where user_id = who and purpose = wanted and used_at is null;
  insert into door.token (token_hash, purpose, clinic_id, user_id, invited_by, email_index, expires_at)
    values (hash, wanted, clinic, who, inviter, a.email_index, now() + valid);
  return true;
end $$;
create function door_look(hash bytea) returns table (clinic_id uuid, user_id uuid, invited_by uuid, expired boolean)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select t.clinic_id, t.user_id, t.invited_by, t.used_at is not null or t.expires_at < now() from door.token t where t.token_hash = hash and t.purpose = 'invitation' $$;
-- puts the settings of one's own user into this transaction: what an accepted invitation may read of itself
create function door_become(clinic uuid, who uuid, hash bytea) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare u record;
begin
  if not exists (select from door.token t where t.token_hash = hash and t.clinic_id = clinic and t.user_id = who) then return false; end if;
  select a.roles, a.client_id into u from public.app_user a where a.clinic_id = clinic and a.id = who and a.status <> 'disabled';
  if not found then return false; end if;
  perform set_config('kept.clinic', clinic::text, true), set_config('kept.actor', who::text, true),
    set_config('kept.roles', array_to_string(u.roles, ','), true), set_config('kept.client', coalesce(u.client_id::text, ''), true);
  return true;
end $$;
-- an address was forgotten: the outbox hears of it if it has an account, and the caller hears nothing either way
create function door_forgot(address bytea) returns void
  language sql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
  insert into public.outbox (clinic_id, id, kind, payload)
  select a.clinic_id, gen_random_uuid(), 'password.forgotten', jsonb_build_object('userId', a.user_id) from door.account a
  join public.app_user u on u.clinic_id = a.clinic_id and u.id = a.user_id where a.email_index = address and a.password_hash is not null and u.status = 'active' $$;
-- an invitation that has had its day: whoever sent it is asked to send another
create function door_ask_again(hash bytea) returns void
  language sql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
  insert into public.outbox (clinic_id, id, kind, payload)
  select t.clinic_id, gen_random_uuid(), 'invitation.wanted', jsonb_build_object('userId', t.user_id, 'invitedBy', t.invited_by) from door.token t
  where t.token_hash = hash and t.purpose = 'invitation' and t.invited_by is not null and (t.used_at is not null or t.expires_at < now()) $$;
-- uses a token once and sets the password; every login of the user ends
create function door_use(hash bytea, wanted text, new_hash text) returns table (clinic_id uuid, user_id uuid, roles text[])
  language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare t record;
begin
  update door.token x set used_at = now() where x.token_hash = hash and x.purpose = wanted and x.used_at is null and x.expires_at > now()
    returning x.clinic_id, x.user_id, x.email_index into t;
  if not found then return; end if;
  update public.app_user u set status = 'active' where u.clinic_id = t.clinic_id and u.id = t.user_id and u.status = 'invited';
  if not exists (select from public.app_user u where u.clinic_id = t.clinic_id and u.id = t.user_id and u.status = 'active') then return; end if;
  update door.account a set password_hash = new_hash, changed_at = now() where a.user_id = t.user_id and a.email_index = t.email_index;
  if not found then return; end if;
  delete from door.login d where d.user_id = t.user_id;
  insert into public.audit_event (clinic_id, actor_id, act, target) values (t.clinic_id, t.user_id, wanted || ' used', 'login');
  return query select u.clinic_id, u.id, u.roles from public.app_user u where u.clinic_id = t.clinic_id and u.id = t.user_id;
end $$;
create function door_rehash(who uuid, old_hash text, new_hash text) returns void
  language sql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
  update door.account set password_hash = new_hash where user_id = who and password_hash = old_hash $$;

-- counts a try before it is made; returns how many there were in this window
create function door_try(what bytea, within interval) returns int
  language sql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
  insert into door.throttle as t (key, n, until) values (what, 1, now() + within)
  on conflict (key) do update set n = case when t.until < now() then 1 else t.n + 1 end, until = case when t.until < now() then now() + within else t.until end
  returning n $$;
create function door_forget(what bytea) returns void
  language sql volatile security definer set search_path = pg_catalog, public, pg_temp as $$ delete from door.throttle where key = what $$;

-- the outbox: the app puts, the worker takes
create function outbox_put(kind text, payload jsonb) returns void
  language sql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
  insert into public.outbox (clinic_id, id, kind, payload) values (public.req_clinic(), gen_random_uuid(), kind, payload);
  select pg_notify('outbox', '') $$;
create function outbox_take(most int) returns table (clinic_id uuid, id uuid, kind text, payload jsonb)
  language sql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
  delete from public.outbox o using (select x.clinic_id, x.id from public.outbox x order by x.created_at for update skip locked limit most) due
  where o.clinic_id = due.clinic_id and o.id = due.id returning o.clinic_id, o.id, o.kind, o.payload $$;
-- where a user's mail goes, still sealed, with the keys that open it
create function mail_address(clinic uuid, who uuid)
  returns table (email bytea, key_id uuid, wrapped bytea, clinic_key bytea, clinic_name text, status text, is_client boolean)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select u.email, k.id, k.wrapped, c.wrapped_key, c.name, u.status, u.client_id is not null from public.app_user u join public.clinic c on c.id = u.clinic_id
  left join public.data_key k on k.clinic_id = u.clinic_id and k.client_id = u.client_id where u.clinic_id = clinic and u.id = who $$;
-- the portal user of a person, and the staff who care for her
create function portal_user(clinic uuid, person uuid) returns uuid
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select u.id from public.app_user u where u.clinic_id = clinic and u.client_id = person and u.status = 'active' $$;
-- what has had its day: ended logins, used tokens, old tries and answers
create function door_sweep() returns void
  language sql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
  delete from door.login where expires_at < now() or seen_at + idle_for < now();
  delete from door.token where expires_at < now() - interval '30 days';
  delete from door.throttle where until < now();
  delete from public.idempotency where created_at < now() - interval '2 days' $$;
grant execute on function open_request(bytea, uuid, boolean), door_account(bytea), door_enter(uuid, uuid, uuid, bytea, text, interval, interval),
  door_failed(bytea), door_leave(bytea), door_own_logins(), door_end_own_login(uuid), door_end_logins_of(uuid), door_invite(bytea, uuid),
  door_look(bytea), door_become(uuid, uuid, bytea), door_forgot(bytea), door_ask_again(bytea), door_use(bytea, text, text), door_rehash(uuid, text, text),
  door_try(bytea, interval), door_forget(bytea), outbox_put(text, jsonb) to kept_app;
grant execute on function outbox_take(int), door_issue(uuid, uuid, text, bytea, interval, uuid), mail_address(uuid, uuid), portal_user(uuid, uuid), door_sweep() to kept_worker;
reset role;
-- the server checks at boot that the schema is the one it was built for
grant select on migrations to kept_app;
`;
