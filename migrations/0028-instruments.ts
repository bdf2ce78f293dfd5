import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A clinic's own scales: a file it brought, kept unchanged and sealed with its hash, and what was read from it, a row for each
 * version. Nothing of it is ever rewritten, since answers stay bound to the version they were given to. Which change rule a
 * clinic goes by is kept the same way; a verdict, and answers somebody has to look at, are sealed beside the score.
 */
export class Instruments0028 implements MigrationInterface {
  readonly name = 'Instruments0000000000028';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
set role kept_owner;
create table instrument (
  clinic_id uuid not null references clinic, id uuid not null, identity bytea not null check (octet_length(identity) = 32),
  canonical bytea check (octet_length(canonical) = 32),
  created_by uuid not null, created_at timestamptz not null, primary key (clinic_id, id), unique (clinic_id, identity),
  foreign key (clinic_id, created_by) references app_user (clinic_id, id));
create table instrument_file (
  clinic_id uuid not null references clinic, id uuid not null, instrument_id uuid not null,
  hash bytea not null check (octet_length(hash) = 32), original bytea not null check (octet_length(original) <= 4194304),
  created_by uuid not null, created_at timestamptz not null, primary key (clinic_id, id), unique (clinic_id, hash),
  foreign key (clinic_id, instrument_id) references instrument (clinic_id, id),
  foreign key (clinic_id, created_by) references app_user (clinic_id, id));
create table instrument_version (
  clinic_id uuid not null references clinic, id uuid not null, instrument_id uuid not null, file_id uuid not null,
  version int not null check (version >= 1), form bytea not null check (octet_length(form) <= 8388608),
  created_by uuid not null, created_at timestamptz not null, primary key (clinic_id, id), unique (clinic_id, instrument_id, version),
  foreign key (clinic_id, instrument_id) references instrument (clinic_id, id),
  foreign key (clinic_id, file_id) references instrument_file (clinic_id, id),
  foreign key (clinic_id, created_by) references app_user (clinic_id, id));
create index instrument_canonical on instrument (clinic_id, canonical) where canonical is not null;
create index instrument_newest on instrument (clinic_id, created_at desc, id desc);
create table change_rule_choice (
  clinic_id uuid not null references clinic, id uuid not null, instrument_code text not null check (octet_length(instrument_code) <= 40),
  version int not null check (version >= 1), rule_code text not null check (octet_length(rule_code) <= 40),
  reason bytea not null check (octet_length(reason) <= 8192), chosen_by uuid not null, chosen_at timestamptz not null,
  primary key (clinic_id, id), unique (clinic_id, instrument_code, version),
  foreign key (clinic_id, chosen_by) references app_user (clinic_id, id));
select protect('instrument', 'clinic'), protect('instrument_file', 'clinic'), protect('instrument_version', 'clinic'),
  protect('change_rule_choice', 'clinic');
revoke update on instrument, instrument_file, instrument_version, change_rule_choice from kept_app;
create policy own_act on instrument as restrictive for insert with check (created_by = (select req_actor()));
create policy own_act on instrument_file as restrictive for insert with check (created_by = (select req_actor()));
create policy own_act on instrument_version as restrictive for insert with check (created_by = (select req_actor()));
create policy own_act on change_rule_choice as restrictive for insert with check (chosen_by = (select req_actor()));
alter table scale_response add column reading bytea check (octet_length(reading) <= 65536);
reset role;
`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only move forward');
  }
}
