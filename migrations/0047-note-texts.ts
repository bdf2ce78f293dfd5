import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A clinician's own words to begin from: templates of a note, which colleagues may read once they are shared, and
 * snippets, which are hers alone. No portal reads any of it.
 */
export class NoteTexts0047 implements MigrationInterface {
  readonly name = 'NoteTexts0000000000047';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
set role kept_owner;
create table note_text (
  clinic_id uuid not null references clinic, id uuid not null, owner_id uuid not null,
  kind text not null check (kind in ('template', 'snippet')), shared boolean not null, removed boolean not null,
  content bytea not null check (octet_length(content) <= 1048576),
  created_at timestamptz not null, updated_at timestamptz not null, version int not null default 1,
  primary key (clinic_id, id), check (kind = 'template' or not shared),
  foreign key (clinic_id, owner_id) references app_user (clinic_id, id));
create index note_text_owner on note_text (clinic_id, owner_id) where not removed;
create index note_text_shared on note_text (clinic_id) where shared and not removed;
select protect('note_text', 'clinic');
create policy own_or_shared on note_text as restrictive for select
  using ((select req_staff()) and (owner_id = (select req_actor()) or shared));
create policy own_new on note_text as restrictive for insert with check (owner_id = (select req_actor()));
create policy own_change on note_text as restrictive for update using (owner_id = (select req_actor()));
revoke update on note_text from kept_app;
grant update (shared, removed, content, updated_at, version) on note_text to kept_app;
reset role;`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only move forward');
  }
}
