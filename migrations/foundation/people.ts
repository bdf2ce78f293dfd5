/** Clinics, users, people in care, couples, and the three tables that decide sight. bytea columns are sealed. */
const tables = `
set role kept_owner;
create table clinic (
  id uuid primary key, name text not null check (length(name) between 1 and 120), time_zone text not null, locale text not null default 'en-US',
  crisis_text text not null default '' check (length(crisis_text) <= 2000), phone text not null default '' check (length(phone) <= 40),
  wrapped_key bytea not null, created_at timestamptz not null default now());
create table client (
  clinic_id uuid not null references clinic, id uuid not null,
  given_name bytea not null, family_name bytea not null, preferred_name bytea, pronouns bytea, birth_date bytea,
  email bytea, email_index bytea check (octet_length(email_index) = 32), phone bytea, safe_contact bytea, time_zone text,
  status text not null default 'waiting' check (status in ('waiting', 'active', 'paused', 'ended')),
  primary_therapist_id uuid, created_at timestamptz not null, updated_at timestamptz not null, version int not null default 1,
  primary key (clinic_id, id));
create table app_user (
  clinic_id uuid not null references clinic, id uuid not null, client_id uuid, display_name bytea not null, email bytea not null,
  roles text[] not null check (roles <@ array['therapist', 'supervisor', 'admin', 'client'] and cardinality(roles) >= 1),
  status text not null default 'invited' check (status in ('invited', 'active', 'disabled')),
  created_at timestamptz not null, version int not null default 1, primary key (clinic_id, id),
  check ((client_id is null) <> (roles = array['client'])),
  foreign key (clinic_id, client_id) references client (clinic_id, id));
create unique index app_user_client on app_user (clinic_id, client_id) where client_id is not null;
alter table client add foreign key (clinic_id, primary_therapist_id) references app_user (clinic_id, id);
create table couple (
  clinic_id uuid not null references clinic, id uuid not null, stage text check (stage in ('stabilise', 'understand', 'repair', 'rebuild', 'part')),
  betrayal bytea, status text not null default 'active' check (status in ('active', 'ended')),
  created_at timestamptz not null, updated_at timestamptz not null, version int not null default 1, primary key (clinic_id, id));
create table couple_partner (
  clinic_id uuid not null, id uuid not null, couple_id uuid not null, client_id uuid not null, place smallint not null check (place in (1, 2)),
  role text not null default 'unspecified' check (role in ('injured', 'involved', 'both', 'unspecified')),
  from_at timestamptz not null default now(), to_at timestamptz, primary key (clinic_id, id),
  foreign key (clinic_id, couple_id) references couple (clinic_id, id), foreign key (clinic_id, client_id) references client (clinic_id, id));
create table care_team (
  clinic_id uuid not null, id uuid not null, staff_id uuid not null, client_id uuid, couple_id uuid,
  from_at timestamptz not null default now(), to_at timestamptz, added_by uuid, primary key (clinic_id, id),
  check (num_nonnulls(client_id, couple_id) = 1),
  foreign key (clinic_id, staff_id) references app_user (clinic_id, id),
  foreign key (clinic_id, client_id) references client (clinic_id, id), foreign key (clinic_id, couple_id) references couple (clinic_id, id));
create table supervision (
  clinic_id uuid not null, id uuid not null, supervisor_id uuid not null, therapist_id uuid not null, cosign boolean not null default false,
  from_at timestamptz not null default now(), to_at timestamptz, primary key (clinic_id, id), check (supervisor_id <> therapist_id),
  foreign key (clinic_id, supervisor_id) references app_user (clinic_id, id), foreign key (clinic_id, therapist_id) references app_user (clinic_id, id));
create table data_key (
  clinic_id uuid not null references clinic, id uuid not null, client_id uuid, couple_id uuid, wrapped bytea not null,
  primary key (clinic_id, id), check (num_nonnulls(client_id, couple_id) = 1),
  foreign key (clinic_id, client_id) references client (clinic_id, id) deferrable initially deferred,
  foreign key (clinic_id, couple_id) references couple (clinic_id, id) deferrable initially deferred);
create unique index data_key_client on data_key (clinic_id, client_id) where client_id is not null;
create unique index data_key_couple on data_key (clinic_id, couple_id) where couple_id is not null;
create table idempotency (
  clinic_id uuid not null references clinic, id uuid not null, actor_id uuid not null, key text not null check (length(key) <= 128),
  request_hash bytea not null, status int not null, answer bytea, client_id uuid, couple_id uuid, clinical boolean not null default false, created_at timestamptz not null default now(),
  primary key (clinic_id, id), unique (clinic_id, actor_id, key));
create table outbox (
  clinic_id uuid not null references clinic, id uuid not null, kind text not null check (length(kind) <= 60),
  payload jsonb not null check (length(payload::text) <= 4000), created_at timestamptz not null default now(), primary key (clinic_id, id));

create index care_team_staff on care_team (clinic_id, staff_id) include (client_id, couple_id, from_at, to_at);
create index care_team_client on care_team (clinic_id, client_id);
create index care_team_couple on care_team (clinic_id, couple_id);
create index couple_partner_client on couple_partner (clinic_id, client_id) include (couple_id, from_at, to_at);
create index couple_partner_couple on couple_partner (clinic_id, couple_id) include (client_id, from_at, to_at);
create unique index couple_partner_place on couple_partner (clinic_id, couple_id, place) where to_at is null;
create unique index couple_partner_current on couple_partner (clinic_id, client_id) where to_at is null;
create index supervision_supervisor on supervision (clinic_id, supervisor_id) include (therapist_id, from_at, to_at);
create index client_page on client (clinic_id, updated_at desc, id desc);
create index client_email on client (clinic_id, email_index) where email_index is not null;
create index couple_page on couple (clinic_id, updated_at desc, id desc);
create index app_user_page on app_user (clinic_id, created_at, id);
create index idempotency_age on idempotency (clinic_id, created_at);
grant select on care_team, couple_partner, supervision to kept_sight;
grant select on clinic, app_user, client, data_key to kept_system;
grant update (status) on app_user to kept_system;
grant insert, select, update, delete on outbox to kept_system;
grant select, delete on idempotency to kept_system;
reset role;
`;

const protection = `
set role kept_owner;
alter table clinic enable row level security;
alter table clinic force row level security;
create policy wall on clinic as restrictive for all using (id = (select req_clinic())) with check (id = (select req_clinic()));
create policy see on clinic for select using ((select req_actor()) is not null);
create policy change on clinic for update using ((select req_is('admin')));
grant select on clinic to kept_app;
grant update (name, time_zone, locale, crisis_text, phone) on clinic to kept_app;

select protect('app_user', 'clinic'), protect('client', 'person'), protect('couple', 'person'), protect('couple_partner', 'person'),
  protect('care_team', 'person'), protect('supervision', 'clinic'), protect('data_key', 'person'), protect('idempotency', 'system'),
  protect('outbox', 'system');

-- a portal user is shown to those who may see the person; staff are shown to everyone in the clinic
create policy who on app_user as restrictive for select
  using (client_id is null or (select req_is('admin')) or id = (select req_actor()) or client_id = any ((select visible_people())::uuid[]));
create policy by_staff on app_user as restrictive for insert
  with check ((select req_is('admin')) or (roles = array['client'] and client_id = any ((select care_clients())::uuid[])));
create policy by_admin_or_team on app_user as restrictive for update using
  ((select req_is('admin')) or (client_id is not null and client_id = any ((select care_clients())::uuid[])))
  with check (id <> (select req_actor()) and ((select req_is('admin')) or (roles = array['client'] and client_id = any ((select care_clients())::uuid[]))));
-- whoever enters a person or a couple makes its key; one key for each, for good
create policy enter on data_key for insert with check ((select req_staff()));
create policy same on data_key as restrictive for update using (false);
create policy enter on couple for insert with check ((select req_staff()));
-- the answers to one's own repeated requests
create policy own on idempotency for all using (actor_id = (select req_actor())) with check (actor_id = (select req_actor()));
-- an answer is given again only while what it tells of is still the actor's to read
create policy still_seen on idempotency as restrictive for select using (num_nonnulls(client_id, couple_id) = 0 or case when clinical
  then client_id = any ((select visible_clients())::uuid[]) or (couple_id = any ((select visible_couples())::uuid[]) and (client_id is null or (select req_staff())))
  else exists (select from client c where c.clinic_id = idempotency.clinic_id and c.id = idempotency.client_id)
    or exists (select from couple c where c.clinic_id = idempotency.clinic_id and c.id = idempotency.couple_id) end);
grant select, insert, update on idempotency to kept_app;

-- where mail goes is settled once an invitation was accepted: whoever could turn it would be mailed the reset link
create function keep_address() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  raise exception 'the address of somebody who signs in does not change' using errcode = '42501';
end $$;
create trigger keep_address before update on app_user for each row
  when (old.status <> 'invited' and (new.email is distinct from old.email or new.status = 'invited')) execute function keep_address();

-- care, a couple and a supervision begin and end; they are never turned into somebody else's
revoke update on care_team, couple_partner, supervision from kept_app;
grant update (to_at) on care_team, supervision to kept_app;
grant update (role, to_at) on couple_partner to kept_app;
-- the tables that decide sight are themselves the way to gain it: nobody widens her own view
create policy no_self on care_team as restrictive for insert with check (staff_id <> (select req_actor()) or may_join(client_id, couple_id));
create policy no_self_change on care_team as restrictive for update using (true) with check (staff_id <> (select req_actor()) or to_at <= now());
-- care of a couple is no care of either partner alone, so it lets nobody onto a partner's own team
create policy own_team on care_team as restrictive for insert with check ((select req_is('admin')) or staff_id = (select req_actor())
  or client_id = any ((select care_clients())::uuid[]) or couple_id = any ((select care_couples())::uuid[]));
create policy own_team_change on care_team as restrictive for update using (true) with check ((select req_is('admin'))
  or client_id = any ((select care_clients())::uuid[]) or couple_id = any ((select care_couples())::uuid[]));
create policy join_new on care_team for insert with check (staff_id = (select req_actor()) and may_join(client_id, couple_id));
create policy only_mine on couple_partner as restrictive for insert
  with check ((select req_is('admin')) or (client_id = any ((select care_clients())::uuid[]) and may_pair(couple_id)));
create policy only_mine_change on couple_partner as restrictive for update using (true)
  with check ((select req_is('admin')) or (client_id = any ((select care_clients())::uuid[]) and may_pair(couple_id)));
create policy join_mine on couple_partner for insert with check ((select req_staff()) and client_id = any ((select care_clients())::uuid[]));
create policy by_admin on supervision as restrictive for insert with check ((select req_is('admin')) and supervisor_id <> (select req_actor()));
create policy by_admin_change on supervision as restrictive for update using (true) with check ((select req_is('admin')) and supervisor_id <> (select req_actor()));
reset role;
`;

export const people = { tables, protection };
