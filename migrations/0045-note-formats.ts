import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Notes with forms of their own: a couple's session, intake, risk assessment, discharge, and contact with one partner
 * or somebody else beside the sessions. None of these is a psychotherapy note's.
 */
export class NoteFormats0045 implements MigrationInterface {
  readonly name = 'NoteFormats0000000000045';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
set role kept_owner;
alter table note drop constraint note_format_check, drop constraint note_kind_check;
alter table note
  add constraint note_format_check check (format in ('soap', 'dap', 'birp', 'girp', 'pirp', 'free', 'couple', 'intake', 'risk', 'discharge', 'contact')),
  add constraint note_kind_check check (kind in ('progress', 'intake', 'risk', 'discharge', 'plan', 'contact')),
  add constraint note_format_of_kind check (case when format = 'couple' then kind = 'progress'
    when format in ('intake', 'risk', 'discharge', 'contact') then kind = format else true end);
reset role;`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only move forward');
  }
}
