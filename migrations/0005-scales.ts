import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Schedules are written by staff and read by the person; answers are written by either. What was answered and what it
 * scored are sealed, so the columns here tell who, which instrument and when, and no more.
 */
export class Scales0005 implements MigrationInterface {
  readonly name = 'Scales0000000000005';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
set role kept_owner;
create table scale_schedule (
  clinic_id uuid not null references clinic, id uuid not null, client_id uuid not null, couple_id uuid,
  instrument_id uuid not null, every_days int check (every_days between 1 and 366), before_each_session boolean not null,
  starts_on date not null, expires_after_days int check (expires_after_days between 1 and 366), ended_on date,
  created_by uuid not null, created_at timestamptz not null, version int not null default 1,
  primary key (clinic_id, id), check ((every_days is null) = before_each_session),
  foreign key (clinic_id, client_id) references client (clinic_id, id),
  foreign key (clinic_id, couple_id) references couple (clinic_id, id),
  foreign key (clinic_id, created_by) references app_user (clinic_id, id));
create table scale_response (
  clinic_id uuid not null references clinic, id uuid not null, client_id uuid not null, couple_id uuid,
  instrument_id uuid not null, instrument_version int not null check (instrument_version >= 1),
  answered_at timestamptz not null, answered_on date not null, recorded_by uuid not null, created_at timestamptz not null,
  answers bytea not null check (octet_length(answers) <= 65536), score bytea not null check (octet_length(score) <= 65536),
  primary key (clinic_id, id),
  foreign key (clinic_id, client_id) references client (clinic_id, id),
  foreign key (clinic_id, couple_id) references couple (clinic_id, id),
  foreign key (clinic_id, recorded_by) references app_user (clinic_id, id));
create index scale_schedule_client on scale_schedule (clinic_id, client_id, created_at desc, id desc);
create index scale_schedule_couple on scale_schedule (clinic_id, couple_id) where couple_id is not null;
create index scale_response_series on scale_response (clinic_id, client_id, instrument_id, answered_at);
select protect('scale_schedule', 'shared', false), protect('scale_response', 'shared');
-- an answer is a record of its moment: it is never rewritten
revoke update on scale_response from kept_app;
create policy own_record on scale_response as restrictive for insert with check (recorded_by = (select req_actor()));
create policy own_wish on scale_schedule as restrictive for insert with check (created_by = (select req_actor()));
revoke update on scale_schedule from kept_app;
grant update (ended_on, version) on scale_schedule to kept_app;
reset role;
`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only move forward');
  }
}
