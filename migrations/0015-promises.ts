import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Promises, made before the fact and never rewritten; what each of the two says became of one is that person's own. */
export class Promises0015 implements MigrationInterface {
  readonly name = 'Promises0000000000015';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
set role kept_owner;
create table promise (
  clinic_id uuid not null references clinic, id uuid not null, couple_id uuid not null, made_by uuid not null,
  content bytea not null check (octet_length(content) <= 16384), due_at timestamptz not null, due_on date not null,
  made_at timestamptz not null, held boolean not null, open_from timestamptz, opened_by uuid, reason bytea check (octet_length(reason) <= 8192),
  primary key (clinic_id, id), check (due_at > made_at), check (held = (open_from is null)), check ((opened_by is null) = (reason is null)),
  foreign key (clinic_id, couple_id) references couple (clinic_id, id),
  foreign key (clinic_id, made_by) references client (clinic_id, id),
  foreign key (clinic_id, opened_by) references app_user (clinic_id, id));
create index promise_couple on promise (clinic_id, couple_id, due_at desc, id desc);
create table promise_mark (
  clinic_id uuid not null references clinic, id uuid not null, promise_id uuid not null, client_id uuid not null, couple_id uuid not null,
  mark text not null check (mark in ('done', 'late', 'missed', 'saw_it', 'did_not', 'not_saying')),
  note bytea check (octet_length(note) <= 16384), marked_at timestamptz not null,
  primary key (clinic_id, id),
  foreign key (clinic_id, promise_id) references promise (clinic_id, id),
  foreign key (clinic_id, client_id) references client (clinic_id, id),
  foreign key (clinic_id, couple_id) references couple (clinic_id, id));
create index promise_mark_of on promise_mark (clinic_id, promise_id, marked_at);
select protect('promise', 'shared'), protect('promise_mark', 'shared');
create policy open_read on promise as restrictive for select
  using (made_by = (select req_client()) or (select req_staff()) or open_from is not null);
create policy by_maker on promise as restrictive for insert with check (made_by = (select req_client()) and opened_by is null
  and (open_from is null or not release_held(couple_id, false)));
create policy let_go on promise as restrictive for update using ((select req_staff()));
revoke update on promise from kept_app;
grant update (held, open_from, opened_by, reason) on promise to kept_app;
create policy with_promise on promise_mark as restrictive for select using (exists (select from promise p
  where p.clinic_id = promise_mark.clinic_id and p.id = promise_mark.promise_id and p.couple_id = promise_mark.couple_id));
-- nobody confirms his own promise, and nobody says for another that it is done
create policy on_promise on promise_mark as restrictive for insert with check (client_id = (select req_client()) and exists (select from promise p
  where p.clinic_id = promise_mark.clinic_id and p.id = promise_mark.promise_id and p.couple_id = promise_mark.couple_id
    and (p.made_by = promise_mark.client_id) = (promise_mark.mark in ('done', 'late', 'missed'))));
revoke update on promise_mark from kept_app;
reset role;
`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only move forward');
  }
}
