import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Where a couple stood and when, and why something was given that comes early for it: both for staff alone, so both
 * lie in tables that no portal can read. A sheet keeps the role it was given in, so that what it asks never shifts.
 */
export class Stages0013 implements MigrationInterface {
  readonly name = 'Stages0000000000013';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
set role kept_owner;
alter table assignment add column asked_as text check (asked_as in ('injured', 'involved'));
create table couple_stage (
  clinic_id uuid not null references clinic, id uuid not null, couple_id uuid not null,
  stage text check (stage in ('stabilise', 'understand', 'repair', 'rebuild', 'part')),
  reason bytea check (octet_length(reason) <= 8192), changed_by uuid not null, changed_at timestamptz not null,
  primary key (clinic_id, id),
  foreign key (clinic_id, couple_id) references couple (clinic_id, id),
  foreign key (clinic_id, changed_by) references app_user (clinic_id, id));
create table early_assignment (
  clinic_id uuid not null references clinic, id uuid not null, assignment_id uuid not null, client_id uuid, couple_id uuid,
  stage text not null check (stage in ('stabilise', 'understand', 'repair', 'rebuild', 'part')),
  reason bytea not null check (octet_length(reason) <= 8192), given_by uuid not null, given_at timestamptz not null,
  primary key (clinic_id, id), unique (clinic_id, assignment_id), check (num_nonnulls(client_id, couple_id) >= 1),
  foreign key (clinic_id, assignment_id) references assignment (clinic_id, id),
  foreign key (clinic_id, client_id) references client (clinic_id, id),
  foreign key (clinic_id, couple_id) references couple (clinic_id, id),
  foreign key (clinic_id, given_by) references app_user (clinic_id, id));
create index couple_stage_latest on couple_stage (clinic_id, couple_id, changed_at desc);
select protect('couple_stage', 'staff'), protect('early_assignment', 'staff');
select hang_on('early_assignment', 'assignment', 'assignment_id');
create policy own_stage on couple_stage as restrictive for insert with check (changed_by = (select req_actor()));
create policy own_reason on early_assignment as restrictive for insert with check (given_by = (select req_actor()));
-- both are records: written once
revoke update on couple_stage from kept_app;
revoke update on early_assignment from kept_app;
reset role;
`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only move forward');
  }
}
