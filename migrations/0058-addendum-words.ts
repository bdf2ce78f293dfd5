import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What an author added to a note later is found by its words too: for each addendum to a note of the record, its words
 * under her key. Addenda to psychotherapy notes have no row here.
 */
export class AddendumWords0058 implements MigrationInterface {
  readonly name = 'AddendumWords0000000000058';

  async up(runner: QueryRunner): Promise<void> {
    for (const step of [TABLE, LATER, QUIET_LOG]) await runner.query(step);
  }

  async down(): Promise<void> {
    throw new Error('migrations only move forward');
  }
}

// An addendum never changes, and so neither do its words.
const TABLE = `
set role kept_owner;
create table addendum_words (
  clinic_id uuid not null references clinic, id uuid not null, client_id uuid, couple_id uuid, author_id uuid not null,
  added_at timestamptz not null, words int[] not null check (cardinality(words) <= 100000),
  primary key (clinic_id, id),
  check (num_nonnulls(client_id, couple_id) > 0),
  foreign key (clinic_id, id) references note_addendum (clinic_id, id) on delete cascade,
  foreign key (clinic_id, author_id) references app_user (clinic_id, id),
  foreign key (clinic_id, client_id) references client (clinic_id, id),
  foreign key (clinic_id, couple_id) references couple (clinic_id, id));
create index addendum_words_author on addendum_words (clinic_id, author_id, added_at desc, id desc);
create index addendum_words_client on addendum_words (clinic_id, author_id, client_id, added_at desc, id desc) where client_id is not null;
create index addendum_words_couple on addendum_words (clinic_id, author_id, couple_id, added_at desc, id desc) where couple_id is not null;
select protect('addendum_words', 'author');
select hang_on('addendum_words', 'note_addendum', 'id');
create policy of_own_addendum on addendum_words as restrictive for insert with check (exists (select from note_addendum a
  where a.clinic_id = addendum_words.clinic_id and a.id = addendum_words.id and a.author_id = addendum_words.author_id));
-- a note that was begun is finished after the work of two has ended, and its words with it
create policy finish on addendum_words for insert
  with check (author_id = (select req_actor()) and couple_id = any ((select left_couples())::uuid[]));
revoke update on addendum_words from kept_app;
grant select on note_addendum to kept_system;
grant select, insert on addendum_words to kept_system;
reset role;`;

// What was written before there was an index: read by the worker in batches, with the keys it takes to open it.
const LATER = `
set role kept_system;
create function addendum_words_missing(after_clinic uuid, after_id uuid, most int) returns table (clinic_id uuid, id uuid, text bytea, reason bytea,
    author_id uuid, clinic_key bytea, key_id uuid, wrapped bytea, word_key_id uuid, word_key bytea)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select a.clinic_id, a.id, a.text, a.reason, a.author_id, c.wrapped_key, k.id, k.wrapped, w.id, w.wrapped
  from public.note_addendum a join public.clinic c on c.id = a.clinic_id
    left join public.data_key k on k.clinic_id = a.clinic_id
      and (case when a.client_id is null then k.couple_id = a.couple_id else k.client_id = a.client_id end)
    left join public.word_key w on w.clinic_id = a.clinic_id and w.author_id = a.author_id
  where (a.clinic_id, a.id) > (after_clinic, after_id)
    and not exists (select from public.addendum_words x where x.clinic_id = a.clinic_id and x.id = a.id)
  order by a.clinic_id, a.id limit most $$;
create function addendum_words_put(clinic uuid, addendum uuid, tokens int[]) returns int
  language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare n int;
begin
  insert into public.addendum_words (clinic_id, id, client_id, couple_id, author_id, added_at, words)
    select s.clinic_id, s.id, s.client_id, s.couple_id, s.author_id, s.created_at, tokens from public.note_addendum s
    where s.clinic_id = clinic and s.id = addendum on conflict do nothing;
  get diagnostics n = row_count;
  return n;
end $$;
revoke execute on function addendum_words_missing(uuid, uuid, int), addendum_words_put(uuid, uuid, int[]) from public;
grant execute on function addendum_words_missing(uuid, uuid, int), addendum_words_put(uuid, uuid, int[]) to kept_worker;
reset role;`;

// The index says nothing that the addendum's own line in the log does not. Added to the function as it stands.
const QUIET_LOG = `
set role kept_audit;
do $$ begin
  execute replace(pg_get_functiondef('audit_read(uuid, uuid, text, timestamptz, timestamptz, bigint, int)'::regprocedure),
    '''note_words''', '''note_words'', ''addendum_words''');
end $$;
reset role;`;
