import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What somebody writes in her journal after the work of two has ended is hers alone, also where she began the entry while
 * it lasted: those who treated the couple go on reading what was joint, and nothing that was written since.
 */
export class AloneAgain0029 implements MigrationInterface {
  readonly name = 'AloneAgain0000000000029';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(LEAVES);
    await runner.query(EARLIER);
  }

  async down(): Promise<void> {
    throw new Error('migrations only move forward');
  }
}

// Not by comparing times: the words of an entry are dated by the server, the end by the database. Taken up again, the work
// of two begins with what is written then.
const LEAVES = `
set role kept_system;
create function leave_ended_work() returns trigger
  language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  -- waits for an end that is under way
  perform from public.couple c where c.clinic_id = new.clinic_id and c.id = new.couple_id for share;
  if exists (select from public.couple c where c.clinic_id = new.clinic_id and c.id = new.couple_id and c.status = 'ended') then
    new.couple_id := null;
  end if;
  return new;
end $$;
revoke execute on function leave_ended_work() from public;
grant execute on function leave_ended_work() to kept_owner;
reset role;
set role kept_owner;
create trigger leave_ended_work before insert or update on journal_entry for each row when (new.couple_id is not null)
  execute function leave_ended_work();
reset role;`;

const EARLIER = `
update journal_entry j set couple_id = null where exists (select from couple_ending e where e.clinic_id = j.clinic_id
  and e.couple_id = j.couple_id and e.ended_at < j.changed_at and (e.reopened_at is null or j.changed_at < e.reopened_at))`;
