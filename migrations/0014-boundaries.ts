import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Boundaries between two partners. The head, its wordings, who agreed and what was said about it belong to the couple;
 * a draft, the reason behind it, and what each says became of it are one partner's own. Until it is open, a boundary and
 * all that hangs on it are there for its author alone, and for the care team from when it was proposed.
 */
export class Boundaries0014 implements MigrationInterface {
  readonly name = 'Boundaries0000000000014';

  async up(runner: QueryRunner): Promise<void> {
    for (const step of [TABLES, PROTECTION]) await runner.query(step);
  }

  async down(): Promise<void> {
    throw new Error('migrations only move forward');
  }
}

// listed_at: place in the list; set anew when it is proposed and when it opens, so that it tells nothing of the time before
const TABLES = `
set role kept_owner;
create table boundary (
  clinic_id uuid not null references clinic, id uuid not null, couple_id uuid not null, made_by uuid not null, version int not null,
  kind text not null check (kind in ('limit', 'request', 'condition')), negotiable boolean not null, fixed boolean not null,
  state text not null check (state in ('draft', 'proposed', 'discussing', 'agreed', 'active', 'under_review', 'renewed', 'changed', 'retired', 'declined')),
  state_at timestamptz not null, review_on date not null, text_id uuid, asked_from timestamptz, proposed_at timestamptz,
  held boolean not null, open_from timestamptz, opened_by uuid, reason bytea check (octet_length(reason) <= 8192),
  agreed_at timestamptz, active_from date, listed_at timestamptz not null,
  primary key (clinic_id, id), check (not held or open_from is null), check ((opened_by is null) = (reason is null)),
  check ((text_id is null) = (proposed_at is null)), check (text_id is not null or state in ('draft', 'retired')), check (open_from is null or text_id is not null),
  foreign key (clinic_id, couple_id) references couple (clinic_id, id),
  foreign key (clinic_id, made_by) references client (clinic_id, id),
  foreign key (clinic_id, opened_by) references app_user (clinic_id, id));
create index boundary_couple on boundary (clinic_id, couple_id, listed_at desc, id desc);
create table boundary_own (
  clinic_id uuid not null references clinic, id uuid not null, boundary_id uuid not null, client_id uuid not null, couple_id uuid not null, version int not null,
  content bytea not null check (octet_length(content) <= 65536), saved_at timestamptz not null,
  primary key (clinic_id, id), unique (clinic_id, boundary_id),
  foreign key (clinic_id, boundary_id) references boundary (clinic_id, id),
  foreign key (clinic_id, client_id) references client (clinic_id, id),
  foreign key (clinic_id, couple_id) references couple (clinic_id, id));
create table boundary_text (
  clinic_id uuid not null references clinic, id uuid not null, boundary_id uuid not null, couple_id uuid not null, number int not null check (number between 1 and 200),
  written_by uuid not null, content bytea not null check (octet_length(content) <= 65536), review_on date not null, written_at timestamptz not null,
  primary key (clinic_id, id), unique (clinic_id, boundary_id, number),
  foreign key (clinic_id, boundary_id) references boundary (clinic_id, id),
  foreign key (clinic_id, couple_id) references couple (clinic_id, id),
  foreign key (clinic_id, written_by) references client (clinic_id, id));
create table boundary_consent (
  clinic_id uuid not null references clinic, id uuid not null, boundary_id uuid not null, text_id uuid not null, couple_id uuid not null,
  agreed_by uuid not null, agreed_at timestamptz not null,
  primary key (clinic_id, id),
  foreign key (clinic_id, boundary_id) references boundary (clinic_id, id),
  foreign key (clinic_id, text_id) references boundary_text (clinic_id, id),
  foreign key (clinic_id, couple_id) references couple (clinic_id, id),
  foreign key (clinic_id, agreed_by) references client (clinic_id, id));
create index boundary_consent_of on boundary_consent (clinic_id, boundary_id);
create table boundary_comment (
  clinic_id uuid not null references clinic, id uuid not null, boundary_id uuid not null, couple_id uuid not null, written_by uuid not null,
  content bytea not null check (octet_length(content) <= 65536), written_at timestamptz not null,
  primary key (clinic_id, id),
  foreign key (clinic_id, boundary_id) references boundary (clinic_id, id),
  foreign key (clinic_id, couple_id) references couple (clinic_id, id),
  foreign key (clinic_id, written_by) references client (clinic_id, id));
create index boundary_comment_of on boundary_comment (clinic_id, boundary_id, written_at);
create table boundary_move (
  clinic_id uuid not null references clinic, id uuid not null, boundary_id uuid not null, client_id uuid, couple_id uuid not null,
  from_state text not null, to_state text not null, reason bytea check (octet_length(reason) <= 16384), moved_by uuid not null, moved_at timestamptz not null,
  primary key (clinic_id, id),
  foreign key (clinic_id, boundary_id) references boundary (clinic_id, id),
  foreign key (clinic_id, client_id) references client (clinic_id, id),
  foreign key (clinic_id, couple_id) references couple (clinic_id, id),
  foreign key (clinic_id, moved_by) references app_user (clinic_id, id));
create index boundary_move_of on boundary_move (clinic_id, boundary_id, moved_at);
create table boundary_event (
  clinic_id uuid not null references clinic, id uuid not null, boundary_id uuid not null, client_id uuid not null, couple_id uuid not null,
  kind text not null check (kind in ('kept', 'bent', 'crossed', 'not_saying')), occurred_on date not null,
  note bytea check (octet_length(note) <= 16384), marked_at timestamptz not null,
  primary key (clinic_id, id),
  foreign key (clinic_id, boundary_id) references boundary (clinic_id, id),
  foreign key (clinic_id, client_id) references client (clinic_id, id),
  foreign key (clinic_id, couple_id) references couple (clinic_id, id));
create index boundary_event_of on boundary_event (clinic_id, boundary_id, occurred_on);
select protect('boundary', 'shared'), protect('boundary_own', 'shared'), protect('boundary_text', 'shared'), protect('boundary_consent', 'shared'),
  protect('boundary_comment', 'shared'), protect('boundary_move', 'shared'), protect('boundary_event', 'shared');
reset role;`;

const PROTECTION = `
set role kept_owner;
-- a draft is its author's; the care team meets it when it is proposed, the other partner when it is open
create policy open_read on boundary as restrictive for select
  using (made_by = (select req_client()) or open_from is not null or ((select req_staff()) and proposed_at is not null));
create policy by_author on boundary as restrictive for insert with check (made_by = (select req_client()) and state = 'draft' and open_from is null);
revoke update on boundary from kept_app;
grant update (version, kind, negotiable, fixed, state, state_at, review_on, text_id, asked_from, proposed_at, held, open_from, opened_by, reason, agreed_at, active_from, listed_at)
  on boundary to kept_app;
-- beneath every service: it opens by the gate's word or a clinician's, staff agree to nothing, and what was proposed stays so
create function boundary_acts() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare opening constant boolean := (new.held, new.open_from, new.opened_by) is distinct from (old.held, old.open_from, old.opened_by);
begin
  if public.req_client() is not null and opening and (old.made_by is distinct from public.req_client() or old.state <> 'draft' or new.opened_by is not null
      or new.open_from is not null and public.release_held(old.couple_id, true))
    or public.req_staff() and new.state is distinct from old.state and new.state <> 'under_review'
    or public.req_staff() and (new.text_id, new.agreed_at, new.active_from) is distinct from (old.text_id, old.agreed_at, old.active_from)
    or old.open_from is not null and new.open_from is distinct from old.open_from
    or old.state in ('draft', 'declined', 'retired') and public.req_client() is distinct from old.made_by
    or old.proposed_at is not null and (new.kind, new.negotiable, new.fixed, new.proposed_at) is distinct from (old.kind, old.negotiable, old.fixed, old.proposed_at)
  then raise exception 'not your act' using errcode = '42501'; end if;
  return new;
end $$;
create trigger boundary_acts before update on boundary for each row
  when (current_user = 'kept_app') execute function boundary_acts();
-- what hangs on a boundary is there for whoever meets the boundary, and hung there by the one it names
create function hang_on_boundary(t regclass, writer text) returns void language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare parent constant text := format('exists (select from boundary b where b.clinic_id = %s.clinic_id and b.id = %1$s.boundary_id and b.couple_id = %1$s.couple_id)', t);
begin
  execute format('create policy with_boundary on %s as restrictive for select using (%s)', t, parent);
  execute format('create policy on_boundary on %s as restrictive for insert with check (%s and %s)', t, parent, writer);
  execute format('revoke update on %s from kept_app', t);
end $$;
revoke execute on function hang_on_boundary(regclass, text) from public;
select hang_on_boundary('boundary_own', 'client_id = (select req_client())'),
  hang_on_boundary('boundary_text', 'written_by = (select req_client())'),
  hang_on_boundary('boundary_consent', 'agreed_by = (select req_client())'),
  hang_on_boundary('boundary_comment', 'written_by = (select req_client())'),
  hang_on_boundary('boundary_move', 'moved_by = (select req_actor()) and client_id is not distinct from (select req_client())'),
  hang_on_boundary('boundary_event', 'client_id = (select req_client())');
-- a draft is written until it is proposed; everything else is a record: written once
grant update (version, content, saved_at) on boundary_own to kept_app;
create policy while_draft on boundary_own as restrictive for update using (client_id = (select req_client()) and exists (select from boundary b
  where b.clinic_id = boundary_own.clinic_id and b.id = boundary_own.boundary_id and b.state = 'draft'));
-- why somebody moved it is between her or him and the care team
create policy own_reason on boundary_move as restrictive for select using ((select req_staff()) or client_id = (select req_client()));
reset role;`;
