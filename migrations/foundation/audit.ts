/**
 * One append-only table for changes and accesses, owned by a role of its own; the app reaches it through functions.
 * A worker seals committed rows into a chain per clinic once a second, in transaction order below the snapshot
 * horizon: an inline chain would serialise a clinic's requests.
 */
export const audit = `
set role kept_audit;
create table audit_event (
  clinic_id uuid not null, id bigint generated always as identity, at timestamptz not null default clock_timestamp(),
  xid xid8 not null default pg_current_xact_id(), actor_id uuid, request_id uuid, act text not null, target text not null,
  row_ids uuid[] not null default '{}', client_id uuid, couple_id uuid, columns text[] not null default '{}', primary key (clinic_id, id));
create index audit_event_order on audit_event (xid, id);
create index audit_event_client on audit_event (clinic_id, client_id, id) where client_id is not null;
create index audit_event_actor on audit_event (clinic_id, actor_id, id);
create function audit_change() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare o jsonb; n jsonb; r jsonb; cols text[];
begin
  if tg_op <> 'INSERT' then o := to_jsonb(old); end if;
  if tg_op <> 'DELETE' then n := to_jsonb(new); end if;
  r := coalesce(n, o);
  if tg_op = 'UPDATE' then
    select coalesce(array_agg(k order by k), '{}') into cols from jsonb_object_keys(n) k where n -> k is distinct from o -> k;
    if cols = '{}' then return null; end if;
  end if;
  insert into public.audit_event (clinic_id, actor_id, request_id, act, target, row_ids, client_id, couple_id, columns)
  values ((r ->> 'clinic_id')::uuid, public.req_actor(), nullif(current_setting('kept.request', true), '')::uuid, lower(tg_op), tg_table_name,
    array[(r ->> 'id')::uuid], case when tg_table_name = 'client' then (r ->> 'id')::uuid else (r ->> 'client_id')::uuid end,
    case when tg_table_name = 'couple' then (r ->> 'id')::uuid else (r ->> 'couple_id')::uuid end, coalesce(cols, '{}'));
  return null;
end $$;
-- who and where come from the settings, never from the caller; no clinic, no audit row, no data
create function audit_access(act text, target text, row_ids uuid[], client uuid default null, couple uuid default null) returns void
  language sql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
  insert into public.audit_event (clinic_id, actor_id, request_id, act, target, row_ids, client_id, couple_id)
  values (public.req_clinic(), public.req_actor(), nullif(current_setting('kept.request', true), '')::uuid, act, target, row_ids, client, couple) $$;
grant execute on function audit_access(text, text, uuid[], uuid, uuid) to kept_app;
grant insert on audit_event to kept_system;
-- the admin's view of it: settings decide the clinic, keyset by id
create function audit_read(who uuid, whose uuid, what text, since timestamptz, until timestamptz, before bigint, most int)
  returns table (id bigint, at timestamptz, actor_id uuid, act text, target text, row_ids uuid[], client_id uuid, couple_id uuid, columns text[])
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select e.id, e.at, e.actor_id, e.act, e.target, e.row_ids, e.client_id, e.couple_id, e.columns from public.audit_event e
  where public.req_is('admin') and e.clinic_id = public.req_clinic() and (who is null or e.actor_id = who) and (whose is null or e.client_id = whose)
    and (what is null or e.target = what or e.act = what) and (since is null or e.at >= since) and (until is null or e.at < until)
    and (before is null or e.id < before)
    -- the house's own errands, and everybody's question who they are, are shown to whoever asks for them by name
    and (what is not null or (e.target not in ('outbox', 'idempotency', 'account')))
  order by e.id desc limit least(most, 101) $$;
grant execute on function audit_read(uuid, uuid, text, timestamptz, timestamptz, bigint, int) to kept_app;

create table audit_seal (
  clinic_id uuid not null, seq bigint not null, event_id bigint not null, hash bytea not null, sealed_at timestamptz not null default now(),
  primary key (clinic_id, seq), unique (clinic_id, event_id));
create table audit_head (clinic_id uuid primary key, seq bigint not null, hash bytea not null);
create table audit_horizon (one boolean primary key default true check (one), xid xid8 not null);
insert into audit_horizon (xid) values (pg_current_xact_id());
-- bytes that depend on no server setting: a json array, microseconds since the epoch
create function audit_digest(e audit_event) returns bytea language sql immutable return sha256(convert_to(json_build_array(
  e.clinic_id, e.id, (extract(epoch from e.at) * 1000000)::bigint, e.xid::text, e.actor_id, e.request_id, e.act, e.target, e.row_ids, e.client_id, e.couple_id, e.columns)::text, 'UTF8'));
create function audit_link(prev bytea, head bytea, digest bytea) returns bytea language sql immutable return sha256(coalesce(prev, head) || digest);
create aggregate audit_chain(bytea, bytea) (sfunc = audit_link, stype = bytea);
-- seals what is committed and can no longer be preceded: every transaction below the horizon has ended
create function audit_seal(most int default 20000) returns int language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare lo xid8; hi xid8; cut xid8; n int;
begin
  select xid into lo from audit_horizon for update skip locked;
  if not found then return 0; end if;
  hi := pg_snapshot_xmin(pg_current_snapshot());
  select xid into cut from audit_event where xid >= lo and xid < hi order by xid, id offset most limit 1;
  if cut > lo then hi := cut; end if;
  with fresh as materialized (
    select e.clinic_id, e.id, coalesce(h.seq, 0) + row_number() over w as seq,
      audit_chain(coalesce(h.hash, sha256(convert_to(e.clinic_id::text, 'UTF8'))), audit_digest(e)) over w as hash
    from audit_event e left join audit_head h on h.clinic_id = e.clinic_id where e.xid >= lo and e.xid < hi
    window w as (partition by e.clinic_id order by e.xid, e.id rows unbounded preceding)),
  sealed as (insert into audit_seal (clinic_id, seq, event_id, hash) select clinic_id, seq, id, hash from fresh),
  head as (insert into audit_head (clinic_id, seq, hash)
    select distinct on (clinic_id) clinic_id, seq, hash from fresh order by clinic_id, seq desc
    on conflict (clinic_id) do update set seq = excluded.seq, hash = excluded.hash)
  select count(*) into n from fresh;
  update audit_horizon set xid = hi;
  return n;
end $$;
-- a null defect = the chain holds; the caller compares the returned head with the last anchor
create function audit_verify(clinic uuid, out events bigint, out head bytea, out defect text) language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare bad record; lo xid8;
begin
  select xid into lo from audit_horizon;
  select s.seq, s.event_id, case when s.seq <> s.rn then 'gap in the chain' when e.id is null then 'event missing' when s.hash <> s.want then 'hash differs' end as why into bad
  from (select s.*, row_number() over w as rn, audit_chain(sha256(convert_to(clinic::text, 'UTF8')), audit_digest(e)) over w as want
        from audit_seal s left join audit_event e on e.clinic_id = s.clinic_id and e.id = s.event_id where s.clinic_id = clinic
        window w as (order by s.seq rows unbounded preceding)) s
  left join audit_event e on e.clinic_id = clinic and e.id = s.event_id
  where s.seq <> s.rn or e.id is null or s.hash is distinct from s.want order by s.seq limit 1;
  if bad.why is not null then defect := format('seq %s, event %s: %s', bad.seq, bad.event_id, bad.why);
  else
    select format('event %s was added behind the sealer', e.id) into defect from audit_event e
      left join audit_seal s on s.clinic_id = e.clinic_id and s.event_id = e.id
      where e.clinic_id = clinic and e.xid < lo and s.seq is null limit 1;
  end if;
  select count(*) into events from audit_seal where clinic_id = clinic;
  select s.hash into head from audit_seal s where s.clinic_id = clinic order by seq desc limit 1;
end $$;
create function audit_verify_own() returns table (events bigint, head bytea, defect text)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select v.events, v.head, v.defect from public.audit_verify(public.req_clinic()) v where public.req_is('admin') $$;
grant execute on function audit_seal(int) to kept_worker;
grant execute on function audit_verify_own() to kept_app;
reset role;
grant execute on function audit_change() to kept_owner;
`;
