import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the work lists read: views over the tables of the features, each under the row policies of whoever asks, so
 * that a list can never show more than the thing itself would. And one narrow function where a policy rightly shows
 * nothing: an admin counts sessions and notes she may not see.
 */
export class Dashboard0006 implements MigrationInterface {
  readonly name = 'Dashboard0000000000006';

  async up(runner: QueryRunner): Promise<void> {
    for (const step of [DESK, TIMELINE, PORTAL, BOARD]) await runner.query(step);
  }

  async down(): Promise<void> {
    throw new Error('migrations only move forward');
  }
}

const DESK = `
set role kept_owner;
-- the calendar day it is at the clinic, as instants
create view clinic_day with (security_invoker = true) as
  select date_trunc('day', now() at time zone time_zone) at time zone time_zone as begins,
    (date_trunc('day', now() at time zone time_zone) + interval '1 day') at time zone time_zone as ends,
    (now() at time zone time_zone)::date as today,
    date_trunc('week', now() at time zone time_zone) at time zone time_zone as week_begins,
    (date_trunc('week', now() at time zone time_zone) + interval '7 days') at time zone time_zone as week_ends
  from clinic where id = (select req_clinic());
-- own sessions from sixty days ago to sixty days ahead: what is older and has no note is history, not work
create view desk_session with (security_invoker = true) as
  select s.id, s.client_id, s.couple_id, s.starts_at, s.ends_at, s.modality, s.status
  from session s where s.therapist_id = (select req_actor()) and s.status <> 'cancelled'
    and s.starts_at > now() - interval '60 days' and s.starts_at < now() + interval '60 days';
create view desk_note with (security_invoker = true) as
  select n.id, n.session_id, n.client_id, n.couple_id, n.happened_at, n.created_at, n.status, n.returned_at,
    n.author_id = (select req_actor()) and n.status = 'draft' as own_draft
  from note n where n.status <> 'entered_in_error';
-- own drafts of any age; own sessions that began in the last sixty days and have no note at all
create view note_due with (security_invoker = true) as
  select n.id, n.client_id, n.couple_id from note n where n.author_id = (select req_actor()) and n.status = 'draft'
  union all
  select s.id, s.client_id, s.couple_id
  from session s where s.therapist_id = (select req_actor()) and s.starts_at <= now() and s.starts_at > now() - interval '60 days'
    and s.status in ('planned', 'held') and not exists (select from note n where n.session_id = s.id and n.status <> 'entered_in_error');
-- homework that was sent and waits for an answer from a care team the reader is on
create view review_waiting with (security_invoker = true) as
  select a.id, a.client_id, a.couple_id, a.worksheet_id, a.sent_at as at, a.drafts_sent as draft
  from assignment a where a.status = 'submitted'
    and (a.client_id = any ((select care_clients())::uuid[]) or a.couple_id = any ((select care_couples())::uuid[]));
grant select on clinic_day, desk_session, desk_note, note_due, review_waiting to kept_app;
reset role;`;

// Joint rows (couple_id alone) belong to the timeline of either partner; the reader decides by the couple.
const TIMELINE = `
set role kept_owner;
create view timeline_event with (security_invoker = true) as
  select s.id, s.client_id, s.couple_id, 'session' as kind, s.starts_at as at, s.status as detail, s.ends_at as until,
    s.therapist_id as staff_id, null::uuid as subject_id
  from session s where s.status <> 'cancelled'
  union all
  select n.id, n.client_id, n.couple_id, 'note', n.signed_at, n.kind, null, n.author_id, n.session_id
  from note n where n.signed_at is not null and n.status <> 'entered_in_error'
  union all
  select r.id, r.client_id, r.couple_id, 'scale', r.answered_at, null, null, null, r.instrument_id from scale_response r
  union all
  select a.id, a.client_id, a.couple_id, 'homework_given', a.assigned_at, a.status, null, a.assigned_by, a.worksheet_id from assignment a
  union all
  select b.assignment_id, b.client_id, b.couple_id, 'homework_sent', b.sent_at, b.draft_number::text, null, null, a.worksheet_id
  from submission b join assignment a on a.id = b.assignment_id where b.recalled_at is null
  union all
  select v.assignment_id, v.client_id, v.couple_id, case v.decision when 'accept' then 'homework_reviewed' else 'homework_returned' end,
    v.reviewed_at, null, null, v.reviewed_by, a.worksheet_id
  from review v join assignment a on a.id = v.assignment_id;
grant select on timeline_event to kept_app;
reset role;`;

const PORTAL = `
set role kept_owner;
create view own_session with (security_invoker = true) as
  select s.id, s.starts_at, s.ends_at, s.modality from session s
  where s.status = 'planned' and s.attendee_ids @> array[(select req_client())];
create view own_check_in with (security_invoker = true) as
  select s.id, s.instrument_id, s.every_days, s.before_each_session, s.starts_on::text, s.expires_after_days, s.ended_on::text,
    (select max(r.answered_on)::text from scale_response r where r.client_id = s.client_id and r.instrument_id = s.instrument_id) as last_answered_on
  from scale_schedule s where s.client_id = (select req_client()) and (s.ended_on is null or s.ended_on > (select today from clinic_day));
create view own_homework with (security_invoker = true) as
  select a.id, a.couple_id, a.client_id, a.worksheet_id, a.status, a.due_on::text, r.id as response_id, r.content, r.saved_at, a.assigned_at
  from assignment a left join response r on r.assignment_id = a.id
  where a.status in ('assigned', 'draft', 'returned') and (a.client_id = (select req_client())
    or (a.client_id is null and a.couple_id = any ((select visible_couples())::uuid[])));
-- who treats the person: her own care team and the couple's
create view own_care with (security_invoker = true) as
  select t.staff_id, min(t.from_at) as since, bool_or(t.client_id is not null) as alone from care_team t
  where (t.client_id = (select req_client()) or t.couple_id = any ((select visible_couples())::uuid[]))
    and t.from_at <= now() and (t.to_at is null or t.to_at > now()) group by t.staff_id;
grant select on own_session, own_check_in, own_homework, own_care to kept_app;
reset role;`;

const BOARD = `
set role kept_owner;
create view caseload_size with (security_invoker = true) as
  select t.staff_id, count(distinct t.client_id)::int as people, count(distinct t.couple_id)::int as couples from care_team t
  where t.from_at <= now() and (t.to_at is null or t.to_at > now()) group by t.staff_id;
create view unassigned_client with (security_invoker = true) as
  select c.id, c.created_at from client c where c.status in ('waiting', 'active') and not exists (select from care_team t
    where t.client_id = c.id and (t.to_at is null or t.to_at > now()))
    and not exists (select from couple_partner p join care_team t on t.couple_id = p.couple_id
      where p.client_id = c.id and p.to_at is null and (t.to_at is null or t.to_at > now()));
grant select on caseload_size, unassigned_client to kept_app;
-- only what is counted: neither whose session it was nor what was written
grant select (clinic_id, id, therapist_id, starts_at, ends_at, status) on session to kept_system;
grant select (clinic_id, id, session_id, status) on note to kept_system;
reset role;
set role kept_system;
create function board_numbers(week_from timestamptz, week_to timestamptz, ended_before timestamptz)
  returns table (therapist_id uuid, sessions int, notes_overdue int)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select s.therapist_id, count(*) filter (where s.starts_at >= week_from and s.starts_at < week_to)::int,
    count(*) filter (where s.ends_at < ended_before and s.status in ('planned', 'held') and not exists (select from public.note n
      where n.clinic_id = s.clinic_id and n.session_id = s.id and n.status in ('signed', 'awaiting_cosign')))::int
  from public.session s where public.req_is('admin') and s.clinic_id = public.req_clinic() and s.status <> 'cancelled'
    and s.starts_at > now() - interval '60 days' and s.starts_at < week_to group by s.therapist_id $$;
grant execute on function board_numbers(timestamptz, timestamptz, timestamptz) to kept_app;
reset role;`;
