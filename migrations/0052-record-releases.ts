import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * When somebody asks for her records: who signed that they may go, until when, and what was then drawn up. For staff
 * alone: a partner who signs for the joint record learns no more of a request than what was put before her on paper.
 */
export class RecordReleases0052 implements MigrationInterface {
  readonly name = 'RecordReleases0000000000052';

  async up(runner: QueryRunner): Promise<void> {
    for (const step of ['set role kept_owner', TABLES, PROTECTION, 'reset role']) await runner.query(step);
  }

  async down(): Promise<void> {
    throw new Error('migrations only move forward');
  }
}

// client_id: who signed; for_client_id: who asked for the records, and gets them
const TABLES = `
create table record_authorisation (
  clinic_id uuid not null references clinic, id uuid not null, client_id uuid not null, couple_id uuid,
  for_client_id uuid not null, scope text not null check (scope in ('own', 'joint')),
  signed_on date not null, expires_on date not null, recorded_by uuid not null, recorded_at timestamptz not null,
  revoked_at timestamptz, revoked_by uuid,
  primary key (clinic_id, id), check ((scope = 'joint') = (couple_id is not null)),
  check (scope = 'joint' or client_id = for_client_id), check (expires_on >= signed_on),
  check ((revoked_at is null) = (revoked_by is null)),
  foreign key (clinic_id, client_id) references client (clinic_id, id),
  foreign key (clinic_id, for_client_id) references client (clinic_id, id),
  foreign key (clinic_id, couple_id) references couple (clinic_id, id),
  foreign key (clinic_id, recorded_by) references app_user (clinic_id, id),
  foreign key (clinic_id, revoked_by) references app_user (clinic_id, id));
create index record_authorisation_for on record_authorisation (clinic_id, for_client_id, recorded_at desc);
create table record_release (
  clinic_id uuid not null references clinic, id uuid not null, client_id uuid not null, couple_id uuid,
  scope text not null check (scope in ('own', 'joint')),
  items bytea not null check (octet_length(items) <= 4194304), drawn_by uuid not null, drawn_at timestamptz not null,
  primary key (clinic_id, id), check ((scope = 'joint') = (couple_id is not null)),
  foreign key (clinic_id, client_id) references client (clinic_id, id),
  foreign key (clinic_id, couple_id) references couple (clinic_id, id),
  foreign key (clinic_id, drawn_by) references app_user (clinic_id, id));
create index record_release_client on record_release (clinic_id, client_id, drawn_at desc);`;

// What concerns the joint record is not for whoever treats one of the two alone. A signature is taken back, never changed.
const PROTECTION = `
select protect('record_authorisation', 'staff'), protect('record_release', 'staff');
create policy of_couple on record_authorisation as restrictive for select
  using (couple_id is null or couple_id = any ((select visible_couples())::uuid[]));
create policy of_couple on record_release as restrictive for select
  using (couple_id is null or couple_id = any ((select visible_couples())::uuid[]));
create policy own_hand on record_authorisation as restrictive for insert
  with check (recorded_by = (select req_actor()) and revoked_at is null and (couple_id is null or is_partner(for_client_id, couple_id)));
create policy own_hand on record_release as restrictive for insert with check (drawn_by = (select req_actor()));
revoke update on record_authorisation from kept_app;
revoke update on record_release from kept_app;
grant update (revoked_at, revoked_by) on record_authorisation to kept_app;
create policy stands on record_authorisation as restrictive for update using (revoked_at is null) with check (revoked_by = (select req_actor()));
-- beneath every service: nothing is drawn up before everybody whose record it is has signed
create policy all_signed on record_release as restrictive for insert with check (
  case scope when 'own' then exists (select from record_authorisation a where a.clinic_id = record_release.clinic_id
      and a.for_client_id = record_release.client_id and a.scope = 'own' and a.revoked_at is null and a.expires_on >= current_date - 1)
    else (select count(distinct a.client_id) from record_authorisation a where a.clinic_id = record_release.clinic_id
      and a.for_client_id = record_release.client_id and a.couple_id = record_release.couple_id and a.revoked_at is null
      and a.expires_on >= current_date - 1) >= 2 end);`;
