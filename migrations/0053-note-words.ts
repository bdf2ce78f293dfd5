import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * An author finds her own notes by their words although they are sealed: for each note of the record, its words under a
 * key of hers. Psychotherapy notes have no row here.
 */
export class NoteWords0053 implements MigrationInterface {
  readonly name = 'NoteWords0000000000053';

  async up(runner: QueryRunner): Promise<void> {
    for (const step of [TABLES, LATER, QUIET_LOG]) await runner.query(step);
  }

  async down(): Promise<void> {
    throw new Error('migrations only move forward');
  }
}

const MINE = `author_id = (select req_actor()) and couple_id = any ((select left_couples())::uuid[])`;

// `words` has no index of its own: an author's rows are walked newest first, a kilobyte each, until a page is full. One
// over the words would be written anew with every save, and needs an extension that not every Postgres has.
const TABLES = `
set role kept_owner;
create table word_key (
  clinic_id uuid not null references clinic, id uuid not null, author_id uuid not null, wrapped bytea not null,
  primary key (clinic_id, id), unique (clinic_id, author_id),
  foreign key (clinic_id, author_id) references app_user (clinic_id, id));
create table note_words (
  clinic_id uuid not null references clinic, id uuid not null, client_id uuid, couple_id uuid, author_id uuid not null,
  happened_at timestamptz not null, words int[] not null check (cardinality(words) <= 100000),
  primary key (clinic_id, id),
  check (num_nonnulls(client_id, couple_id) > 0),
  foreign key (clinic_id, id) references note (clinic_id, id) on delete cascade,
  foreign key (clinic_id, author_id) references app_user (clinic_id, id),
  foreign key (clinic_id, client_id) references client (clinic_id, id),
  foreign key (clinic_id, couple_id) references couple (clinic_id, id));
create index note_words_author on note_words (clinic_id, author_id, happened_at desc, id desc);
create index note_words_client on note_words (clinic_id, author_id, client_id, happened_at desc, id desc) where client_id is not null;
create index note_words_couple on note_words (clinic_id, author_id, couple_id, happened_at desc, id desc) where couple_id is not null;
select protect('word_key', 'author'), protect('note_words', 'author');
select hang_on('note_words', 'note', 'id');
create policy of_own_note on note_words as restrictive for insert with check (exists (select from note n
  where n.clinic_id = note_words.clinic_id and n.id = note_words.id and n.author_id = note_words.author_id));
-- a note that was begun is finished after the work of two has ended, and its words with it
create policy finish on note_words for insert with check (${MINE});
create policy finish_change on note_words for update using (${MINE}) with check (${MINE});
revoke update on word_key from kept_app;
grant select on note to kept_system;
grant select, insert on word_key, note_words to kept_system;
reset role;`;

// What was written before there was an index: read by the worker in batches, with the keys it takes to open it.
const LATER = `
set role kept_system;
create function note_words_missing(after_clinic uuid, after_id uuid, most int) returns table (clinic_id uuid, id uuid, version int, format text,
    sections bytea, client_id uuid, couple_id uuid, author_id uuid, clinic_key bytea, key_id uuid, wrapped bytea, word_key_id uuid, word_key bytea)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select n.clinic_id, n.id, n.version, n.format, n.sections, n.client_id, n.couple_id, n.author_id, c.wrapped_key, k.id, k.wrapped, w.id, w.wrapped
  from public.note n join public.clinic c on c.id = n.clinic_id
    left join public.data_key k on k.clinic_id = n.clinic_id
      and (case when n.client_id is null then k.couple_id = n.couple_id else k.client_id = n.client_id end)
    left join public.word_key w on w.clinic_id = n.clinic_id and w.author_id = n.author_id
  where (n.clinic_id, n.id) > (after_clinic, after_id)
    and not exists (select from public.note_words x where x.clinic_id = n.clinic_id and x.id = n.id)
  order by n.clinic_id, n.id limit most $$;
-- an author has one key, whoever makes it first
create function word_key_make(clinic uuid, author uuid, key uuid, sealed bytea) returns table (id uuid, wrapped bytea)
  language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  insert into public.word_key (clinic_id, id, author_id, wrapped) values (clinic, key, author, sealed) on conflict (clinic_id, author_id) do nothing;
  return query select k.id, k.wrapped from public.word_key k where k.clinic_id = clinic and k.author_id = author;
end $$;
-- only what is still as it was read; an author who saved meanwhile has written the words herself
create function note_words_put(clinic uuid, note uuid, read int, tokens int[]) returns int
  language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare n int;
begin
  insert into public.note_words (clinic_id, id, client_id, couple_id, author_id, happened_at, words)
    select s.clinic_id, s.id, s.client_id, s.couple_id, s.author_id, s.happened_at, tokens from public.note s
    where s.clinic_id = clinic and s.id = note and s.version = read on conflict do nothing;
  get diagnostics n = row_count;
  return n;
end $$;
revoke execute on function note_words_missing(uuid, uuid, int), word_key_make(uuid, uuid, uuid, bytea), note_words_put(uuid, uuid, int, int[]) from public;
grant execute on function note_words_missing(uuid, uuid, int), word_key_make(uuid, uuid, uuid, bytea), note_words_put(uuid, uuid, int, int[]) to kept_worker;
reset role;`;

// The index says nothing that the note's own line in the log does not.
const QUIET_LOG = `
set role kept_audit;
create or replace function audit_read(who uuid, whose uuid, what text, since timestamptz, until timestamptz, before bigint, most int)
  returns table (id bigint, at timestamptz, actor_id uuid, act text, target text, row_ids uuid[], client_id uuid, couple_id uuid, columns text[])
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select e.id, e.at, e.actor_id, e.act, e.target, e.row_ids, e.client_id, e.couple_id, e.columns from public.audit_event e
  where public.req_is('admin') and e.clinic_id = public.req_clinic() and (who is null or e.actor_id = who) and (whose is null or e.client_id = whose)
    and (what is null or e.target = what or e.act = what) and (since is null or e.at >= since) and (until is null or e.at < until)
    and (before is null or e.id < before)
    and (what is not null or (e.target not in ('outbox', 'idempotency', 'account', 'quarter_reading', 'asking_tally', 'note_words', 'word_key')))
  order by e.id desc limit least(most, 101) $$;
reset role;`;
