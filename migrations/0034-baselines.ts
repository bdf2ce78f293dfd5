import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * From which day on a person's answers are compared: an act of a therapist with its reason, one row each. The newest one counts, the
 * ones before stay, and so do the verdicts that were given under them.
 */
export class Baselines0034 implements MigrationInterface {
  readonly name = 'Baselines0000000000034';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
set role kept_owner;
create table scale_baseline (
  clinic_id uuid not null references clinic, id uuid not null, client_id uuid not null, couple_id uuid,
  instrument_id uuid not null, starts_on date not null, reason bytea not null check (octet_length(reason) <= 8192),
  set_by uuid not null, set_at timestamptz not null, primary key (clinic_id, id),
  foreign key (clinic_id, client_id) references client (clinic_id, id),
  foreign key (clinic_id, couple_id) references couple (clinic_id, id),
  foreign key (clinic_id, set_by) references app_user (clinic_id, id));
create index scale_baseline_of on scale_baseline (clinic_id, client_id, instrument_id, set_at desc, id desc);
-- the newest answers of a person, whatever they answer: a line in the caseload
create index scale_response_newest on scale_response (clinic_id, client_id, answered_at desc, id desc);
select protect('scale_baseline', 'shared', false);
revoke update on scale_baseline from kept_app;
create policy own_act on scale_baseline as restrictive for insert with check (set_by = (select req_actor()));
reset role;
`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only move forward');
  }
}
