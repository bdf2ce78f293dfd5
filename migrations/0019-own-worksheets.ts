import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Worksheets that a clinic makes itself. A template is its owner's until she shares it with her colleagues; a version is
 * what was published of it, once and for good, and is there for whoever holds a sheet of it. No portal reads a template.
 */
export class OwnWorksheets0019 implements MigrationInterface {
  readonly name = 'OwnWorksheets0000000000019';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
set role kept_owner;
create table worksheet_template (
  clinic_id uuid not null references clinic, id uuid not null, owner_id uuid not null,
  key text not null check (length(key) between 1 and 60), copied_from uuid, shared boolean not null,
  status text not null check (status in ('draft', 'published', 'retired')),
  content bytea not null check (octet_length(content) <= 1048576),
  published int not null default 0 check (published >= 0), version_id uuid, changed boolean not null,
  created_at timestamptz not null, updated_at timestamptz not null, version int not null default 1,
  primary key (clinic_id, id), check ((published = 0) = (version_id is null)),
  foreign key (clinic_id, owner_id) references app_user (clinic_id, id));
create table worksheet_version (
  clinic_id uuid not null references clinic, id uuid not null, template_id uuid not null, number int not null check (number >= 1),
  content bytea not null check (octet_length(content) <= 1048576), published_by uuid not null, published_at timestamptz not null,
  primary key (clinic_id, id), unique (clinic_id, template_id, number),
  foreign key (clinic_id, template_id) references worksheet_template (clinic_id, id),
  foreign key (clinic_id, published_by) references app_user (clinic_id, id));
create index worksheet_template_owner on worksheet_template (clinic_id, owner_id);
create index assignment_worksheet on assignment (clinic_id, worksheet_id);
create index release_worksheet on release (clinic_id, worksheet_id);
select protect('worksheet_template', 'clinic'), protect('worksheet_version', 'clinic');
-- private: its owner's alone, whatever role somebody else has; shared: her colleagues read it, and nobody else writes it
create policy own_or_shared on worksheet_template as restrictive for select
  using ((select req_staff()) and (owner_id = (select req_actor()) or shared));
create policy own_new on worksheet_template as restrictive for insert with check (owner_id = (select req_actor()));
create policy own_change on worksheet_template as restrictive for update using (owner_id = (select req_actor()));
revoke update on worksheet_template from kept_app;
grant update (shared, status, content, published, version_id, changed, updated_at, version) on worksheet_template to kept_app;
-- what was published is there with its template, and with every sheet that was given, planned or shared of it
create policy with_its_sheet on worksheet_version as restrictive for select using (
  exists (select from worksheet_template t where t.clinic_id = worksheet_version.clinic_id and t.id = worksheet_version.template_id)
  or exists (select from assignment a where a.clinic_id = worksheet_version.clinic_id and a.worksheet_id = worksheet_version.id)
  or exists (select from release r where r.clinic_id = worksheet_version.clinic_id and r.worksheet_id = worksheet_version.id)
  or (select req_staff()) and exists (select from homework_sequence s where s.clinic_id = worksheet_version.clinic_id
    and s.steps @> jsonb_build_array(jsonb_build_object('worksheetId', worksheet_version.id))));
create policy own_version on worksheet_version as restrictive for insert with check (published_by = (select req_actor())
  and exists (select from worksheet_template t where t.clinic_id = worksheet_version.clinic_id and t.id = worksheet_version.template_id
    and t.owner_id = (select req_actor())));
revoke update on worksheet_version from kept_app;
reset role;
`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only move forward');
  }
}
