import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A screener that was entered for the wrong person, or wrongly, is marked once, with who did and why. It stays readable,
 * and so does the alert it raised: what that rests on says since when it is known to be a mistake.
 */
export class ScreeningMistakes0041 implements MigrationInterface {
  readonly name = 'ScreeningMistakes0000000000041';

  async up(runner: QueryRunner): Promise<void> {
    for (const step of [SCREENING, ENTRY]) await runner.query(step);
  }

  async down(): Promise<void> {
    throw new Error('migrations only move forward');
  }
}

// (not valid: every row has null there, and looking would need the sight that the owner does not have)
const SCREENING = `
set role kept_owner;
alter table screening add column error_at timestamptz, add column error_by uuid,
  add column error_reason bytea check (octet_length(error_reason) <= 16384),
  add constraint screening_error check ((error_at is null) = (error_by is null) and (error_at is null) = (error_reason is null)),
  add foreign key (clinic_id, error_by) references app_user (clinic_id, id) not valid;
grant update (error_at, error_by, error_reason) on screening to kept_app;
create policy once_in_error on screening as restrictive for update using (error_at is null)
  with check (error_at is not null and error_by = (select req_actor()));
reset role;`;

const ENTRY = `
set role kept_owner;
alter table risk_entry add column error_at timestamptz, add column error_by uuid,
  add constraint risk_entry_error check ((error_at is null) = (error_by is null)),
  add foreign key (clinic_id, error_by) references app_user (clinic_id, id) not valid;
grant update (error_at, error_by) on risk_entry to kept_app;
create policy once_in_error on risk_entry as restrictive for update using (error_at is null and source = 'screener')
  with check (error_at is not null and error_by = (select req_actor()));
reset role;`;
