import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How many sessions a week a therapist can hold, as agreed with the practice: what the board measures a week by. */
export class Capacity0010 implements MigrationInterface {
  readonly name = 'Capacity0000000000010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`set role kept_owner;
alter table app_user add column weekly_sessions int check (weekly_sessions between 1 and 80);
grant update (weekly_sessions) on app_user to kept_app;
reset role;`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only move forward');
  }
}
