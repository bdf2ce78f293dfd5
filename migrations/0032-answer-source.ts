import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How answers came: the person gave them herself, somebody of the practice wrote them down beside her, or they were read
 * from a file. Of answers from before nobody can say, and nothing is made up for them.
 */
export class AnswerSource0032 implements MigrationInterface {
  readonly name = 'AnswerSource0000000000032';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
set role kept_owner;
alter table scale_response add column source text check (source in ('self', 'in_session', 'file'));
reset role;
`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only move forward');
  }
}
