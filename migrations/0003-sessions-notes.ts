import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Therapy sessions and what is written about them. Needs the extension btree_gist, which provisioning creates: only
 * an administrator of the database may.
 */
export class SessionsNotes0003 implements MigrationInterface {
  readonly name = 'SessionsNotes0000000000003';

  async up(runner: QueryRunner): Promise<void> {
    for (const step of ['set role kept_owner', SESSION, NOTE, BESIDE_NOTES, PROTECTION, IMMUTABLE, 'reset role'])
      await runner.query(step);
  }

  async down(): Promise<void> {
    throw new Error('migrations only move forward');
  }
}

const WHOSE = `
  check (num_nonnulls(client_id, couple_id) > 0),
  foreign key (clinic_id, client_id) references client (clinic_id, id),
  foreign key (clinic_id, couple_id) references couple (clinic_id, id)`;

const SESSION = `
create table session (
  clinic_id uuid not null references clinic, id uuid not null,
  client_id uuid, couple_id uuid, therapist_id uuid not null,
  starts_at timestamptz not null, ends_at timestamptz not null,
  modality text not null check (modality in ('in_person', 'video', 'phone')),
  status text not null default 'planned' check (status in ('planned', 'held', 'missed', 'cancelled')),
  attendee_ids uuid[] not null check (cardinality(attendee_ids) between 1 and 10),
  attended_ids uuid[] check (attended_ids <@ attendee_ids),
  created_at timestamptz not null, updated_at timestamptz not null, version int not null default 1,
  primary key (clinic_id, id),
  check (starts_at < ends_at and ends_at <= starts_at + interval '8 hours'),
  foreign key (clinic_id, therapist_id) references app_user (clinic_id, id),
  -- Half-open ranges: a session may begin at the minute the one before ends.
  constraint session_double_booked exclude using gist
    (clinic_id with =, therapist_id with =, tstzrange(starts_at, ends_at) with &&) where (status <> 'cancelled'),
  ${WHOSE}
);
create index session_client on session (clinic_id, client_id, starts_at, id) where client_id is not null;
create index session_couple on session (clinic_id, couple_id, starts_at, id) where couple_id is not null;
create index session_therapist on session (clinic_id, therapist_id, starts_at, id);
create index session_time on session (clinic_id, starts_at, id);`;

const noteColumns = (kinds: string): string => `
  clinic_id uuid not null references clinic, id uuid not null,
  client_id uuid, couple_id uuid, session_id uuid, author_id uuid not null,
  kind text not null check (kind in (${kinds})),
  format text not null check (format in ('soap', 'dap', 'birp', 'girp', 'pirp', 'free')),
  status text not null default 'draft' check (status in ('draft', 'awaiting_cosign', 'signed', 'entered_in_error')),
  sections bytea not null check (octet_length(sections) <= 1048576),
  facts bytea check (octet_length(facts) <= 65536),
  happened_at timestamptz not null,
  created_at timestamptz not null, updated_at timestamptz not null, version int not null default 1,
  signed_at timestamptz, signed_by uuid, signed_version int, content_hash text, signature bytea,
  returned_at timestamptz, returned_by uuid,
  error_at timestamptz, error_by uuid, error_reason bytea check (octet_length(error_reason) <= 16384),
  primary key (clinic_id, id),
  check ((status = 'draft') = (signed_at is null)),
  check (num_nonnulls(signed_at, signed_by, signed_version, content_hash, signature) in (0, 5)),
  -- One stands up for one's own words only.
  check (signed_by = author_id),
  check (error_by = author_id),
  check (content_hash ~ '^[0-9a-f]{64}$'),
  check ((status = 'entered_in_error') = (error_at is not null)),
  foreign key (clinic_id, author_id) references app_user (clinic_id, id),
  foreign key (clinic_id, session_id) references session (clinic_id, id),
  ${WHOSE}`;

// A psychotherapy note lies in a table of its own: a mark on a note of the record would not keep it apart.
const NOTE = `
create table note (${noteColumns("'progress', 'intake', 'risk', 'discharge', 'plan'")});
create table psychotherapy_note (${noteColumns("'psychotherapy'")}, check (facts is null), check (status <> 'awaiting_cosign'));
create index note_client on note (clinic_id, client_id, happened_at desc, id desc) where client_id is not null;
create index note_couple on note (clinic_id, couple_id, happened_at desc, id desc) where couple_id is not null;
create index note_session on note (clinic_id, session_id) where session_id is not null;
create index note_draft on note (clinic_id, author_id, happened_at, id) where status = 'draft';
create index note_awaiting on note (clinic_id, author_id, happened_at, id) where status = 'awaiting_cosign';
create index psychotherapy_note_client on psychotherapy_note (clinic_id, author_id, client_id, happened_at desc, id desc);
create index psychotherapy_note_couple on psychotherapy_note (clinic_id, author_id, couple_id, happened_at desc, id desc);`;

const addendumColumns = (note: string): string => `
  clinic_id uuid not null references clinic, id uuid not null,
  note_id uuid not null, client_id uuid, couple_id uuid, author_id uuid not null,
  text bytea not null check (octet_length(text) <= 262144), reason bytea check (octet_length(reason) <= 16384),
  created_at timestamptz not null, content_hash text not null check (content_hash ~ '^[0-9a-f]{64}$'), signature bytea not null,
  primary key (clinic_id, id),
  foreign key (clinic_id, note_id) references ${note} (clinic_id, id),
  foreign key (clinic_id, author_id) references app_user (clinic_id, id),
  ${WHOSE}`;

const BESIDE_NOTES = `
create table note_addendum (${addendumColumns('note')});
create index note_addendum_note on note_addendum (clinic_id, note_id, created_at);
create table psychotherapy_addendum (${addendumColumns('psychotherapy_note')});
create index psychotherapy_addendum_note on psychotherapy_addendum (clinic_id, note_id, created_at);
create table note_cosignature (
  clinic_id uuid not null references clinic, id uuid not null,
  note_id uuid not null, client_id uuid, couple_id uuid, supervisor_id uuid not null,
  decision text not null check (decision in ('cosigned', 'returned')),
  comment bytea check (octet_length(comment) <= 65536),
  created_at timestamptz not null, note_version int not null,
  content_hash text not null check (content_hash ~ '^[0-9a-f]{64}$'), signature bytea,
  primary key (clinic_id, id),
  check ((decision = 'cosigned') = (signature is not null)),
  foreign key (clinic_id, note_id) references note (clinic_id, id),
  foreign key (clinic_id, supervisor_id) references app_user (clinic_id, id),
  ${WHOSE}
);
create index note_cosignature_note on note_cosignature (clinic_id, note_id, created_at);
-- Every accepted save of a draft; the note may lie in either of the two tables.
create table note_revision (
  clinic_id uuid not null references clinic, id uuid not null,
  note_id uuid not null, client_id uuid, couple_id uuid, author_id uuid not null,
  note_version int not null, format text not null,
  sections bytea not null check (octet_length(sections) <= 1048576), saved_at timestamptz not null,
  primary key (clinic_id, id),
  foreign key (clinic_id, author_id) references app_user (clinic_id, id),
  ${WHOSE}
);
create index note_revision_note on note_revision (clinic_id, note_id, note_version desc);`;

const SUPERVISED = `exists (select from supervision s where s.supervisor_id = (select req_actor())
  and s.therapist_id = note.author_id and s.from_at <= now() and (s.to_at is null or s.to_at > now()))`;
const IN_SIGHT = `(client_id = any ((select visible_clients())::uuid[]) or couple_id = any ((select visible_couples())::uuid[]))`;

const PROTECTION = `
select protect('session', 'shared', false), protect('note', 'staff'), protect('note_addendum', 'staff'),
  protect('note_cosignature', 'staff'), protect('psychotherapy_note', 'author'),
  protect('psychotherapy_addendum', 'author'), protect('note_revision', 'author');
-- A draft is its author's; whoever sent it back has read it and may follow it.
create policy drafts_are_private on note as restrictive for select
  using (status <> 'draft' or author_id = (select req_actor()) or returned_by = (select req_actor()));
create policy own_words on note as restrictive for insert with check (author_id = (select req_actor()) and status = 'draft');
create policy own_words_change on note as restrictive for update
  using (author_id = (select req_actor()) or (status = 'awaiting_cosign' and ${SUPERVISED})) with check (true);
-- A supervisor acts on what waits for her without being part of the care.
create policy cosign on note for update
  using ((select req_is('supervisor')) and status = 'awaiting_cosign' and ${SUPERVISED} and ${IN_SIGHT})
  with check (status in ('signed', 'draft'));
create policy own_sessions on session as restrictive for insert with check (therapist_id = (select req_actor()));
create policy own_sessions_change on session as restrictive for update using (therapist_id = (select req_actor()));
select hang_on('note_addendum', 'note', 'note_id'), hang_on('note_cosignature', 'note', 'note_id'),
  hang_on('psychotherapy_addendum', 'psychotherapy_note', 'note_id');
create policy own_addendum on note_addendum as restrictive for insert with check (author_id = (select req_actor())
  and exists (select from note n where n.clinic_id = note_addendum.clinic_id and n.id = note_id and n.status in ('awaiting_cosign', 'signed')));
-- nobody co-signs her own work, or another text than the one that waits
create policy own_cosignature on note_cosignature as restrictive for insert with check (supervisor_id = (select req_actor())
  and (select req_is('supervisor')) and exists (select from note where note.clinic_id = note_cosignature.clinic_id and note.id = note_id
    and note.status = 'awaiting_cosign' and note.version = note_version and note.content_hash = note_cosignature.content_hash and ${SUPERVISED}));
create policy by_supervisor on note_cosignature for insert
  with check ((select req_is('supervisor')) and ${IN_SIGHT});
revoke update on note_addendum, psychotherapy_addendum, note_cosignature, note_revision from kept_app;
grant delete on note_revision to kept_app;`;

/**
 * From the signature on, the words and everything the hash covers stay as they are, whoever asks: the app, a
 * migration, the owner. What may still change is the standing of the note (co-signed, returned, entered in error).
 */
const IMMUTABLE = `
create function note_keep() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  standing constant text[] := array['status', 'version', 'updated_at', 'error_at', 'error_by', 'error_reason'];
  reopening constant text[] := standing || array['returned_at', 'returned_by', 'signed_at', 'signed_by', 'signed_version', 'content_hash', 'signature'];
begin
  if old.status = 'draft' and tg_op = 'UPDATE' then
    if new.id <> old.id or new.clinic_id <> old.clinic_id or new.author_id <> old.author_id or new.created_at <> old.created_at
      or new.client_id is distinct from old.client_id or new.couple_id is distinct from old.couple_id then
      raise exception 'whose note it is does not change' using errcode = 'KE001';
    end if;
    return new;
  end if;
  if tg_op = 'DELETE' then
    if old.status = 'draft' then return old; end if;
    raise exception 'a signed note is not deleted' using errcode = 'KE001';
  end if;
  if not (array[old.status, new.status] in (array['awaiting_cosign', 'signed'], array['awaiting_cosign', 'draft'],
      array['awaiting_cosign', 'entered_in_error'], array['signed', 'entered_in_error'])) then
    raise exception 'a signed note does not change' using errcode = 'KE001';
  end if;
  if old.status = 'awaiting_cosign' and new.status in ('signed', 'draft') and not exists (select from public.note_cosignature c
      where c.clinic_id = old.clinic_id and c.note_id = old.id and c.note_version = old.version and c.content_hash = old.content_hash
        and c.decision = case new.status when 'signed' then 'cosigned' else 'returned' end) then
    raise exception 'what waits for a co-signature moves on with a supervisor''s answer' using errcode = 'KE001';
  end if;
  if to_jsonb(old) - (case when new.status = 'draft' then reopening else standing end)
     <> to_jsonb(new) - (case when new.status = 'draft' then reopening else standing end) then
    raise exception 'the words of a signed note do not change' using errcode = 'KE001';
  end if;
  return new;
end $$;
create function note_keep_all() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  raise exception 'what was added to a note stays' using errcode = 'KE001';
end $$;
create trigger note_keep before update or delete on note for each row execute function note_keep();
create trigger note_keep before update or delete on psychotherapy_note for each row execute function note_keep();
create trigger note_keep before update or delete on note_addendum for each row execute function note_keep_all();
create trigger note_keep before update or delete on psychotherapy_addendum for each row execute function note_keep_all();
create trigger note_keep before update or delete on note_cosignature for each row execute function note_keep_all();`;
