import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What took place before the end of the work of two is put on record also after it, by whoever held the session. */
export class LateNotes0026 implements MigrationInterface {
  readonly name = 'LateNotes0000000000026';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(LATE);
  }

  async down(): Promise<void> {
    throw new Error('migrations only move forward');
  }
}

const begun = (
  note: string,
): string => `author_id = (select req_actor()) and couple_id = any ((select left_couples())::uuid[])
  and exists (select from session s where s.clinic_id = ${note}.clinic_id and s.id = ${note}.session_id
    and s.couple_id = ${note}.couple_id and s.therapist_id = (select req_actor())
    and s.starts_at <= now() and s.status <> 'cancelled')`;
// Of such a session nothing can be changed but that it was held.
const HELD = `therapist_id = (select req_actor()) and couple_id = any ((select left_couples())::uuid[]) and starts_at <= now()`;
const LATE = `
set role kept_owner;
create policy late on note for insert with check (${begun('note')});
create policy late on psychotherapy_note for insert with check (${begun('psychotherapy_note')});
create policy late on session for update using (${HELD}) with check (${HELD} and status = 'held');
reset role;`;
