import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A clinic sets for itself when an unsigned note is due and when it is late; the lists say where each stands. */
export class SigningHours0046 implements MigrationInterface {
  readonly name = 'SigningHours0000000000046';

  async up(runner: QueryRunner): Promise<void> {
    for (const step of ['set role kept_owner', SETTINGS, LISTS, 'reset role']) await runner.query(step);
  }

  async down(): Promise<void> {
    throw new Error('migrations only move forward');
  }
}

const SETTINGS = `
alter table clinic add column note_due_hours int not null default 48 check (note_due_hours between 1 and 336),
  add column note_limit_hours int not null default 72 check (note_limit_hours between 1 and 336),
  add check (note_due_hours <= note_limit_hours);
grant update (note_due_hours, note_limit_hours) on clinic to kept_app;`;

// from when the clock runs: the end of the session, or the first line of a note that has none
const LISTS = `
create or replace view note_due with (security_invoker = true) as
  select n.id, n.client_id, n.couple_id, coalesce((select s.ends_at from session s where s.id = n.session_id), n.created_at) as due_from
  from note n where n.author_id = (select req_actor()) and n.status = 'draft'
  union all
  select s.id, s.client_id, s.couple_id, s.ends_at
  from session s where s.therapist_id = (select req_actor()) and s.starts_at <= now() and s.starts_at > now() - interval '60 days'
    and s.status in ('planned', 'held') and not exists (select from note n where n.session_id = s.id and n.status <> 'entered_in_error');
create or replace view standing with (security_invoker = true) as
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
    coalesce(own.due, 0) + coalesce(joint.due, 0) as notes_due,
    (select count(*)::int from assignment a where a.client_id = c.id and a.status in ('assigned', 'draft', 'returned')) as homework_open,
    least(own.due_from, joint.due_from) as note_due_from
  from client c left join couple_partner h on h.client_id = c.id and h.to_at is null
  left join lateral (select count(*)::int as due, min(n.due_from) as due_from from note_due n where n.client_id = c.id) own on true
  left join lateral (select count(*)::int as due, min(n.due_from) as due_from from note_due n
    where n.client_id is null and n.couple_id = h.couple_id) joint on true;`;
