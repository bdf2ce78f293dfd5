import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Homework. A draft (`response`) is read and written by the person in care alone; staff read `submission`, a copy made
 * at the moment of sending and never rewritten, and only while it is not taken back. Staff write `review`.
 */
export class Worksheets0004 implements MigrationInterface {
  readonly name = 'Worksheets0000000000004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
set role kept_owner;
create table assignment (
  clinic_id uuid not null references clinic, id uuid not null, client_id uuid, couple_id uuid,
  worksheet_id uuid not null, worksheet_key text not null check (length(worksheet_key) <= 60), worksheet_version int not null,
  status text not null check (status in ('assigned', 'draft', 'submitted', 'returned', 'reviewed', 'withdrawn')),
  due_on date, message bytea check (octet_length(message) <= 16384),
  repeat_every_days int check (repeat_every_days between 1 and 366), repeat_until date,
  assigned_by uuid not null, assigned_at timestamptz not null, updated_at timestamptz not null,
  sent_at timestamptz, opened_at timestamptz, reviewed_at timestamptz, drafts_sent int not null default 0,
  version int not null default 1, primary key (clinic_id, id), check (num_nonnulls(client_id, couple_id) >= 1),
  foreign key (clinic_id, client_id) references client (clinic_id, id),
  foreign key (clinic_id, couple_id) references couple (clinic_id, id),
  foreign key (clinic_id, assigned_by) references app_user (clinic_id, id));
create table response (
  clinic_id uuid not null references clinic, id uuid not null, assignment_id uuid not null, client_id uuid, couple_id uuid,
  content bytea not null check (octet_length(content) <= 1048576), saved_at timestamptz not null,
  primary key (clinic_id, id), unique (clinic_id, assignment_id), check (num_nonnulls(client_id, couple_id) >= 1),
  foreign key (clinic_id, assignment_id) references assignment (clinic_id, id),
  foreign key (clinic_id, client_id) references client (clinic_id, id),
  foreign key (clinic_id, couple_id) references couple (clinic_id, id));
create table submission (
  clinic_id uuid not null references clinic, id uuid not null, assignment_id uuid not null, client_id uuid, couple_id uuid,
  draft_number int not null check (draft_number >= 1), content bytea not null check (octet_length(content) <= 1048576),
  sent_by uuid not null, sent_at timestamptz not null, opened_at timestamptz, recalled_at timestamptz,
  primary key (clinic_id, id), check (num_nonnulls(client_id, couple_id) >= 1),
  foreign key (clinic_id, assignment_id) references assignment (clinic_id, id),
  foreign key (clinic_id, client_id) references client (clinic_id, id),
  foreign key (clinic_id, couple_id) references couple (clinic_id, id),
  foreign key (clinic_id, sent_by) references app_user (clinic_id, id));
create table review (
  clinic_id uuid not null references clinic, id uuid not null, assignment_id uuid not null, submission_id uuid not null,
  client_id uuid, couple_id uuid, decision text not null check (decision in ('accept', 'return')),
  content bytea not null check (octet_length(content) <= 1048576), reviewed_by uuid not null, reviewed_at timestamptz not null,
  primary key (clinic_id, id), check (num_nonnulls(client_id, couple_id) >= 1),
  foreign key (clinic_id, assignment_id) references assignment (clinic_id, id),
  foreign key (clinic_id, submission_id) references submission (clinic_id, id),
  foreign key (clinic_id, client_id) references client (clinic_id, id),
  foreign key (clinic_id, couple_id) references couple (clinic_id, id),
  foreign key (clinic_id, reviewed_by) references app_user (clinic_id, id));
create table safety_check (
  clinic_id uuid not null references clinic, id uuid not null, client_id uuid not null, couple_id uuid not null,
  result text not null check (result in ('clear', 'concern', 'not_done')), screened_on date not null,
  recorded_by uuid not null, recorded_at timestamptz not null, primary key (clinic_id, id),
  foreign key (clinic_id, client_id) references client (clinic_id, id),
  foreign key (clinic_id, couple_id) references couple (clinic_id, id),
  foreign key (clinic_id, recorded_by) references app_user (clinic_id, id));
create index assignment_client on assignment (clinic_id, client_id, id desc) where client_id is not null;
create index assignment_couple on assignment (clinic_id, couple_id, id desc) where couple_id is not null;
create index assignment_waiting on assignment (clinic_id, client_id, couple_id) where status = 'submitted';
create unique index submission_draft on submission (clinic_id, assignment_id, draft_number) where recalled_at is null;
create index submission_client on submission (clinic_id, client_id, sent_at desc) where client_id is not null;
create index submission_couple on submission (clinic_id, couple_id, sent_at desc) where couple_id is not null;
create index review_assignment on review (clinic_id, assignment_id);
create index safety_check_couple on safety_check (clinic_id, couple_id, client_id, recorded_at desc);
select protect('assignment', 'shared'), protect('response', 'shared'), protect('submission', 'shared'),
  protect('review', 'shared', false), protect('safety_check', 'staff');

-- homework is given by staff; its addressee only moves it on
create policy given on assignment as restrictive for insert with check ((select req_staff()) and assigned_by = (select req_actor()));
revoke update on assignment from kept_app;
grant update (status, updated_at, sent_at, opened_at, reviewed_at, drafts_sent, version) on assignment to kept_app;
select hang_on('response', 'assignment', 'assignment_id'), hang_on('submission', 'assignment', 'assignment_id'),
  hang_on('review', 'assignment', 'assignment_id'), hang_on('review', 'submission', 'submission_id');
-- a draft is its author's: staff neither read nor write it, whatever their relation
create policy draft_read on response as restrictive for select using ((select req_client()) is not null);
create policy draft_write on response as restrictive for insert with check ((select req_client()) is not null);
create policy draft_change on response as restrictive for update using ((select req_client()) is not null);
-- what was sent is a record: it is opened or taken back, never rewritten; what was taken back is the author's again
create policy sent_read on submission as restrictive for select using ((select req_client()) is not null or recalled_at is null);
create policy sent_write on submission as restrictive for insert with check ((select req_client()) is not null and sent_by = (select req_actor()));
-- an update without WHERE never meets the policies of reading, so it has its own: what was opened is no longer taken
-- back, and what was taken back nobody brings forth again
create policy sent_change on submission as restrictive for update
  using (recalled_at is null and ((select req_client()) is null or opened_at is null))
  with check ((select req_client()) is null and recalled_at is null or (select req_client()) is not null and opened_at is null);
create policy own_review on review as restrictive for insert with check (reviewed_by = (select req_actor()));
create policy own_check on safety_check as restrictive for insert with check (recorded_by = (select req_actor()));
revoke update on submission from kept_app;
grant update (opened_at, recalled_at) on submission to kept_app;
revoke update on response from kept_app;
grant update (content, saved_at) on response to kept_app;
revoke update on review from kept_app;
revoke update on safety_check from kept_app;
reset role;
`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only move forward');
  }
}
