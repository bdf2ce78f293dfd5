import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Questions between two partners, answered in session or never; and what one says while the other listens first.
 *
 * A question is its asker's own row; what the other meets is a copy, made by staff. What he drafts is his own row, so that
 * no policy lets its asker near it. What was answered in a session is a third row, of the couple.
 */
export class QuestionsListening0021 implements MigrationInterface {
  readonly name = 'QuestionsListening0000000000021';

  async up(runner: QueryRunner): Promise<void> {
    for (const step of [QUESTIONS, QUESTION_ACTS, LISTENING, LISTENING_ACTS, WAITING]) await runner.query(step);
  }

  async down(): Promise<void> {
    throw new Error('migrations only move forward');
  }
}

// place: the therapist's order · reason: why it was set aside, read by staff alone
const QUESTIONS = `
set role kept_owner;
create table question (
  clinic_id uuid not null references clinic, id uuid not null, client_id uuid not null, couple_id uuid not null, version int not null,
  content bytea not null check (octet_length(content) <= 16384), tag text not null check (tag in ('now', 'in_session', 'not_yet', 'not_to_know')),
  detail text not null check (detail in ('facts', 'outline', 'full')),
  state text not null check (state in ('open', 'passed_on', 'answered', 'set_aside', 'withdrawn')),
  place int not null, session_id uuid, reason bytea check (octet_length(reason) <= 8192), asked_at timestamptz not null,
  primary key (clinic_id, id),
  foreign key (clinic_id, client_id) references client (clinic_id, id),
  foreign key (clinic_id, couple_id) references couple (clinic_id, id),
  foreign key (clinic_id, session_id) references session (clinic_id, id));
create index question_couple on question (clinic_id, couple_id, asked_at desc, id desc);
create table question_ask (
  clinic_id uuid not null references clinic, id uuid not null, client_id uuid not null, couple_id uuid not null, question_id uuid not null,
  content bytea not null check (octet_length(content) <= 16384), passed_on_at timestamptz not null, session_id uuid, closed_at timestamptz,
  primary key (clinic_id, id), unique (clinic_id, question_id),
  foreign key (clinic_id, question_id) references question (clinic_id, id),
  foreign key (clinic_id, client_id) references client (clinic_id, id),
  foreign key (clinic_id, couple_id) references couple (clinic_id, id),
  foreign key (clinic_id, session_id) references session (clinic_id, id));
create index question_ask_couple on question_ask (clinic_id, couple_id, passed_on_at desc, id desc);
create table question_answer (
  clinic_id uuid not null references clinic, id uuid not null, client_id uuid not null, couple_id uuid not null, question_ask_id uuid not null,
  version int not null, content bytea not null check (octet_length(content) <= 131072), ready boolean not null, saved_at timestamptz not null,
  primary key (clinic_id, id), unique (clinic_id, question_ask_id),
  foreign key (clinic_id, question_ask_id) references question_ask (clinic_id, id),
  foreign key (clinic_id, client_id) references client (clinic_id, id),
  foreign key (clinic_id, couple_id) references couple (clinic_id, id));
create table question_readiness (
  clinic_id uuid not null references clinic, id uuid not null, client_id uuid not null, couple_id uuid not null, session_id uuid not null,
  ready boolean not null, content bytea not null check (octet_length(content) <= 32768), recorded_by uuid not null, recorded_at timestamptz not null,
  primary key (clinic_id, id),
  foreign key (clinic_id, session_id) references session (clinic_id, id),
  foreign key (clinic_id, client_id) references client (clinic_id, id),
  foreign key (clinic_id, couple_id) references couple (clinic_id, id),
  foreign key (clinic_id, recorded_by) references app_user (clinic_id, id));
create index question_readiness_of on question_readiness (clinic_id, couple_id, session_id, client_id, recorded_at desc, id desc);
create table question_release (
  clinic_id uuid not null references clinic, id uuid not null, couple_id uuid not null, question_id uuid not null, session_id uuid not null,
  level text not null check (level in ('facts', 'outline', 'full')), content bytea not null check (octet_length(content) <= 131072),
  released_by uuid not null, released_at timestamptz not null,
  primary key (clinic_id, id), unique (clinic_id, question_id),
  foreign key (clinic_id, question_id) references question (clinic_id, id),
  foreign key (clinic_id, session_id) references session (clinic_id, id),
  foreign key (clinic_id, couple_id) references couple (clinic_id, id),
  foreign key (clinic_id, released_by) references app_user (clinic_id, id));
select protect('question', 'shared'), protect('question_ask', 'shared', false), protect('question_answer', 'shared'),
  protect('question_readiness', 'shared'), protect('question_release', 'shared', false);
reset role;`;

const QUESTION_ACTS = `
set role kept_owner;
create policy by_asker on question as restrictive for insert with check (client_id = (select req_client()) and state = 'open' and session_id is null and reason is null);
revoke update on question from kept_app;
grant update (version, content, tag, detail, state, place, session_id, reason) on question to kept_app;
-- beneath every service: the asker says what is asked and how much is told, staff when; what is over stays so
create function question_acts() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if old.state in ('answered', 'withdrawn')
    or public.req_client() is not null and ((new.place, new.session_id, new.reason) is distinct from (old.place, old.session_id, old.reason)
      or new.state not in (old.state, 'withdrawn'))
    or public.req_client() is null and ((new.version, new.content, new.tag, new.detail) is distinct from (old.version, old.content, old.tag, old.detail)
      or new.state = 'withdrawn')
    or new.state = 'answered' and not exists (select from public.question_release r where r.clinic_id = new.clinic_id and r.question_id = new.id)
  then raise exception 'not your act' using errcode = '42501'; end if;
  return new;
end $$;
create trigger question_acts before update on question for each row when (current_user = 'kept_app') execute function question_acts();
-- the copy that the other meets, of what was let through, and to nobody else
create policy of_question on question_ask as restrictive for insert with check (closed_at is null and not release_held(couple_id, true)
  and exists (select from question q where q.clinic_id = question_ask.clinic_id and q.id = question_ask.question_id
    and q.couple_id = question_ask.couple_id and q.client_id <> question_ask.client_id and q.state = 'passed_on'));
revoke update on question_ask from kept_app;
grant update (content, passed_on_at, session_id, closed_at) on question_ask to kept_app;
select hang_on('question_answer', 'question_ask', 'question_ask_id');
create policy by_him on question_answer as restrictive for insert with check (client_id = (select req_client()));
create policy his_words on question_answer as restrictive for update using (client_id = (select req_client()) and exists (select from question_ask a
  where a.clinic_id = question_answer.clinic_id and a.id = question_answer.question_ask_id and a.closed_at is null));
revoke update on question_answer from kept_app;
grant update (version, content, ready, saved_at) on question_answer to kept_app;
create policy own_word on question_readiness as restrictive for insert with check (recorded_by = (select req_actor()));
revoke update on question_readiness from kept_app;
-- no answer comes open but by staff, in their own name, to somebody who wants it, no further than she said, when both are ready
create policy in_session on question_release as restrictive for insert with check (released_by = (select req_actor())
  and not release_held(couple_id, true)
  and exists (select from question q where q.clinic_id = question_release.clinic_id and q.id = question_release.question_id
    and q.couple_id = question_release.couple_id and q.state = 'passed_on' and q.tag in ('now', 'in_session')
    and array_position(array['facts', 'outline', 'full'], question_release.level) <= array_position(array['facts', 'outline', 'full'], q.detail))
  and exists (select from question_ask a join question_answer w on w.clinic_id = a.clinic_id and w.question_ask_id = a.id
    where a.clinic_id = question_release.clinic_id and a.question_id = question_release.question_id and a.closed_at is null
      and w.ready and w.saved_at >= a.passed_on_at)
  and 2 = (select count(*) from (select distinct on (r.client_id) r.ready from question_readiness r where r.clinic_id = question_release.clinic_id
    and r.couple_id = question_release.couple_id and r.session_id = question_release.session_id
    order by r.client_id, r.recorded_at desc, r.id desc) latest where latest.ready));
revoke update on question_release from kept_app;
grant select (clinic_id, id, client_id, state) on question to kept_system;
grant select (clinic_id, id, client_id, couple_id, question_id, closed_at), update (closed_at) on question_ask to kept_system;
reset role;
set role kept_system;
-- who takes a question back cannot see what the other has of it, and yet it ends there
create function question_closed(question uuid) returns void
  language sql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
  update public.question_ask a set closed_at = clock_timestamp() from public.question q
  where q.clinic_id = public.req_clinic() and q.id = question and q.client_id = public.req_client() and q.state = 'withdrawn'
    and a.clinic_id = q.clinic_id and a.question_id = q.id and a.closed_at is null $$;
grant execute on function question_closed(uuid) to kept_app;
reset role;`;

// A piece is its writer's own until it is offered; what follows belongs to both.
const LISTENING = `
set role kept_owner;
create table listening (
  clinic_id uuid not null references clinic, id uuid not null, couple_id uuid not null, made_by uuid not null,
  state text not null check (state in ('kept', 'offered', 'reflected', 'not_yet', 'heard', 'withdrawn')), state_at timestamptz not null,
  content bytea check (octet_length(content) <= 65536), offered_at timestamptz, held boolean not null, open_from timestamptz,
  opened_by uuid, reason bytea check (octet_length(reason) <= 8192), listed_at timestamptz not null,
  primary key (clinic_id, id), check (not held or open_from is null), check ((opened_by is null) = (reason is null)),
  check ((content is null) = (offered_at is null)), check (offered_at is not null or state in ('kept', 'withdrawn')), check (open_from is null or offered_at is not null),
  foreign key (clinic_id, couple_id) references couple (clinic_id, id),
  foreign key (clinic_id, made_by) references client (clinic_id, id),
  foreign key (clinic_id, opened_by) references app_user (clinic_id, id));
create index listening_couple on listening (clinic_id, couple_id, listed_at desc, id desc);
create table listening_own (
  clinic_id uuid not null references clinic, id uuid not null, listening_id uuid not null, client_id uuid not null, couple_id uuid not null, version int not null,
  content bytea not null check (octet_length(content) <= 65536), saved_at timestamptz not null,
  primary key (clinic_id, id), unique (clinic_id, listening_id),
  foreign key (clinic_id, listening_id) references listening (clinic_id, id),
  foreign key (clinic_id, client_id) references client (clinic_id, id),
  foreign key (clinic_id, couple_id) references couple (clinic_id, id));
create table listening_turn (
  clinic_id uuid not null references clinic, id uuid not null, listening_id uuid not null, couple_id uuid not null, written_by uuid not null,
  kind text not null check (kind in ('reflection', 'reply', 'heard', 'not_yet')), content bytea check (octet_length(content) <= 65536), written_at timestamptz not null,
  primary key (clinic_id, id), check ((content is not null) or kind in ('heard', 'not_yet')),
  foreign key (clinic_id, listening_id) references listening (clinic_id, id),
  foreign key (clinic_id, couple_id) references couple (clinic_id, id),
  foreign key (clinic_id, written_by) references client (clinic_id, id));
create index listening_turn_of on listening_turn (clinic_id, listening_id, written_at, id);
select protect('listening', 'shared'), protect('listening_own', 'shared'), protect('listening_turn', 'shared');
reset role;`;

const LISTENING_ACTS = `
set role kept_owner;
create policy open_read on listening as restrictive for select using ((select req_staff()) or made_by = (select req_client()) or (open_from is not null and state <> 'withdrawn'));
create policy by_writer on listening as restrictive for insert with check (made_by = (select req_client()) and state = 'kept' and open_from is null);
revoke update on listening from kept_app;
grant update (state, state_at, content, offered_at, held, open_from, opened_by, reason, listed_at) on listening to kept_app;
-- beneath every service: it opens by the gate's word or a clinician's; its writer offers, takes back and says whether it was heard
create function listening_acts() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare opening constant boolean := (new.held, new.open_from, new.opened_by) is distinct from (old.held, old.open_from, old.opened_by);
begin
  if old.state = 'withdrawn'
    or old.offered_at is not null and (new.content, new.offered_at) is distinct from (old.content, old.offered_at)
    or old.open_from is not null and new.open_from is distinct from old.open_from
    or public.req_client() is null and (new.state, new.content, new.offered_at) is distinct from (old.state, old.content, old.offered_at)
    or public.req_client() is not null and opening and (old.state <> 'kept' or new.opened_by is not null
      or new.open_from is not null and public.release_held(old.couple_id, true))
    or public.req_client() is not null and old.made_by = public.req_client() and new.state not in (old.state, 'offered', 'heard', 'not_yet', 'withdrawn')
    or public.req_client() is not null and old.made_by <> public.req_client() and new.state not in (old.state, 'reflected')
  then raise exception 'not your act' using errcode = '42501'; end if;
  return new;
end $$;
create trigger listening_acts before update on listening for each row when (current_user = 'kept_app') execute function listening_acts();
create policy of_own on listening_own as restrictive for insert with check (client_id = (select req_client()) and exists (select from listening l
  where l.clinic_id = listening_own.clinic_id and l.id = listening_own.listening_id and l.couple_id = listening_own.couple_id and l.made_by = listening_own.client_id));
revoke update on listening_own from kept_app;
grant update (version, content, saved_at) on listening_own to kept_app;
create policy while_kept on listening_own as restrictive for update using (client_id = (select req_client()) and exists (select from listening l
  where l.clinic_id = listening_own.clinic_id and l.id = listening_own.listening_id and l.state = 'kept'));
create policy with_piece on listening_turn as restrictive for select using (exists (select from listening l
  where l.clinic_id = listening_turn.clinic_id and l.id = listening_turn.listening_id and l.couple_id = listening_turn.couple_id));
-- who listens says back, and answers after it; who wrote says whether it was heard
create policy in_turn on listening_turn as restrictive for insert with check (written_by = (select req_client()) and exists (select from listening l
  where l.clinic_id = listening_turn.clinic_id and l.id = listening_turn.listening_id and l.couple_id = listening_turn.couple_id and l.open_from is not null
    and (l.made_by = listening_turn.written_by) = (listening_turn.kind in ('heard', 'not_yet'))
    and (listening_turn.kind <> 'reply' or l.state in ('reflected', 'heard'))));
revoke update on listening_turn from kept_app;
reset role;`;

// A mail may wait for a safe hour. Of what is not asked any more, or was taken back, nobody hears.
const WAITING = `
set role kept_owner;
grant select (clinic_id, id, couple_id, open_from, state) on listening to kept_system;
reset role;
set role kept_system;
create function still_asked(clinic uuid, who uuid, thing uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select exists (select from public.couple_partner p where p.clinic_id = clinic and p.client_id = who and p.to_at is null
    and (exists (select from public.question_ask a where a.clinic_id = clinic and a.id = thing and a.client_id = who and a.couple_id = p.couple_id and a.closed_at is null)
      or exists (select from public.listening l where l.clinic_id = clinic and l.id = thing and l.couple_id = p.couple_id
        and l.open_from is not null and l.state <> 'withdrawn'))) $$;
grant execute on function still_asked(uuid, uuid, uuid) to kept_worker;
reset role;`;
