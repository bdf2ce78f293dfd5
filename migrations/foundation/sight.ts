/** Who may see whom. Owned by a role that reads three tables and nothing else, and that bypasses row security. */
export const sight = `
set role kept_sight;
create view sight_care as
  select t.client_id, t.couple_id, t.staff_id = (select req_actor()) as own from care_team t
  where t.clinic_id = (select req_clinic()) and (select req_client()) is null and t.from_at <= now() and (t.to_at is null or t.to_at > now())
    and t.staff_id = any (array(
      select req_actor() where req_is('therapist')
      union all
      select s.therapist_id from supervision s where req_is('supervisor') and s.clinic_id = (select req_clinic())
        and s.supervisor_id = (select req_actor()) and s.from_at <= now() and (s.to_at is null or s.to_at > now())));
create view sight_client as
  select client_id, own from sight_care where client_id is not null
  union all
  select req_client(), false where req_client() is not null;
create view sight_person as
  select client_id, own from sight_client
  union all
  select p.client_id, m.own from sight_care m join couple_partner p on p.clinic_id = (select req_clinic()) and p.couple_id = m.couple_id
    and p.from_at <= now() and (p.to_at is null or p.to_at > now());
create view sight_couple as
  select couple_id, own from sight_care where couple_id is not null
  union all
  select p.couple_id, false from couple_partner p where p.clinic_id = (select req_clinic()) and p.client_id = (select req_client())
    and p.from_at <= now() and (p.to_at is null or p.to_at > now());
-- visible: whose rows may I read; care: whose care am I part of myself (may write).
-- clients: whose own care; people: also the partners of a couple in care, for who they are (not for their own care's rows)
create function visible_people() returns uuid[] language sql stable security definer set search_path = pg_catalog, public, pg_temp
  as $$ select array(select client_id from public.sight_person) $$;
create function care_people() returns uuid[] language sql stable security definer set search_path = pg_catalog, public, pg_temp
  as $$ select array(select client_id from public.sight_person where own) $$;
create function visible_clients() returns uuid[] language sql stable security definer set search_path = pg_catalog, public, pg_temp
  as $$ select array(select client_id from public.sight_client) $$;
create function visible_couples() returns uuid[] language sql stable security definer set search_path = pg_catalog, public, pg_temp
  as $$ select array(select couple_id from public.sight_couple) $$;
create function care_clients() returns uuid[] language sql stable security definer set search_path = pg_catalog, public, pg_temp
  as $$ select array(select client_id from public.sight_client where own) $$;
create function care_couples() returns uuid[] language sql stable security definer set search_path = pg_catalog, public, pg_temp
  as $$ select array(select couple_id from public.sight_couple where own) $$;
-- may this therapist put herself in care? Only of someone nobody ever cared for (she has just entered them), or of
-- a couple both of whom she treats
create function may_join(client uuid, couple uuid) returns boolean language sql stable security definer set search_path = pg_catalog, public, pg_temp
  as $$ select public.req_is('therapist') and case
    when client is not null then not exists (select from public.care_team t where t.clinic_id = public.req_clinic() and (t.client_id = client
      or t.couple_id in (select p.couple_id from public.couple_partner p where p.clinic_id = public.req_clinic() and p.client_id = client)))
    else coalesce((select bool_and(p.client_id = any ((select public.care_clients())::uuid[])) from public.couple_partner p
      where p.clinic_id = public.req_clinic() and p.couple_id = couple and (p.to_at is null or p.to_at > now())), false) end $$;
-- may this therapist put somebody of hers into this couple? Into one she treats herself, or one that nobody treats yet;
-- and never beside a person who is not in her care
create function may_pair(couple uuid) returns boolean language sql stable security definer set search_path = pg_catalog, public, pg_temp
  as $$ select (couple = any ((select public.care_couples())::uuid[])
      or not exists (select from public.care_team t where t.clinic_id = public.req_clinic() and t.couple_id = couple))
    and not exists (select from public.couple_partner p where p.clinic_id = public.req_clinic() and p.couple_id = couple
      and (p.to_at is null or p.to_at > now()) and p.client_id <> all ((select public.care_clients())::uuid[])) $$;
-- is this person, or was she, half of this couple? Answered to whoever may know of the couple
create function is_partner(client uuid, couple uuid) returns boolean language sql stable security definer set search_path = pg_catalog, public, pg_temp
  as $$ select couple = any ((select public.visible_couples())::uuid[]) and exists (select from public.couple_partner p
    where p.clinic_id = public.req_clinic() and p.couple_id = couple and p.client_id = client) $$;
grant execute on function care_clients() to kept_system;
grant execute on function visible_people(), care_people(), care_clients(), care_couples(), visible_clients(), visible_couples(), may_join(uuid, uuid), may_pair(uuid), is_partner(uuid, uuid) to kept_app;
reset role;
`;
