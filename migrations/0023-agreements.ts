import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Agreements to be open with each other for a while: what, why, until when. Nothing begins before both agreed to the same
 * terms and their therapist has looked at it, so that a concern told in confidence holds it back without a sign. And what
 * is said about a boundary that is open already waits in the same silence, when a concern came later.
 */
export class Agreements0023 implements MigrationInterface {
  readonly name = 'Agreements0000000000023';

  async up(runner: QueryRunner): Promise<void> {
    for (const step of [TABLES, PROTECTION, TALK, TAKING]) await runner.query(step);
  }

  async down(): Promise<void> {
    throw new Error('migrations only move forward');
  }
}

const TABLES = `
set role kept_owner;
create table agreement (
  clinic_id uuid not null references clinic, id uuid not null, couple_id uuid not null, made_by uuid not null, version int not null,
  state text not null check (state in ('proposed', 'active', 'revisiting', 'declined', 'ended')), state_at timestamptz not null,
  terms_id uuid, until_on date, started_at timestamptz, proposed_at timestamptz not null,
  held boolean not null, open_from timestamptz, opened_by uuid, reason bytea check (octet_length(reason) <= 8192), listed_at timestamptz not null,
  primary key (clinic_id, id), check (held = (open_from is null)), check ((opened_by is null) = (reason is null)),
  check ((terms_id is null) = (until_on is null)), check (terms_id is not null or state in ('proposed', 'declined', 'ended')),
  foreign key (clinic_id, couple_id) references couple (clinic_id, id),
  foreign key (clinic_id, made_by) references client (clinic_id, id),
  foreign key (clinic_id, opened_by) references app_user (clinic_id, id));
create index agreement_couple on agreement (clinic_id, couple_id, listed_at desc, id desc);
create table agreement_terms (
  clinic_id uuid not null references clinic, id uuid not null, agreement_id uuid not null, couple_id uuid not null, written_by uuid not null,
  content bytea not null check (octet_length(content) <= 65536), until_on date not null, written_at timestamptz not null,
  held boolean not null, open_from timestamptz, opened_by uuid, reason bytea check (octet_length(reason) <= 8192),
  primary key (clinic_id, id), check (held = (open_from is null)), check ((opened_by is null) = (reason is null)),
  foreign key (clinic_id, agreement_id) references agreement (clinic_id, id),
  foreign key (clinic_id, couple_id) references couple (clinic_id, id),
  foreign key (clinic_id, written_by) references client (clinic_id, id),
  foreign key (clinic_id, opened_by) references app_user (clinic_id, id));
create index agreement_terms_of on agreement_terms (clinic_id, agreement_id, written_at);
create table agreement_consent (
  clinic_id uuid not null references clinic, id uuid not null, agreement_id uuid not null, terms_id uuid not null, couple_id uuid not null,
  agreed_by uuid not null, agreed_at timestamptz not null,
  primary key (clinic_id, id), unique (clinic_id, terms_id, agreed_by),
  foreign key (clinic_id, agreement_id) references agreement (clinic_id, id),
  foreign key (clinic_id, terms_id) references agreement_terms (clinic_id, id),
  foreign key (clinic_id, couple_id) references couple (clinic_id, id),
  foreign key (clinic_id, agreed_by) references client (clinic_id, id));
create index agreement_consent_of on agreement_consent (clinic_id, agreement_id);
select protect('agreement', 'shared'), protect('agreement_terms', 'shared'), protect('agreement_consent', 'shared');
reset role;`;

const PROTECTION = `
set role kept_owner;
create policy open_read on agreement as restrictive for select
  using (made_by = (select req_client()) or (select req_staff()) or open_from is not null);
create policy by_author on agreement as restrictive for insert with check (made_by = (select req_client()) and state = 'proposed'
  and opened_by is null and started_at is null and (held or not release_held(couple_id, true)));
revoke update on agreement from kept_app;
grant update (version, state, state_at, terms_id, until_on, started_at, held, open_from, opened_by, reason, listed_at) on agreement to kept_app;
-- beneath every service: the two agree, end and look again; staff start what both agreed to, and only where nothing is held back
create function agreement_acts() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if old.state in ('declined', 'ended')
    or public.req_client() is not null and ((new.terms_id, new.until_on, new.started_at, new.held, new.open_from, new.opened_by, new.listed_at)
      is distinct from (old.terms_id, old.until_on, old.started_at, old.held, old.open_from, old.opened_by, old.listed_at) or new.state in ('active', 'proposed'))
    or public.req_staff() and new.state is distinct from old.state and new.state not in ('active', 'revisiting')
    or (new.state, new.terms_id) is distinct from (old.state, old.terms_id) and new.state = 'active' and (public.release_held(old.couple_id, true)
      or new.until_on < current_date - 1 or (select count(distinct c.agreed_by) from public.agreement_consent c
        where c.clinic_id = new.clinic_id and c.agreement_id = new.id and c.terms_id = new.terms_id) < 2)
  then raise exception 'not your act' using errcode = '42501'; end if;
  return new;
end $$;
create trigger agreement_acts before update on agreement for each row
  when (current_user = 'kept_app') execute function agreement_acts();
create policy with_agreement on agreement_terms as restrictive for select using (
  (written_by = (select req_client()) or (select req_staff()) or open_from is not null) and exists (select from agreement a
    where a.clinic_id = agreement_terms.clinic_id and a.id = agreement_terms.agreement_id and a.couple_id = agreement_terms.couple_id));
create policy on_agreement on agreement_terms as restrictive for insert with check (written_by = (select req_client()) and opened_by is null
  and (held or not release_held(couple_id, true)) and exists (select from agreement a
    where a.clinic_id = agreement_terms.clinic_id and a.id = agreement_terms.agreement_id and a.couple_id = agreement_terms.couple_id));
create policy let_go on agreement_terms as restrictive for update using ((select req_staff()));
revoke update on agreement_terms from kept_app;
grant update (held, open_from, opened_by, reason) on agreement_terms to kept_app;
create policy with_terms on agreement_consent as restrictive for select using (exists (select from agreement_terms t
  where t.clinic_id = agreement_consent.clinic_id and t.id = agreement_consent.terms_id and t.agreement_id = agreement_consent.agreement_id));
create policy on_terms on agreement_consent as restrictive for insert with check (agreed_by = (select req_client()) and exists (select from agreement_terms t
  where t.clinic_id = agreement_consent.clinic_id and t.id = agreement_consent.terms_id and t.agreement_id = agreement_consent.agreement_id
    and t.couple_id = agreement_consent.couple_id));
revoke update on agreement_consent from kept_app;
grant select (clinic_id, id, couple_id, open_from) on agreement to kept_system;
reset role;
set role kept_system;
-- a mail that waited is still right: of a boundary or an agreement alike, by its id
create or replace function still_there(clinic uuid, who uuid, couple uuid, boundary_id uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select exists (select from public.couple_partner p where p.clinic_id = clinic and p.client_id = who and p.to_at is null
    and (exists (select from public.release r where r.clinic_id = clinic and r.couple_id = couple and r.couple_id = p.couple_id
        and r.released_by <> who and r.open_from is not null and r.withdrawn_at is null)
      or exists (select from public.boundary b where b.clinic_id = clinic and b.id = boundary_id and b.couple_id = p.couple_id
        and b.open_from is not null)
      or exists (select from public.agreement a where a.clinic_id = clinic and a.id = boundary_id and a.couple_id = p.couple_id
        and a.open_from is not null))) $$;
reset role;`;

// A boundary that was open before a concern stays so; what is said about it from then on waits for a clinician.
// (not valid: every row has null there, and looking would need the sight that the owner does not have)
const TALK = `
set role kept_owner;
alter table boundary_text add column held boolean not null default false, add column open_from timestamptz, add column opened_by uuid,
  add column reason bytea check (octet_length(reason) <= 8192), add check (not held or open_from is null), add check ((opened_by is null) = (reason is null)),
  add foreign key (clinic_id, opened_by) references app_user (clinic_id, id) not valid;
alter table boundary_comment add column held boolean not null default false, add column open_from timestamptz, add column opened_by uuid,
  add column reason bytea check (octet_length(reason) <= 8192), add check (not held or open_from is null), add check ((opened_by is null) = (reason is null)),
  add foreign key (clinic_id, opened_by) references app_user (clinic_id, id) not valid;
create function hold_talk(t regclass) returns void language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  execute format('create policy open_words on %s as restrictive for select using (not held or written_by = (select req_client()) or (select req_staff()))', t);
  execute format('create policy hold_words on %s as restrictive for insert with check (opened_by is null and open_from is null
    and (held or not release_held(couple_id, true) or exists (select from boundary b
      where b.clinic_id = %1$s.clinic_id and b.id = %1$s.boundary_id and b.open_from is null)))', t);
  execute format('create policy let_go on %s as restrictive for update using ((select req_staff()))', t);
  execute format('grant update (held, open_from, opened_by, reason) on %s to kept_app', t);
end $$;
revoke execute on function hold_talk(regclass) from public;
select hold_talk('boundary_text'), hold_talk('boundary_comment');
create policy open_consent on boundary_consent as restrictive for select using (agreed_by = (select req_client()) or (select req_staff())
  or exists (select from boundary_text t where t.clinic_id = boundary_consent.clinic_id and t.id = boundary_consent.text_id));
grant select (clinic_id, id, couple_id, boundary_id, number, held, review_on, written_at) on boundary_text to kept_system;
grant select (text_id, state, version), update (text_id, state, state_at, asked_from, review_on, version) on boundary to kept_system;
reset role;`;

const TAKING = `
set role kept_system;
-- what the next wording of a boundary is numbered, also past those one may not see
create function next_wording(of_boundary uuid) returns int
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select coalesce(max(t.number), 0) + 1 from public.boundary_text t where t.clinic_id = public.req_clinic() and t.boundary_id = of_boundary
    and t.couple_id = any ((select public.visible_couples())::uuid[]) $$;
-- true = one of the two put other words beside these, which the other may not have met yet: so the two do not agree
create function wording_waits(of_boundary uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select exists (select from public.boundary b join public.boundary_text now on now.clinic_id = b.clinic_id and now.id = b.text_id
    join public.boundary_text t on t.clinic_id = b.clinic_id and t.boundary_id = b.id and t.held and t.number > now.number
    where b.clinic_id = public.req_clinic() and b.id = of_boundary and b.couple_id = any ((select public.visible_couples())::uuid[])) $$;
-- the newest words, let go by a clinician, become what it says; true = they did. Its times are those of the writing, so that
-- its writer finds nothing changed
create function take_wording(of_boundary uuid, opened int) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  update public.boundary b set text_id = t.id, state = case b.state when 'proposed' then 'discussing' else b.state end,
      state_at = t.written_at, asked_from = t.written_at, review_on = t.review_on, version = b.version + opened
    from public.boundary_text t, public.boundary_text before
    where b.clinic_id = public.req_clinic() and b.id = of_boundary and public.req_staff() and b.couple_id = any ((select public.care_couples())::uuid[])
      and t.clinic_id = b.clinic_id and t.boundary_id = b.id and not t.held and before.clinic_id = b.clinic_id and before.id = b.text_id
      and t.number > before.number and b.state in ('proposed', 'discussing', 'changed')
      and not exists (select from public.boundary_text later where later.clinic_id = b.clinic_id and later.boundary_id = b.id
        and not later.held and later.number > t.number);
  return found;
end $$;
grant execute on function next_wording(uuid), wording_waits(uuid), take_wording(uuid, int) to kept_app;
reset role;`;
