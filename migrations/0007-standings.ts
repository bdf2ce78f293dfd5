import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where each person's care stands, for the caseload: dates and counts, under the row policies of whoever asks. */
export class Standings0007 implements MigrationInterface {
  readonly name = 'Standings0000000000007';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(STANDING);
  }

  async down(): Promise<void> {
    throw new Error('migrations only move forward');
  }
}

// Two branches where a row is the person's or the couple's: each is one index range.
const STANDING = `
set role kept_owner;
create view standing with (security_invoker = true) as
  select c.id,
    greatest(
      (select max(s.starts_at) from session s where s.client_id = c.id and s.starts_at <= now() and s.status in ('planned', 'held')),
      (select max(s.starts_at) from session s where s.client_id is null and s.couple_id = h.couple_id and s.starts_at <= now()
        and s.status in ('planned', 'held'))) as last_seen_at,
    least(
      (select min(s.starts_at) from session s where s.client_id = c.id and s.starts_at > now() and s.status = 'planned'),
      (select min(s.starts_at) from session s where s.client_id is null and s.couple_id = h.couple_id and s.starts_at > now()
        and s.status = 'planned')) as next_at,
    (select count(*)::int from review_waiting r where r.client_id = c.id)
      + (select count(*)::int from review_waiting r where r.client_id is null and r.couple_id = h.couple_id) as to_read,
    (select count(*)::int from note_due n where n.client_id = c.id)
      + (select count(*)::int from note_due n where n.client_id is null and n.couple_id = h.couple_id) as notes_due,
    (select count(*)::int from assignment a where a.client_id = c.id and a.status in ('assigned', 'draft', 'returned')) as homework_open
  from client c left join couple_partner h on h.client_id = c.id and h.to_at is null;
grant select on standing to kept_app;
reset role;`;
