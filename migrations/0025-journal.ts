import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a person writes of her own accord: small wins, gut checks, where she leans and what she weighs. Her care team reads
 * it unless she keeps an entry to herself; a partner reads copies of wins that she shared, and nothing else. And how care
 * came to a close: four outcomes, none of them better than another.
 */
export class Journal0025 implements MigrationInterface {
  readonly name = 'Journal0000000000025';

  async up(runner: QueryRunner): Promise<void> {
    for (const step of [TABLES, SHARING, OUTCOMES]) await runner.query(step);
  }

  async down(): Promise<void> {
    throw new Error('migrations only move forward');
  }
}

const TABLES = `
set role kept_owner;
create table journal_entry (
  clinic_id uuid not null references clinic, id uuid not null, client_id uuid not null, couple_id uuid,
  kind text not null check (kind in ('win', 'gut_check', 'leaning', 'crossroads')), happened_on date not null,
  content bytea not null check (octet_length(content) <= 65536), alone boolean not null, written_at timestamptz not null,
  changed_at timestamptz not null, removed_at timestamptz, version int not null default 1,
  primary key (clinic_id, id), check (not alone or kind in ('win', 'gut_check')),
  foreign key (clinic_id, client_id) references client (clinic_id, id),
  foreign key (clinic_id, couple_id) references couple (clinic_id, id));
create index journal_entry_of on journal_entry (clinic_id, client_id, happened_on desc, id desc) where removed_at is null;
select protect('journal_entry', 'shared');
-- hers to write, whoever reads it; what she keeps to herself or took out is there for nobody else
create policy by_her on journal_entry as restrictive for insert with check (client_id = (select req_client()));
create policy her_change on journal_entry as restrictive for update using (client_id = (select req_client())) with check (client_id = (select req_client()));
create policy released on journal_entry as restrictive for select using (client_id = (select req_client()) or not alone and removed_at is null);
-- an entry of the time with a partner is hers to go on with when that time is over
drop policy pair_change on journal_entry;
create policy pair_change on journal_entry as restrictive for update using (true) with check (client_id = (select req_client()));
revoke update on journal_entry from kept_app;
grant update (happened_on, content, alone, changed_at, removed_at, version) on journal_entry to kept_app;
reset role;`;

// As with what is released: a copy, held back in silence where somebody told of a concern, ended by its author's word.
const SHARING = `
set role kept_owner;
create table shared_win (
  clinic_id uuid not null references clinic, id uuid not null, couple_id uuid not null, shared_by uuid not null, entry_id uuid not null,
  content bytea not null check (octet_length(content) <= 8192), happened_on date not null, shared_at timestamptz not null,
  held boolean not null, open_from timestamptz, opened_by uuid, reason bytea check (octet_length(reason) <= 8192), withdrawn_at timestamptz,
  primary key (clinic_id, id), check (not held or open_from is null), check ((opened_by is null) = (reason is null)),
  foreign key (clinic_id, couple_id) references couple (clinic_id, id),
  foreign key (clinic_id, shared_by) references client (clinic_id, id),
  foreign key (clinic_id, entry_id) references journal_entry (clinic_id, id),
  foreign key (clinic_id, opened_by) references app_user (clinic_id, id));
create index shared_win_of on shared_win (clinic_id, couple_id, happened_on desc, id desc) where withdrawn_at is null;
create index shared_win_entry on shared_win (clinic_id, entry_id);
select protect('shared_win', 'shared');
create policy open_read on shared_win as restrictive for select
  using ((select req_staff()) or shared_by = (select req_client()) or (open_from is not null and withdrawn_at is null));
create policy of_own on shared_win as restrictive for insert with check (shared_by = (select req_client()) and opened_by is null
  and exists (select from journal_entry e where e.clinic_id = shared_win.clinic_id and e.id = shared_win.entry_id
    and e.client_id = shared_win.shared_by and e.kind = 'win' and e.removed_at is null));
create policy by_its_own on shared_win as restrictive for update using ((select req_staff()) or shared_by = (select req_client()));
revoke update on shared_win from kept_app;
grant update (withdrawn_at, held, open_from, opened_by, reason) on shared_win to kept_app;
create trigger release_acts before update on shared_win for each row when (current_user = 'kept_app') execute function release_acts();
grant select (clinic_id, couple_id, withdrawn_at), update (withdrawn_at) on shared_win to kept_system;
reset role;
set role kept_system;
-- what was shared ends with the work of two, and does not come back when that is taken up again
create function end_shared_wins() returns trigger language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  update public.shared_win w set withdrawn_at = now() where w.clinic_id = new.clinic_id and w.couple_id = new.couple_id and w.withdrawn_at is null;
  return new;
end $$;
revoke execute on function end_shared_wins() from public;
grant execute on function end_shared_wins() to kept_owner;
reset role;
set role kept_owner;
create trigger end_shared_wins after insert on couple_ending for each row execute function end_shared_wins();
reset role;`;

const OUTCOMES = `
set role kept_owner;
create table care_outcome (
  clinic_id uuid not null references clinic, id uuid not null, client_id uuid, couple_id uuid,
  outcome text not null check (outcome in ('together', 'apart_with_clarity', 'still_deciding', 'individual_work')),
  note bytea check (octet_length(note) <= 16384), recorded_by uuid not null, recorded_at timestamptz not null,
  primary key (clinic_id, id), check (num_nonnulls(client_id, couple_id) = 1),
  foreign key (clinic_id, client_id) references client (clinic_id, id),
  foreign key (clinic_id, couple_id) references couple (clinic_id, id),
  foreign key (clinic_id, recorded_by) references app_user (clinic_id, id));
create index care_outcome_client on care_outcome (clinic_id, client_id, recorded_at desc) where client_id is not null;
create index care_outcome_couple on care_outcome (clinic_id, couple_id, recorded_at desc) where couple_id is not null;
select protect('care_outcome', 'staff');
create policy own_word on care_outcome as restrictive for insert with check (recorded_by = (select req_actor()));
revoke update on care_outcome from kept_app;
grant select (clinic_id, id, client_id, couple_id, outcome, recorded_at) on care_outcome to kept_system;
reset role;
set role kept_system;
-- how many closed how, by the last word on each; for the front desk, who may see no single one
create function outcome_counts() returns table (outcome text, people int)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select l.outcome, count(*)::int from (select distinct on (o.client_id, o.couple_id) o.outcome from public.care_outcome o
    where o.clinic_id = public.req_clinic() and public.req_is('admin') order by o.client_id, o.couple_id, o.recorded_at desc, o.id desc) l
  group by l.outcome $$;
grant execute on function outcome_counts() to kept_app;
reset role;`;
