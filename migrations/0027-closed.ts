import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What comes before a partner as a copy waits for a clinician where somebody told of a concern: beneath the services as
 * well; what is said to a piece that was open before a concern waits in the same silence. And an agreement to be open lasts as long as the terms that both agreed to say, and no longer.
 */
export class Closed0027 implements MigrationInterface {
  readonly name = 'Closed0000000000027';

  async up(runner: QueryRunner): Promise<void> {
    for (const step of [GATE, LASTING, TURNS, TAKING]) await runner.query(step);
  }

  async down(): Promise<void> {
    throw new Error('migrations only move forward');
  }
}

const GATE = `
set role kept_owner;
create policy hold_back on shared_win as restrictive for insert with check (held or not release_held(couple_id, false));
create policy hold_back on release as restrictive for insert with check (held or not release_held(couple_id, false));
reset role;`;

const LASTING = `
set role kept_owner;
create function agreement_lasts() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if (new.terms_id, new.until_on) is distinct from (old.terms_id, old.until_on) and not (new.state = 'active'
    and exists (select from public.agreement_terms t where t.clinic_id = new.clinic_id and t.id = new.terms_id
      and t.agreement_id = new.id and t.until_on = new.until_on and not t.held))
  then raise exception 'not its terms' using errcode = '42501'; end if;
  return new;
end $$;
create trigger agreement_lasts before update on agreement for each row
  when (current_user = 'kept_app') execute function agreement_lasts();
reset role;`;

// (not valid: every row has null there, and looking would need the sight that the owner does not have)
const TURNS = `
set role kept_owner;
alter table listening_turn add column held boolean not null default false, add column open_from timestamptz, add column opened_by uuid,
  add column reason bytea check (octet_length(reason) <= 8192), add check (not held or open_from is null), add check ((opened_by is null) = (reason is null)),
  add foreign key (clinic_id, opened_by) references app_user (clinic_id, id) not valid;
create policy open_words on listening_turn as restrictive for select using (not held or written_by = (select req_client()) or (select req_staff()));
create policy hold_words on listening_turn as restrictive for insert with check (opened_by is null and open_from is null
  and (held or content is null or not release_held(couple_id, true)));
create policy let_go on listening_turn as restrictive for update using ((select req_staff()));
grant update (held, open_from, opened_by, reason) on listening_turn to kept_app;
drop policy in_turn on listening_turn;
create policy in_turn on listening_turn as restrictive for insert with check (written_by = (select req_client()) and exists (select from listening l
  where l.clinic_id = listening_turn.clinic_id and l.id = listening_turn.listening_id and l.couple_id = listening_turn.couple_id and l.open_from is not null
    and (l.made_by = listening_turn.written_by) = (listening_turn.kind in ('heard', 'not_yet'))
    and (listening_turn.kind <> 'reply' or l.state in ('reflected', 'heard') or listening_turn.held)));
grant update (state, state_at) on listening to kept_system;
reset role;`;

const TAKING = `
set role kept_system;
-- what was said back, just let go by a clinician, was said back
create function take_turns(piece uuid) returns void
  language sql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
  update public.listening l set state = 'reflected', state_at = clock_timestamp()
    where l.clinic_id = public.req_clinic() and l.id = piece and public.req_staff() and l.couple_id = any ((select public.care_couples())::uuid[])
      and l.state in ('offered', 'not_yet') $$;
grant execute on function take_turns(uuid) to kept_app;
reset role;`;
