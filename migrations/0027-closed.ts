import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What comes before a partner as a copy waits for a clinician where somebody told of a concern: beneath the services as
 * well. And an agreement to be open lasts as long as the terms that both agreed to say, and no longer.
 */
export class Closed0027 implements MigrationInterface {
  readonly name = 'Closed0000000000027';

  async up(runner: QueryRunner): Promise<void> {
    for (const step of [GATE, LASTING]) await runner.query(step);
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
