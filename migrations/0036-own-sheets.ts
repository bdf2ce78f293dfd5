import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A sheet that one of two goes on with after their work has ended is hers alone: from its first change it belongs to the
 * couple's work no more, and neither does what is sent, answered or noted on it from then on. Those who treated the
 * couple read on what was there before.
 */
export class OwnSheets0036 implements MigrationInterface {
  readonly name = 'OwnSheets0000000000036';

  async up(runner: QueryRunner): Promise<void> {
    for (const step of [LEAVES, HANGS, ...EARLIER]) await runner.query(step);
  }

  async down(): Promise<void> {
    throw new Error('migrations only move forward');
  }
}

// What leaves with its next change, and what leaves from its beginning. A draft is read by nobody but its author.
const CHANGED = ['assignment', 'therapist_part', 'homework_sequence', 'scale_schedule'];
const BEGUN = ['response', 'submission', 'review', 'therapist_part'];

const trigger = (act: 'insert' | 'update', table: string): string => `
create trigger leave_ended_work_${act} before ${act} on ${table} for each row
  when (new.couple_id is not null and new.client_id is not null and current_user = 'kept_app')
  execute function leave_ended_work_quietly();`;

// Unlike a journal entry it does not wait for an end that is under way: a draft is saved every few seconds, and the end
// of the couple's work waits for sheets in its turn. What crosses it came before it.
const LEAVES = `
set role kept_system;
create function leave_ended_work_quietly() returns trigger
  language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if exists (select from public.couple c where c.clinic_id = new.clinic_id and c.id = new.couple_id and c.status = 'ended') then
    new.couple_id := null;
  end if;
  return new;
end $$;
revoke execute on function leave_ended_work_quietly() from public;
grant execute on function leave_ended_work_quietly() to kept_owner;
reset role;
set role kept_owner;${CHANGED.map((table) => trigger('update', table)).join('')}${BEGUN.map((table) => trigger('insert', table)).join('')}
reset role;`;

const hangs = (table: string, parent: string): string => `
alter policy on_${parent} on ${table} with check (exists (select from ${parent} parent where parent.clinic_id = ${table}.clinic_id
  and parent.id = ${table}.${parent}_id and parent.client_id is not distinct from ${table}.client_id
  and (parent.couple_id is not distinct from ${table}.couple_id or ${table}.couple_id is null and ${table}.client_id is not null)));`;

// What hangs on a sheet is seen by those who see the sheet, or by fewer.
const HANGS = `
set role kept_owner;${BEGUN.map((table) => hangs(table, 'assignment')).join('')}${hangs('review', 'submission')}
reset role;`;

const since = (table: string, changed: string): string => `
update ${table} t set couple_id = null where t.client_id is not null and exists (select from couple_ending e
  where e.clinic_id = t.clinic_id and e.couple_id = t.couple_id and e.ended_at < t.${changed}
    and (e.reopened_at is null or t.${changed} < e.reopened_at))`;

const EARLIER = [
  since('assignment', 'updated_at'),
  since('submission', 'sent_at'),
  since('review', 'reviewed_at'),
  since('therapist_part', 'saved_at'),
];
