import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What is agreed about things told alone: a policy of each couple in numbered versions, whose words never change, and
 * each partner's own signature under one of them. A partner reads the words and her own signature, never the other's.
 */
export class SecretsPolicies0051 implements MigrationInterface {
  readonly name = 'SecretsPolicies0000000000051';

  async up(runner: QueryRunner): Promise<void> {
    for (const step of ['set role kept_owner', SETTINGS, TABLES, PROTECTION, 'reset role']) await runner.query(step);
  }

  async down(): Promise<void> {
    throw new Error('migrations only move forward');
  }
}

const CHOICES = `('no_secrets', 'limited', 'full')`;

// the practice's own words of each, where it has written some
const SETTINGS = `
alter table clinic add column secrets_default text not null default 'limited' check (secrets_default in ${CHOICES}),
  add column secrets_texts jsonb not null default '{}' check (octet_length(secrets_texts::text) <= 32768);
grant update (secrets_default, secrets_texts) on clinic to kept_app;`;

const TABLES = `
create table secrets_policy (
  clinic_id uuid not null references clinic, id uuid not null, couple_id uuid not null,
  number int not null check (number >= 1), choice text not null check (choice in ${CHOICES}),
  text bytea not null check (octet_length(text) <= 16384), made_by uuid not null, made_at timestamptz not null,
  primary key (clinic_id, id), unique (clinic_id, couple_id, number),
  foreign key (clinic_id, couple_id) references couple (clinic_id, id),
  foreign key (clinic_id, made_by) references app_user (clinic_id, id));
create table policy_signature (
  clinic_id uuid not null references clinic, id uuid not null, policy_id uuid not null,
  client_id uuid not null, couple_id uuid not null,
  way text not null check (way in ('portal', 'paper')), signed_on date not null,
  recorded_by uuid not null, recorded_at timestamptz not null,
  primary key (clinic_id, id), unique (clinic_id, policy_id, client_id),
  foreign key (clinic_id, policy_id) references secrets_policy (clinic_id, id),
  foreign key (clinic_id, client_id) references client (clinic_id, id),
  foreign key (clinic_id, couple_id) references couple (clinic_id, id),
  foreign key (clinic_id, recorded_by) references app_user (clinic_id, id));
create index policy_signature_couple on policy_signature (clinic_id, couple_id);`;

// both are written once; each signs for herself, and staff say what was signed on paper
const PROTECTION = `
select protect('secrets_policy', 'shared', false), protect('policy_signature', 'shared');
revoke update on secrets_policy from kept_app;
revoke update on policy_signature from kept_app;
create policy own_words on secrets_policy as restrictive for insert with check (made_by = (select req_actor()));
create policy own_hand on policy_signature as restrictive for insert with check (recorded_by = (select req_actor())
  and case when (select req_client()) is null then way = 'paper' else way = 'portal' and client_id = (select req_client()) end
  and exists (select from secrets_policy p where p.clinic_id = policy_signature.clinic_id and p.id = policy_signature.policy_id
    and p.couple_id = policy_signature.couple_id));`;
